"""Text → paragraphs → sentences, by form alone.

A paragraph is a line of the text, or several where the lines were wrapped to a width. Spans are half-open code-point
offsets; white space around a span is left out of it, and nothing else ever is. Every pattern here is bounded, so the
work grows with the length of the text and no faster.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from timeline.reading.words import phrases

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_STOP_AT_END = re.compile(r"[.!?…。！？؟][\"'”’»)\]]{0,4}$")
NARROWEST_WRAP = 25  # columns; a shorter line before a small letter is a button or a label
WIDEST_WRAP = 120  # columns; a longer line was not wrapped by a mail program or a feed
ABBREVIATION = 12  # characters looked back over for "Sept." or "U.S."
ATTRIBUTION = 60  # characters in which the speech verb of a quoted question is looked for


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's span and the number of its block: blocks are parted by blank lines."""

    start: int
    end: int
    block: int


def ends_in_stop(said: str) -> bool:
    """Whether the words end as a sentence does."""
    return bool(_STOP_AT_END.search(said[-6:]))


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text, in order: every character that is not white space is in exactly one."""
    joined: list[Paragraph] = []
    for block in _blocks(text):
        joined += _join_wrapped(text, block)
    return joined


def _blocks(text: str) -> list[list[Paragraph]]:
    """The lines of the text, stripped, grouped by blank lines."""
    blocks: list[list[Paragraph]] = []
    previous_end: int | None = None
    for line in _LINE.finditer(text):
        start, end = _strip(text, line.start(), line.end())
        if start == end:
            continue
        gap = "" if previous_end is None else text[previous_end:start]
        if previous_end is None or len(_BREAK.findall(gap)) > 1:
            blocks.append([])
        blocks[-1].append(Paragraph(start, end, len(blocks) - 1))
        previous_end = end
    return blocks


def _join_wrapped(text: str, lines: list[Paragraph]) -> list[Paragraph]:
    """Lines that one sentence runs over become one paragraph."""
    wrapped = _is_wrapped(text, lines)
    joined = lines[:1]
    for line in lines[1:]:
        before = joined[-1]
        if wrapped or _runs_on(text[before.start : before.end], text[line.start]):
            joined[-1] = Paragraph(before.start, line.end, before.block)
        else:
            joined.append(line)
    return joined


def _runs_on(said: str, first: str) -> bool:
    """Whether a line is continued by one that begins with ``first``: "... and" / "the mayor"."""
    if ends_in_stop(said) or said[-1] in ")]":
        return False
    return (first.islower() and len(said) >= NARROWEST_WRAP) or said[-1] == "," or said[-8:].split()[-1] in _LEFT_OPEN


def _is_wrapped(text: str, lines: list[Paragraph]) -> bool:
    """Whether the lines were filled to a width: each but the last had no room for the next one's first word."""
    width = max(line.end - line.start for line in lines)
    if len(lines) < 2 or width > WIDEST_WRAP or not any(text[line.start].islower() for line in lines[1:]):
        return False
    for line, following in itertools.pairwise(lines):
        first_word = text[following.start : following.end].split(maxsplit=1)[0]
        if line.end - line.start + 1 + len(first_word) <= width:
            return False
    return True


_LEFT_OPEN = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "that", "the", "to", "with"}
)
_OPENERS = "\"'“‘«`([„"
_CLOSERS = "\"'”’»)]"
_CANDIDATE = re.compile(rf"(?:[.!?…؟]{{1,8}}[{re.escape(_CLOSERS)}]{{0,4}}(?=\s)|[。！？]+[”’」』]?)")
_GLUED = re.compile(r"[.!?](?:”|\")(?=[^\W\d_])")  # ... it was."Next: a closing quotation mark that lost its space
_ON_X = re.compile(r"\b(?:on|to|via)\s+X\Z")  # the network, no initial: "she wrote on X. He"
_WORD_BEFORE = re.compile(r"([^\s\"“”‘«(\[/—–]+)$")
_NEXT_WORD = re.compile(r"[\w'’-]+")
_DOTTED = re.compile(r"^(?:[^\W\d_]\.)+[^\W\d_]$")
_TITLES = frozenset(phrases("zones_titles"))
_BEFORE_NUMBERS = frozenset(phrases("zones_before_numbers"))
_ABBREVIATIONS = frozenset(phrases("zones_abbreviations"))
_STARTERS = frozenset(phrases("zones_starters"))
_SPEECH = frozenset(phrases("zones_speech"))


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]``, in order: every character that is not white space is in exactly one."""
    spans = []
    begin = start
    for cut in _cuts(text, start, end):
        span = _strip(text, begin, cut)
        if span[0] < span[1]:
            spans.append(span)
        begin = cut
    span = _strip(text, begin, end)
    return [*spans, span] if span[0] < span[1] else spans


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Where one sentence ends and the next begins, in order."""
    cuts = [match.end() for match in _CANDIDATE.finditer(text, start, end) if _is_boundary(text, start, end, match)]
    glued = [match.end() for match in _GLUED.finditer(text, start, end) if text[match.end()].isupper()]
    return sorted({*cuts, *glued})


def _is_boundary(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Whether the stop at ``match`` closes a sentence, by what stands before and after it."""
    stop = match.group()
    if stop[0] in "。！？":
        return True
    following = _following(text, match.end(), end)
    if not following or not _may_begin(following):
        return False
    if stop[-1] in _CLOSERS:
        return not (stop[0] in "!?" and _is_attribution(following))
    if stop != ".":
        return True
    if _ON_X.search(text, max(start, match.start() - ABBREVIATION), match.start()):
        return True
    before = _WORD_BEFORE.search(text, max(start, match.start() - ABBREVIATION), match.start())
    return before is None or not _keeps_going(before.group(1), before.start(1) == start, following)


def _following(text: str, position: int, end: int) -> str:
    """What comes after a stop, without white space and opening marks, as far as a speech verb is looked for."""
    return text[position : min(end, position + ATTRIBUTION)].lstrip().lstrip(_OPENERS)


def _may_begin(following: str) -> bool:
    """Whether a sentence can begin so: not with a small letter, a dash or a comma."""
    first = following[0]
    return first.isdigit() or (first.isalpha() and not first.islower()) or first in "$€£#@•*"


def _is_attribution(following: str) -> bool:
    """Whether the words after a quoted question say who asked it, as in "Zelensky asked"."""
    clause = re.split(r"[.!?,;:]", following, maxsplit=1)[0]
    return any(word in _SPEECH for word in clause.split()[:6])


def _keeps_going(word: str, opens: bool, following: str) -> bool:
    """Whether a full stop after ``word`` belongs to an abbreviation, an initial or a list number.

    ``opens`` says that the word is the paragraph's first: "1. The ministry ..."
    """
    match = _NEXT_WORD.match(following)
    next_word = match.group() if match else ""
    if word in _TITLES or (opens and len(word) <= 3 and word.rstrip(")").isdigit()):
        return True
    if word in _BEFORE_NUMBERS:
        return following[0].isdigit()
    is_initial = len(word) == 1 and word.isupper()
    if is_initial or _DOTTED.match(word) or word in _ABBREVIATIONS:
        return next_word not in _STARTERS
    return False


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends; an empty one where there is nothing else."""
    inside = text[start:end]
    begin = start + len(inside) - len(inside.lstrip())
    return begin, max(begin, start + len(inside.rstrip()))
