"""Which of the names found in a text are places, by what stands around each of them.

A capitalised word that the gazetteer knows may be a person ("Paris Hilton"), a month, or a plain word ("Reading",
"Nice"). The better known a place is, the less its sentence needs to say; a village needs a preposition or a container.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from functools import cache
from itertools import pairwise

from geo.cues import AT, ATTRIBUTE, CONTAINER, DATELINE, DEMONYM, FROM, OBJECT, OWNER, SUBJECT, TO, at_sentence_start
from geo.found import Found
from geo.gazetteer import CITY, COUNTRY, DISTRICT, OTHER, OTHER_NAME, REGION, ROW_MASK, SITE, Gazetteer
from geo.lookup import division_after, divisions
from geo.people import first_names, holds_office, is_surname
from geo.sorts import Sort, plain, sort_of
from geo.stated import part_of_pair
from geo.things import names_thing
from geo.words import word_lists, word_set

FAMOUS = 6.0  # rank (a million people, or a country) that needs no preposition
KNOWN = 4.6  # rank (about 40,000 people) that is believed unless something speaks against it
SMALL = 2.6  # rank (about 400 people) below which a preposition alone does not do
KNOWN_REGION = 3.5  # the same of a region, which ranks below a seat of its name
LARGE = 5.0  # rank (100,000 people) at which a name that is not the place's own is believed like one that is
PLAIN = 3.5  # rank (3,000 people) that a place named by a plain word needs besides a preposition
NEAR_PAIR = 60  # characters between two names of which one may be told as part of the other
LINE = 80  # characters on either side that tell whether a line is all in capitals
MAX_ACRONYM = 4  # letters: "UF", "KBR" are towns somewhere, and hardly ever so in news
STRONG = frozenset({AT, TO, FROM, CONTAINER, DATELINE})
WITHIN = frozenset({AT, CONTAINER, DATELINE})  # those of no person: "in Rudenko", not "to Rudenko"

_FOLLOWING = re.compile(r"[ -]([A-Z][^\W\d_]+)")
_FOLLOWING_SMALL = re.compile(r"[ -]([a-z]+)")
_LAST = re.compile(r"([^\W\d_][\w.'’-]*)$")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|year-old) $")
_OF = re.compile(r"[\w,] of (?:the )?$")
_CALLED = re.compile(r"\b(?:city|town|township|village|hamlet|port|suburb|settlement|district) of $")
_TAG = re.compile(r"\b\d{1,3}, (?:of|from) $|\b[DRI]-$")
_TAG_ENDS = (", of ", ", from ", "-")
_ROAD = re.compile(r"(?:[-–][A-Z][\w'’]+(?: [A-Z][\w'’]+)?)? (?:road|highway|motorway|route|railway)\b")
_ROAD_STARTS = ("-", "–", " ro", " hi", " mo", " ra")
_BULLETS = " \t*•·-–—❗️⚡❌🔴▪"
_PASSIVE = re.compile(r" (?:(?:has|had|have) been|was|were|is being|was being|are being) (?:[a-z]+ly )?([a-z]+)")
_PASSIVE_STARTS = frozenset({" h", " w", " i", " a"})
_PLAYS = ("beat ", "thrashed ", "trounced ", "drew with ", "lost to ", "draw with ")
_OF_SEAS = re.compile(r"(?: and [A-Z]\w+)? [Ss]eas\b")  # "the Azov and Black Seas": no town
_WINS = re.compile(rf" (?:{'|'.join(_PLAYS)})(?=[A-Z])| (?:won|lost|drew) \d{{1,2}}[-–]\d")
_PLAY_ENDS = frozenset(words.split()[-1] for words in _PLAYS)
_MAY_WIN = (*_PLAYS, "won ", "lost ", "drew ")
_MEASURED = re.compile(
    r", (?:[a-z]+ )?\d[\d,.]*[ -]?(?:km|kilomet|mile)|, (?:a|the) (?:[a-z-]+ ){0,2}(?:city|town|village|port)\b"
)
_SAID = frozenset({"said", "says", "told", "added"})
_JOINED = re.compile(r"(?:, and |, or |, | and | or | & |/|; )")


class Belief(Enum):
    """Whether a name is a place; ``MAYBE`` is believed where the text proves the same name elsewhere."""

    NO = 0
    MAYBE = 1
    YES = 2


NO, MAYBE, YES = Belief


@cache
def after_in_capitals() -> frozenset[str]:
    """Words that stand after a name in a headline's capitals: "in Paris Before Summit"."""
    return word_lists("grammar")["not nouns"] | word_lists("grammar")["acting verbs"]


