"""From the drafts of one event to the one report that the article makes of it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from geo.place import Cue, PlaceKind, PlaceMention
from timeline.article import Article, Zone
from timeline.event import Kind, Party, Report, Role, RolePlace, Specificity, Stance
from timeline.reading.extract.draft import DateHold, Draft
from timeline.reading.extract.group import Group, place_of
from timeline.reading.extract.line import Line
from timeline.reading.extract.measured import elsewhere
from timeline.reading.extract.parties import side
from timeline.reading.extract.same_accusation import accusation_groups, dated_accusations
from timeline.reading.extract.same_strike import strike_groups
from timeline.reading.extract.scenes import THE_TOWN
from timeline.reading.extract.struck import ANY_SORT
from timeline.reading.extract.where_spoken import where_spoken
from timeline.reading.extract.within import contains
from timeline.when import Basis, TimeMention, When

_OF_THE_STRIKE = re.compile(
    r"\b(?:the|this|that|these|those)\s+(?:\w+\s+){0,2}(?:attack|strike|shelling|bombing|bombardment|raid|blast|explosion|assault"
    r"|killing|massacre|incident|place|site|scene|exchange)s?\b"
    r"|\bthe\s+(?:rockets?|missiles?|drones?|bombs?|crime|sabotage|clash|shooting|firing)\b",
    re.IGNORECASE,
)
_OF_WAR = re.compile(
    r"\b(?:civilians?|human\s+shields?|ceasefire|truce|residential|ethnic\s+cleansing|war\s+crimes?|operative|fighter)\b",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"(?:\w+ly\s+)?(?:firing|shelling|bombing|bombarding|attacking|striking|killing|murdering)\b", re.IGNORECASE
)
_IN_GENERAL = re.compile(  # what is alleged of a war, not of one strike in it
    r"\b(?:human\s+shields?|using\s+civilians|ceasefire|truce|ethnic\s+cleansing|war\s+crimes?|genocide)\b"
    r"|^(?:\w+ly\s+)?(?:killing|targeting|attacking|harming|starving)\s+(?:\w+\s+)?civilians\W*$",
    re.IGNORECASE,
)
_THE_WEAPON = re.compile(r"\bthe\s+(rocket|missile|drone|bomb)s?\b", re.IGNORECASE)
_IN_WAR = re.compile(r"\b(?:civilians|human\s+shields?|operative|fighter)\b", re.IGNORECASE)
_POINTS = frozenset({PlaceKind.CITY, PlaceKind.SITE, PlaceKind.DISTRICT})
_AROUND = frozenset({Cue.AT, Cue.CONTAINER, Cue.NONE, Cue.OBJECT, Cue.OWNER, Cue.SUBJECT})
_SAYS_LESS = {"bomb": 1, "blast": 1, "attack": 2}  # sub-kinds beside which another says more
_NEAR_PARAGRAPHS = 2  # how far back "the attack" reaches
_NO_DATE = "no date was said: the day of publication"
_Statements = Mapping[str, Sequence[TimeMention]]


def reports(
    article: Article, lines: Sequence[Line], drafts: Sequence[Draft], statements: _Statements
) -> tuple[Report, ...]:
    """Turn the drafts of one article into its reports, in the order of the text.

    ``statements`` are the dated statements of each named speaker: the only one of a speaker dates his accusation.
    """
    told = [d for d in drafts if d.specificity is Specificity.EVENT and d.stance in (Stance.ASSERTED, Stance.HEDGED)]
    telling = [d for d in told if not _is_to_come(article, d)]
    groups = [
        *strike_groups(lines, [d for d in telling if d.kind is Kind.STRIKE]),
        *accusation_groups(article, [d for d in telling if d.kind is Kind.ACCUSATION]),
    ]
    _lend_places(groups, lines)
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


def _lend_places(groups: Sequence[Group], lines: Sequence[Line]) -> None:
    """Place an accusation that names no place at the strike that it speaks of, else where it was spoken."""
    strikes = [g for g in groups if g.drafts[0].kind is Kind.STRIKE and any(place_of(d) for d in g.drafts)]
    for group in groups:
        if group.drafts[0].kind is Kind.ACCUSATION and not any(place_of(d) for d in group.drafts):
            meant = _by_the_accused(group, strikes) or _spoken_of(group, strikes)
            if lent := _place_to_lend(group, meant, lines) if meant else None:
                group.finer.append(lent)
            elif spoken := where_spoken(lines, group.drafts):
                group.finer.append(spoken)


def _place_to_lend(group: Group, strike: Group, lines: Sequence[Line]) -> PlaceMention | None:
    """Choose the place of the strike that a charge speaks of; what lies around it, for a charge that is wide."""
    place = (strike.finer or [p for d in strike.drafts if (p := place_of(d))])[-1]
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
    theirs = [g for g in strikes if any(d.actor and side(d.actor) in accused for d in g.drafts)]
    return theirs[-1] if len({g.drafts[0].line.number for g in theirs}) == 1 else None


def _spoken_of(group: Group, strikes: Sequence[Group]) -> Group | None:
    """Find the strike told last before a charge that speaks of "the attack" or of what is done in war."""
    charge = group.drafts[0]
    of_it = any(words.search(charge.target) for words in (_OF_THE_STRIKE, _OF_WAR)) or (
        len(strikes) == 1 and _DEED.match(charge.target)
    )
    if not of_it or any(p.mention.start >= charge.line.start + charge.act for p in _others(charge)):
        return None
    accused = {side(r) for r in charge.recipients}
    before = [
        g
        for g in strikes
        if g.drafts[0].line.number <= charge.line.number
        and charge.line.paragraph - g.last_paragraph <= _NEAR_PARAGRAPHS
    ]
    fitting = [
        g
        for g in before
        if charge.actor is None or not any(d.actor and side(d.actor) == side(charge.actor) for d in g.drafts)
    ]
    fitting = fitting or [g for g in before if _IN_WAR.search(charge.target)]
    if weapon := _THE_WEAPON.search(charge.target):  # "blamed Hezbollah for the rockets": no strike by another weapon
        fitting = [g for g in fitting if any(d.sub_kind == weapon[1] for d in g.drafts)]
    near = max(fitting, key=lambda g: g.drafts[0].line.number, default=None)
    return near if near and accused else None


def _others(charge: Draft) -> list[RolePlace]:
    """Places that the charge itself names, though not as where it was done."""
    recipients = {r.country for r in charge.recipients}
    return [p for p in charge.places if p.mention.place and p.mention.place.country not in recipients]


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
    if ANY_SORT.search(said[0].casefold()) or not any(name in said[0] for name in places):
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
    best = max(group.drafts, key=lambda d: (d.hold, -d.line.number))
    if best.when is not None and best.when.when is not None:
        return best.when.when, best.when
    if best.hold is DateHold.VAGUE:
        return None, best.when
    lent = group.lent
    if best.kind is Kind.ACCUSATION and len({m.when for m in statements}) == 1:
        lent = statements[0]
    if lent is not None and lent.when is not None:
        return replace(lent.when, basis=Basis.INHERITED), lent
    if article.published is None or group.specificity is not Specificity.EVENT:
        return None, None
    return replace(article.published, basis=Basis.PUBLISHED, said="", rule=_NO_DATE), None


def _places(group: Group, drafts: Sequence[Draft]) -> tuple[RolePlace, ...]:
    """Keep one event's place, the finest that the sentences give; the others contain it or are something else."""
    own = Role.EVENT if drafts[0].kind is Kind.STRIKE else Role.CLAIMED
    named = [p for d in drafts for p in d.places] + [RolePlace(m, own) for m in group.finer]
    told = [p for p in named if p.role in (Role.EVENT, Role.CLAIMED) and p.mention.place]
    placed = _without_short_names(told, drafts)
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
    return Party(best.name, best.country or country, best.speaker) if best else None
