"""Where a charge is set that names no place: at the strike it speaks of, with who shelters, or where it is spoken.

"The police blamed al-Shabaab" is of the bomb told before; "accused Kabul of giving shelter" is of Afghanistan; a charge
of a whole war has no scene finer than the land that it is fought in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.place import Cue, PlaceKind, PlaceMention
from timeline.article import Zone
from timeline.event import Kind, Role, RolePlace
from timeline.reading.extract.accusation.accusations import is_spoken_at
from timeline.reading.extract.party.groups import is_group, side
from timeline.reading.extract.sentence.draft import Draft
from timeline.reading.extract.sentence.group import Group, place_of
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.measured import elsewhere
from timeline.reading.extract.sentence.within import contains
from timeline.reading.extract.strike.struck import ANY_SORT
from timeline.reading.extract.where.scenes import THE_TOWN
from timeline.reading.extract.where.where_spoken import countries_named, where_spoken

_OF_THE_STRIKE = re.compile(
    r"\b(?:the|this|that|these|those)\s+(?:\w+\s+){0,2}(?:attack|strike|shelling|bombing|bombardment|raid|blast"
    r"|explosion|assault|killing|massacre|incident|place|site|scene|exchange)s?\b"
    r"|\bthe\s+(?:rockets?|missiles?|drones?|(?:(?:car|truck|roadside|time|nail|suicide|explosive)\s+)?"
    r"(?:bombs?|devices?|explosives?|mines?|charges)|crime|sabotage|clash|shooting|firing)\b|^\W*(?:it|them)\W*$"
    r"|\b(?:its|their)\s+authors?\b|\b(?:behind|for|of)\s+it\b|\bcarr(?:ying|ied)\s+it\s+out\b",
    re.IGNORECASE,
)
_OF_WAR = re.compile(
    r"\b(?:civilians?|human\s+shields?|ceasefire|truce|residential|ethnic\s+cleansing|war\s+crimes?|operative"
    r"|fighter)\b",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"(?:\w+ly\s+)?(?:having\s+)?(?:fired|shelled|bombed|attacked|struck|killed"
    r"|firing|shelling|bombing|bombarding|attacking|striking|killing|murdering)\b",
    re.IGNORECASE,
)
_A_CRIME = re.compile(
    r"\b(?:massacre|assassination|murder|atrocit(?:y|ies)|carnage|slaughter|outrage|aggression|provocation"
    r"|terroris[mt]|crimes?|sabotage|mastermind|culprits?|perpetrators?|barbari[a-z]+|bloodbath|attacks?|strikes?"
    r"|bombings?|shelling|explosions?|blasts?|killings?|deaths?)\b",
    re.IGNORECASE,
)
_ONLY_NAMES = re.compile(r"\W*(?:(?:on|for|at)\s+)?(?:(?:the|a|an)\s+)?(?:[A-Z][\w'’-]*(?:\W+|$))*(?:\([A-Z]+\)\W*)?")
_IT = re.compile(
    r"\W*(?:(?:for|of|over)\s+)?(?:it|this|that|(?:being|having\s+been)\s+(?:its|the)\s+"
    r"(?:authors?|perpetrators?|culprits?)|being\s+behind\s+(?:it|them)|having\s+done\s+(?:it|so)|doing\s+it"
    r"|carrying\s+(?:it|them)\s+out)\W*",
    re.IGNORECASE,
)  # the strike told before
_OF_A_PEOPLE = re.compile(r"\b(?:exterminat|genocid|annihilat)\w*\b", re.IGNORECASE)
_FURTHER = re.compile(
    r",|;|\s(?:in\s+order|so\s+as)\s+to\b|\s(?:and|but)\s+(?:said|says|added|warned|vowed|called|promised|told)\b"
)
_SHELTER = re.compile(
    r"\b(?:shelter(?:ing)?|harbou?r(?:ing)?|sanctuar(?:y|ies)|safe\s+havens?|host(?:ing)?"
    r"|(?:a|with)\s+(?:home|refuge|haven))\b",
    re.IGNORECASE,
)
_IN_GENERAL = re.compile(  # what is alleged of a war, not of one strike in it
    r"\b(?:human\s+shields?|using\s+civilians|ceasefire|truce|ethnic\s+cleansing|war\s+crimes|genocide"
    r"|crimes\s+against\s+humanity|attacks\s+on\s+civilians)\b"
    r"|^(?:\w+ly\s+)?(?:killing|targeting|attacking|harming|starving)\s+(?:\w+\s+)?civilians\W*$",
    re.IGNORECASE,
)
_THE_WEAPON = re.compile(r"\bthe\s+(rocket|missile|drone)s?\b", re.IGNORECASE)
_IN_WAR = re.compile(r"\b(?:civilians|human\s+shields?|operative|fighter)\b", re.IGNORECASE)
_POINTS = frozenset({PlaceKind.CITY, PlaceKind.SITE, PlaceKind.DISTRICT})
_AROUND = frozenset({Cue.AT, Cue.CONTAINER, Cue.NONE, Cue.OBJECT, Cue.OWNER, Cue.SUBJECT})
_LANDS = frozenset({PlaceKind.REGION, PlaceKind.OTHER})
_NEXT = 2  # sentences after a charge that tell at the latest where it was
_NO_SCENE = frozenset({Cue.DEMONYM, Cue.FROM, Cue.SUBJECT})  # where it was planned, who speaks
_NO_STRIKE = re.compile(  # deeds that no strike tells
    r"\b(poison|assassinat|kidnap|abduct|sabotag|arson|derail|defac|vandali|torch|jamm|sever)\w*", re.IGNORECASE
)
_BACK = re.compile(
    r"\W*(?:they|he|she|it|both|the\s+(?:victims?|pair|two|couple|men|women|man|woman))\b", re.IGNORECASE
)
_ANOTHER = re.compile(r"\b(?:another|other|also|separately|elsewhere)\b", re.IGNORECASE)
_NOUN = re.compile(r"\b(?:[Tt]he|[Oo]f|[Hh]is|[Hh]er|[Ii]ts|[Tt]wo|[Tt]hree)\s+([A-Za-z]{4,})\b")  # what it was done to
_NEAR_PARAGRAPHS = 2  # how far back "the attack" reaches


def lend_places(groups: Sequence[Group], lines: Sequence[Line]) -> None:
    """Place an accusation that names no place at the strike that it speaks of, else where it was spoken."""
    told = [g for g in groups if g.drafts[0].kind is Kind.STRIKE]
    strikes = [g for g in told if _places_of(g)]
    for group in groups:
        if group.drafts[0].kind is Kind.ACCUSATION:
            _forget_where_spoken(group, of_a_strike=_spoken_of(group.drafts[0], strikes) is not None)
        if group.drafts[0].kind is Kind.ACCUSATION and (finer := _town_of(group, strikes)):
            group.finer.append(finer)
        elif group.drafts[0].kind is Kind.ACCUSATION and not any(place_of(d) for d in group.drafts):
            if _is_of_one_unplaced(group.drafts[0], told):
                continue
            meant = _by_the_accused(group, strikes) or _spoken_of(group.drafts[0], strikes)
            lent = _place_to_lend(group, meant, lines) if meant else next(_land_that_shelters(group, lines), None)
            lent = lent or _scene_of_the_deed(group, lines) or where_spoken(lines, group.drafts)
            if lent := lent or _where_it_is_told(group, strikes, lines):
                group.finer.append(lent)


def _town_of(group: Group, strikes: Sequence[Group]) -> PlaceMention | None:
    """Find the town of the strike that a charge speaks of, of which it names the land alone."""
    land = next((p for d in group.drafts if (p := place_of(d))), None)
    if land is None or land.place is None or land.place.kind not in _LANDS:
        return None
    charge = replace(group.drafts[0], places=())
    before = charge.line.number + _NEXT
    inside = [g for g in strikes if contains(land, _places_of(g)[-1]) and g.drafts[0].line.number <= before]
    meant = _spoken_of(charge, inside) if len({_places_of(g)[-1].place for g in inside}) == 1 else None
    return _places_of(meant)[-1] if meant else None


def _scene_of_the_deed(group: Group, lines: Sequence[Line]) -> PlaceMention | None:
    """Find the one town in which another sentence says that it was: "they were poisoned in the city of X"."""
    own = {d.line.number for d in group.drafts}
    told = " ".join(d.line.text for d in group.drafts)
    deeds = {m[1].lower() for m in _NO_STRIKE.finditer(told)}
    others = (n for n in lines if n.number not in own and n.zone is Zone.BODY)
    telling = [
        n
        for n in others
        if deeds & {m[1].lower() for m in _NO_STRIKE.finditer(n.text)} and _is_of_the_same(n.text, told)
    ]
    towns = {p.place: p for n in telling for p in n.places if p.cue is Cue.AT and p.place and p.place.kind in _POINTS}
    return next(iter(towns.values())) if len(towns) == 1 else None


def _is_of_the_same(text: str, told: str) -> bool:
    """Whether a sentence that tells of such a deed speaks of those wronged by the one told: "they", or a noun of it."""
    if _ANOTHER.search(text):
        return False
    nouns = set(_NOUN.findall(_NO_STRIKE.sub("", told)))
    return bool(_BACK.match(text)) or not nouns.isdisjoint(_NOUN.findall(text))


def _forget_where_spoken(group: Group, *, of_a_strike: bool) -> None:
    """Leave the hall in which a charge was spoken where what it speaks of is a strike told, or placed beside it."""
    placed = [(i, d, place) for i, d in enumerate(group.drafts) if (place := place_of(d))]
    spoken = [i for i, d, place in placed if place.start < d.line.start + d.act]
    if len(spoken) == len(placed):
        halls = [i for i, d, place in placed if is_spoken_at(d.line, d.line.local(place)[0])]
        spoken = halls if of_a_strike else []
    for i in spoken:
        others = tuple(replace(p, role=Role.OTHER) for p in group.drafts[i].places)
        group.drafts[i] = replace(group.drafts[i], places=others)


def _places_of(strike: Group) -> list[PlaceMention]:
    """Collect the places of a strike, the finest last."""
    named = strike.finer or [p for d in strike.drafts if (p := place_of(d))]
    return sorted(named, key=lambda place: not any(contains(place, other) for other in named))


def _where_it_is_told(group: Group, strikes: Sequence[Group], lines: Sequence[Line]) -> PlaceMention | None:
    """Take the accuser's country where strikes hit it, else the only one hit, unless it is that of the accused."""
    countries = {p.place.country for g in strikes for p in _places_of(g) if p.place}
    accusers = {d.actor.country for d in group.drafts if d.actor and d.actor.country}
    accused = {r.country for d in group.drafts for r in d.recipients} if accusers else set()
    told = countries & accusers or (countries - accused if len(countries) == 1 else set())
    return next(countries_named(lines, told), None)


