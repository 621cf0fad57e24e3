"""One article's reports: its sentences, dates and places brought together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.place import Cue, PlaceMention
from timeline.article import Article, Sentence, Zone
from timeline.event import Report, Specificity, Stance
from timeline.reading.extract.accusation.accusations import find_accusations
from timeline.reading.extract.day.only_day import only_day
from timeline.reading.extract.party.persons import People, family_key, people
from timeline.reading.extract.reports import reports
from timeline.reading.extract.sentence.draft import DateHold, Draft
from timeline.reading.extract.sentence.line import Line
from timeline.reading.extract.sentence.line import lines as lines_of
from timeline.reading.extract.sentence.sheets import joined
from timeline.reading.extract.strike.strikes import find_strikes
from timeline.reading.extract.voice.spoken_days import spoken_days
from timeline.reading.extract.voice.writers import dated_statements
from timeline.when import TimeMention


def extract(
    article: Article, sentences: Sequence[Sentence], times: Sequence[TimeMention], places: Sequence[PlaceMention]
) -> tuple[Report, ...]:
    """Find every strike and accusation that the article tells, in the order of the text.

    Talk of many strikes, threats and denials come back too, told apart by ``specificity`` and ``stance``.
    """
    lines = joined(lines_of(article, sentences, times, places))
    persons = people(lines)
    if any(_is_person(p, persons) for p in places):
        lines = joined(lines_of(article, sentences, times, [p for p in places if not _is_person(p, persons)]))
    strikes = [*find_strikes(lines, persons, article.published)]
    if not any(d.specificity is Specificity.EVENT for d in strikes) and any(ln.zone is Zone.CAPTION for ln in lines):
        pictured = _with_captions(lines)
        found = [*find_strikes(pictured, persons, article.published)]
        dated = any(d.hold is DateHold.OWN for d in found) or only_day(pictured, article.published)
        if found and dated:
            lines, strikes = pictured, found
    drafts = _one_of_each_denial(strikes, [*find_accusations(lines, persons, strikes)])
    return reports(article, lines, drafts, dated_statements(lines, persons), spoken_days(lines, persons))


def _with_captions(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Read the words under a picture as part of the story, for one that tells its strike nowhere else."""
    return tuple(replace(line, zone=Zone.BODY) if line.zone is Zone.CAPTION else line for line in lines)


def _one_of_each_denial(strikes: Sequence[Draft], accusations: Sequence[Draft]) -> list[Draft]:
    """Keep one draft of a denial that was read both as that of a strike and as that of a charge, with who denies."""
    struck = {d.line.number for d in strikes if d.stance is Stance.DENIED}
    deniers = {d.line.number: d.actor for d in accusations if d.stance is Stance.DENIED}
    named = [replace(d, actor=deniers.get(d.line.number, d.actor)) if d.stance is Stance.DENIED else d for d in strikes]
    return [*named, *(d for d in accusations if not (d.stance is Stance.DENIED and d.line.number in struck))]


def _is_person(mention: PlaceMention, persons: People) -> bool:
    """Whether the name is the family name of somebody whom the article names in full."""
    return mention.cue is not Cue.DEMONYM and family_key(mention.said) in persons.names
