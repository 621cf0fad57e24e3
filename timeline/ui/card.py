"""The card of one event: what, when, where, who, the toll, and every source with its own words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.article import Article
from timeline.event import Event, Kind, LinkKind, Party, Report, Span, Toll
from timeline.events import words
from timeline.events.library import Library
from timeline.reading.dates import explain
from timeline.ui.dom import Tree, link, node

UNVERIFIED = "Read by a machine, not verified. Check the sources before you publish."


def card(event: Event, library: Library) -> Tree:
    """Everything known of ``event``, and from where."""
    titles = {other.id: words.title(other) for other in library.events}
    return node(
        "section",
        "card",
        node("dl", "", *_facts(event)),
        *_disagreements(event),
        *_links(event, titles),
        node("h4", "", f"In the words of {words.sources(event)}"),
        node("span", "key", node("mark", "when", "date words"), "  ", node("mark", "where", "place words")),
        *(_source(report, library.article(report.article_id)) for report in event.reports),
        node("div", "status", UNVERIFIED),
    )


def _facts(event: Event) -> Iterable[Tree]:
    rows = [
        ("When", words.when(event.when), _how_dated(event)),
        ("Where", words.where(event.where), _how_placed(event)),
    ]
    if event.kind is Kind.ACCUSATION:
        rows[1] = ("Where", "an accusation has no place of its own", "")
    rows += [
        ("Who", _party(event.actor), ""),
        ("Whom", _party(event.recipient), ""),
        ("Of what" if event.kind is Kind.ACCUSATION else "Target", event.target, ""),
        ("Killed", _toll(event.killed), ""),
        ("Injured", _toll(event.injured), ""),
        ("Stance", words.STANCES.get(event.stance, ""), ""),
    ]
    for name, value, note in rows:
        if value:
            yield node("dt", "", name)
            yield node("dd", "", value, node("small", "", note) if note else None, dir="auto")


def _how_dated(event: Event) -> str:
    said = [explain(r.when_mention) for r in event.reports if r.when_mention is not None and r.when is not None]
    if said:
        return said[0]
    return event.when.rule if event.when else "no source gives a date that could be read"


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


def _disagreements(event: Event) -> Iterable[Tree]:
    if not event.disagreements:
        return
    yield node("h4", "", "Where sources differ")
    for found in event.disagreements:
        values = "; ".join(f"{value} [{article}]" for article, value in found.values)
        yield node("p", "", node("strong", "", f"{found.field} ({found.relation.value}): "), values)


def _links(event: Event, titles: dict[str, str]) -> Iterable[Tree]:
    for found in event.links:
        if found.event_id in titles:
            verb = "May be the same as" if found.kind is LinkKind.SAME else found.kind.value.capitalize()
            yield node("p", "", f"{verb}: ", node("button", "go", titles[found.event_id], pick=found.event_id))


def _source(report: Report, article: Article) -> Tree:
    published = words.days(article.published) if article.published else "date not known"
    basis = f" ({article.published.rule})" if article.published and article.published.rule else ""
    return node(
        "div",
        "source",
        node("span", "outlet", article.outlet or "Outlet not known"),
        f", published {published}{basis} ",
        link(article.url),
        *(quote(article, span, report) for span in report.evidence),
    )


def quote(article: Article, span: Span, report: Report) -> Tree:
    """The sentence exactly as printed, its date and place words marked."""
    marks = []
    if report.when_mention is not None:
        marks.append((report.when_mention.start, report.when_mention.end, "when"))
    marks += [(p.mention.start, p.mention.end, "where") for p in report.places]
    pieces = segments(article.text, span, marks)
    return node("blockquote", "", *(node("mark", css, said) if css else said for said, css in pieces), dir="auto")


def segments(text: str, span: Span, marks: Sequence[tuple[int, int, str]]) -> list[tuple[str, str]]:
    """The span's text cut at the marks inside it: (words, name of the mark or ""). Overlapping marks: the first wins."""
    found, at = [], span.start
    for start, end, name in sorted(marks):
        if at <= start < end <= span.end:
            found += [(text[at:start], ""), (text[start:end], name)]
            at = end
    return [(said, name) for said, name in [*found, (text[at : span.end], "")] if said]