def _land_that_shelters(group: Group, lines: Sequence[Line]) -> Iterator[PlaceMention]:
    """Yield the country of a state that is accused of giving shelter: what it is accused of is done there."""
    for draft in group.drafts:
        accused = {r.country for r in draft.recipients if r.country and not is_group(r)}
        if _SHELTER.search(draft.target):
            named = (p for line in (draft.line, *lines) for p in line.places if p.place and p.place.country in accused)
            yield from (p for p in named if p.place and p.place.kind is PlaceKind.COUNTRY)


def _place_to_lend(group: Group, strike: Group, lines: Sequence[Line]) -> PlaceMention | None:
    """Choose the place of the strike that a charge speaks of; what lies around it, for a charge that is wide."""
    place = _places_of(strike)[-1]
    if place.place is None or place.place.kind not in _POINTS or not any(_is_wide(d) for d in group.drafts):
        return place
    around = (p for line in reversed(lines) for p in line.places if contains(p, place) and p.cue in _AROUND)
    return min(around, key=lambda p: p.place is not None and p.place.kind is PlaceKind.COUNTRY, default=None)


def _is_wide(charge: Draft) -> bool:
    """Whether a charge is of a place not known, or of a whole war where its sentence points at no scene of it."""
    points = _OF_THE_STRIKE.search(charge.line.text) or THE_TOWN.search(charge.line.text)
    return elsewhere(charge.part, charge.act) or bool(_IN_GENERAL.search(charge.target) and not points)


