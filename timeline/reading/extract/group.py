"""The sentences of one article that tell one event, put together into one report.

A headline never makes an event that the body tells; "the strike" speaks of the one told last; two accusations are one
when speaker and accused agree and their dates do not differ. What a sentence leaves out, its partners give.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from geo.place import PlaceKind, PlaceMention
from timeline.article import Article, Zone
from timeline.event import Kind, Party, Report, Role, RolePlace, Specificity, Stance, Toll
from timeline.reading.extract.dating import LONGEST_OF_ONE_EVENT
from timeline.reading.extract.draft import DateHold, Draft
from timeline.reading.extract.line import Line
from timeline.reading.extract.roles import contains
from timeline.reading.extract.tolls import tolls
from timeline.when import Basis, TimeMention, When

_ANOTHER = re.compile(
    r"\b(?:another|second|separate|further)\s+(?:\w+\s+){0,2}(?:strike|attack|raid|missile|drone|blast)", re.IGNORECASE
)
_NO_DATE = "no date was said: the day of publication"
_NEWS_DAYS = 3  # what a paper tells without a date it tells of the last days
_NEAR_PARAGRAPHS = 2  # how far back "the strike" reaches


@dataclass(slots=True)
class Group:
    """Drafts of one article about one event, and the lines that only add a toll."""

    drafts: list[Draft]
    killed: Toll | None = None
    injured: Toll | None = None
    added: list[Line] = field(default_factory=list)

    @property
    def last_paragraph(self) -> int:
        """The paragraph in which the event was last spoken of."""
        return max(d.line.paragraph for d in self.drafts)

    def first(self, of: str) -> object:
        """Give the first known value of a draft's field."""
        return next((value for d in self.drafts if (value := getattr(d, of))), None)


def reports(
    article: Article, lines: Sequence[Line], drafts: Sequence[Draft], statements: Mapping[str, Sequence[TimeMention]]
) -> tuple[Report, ...]:
    """Turn the drafts of one article into its reports, in the order of the text.

    ``statements`` are the dated statements of each named speaker: the only one of a speaker dates his accusation.
    """
    telling = [d for d in drafts if d.specificity is Specificity.EVENT and d.stance in (Stance.ASSERTED, Stance.HEDGED)]
    groups = [
        *_strike_groups(lines, [d for d in telling if d.kind is Kind.STRIKE]),
        *_accusation_groups(article, telling),
    ]
    aside = [Group([d], d.killed, d.injured) for d in drafts if d not in telling]
    ordinals: Counter[str] = Counter()
    made = [_report(article, group, ordinals, statements) for group in (*groups, *aside)]
    return tuple(sorted(made, key=lambda r: (r.evidence[0].start, r.kind, r.key)))


def _strike_groups(lines: Sequence[Line], drafts: Sequence[Draft]) -> list[Group]:
    body = [d for d in drafts if d.line.zone is Zone.BODY]
    groups: list[Group] = []
    for draft in body:
        home = None if _ANOTHER.search(draft.line.text) else _home(groups, draft)
        if home is None and not (draft.refers_back and _baseless(draft)):
            home = Group([])
            groups.append(home)
        if home is not None:
            home.drafts.append(draft)
            home.killed, home.injured = home.killed or draft.killed, home.injured or draft.injured
    for draft in drafts:
        if draft.line.zone is not Zone.BODY:
            _add_heading(groups, draft)
    _add_tolls(groups, lines)
    return groups


def _baseless(draft: Draft) -> bool:
    """Whether nothing but "the strike" tells which one is meant."""
    return place_of(draft) is None and draft.hold is not DateHold.OWN


def _home(groups: Sequence[Group], draft: Draft) -> Group | None:
    """Find the event told before that this sentence goes on with, the last one first."""
    for group in reversed(groups):
        near = draft.line.paragraph - group.last_paragraph <= _NEAR_PARAGRAPHS
        if near and _baseless(draft) and (draft.refers_back or not _differ(group, draft)):
            return group
        if not _differ(group, draft) and (_shares_place(group, draft) or (near and draft.refers_back)):
            return group
    return None


