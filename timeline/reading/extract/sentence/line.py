"""A sentence with what was found in it: the unit that events are looked for in."""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from geo.place import PlaceMention
from timeline.article import Article, Sentence, Zone
from timeline.event import Span
from timeline.when import Granularity, TimeMention, TimexType

_Mention = TypeVar("_Mention", TimeMention, PlaceMention)

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_DAY_WHEN = r"the\s+(?:day|night|morning|evening)\s+(?:on\s+which|that|when)"
_WHEN = re.compile(
    rf",?\s+(?:when|{_DAY_WHEN})\b|\s*[.,;:–—-]+\s+(?:and\s+)?(?:(?:that|this)\s+was\s+(?:when|{_DAY_WHEN})|it\s+was\s+then)\b",
    re.IGNORECASE,
)
_OF_A_TIME = (Granularity.MONTH, Granularity.WEEK, Granularity.DAY, Granularity.PART_OF_DAY, Granularity.CLOCK)
_OF_A_DAY = frozenset({Granularity.DAY, Granularity.PART_OF_DAY})
_AND_DAY = re.compile(r"\s+and\s+(?:(?:on|early|late)\s+){0,2}")
_GOES_ON = re.compile(  # "hit Sumy on Monday and on Friday killed two": another day's
    r"\s+(?!(?:in|at|on|near|by|with|during|after|against|morning|afternoon|evening|night)\b)\w"
)
_ENTRY = re.compile(
    r"(?:,?\s+(?:(?:[01]?\d|2[0-3]):[0-5]\d|(?:in\s+the\s+)?(?:early\s+|late\s+)?"
    r"(?:morning|afternoon|evening|night)|at\s+dawn))?\s*[:|–—-]\s"
)
_NO_VERB = re.compile(
    r"\b(?:(?:in|on|at|the|of|early|late|before|after|regions?|provinces?|states?|oblast|districts?|governorate"
    r"|city|town|village|morning|evening|afternoon|night|noon|dawn|midnight|around|about)\b[.,]?)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\W*(?:[A-Z][\w'’-]+[\s,()]+){1,3}\W*")  # the name of a village that nobody knows
