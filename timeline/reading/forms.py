"""What a line looks like: prose, a heading, a date line, a byline, a caption, navigation.

Each function judges one line by itself; ``zones`` judges it by where it stands. The words are in ``data/words``. No
line longer than ``LONGEST_FORM`` is looked into, so the work stays linear.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from timeline.article import Zone
from timeline.reading.splitting import ends_in_stop, sentence_spans
from timeline.reading.words import phrases

LONGEST_FORM = 1_000  # characters; whatever is longer is prose
LONGEST_CAPTION = 100  # words
LONGEST_HEADLINE = 30  # words
_KICKER = 3  # words: "World news", "War in Ukraine"
_LABEL = 4  # words: "War in Ukraine latest"
_OUTLET = 4  # words: "The Arden Mail Online"
_LONGEST_NAME = 4  # words
_LONGEST_CREDIT = 12  # words after a caption's last full stop

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_NUMERIC_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:T[\d:.+Z-]{1,20})?"
_DAY_AND_MONTH = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}\s+\d{{4}})\b"
_FULL_DATE = re.compile(rf"\b(?:{_NUMERIC_DATE}|{_DAY_AND_MONTH})", re.IGNORECASE)
_DATE_WORDS = re.compile(
    rf"(?:{_MONTH}|{_WEEKDAY}|{_NUMERIC_DATE}|\d{{1,4}}(?:st|nd|rd|th)?"
    r"|\d{1,2}[:.]\d{2}(?::\d{2})?(?:[ap]\.?m\.?)?"
    r"|[ap]\.?m\.?|published|updated|posted|modified|last|first|on|at|of|and|date|time|edt|est|et|pt|gmt|utc|bst"
    r"|cet|cest|eet|eest|ist|jst|aedt|aest|pst|pdt|msk|hours?|hrs|mins?|minutes?|ago|\||-|–|—|•|·|/|,|:|\(|\)|&)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_STAMPED = re.compile(r"\(?(?:first |last )?(?:published|updated|posted|modified)\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s[|•·]\s")
_AGENCY = r"\((?:[A-Z][\w.& ]{1,30}|[\w.& ]{0,20}\d[\d./-]{4,12}|[^()\n]{0,30}[A-Z]{2,10})\)"
_MONTH_DAY = rf"(?i:{_MONTH})\s\d{{1,2}}(?:st|nd|rd|th)?"
_WORDS = r"[A-Z0-9][\w.'’-]*(?:\s[A-Z0-9][\w.'’-]*){0,3}"  # "Oct. 4", "North Darfur"
_DASH = r"(?:--|—|–|(?:(?<=\))\.)?-)\s+"  # "(EFE).- "
_DATELINES = (
    # KYIV, Ukraine, Oct. 4 (AP) — ; KYIV -
    re.compile(rf"[^\W\d_a-z][^\n(a-z,]{{2,40}}(?:,\s{_WORDS}){{0,2}}\s?(?:{_AGENCY}\s?)?{_DASH}"),
    # Khartoum, Sept. 20 (UNI)
    re.compile(rf"(?:{_WORDS},\s){{1,3}}{_MONTH_DAY}(?:,\s\d{{4}})?\s?{_AGENCY}\s?(?:{_DASH}|:\s)?"),
    # Mail Online (05/10/2025): ; Oct 4 (Reuters) -
    re.compile(rf"{_WORDS}(?:,\s{_WORDS})?\s{_AGENCY}\s?(?::\s+|{_DASH})"),
    re.compile(rf"{_AGENCY}\s?(?::\s+|{_DASH})"),
    # (Nairobi, June 11, 2025) –
    re.compile(rf"\({_WORDS}(?:,\s{_WORDS})?,\s{_MONTH_DAY}(?:,\s\d{{4}})?\)\s?(?::\s+|{_DASH})"),
    # MOSCOW, October 4. /TASS/.
    re.compile(rf"[^\W\d_a-z][^\n(a-z,]{{2,40}},\s{_MONTH_DAY}\.\s/[\w ]{{2,30}}/\.\s"),
)
_INTRODUCES = re.compile(
    r":\s+\S+(?:\s+\S+){3}"
)  # "Posted by Ann Lee, mayor: We accuse the army of ..." says something
_ASIDE = re.compile(rf"[^.!?\n]{{0,200}}\s{_DASH}")
_BULLET = re.compile(r"[•·▪‣●*–—-]\ufe0f?\s|\d{1,2}[.)]\s")
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?[\w-]{2,40}(?:\.[\w-]{2,20}){0,2}\.[a-z]{2,6}/?", re.IGNORECASE)
_SAYS_SOMETHING = re.compile(r"[^\W\d_]|\b[0-9]{4}\b")  # a letter, or a year as a history's headings have it
_HANDLE = re.compile(r"@\w{2,30}|[\w.+-]{1,40}@[\w.-]{3,60}")
_BRACKETED_END = re.compile(r"[(\[]([^()\[\]]{2,120})[)\]]\.?$")
_CAPTION_OPENING = re.compile(r"\(?([A-Za-z ]{2,24}?(?=\s?:|\s[-–—]\s)|[A-Za-z]{5} caption(?=,))")
_CREDITED_END = re.compile(
    r"\b(?:photo|image|picture|photograph)s?(?:\s(?:by|credits?))?\s?:\s?[^:.]{2,60}$", re.IGNORECASE
)
_CREDIT_OPENING = re.compile(r"getty images|ap photo|(?:photo|image)s? (?:by|courtesy)|courtesy of")
_CREDIT_JOINT = re.compile(r"[/|:]|\bvia\b|\b(?:photo|image|picture)s? by\b|\bcourtesy of\b")
_AFTER_STOP = re.compile(r"[.!?…][\"'”’]?\s+([^.!?]{2,140}(?:\.[^.!?\s][^.!?]{0,60})?)\.?$")


@cache
def _phrases(name: str) -> frozenset[str]:
    return frozenset(fold(words) for words in phrases(name) if "*" not in words)


@cache
def _starred(name: str) -> re.Pattern[str]:
    starred = [re.escape(fold(words)).replace(r"\*", ".{0,400}") for words in phrases(name) if "*" in words]
    return re.compile("|".join(starred))


def fold(words: str) -> str:
    """Small letters, straight apostrophes and single spaces, for comparing."""
    return " ".join(words.replace("’", "'").replace("‘", "'").lower().split())


def same_words(a: str, b: str) -> bool:
    """Whether two lines say the same, capitals, marks and spaces aside."""
    if max(len(a), len(b)) > LONGEST_FORM:
        return False
    return bool(a.strip()) and _words(a) == _words(b)


def is_titled(said: str, title: str) -> bool:
    """Whether the line is the title; a title from a browser's tab may end with the outlet's name."""
    if max(len(said), len(title)) > LONGEST_FORM:
        return False
    line, whole = _words(said), _words(title)
    return bool(line) and (
        line == whole or (len(line) > _KICKER and line == whole[: len(line)] and len(whole) - len(line) <= _OUTLET)
    )


@lru_cache(maxsize=64)  # a headline is compared with every line of its page
def _words(said: str) -> list[str]:
    return re.findall(r"\w+", said.lower())


def is_prose(said: str) -> bool:
    """Whether the line reads as sentences: it ends in a full stop, or is too long or too full for a heading."""
    if len(said) > LONGEST_FORM or len(said.split()) > LONGEST_HEADLINE:
        return True
    if said.endswith(":") or ends_in_stop(said):
        return len(said.split()) > 1
    bracketed = _BRACKETED_END.search(said)  # "... the ministry said. (AFP)"
    if bracketed and ends_in_stop(said[: bracketed.start()].rstrip()):
        return True
    return not is_title_case(said) and len(sentence_spans(said, 0, len(said))) > 1


def is_kicker(said: str) -> bool:
    """Whether the line is too short for a headline: a section's name."""
    return len(said.split()) <= _KICKER


