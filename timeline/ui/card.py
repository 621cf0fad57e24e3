"""The card of one event: what, when, where, who, the toll, and every source with its own words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline import messages
from timeline.article import Article
from timeline.event import Agreement, Event, Kind, LinkKind, Report, Role, Span, Specificity, Stance, Toll
from timeline.events import words
from timeline.events.library import Library
from timeline.messages import _, later, ngettext, number, pgettext
from timeline.reading.dates import by_rule, explain
from timeline.reading.read import Reading
from timeline.ui import counting
from timeline.ui.dom import Tree, link, node

RELATIONS = {
    Agreement.NESTED: later("one is more exact than another"),
    Agreement.COMPATIBLE: later("both can be true"),
    Agreement.CONFLICT: later("they contradict each other"),
}
LINKS = {
    LinkKind.SAME: later("May be the same as:"),
    LinkKind.PART_OF: later("Part of:"),
    LinkKind.DENIES: later("Denies:"),
    LinkKind.ANSWERS: later("Answers:"),
}
ASIDE = {  # why a passage is no event of its own
    Specificity.AGGREGATE: later("the sum of several events"),
    Specificity.GENERIC: later("events of a kind, none of them named"),
    Stance.HEDGED: later("reported as uncertain"),
    Stance.DENIED: later("denied"),
    Stance.THREATENED: later("threatened"),
    Stance.ASSERTED: later("asserted"),
}
KIND_NAMES = {Kind.STRIKE: later("Strike"), Kind.ACCUSATION: later("Accusation")}
PLACE_ROLES = {Role.EVENT, Role.CONTAINER}  # a government named by its country is no place of the event
MOST_ASIDE = 50  # passages; more would bury the list
WHYS = (  # as geo.verdict tells it, which serves no reader
    later("the only place of this name in the gazetteer"),
    later("the best known place of this name that fits the other places of the text"),
    later("the text says which one: in {place}"),
    later("adjective or people of {place}"),
    later("spelled nearly like {place}, in a land that the text is about"),
    later("the only place of this name that Nominatim knows"),
)
UNVERIFIED = later("Read by a machine, not verified. Check the sources before you publish.")


def card(event: Event, library: Library) -> Tree:
    """Everything known of ``event``, and from where."""
    titles = {other.id: words.title(other) for other in library.events}
    outlets = {article.id: outlet(article) for article in library.articles}
    return node(
        "section",
        "card",
        node("dl", "", *_facts(event)),
        counting.disclosed(counting.TOLL, counting.OUTLETS, counting.EVENTS),
        *_links(event, titles),
        node("h4", "", _("In the words of {sources}").format(sources=words.sources(event))),
        node("span", "key", node("mark", "when", _("date words")), " ", node("mark", "where", _("place words"))),
        *(_source(report, library.reading(report.article_id), outlets) for report in event.reports),
        *_disagreements(event, outlets),
        node("div", "status", _(UNVERIFIED)),
        role="region",
        aria_label=_("Card: {title}").format(title=titles[event.id]),
    )


def outlet(article: Article) -> str:
    """Who printed it."""
    return article.outlet or _("outlet not known ({article})").format(article=article.id)


def _facts(event: Event) -> Iterable[Tree]:
    accusation = event.kind == Kind.ACCUSATION
    rows = [
        (_("When"), words.when(event.when), "" if event.when else _("no source gives a date that could be read")),
        (_("Where"), "" if accusation else words.where(event.where), _how_placed(event)),
    ]
    rows += [
        (_("Who"), words.party(event.actor), ""),
        (_("Whom"), words.party(event.recipient), ""),
        (_("Of what") if accusation else _("Target"), event.target, ""),
        (_field("killed"), _toll(event.killed), ""),
        (_field("injured"), _toll(event.injured), ""),
        (_("Stance"), words.stance(event.stance), ""),
    ]
    for name, value, note in rows:
        if value:
            yield node("dt", "", name)
            yield node("dd", "", value, node("small", "", note) if note else None, dir="auto")


def _how_placed(event: Event) -> str:
    return _why(event.where.why) if event.where else _("no source names a place that could be found")


def _why(why: str) -> str:
    """Why a place was chosen, in the language that is spoken; as it stands where it is told otherwise."""
    for template in WHYS:
        before, name, after = template.partition("{place}")
        held = why.removeprefix(before).removesuffix(after) if name else ""
        if why == before + held + after:
            return _(template).format(place=held)
    return why


def _toll(toll: Toll | None) -> str:
    if toll is None:
        return ""
    count = number(toll.best) if toll.best is not None else _("number not given")
    if toll.low is not None and toll.high is not None and toll.low != toll.high:
        count = _("{low} to {high}").format(low=number(toll.low), high=number(toll.high))
    return _("{number} (“{said}”)").format(number=count, said=toll.said) if toll.said else count


def _disagreements(event: Event, outlets: dict[str, str]) -> Iterable[Tree]:
    if not event.disagreements:
        return
    yield node("h4", "", _("Where sources differ"))
    for found in event.disagreements:
        said = [
            node("li", "", node("small", "", outlets[article]), messages.said(value), dir="auto")
            for article, value in found.values
        ]
        yield node("p", "differs", node("strong", "", _field(found.field)), " · ", _(RELATIONS[found.relation]))
        yield node("ul", "", *said)


def _field(name: str) -> str:
    """What a fact is called."""
    return {
        "when": _("When"),
        "where": _("Where"),
        "who": _("Who"),
        "target": _("Target"),
        "killed": pgettext("toll", "Killed"),
        "injured": pgettext("toll", "Injured"),
        "stance": _("Stance"),
    }[name]


def _links(event: Event, titles: dict[str, str]) -> Iterable[Tree]:
    for found in event.links:
        if found.event_id in titles:
            yield node(
                "p", "", _(LINKS[found.kind]), " ", node("button", "go", titles[found.event_id], pick=found.event_id)
            )


def _source(report: Report, reading: Reading, outlets: dict[str, str]) -> Tree:
    article = reading.article
    copied = outlets.get(report.copy_of or "", report.copy_of)
    return node(
        "div",
        "source",
        node("span", "outlet", article.outlet or _("Outlet not known"), dir="auto"),
        " · ",
        _("published {days}").format(days=words.days(article.published)),
        f" ({messages.said(article.published.rule)}) " if article.published and article.published.rule else " ",
        node("span", "tag", _("a copy of {outlet}").format(outlet=copied)) if report.copy_of else None,
        link(article.url),
        *(quote(article, span, report) for span in report.evidence),
        node("small", "", _how_dated(report)),
        node("button", "go", _("Copy quote"), copy=citation(report, article)),
        _whole(report, reading),
    )


def citation(report: Report, article: Article) -> str:
    """The quoted sentences with where and when they were printed, ready to paste."""
    quotes = " … ".join(article.text[span.start : span.end] for span in report.evidence)
    published = words.days(article.published)
    source = ", ".join(part for part in (article.outlet or _("Outlet not known"), article.title, published) if part)
    return "\n".join(part for part in (f"“{quotes}”", source, article.url) if part)


def _whole(report: Report, reading: Reading) -> Tree:
    """The article as it was given, every date and place found in it marked, the evidence set off."""
    text = reading.article.text
    marks = [(m.start, m.end, "when") for m in reading.times] + [(m.start, m.end, "where") for m in reading.places]
    evidence = [(span.start, span.end, "said") for span in report.evidence]
    parts, at = [], 0
    for said, css in segments(text, Span(0, len(text)), evidence):
        inside = segments(text, Span(at, at + len(said)), marks)
        parts.append(node("span", css, *(node("mark", name, piece) if name else piece for piece, name in inside)))
        at += len(said)
    return node(
        "details",
        "",
        node("summary", "", _("The whole article")),
        node("div", "article", *parts, **_tongue(reading.article), tabindex="0"),
    )


def _how_dated(report: Report) -> str:
    """How this source's date was read, so that a reader can check it."""
    if report.when is None:
        return _("No date was read here.")
    how = explain(report.when_mention) if report.when_mention else by_rule(report.when.rule)
    said = _("Dated {days}: {how}") if how else _("Dated {days}")
    return said.format(days=words.days(report.when), how=how)


