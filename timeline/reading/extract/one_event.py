"""What a story that tells one event says once: its one day is that event's, and so is its one town.

Where no sentence ties a day or a town to the event, a story that names a second one leaves it unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.place import Cue, PlaceKind, PlaceMention
from timeline.article import REPORTING_ZONES, Zone
from timeline.event import Kind
from timeline.reading.extract.day.apart import came_before
from timeline.reading.extract.day.only_day import only_day
from timeline.reading.extract.force.accidents import is_of_another_cause
from timeline.reading.extract.force.force import ACT, ARMS, KINETIC_ACT, any_of
from timeline.reading.extract.party.parties import is_capital
from timeline.reading.extract.party.persons import family_key
from timeline.reading.extract.sentence.draft import DateHold
from timeline.reading.extract.sentence.group import Group, place_of, places_differ
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.measured import as_measured, elsewhere
from timeline.reading.extract.sentence.within import contains, is_region
from timeline.reading.extract.strike.details import strikes_elsewhere
from timeline.reading.extract.strike.lent_days import OF_A_DEED, says_then, tells_the_day
from timeline.reading.extract.strike.spread import sends_many
from timeline.reading.extract.strike.struck import ANY_SORT
from timeline.reading.extract.strike.whose_toll import MOST_OF_ONE_STRIKE, is_of_more, is_of_other_harm
from timeline.reading.extract.toll.only_dead import only_dead
from timeline.reading.extract.toll.tolls import tolls
from timeline.reading.extract.toll.totals import agree, speaks_of_harm
from timeline.reading.extract.voice.speakers import says
from timeline.reading.extract.voice.spoken_days import tells_a_deed
from timeline.reading.extract.where.bystanders import is_of_care, is_of_statesmen, is_said_at
from timeline.reading.extract.where.one_place import is_in_its_lands, may_be_it, strikes_its_own
from timeline.reading.words import Cues, finder, of_class, phrases
from timeline.when import TimeMention, When

_NAME = re.compile(r"[A-Z][\w’'-]+")
_FULL_NAME = re.compile(r"(?<!^)\b[A-Z][\w’'-]+\s[A-Z][\w’'-]+")
_CLAIMS = Cues([*phrases("claims"), *of_class("when_spoken", "words")], plural=True)
_OTHERS = re.compile(r"\b(?:others?|another|more)\b", re.IGNORECASE)  # hurt on another day, perhaps
_A_THING_IN = re.compile(r"\ban?\s+(?P<thing>(?:[\w-]+\s+){1,3}?)in\s+(?:the\s+\w+\s+of\s+)?$", re.IGNORECASE)
_SENT = re.compile(  # weapons from where they are fired, people from where they set out
    r"\b(?:fir(?:ed|ing)|launch\w*|shot|flown|flew|flights?|trains?|bus(?:es)?|took\s+off|sent|km|kilomet\w+|miles"
    r"|brought|back|return\w*|away)\b[^,.;]{0,60}$",
    re.IGNORECASE,
)
_MADE = re.compile(r"\b(?:made|built|assembled|bought|produced|trained|based|born)\s+(?:in|at|near)\s+$", re.IGNORECASE)
_THAT_DAY = re.compile(r"\bthat\s+(?:same\s+)?(?:day|morning|afternoon|evening|night)\b", re.IGNORECASE)
_WORDS_ON = re.compile(  # "a speech of [5 May]", "the remarks, which she made on [Friday]", "what was said on [Friday]"
    rf"(?:{finder([*of_class('when_spoken', 'words'), 'words', 'language'], plural=True).pattern}"
    r"|\b(?:what|whatever)\b[^.;:]{0,30}\bsaid)[^.;:]{0,50}?\s(?:of|on|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_SOON = 2  # sentences after the first in which a story names the town of what it told of a whole land
_NEAR_DEAD = 2  # paragraphs between the strike and the only count of its dead
_FORCE = any_of([ARMS, ACT, KINETIC_ACT])
_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION})
_NARROW = frozenset({PlaceKind.CITY, PlaceKind.SITE, PlaceKind.DISTRICT})


def complete(groups: Sequence[Group], lines: Sequence[Line], published: When | None) -> None:
    """Give the event of a story that tells only one the day, the town and the dead that it lacks.

    A charge beside a strike is of that strike. A paragraph that tells one strike of several counts its own dead.
    """
    told = [line for line in lines if line.zone in REPORTING_ZONES]
    strikes = [group for group in groups if group.drafts[0].kind is Kind.STRIKE]
    if len(strikes) > 1:
        for event in strikes:
            if own := _own_paragraph(event, strikes, told):
                _count(event, own, [line for line in own if line.number not in _numbers(event)], published)
    elif strikes or len(groups) == 1:
        _complete((strikes or groups)[0], told, published)


def _numbers(event: Group) -> set[int]:
    return {draft.line.number for draft in event.drafts}


def _own_paragraph(event: Group, strikes: Sequence[Group], lines: Sequence[Line]) -> list[Line]:
    """Give the lines of the one paragraph that tells the event, if it tells no other strike."""
    paragraphs = {d.line.paragraph for d in event.drafts}
    others = {d.line.paragraph for other in strikes if other is not event for d in other.drafts}
    return (
        [line for line in lines if line.paragraph in paragraphs]
        if len(paragraphs) == 1 and not paragraphs & others
        else []
    )


def _complete(event: Group, told: Sequence[Line], published: When | None) -> None:
    own = _numbers(event)  # what these name was weighed already
    others = [line for line in told if line.number not in own]
    if event.lent is None and all(d.hold in (DateHold.NONE, DateHold.VAGUE) and d.when is None for d in event.drafts):
        event.lent = _day(event, told, others, published)
        event.day_told = event.day_told or (event.lent is not None and any(map(says_then, event.drafts)))
    if event.drafts[0].kind is Kind.STRIKE:
        _place(event, told, others)
        _count(event, told, others, published)


def _day(event: Group, told: Sequence[Line], others: Sequence[Line], published: When | None) -> TimeMention | None:
    """Find the only day of the story, if a sentence of the event names it or the story is set on it."""
    day = only_day(told, published)
    first = min(event.drafts, key=lambda d: d.line.number).line
    for line, after in zip(told, [*told[1:], None], strict=True):
        if day is None or day not in line.times:
            continue
        ahead = event.drafts[0].kind is Kind.STRIKE and line.number < first.number
        sets = ahead and tells_the_day(line, day, after if after and after.number == first.number else None)
        again = after and _THAT_DAY.search(after.text) and speaks_of_harm(after.text)
        if sets or ((ahead or line in others) and (again or _is_about(event, line, day))):
            return day
    return None


def _is_of_its_day(event: Group, line: Line, published: When | None = None) -> bool:
    """Whether a sentence tells of no other day than the event's, or than ``published`` where that is unknown."""
    own = event.own_date or event.lent
    when = own.when if own else published
    days = [t.when for t in line.times if t.when and t.when.days]
    return all(when is None or when.meets(day.first, day.last) for day in days)


