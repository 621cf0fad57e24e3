"""Which sentences of one article tell one accusation: one speaker's side, one accused, one time.

What is undated is the news of the day; an accusation of April is another one, whoever repeats it now.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from timeline.article import Article, Zone
from timeline.event import Kind, Party
from timeline.reading.extract.accusation.charge_nouns import REPEATED
from timeline.reading.extract.day.dating import is_long
from timeline.reading.extract.party.groups import is_group, is_world_body, side
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.group import Group
from timeline.reading.extract.voice.voices import OF_THE_LAW
from timeline.reading.words import finder, of_class
from timeline.when import Basis, TimeMention, When

_REBELS = finder(of_class("voices", "group"))
_THE_FOE = re.compile(
    r"(?:the\s+)?(?:occupiers?|invaders?|enemy|aggressors?|occupation(?:\s+forces)?|occupying\s+forces)", re.I
)
_NEWS_DAYS = 3  # what a paper tells without a date it tells of the last days


def accusation_groups(article: Article, drafts: Sequence[Draft]) -> list[Group]:
    """Put the drafts of one article's accusations together; headlines come after the body that they announce."""
    groups: list[Group] = []
    against: dict[str, list[Group]] = defaultdict(list)
    for draft in sorted(_without_leads(drafts), key=lambda d: (d.line.zone is not Zone.BODY, d.line.number)):
        sides = {side(r) for r in draft.recipients}
        alike = groups if draft.line.zone is not Zone.BODY else [g for one in sorted(sides) for g in against[one]]
        home = next((g for g in alike if all(_is_one(article, d, draft) for d in g.voices)), None)
        if home is None:
            home = Group([draft])
            groups.append(home)
        else:
            home.add(draft)
        for one in sides:
            if home not in against[one][-1:]:
                against[one].append(home)
    return groups


def _without_leads(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out "both sides traded blame" where each then brings a charge of his own: it only announces them.

    The day on which they did is that of a charge of theirs that gives none.
    """
    mutual = {
        a.line.number
        for a, b in pairwise(drafts)
        if a.line.number == b.line.number and a.actor and b.actor and _accuses(a, b.actor) and _accuses(b, a.actor)
    }
    own = [(side(d.actor), d.line.number) for d in drafts if d.actor and d.line.number not in mutual]

    def announces(draft: Draft) -> bool:
        return draft.line.number in mutual and any(
            draft.actor is not None and who == side(draft.actor) and number > draft.line.number for who, number in own
        )

    leads = [d for d in drafts if announces(d)]
    return [_dated_by(d, leads) for d in drafts if not announces(d)]


def _dated_by(draft: Draft, leads: Sequence[Draft]) -> Draft:
    """Date a charge by the sentence that announced it together with the answer to it."""
    if draft.hold is not DateHold.NONE or draft.actor is None:
        return draft
    announced = (d for d in leads if d.hold is DateHold.OWN and d.actor and side(d.actor) == side(draft.actor))
    lead = next((d for d in announced if any(_accuses(draft, r) for r in d.recipients)), None)
    return replace(draft, when=lead.when, hold=lead.hold) if lead else draft


def _accuses(draft: Draft, whom: Party) -> bool:
    return any(side(r) == side(whom) for r in draft.recipients)


def dated_accusations(groups: Sequence[Group]) -> dict[str, list[TimeMention]]:
    """Collect, for each named speaker, the phrases that date what he or she accuses of; a day dates the rest of it."""
    found: dict[str, list[TimeMention]] = defaultdict(list)
    for draft in (d for group in groups for d in group.drafts):
        dated = draft.kind is Kind.ACCUSATION and draft.hold is DateHold.OWN
        if (
            dated
            and draft.when
            and draft.when.when
            and draft.when.when.days == 1
            and draft.actor
            and draft.actor.speaker
        ):
            found[draft.actor.speaker].append(draft.when)
    return found


def _is_one(article: Article, a: Draft, b: Draft) -> bool:
    speakers = {p.speaker for p in (a.actor, b.actor) if p and p.speaker}
    countries = {p.country for p in (a.actor, b.actor) if p and p.country}
    bodies = {side(p) for p in (a.actor, b.actor) if p and (p.country or is_world_body(p))}
    if len(bodies) == 2 and any(p and is_world_body(p) for p in (a.actor, b.actor)):
        return False
    rebels = {bool(_REBELS.search(p.name)) for p in (a.actor, b.actor) if p and (p.country or _REBELS.search(p.name))}
    if len(rebels) > 1 and a.line.zone is b.line.zone is Zone.BODY:  # "the rebels" speak for no state
        return False
    groups = {is_group(p) for p in (a.actor, b.actor) if p and p.country and not p.speaker}
    if len(groups) == 2:  # Hezbollah is not Lebanon
        return False
    by_law = {bool(OF_THE_LAW.search(f"{p.name} {p.office}")) for p in (a.actor, b.actor) if p}
    one_law = len(by_law) < 2 or not a.line.zone is b.line.zone is Zone.BODY  # a prosecutor speaks for no minister
    return len(speakers) < 2 and len(countries) < 2 and one_law and _one_accused(a, b) and _one_time(article, a, b)


def _one_accused(a: Draft, b: Draft) -> bool:
    """Whether both accuse one side; a headline's common noun ("rebels") may stand for any."""
    if {side(r) for r in a.recipients} & {side(r) for r in b.recipients}:
        return True
    if any(_THE_FOE.fullmatch(r.name) for d in (a, b) for r in d.recipients if r.country is None):
        return True  # "the occupiers", in the words of who accuses a state beside
    heading = next((d for d in (a, b) if d.line.zone is not Zone.BODY), None)
    return heading is not None and all(r.country is None and not r.name[:1].isupper() for r in heading.recipients)


def _one_time(article: Article, a: Draft, b: Draft) -> bool:
    if not a.line.zone is b.line.zone is Zone.BODY:
        return True  # a headline announces what the body dates
    if b.sub_kind == REPEATED and a.hold is not DateHold.OWN and b.line.number - a.line.number == 1:
        return True  # "The charge was made on Sunday by the minister" dates what was just told
    one, two = _time_of(article, a), _time_of(article, b)
    if one is None or two is None:
        return one is two
    return is_long(one) is is_long(two) and one.meets(two.first, two.last)


def _time_of(article: Article, draft: Draft) -> When | None:
    if draft.hold is DateHold.OWN and draft.when:
        return draft.when.when
    if draft.hold is DateHold.VAGUE:  # "two weeks after X accused": of another day, whichever that is
        return None
    published = article.published
    if published is None or published.first is None:
        return published
    return When(published.first - timedelta(days=_NEWS_DAYS), published.last, Basis.PUBLISHED)
