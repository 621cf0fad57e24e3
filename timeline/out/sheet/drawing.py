"""A drawing in SVG: shapes and measured words in, escaped text out. It knows the box of every word it set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from timeline.out.sheet import letters

ASCENT, DESCENT = 0.78, 0.24  # of the size: how far words reach above and below their line
Point = tuple[float, float]
Look = dict[str, str | float]  # attributes of an element


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page, in the page's units, y down."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def meets(self, other: Box, gap: float = 0) -> bool:
        """Whether the two come nearer than ``gap``."""
        aside = self.right + gap <= other.left or other.right + gap <= self.left
        return not (aside or self.bottom + gap <= other.top or other.bottom + gap <= self.top)

    def holds(self, other: Box) -> bool:
        """Whether the other lies wholly inside."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom

    def inset(self, by: float) -> Box:
        """The box, smaller by so much on every side."""
        return Box(self.left + by, self.top + by, self.right - by, self.bottom - by)

    def moved(self, x: float, y: float) -> Box:
        """The box elsewhere."""
        return Box(self.left + x, self.top + y, self.right + x, self.bottom + y)


def number(value: float) -> str:
    """A coordinate, to a hundredth."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def path(points: Iterable[Point], *, closed: bool = False) -> str:
    """The points as SVG's path data."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + ("Z" if closed else "")


class Drawing:
    """What has been drawn so far on a page of ``width`` x ``height`` units."""

    def __init__(self, width: float, height: float) -> None:
        self.page = Box(0, 0, width, height)
        self._parts: list[str] = []
        self._used: dict[bool, set[str]] = {False: set(), True: set()}

    def shape(self, tag: str, **attributes: str | float) -> None:
        """One element; ``stroke_width`` is written ``stroke-width``."""
        self._parts.append(f"<{tag}{_attributes(attributes)}/>")

    def rect(self, box: Box, **attributes: str | float) -> None:
        """A filled or outlined box."""
        self.shape("rect", x=box.left, y=box.top, width=box.width, height=box.height, **attributes)

    def line(self, points: Sequence[Point], **attributes: str | float) -> None:
        """A line through the points."""
        self.shape("path", d=path(points), fill="none", **attributes)

    @contextmanager
    def group(self, **attributes: str | float) -> Iterator[None]:
        """What is drawn inside belongs together."""
        self._parts.append(f"<g{_attributes(attributes)}>")
        yield
        self._parts.append("</g>")

    def clip(self, name: str, box: Box) -> str:
        """A clipping box; gives the attribute's value that uses it."""
        self._parts.append(f'<clipPath id="{name}">')
        self.rect(box)
        self._parts.append("</clipPath>")
        return f"url(#{name})"

    def words(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        fill: str,
        bold: bool = False,
        end: bool = False,
        middle: bool = False,
        spacing: float = 0,
        href: str = "",
        **attributes: str | float,
    ) -> Box:
        """Set printable words with their line at ``y``, from, to (``end``) or around (``middle``) ``x``."""
        shown = letters.printable(text)
        wide = letters.width(shown, size, bold) + spacing * len(shown)
        left = x - wide if end else x - wide / 2 if middle else x
        box = Box(left, y - ASCENT * size, left + wide, y + DESCENT * size)
        if not shown:
            return box
        self._used[bold] |= set(shown)
        weight: Look = {"font_weight": 700} if bold else {}
        spaced: Look = {"letter_spacing": spacing} if spacing else {}
        at = {"x": left, "y": y, "font_size": size, "fill": fill, **weight, **spaced, "data_box": corners(box)}
        element = f"<text{_attributes(at | attributes)}>{escape(letters.isolated(shown))}</text>"
        self._parts.append(f"<a href={quoteattr(href)}>{element}</a>" if href else element)
        return box

    def svg(self, wide: float, high: float, unit: str, *, title: str, language: str, embed: bool) -> str:
        """The whole drawing, ``wide`` x ``high`` of the unit ("px", "mm"); ``embed`` puts the font inside."""
        style = f"<style>{letters.embedded(self._used)}</style>" if embed else ""
        size = f'width="{number(wide)}{unit}" height="{number(high)}{unit}"'
        view = f'viewBox="0 0 {number(self.page.width)} {number(self.page.height)}"'
        told = f'lang="{language}" font-family="{letters.FAMILY}, {FALLBACK}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view} {told}>'
        name = escape(letters.printable(title))
        return "".join([head, f"<title>{name}</title>", style, *self._parts, "</svg>\n"])


FALLBACK = "Noto Sans, sans-serif"  # for a viewer that ignores the font inside


def corners(box: Box) -> str:
    """The box for whoever reads the sheet back: left, top, right, bottom."""
    return " ".join(number(part) for part in (box.left, box.top, box.right, box.bottom))


def _attributes(given: Look) -> str:
    texts = ((name, value if isinstance(value, str) else number(value)) for name, value in given.items())
    return "".join(f" {name.replace('_', '-')}={quoteattr(text)}" for name, text in texts)