def _is_about(event: Group, line: Line, day: TimeMention) -> bool:
    """Whether a sentence tells of the event: of the harm or the weapon of a strike, of him who brings a charge."""
    if event.drafts[0].kind is not Kind.STRIKE:
        return _is_of_the_words(event, line, day) or _is_of_the_charge(event, line)
    dead, told = event.killed, tolls(line.text, line.date_spans).killed
    if is_of_more(line.text) or _OTHERS.search(line.text) or (dead and told and not agree(dead, told)):
        return False
    beside = any(d.line.paragraph == line.paragraph for d in event.drafts) and not says(line.text)
    return beside or line.zone is not Zone.BODY or speaks_of_harm(line.text) or bool(_FORCE.search(line.text))


def _is_of_the_words(event: Group, line: Line, day: TimeMention) -> bool:
    """Whether the day is that of words, not of the accused's and not of what came while they were spoken."""
    start, end = line.local(day)
    accused = {r.country for d in event.drafts for r in d.recipients if r.country}
    lands = {p.place.country for p in line.places if p.place}
    return bool(_WORDS_ON.search(line.text, 0, start)) and not (lands & accused or OF_A_DEED.match(line.text, end))


def _is_of_the_charge(event: Group, line: Line) -> bool:
    """Whether a sentence names him who brings the charge, or speaks of his words and names nobody else."""
    accusers = [d.actor for d in event.drafts if d.actor]
    if any(family_key(word) in {a.speaker for a in accusers if a.speaker} for word in _NAME.findall(line.text)):
        return True
    own = {a.country for a in accusers if a.country}
    lands = {p.place.country for p in line.places if p.place}
    alone = lands <= own and not (_FULL_NAME.search(line.text) or tells_a_deed(line.text))
    return alone and bool(_CLAIMS.search(line.text))


def _place(event: Group, lines: Sequence[Line], others: Sequence[Line]) -> None:
    """Place the strike in the only town of the story; told of a whole land, only where the town is named first.

    A story that names no town has one region at most.
    """
    fine = any(p.place and p.place.kind in _NARROW for p in event.finer)
    if fine or any(d.tally or sends_many(d.part) or elsewhere(d.part) for d in event.drafts):
        return
    wide = [*event.finer, *(p for d in event.voices if (p := place_of(d)) is not None)]
    placed = [(line, p) for line in lines for p in line.places if p.place and p.cue is not Cue.DEMONYM]
    named = [(line, p) for line, p in placed if p.place and p.place.kind in _NARROW]
    finest = {p.place for _, p in named if not any(contains(p, other) for _, other in named)}
    if not named and not wide:
        _place_in_region(event, placed)
    if len(finest) != 1 or not all(p.place and p.place.kind in _WIDE and contains(p, named[0][1]) for p in wide):
        return
    first = min(d.line.number for d in event.drafts)
    scenes = [line for line in others if _is_of_its_day(event, line) and (not wide or line.number <= first + _SOON)]
    if not wide and _is_of_one_land(event, placed):
        scenes += [d.line for d in event.drafts]
    aimed = any(ANY_SORT.search(d.target.casefold()) for d in event.drafts)
    fitting = (
        (line, p)
        for line, p in named
        if line in scenes
        and p.place in finest
        and (may_be_it(line, p) or (not wide and _comes_from(line, p)))
        and (line in others or not _is_of_who_speaks(line, p))
        and (not wide or line.number < first or (not aimed and _is_of_a_thing_there(line, p)))
    )
    found = next(fitting, None)
    if found and is_in_its_lands(event, lines, found[1]) and not strikes_its_own(event, found[1]):
        event.finer.append(as_measured(*found))
        event.detail(found[0])