def is_tag(said: str) -> bool:
    """Whether the line is a word or two without a full stop, as tags and buttons are."""
    return is_kicker(said) and not ends_in_stop(said)


def is_headline(said: str) -> bool:
    """Whether a heading is long enough for the headline of a story, rather than of a part of one."""
    return _KICKER < len(said.split()) <= LONGEST_HEADLINE and not said.endswith(":")


def is_labelled_headline(said: str) -> bool:
    """Whether a line without a full stop has a label before its headline: "War latest: Drones set a depot on fire"."""
    label, colon, headline = said.partition(": ")
    named = 1 < len(label.split()) <= _LABEL and not label[:1].isdigit()
    return bool(colon) and named and is_headline(headline) and not ends_in_stop(said)


def is_title_case(said: str) -> bool:
    """Whether at least three in four of the longer words are capitalised, and three or more are."""
    words = [word for word in _WORD.findall(said[:LONGEST_FORM]) if len(word) > 3]
    capitals = len([word for word in words if word[0].isupper()])
    return capitals >= 3 and 4 * capitals >= 3 * len(words)


def is_short_question(said: str) -> bool:
    """Whether the line is one question or exclamation, as a headline can be."""
    return len(said.split()) <= LONGEST_HEADLINE and said.rstrip("\"'”’")[-1:] in "?!" and _is_one_sentence(said)


