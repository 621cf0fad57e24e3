"""Sentences beside a strike that tell more of it and no strike: how many were hurt, where it stands, when that was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from geo.place import Cue, PlaceMention, distance_km
from timeline.article import Zone
from timeline.reading.extract.day.apart import came_before, time_apart
from timeline.reading.extract.day.dating import may_date
from timeline.reading.extract.day.days_apart import came_after
from timeline.reading.extract.day.other_scenes import is_of_who_they_were
from timeline.reading.extract.force.accidents import is_of_another_cause, names_another_cause
from timeline.reading.extract.force.force import ACT
from timeline.reading.extract.party.parties import is_capital
from timeline.reading.extract.sentence.group import Group, place_of, places_differ
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.measured import NEAR_KM, elsewhere
from timeline.reading.extract.sentence.within import contains, is_region
from timeline.reading.extract.strike.background import HAD, goes_back_with
from timeline.reading.extract.strike.labels import add_label
from timeline.reading.extract.strike.whereabouts import COUNTS, SHIP, THE_ACT, is_country
from timeline.reading.extract.strike.whose_toll import MOST_OF_ONE_STRIKE, is_of_more, is_of_other_harm, recalls
from timeline.reading.extract.toll.no_harm import denied
from timeline.reading.extract.toll.tolls import tolls
from timeline.reading.extract.toll.totals import (
    IN_ALL,
    agree,
    announced,
    fuller,
    is_partial,
    speaks_of_harm,
    without_the_other,
)
from timeline.reading.extract.where.bystanders import is_of_care
from timeline.reading.extract.where.scenes import THERE, is_town
from timeline.reading.words import finder, phrases
from timeline.when import TimeMention, When

_THE_SITE = finder(f"the {noun}" for noun in phrases("struck_sites"))
_SLAIN = re.compile(r"\b(?:bodies|corpses|coffins|killed|slain)\b", re.IGNORECASE)  # not who died of cold
_CAMP = re.compile(r"\s+(?:(?:displacement|refugee|displaced\s+persons|IDP)\s+)?camp\b")
_AT_THE = re.compile(r"\b(?:at|in)\s+(?:the\s+)?$", re.IGNORECASE)
_CALLED = re.compile(r"\b(?:called|named|known\s+as|in|at|near|of)\s+$")
_STANDS_IN = re.compile(
    rf"\W*{_THE_SITE.pattern}\s+(?:stands|stood|lies|lay|is|was)\s+(?:located\s+|situated\s+)?(?:in|at|near|on)\b",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"\W*(?:that\s+(?:day|night|morning|evening)|it|in\s+all|altogether)\b", re.IGNORECASE)
_CARED_FOR = re.compile(
    r"\b(?:hospitals?|clinics?|doctors?|medics|surgeons?|wounded|injured|survivors?|casualties|treated)\b",
    re.IGNORECASE,
)
_AT_ANOTHER_TIME = re.compile(
    r"\W*(?:the\s+(?:day|night)\s+before|earlier|later|then|next|separately|elsewhere|meanwhile)\b", re.IGNORECASE
)
_IN_NEITHER = re.compile(  # "neither attack caused any casualties"
    r"\b(?:neither|either|none\s+of\s+(?:the|these)(?:\s+(?:two|three))?)\s+(?:of\s+(?:the|these|them)\s+)?(?:\w+\s+)?"
    r"(?:strike|attack|raid|blast|explosion|incident|case|shelling|bombing)s?\b",
    re.IGNORECASE,
)
_OF_A_WHOLE_DAY = re.compile(r"\b(?:over|in|during|within)\s+the\s+(?:past|last)\s+(?:day|24\s+hours)\b", re.IGNORECASE)
_TELLING = 3  # hurt; fewer may be so many by chance
_THE_SHIP = re.compile(rf"\b(?:the|its)\s+(?:\w+\s+)?{SHIP.pattern}|\b(?:crew|sailors?|seafarers?)\b", re.IGNORECASE)
_LOOKS_BACK = re.compile(  # "the deadliest since a bomb killed nine", "two days after guerrillas shelled"
    r"\b(?:since|after|following)\s+(?:[\w'’-]+\s+){0,6}$", re.IGNORECASE
)
_LATER_FOUND = re.compile(  # days after the strike
    r"\b(?:bod(?:y|ies)|remains)\b|\b(?:died|dead|succumbed)\s+(?:in\s+(?:a\s+)?hospital|of\s+(?:his|her|their)\s)",
    re.IGNORECASE,
)
_ANOTHER_THING = re.compile(
    r"\b(?:a|the)\s+(?:second|third|fourth|other)\s+(?!time\b|day\b|attack\b|strike\b|side\b)(?:[\w-]+\s+){0,2}?"
    rf"(?:{SHIP.pattern}|house|building|flat|block|car|bus|lorry|truck|village|town|base|depot|refinery|plant)\b",
    re.IGNORECASE,
)
_IN_CARE = re.compile(r"\b(?:hospitals?|clinics?|medical|doctors?|medics|surgeons?|treated)\b", re.IGNORECASE)
_COUNTED_PARAGRAPHS = 6  # how far on, or ahead, a story with one strike counts its wounded and dead
_CARED_FOR_PARAGRAPHS = 2  # how far on a story with several speaks of the wounded of the last
_IS_NOW = re.compile(r"\b(?:is|are|has\s+been|have\s+been)\s+(?:yet\s+)?(?:reported|known|said)\b", re.IGNORECASE)


def add_details(groups: Sequence[Group], lines: Sequence[Line], published: When | None) -> None:
    """Give lines that only count the hurt, or say where the struck building stands, to the event told before them."""
    told = _told_by(groups)
    last: Group | None = None
    news: Group | None = None
    seen: list[Group] = []
    ahead: list[Line] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if line.zone is not Zone.BODY:
            continue
        if line.number in told:
            last = last if last and came_after(line) else told[line.number]  # "it came a day after": the news goes on
            news = news if _had_been(last, line) else last
            seen = seen if any(g is last for g in seen) else [*seen, last]
        elif last is None:
            ahead.append(line)
        elif before and (
            _points_elsewhere(last, before, line)
            or (len(seen) > 1 and IN_ALL.search(line.text))
            or (
                before.number not in told
                and (
                    _is_of_another_thing(before, line)
                    or _goes_on_with_another_town(last, before, line)
                    or (THE_ACT.match(line.text) and goes_back_with(last, before, line, published))
                )
            )
            or _is_of_them_all(groups, last, line)
        ):
            continue
        elif line.paragraph - last.last_paragraph <= 1:
            add_label(last, line)
            now = news if _IS_NOW.search(line.text) or line.paragraph > last.last_paragraph else None
            home = _struck_there(groups, line) or _counted_before(seen, last, line) or now or last
            _add_detail(home, line)
        elif _is_of_its_wounded(last, line, alone=len(seen) == 1) or (len(groups) == 1 and _STANDS_IN.match(line.text)):
            _add_detail(last, line)
    if last:
        _add_what_came_first(min(groups, key=_first_line), ahead)
    _share_with_both(groups, lines)


def _is_of_them_all(groups: Sequence[Group], last: Group, line: Line) -> bool:
    """Whether others hurt, nobody says where, are those of all the towns of a sentence that counts the dead of each."""
    if line.places or THE_ACT.match(line.text) or THERE.search(line.text):
        return False
    number = max(d.line.number for d in last.drafts)
    days = {_day_of(last), None}
    counted = [g for g in groups if g.killed and any(d.line.number == number for d in g.drafts) and _day_of(g) in days]
    return len(counted) > 1 or (bool(counted) and last not in counted)


def _day_of(group: Group) -> date | None:
    day = group.own_date.when if group.own_date else None
    return day.first if day else None


def _share_with_both(groups: Sequence[Group], lines: Sequence[Line]) -> None:
    """Give the two strikes told last what a sentence says of neither: "neither attack caused any casualties"."""
    for line in lines:
        if _IN_NEITHER.search(line.text):
            told = [g for g in groups if g.drafts[0].line.number <= line.number]
            for group in told[-2:]:
                _add_toll(group, line)


def _had_been(group: Group, line: Line) -> bool:
    """Whether a sentence tells of a strike as of one before the news: "the tower had been hit on Sunday"."""
    return came_after(line) or any(
        HAD.search(d.part.text, 0, d.act) for d in group.drafts if d.line.number == line.number
    )


def _told_by(groups: Sequence[Group]) -> dict[int, Group]:
    """Give the strike that each sentence tells: of two the last, but not one that the sentence only looks back to."""
    told: dict[int, Group] = {}
    for group in groups:
        for draft in group.drafts:
            if draft.line.number not in told or not _LOOKS_BACK.search(draft.line.text, 0, draft.act):
                told[draft.line.number] = group
    return told


def _first_line(group: Group) -> int:
    return min(d.line.number for d in group.drafts if d.line.zone is Zone.BODY or len(group.drafts) == 1)


def _add_what_came_first(group: Group, ahead: Sequence[Line]) -> None:
    """Take the hurt that a story counts before it tells of the strike: "Sixteen died. A drone had hit ..."."""
    first = next(d for d in group.drafts if d.line.number == _first_line(group))
    if first.tally:
        return
    for line in reversed(ahead):
        if time_apart(first.line.text) or _AT_ANOTHER_TIME.match(first.line.text):
            return
        if first.line.paragraph - line.paragraph > 1 and not _counts_there(group, line):
            continue
        if not (_is_on_another_day(group, line) or is_of_another_cause(line.text) or denied(line.text, "killed")):
            _add_detail(group, line)


def _is_on_another_day(group: Group, line: Line) -> bool:
    """Whether a sentence names a day that is not the strike's, other than that on which a victim died or was found."""
    day = group.own_date.when if group.own_date else None
    days = [t.when for t in line.times if may_date(line, t) and t.when]
    return bool(
        day and any(not when.meets(day.first, day.last) for when in days) and not _LATER_FOUND.search(line.text)
    )


