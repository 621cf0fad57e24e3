"""From the drafts of one event to the one report that the article makes of it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from geo.place import PlaceKind
from timeline.article import Article, Zone
from timeline.event import Kind, Party, Report, Role, RolePlace, Specificity, Stance
from timeline.reading.extract.accusation.same_accusation import accusation_groups, dated_accusations
from timeline.reading.extract.accusation.where_charged import lend_places
from timeline.reading.extract.one_event import complete
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.group import Group
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.within import contains
from timeline.reading.extract.strike.same_strike import strike_groups
from timeline.reading.extract.strike.struck import ANY_SORT, is_vague
from timeline.reading.extract.voice.spoken_days import SpokenDays
from timeline.when import Basis, TimeMention, When

_SAYS_LESS = {"bomb": 1, "blast": 1, "attack": 2}  # sub-kinds beside which another says more
_NO_DATE = "no date was said: the day of publication"
_PART_OF_DAY = re.compile(r"\b(?:morning|noon|afternoon|evening|night|overnight|dawn|dusk|midnight)\b", re.IGNORECASE)
_Statements = Mapping[str, Sequence[TimeMention]]


def reports(
    article: Article, lines: Sequence[Line], drafts: Sequence[Draft], statements: _Statements, spoken: SpokenDays
) -> tuple[Report, ...]:
    """Turn the drafts of one article into its reports, in the order of the text.

    ``statements`` are the dated statements of each named speaker: the only one of a speaker dates his accusation.
    ``spoken`` are the days that single sentences give for words: such a day dates the accusation told beside it.
    """
    told = [d for d in drafts if d.specificity is Specificity.EVENT and d.stance in (Stance.ASSERTED, Stance.HEDGED)]
    telling = [d for d in told if not _is_to_come(article, d)]
    groups = [
        *strike_groups(lines, [d for d in telling if d.kind is Kind.STRIKE], article.published),
        *accusation_groups(article, [d for d in telling if d.kind is Kind.ACCUSATION]),
    ]
    lend_places(groups, lines)
    for group in groups:
        if group.drafts[0].kind is Kind.ACCUSATION and group.lent is None:
            group.lent = spoken.of(group.drafts)
    complete(groups, lines, article.published)
    said = {**statements, **dated_accusations(groups)}
    grouped = {id(d) for group in groups for d in group.drafts}
    aside = [_lone(d) for d in drafts if id(d) not in grouped]
    ordinals: Counter[str] = Counter()
    made = [_report(article, group, ordinals, said) for group in (*groups, *aside)]
    return tuple(sorted(made, key=lambda r: (r.evidence[0].start, r.kind, r.key)))


def _is_to_come(article: Article, draft: Draft) -> bool:
    """Whether the act is dated after publication: imagined or announced, not reported."""
    when, published = draft.when and draft.when.when, article.published
    return bool(when and when.first and published and published.last and when.first > published.last)


def _lone(draft: Draft) -> Group:
    """Keep a draft that tells no event by itself: what is told as a fact, but without ground, is generic."""
    told = draft.specificity is Specificity.EVENT and draft.stance in (Stance.ASSERTED, Stance.HEDGED)
    return Group([draft], draft.killed, draft.injured, specificity=Specificity.GENERIC if told else draft.specificity)


def _report(article: Article, group: Group, ordinals: Counter[str], statements: _Statements) -> Report:
    ordered = sorted(group.drafts, key=lambda d: (d.line.zone is not Zone.BODY, d.line.number))
    lead = ordered[0]
    actor = fullest(d.actor for d in ordered)
    when, mention = _dated(article, group, statements.get(actor.speaker, ()) if actor and actor.speaker else ())
    others = {line.number: line for line in (*(d.line for d in ordered[1:]), *group.added)}
    return Report(
        key=_key(article, lead, ordinals),
        article_id=article.id,
        outlet=article.outlet,
        kind=lead.kind,
        sub_kind=min((d.sub_kind for d in ordered), key=lambda kind: _SAYS_LESS.get(kind, 0)),
        when=when,
        when_mention=mention,
        places=_places(group, ordered),
        actor=actor,
        recipient=next((r for d in ordered for r in d.recipients), None),
        target=_target(group, ordered),
        killed=group.killed,
        injured=group.injured,
        stance=lead.stance,
        specificity=group.specificity,
        evidence=(lead.line.span, *(others[n].span for n in sorted(others) if n != lead.line.number)),
        published=article.published,
    )


def _target(group: Group, ordered: Sequence[Draft]) -> str:
    """Choose the first words for what was struck, but a sort of thing before a mere place: "a market", not "Uman"."""
    said = [d.target for d in ordered if d.target] + [group.target]
    places = {p.mention.said for d in ordered for p in d.places}
    vague = bool(group.target) or is_vague(said[0]) or any(name in said[0] for name in places)
    if ANY_SORT.search(said[0].casefold()) or not vague:
        return said[0]
    return next((words for words in said if ANY_SORT.search(words.casefold())), said[0])


def _key(article: Article, lead: Draft, ordinals: Counter[str]) -> str:
    """Identify a report through re-readings by its article, its kind and its sentence, folded."""
    folded = " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", lead.line.text).casefold()))
    stem = f"{article.id}:{lead.kind}:{hashlib.sha256(folded.encode()).hexdigest()[:12]}"
    ordinals[stem] += 1
    return f"{stem}:{ordinals[stem]}"


def _dated(article: Article, group: Group, statements: Sequence[TimeMention]) -> tuple[When | None, TimeMention | None]:
    """Date the report by its own phrase, else one lent by its article, else the day of publication."""
    best = _narrowed(max(group.drafts, key=lambda d: (d.hold, -d.line.number)), group.drafts)
    lent = group.lent
    told_after = best.kind is Kind.STRIKE and best.hold is DateHold.SPEECH and lent and not _same_days(lent, best.when)
    if best.when is not None and best.when.when is not None and not told_after:
        return _by_own_hour(best, best.when, best.when.when), best.when
    if best.hold is DateHold.VAGUE and (best.when or not group.day_told):
        return None, best.when
    if best.kind is Kind.ACCUSATION and len({m.when for m in statements}) == 1:
        lent = statements[0]
    if lent is not None and lent.when is not None:
        return replace(_by_own_hour(best, lent, lent.when), basis=Basis.INHERITED), lent
    if article.published is None or group.specificity is not Specificity.EVENT:
        return None, None
    return replace(article.published, basis=Basis.PUBLISHED, said="", rule=_NO_DATE), None


def _same_days(one: TimeMention, two: TimeMention | None) -> bool:
    a, b = one.when, two.when if two else None
    return bool(a and b and (a.first, a.last) == (b.first, b.last))


def _narrowed(first: Draft, drafts: Sequence[Draft]) -> Draft:
    """Choose, among sentences that date the act itself, one that says the day of the stretch which the first names."""
    inside = (d for d in drafts if d.hold is first.hold is DateHold.OWN and _lies_within(d, first))
    return min(inside, key=lambda d: (_length(d), d.line.number), default=first)


def _lies_within(draft: Draft, wide: Draft) -> bool:
    one, two = draft.when and draft.when.when, wide.when and wide.when.when
    if not (one and two and one.first and one.last and two.first and two.last):
        return False
    return two.first <= one.first and one.last <= two.last and one.days != two.days


def _length(draft: Draft) -> int:
    return (draft.when and draft.when.when and draft.when.when.days) or 0


def _by_own_hour(draft: Draft, mention: TimeMention, when: When) -> When:
    """Leave out the hour that another sentence gives to a day, where the strike's own names a part of the day."""
    own = draft.line.span.start <= mention.start < draft.line.span.end
    return when if own or not (when.clock and _PART_OF_DAY.search(draft.part.text)) else replace(when, clock=None)