def _is_one_sentence(said: str) -> bool:
    return len(sentence_spans(said, 0, len(said))) == 1


def is_bullet(said: str) -> bool:
    """Whether the line is an item of a list."""
    return bool(_BULLET.match(said))


def is_name(said: str) -> bool:
    """Whether the line is nothing but what can be a person's name: two to four capitalised words."""
    words = said.split()
    return 2 <= len(words) <= _LONGEST_NAME and all(
        word[0].isupper() and all(letter.isalpha() or letter in ".'’-" for letter in word) for word in words
    )


def is_role(said: str) -> bool:
    """Whether the line is nothing but what an author is: "Reporter", "Senior editor, Europe"."""
    return len(said) <= LONGEST_FORM and len(said.split()) <= 2 * _KICKER and _role(said) in _phrases("zones_roles")


def _role(said: str) -> str:
    return re.split(r",| at | for ", fold(said), maxsplit=1)[0]


def is_bio(said: str, name: str = "") -> bool:
    """Whether the paragraph introduces its author: "Ann Lee is a reporter at ...", in the present tense.

    ``name``, when known, is the line above, and one of its words begins the paragraph.
    """
    if name and not fold(said).startswith(tuple(fold(name).split())):
        return False
    return bool(_bio_pattern().match(said))


@cache
def _bio_pattern() -> re.Pattern[str]:
    roles = "|".join(re.escape(role) for role in sorted(phrases("zones_roles"), key=len, reverse=True))
    name = r"[^\W\d_a-z][\w.'’-]*(?:\s[^\W\d_a-z][\w.'’-]*){0,3}"
    is_a = rf"(?i:\sis\s(?:an?|the|our)\s(?:[\w'’-]+\s){{0,5}}?(?:{roles})\b)"
    return re.compile(
        rf"{name}(?:{is_a}|(?:['’]s| has) been (?:writing|reporting|covering)\b"
        r"|\s(?:covers|writes about|reports on|joined)\s)"
    )


def opens_bio(said: str) -> bool:
    """Whether the line opens an author's card: "Published by Ann Lee", "About the author"."""
    if len(said) > LONGEST_FORM:
        return False
    folded = fold(said).rstrip(":")
    if folded in _phrases("zones_bio"):
        return True
    opener = next((words for words in _phrases("zones_bio") if folded.startswith(words + " ")), None)
    return opener is not None and is_name(said[len(opener) :].strip(" :"))


def announces_teaser(said: str) -> bool:
    """Whether the line announces other stories: "Read more", "Related"."""
    return len(said) <= LONGEST_FORM and fold(said).rstrip(":").strip("[]() ") in _phrases("zones_teaser")


def own_zone(said: str) -> Zone | None:
    """The zone that the line shows by itself, ``None`` when only its place on the page can tell."""
    if len(said) > LONGEST_FORM:
        return None
    if _is_date_line(said):
        return Zone.DATELINE
    if is_navigation(said):
        return Zone.FOOTER
    if is_caption(said):
        return Zone.CAPTION
    if _is_teaser_line(said):
        return Zone.TEASER
    return Zone.BYLINE if is_role(said) or _is_byline(said) else None