def _counts_other_dead(group: Group, line: Line) -> bool:
    """Whether a sentence counts other dead, of another day: "two guards died on Friday and ten were hurt"."""
    dead = tolls(line.text, line.date_spans).killed
    if dead is None or group.killed is None or agree(group.killed, dead) or is_partial(dead):
        return False
    fewer = (dead.best or 0) < (group.killed.best or 0)
    return fewer and _is_on_another_day(group, line)


def _is_of_a_whole_day(group: Group) -> bool:
    """Whether the strikes of a day and a night are told as one: "shelled the district over the past day"."""
    return any(_OF_A_WHOLE_DAY.search(d.part.text) for d in group.drafts)


def _counts_there(group: Group, line: Line) -> bool:
    """Whether a sentence well ahead of the strike counts the bodies in its town: "15 bodies lay in Bakhmut"."""
    if group.drafts[0].line.paragraph - line.paragraph > _COUNTED_PARAGRAPHS or not _SLAIN.search(line.text):
        return False
    own = [place.place for d in group.voices if (place := place_of(d)) is not None]
    return any(is_town(p) and p.cue is Cue.AT and p.place in own for p in line.places)


def _struck_there(groups: Sequence[Group], line: Line) -> Group | None:
    """Find the strike told before that a sentence counts the hurt of: in the town that it names, or on "the ship"."""
    towns = [p.place for p in line.places if is_town(p) and p.cue is Cue.AT]
    before = (g for g in reversed(groups) if min(d.line.number for d in g.drafts) < line.number)
    if towns or not _THE_SHIP.search(line.text):
        return next((g for g in before if any((at := place_of(d)) and at.place in towns for d in g.voices)), None)
    return next((g for g in before if any(SHIP.search(d.part.text) for d in g.voices)), None)