class Judge:
    """Decides for one text which names are places."""

    def __init__(self, text: str, gazetteer: Gazetteer, persons: set[str]) -> None:
        """``persons``: what ``people`` found in the text."""
        self.text, self.gazetteer, self.persons = text, gazetteer, persons
        self.lists = word_lists("grammar")

    def believed(self, found: list[Found]) -> list[Found]:
        """Those that are places."""
        contained = {
            name.start
            for one, two in pairwise(found)
            if two.start - one.end < NEAR_PAIR
            and (name := part_of_pair(self.text, one, two, self.gazetteer, self.persons))
        }
        beliefs = [self.belief(name, name.start in contained) for name in found]
        self._join_lists(found, beliefs)
        self._ground(found, beliefs)
        sure = [name for name, belief in zip(found, beliefs, strict=True) if belief is YES]
        if MAYBE not in beliefs:
            return sure
        proven = {name.key for name in sure if name.exact}
        return [
            name
            for name, belief in zip(found, beliefs, strict=True)
            if belief is YES or (belief is MAYBE and name.key in proven)
        ]

    def _ground(self, found: list[Found], beliefs: list[Belief]) -> None:
        """Believe a possible name that is a place of a region or country that the text is about."""
        if MAYBE not in beliefs:
            return
        grounds: set[int] = set()
        for name, belief in zip(found, beliefs, strict=True):
            if belief is YES and name.postings:
                row = name.postings[0] & ROW_MASK
                grounds |= {row, *self.gazetteer.parents(row)}
        for i, name in enumerate(found):
            if beliefs[i] is MAYBE and self._groundable(name):
                alone = not grounds and not name.exact and self._placed(name)
                shared = grounds & self._divisions(name)
                if self._may_be_anybody(name):
                    shared = {row for row in shared if self.gazetteer.kind(row) is not COUNTRY}
                beliefs[i] = YES if alone or shared else MAYBE

    def _may_be_anybody(self, name: Found) -> bool:
        """Whether the name only opens a sentence, as that of any person does: "Vera opens her shop"."""
        opens = at_sentence_start(self.text, name.start) and _FOLLOWING_SMALL.match(self.text, name.end) is not None
        return opens and not self._placed(name)

    def _groundable(self, name: Found) -> bool:
        if not name.exact:
            first, _, more = name.key.partition(" ")
            own = bool(more) and first not in first_names()  # not "Abdul Hakeem"
            return (own or name.cue is OBJECT or self._placed(name)) and name.key not in self.persons
        unlikely = name.key in self.persons or name.key in word_set("surnames") or name.key in first_names()
        return " " not in name.key and (self._hit(name) or not (unlikely or plain(name.key)))

    def _placed(self, name: Found) -> bool:
        """Whether the words around the name say that it is a place, whichever."""
        return name.cue in STRONG or self._described(name) or self._hit(name) or (" " in name.key and self._of(name))

    def _divisions(self, name: Found) -> set[int]:
        """What the places of a name lie in; a village must be called one or have things happen there, as no person."""
        least = 0.0 if name.cue in WITHIN or self._called(name) else SMALL
        return {
            division
            for posting in name.postings
            if (rank := self.gazetteer.rank(posting & ROW_MASK)) >= least
            and (not name.exact or not posting & OTHER_NAME or rank >= KNOWN)
            for division in self.gazetteer.parents(posting & ROW_MASK)
        }

    def _join_lists(self, found: list[Found], beliefs: list[Belief]) -> None:
        """Believe a possible name that stands in a list with a believed one: "Kharkiv, Sumy and Merefa"."""
        if MAYBE not in beliefs:
            return
        for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
            step = order.step if len(found) > 1 else 1
            for i in order:
                other = i - step
                if beliefs[i] is not MAYBE or beliefs[other] is not YES:
                    continue
                if not found[i].exact and not self._neighbours(found[i], found[other]):
                    continue
                first, second = sorted((i, other))
                listed = _JOINED.fullmatch(self.text, found[first].end, found[second].start)
                if listed and found[other].cue is not DEMONYM and found[i].key not in self.persons:
                    beliefs[i] = YES

    def _neighbours(self, name: Found, other: Found) -> bool:
        """Whether some places of two names lie in one region."""
        mine, its = (
            {row for posting in n.postings for row in self.gazetteer.parents(posting & ROW_MASK)} for n in (name, other)
        )
        return any(self.gazetteer.kind(row) is REGION for row in mine & its)

    def belief(self, name: Found, contained: bool) -> Belief:
        """Whether ``name`` is a place; ``contained``: its container follows it."""
        if contained or name.cue is DEMONYM or name.cue is CONTAINER or not name.postings:
            return YES
        if not name.exact:
            return NO if names_thing(self.text, name.start, name.end, name.before) else MAYBE
        sort = sort_of(name.key, name.postings[0], self.gazetteer)
        if self._never(name, sort):
            return NO
        if name.key in self.persons:
            return self._of_person(name, sort.rank)
        if sort.kind in (COUNTRY, SITE, OTHER):
            return YES
        other_word = sort.plain and name.postings[0] & OTHER_NAME
        if sort.kind is REGION and sort.rank >= KNOWN_REGION and not sort.first_name and not other_word:
            return YES
        as_word = sort.plain and sort.rank < FAMOUS
        belief = self._plain_word(name, sort.rank) if as_word else self._by_evidence(name, sort)
        return YES if belief is not YES and self._called_division(name) else belief

    def _called_division(self, name: Found) -> bool:
        """Whether the word for a division follows the name of one: "Abs district"."""
        division = division_after(self.text, name.end)
        return bool(division and divisions(name.key, division, self.gazetteer))

    def _never(self, name: Found, sort: Sort) -> bool:
        """Whether the name is surely something else, whatever the rest of the text says."""
        if sort.veto or (sort.after_comma and not _FOLLOWING_SMALL.match(self.text, name.end)):
            return True
        if name.end - name.start <= MAX_ACRONYM and self._acronym(name):
            return True
        if self._part_of_word(name, sort.rank) or self._is_person(name, sort):
            return True
        if sort.kind not in (CITY, DISTRICT) or name.cue is DATELINE:
            return False
        if _OF_SEAS.match(self.text, name.end):
            return True
        return self._plays(name) or names_thing(self.text, name.start, name.end, name.before)

    def _plays(self, name: Found) -> bool:
        """Whether the name is a team's: "Leeds beat Derby"."""
        if name.cue in STRONG or name.cue is ATTRIBUTE:
            return False
        if self.text.startswith(_MAY_WIN, name.end + 1) and _WINS.match(self.text, name.end):
            return True
        return name.before in _PLAY_ENDS and self.text.endswith(_PLAYS, 0, name.start)

    def _of_person(self, name: Found, rank: float) -> Belief:
        """A name that the text gives a person: a place only after a preposition of place or before its office."""
        if name.cue not in STRONG:
            return YES if rank >= KNOWN and self._described(name) else NO
        return YES if rank >= FAMOUS or (name.cue is AT and rank >= KNOWN) else MAYBE

    def _plain_word(self, name: Found, rank: float) -> Belief:
        """A name that is a plain word: a place after a preposition, or before its office where it is well known."""
        needed = {AT: PLAIN, FROM: PLAIN, DATELINE: PLAIN, TO: KNOWN}.get(name.cue, FAMOUS)
        first = at_sentence_start(self.text, name.start) and name.cue is not DATELINE
        if (rank >= needed and not first) or (rank >= KNOWN and self._described(name)):
            return YES
        if rank >= KNOWN and self._hit(name):
            return YES
        told_apart = not first or name.cue in (OWNER, SUBJECT)  # "Nice weather"; but "Oxford's mayor"
        return MAYBE if rank >= KNOWN and told_apart else NO

    def _by_evidence(self, name: Found, sort: Sort) -> Belief:
        rank, single, other = sort.rank, " " not in name.key, name.postings[0] & OTHER_NAME
        if rank >= FAMOUS:
            return YES
        known = rank >= SMALL or sort.kind in (REGION, DISTRICT)  # of which few are known how many live there
        if known and (name.cue in STRONG or self._described(name) or self._tagged(name)):
            return YES
        if rank >= SMALL and not sort.of_people and (self._hit(name) or self._heads(name)):
            return YES
        mild = self._of(name) or name.cue is OBJECT
        if single and sort.of_people:
            return YES if mild and rank >= KNOWN else MAYBE
        if rank >= (LARGE if single and other else KNOWN) or (mild and rank >= SMALL):
            return YES
        return MAYBE if single or other else YES

    def _tagged(self, name: Found) -> bool:
        """Whether an age or a party stands before the name: "a man, 43, of McKee", "(R-Ocilla)"."""
        if not self.text.endswith(_TAG_ENDS, 0, name.start):
            return False
        return _TAG.search(self.text, max(0, name.start - 12), name.start) is not None

    def _hit(self, name: Found) -> bool:
        """Whether the name is bombed, taken or entered, as places are: "struck Tyre", "Kobani was besieged"."""
        if name.before in word_lists("roles")["done on the ground"]:
            return True
        after = _PASSIVE.match(self.text, name.end) if self.text[name.end : name.end + 2] in _PASSIVE_STARTS else None
        return after is not None and after[1] in word_lists("roles")["done on the ground"]

    def _heads(self, name: Found) -> bool:
        """Whether the name heads a paragraph, as that of where it plays: "Izmail: a bakery was hit"."""
        return self.text.startswith(": ", name.end) and not self.text[: name.start].rpartition("\n")[2].strip(_BULLETS)

    def _acronym(self, name: Found) -> bool:
        if not is_acronym(self.text[name.start : name.end], name.postings, self.gazetteer):
            return False
        around = self.text[max(0, name.start - LINE) : name.start].rpartition("\n")[2]
        around += self.text[name.end : name.end + LINE].partition("\n")[0]
        return not around.isupper() and name.cue is not DATELINE

    def _part_of_word(self, name: Found, rank: float) -> bool:
        """Whether a hyphen makes the name half of another: "Wal-Mart"; not "Kyiv-Moscow train"."""
        if name.before and not self.text.startswith("-", name.end):
            return False
        if self.text.startswith(_ROAD_STARTS, name.end) and _ROAD.match(self.text, name.end):
            return False
        before, after = self.text[max(0, name.start - 1)], self.text[name.end : name.end + 2]
        hyphened = before in "-–" or (after[:1] == "-" and "A" <= after[1:] <= "Z")
        return hyphened and rank < FAMOUS and not self._tagged(name)

    def _described(self, name: Found) -> bool:
        """Whether the name is called a town, or a noun follows it as one does a place: "the Cairns suburbs"."""
        if self._called(name):
            return True
        article = name.cue is ATTRIBUTE and _FOLLOWING_SMALL.match(self.text, name.end) is not None
        return article and _ARTICLE.search(self.text, max(0, name.start - 12), name.start) is not None

    def _called(self, name: Found) -> bool:
        """Whether the name is called a town, or a noun of places or offices follows: "Cairns suburbs"."""
        if self.text.endswith(" of ", 0, name.start) and _CALLED.search(self.text, max(0, name.start - 14), name.start):
            return True
        if self.text.startswith(", ", name.end) and _MEASURED.match(self.text, name.end):
            return True
        following = _FOLLOWING.match(self.text, name.end)
        if following is not None:
            return following[1].lower() in word_set("heads") and following[1].lower() not in {"university", "college"}
        small = _FOLLOWING_SMALL.match(self.text, name.end)
        return small is not None and small[1] in self.lists["described"]

    def _of(self, name: Found) -> bool:
        """Whether "of" or a compass adjective governs the name: "people of Enfield", "downtown Norfolk"."""
        if name.qualifier in self.lists["compass"]:
            return True
        ends = self.text.endswith((" of ", " of the "), 0, name.start)
        return ends and _OF.search(self.text, max(0, name.start - 40), name.start) is not None

    def _is_person(self, name: Found, sort: Sort) -> bool:
        """Whether the words beside the name make it a person's."""
        last = _bare(name.before)
        if last[:1].isupper() and self._names_person(last, name.start, sort.rank):
            return True
        beside = self.text[name.end : name.end + 2]
        after = _FOLLOWING.match(self.text, name.end) if beside[:1] == " " and "A" <= beside[1:] <= "Z" else None
        following = after[1].lower() if after else ""
        if not following or following in word_set("heads") or following in after_in_capitals():
            return False
        named = name.cue not in STRONG and " " not in name.key  # "Kashmir Singh"
        if named and (is_surname(following) or holds_office(self.text, name.start, name.end)):
            return True
        if name.before in _SAID and sort.rank < FAMOUS and " " not in name.key:  # "said Viktoria Novak, who"
            return True
        if sort.first_name:
            return not following.endswith("s") or following in word_set("surnames")
        return sort.rank < KNOWN and " " not in name.key and not self._described(name)

    def _names_person(self, last: str, start: int, rank: float) -> bool:
        """Whether a capitalised word before the name is a title, a first name or an initial."""
        word = last.lower()
        if word in self.lists["fillers"] or word in self.lists["compass"] or word in self.lists["at"]:
            return False
        if word in word_set("people"):
            return rank < FAMOUS + 1
        if len(last) == 1:
            return last not in {"A", "I"}
        return word in first_names() and not at_sentence_start(self.text, start)


def _bare(word: str) -> str:
    """A word without the signs before it, and without full stops; "" where another sign follows it."""
    if word.isalpha():
        return word
    match = _LAST.search(word)
    return match[1].rstrip(".") if match else ""


def is_acronym(said: str, postings: Sequence[int], gazetteer: Gazetteer) -> bool:
    """Whether a name of few capitals means a body rather than the small town that is spelled like it: "EU", "UF"."""
    short = said.isupper() and "." not in said and len(said) <= MAX_ACRONYM
    return bool(short and postings and gazetteer.kind(postings[0] & ROW_MASK) is CITY)