def quote(article: Article, span: Span, report: Report) -> Tree:
    """The sentence exactly as printed, its date and place words marked."""
    marks = []
    if report.when_mention is not None:
        marks.append((report.when_mention.start, report.when_mention.end, "when"))
    marks += [(p.mention.start, p.mention.end, "where") for p in report.places if p.role in PLACE_ROLES]
    pieces = segments(article.text, span, marks)
    said = [node("mark", css, piece) if css else piece for piece, css in pieces]
    return node("blockquote", "", *said, **_tongue(article))


def _tongue(article: Article) -> dict[str, str]:
    """The direction and the language of an article's words, for whoever sets or speaks them."""
    return {"dir": "auto", **({"lang": article.language} if article.language else {})}


def segments(text: str, span: Span, marks: Sequence[tuple[int, int, str]]) -> list[tuple[str, str]]:
    """The span's text cut at the marks inside it: (words, mark or ""). Of overlapping marks the first wins."""
    found, at = [], span.start
    for start, end, name in sorted(marks):
        if at <= start < end <= span.end:
            found += [(text[at:start], ""), (text[start:end], name)]
            at = end
    return [(said, name) for said, name in [*found, (text[at : span.end], "")] if said]


def set_aside(library: Library) -> Tree | None:
    """What the articles say that is no single event: talk of many strikes, threats, denials. ``None`` for nothing."""
    if not library.aside:
        return None
    rows = [_aside(report, library.article(report.article_id)) for report in library.aside[:MOST_ASIDE]]
    left = len(library.aside) - len(rows)
    rows += [node("p", "", ngettext("and {count} more passage", "and {count} more passages", left))] if left else []
    summary = ngettext(
        "Read but set aside: {count} passage about no single event",
        "Read but set aside: {count} passages about no single event",
        len(library.aside),
    )
    return node("details", "aside", node("summary", "", summary), *rows)


def _aside(report: Report, article: Article) -> Tree:
    why = report.specificity if report.specificity != Specificity.EVENT else report.stance
    heading = " · ".join((_(KIND_NAMES[report.kind]), _(ASIDE[why]), outlet(article)))
    return node("div", "source", node("small", "", heading), quote(article, report.evidence[0], report))
