"""The linked view's scripts: served whole, without words of their own, and never making markup of text."""

from __future__ import annotations

import re

import pytest

from tests.ui import sample
from tests.ui.linked.asking import Browser
from timeline.events import frame
from timeline.messages import LANGUAGES, speaking
from timeline.ui import routes
from timeline.ui.linked import scripts, shelf, wording

SAMPLE = frame.build(sample.library().events)


@pytest.mark.parametrize("tag", sorted(LANGUAGES))
def test_the_scripts_ask_for_words_that_there_are(tag: str) -> None:
    """And for all of them; a plural has every form of its language, and names what the English one names."""
    with speaking(tag):
        found = wording.words()
    source = b"".join(scripts.modules().values()).decode()
    assert set(re.findall(r'(?:say|many)\("(\w+)"', source)) <= set(found)
    assert [name for name in found if f'"{name}"' not in source] == []
    for word in found.values():
        assert word if isinstance(word, str) else set(word) == set(wording.LIKE) and all(word.values())


def test_no_script_holds_words_for_a_reader() -> None:
    """A literal with two words or a capital letter is somebody's language; it belongs into ``wording.py``."""
    for name, source in {**scripts.modules(), "loader.js": scripts.loader().encode()}.items():
        found = [text for text in _literals(source.decode()) if re.search(r"[A-Za-z]{2,} [A-Za-z]|^[A-Z][a-z]+$", text)]
        assert [text for text in found if text not in NOT_SAID] == [], name


NOT_SAID = frozenset({"Escape", "Canvas", "Highlight"})  # a key, and colours of the system


def _literals(source: str) -> list[str]:
    """The strings and templates of a script, without its comments; what a template fills in is left out."""
    tokens = re.compile(r"""//[^\n]*|/\*.*?\*/|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`""", re.DOTALL)
    found = [match.group(1) or match.group(2) or "" for match in tokens.finditer(source)]
    return [re.sub(r"\$\{[^}]*\}", "", text) for text in found if text]


def test_every_module_is_served_under_the_hash_of_all() -> None:
    """The loader's import leads to modules, and to nothing else in that folder."""
    urls = routes.linked_urls(shelf.hold(SAMPLE, own=True), "")
    found = Browser().get(urls["script"])
    assert found.headers["content-type"].startswith("text/javascript") and scripts.version() in urls["script"]
    folder = urls["script"].rsplit("/", 1)[0]
    wanted = {name for source in scripts.modules().values() for name in _imports(source.decode())}
    assert wanted and {Browser().get(f"{folder}/{name}").status_code for name in wanted} == {200}
    for other in ("draw.py", "loader.js", "view.css", "..%2Froutes.py"):
        assert Browser().get(f"{folder}/{other}").status_code == 404


def _imports(source: str) -> list[str]:
    return [line.split('"./')[1].split('"')[0] for line in source.splitlines() if ' from "./' in line]


def test_no_module_makes_markup_of_text() -> None:
    """Text becomes text nodes or letters on a canvas; nothing is evaluated, and nobody else is asked."""
    for name, source in scripts.modules().items():
        for sign in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "new Function",
            "http:",
        ):
            assert sign not in source.decode(), f"{name} has {sign}"
