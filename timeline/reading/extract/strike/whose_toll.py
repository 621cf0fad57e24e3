"""Whose dead a sentence counts: those of the strike that it tells, not those of an earlier day at the same place."""

from __future__ import annotations

import re

from geo.place import PlaceKind
from timeline.reading.extract.day.dating import may_date, usable
from timeline.reading.extract.force.accidents import names_another_cause
from timeline.reading.extract.force.force import ACT, KINETIC_ACT, any_of
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.toll.tolls import tolls
from timeline.reading.extract.toll.totals import RUNNING_TOTAL, without_the_other
from timeline.when import When

_RELATIVE = re.compile(r"\s(?:where|in\s+which|at\s+which|on\s+which)\s[^,;:“”\"]*", re.IGNORECASE)
_ON_TRIAL = re.compile(  # "as 12 people were on trial over a fire that killed 24"
    r"\b(?:trial|inquiry|inquest|jailed|charged|mourning)\s+(?:\w+\s+){0,2}?(?:over|into|for)\s[^,;:“”\"]*",
    re.IGNORECASE,
)
_ILLS = r"(?:hunger|starvation|famine|cholera|measles|malaria|cancer|illness|disease|cold|thirst|malnutrition)"
_OTHER_HARM = re.compile(
    r"\bfrom\s+the\s+front\b|\b(?:car|bus|road|traffic|train)\s+(?:crash|accident|collision)\b"
    r"|\b(?:an?|the)\s+(?:\w+\s+)?(?:crash|accident|collision|stampede|shoot-?out|gun\s?fight|gun\s+battle)\b"
    r"|\b(?:in|during|after)\s+(?:[\w-]+\s+){0,3}?(?:clash(?:es)?|fighting|firefights?|skirmish(?:es)?)\b"
    rf"|\b(?:died|dead|dying|deaths|killed)\s+(?:of|from|by)\s+(?:\w+\s+)?{_ILLS}\b"
    rf"|\b{_ILLS}\s+(?:(?:has|have|had|also)\s+)*killed\b|\b(?:treated|treatment)\s+for\s+(?:[\w-]+\s+)?"
    rf"(?:{_ILLS}|flu|heatstroke|addiction|dehydration)\b"
    r"|\b(?:man|men|gunm[ae]n|gang|suspects?)\s+(?:(?:who|that)\s+)?(?:had\s+)?"
    r"(?:killed|shot|stabbed|murdered|wounded)\b|\b(?:killed|eliminated|wounded)\b[^,;]{1,40}\s"
    r"(?:that|in\s+one|in\s+a|in\s+the\s+past)\s+day\b|\b(?:war|conflict|fighting|violence|campaign|offensive"
    r"|insurgency|unrest|siege)\s+(?:that\s+)?(?:(?:has|have|had|also)\s+)*(?:kill|claim|cost)(?:ed|s)?\b",
    re.IGNORECASE,
)
_ANSWERED = (
    re.compile(  # "bombed the camp in the wake of an attack which left 26 dead": those 26 did not die in the camp
        r"\b(?:(?:in|the|an?|its|their)\s+(?:response|retaliation|revenge|reprisal|reply|answer)\s+(?:to|for)"
        r"|(?:in\s+the\s+wake|on\s+the\s+heels)\s+of|avenging"
        rf"|following|after|since|because\s+of|despite)\s+"
        rf"(?:(?!\b(?:that|which|who|when|where|by)\b)[^,;:]){{0,60}}?(?:{any_of([ACT, KINETIC_ACT]).pattern})"
        r"[^,;:]{0,60}?\s(?:that|which|in\s+which)\s[^,;:]*",
        re.IGNORECASE,
    )
)
_AVENGED = re.compile(  # "in revenge for the killing of a commander": he did not die here
    r"\b(?:(?:in\s+)?(?:response|retaliation|revenge|reprisal|vengeance)\s+(?:to|for)|aveng(?:e|ed|ing))\s+"
    r"[^,;:]{0,40}?\b(?:killings?|deaths?|murders?|assassinations?|executions?)\b"
    r"(?:(?!,?\s+(?:killing|wounding|injuring|leaving)\b)[^;:])*",
    re.IGNORECASE,
)
_THOSE_WHO = (
    r"(?:militants?|gunm[ae]n|fighters?|rebels?|attackers?|assailants?|bombers?|insurgents?|guerrillas?|terrorists?"
    r"|suspects?|m[ae]n|youths?|infiltrators?|(?-i:[A-Z])[a-z]+(?:ans|is|ese))\s+(?:who|that)\s+(?:had\s+|have\s+)?"
    r"(?:just\s+|earlier\s+)?"
)
_ATTACKERS_KILLED = re.compile(  # "killed three gunmen who attacked a patrol": the dead are those who attacked
    rf"\b(?:kill|shot|shoot|eliminat|neutrali[sz]|wound|injur)\w*\s[^,;:.]{{0,60}}?{_THOSE_WHO}$", re.IGNORECASE
)
_DEFENDERS = r"(?:police(?:m[ae]n)?|officers?|guards?|(?:security\s+)?forces|soldiers|troops|commandos|agents)"
_BY_DEFENDERS = re.compile(  # "police killed three of them but the others blew themselves up": no dead of the attack
    rf"\b{_DEFENDERS}\s+(?:\w+\s+)?(?:killed|(?:shot|gunned)(?:\s+(?:dead|down))?|neutrali[sz]ed|eliminated)\s+"
    r"[^,;:.]{0,20}?"
    r"(?:\bof\s+(?:them|the\s+(?:attackers?|assailants?|bombers?|gunm[ae]n))"
    r"|\b(?:other\s+)?(?:attackers?|assailants?|(?:suicide\s+|would-be\s+)*bombers?))\b"
    r"|\b(?:attackers?|assailants?|bombers?|gunm[ae]n)\s+(?:was|were)\s+(?:also\s+)?"
    r"(?:killed|shot|gunned|neutrali[sz]ed|eliminated)[^,;:.]{0,30}?"
    rf"\sby\s+(?:the\s+)?(?:\w+\s+)?{_DEFENDERS}\b",
    re.IGNORECASE,
)
_IN_A_CLASH = re.compile(  # "alongside the shelling, troops killed two suspects in a clash"
    rf"\b{_DEFENDERS}\s+(?:\w+\s+)?(?:killed|wounded|injured)\s[^,;:.]{{1,60}}?\s(?:in|during)\s+(?:[\w-]+\s+){{0,3}}?"
    r"(?:clash(?:es)?|firefights?|skirmish(?:es)?)\b",
    re.IGNORECASE,
)
_FROM_ITS_TIME = re.compile(  # "ten were killed in clashes after [the raid]", "the ten dead all date from after [it]"
    r"\b(?:(?:in|during)\s+(?:\w+\s+){0,2}?(?:clashes|fighting|firefights?|skirmishes|protests|riots|violence)"
    r"|(?:date|dates|dating|dated)\s+(?:back\s+)?(?:from|to))\s+(?:[\w-]+\s+){0,3}?(?:after|following|since|before)\b",
    re.IGNORECASE,
)
_IN_OTHER_HARM = re.compile(  # "bombed it after a row became a clash in which two died": they died in the clash
    r"\b(?:clash(?:es)?|fighting|firefights?|skirmish(?:es)?|battles?|war|conflict|violence|riots?|unrest|protests?"
    r"|crackdown|uprising|insurgency|campaign|offensive|stampede|massacre|shooting)\s+"
    r"(?:(?!\b(?:and|but|when|as)\b)[^,;:]){0,40}?\b(?:that|which|where)\s+(?:(?!\band\b)[^,;:])*",
    re.IGNORECASE,
)
_WHILE = re.compile(r"[,;]\s+while\s")
MOST_OF_ONE_STRIKE = 1_000  # dead; more are the sum of a war
_WHOLE = r"(?:country|nation|region|province|district|territory|state|county|oblast|governorate|front|strip|border)"
_DAYS_IN_WHICH = (
    r"\b(?:a|the|this|that)\s+(?:day|week|weekend|month|year|campaign)\s+(?:of\s+\w+\s+)?(?:in|during)\s+which\b"
)
_OF_SUCH_DAYS = re.compile(  # "capped a week in which 150 died", "on a day in which 40 died, a raid killed five"
    rf"^\W*(?:on|in|during)\s+{_DAYS_IN_WHICH}[^,]*(?=,)|{_DAYS_IN_WHICH}.*", re.IGNORECASE | re.DOTALL
)
_OF_MORE = re.compile(  # the toll of a whole day, land or campaign, in which this strike has only a part
    rf"\b(?:across|throughout|all\s+over|around)\s+(?:the\s+(?:whole\s+)?(?:[\w-]+\s+)?{_WHOLE}s?\b|(?-i:[A-Z])\w+)"
    r"|\b(?:nation|country|region|province|state|district)-?wide\b"
    rf"|\b(?:{_WHOLE}|day|night|week|weekend|month|year|war|campaign|offensive)['’]s\s+(?:\w+\s+)?(?:death\s+)?"
    r"(?:toll|tally|count|total|dead)\b|\b(?:toll|tally|count|total|number\s+of\s+\w+)\s+(?:of|for|from|in|over)"
    rf"\s+(?:the|this|that)\s+(?:\w+\s+)?(?:{_WHOLE}|day|night|week|weekend"
    r"|month|year|war|campaign|offensive|fighting|conflict|barrages|strikes|attacks|raids)\b"
    r"|\b(?:toll|tally|count|deaths|dead)\s+(?:this|last)\s+(?:week|month|year)\b"
    rf"|{_DAYS_IN_WHICH}"
    r"|\b(?:series|waves?|string|spate|scores|dozens|hundreds)\s+of\s+(?:[\w-]+\s+){0,2}?(?:air\s?)?"
    r"(?:strikes|attacks|raids|bombardments)\b|\b(?:in|over|during|within)\s+the\s+"
    r"(?:weekend\b|(?:past|last|previous)\s+(?:[\w-]+\s+)?(?:days|weeks?|months?|years?|nights)\b)"
    r"|\b(?:as\s+a\s+result\s+of|due\s+to|because\s+of|by)\s+(?:[\w'’-]+\s+){0,2}?(?:aggression|hostilities)\b"
    r"|\b(?:this|last)\s+(?:week|month|year)\s+alone\b|\bso\s+far\s+this\s+(?:week|month|year)\b",
    re.IGNORECASE,
)
_DEED = r"(?:strike|attack|raid|assault|shelling|bombing|bombardment|blast|explosion|incident|barrage|ambush)"
_SUCH = re.compile(rf"\bsuch\s+(?:\w+\s+)?{_DEED}s\b", re.IGNORECASE)
_OF_BOTH = re.compile(
    rf"\b(?:both|all|all\s+(?:of\s+)?the|the\s+(?:two|three|four))\s+(?:\w+\s+)?{_DEED}s\b", re.IGNORECASE
)
_OF_ANOTHER = re.compile(  # "a similar attack left six dead", "the third such raid: the first killed two"
    rf"\b(?:similar|previous|prior|past|other|separate|unrelated)\s+(?:\w+\s+)?{_DEED}s?\b"
    rf"|\bsuch\s+(?:\w+\s+)?{_DEED}s?\b|\b(?:an\s+earlier|the\s+last)\s+(?:\w+\s+)?{_DEED}\b",
    re.IGNORECASE,
)