def _differ(group: Group, draft: Draft) -> bool:
    """Whether dates, places, doers or tolls forbid that both are one event."""
    if any(_places_differ(d, draft) or _dates_differ(d, draft) for d in group.drafts):
        return True
    actors = {d.actor.country for d in [*group.drafts, draft] if d.actor and d.actor.country}
    tolls_differ = group.killed and draft.killed and group.killed.best != draft.killed.best and not draft.refers_back
    return len(actors) > 1 or bool(tolls_differ)


def place_of(draft: Draft) -> PlaceMention | None:
    """The mention of the place where the event happened."""
    return next((p.mention for p in draft.places if p.role in (Role.EVENT, Role.CLAIMED)), None)


def _places_differ(a: Draft, b: Draft) -> bool:
    one, two = place_of(a), place_of(b)
    if one is None or two is None or one.place is None or two.place is None:
        return False
    return one.place != two.place and not contains(one, two) and not contains(two, one)


def _shares_place(group: Group, draft: Draft) -> bool:
    mine = place_of(draft)
    if mine is None or mine.place is None or mine.place.kind is PlaceKind.COUNTRY:
        return False
    return any(place_of(d) is not None and not _places_differ(d, draft) for d in group.drafts)


def _dates_differ(a: Draft, b: Draft) -> bool:
    if min(a.hold, b.hold) < DateHold.OWN or a.when is None or b.when is None:
        return False
    one, two = a.when.when, b.when.when
    return one is not None and two is not None and not one.meets(two.first, two.last)


def _add_heading(groups: list[Group], draft: Draft) -> None:
    """Let a headline or standfirst support the body's event; alone it tells one itself only if it is placed."""
    alike = [g for g in groups if not _differ(g, draft)]
    fitting = next((g for g in alike if _shares_place(g, draft)), None)
    if fitting is None and len(groups) == 1 and alike and place_of(draft) is None:
        fitting = groups[0]
    if fitting is not None:
        fitting.drafts.append(draft)
    elif not groups and place_of(draft) is not None:
        groups.append(Group([draft], draft.killed, draft.injured))


def _add_tolls(groups: Sequence[Group], lines: Sequence[Line]) -> None:
    """Give lines that only count the dead and injured to the event told just before them."""
    told = {d.line.number: g for g in groups for d in g.drafts}
    last: Group | None = None
    for line in lines:
        if line.zone is not Zone.BODY:
            continue
        if line.number in told:
            last = told[line.number]
        elif last and line.paragraph - last.last_paragraph <= 1 and not line.places:
            harm = tolls(line.text)
            if (harm.killed and not last.killed) or (harm.injured and not last.injured):
                last.killed, last.injured = last.killed or harm.killed, last.injured or harm.injured
                last.added.append(line)


def _accusation_groups(article: Article, drafts: Sequence[Draft]) -> list[Group]:
    groups: list[Group] = []
    mine = [d for d in drafts if d.kind is Kind.ACCUSATION]
    for draft in sorted(mine, key=lambda d: (d.line.zone is not Zone.BODY, d.line.number)):
        home = next((g for g in groups if all(_one_accusation(article, d, draft) for d in g.drafts)), None)
        if home is None:
            groups.append(Group([draft]))
        else:
            home.drafts.append(draft)
    return groups


def _one_accusation(article: Article, a: Draft, b: Draft) -> bool:
    """Whether speaker, side, accused and time allow that both sentences tell one accusation."""
    speakers = {p.speaker for p in (a.actor, b.actor) if p and p.speaker}
    countries = {p.country for p in (a.actor, b.actor) if p and p.country}
    accused = {r.country or r.name.lower() for r in a.recipients} & {r.country or r.name.lower() for r in b.recipients}
    return len(speakers) < 2 and len(countries) < 2 and bool(accused) and _one_time(article, a, b)


def _one_time(article: Article, a: Draft, b: Draft) -> bool:
    """Whether the dates allow it. What is undated is the news of the day, not something said months ago."""
    one, two = _time_of(article, a), _time_of(article, b)
    if one is None or two is None:
        return one is two
    background = [(w.days or LONGEST_OF_ONE_EVENT + 1) > LONGEST_OF_ONE_EVENT for w in (one, two)]
    return background[0] is background[1] and one.meets(two.first, two.last)


