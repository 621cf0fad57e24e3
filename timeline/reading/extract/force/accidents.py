"""Words of force that report no strike: a jet that crashes, a quake that strikes, the dead of gunmen and of floods."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.reading.extract.force.force import ACT, ARMS, any_of
from timeline.reading.words import finder, keywords, phrases, words_in

_NATURE = finder(phrases("forces_of_nature"), plural=True)
_NATURE_WORDS = keywords(phrases("forces_of_nature"), plural=True)
_OTHER_CAUSE = any_of([finder(phrases("not_by_arms")), _NATURE])
_CAUSE_WORDS = keywords(phrases("not_by_arms")) | _NATURE_WORDS
_NO_STRIKES = (*phrases("not_a_strike"), *phrases("labour_strikes"))
_NOT_STRIKE = finder(_NO_STRIKES, plural=True)
_CREWED = (
    r"(?:warplane|fighter(?:[\s-](?:jet|bomber))?|(?<!suicide\s)bomber|(?<!unmanned\s)aircraft|(?:gun|air)ship"
    r"|helicopter|chopper|(?:jet|plane)|(?:F|MiG|Su|Mi|Ka|Tu|An|Il)-\d+|Sukhoi)"
)
_CRASHED = re.compile(  # with nobody said to have hit it; a drone that crashes is a weapon that lands
    rf"\b(?:{_CREWED}\s+)*{_CREWED}(?:\s+(?:of|from)\s+(?:[\w'’-]+\s+){{1,3}}?(?:air\s+force|army|navy))?"
    r"(?=(?:,?\s+(?!shot\b|downed\b|hit\b|struck\b|drone)[\w'’-]+){0,4}?"
    r"\s+(?:crash(?:ed|es|ing)?|crash-landed|collided)\b)",
    re.IGNORECASE,
)
_INTO = (
    r"(?:hit|struck|clipped|(?:flew|ran|slammed|crashed)\s+into)"
    r"(?=\s+(?:an?|the|some|several|two|three)\s+(?:[\w-]+\s+){0,2}?"
)
_RAN_INTO = re.compile(  # an aircraft a cable, a train a bus
    rf"\b{_CREWED}\s+(?:(?:had|has|then|also)\s+)?{_INTO}"
    r"(?:power\s+line|pylon|cable|wire|mast|mountain(?:side)?|hill(?:side|top)?|ridge|slope|cliff|tree|bird|geese"
    r"|gull|(?<=the\s)(?:ground|sea|water|desert|runway|tarmac|slope|forest|woods))s?"
    r"(?:\s*[,.;]|\s+(?:in|near|on|as|while|and|at|over|during|outside|after|before|shortly)\b))"
    rf"|\b(?:train|lorry|truck|coach|tram|ferry|freighter|bus|car|van)\s+(?:(?:had|has|then|also)\s+)?{_INTO}"
    r"(?:(?:mini)?bus|car|lorry|truck|van|train|tractor|motorbike|crowd|tree|wall|pier|yacht|dinghy)(?:e?s)?"
    r"(?!\s+(?:bomb|with)))",
    re.IGNORECASE,
)
_COMPARED = re.compile(  # "it fell as if a bomb had gone off"
    r"\b(?:thought|assumed|imagined|reckoned)\s+(?:that\s+)?(?:an?|the)\s[^,.;:“”\"]*?\bhad\b[^,.;:“”\"]*"
    r"|\bcall(?:ed|s|ing)?\s+(?:it|this|that)\s+(?:an?\s+)?(?:[\w-]+\s+)?"
    r"(?:bombing|bombardment|shelling|barrage|air\s?strikes?|blitz)\b"
    r"|\b(?:as\s+(?:if|though)|mist(?:ook|aken)\s+(?:[\w'’-]+\s+){0,4}?for"
    r"|(?:thought|assumed)\s+(?:that\s+)?(?:it|this|that)\s+(?:was|were|must\s+be|had\s+been)"
    r"|(?:it|this|that|scene|place|street|town)\s+(?:(?:had|all)\s+)?(?:look|sound|feel|felt|seem)\w*\s+like)\b"
    r"[^,.;:“”\"]*",
    re.IGNORECASE,
)
_BOMBSHELL = re.compile(  # "dropped a bomb: she will resign"
    r"\bdropp(?:ed|ing|s)\s+(?:an?|the|another|his|her|this)\s+(?:[\w-]+\s+)?bomb"
    r"(?=\s*[:.,]|\s+(?:today|yesterday|when|by|with)\b|\s+on\s+\w+day\b)",
    re.IGNORECASE,
)
_SO_CALLED = re.compile(rf"[“\"‘](?:{ARMS.pattern})[”\"’']", re.IGNORECASE)  # a "missile" of actors
_CROWD = re.compile(  # what a crowd throws and fires is no strike, nor what riot police fire at it
    r"\b(?:(?:protesters|rioters|demonstrators|supporters)|fans|youths|revellers|hooligans|riot\s+police)\s+"
    r"(?:\w+\s+){0,2}?(?:fired?|threw|hurled?|launched|shot|set\s+off|used)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:rockets?|grenades?|bombs?|missiles?|shells?)\b|\b(?:used|fired)\s+tear\s+gas"
    r"(?:\s+and\s+(?:[\w-]+\s+){0,2}?(?:grenades?|shells?))?",
    re.IGNORECASE,
)
_CROWD_WORDS = frozenset(
    {"protesters", "rioters", "demonstrators", "supporters", "fans", "youths", "revellers", "hooligans", "riot", "gas"}
)
_FIGURE_WORDS = keywords(phrases("figures_of_speech"), plural=True)
_WORDS_FOR_BOMBS = re.compile(  # "shelling the courts with vetoes"
    r"\b(?:bombard|bomb|shell|pelt|pound|attack|hit|blast)\w*\s+(?:[\w'’-]+\s+){0,5}?with\s+(?:[\w-]+\s+)?"
    rf"(?:{finder(phrases('figures_of_speech'), plural=True).pattern})",
    re.IGNORECASE,
)
_EYE_IN_THE_SKY = re.compile(  # a drone that looks for the lost
    r"\bdrones?\b(?=\s+(?:(?:of|from|with|flown\s+by)\s+(?:[\w'’-]+\s+){1,4}?)?"
    r"(?:look(?:ed|ing)?\s+for|(?:deliver|carr|spray|dust|seed|mapp|count|inspect|track|herd)(?:ed|ied|ing|ying)\s+"
    r"(?!(?:[\w-]+\s+){0,3}?(?:explosives?|bombs?|warheads?|grenades?|shrapnel|munitions?|charges?|strikes?"
    r"|attacks?)\b)|search(?:ed|ing)|film(?:ed|ing)(?!\s+by)|photograph(?:ed|ing)|survey(?:ed|ing)|scann(?:ed|ing)"
    r"|help(?:ed|ing)|(?:used|hired|meant|flown|sent\s+up)\s+(?:to|for)\s+"
    r"(?:check|inspect|film|photograph|survey|map|spray|measur|watch|monitor|look|search|deliver)\w*)\b)",
    re.IGNORECASE,
)
_SEARCHERS_FLY = re.compile(
    r"\b(?:police|officers|rescuers|searchers|firefighters|rangers|crews|wardens|stewards)\s+(?:also\s+)?"
    r"(?:used|flew|sent\s+up|brought)\s+(?:an?|the|two|three|their)\s+(?:search\s+|police\s+|thermal\s+)?drones?\b"
    r"(?!\s+(?:strike|attack|to\s+(?:strike|bomb|attack|kill|hit)))",
    re.IGNORECASE,
)
_WHO_RAIDS = r"\b(?:police|officers|detectives|agents|customs)\b"
_POLICE_RAID = re.compile(  # who arrests, searches and seizes raids a flat without bombs
    rf"{_WHO_RAIDS}.*(?<!\bair\s)(?<!drone\s)(?<!missile\s)(?<!bombing\s)\braids?\b"
    rf"(?=.*\b(?:arrest|detain|seiz|search))|\braids?\b(?=.*\b(?:arrest|detain|seiz|search))(?=.*{_WHO_RAIDS})"
    r"|\bto\s+(?:arrest|detain|seize|capture|serve)\b.*(?<!\bair\s)(?<!drone\s)(?<!missile\s)(?<!bombing\s)\braids?"
    r"\b|\braids?\s+(?:on|of|in|at)\s+(?:his|her|their)\s+(?:[\w-]+\s+)?"
    r"(?:homes?|houses?|flats?|apartments?|rooms?)\b(?=.*\b(?:shot|arrest|police))",
    re.IGNORECASE,
)
_OFFICERS_STRUCK = re.compile(
    rf"{_WHO_RAIDS}\s+(?:[\w'’-]+\s+){{0,3}}?(?:struck|hit|attacked|targeted)\b"
    r"(?=.*\b(?:arrest|detain|seiz|search|found|cocaine|heroin|drugs|warrants?))",
    re.IGNORECASE,
)
_NO_ARMS = rf"(?!\s+of\s+(?:[\w-]+\s+){{0,3}}?(?:{ARMS.pattern}|{ACT.pattern}))"  # but "a storm of rockets"
_OF_NATURE = re.compile(  # "heavy bombardment by hail"
    r"\b(?:bombard|barrage|pelt|batter|pound|pummel|blast|volley)\w*\s+(?:by|of|with)\s+(?:\w+\s+)?"
    rf"(?:{_NATURE.pattern}|hail(?:stones)?|rain|snow"
    r"|stones|rocks|pebbles|acorns|waves|meteor\w*|asteroids|cosmic\s+rays|particles|radiation|sand|gusts)(?!\w)"
    rf"{_NO_ARMS}",
    re.IGNORECASE,
)
_OF_A_LIST = re.compile(  # "sent them to the bottom of the table" is not that of the sea
    r"\bto\s+the\s+bottom\s+of\s+(?!(?:the|an?)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:sea|ocean|gulf|strait|river|lake|harbour|port|bay|channel)\b)",
    re.IGNORECASE,
)
_STRUCK_BY_NATURE = re.compile(
    rf"(?:\b(?-i:[A-Z])[\w-]+\s+)?{_NATURE.pattern}(?:\s+(?-i:[A-Z])[\w-]+)?"
    r"(?:\s+(?:that|which|ha[sd]|have|also|first|\w+ly))*"
    r"\s+(?:struck|strikes?|striking|hits?|hitting|batter(?:ed|s|ing)|pound(?:ed|s|ing)|pummel+(?:ed|s|ing)"
    r"|(?:slam+|smash|rip+|tear|tore)(?:ed|s|es|ing)?\s+(?:into|through|across))\b",
    re.IGNORECASE,
)
_BY_NATURE = re.compile(
    rf"(?:(?:an?|the|heavy|flash|severe|last|this)\s+)*(?:[\w'’]+\s+)?{_NATURE.pattern}{_NO_ARMS}", re.IGNORECASE
)
_COMPARING = frozenset(
    {"if", "though", "mistook", "mistaken", "thought", "assumed", "imagined", "reckoned", "like"}
    | {"call", "called", "calls", "calling"}
)
_OF_PRICES = re.compile(  # "exploded by a third as traders struck"
    r"\bexplod(?:ed|ing|es?)\s+(?:by|to)\s+(?:an?\s+(?:fifth|third|quarter|half|tenth)"
    r"|\d[\d.,]*\s*(?:%|per\s*cent|points?))|\b(?:profit-takers|speculators|short\s+sellers|bargain\s+hunters"
    r"|traders|investors)\s+(?:struck|attacked)",
    re.IGNORECASE,
)
_REFUTED = re.compile(  # "contradicting first reports of a gas leak", "not a short circuit, as was claimed"
    r"\b(?:contradict\w*|rul(?:ed|es|ing)\s+out|dismiss\w*|disprov\w*|refut\w*|rejected|not|rather\s+than"
    r"|instead\s+of|no(?:\s+sign\s+of)?|(?:first|initial|early|earlier)\s+(?:reports?|claims?|talk)\s+of"
    r"|(?:first|initially|wrongly)\s+(?:\w+\s+){0,3}(?:to|on|as)|(?:sound|look|seem|felt|feel)\w*\s+like"
    r"|(?:thought|believed|assumed|took|mistook|mistaken|mistaking)\s+(?:[\w'’-]+\s+){0,4}?(?:was|were|for|to\s+be))"
    r"\s+(?:[\w-]+\s+){0,6}$",
    re.IGNORECASE,
)
_BOMBARDING = keywords(
    verb + end
    for verb in ("bombard", "barrage", "pelt", "batter", "pound", "pummel", "blast", "volley")
    for end in ("", "s", "ed", "ing", "ment")
)
_RULED_OUT = re.compile(
    r"\b(?:strike|attack|sabotage|drone|missile|shelling|bomb|vehicle|explosives?)\b[^.;,]{0,40}\b"
    r"(?:been|was|were|is)\s+(?:\w+ly\s+)?ruled\s+out\b|\b(?:rul(?:ed|es|ing)\s+out|excluded)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:strike|attack|sabotage|drone|missile|shelling|bomb)\b",
    re.IGNORECASE,
)
_CARRIED_BY_AIR = re.compile(  # "was flown by helicopter to", "a military plane took the hurt to"
    r"\b(?:flown|taken|airlifted|evacuated|carried|brought|transferred|moved|rushed|transported|sent|went"
    r"|travell?ed|left|arrived)\s+(?:[\w-]+\s+){0,3}?(?:by|in|on|aboard)\s+(?:an?\s+)?"
    r"(?:(?:military|army|navy|air\s+force|rescue|medical|police)\s+)?(?:helicopter|plane|aircraft|jet)s?\b",
    re.IGNORECASE,
)
OFTEN_HIT = re.compile(  # what the place is known for: "in Maiduguri, which has been hit repeatedly"
    r",?\s+(?:which|that|where)\s+(?:[\w'’-]+\s+){0,3}?(?:has|have|had|is|are)\s+(?:[\w'’-]+\s+){0,5}?"
    r"(?:repeatedly|regularly|routinely|often|frequently|many\s+times|several\s+times)\b[^,;.]*",
    re.IGNORECASE,
)
_DEAD_GUNMEN = re.compile(  # whom the cause killed, and who are none: "twelve gunmen were killed when jets"
    r"\bgunm[ae]n\b(?=\s+(?:(?:was|were|had\s+been|have\s+been|has\s+been)\s+(?:also\s+)?(?:killed|wounded|injured|hurt)"
    r"|died)\b)|\b(?:kill|wound|injur)(?:ed|ing)\s+(?:(?:an?|the|at|least|about|some|[\w-]+)\s+){0,4}?gunm[ae]n\b",
    re.IGNORECASE,
)
_ACCIDENTS = (  # with the words of which one must be in the sentence
    (_OF_PRICES, frozenset({"exploded", "exploding", "explode", "explodes", "struck", "attacked"})),
    (_NOT_STRIKE, keywords(_NO_STRIKES, plural=True)),
    (_CRASHED, frozenset({"crash", "crashed", "crashes", "crashing", "collided"})),
    (_STRUCK_BY_NATURE, _NATURE_WORDS),
    (_OF_NATURE, _BOMBARDING),
    (_OF_A_LIST, frozenset({"bottom"})),
    (OFTEN_HIT, frozenset({"repeatedly", "regularly", "routinely", "often", "frequently", "times"})),
    (_CARRIED_BY_AIR, keywords(("helicopter", "plane", "aircraft", "jet"), plural=True)),
    (_POLICE_RAID, frozenset({"raid", "raids"})),
    (_RAN_INTO, frozenset({"hit", "struck", "clipped", "into"})),
    (_COMPARED, _COMPARING),
    (_BOMBSHELL, frozenset({"bomb"})),
    (_OFFICERS_STRUCK, frozenset({"police", "officers", "detectives", "agents", "customs"})),
    (_CROWD, _CROWD_WORDS),
    (_WORDS_FOR_BOMBS, _FIGURE_WORDS),
    (_EYE_IN_THE_SKY, frozenset({"drone", "drones"})),
    (_SEARCHERS_FLY, frozenset({"drone", "drones"})),
)


@lru_cache(maxsize=1_024)  # a part of a sentence is read more than once
def without_accidents(text: str) -> str:
    """Blank out, at equal length, the words that mean no act of force though they look like one."""
    if any(mark in text for mark in '“"‘'):
        text = _SO_CALLED.sub(lambda m: " " * len(m.group()), text)
    for pattern, words in _ACCIDENTS:
        if not words.isdisjoint(words_in(text)):
            text = pattern.sub(lambda m: " " * len(m.group()), text)
    return text


def is_refuted(text: str, start: int) -> bool:
    """Whether the cause named at ``start`` is told as one that it was not: "contradicting reports of a gas leak"."""
    return bool(_REFUTED.search(text, 0, start))


def rules_out_attack(text: str) -> bool:
    """Whether somebody says that it was no attack: "an attack by a drone has been ruled out"."""
    return bool(_RULED_OUT.search(text))


def is_by_nature(agent: str) -> bool:
    """Whether what stands after "by" is a flood, a storm or a disease: "a bridge hit by floods"."""
    return bool(_BY_NATURE.match(agent))


def names_another_cause(text: str) -> bool:
    """Whether gunmen, a flood, a crash or the like are named: whatever else the sentence tells."""
    if _CAUSE_WORDS.isdisjoint(words_in(text)):
        return False
    text = _DEAD_GUNMEN.sub(lambda m: " " * len(m.group()), text)
    return any(not is_refuted(text, cause.start()) for cause in _OTHER_CAUSE.finditer(text))


def is_of_another_cause(text: str) -> bool:
    """Whether the stretch tells of harm by gunmen, floods or a crash, and of no weapon of war."""
    return names_another_cause(text) and not (ARMS.search(text) or ACT.search(text))