def _counted_before(seen: Sequence[Group], last: Group, line: Line) -> Group | None:
    """Find the strike told earlier whose hurt a sentence counts once more, all alike: "The fire injured 24 people"."""
    harm = tolls(line.text, line.date_spans)
    mine = [t for t in (harm.killed, harm.injured) if t and (t.best or 0) >= _TELLING]
    if not mine or last.killed or last.injured:
        return None
    alike = [g for g in seen if all(any(o and o.best == t.best for o in (g.killed, g.injured)) for t in mine)]
    return alike[0] if len(alike) == 1 else None


def _tells_of_it(group: Group, line: Line, mention: PlaceMention) -> bool:
    """Whether a place named beside the hurt is the strike's own, or only where they are cared for or counted."""
    own = [place for d in group.voices if (place := place_of(d)) is not None]
    same = any(p.place == mention.place or (contains(p, mention) and not (is_region(p) or is_country(p))) for p in own)
    if not own:
        return True
    around = is_capital(mention) or (own and all(contains(mention, place) for place in own))
    aside = is_of_who_they_were(line, mention) or is_of_care(line, mention)
    return same or aside or bool(around and COUNTS.search(line.text, 0, line.local(mention)[0]))


def _points_elsewhere(group: Group, before: Line, line: Line) -> bool:
    """Whether "there" is another town, which the sentence before names: "a mill in Mosul. Two men died there"."""
    return bool(THERE.search(line.text)) and _is_set_elsewhere(group, before)