def _places(group: Group, drafts: Sequence[Draft]) -> tuple[RolePlace, ...]:
    """Keep one event's place, the finest that the sentences give; the others contain it or are something else."""
    own = Role.EVENT if drafts[0].kind is Kind.STRIKE else Role.CLAIMED
    named = [p for d in drafts for p in d.places] + [RolePlace(m, own) for m in group.finer]
    told = [p for p in named if p.role in (Role.EVENT, Role.CLAIMED) and p.mention.place]
    scenes = [p for p in told if p.mention not in group.filed]
    placed = _without_short_names(scenes, drafts)
    different = list({p.mention.place: p for p in reversed(placed)}.values())[::-1]
    finest = next((p for p in different if not any(contains(p.mention, q.mention) for q in different)), None)
    return tuple(p if p is finest or p not in told else _lesser(p, finest) for p in named)


def _without_short_names(placed: Sequence[RolePlace], drafts: Sequence[Draft]) -> list[RolePlace]:
    """Leave out the headline's town where the body places the event in the region of that name, and in no such town."""
    heads = {p.mention for d in drafts if d.line.zone is not Zone.BODY for p in d.places}
    body = {(p.mention.said, p.mention.place.kind) for p in placed if p.mention.place and p.mention not in heads}
    short = {said for said, kind in body if kind is PlaceKind.REGION and (said, PlaceKind.CITY) not in body}
    return [p for p in placed if p.mention not in heads or p.mention.said not in short]


def _lesser(place: RolePlace, finest: RolePlace | None) -> RolePlace:
    around = finest is not None and contains(place.mention, finest.mention)
    return RolePlace(place.mention, Role.CONTAINER if around else Role.OTHER)


def fullest(parties: Iterable[Party | None]) -> Party | None:
    """Choose the party with a named speaker, and give it the country that another source adds."""
    known = [p for p in parties if p]
    best = next((p for p in known if p.speaker), known[0] if known else None)
    country = next((p.country for p in known if p.country), None)
    return replace(best, country=best.country or country) if best else None