def _by_the_accused(group: Group, strikes: Sequence[Group]) -> Group | None:
    """Find the one sentence in which the accused are said to have struck."""
    accused = {side(r) for d in group.drafts for r in d.recipients}
    if any(_OF_A_PEOPLE.search(d.target) and not THE_TOWN.search(d.line.text) for d in group.drafts):
        return None
    named = [r.name.removeprefix("the ") for d in group.drafts for r in d.recipients]
    if _just_told(group.drafts[0], strikes):
        return None
    theirs = [g for g in strikes if any(_is_by(d, accused, named) for d in g.drafts)]
    return theirs[-1] if len({g.drafts[0].line.number for g in theirs}) == 1 else None


def _just_told(charge: Draft, strikes: Sequence[Group]) -> bool:
    """Whether a charge points at the strike told last, of nobody said yet: "over the incident", "planted the bomb"."""
    if not (_OF_THE_STRIKE.search(charge.target) or _IT.fullmatch(charge.target)):
        return False
    told = [d for g in strikes for d in g.drafts if d.line.number < charge.line.number]
    last = max(told, key=lambda d: d.line.number, default=None)
    return last is not None and last.actor is None and charge.line.paragraph - last.line.paragraph <= 1


def _is_of_one_unplaced(charge: Draft, strikes: Sequence[Group]) -> bool:
    """Whether a charge points at the strike of the sentence before it, of which no place is known."""
    points = _OF_THE_STRIKE.search(charge.target) or _IT.fullmatch(charge.target)
    before = [g for g in strikes if any(d.line.number == charge.line.number - 1 for d in g.drafts)]
    near = bool(before) and all(g.last_paragraph == charge.line.paragraph for g in before)
    return bool(points) and near and not any(_places_of(g) for g in before)