def _goes_on_with_another_town(group: Group, before: Line, line: Line) -> bool:
    """Whether the hurt may be those of strikes elsewhere: "Blasts were reported in Uman. One person was killed"."""
    return before.paragraph == line.paragraph and not line.places and strikes_elsewhere(group, before)


def strikes_elsewhere(group: Group, line: Line) -> bool:
    """Whether a sentence speaks of strikes in towns, and none where this strike was."""
    return bool(ACT.search(line.text)) and _is_set_elsewhere(group, line)


def _is_set_elsewhere(group: Group, line: Line) -> bool:
    """Whether a sentence names towns, and none where the strike was."""
    towns = [p for p in line.places if is_town(p) and p.cue is Cue.AT]
    own = [place_of(d) for d in group.voices]
    return bool(towns) and all(places_differ(town, place) for town in towns for place in own if place)


def _is_of_another_thing(before: Line, line: Line) -> bool:
    """Whether nobody was hurt on what the sentence before brought up: "A second ship reported a near miss"."""
    brought_up = before.paragraph == line.paragraph and _ANOTHER_THING.search(before.text)
    return bool(brought_up and denied(line.text, "injured"))


def _is_of_its_wounded(group: Group, line: Line, *, alone: bool) -> bool:
    """Whether a sentence further on speaks of the wounded as they are cared for, and of no other day."""
    reach = _COUNTED_PARAGRAPHS if alone else _CARED_FOR_PARAGRAPHS
    near = line.paragraph - group.last_paragraph <= reach
    return near and not line.times and bool((_CARED_FOR if alone else _IN_CARE).search(line.text))


def _add_detail(group: Group, line: Line) -> None:
    if not (speaks_of_harm(line.text) or _THE_SITE.search(line.text)) or is_of_other_harm(line.text):
        return
    same_dead = _counts_the_same_dead(group, line)
    if elsewhere(line) and not same_dead:
        return
    if (
        ((is_of_more(line.text) or _OF_A_WHOLE_DAY.search(line.text)) and not _is_of_a_whole_day(group))
        or came_before(line.text)
        or recalls(line, group.own_date.when if group.own_date else None)
        or _is_of_another_town(group, line)
        or _announces_others(group, line)
        or _counts_other_dead(group, line)
    ):
        return
    finer = _finer_place(group, line)
    if finer is not None:
        group.finer.append(finer)
    elif not same_dead and any(p.cue is Cue.AT and p.place and not _tells_of_it(group, line, p) for p in line.places):
        return
    if _add_toll(group, line) or finer is not None:
        group.detail(line)
        _add_date(group, line)


def _counts_the_same_dead(group: Group, line: Line) -> bool:
    """Whether a sentence tells of as many dead, in a village of the region struck: "in X at least 64 died"."""
    own = [p for d in group.voices if (p := place_of(d)) is not None]
    wide = own and all(is_region(p) or is_country(p) for p in own)
    if not wide or group.killed is None or group.killed.best in (None, 1):
        return False
    dead = tolls(line.text, line.date_spans).killed
    return dead is not None and dead.best == group.killed.best


def _is_of_another_town(group: Group, line: Line) -> bool:
    """Whether the hurt are counted in another town: "16 died in Hodeidah's Al-Hawk district" after a raid on Sanaa."""
    places = [place_of(d) for d in group.voices]
    owners = [p for p in line.places if p.cue is Cue.OWNER and is_town(p) and not is_capital(p)]
    return any(all(places_differ(p, own) for p in places) for own in owners) and any(places)