def _place_in_region(event: Group, placed: Sequence[tuple[Line, PlaceMention]]) -> None:
    """Place the strike in the only region of a story that names no town and no land but the region's and the doer's."""
    regions = [(line, p) for line, p in placed if is_region(p)]
    if len({p.place for _, p in regions}) != 1 or strikes_its_own(event, regions[0][1]):
        return
    own = _numbers(event)
    fitting = (
        (line, p)
        for line, p in regions
        if (_comes_from(line, p) if p.cue is Cue.FROM else p.cue is not Cue.TO)
        and (line.number not in own or not _is_of_who_speaks(line, p))
    )
    if _is_of_one_land(event, placed) and (found := next(fitting, None)):
        event.finer.append(found[1])
        event.detail(found[0])


def _is_of_one_land(event: Group, placed: Sequence[tuple[Line, PlaceMention]]) -> bool:
    """Whether the story names places of one country only, beside the doer's."""
    doers = {d.actor.country for d in event.drafts if d.actor}
    return len({p.place.country for _, p in placed if p.place} - doers) == 1


def _is_of_who_speaks(line: Line, mention: PlaceMention) -> bool:
    """Whether the strike's own sentence names the place of who speaks or of a maker: "a drone made in [Isfahan]"."""
    start, _ = line.local(mention)
    spoken = says(line.text) and (mention.cue is Cue.FROM or is_said_at(line, mention))
    made = _MADE.search(line.text, 0, start)
    return spoken or mention.cue is Cue.ATTRIBUTE or bool(made) or is_of_statesmen(line, start)


def _comes_from(line: Line, mention: PlaceMention) -> bool:
    """Whether news, pictures or people come from a place, and nothing was sent from it: "a doctor from [Sumy]"."""
    from_it = mention.cue is Cue.FROM and not is_capital(mention)
    return from_it and not _SENT.search(line.text, 0, line.local(mention)[0])


def _is_of_a_thing_there(line: Line, mention: PlaceMention) -> bool:
    """Whether a sentence brings up what was struck with its town: "a mill in Sumy", but not where the hurt are."""
    thing = _A_THING_IN.search(line.text, 0, line.local(mention)[0])
    return bool(thing and ANY_SORT.search(thing["thing"].casefold())) and not is_of_care(line, mention)


def _count(event: Group, lines: Sequence[Line], others: Sequence[Line], published: When | None) -> None:
    """Take the only count of the dead that the story gives, where its sentence speaks of no other dead."""
    if event.killed or any(d.tally or sends_many(d.part) for d in event.drafts):
        return
    counts = [(line, toll) for line in lines if (toll := tolls(line.text, line.date_spans).killed) and toll.best]
    if not counts:
        ahead = ["", *(line.text for line in lines)]
        pairs = ((line, only_dead(line.text, line.date_spans, said)) for line, said in zip(lines, ahead, strict=False))
        counts, others = [(line, toll) for line, toll in pairs if toll], lines
    alike = len({toll.best for _, toll in counts}) == 1 and (counts[0][1].best or 0) < MOST_OF_ONE_STRIKE
    if alike and all(line in others and _are_its_dead(event, line, lines, published) for line, _ in counts):
        event.killed = counts[0][1]
        event.detail(counts[0][0])


def _are_its_dead(event: Group, line: Line, lines: Sequence[Line], published: When | None) -> bool:
    """Whether a sentence that counts the dead, and its paragraph, tell of no other day, town, cause or strike."""
    if min(abs(d.line.paragraph - line.paragraph) for d in event.drafts) > _NEAR_DEAD:
        return False
    around = [beside for beside in lines if beside.paragraph == line.paragraph]
    if is_of_another_cause(line.text) or not all(_is_of_its_day(event, beside, published) for beside in around):
        return False
    if any(is_of_more(n.text) or is_of_other_harm(n.text) or came_before(n.text) or elsewhere(n) for n in around):
        return False
    if any(strikes_elsewhere(event, n) for n in around):
        return False
    own = [p for d in event.voices if (p := place_of(d)) is not None] + event.finer
    return not any(places_differ(p, mine) for p in line.places for mine in own if p.cue is not Cue.DEMONYM)
