"""The card of one event: what, when, where, who, the toll, and every source with its own words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.article import Article
from timeline.event import Agreement, Event, Kind, LinkKind, Party, Report, Role, Span, Specificity, Toll
from timeline.events import words
from timeline.events.library import Library
from timeline.reading.dates import explain
from timeline.reading.read import Reading
from timeline.ui.dom import Tree, link, node

RELATIONS = {
    Agreement.NESTED: "one is more exact than another",
    Agreement.COMPATIBLE: "both can be true",
    Agreement.CONFLICT: "they contradict each other",
}
PLACE_ROLES = {Role.EVENT, Role.CONTAINER}  # a government named by its country is no place of the event
MOST_ASIDE = 50  # passages; more would bury the list
UNVERIFIED = "Read by a machine, not verified. Check the sources before you publish."


def card(event: Event, library: Library) -> Tree:
    """Everything known of ``event``, and from where."""
    titles = {other.id: words.title(other) for other in library.events}
    outlets = {article.id: article.outlet or f"outlet not known ({article.id})" for article in library.articles}
    return node(
        "section",
        "card",
        node("dl", "", *_facts(event)),
        *_links(event, titles),
        node("h4", "", f"In the words of {words.sources(event)}"),
        node("span", "key", node("mark", "when", "date words"), " ", node("mark", "where", "place words")),
        *(_source(report, library.reading(report.article_id), outlets) for report in event.reports),
        *_disagreements(event, outlets),
        node("div", "status", UNVERIFIED),
        role="region",
        aria_label=f"Card: {titles[event.id]}",
    )


def _facts(event: Event) -> Iterable[Tree]:
    accusation = event.kind == Kind.ACCUSATION
    rows = [
        ("When", words.when(event.when), "" if event.when else "no source gives a date that could be read"),
        ("Where", "" if accusation else words.where(event.where), _how_placed(event)),
    ]
    rows += [
        ("Who", _party(event.actor), ""),
        ("Whom", _party(event.recipient), ""),
        ("Of what" if accusation else "Target", event.target, ""),
        ("Killed", _toll(event.killed), ""),
        ("Injured", _toll(event.injured), ""),
        ("Stance", words.STANCES.get(event.stance, ""), ""),
    ]
    for name, value, note in rows:
        if value:
            yield node("dt", "", name)
            yield node("dd", "", value, node("small", "", note) if note else None, dir="auto")


def _how_placed(event: Event) -> str:
    return event.where.why if event.where else "no source names a place that could be found"


def _party(party: Party | None) -> str:
    return party.name if party else ""


def _toll(toll: Toll | None) -> str:
    if toll is None:
        return ""
    number = str(toll.best) if toll.best is not None else "number not given"
    if toll.low is not None and toll.high is not None and toll.low != toll.high:
        number = f"{toll.low} to {toll.high}"
    return f"{number} (“{toll.said}”)" if toll.said else number


def _disagreements(event: Event, outlets: dict[str, str]) -> Iterable[Tree]:
    if not event.disagreements:
        return
    yield node("h4", "", "Where sources differ")
    for found in event.disagreements:
        said = [
            node("li", "", node("small", "", outlets[article]), value, dir="auto") for article, value in found.values
        ]
        yield node("p", "differs", node("strong", "", found.field.capitalize()), f" · {RELATIONS[found.relation]}")
        yield node("ul", "", *said)


def _links(event: Event, titles: dict[str, str]) -> Iterable[Tree]:
    for found in event.links:
        if found.event_id in titles:
            verb = "May be the same as" if found.kind is LinkKind.SAME else found.kind.value.capitalize()
            yield node("p", "", f"{verb}: ", node("button", "go", titles[found.event_id], pick=found.event_id))


def _source(report: Report, reading: Reading, outlets: dict[str, str]) -> Tree:
    article = reading.article
    published = words.days(article.published) if article.published else "date not known"
    basis = f" ({article.published.rule})" if article.published and article.published.rule else ""
    return node(
        "div",
        "source",
        node("span", "outlet", article.outlet or "Outlet not known"),
        f", published {published}{basis} ",
        node("span", "tag", f"a copy of {outlets.get(report.copy_of, report.copy_of)}") if report.copy_of else None,
        link(article.url),
        *(quote(article, span, report) for span in report.evidence),
        node("small", "", _how_dated(report)),
        node("button", "go", "Copy quote", copy=citation(report, article)),
        _whole(report, reading),
    )


def citation(report: Report, article: Article) -> str:
    """The quoted sentences with where and when they were printed, ready to paste."""
    quotes = " … ".join(article.text[span.start : span.end] for span in report.evidence)
    published = words.days(article.published)
    source = ", ".join(part for part in (article.outlet or "outlet not known", article.title, published) if part)
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
    return node("details", "", node("summary", "", "The whole article"), node("div", "article", *parts, dir="auto"))


def _how_dated(report: Report) -> str:
    """How this source's date was read, so that a reader can check it."""
    if report.when is None:
        return "No date was read here."
    how = explain(report.when_mention) if report.when_mention else report.when.rule or report.when.basis.value
    return f"Dated {words.days(report.when)}: {how}"


def quote(article: Article, span: Span, report: Report) -> Tree:
    """The sentence exactly as printed, its date and place words marked."""
    marks = []
    if report.when_mention is not None:
        marks.append((report.when_mention.start, report.when_mention.end, "when"))
    marks += [(p.mention.start, p.mention.end, "where") for p in report.places if p.role in PLACE_ROLES]
    pieces = segments(article.text, span, marks)
    return node("blockquote", "", *(node("mark", css, said) if css else said for said, css in pieces), dir="auto")


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
    rows += [node("p", "", f"and {words.plural(left, 'more passage')}")] if left else []
    summary = f"Read but set aside: {words.plural(len(library.aside), 'passage')} about no single event"
    return node("details", "aside", node("summary", "", summary), *rows)


def _aside(report: Report, article: Article) -> Tree:
    why = report.specificity.value if report.specificity != Specificity.EVENT else report.stance.value
    heading = f"{report.kind.value}, {why}: {article.outlet or 'outlet not known'}"
    return node("div", "source", node("small", "", heading), quote(article, report.evidence[0], report))
