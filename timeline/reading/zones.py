"""Which part of the page each sentence stands in, decided by form and never by one text's words.

A page as collected mixes the story with what surrounds it: navigation, captions, the author's card, other stories'
headlines. Every paragraph gets a zone; nothing is thrown away. The order of the decisions:

1. what a line says of itself: navigation, a caption with its credit, a byline, a line that is only a date;
2. where it stands: the headline before the first prose, the author's card and other stories after the last;
3. otherwise it is body.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.article import Sentence, Zone
from timeline.reading import forms
from timeline.reading.splitting import paragraphs, sentence_spans

LIST_OF_STORIES = 3  # so many headings one after another are no part of one story
CROSSHEAD_WORDS = 8  # a heading inside a story is no longer; another story's headline often is
CARD_LINES = 3  # lines in which an author's card shows itself
OPENING_PARAGRAPHS = 3  # the first of which may begin with the place and date line
STORY_PARAGRAPHS = 2  # a story has at least so many before its author's card


class _Page:
    """The paragraphs of one text on their way to their zones; ``zones[i]`` is ``None`` while undecided."""

    def __init__(self, text: str) -> None:
        self.lines = paragraphs(text)
        self.said = [text[line.start : line.end] for line in self.lines]
        known = {said: (forms.own_zone(said), forms.is_prose(said)) for said in set(self.said)}  # each line judged once
        self.zones = [known[said][0] for said in self.said]
        self._reads_as_prose = [known[said][1] for said in self.said]
        blocks = [self.lines[i].block for i in self.prose()]
        self.keeps_apart = 2 * len(set(blocks)) > len(blocks) > 1  # blank lines stand between paragraphs

    def __len__(self) -> int:
        return len(self.lines)

    def is_prose(self, i: int) -> bool:
        """Whether paragraph ``i`` is undecided and reads as sentences do."""
        return self.zones[i] is None and self._reads_as_prose[i]

    def is_heading(self, i: int) -> bool:
        """Whether paragraph ``i`` is undecided and reads as a heading does."""
        return self.zones[i] is None and not self._reads_as_prose[i]

    def is_one_sentence(self, i: int) -> bool:
        """Whether paragraph ``i`` is a heading, whose stops ("U.S.") end nothing."""
        return not self._reads_as_prose[i]

    def prose(self) -> list[int]:
        """The paragraphs that are the story, as far as decided."""
        return [i for i in range(len(self)) if self.is_prose(i)]

    def same_block(self, i: int, j: int) -> bool:
        """Whether no blank line parts the two."""
        return self.lines[i].block == self.lines[j].block

    def settle(self, start: int, end: int, zone: Zone) -> None:
        """Put the undecided paragraphs of ``start``..``end`` in ``zone``."""
        for i in range(start, min(end, len(self))):
            if self.zones[i] is None:
                self.zones[i] = zone


def sentences(text: str, title: str = "") -> tuple[Sentence, ...]:
    """Every sentence of the text, in order, with the zone it stands in.

    Every character that is not white space is in exactly one sentence. ``title`` is the headline when it is known from
    elsewhere; it helps to find the headline in the text and is not itself returned. Never raises.
    """
    page = _Page(text)
    for decide in (_alternative_texts, _announced, _signatures, _card, _closing_bio, _closing_teaser, _lists):
        decide(page)
    _head(page, title)
    _crossheads(page)
    _repeated_headlines(page, title)
    return tuple(_sentences(text, page))


def _sentences(text: str, page: _Page) -> Iterator[Sentence]:
    openings = OPENING_PARAGRAPHS
    for number, line in enumerate(page.lines):
        zone = page.zones[number] or Zone.BODY
        start = line.start
        if openings and zone in (Zone.BODY, Zone.STANDFIRST):
            start += forms.dateline_prefix(page.said[number])
            openings -= 1
        if start > line.start:
            openings = 0
            yield Sentence(line.start, line.start + len(text[line.start : start].rstrip()), Zone.DATELINE, number)
        whole = [(start, line.end)]
        for first, last in whole if page.is_one_sentence(number) else sentence_spans(text, start, line.end):
            yield Sentence(first, last, zone, number)


def _alternative_texts(page: _Page) -> None:
    """The heading right above a caption describes the picture too, unless it is the first heading of all."""
    first = next((i for i in range(len(page)) if page.is_heading(i)), len(page))
    for i in range(first + 1, len(page) - 1):
        if page.zones[i + 1] is Zone.CAPTION and page.is_heading(i) and page.same_block(i, i + 1):
            page.zones[i] = Zone.CAPTION


def _announced(page: _Page) -> None:
    """Below the story's first prose, headings after "Read more" or "Related" are other stories'.

    So is the sentence under the last of them in its block, where the story keeps its own paragraphs apart.
    """
    story = next((i for i in range(len(page)) if page.is_prose(i)), len(page))
    announced = False
    for i in range(story + 1, len(page)):
        heading = page.is_heading(i) or (page.is_prose(i) and announced and forms.is_short_question(page.said[i]))
        if announced and heading:
            page.zones[i] = Zone.TEASER
        elif page.zones[i] is None:
            card = page.keeps_apart and announced and page.same_block(i - 1, i) and page.zones[i - 1] is Zone.TEASER
            page.settle(i, i + card, Zone.TEASER)
            announced = False
        announced = announced or forms.announces_teaser(page.said[i])


def _signatures(page: _Page) -> None:
    """A name above a role, after the first heading, signs the story."""
    first = next((i for i in range(len(page)) if page.zones[i] is None), len(page))
    for i in range(first + 1, len(page) - 1):
        if page.is_heading(i) and forms.is_name(page.said[i]) and forms.is_role(page.said[i + 1]):
            page.zones[i] = Zone.BYLINE


def _card(page: _Page) -> None:
    """From the author's card on nothing is the story: first the card, then what "Read more" and the like announce."""
    prose = page.prose()
    before = 0
    for i in range(len(page)):
        after = len(prose) - before
        if before >= max(STORY_PARAGRAPHS, after) and _opens_card(page, i):
            break
        before += page.is_prose(i)
    else:
        return
    zone = Zone.BIO
    for j in range(i, len(page)):
        if page.zones[j] is Zone.TEASER or forms.announces_teaser(page.said[j]):
            zone = Zone.TEASER
        if page.zones[j] in (None, Zone.BYLINE):
            page.zones[j] = zone


