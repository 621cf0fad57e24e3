"""What keeps a row or a file from being read: the error, what recurs, and how places in a file are named.

Reasons and remedies are messages that remember what they are made of, so that a page can say them in another language.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.article import Rejected
from timeline.messages import Message, later

OBJECT_REMEDY = later('write {"id": ..., "text": ...}')


class RowError(ValueError):
    """One row or file cannot be read: ``reason`` says why, ``remedy`` what to do; ``values`` fill in both of them."""

    def __init__(self, reason: str, remedy: str, **values: str | int) -> None:
        self.reason, self.remedy = Message(reason, **values), Message(remedy, **values)
        super().__init__(self.reason)

    def at(self, where: str) -> Rejected:
        """The same, as what was left out at ``where``."""
        return Rejected(where, self.reason, self.remedy)


class EncodingError(RowError):
    """The bytes are not of the encoding that was assumed; somebody may know the right one."""


def no_link() -> RowError:
    """What is wrong with a link that leads nowhere on the web."""
    return RowError(later("the link is not http or https"), later("the article is kept without it"))


def surplus() -> RowError:
    """What is wrong with a row that is longer than its head."""
    remedy = later("put quotation marks around values with commas")
    return RowError(later("the row has more fields than columns"), remedy)


def too_deep() -> RowError:
    """What is wrong with JSON that no parser follows to its end."""
    return RowError(later("the JSON is nested too deeply"), later("give flat objects"))


def not_json(error: ValueError, remedy: str) -> RowError:
    """What is wrong with JSON, in the parser's own words."""
    return RowError(later("not JSON: {error}"), remedy, error=str(error)[:120])


def not_csv(error: str) -> RowError:
    """What is wrong with CSV, in the parser's own words."""
    return RowError(later("not CSV: {error}"), later("check its quotation marks"), error=error)


def at_line(number: int) -> Message:
    """Where a line stands, by its number from 1."""
    return Message(later("line {number}"), number=str(number))


def url_of(where: str) -> Message:
    """Where the link of an article stands."""
    return Message(later("{where}, url"), where=where)


def either(parts: Sequence[str]) -> str:
    """One or the other of one or more."""
    *others, last = parts
    return Message(later("{one} or {other}"), one=either(others), other=last) if others else last