_BESIDES = re.compile(  # what governs no count: "the blast, heard across the region", "unlike previous attacks"
    r"\b(?:heard|felt|seen|visible|flew|flown|flying|echo(?:ed|ing)|sounded)\s+(?:\w+\s+){0,3}?"
    r"(?:across|throughout|all\s+over|around)\b[^,;:]*?"
    r"(?=[,;:.]|\b(?:and|that|which|when|kill|wound|injur|left|claim)\w*\b|$)"
    rf"|\b(?:unlike|in\s+contrast\s+(?:to|with)|compared\s+(?:to|with))\s+(?:[\w'’-]+\s+){{0,3}}?{_DEED}s?\b"
    r"(?!\s+(?:that|which)\b)",
    re.IGNORECASE,
)


def is_of_other_harm(text: str) -> bool:
    """Whether those hurt in a sentence beside a strike were hurt in battle, on the road, by killers or by hunger."""
    return bool(_OTHER_HARM.search(text) or _BY_DEFENDERS.search(text))


def is_of_more(text: str) -> bool:
    """Whether a sentence beside a strike counts those of a whole day or land, or of other strikes like it."""
    text = _BESIDES.sub("", text)
    return bool(_OF_MORE.search(text) or _OF_ANOTHER.search(text) or _OF_BOTH.search(text))