def _opens_card(page: _Page, i: int) -> bool:
    """Whether an author's card begins here: "Published by Ann Lee"; her name, then a role or "Ann is a ..."."""
    said = page.said[i]
    if forms.opens_bio(said):
        return True
    if page.zones[i] not in (None, Zone.BYLINE) or not forms.is_name(said):
        return False
    below = page.said[i + 1 : i + 1 + CARD_LINES]
    return any(forms.is_role(line) or forms.is_bio(line, said) for line in below)


def _closing_bio(page: _Page) -> None:
    """A last paragraph "Ann Lee is a reporter at ..." is about the story's author."""
    prose = page.prose()
    if len(prose) > STORY_PARAGRAPHS and forms.is_bio(page.said[prose[-1]]):
        page.zones[prose[-1]] = Zone.BIO


def _closing_teaser(page: _Page) -> None:
    """A headline with one paragraph under it, alone in the last block, is another story's.

    Only where the story keeps its own paragraphs apart with blank lines, and puts no other heading right above one.
    """
    prose = page.prose()
    if len(prose) <= STORY_PARAGRAPHS or not page.keeps_apart:
        return
    headed = [i for i in prose[1:] if page.is_heading(i - 1) and page.same_block(i - 1, i)]
    last = prose[-1]
    if headed == [last] and forms.is_headline(page.said[last - 1]) and not page.same_block(last - 2, last - 1):
        page.settle(last - 1, last + 1, Zone.TEASER)