def is_navigation(said: str) -> bool:
    """Whether the line belongs to the page: a button, an advertisement, a notice, a bare address."""
    folded = fold(said).strip("[]>»<«!. ")
    if folded in _phrases("zones_footer") or announces_teaser(said):
        return True
    if _DOMAIN.fullmatch(said) or _HANDLE.fullmatch(said) or not _SAYS_SOMETHING.search(said):
        return True
    return len(said.split()) <= 2 * LONGEST_HEADLINE and bool(_starred("zones_footer").fullmatch(folded))


def _is_date_line(said: str) -> bool:
    """Whether the line is only a date, or an outlet and a date with a bar between."""
    words = said.split()
    if len(words) > 2 * _LONGEST_CREDIT or not _FULL_DATE.search(said):
        return False
    if (_SEPARATOR.search(said) or _STAMPED.match(said)) and not ends_in_stop(said):
        return len(words) <= _LONGEST_CREDIT
    return not _DATE_WORDS.sub("", said).strip(" .")


def is_caption(said: str) -> bool:
    """Whether the line is a picture's caption: it opens with "Photo:" or the like, or closes with a credit."""
    if len(said.split()) > LONGEST_CAPTION:
        return False
    opener = _CAPTION_OPENING.match(said)
    if opener and fold(opener.group(1)) in _phrases("zones_caption"):
        return True
    if _CREDITED_END.search(said) or fold(said) in _phrases("zones_credit"):
        return True
    bracketed = _BRACKETED_END.search(said)
    if bracketed and _is_credit(bracketed.group(1)):
        return True
    closing = _AFTER_STOP.search(said)
    if closing:
        return _is_credit(closing.group(1)) and len(closing.group(1).split()) <= _LONGEST_CREDIT
    return not ends_in_stop(said) and _is_credit(said) and len(said.split()) <= _LONGEST_CREDIT


def _is_credit(said: str) -> bool:
    """Whether the words name a picture's maker: an agency with a slash, "via", "Photo:" ..."""
    folded = fold(said)
    if _CREDIT_OPENING.match(folded):
        return True
    parts = re.split(r"[/|:,]|\bvia\b|\bby\b", folded)
    return bool(_CREDIT_JOINT.search(folded)) and any(part.strip() in _phrases("zones_credit") for part in parts)


def _is_teaser_line(said: str) -> bool:
    """Whether the line names another story after "Read more:" or the like."""
    head, mark, rest = said.partition(":" if ":" in said else "|")
    return bool(mark and rest.strip()) and fold(head).strip("[]() ") in _phrases("zones_teaser")


def _is_byline(said: str) -> bool:
    """Whether the line names who wrote or edited the story."""
    folded = fold(said)
    if len(said.split()) <= LONGEST_HEADLINE and _starred("zones_byline").fullmatch(folded.rstrip(". ")):
        return True
    opener = max((words for words in _phrases("zones_byline") if folded.startswith(words)), key=len, default="")
    if not opener or len(said.split()) > 2 * _LONGEST_CREDIT:
        return False
    if opener != "by" and " " in opener:
        return not _INTRODUCES.search(said)
    names = [word for word in said[len(opener) :].split("|")[0].replace(",", " ").split() if word[0].isalpha()]
    small = {"and", "in", "of", "for", "at", "with", "de", "der", "van", "von", "al", "bin", "the", "la", "le"}
    return (
        said[len(opener) : len(opener) + 1] in (" ", "\xa0")
        and 0 < len(names) <= _LONGEST_CREDIT
        and all(word[0].isupper() or word in small for word in names)
        and not ends_in_stop(said)
    )


def dateline_prefix(said: str) -> int:
    """Length of the place and date line that opens a story on its first line ("KYIV, Oct. 4 (AP) — "), else 0."""
    for pattern in _DATELINES:
        match = pattern.match(said)
        label = match and match.group().rstrip().endswith(":")  # "9 March, Kosti (Sudan): an oil depot hit by ..."
        if match and match.end() < len(said) and not (label and said[match.end()].islower()):
            is_aside = "(" not in match.group() and _ASIDE.match(said, match.end())  # "NATO - the alliance - said"
            return 0 if is_aside else match.end()
    return 0