def _is_by(strike: Draft, sides: set[str], names: Sequence[str]) -> bool:
    """Whether a strike is told as by one of these sides, or by what bears a name: "by the Saudi-led coalition"."""
    if strike.actor:
        return side(strike.actor) in sides
    return any(re.search(rf"\bby\s+(?:[\w-]+\s+){{0,3}}{re.escape(name)}\b", strike.line.text) for name in names)


def _spoken_of(charge: Draft, strikes: Sequence[Group]) -> Group | None:
    """Find the strike that a charge speaks of as "the attack", as a crime, or by naming nothing but the culprit."""
    if not charge.recipients or not _is_of_a_strike(charge, strikes):
        return None
    if any(p.mention.start >= charge.line.start + charge.act for p in _others(charge)):
        return None
    before = [g for g in strikes if g.drafts[0].line.number <= charge.line.number] or _next(charge, strikes)
    near = [g for g in before if charge.line.paragraph - g.last_paragraph <= _NEAR_PARAGRAPHS]
    alike = [g for g in before if _sorts(charge.target) & _sorts(*(d.target for d in g.drafts))]
    alone = _at_one_place(before)
    fitting = _not_by(charge, near) or _not_by(charge, alike) or _not_by(charge, alone)
    fitting = fitting or [g for g in near if _IN_WAR.search(charge.target)] or _answered(charge, alone)
    if weapon := _THE_WEAPON.search(charge.target):  # "blamed Hamas for the mortars": no strike by another weapon
        fitting = [g for g in fitting if any(d.sub_kind == weapon[1] for d in g.drafts)]
    return max(fitting, key=lambda g: g.drafts[0].line.number, default=None)


def _at_one_place(strikes: Sequence[Group]) -> list[Group]:
    """Take the strikes of the one place that is told, whatever land around it others name: none where there are two."""
    scenes = [_places_of(g)[-1] for g in strikes]
    finest = {p.place for p in scenes if not any(contains(p, other) for other in scenes)}
    return [g for g in strikes if _places_of(g)[-1].place in finest] if len(finest) == 1 else []


def _answered(charge: Draft, strikes: Sequence[Group]) -> list[Group]:
    """Take the only strike told, though it was laid to the accuser, for a charge that answers in a word or two."""
    points = not charge.target or _OF_THE_STRIKE.search(charge.target) or _IT.fullmatch(charge.target)
    return [*strikes] if points else []


def _next(charge: Draft, strikes: Sequence[Group]) -> list[Group]:
    """Find the strike told right after a charge that opens the story, or the only one that it tells at all."""
    after = [g for g in strikes if g.drafts[0].line.paragraph <= charge.line.paragraph + 1]
    return after[:1] or ([*strikes] if len(strikes) == 1 and _DEED.match(charge.target) else [])


def _is_of_a_strike(charge: Draft, strikes: Sequence[Group]) -> bool:
    said = charge.target
    if any(words.search(said) for words in (_OF_THE_STRIKE, _OF_WAR, _A_CRIME)):
        return True
    if _IT.fullmatch(said) or _ONLY_NAMES.fullmatch(_FURTHER.split(said)[0]):
        return any(g.drafts[0].line.number <= charge.line.number for g in strikes)
    sorts = _sorts(said)
    told = _sorts(*(d.target for g in strikes for d in g.drafts))
    return bool(_DEED.match(said)) and (len(strikes) == 1 or not sorts or not told.isdisjoint(sorts))


def _not_by(charge: Draft, strikes: Sequence[Group]) -> list[Group]:
    """Leave out the strikes of the accuser's own side."""
    accuser = charge.actor and side(charge.actor)
    return [g for g in strikes if not any(accuser and d.actor and side(d.actor) == accuser for d in g.drafts)]


def _sorts(*targets: str) -> frozenset[str]:
    """Collect what the words say was struck: hospital, market."""
    return frozenset(m.group().lower().removesuffix("s") for target in targets for m in ANY_SORT.finditer(target))


def _others(charge: Draft) -> list[RolePlace]:
    """Places that the charge itself names, though not as where it was done."""
    recipients = {r.country for r in charge.recipients}
    further = _FURTHER.search(charge.line.text, charge.act)
    end = charge.line.start + (further.start() if further else len(charge.line.text))
    named = [p for p in charge.places if p.mention.cue not in _NO_SCENE and p.mention.start < end]
    return [p for p in named if p.mention.place and p.mention.place.country not in recipients]