def _lists(page: _Page) -> None:
    """Headings that close the page, or stand in a row inside it in title case, are other stories' headlines.

    A last line alone may also be a sentence that was cut off: then it is neither short nor in title case.
    """
    prose = page.prose()
    for start, end in _runs(page):
        headings = [i for i in range(start, end) if page.zones[i] is None]
        if not prose or start < prose[0] or any(forms.is_bullet(page.said[i]) for i in headings):
            continue
        many = len(headings) >= LIST_OF_STORIES
        if start > prose[-1]:
            headings = [i for i in headings if many or any(form(page.said[i]) for form in _OF_ANOTHER_STORY)]
        elif not (many and all(forms.is_title_case(page.said[i]) for i in headings)):
            continue
        for i in headings:
            page.zones[i] = Zone.TEASER


_OF_ANOTHER_STORY = (forms.is_tag, forms.is_title_case, forms.is_labelled_headline)


def _runs(page: _Page) -> Iterator[tuple[int, int]]:
    """Stretches of headings, with the lines of navigation between them."""
    start: int | None = None
    for i in range(len(page)):
        between = start is not None and page.zones[i] in (Zone.FOOTER, Zone.TEASER)
        if page.is_heading(i) and start is None:
            start = i
        elif start is not None and not between and not page.is_heading(i):
            yield start, i
            start = None
    if start is not None:
        yield start, len(page)


def _head(page: _Page, title: str) -> None:
    """The headline is the title, or the first heading before the prose; a heading under it is the standfirst."""
    prose = next((i for i in range(len(page)) if page.is_prose(i) or forms.is_bullet(page.said[i])), len(page))
    headings = [i for i in range(prose) if page.is_heading(i)]
    if not headings and prose + 1 < len(page) and forms.is_short_question(page.said[prose]):
        headings, prose = [prose], prose + 1
    if not headings:
        return
    known = [i for i in headings if forms.is_titled(page.said[i], title)]
    long = [i for i in headings if not forms.is_kicker(page.said[i])]
    chosen = (known or long or headings)[0]
    page.settle(0, chosen, Zone.TEASER if known else Zone.FOOTER)
    page.settle(chosen, chosen + 1, Zone.HEADLINE)
    for i in headings:
        if chosen < i < len(page) - 1 and page.zones[i + 1] is Zone.DATELINE and forms.is_name(page.said[i]):
            page.zones[i] = Zone.BYLINE
    page.settle(chosen + 1, prose, Zone.STANDFIRST)
    if prose < len(page) and _is_parted(page, prose):
        page.settle(prose, prose + 1, Zone.STANDFIRST)


def _is_parted(page: _Page, prose: int) -> bool:
    """Whether a byline or a date stands between the first paragraph and the next, or it is said again further down."""
    below = [i for i in range(prose + 1, len(page)) if page.is_prose(i)]
    if not below:
        return False
    signed = any(page.zones[i] in (Zone.BYLINE, Zone.DATELINE) for i in range(prose + 1, below[0]))
    return signed or any(forms.same_words(page.said[i], page.said[prose]) for i in below)


def _crossheads(page: _Page) -> None:
    """Short headings between paragraphs are the story's own; a long one in title case is another story's."""
    for i in range(len(page)):
        if not page.is_heading(i) or forms.is_bullet(page.said[i]):
            continue
        if len(page.said[i].split()) <= CROSSHEAD_WORDS:
            page.zones[i] = Zone.HEADLINE
        elif forms.is_title_case(page.said[i]):
            page.zones[i] = Zone.TEASER


def _repeated_headlines(page: _Page, title: str) -> None:
    """The headline, said again anywhere, is a headline."""
    headline = next((page.said[i] for i in range(len(page)) if page.zones[i] is Zone.HEADLINE), "")
    known = [words for words in (headline, title) if not forms.is_kicker(words)]
    for i in range(len(page)):
        if any(forms.is_titled(page.said[i], words) for words in known):
            page.zones[i] = Zone.HEADLINE