_QUOTED = re.compile(r"[“\"][^“”\"]{1,2000}[”\"]")


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence. ``start`` is its offset in the article; every other offset here is into ``text``."""

    number: int
    start: int
    text: str
    zone: Zone
    paragraph: int
    times: tuple[TimeMention, ...]
    places: tuple[PlaceMention, ...]
    entry: bool = False  # of a chronicle, which tells the past in the present: "June 15 — A drone hits. One man dies."

    @property
    def span(self) -> Span:
        """Where the sentence stands in the article."""
        return Span(self.start, self.start + len(self.text))

    @property
    def date_spans(self) -> list[tuple[int, int]]:
        """Where days and times are told, so that their numbers count nobody."""
        return [self.local(t) for t in self.times if t.type in (TimexType.DATE, TimexType.TIME)]

    def local(self, mention: TimeMention | PlaceMention) -> tuple[int, int]:
        """The mention's offsets into this line's text."""
        return mention.start - self.start, mention.end - self.start

    def words_before(self, end: int, count: int) -> list[str]:
        """Up to ``count`` lower-cased words that stand just before ``end``, nearest first; "May" is a month."""
        words = [m.group() for m in reversed(list(_WORD.finditer(self.text, max(0, end - 160), end)))][:count]
        return [word if word == "May" else word.lower() for word in words]

    def quoted(self, at: int) -> bool:
        """Whether the character stands inside quotation marks."""
        return any(m.start() < at < m.end() for m in _QUOTED.finditer(self.text))


def lines(
    article: Article, sentences: Sequence[Sentence], times: Sequence[TimeMention], places: Sequence[PlaceMention]
) -> tuple[Line, ...]:
    """Every sentence of the article with the mentions that lie wholly inside it; all three in order of their start."""
    return tuple(_lines(article, sentences, times, places))


def _lines(
    article: Article, sentences: Sequence[Sentence], times: Sequence[TimeMention], places: Sequence[PlaceMention]
) -> Iterator[Line]:
    entry: tuple[int, bool] = (-1, False)
    for number, sentence in enumerate(sentences):
        line = Line(
            number=number,
            start=sentence.start,
            text=article.text[sentence.start : sentence.end],
            zone=sentence.zone,
            paragraph=sentence.paragraph,
            times=tuple(_with_the_next_day(article.text, [_pinned(article.text, t) for t in _inside(sentence, times)])),
            places=_inside(sentence, places),
        )
        if sentence.paragraph != entry[0]:
            entry = sentence.paragraph, _opens_an_entry(line)
        yield replace(line, entry=entry[1])


def _opens_an_entry(line: Line) -> bool:
    """Whether the line begins with a date that heads it, or is one: "June 15 — A drone hits"; "Atbara, 15 June."."""
    first = next((line.local(t) for t in line.times), None)
    if first is not None and not _WORD.search(_NO_VERB.sub(" ", _unnamed(line))):
        return True
    ahead = _NO_VERB.sub(" ", _unnamed(line)[: first[0]]) if first is not None else ""
    opens = first is not None and (not _WORD.search(ahead) or bool(_LABEL.fullmatch(ahead)))
    return opens and first is not None and bool(_ENTRY.match(line.text, first[1]))


def _unnamed(line: Line) -> str:
    """Give the text without the names of places and days."""
    letters = list(line.text)
    for start, end in [*map(line.local, line.times), *map(line.local, line.places)]:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def _pinned(text: str, mention: TimeMention) -> TimeMention:
    """Read "since Thursday, when ..." and "until Thursday. That was when ..." as that Thursday: the rest was then."""
    when = mention.when
    if (
        when is None
        or (when.last is not None and when.first is not None)
        or mention.granularity not in _OF_A_TIME
        or not _WHEN.match(text, mention.end)
    ):
        return mention
    if when.first is None:
        first = _opening(mention.granularity, when.last) if when.last else None
        return replace(mention, when=replace(when, first=first)) if first else mention
    last = when.first
    if last is not None and mention.granularity is Granularity.MONTH:
        last = last.replace(day=monthrange(last.year, last.month)[1])
    elif last is not None and mention.granularity is Granularity.WEEK:
        last += timedelta(days=6)
    return replace(mention, when=replace(when, last=last))


def _with_the_next_day(text: str, mentions: Sequence[TimeMention]) -> Iterator[TimeMention]:
    """Read "on Friday and Saturday" as both days: what is told of them happened on either."""
    last: TimeMention | None = None
    for mention in mentions:
        both = last and _both_days(text, last, mention)
        if last and not both:
            yield last
        last = both or mention
    if last:
        yield last


def _both_days(text: str, one: TimeMention, two: TimeMention) -> TimeMention | None:
    """Join a day and the one after it, where only "and" stands between them and no new clause begins."""
    a, b = one.when, two.when
    days = {one.granularity, two.granularity} <= _OF_A_DAY
    joined = _AND_DAY.fullmatch(text, one.end, two.start) and not _GOES_ON.match(text, two.end)
    if not (days and joined and a and b and a.first and a.last and b.last and b.first == a.last + timedelta(days=1)):
        return None
    said = text[one.start : two.end]
    others = tuple((first, last) for (first, _), (_, last) in zip(a.alternatives, b.alternatives, strict=False))
    when = replace(a, last=b.last, said=said, clock=None, alternatives=others, through=True)
    value = f"{one.value}/{two.value}"
    return replace(
        one, end=two.end, said=said, when=when, value=value, granularity=Granularity.DAY, alternatives=others
    )


def _opening(grain: Granularity | None, last: date) -> date:
    """Give the first day of the week, the month or the day that ends then."""
    if grain is Granularity.MONTH:
        return last.replace(day=1)
    return last - timedelta(days=6) if grain is Granularity.WEEK else last


def _inside(sentence: Sentence, mentions: Sequence[_Mention]) -> tuple[_Mention, ...]:
    first = bisect_left(mentions, sentence.start, key=lambda mention: mention.start)
    after = bisect_left(mentions, sentence.end, lo=first, key=lambda mention: mention.start)
    return tuple(mention for mention in mentions[first:after] if mention.end <= sentence.end)