def counts_more(draft: Draft) -> bool:
    """Whether a sentence that names no place of its own counts those of a whole day or land."""
    return not _names_a_place(draft) and is_of_more(draft.part.text)


def recalls_another(draft: Draft) -> bool:
    """Whether a sentence recalls a strike, or several, and says neither where nor when: "such raids killed six"."""
    text = _BESIDES.sub("", draft.part.text)
    undated = draft.hold is not DateHold.OWN and _OF_ANOTHER.search(text)
    several = _SUCH.search(text) or _OF_BOTH.search(text)
    return not _names_a_place(draft) and bool(undated or several)


def _names_a_place(draft: Draft) -> bool:
    return any(p.place is not None and p.place.kind is not PlaceKind.COUNTRY for p in draft.part.places)


def counting(line: Line, when: When | None, act: int) -> str:
    """Give the sentence with what it recalls blanked out: "hit a school [where 40 were killed in a raid last year]".

    ``when`` is the day of the strike that the sentence tells, ``act`` the offset of its words.
    """
    text = _ON_TRIAL.sub(
        lambda m: " " * len(m.group()) if m.start() > act or names_another_cause(m.group()) else m.group(),
        without_the_other(line.text, act),
    )
    for answered in (*_ANSWERED.finditer(line.text, act), *_AVENGED.finditer(line.text)):
        text = _blanked(text, *answered.span())
    for own in (_ATTACKERS_KILLED.search(line.text, 0, act), _BY_DEFENDERS.search(line.text)):
        text = _blanked(text, *own.span()) if own else text
    for many in _OF_SUCH_DAYS.finditer(line.text):
        text = _blanked(text, *many.span())
    for clash in (*_IN_A_CLASH.finditer(text, act), *_IN_OTHER_HARM.finditer(text)):
        if not clash.start() <= act < clash.end():
            text = _blanked(text, *clash.span())
    if total := RUNNING_TOTAL.search(text, act):
        text = _blanked(text, *total.span())
    if others := _FROM_ITS_TIME.search(text, 0, act):
        text = _blanked(text, 0, others.end())
    text = _without_the_clause_before(text, act)
    for clause in _RELATIVE.finditer(line.text):
        days = [t.when for t in line.times if usable(t) and _lies_in(line.local(t), clause.span())]
        if when and any(day and not day.meets(when.first, when.last) for day in days):
            text = _blanked(text, *clause.span())
    return text


def _without_the_clause_before(text: str, act: int) -> str:
    """Blank out who died elsewhere while this killed: "seven fell in battle, while a bomb killed nine"."""
    while_ = next((m for m in _WHILE.finditer(text, 0, act)), None)
    if while_ is None:
        return text
    own = _blanked(text, 0, while_.end())
    return own if tolls(own).killed else text


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def recalls(line: Line, when: When | None) -> bool:
    """Whether a sentence speaks of a time before ``when``, the day of the strike told before it: "Last year 22 ..."."""
    days = [t.when for t in line.times if may_date(line, t)]
    first = when.first if when else None
    return first is not None and any(day and day.last and day.last < first for day in days)


def _lies_in(stretch: tuple[int, int], around: tuple[int, int]) -> bool:
    return around[0] <= stretch[0] and stretch[1] <= around[1]
