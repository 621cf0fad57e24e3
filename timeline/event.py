"""The nouns of *what*: a report is what one article says, an event is what several reports are about.

The two words are never mixed: counting reports as events is the known disease of news-derived data sets. Fields carry
their professional names where there is one: UCDP GED (``date_prec``, ``where_prec``, low/best/high), PLOVER (actor,
recipient), ACLED (``sub_event_type``).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from geo.place import Place, PlaceKind, PlaceMention
from timeline.when import TimeMention, When


class Kind(StrEnum):
    """What sort of event is reported."""

    STRIKE = "strike"
    ACCUSATION = "accusation"


class Stance(StrEnum):
    """How the article stands behind the claim."""

    ASSERTED = "asserted"
    HEDGED = "hedged"  # may, could, allegedly
    DENIED = "denied"
    THREATENED = "threatened"


class Specificity(StrEnum):
    """Whether one event is meant, a sum of many, or a kind of thing that happens."""

    EVENT = "one event"
    AGGREGATE = "aggregate"
    GENERIC = "generic"


class Role(StrEnum):
    """What a named place is to the report."""

    EVENT = "event"  # where it happened
    CONTAINER = "container"  # the region or country around the event's place
    ACTOR = "actor"  # a government, army or side named by its country or capital
    RECIPIENT = "recipient"
    CLAIMED = "claimed"  # part of what is claimed: "weapons on Russian soil"
    ORIGIN = "origin"  # launched from
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class RolePlace:
    """A place mention with the role it plays in one report."""

    mention: PlaceMention
    role: Role


@dataclass(frozen=True, slots=True)
class Party:
    """Who acts or is acted on. ``name`` as said ("Ukraine's Foreign Intelligence Service"), ``country`` ISO alpha-2 or
    ``None``, ``speaker`` the family name of a named person, folded ("zelensky"), or "", ``office`` the words for what
    office the person holds ("foreign minister"), or "".
    """

    name: str
    country: str | None
    speaker: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class Toll:
    """Killed or injured, as one article gives it: low and high may be open; ``best`` is ``None`` for "several".

    A toll that is not stated is ``None`` in place of a ``Toll``, never 0.
    """

    low: int | None
    best: int | None
    high: int | None
    said: str


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open code-point offsets into an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says of one event.

    ``key`` identifies it through re-readings: article id, kind, the folded evidence sentence and an ordinal.
    ``evidence`` is never empty: the first span is the sentence that reports the event, the others add to it.
    ``when_mention`` are the words that dated it, ``None`` when it was inherited from elsewhere or not said. ``copy_of``
    is the id of the article that this report's own is a copy of, "" for an article in words of its own. ``published``
    is when the article came out, ``None`` where that is not known.
    """

    key: str
    article_id: str
    outlet: str
    kind: Kind
    sub_kind: str  # missile, drone, shelling ...; for an accusation the verb's lemma
    when: When | None
    when_mention: TimeMention | None
    places: tuple[RolePlace, ...]
    actor: Party | None
    recipient: Party | None
    target: str  # what was hit, or what is alleged, in the article's words; "" when not said
    killed: Toll | None
    injured: Toll | None
    stance: Stance
    specificity: Specificity
    evidence: tuple[Span, ...]
    copy_of: str = ""
    published: When | None = None

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("a report without evidence is no report")

    @property
    def where(self) -> PlaceMention | None:
        """The mention that names the event's own place (an accusation: the place of what is alleged), if any."""
        own = (Role.EVENT, Role.CLAIMED) if self.kind is Kind.ACCUSATION else (Role.EVENT,)
        return next((p.mention for p in self.places if p.role in own and p.mention.place is not None), None)

    @property
    def place(self) -> Place | None:
        """The event's own place."""
        return self.where.place if self.where else None

    @property
    def where_prec(self) -> int | None:
        """UCDP GED ``where_prec``; ``None`` without a place."""
        return where_prec(self.where) if self.where else None


WHERE_PREC = {
    PlaceKind.SITE: 1,
    PlaceKind.CITY: 1,
    PlaceKind.DISTRICT: 3,
    PlaceKind.REGION: 4,
    PlaceKind.COUNTRY: 6,
    PlaceKind.OTHER: 7,
}
_FUZZY = 5
_NEAR = 2


def where_prec(mention: PlaceMention) -> int:
    """UCDP GED ``where_prec``: 1 exact (a town with its radius), 2 near, 3 second-order region, 4 first-order region,
    5 fuzzy (a part of a country, or how far a town is), 6 country, 7 water or air. Raises ``ValueError`` for a mention
    without a place.
    """
    if mention.place is None:
        raise ValueError(f"{mention.said!r} has no place")
    prec = WHERE_PREC[mention.place.kind]
    if mention.place.kind is PlaceKind.OTHER and mention.place.country:
        return _FUZZY
    if mention.qualifier and prec == 1 and mention.qualifier in {"near", "outside", "off"}:
        return _NEAR
    if mention.qualifier == "wider":
        return _FUZZY
    if mention.qualifier and prec == WHERE_PREC[PlaceKind.COUNTRY]:
        return _FUZZY
    return prec


class Agreement(StrEnum):
    """How the values that several sources give for one field stand to each other."""

    NESTED = "nested"  # one contains the other: "August" and "21 August"
    COMPATIBLE = "compatible"  # different words that can both be true
    CONFLICT = "conflict"  # cannot both be true


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One field on which sources differ: ``values`` are (article id, value as said or read), in article order."""

    field: str
    relation: Agreement
    values: tuple[tuple[str, str], ...]


class LinkKind(StrEnum):
    """How one event stands to another."""

    SAME = "may be the same as"
    PART_OF = "part of"
    DENIES = "denies"
    ANSWERS = "answers"


@dataclass(frozen=True, slots=True)
class Link:
    """A tie to another event, by its id."""

    kind: LinkKind
    event_id: str


@dataclass(frozen=True, slots=True)
class Event:
    """What one or more reports are about.

    ``id`` is the key of its first report in time. ``when`` and ``where`` are the narrowest reading that all compatible
    reports allow; where reports conflict they are the hull of what was said and a ``Disagreement`` says so.
    """

    id: str
    kind: Kind
    sub_kind: str
    reports: tuple[Report, ...]
    when: When | None
    where: PlaceMention | None
    actor: Party | None
    recipient: Party | None
    target: str
    killed: Toll | None
    injured: Toll | None
    stance: Stance
    specificity: Specificity
    disagreements: tuple[Disagreement, ...]
    links: tuple[Link, ...]

    def __post_init__(self) -> None:
        if not self.reports:
            raise ValueError("an event without reports is no event")

    @property
    def outlets(self) -> int:
        """Number of outlets that report it in words of their own; an article without a known outlet counts as one.

        Copies of one article are one source, whoever prints them and whether or not the original is here too.
        """
        voices = {r.article_id: r.outlet or r.article_id for r in self.reports if not r.copy_of}
        return len({*voices.values(), *(r.copy_of for r in self.reports if r.copy_of and r.copy_of not in voices)})

    @property
    def copies(self) -> int:
        """Number of articles that report it in the words of another article."""
        return len({r.article_id for r in self.reports if r.copy_of})

    @property
    def where_prec(self) -> int | None:
        """UCDP GED ``where_prec``; ``None`` without a place."""
        return where_prec(self.where) if self.where else None