def _time_of(article: Article, draft: Draft) -> When | None:
    if draft.hold is DateHold.OWN and draft.when:
        return draft.when.when
    published = article.published
    if published is None or published.first is None:
        return published
    return When(published.first - timedelta(days=_NEWS_DAYS), published.last, Basis.PUBLISHED)


def _report(
    article: Article, group: Group, ordinals: Counter[str], statements: Mapping[str, Sequence[TimeMention]]
) -> Report:
    ordered = sorted(group.drafts, key=lambda d: (d.line.zone is not Zone.BODY, d.line.number))
    lead = ordered[0]
    actor = _fullest(d.actor for d in ordered)
    when, mention = _dated(article, ordered, statements.get(actor.speaker, ()) if actor and actor.speaker else ())
    key = _key(article, lead, ordinals)
    others = sorted({d.line.number: d.line for d in ordered[1:]} | {ln.number: ln for ln in group.added})
    by_number = {d.line.number: d.line for d in ordered} | {ln.number: ln for ln in group.added}
    return Report(
        key=key,
        article_id=article.id,
        outlet=article.outlet,
        kind=lead.kind,
        sub_kind=next((d.sub_kind for d in ordered if d.sub_kind != "attack"), lead.sub_kind),
        when=when,
        when_mention=mention,
        places=_places(ordered),
        actor=actor,
        recipient=next((r for d in ordered for r in d.recipients), None),
        target=next((d.target for d in ordered if d.target), ""),
        killed=group.killed,
        injured=group.injured,
        stance=lead.stance,
        specificity=lead.specificity,
        evidence=(lead.line.span, *(by_number[n].span for n in others if n != lead.line.number)),
    )


def _key(article: Article, lead: Draft, ordinals: Counter[str]) -> str:
    """Identify a report through re-readings by its article, its kind and its sentence, folded."""
    folded = " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", lead.line.text).casefold()))
    stem = f"{article.id}:{lead.kind}:{hashlib.sha256(folded.encode()).hexdigest()[:12]}"
    ordinals[stem] += 1
    return f"{stem}:{ordinals[stem]}"


def _dated(
    article: Article, drafts: Sequence[Draft], statements: Sequence[TimeMention]
) -> tuple[When | None, TimeMention | None]:
    """Date the report by its own phrase, else its speaker's only dated statement, else the day of publication."""
    best = max(drafts, key=lambda d: (d.hold, -d.line.number))
    if best.when is not None and best.when.when is not None:
        return best.when.when, best.when
    if best.kind is Kind.ACCUSATION and len({m.when for m in statements}) == 1 and statements[0].when:
        return replace(statements[0].when, basis=Basis.INHERITED), statements[0]
    if article.published is None or best.specificity is not Specificity.EVENT:
        return None, None
    return replace(article.published, basis=Basis.PUBLISHED, said="", rule=_NO_DATE), None


def _places(drafts: Sequence[Draft]) -> tuple[RolePlace, ...]:
    """Keep one event's place, the finest that the sentences give; the others contain it or are something else."""
    named = [p for d in drafts for p in d.places]
    placed = [p for p in named if p.role in (Role.EVENT, Role.CLAIMED) and p.mention.place]
    finest = next((p for p in placed if not any(contains(p.mention, q.mention) for q in placed)), None)
    return tuple(p if p is finest or p not in placed else _lesser(p, finest) for p in named)


def _lesser(place: RolePlace, finest: RolePlace | None) -> RolePlace:
    around = finest is not None and contains(place.mention, finest.mention)
    return RolePlace(place.mention, Role.CONTAINER if around else Role.OTHER)


def _fullest(parties: Iterator[Party | None]) -> Party | None:
    """Choose the party with a named speaker, and give it the country that another sentence adds."""
    known = [p for p in parties if p]
    best = next((p for p in known if p.speaker), known[0] if known else None)
    country = next((p.country for p in known if p.country), None)
    return Party(best.name, best.country or country, best.speaker) if best else None