def _announces_others(group: Group, line: Line) -> bool:
    """Whether a total is of another place or cause: "the number of dead in Turkey's earthquake rose to 40"."""
    own = [p for d in group.voices if (p := place_of(d)) is not None]
    for start, end, _ in announced(line.text):
        named = [p for p in line.places if p.place and start <= line.local(p)[0] < end]
        far = [p for p in named if not any(p.place == o.place or contains(p, o) or contains(o, p) for o in own)]
        if (own and far) or names_another_cause(line.text[start:end]):
            return True
    return False


def _finer_place(group: Group, line: Line) -> PlaceMention | None:
    places = [p for d in group.voices if (p := place_of(d)) is not None]
    if not places and not group.finer and (_OF_IT.match(line.text) or THE_ACT.match(line.text)):
        towns = [p for p in line.places if is_town(p) and p.cue is Cue.AT]
        return towns[0] if len(towns) == 1 else None
    if there := _town_there(line, places) or _camp_beside(line, places) or _town_called(line, places):
        return there
    if not _THE_SITE.search(line.text):
        return None
    inside = (m for m in line.places if m.cue is Cue.AT and any(contains(p, m) for p in places))
    return next(inside, None)


def _camp_beside(line: Line, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """Find the camp by the struck town at which a sentence counts the dead: "seven died at the Ravno camp"."""
    camps = [p for p in line.places if p.place and _CAMP.match(line.text, line.local(p)[1])]
    camps = [p for p in camps if _AT_THE.search(line.text, 0, line.local(p)[0])]
    near = [
        p
        for p in camps
        if all(is_town(o) and o.place and p.place and distance_km(o.place, p.place) <= NEAR_KM for o in places)
    ]
    return near[0] if len(near) == 1 and places else None


def _town_called(line: Line, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """Find the town in which the struck building is said to stand: "The clinic stands in a northern town called X"."""
    called = [p for p in line.places if is_town(p) and _CALLED.search(line.text, 0, line.local(p)[0])]
    stands = _STANDS_IN.match(line.text)
    return called[0] if stands and len(called) == 1 and all(contains(p, called[0]) for p in places) else None


def _town_there(line: Line, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """Find the town in the struck region that a sentence tells the harm of: "Romny lost a mill; six died there"."""
    wide = places and all(is_region(p) or is_country(p) for p in places)
    towns = [p for p in line.places if is_town(p) and p.cue is Cue.SUBJECT and all(contains(w, p) for w in places)]
    return towns[0] if wide and len(towns) == 1 and THERE.search(line.text, line.local(towns[0])[1]) else None


def _add_toll(group: Group, line: Line) -> bool:
    harm = tolls(without_the_other(line.text), line.date_spans)
    if any((toll.best or 0) >= MOST_OF_ONE_STRIKE for toll in harm.sure):
        return False
    before = group.killed, group.injured
    group.killed, group.injured = fuller(group.killed, harm.killed), fuller(group.injured, harm.injured)
    if harm.killed and group.killed and IN_ALL.search(line.text):
        group.killed = max(group.killed, harm.killed, key=lambda toll: toll.best or 0)
    return before != (group.killed, group.injured)


def _add_date(group: Group, line: Line) -> None:
    """Date a strike by the line that speaks of it again, "The attack, in April, killed seven", or counts its dead."""
    days = [t for t in line.times if may_date(line, t)]
    if group.lent is None and len(days) == 1 and (THE_ACT.match(line.text) or _counts_the_dead(group, line, days[0])):
        group.lent, group.day_told = days[0], True


def _counts_the_dead(group: Group, line: Line, day: TimeMention) -> bool:
    """Whether a line tells on which day they died whom nobody else has dated: "Nine lost their lives on Friday"."""
    dated = group.own_date is not None or day.when is None or not day.when.days
    if dated or day.when is None or (day.when.days or 0) > 1 or _LATER_FOUND.search(line.text):
        return False
    dead = tolls(line.text, line.date_spans).killed
    others = dead is None or (group.killed is not None and not agree(group.killed, dead))
    return not (others or names_another_cause(line.text) or _CARED_FOR.search(line.text))
