"""The house keeps its rooms: who imports whom, one door for each outside package, no module too long."""

from __future__ import annotations

import ast
import re
import socket
import sys
from pathlib import Path

import pytest

from tests.conftest import SocketRefusedError

HOUSE = Path(__file__).resolve().parents[1]
MODULES = sorted([*HOUSE.glob("geo/**/*.py"), *HOUSE.glob("timeline/**/*.py"), HOUSE / "app.py"])
LONGEST_MODULE = 400
ROOMS = ("app.py", "geo", "timeline", "data", "tests")

DOORS = {
    "streamlit": ("app", "timeline.ui"),
    "starlette": ("timeline.ui",),
    "altair": ("timeline.ui",),
    "babel": ("timeline.messages", "geo.names_in"),
    "pydeck": ("geo.deck",),
    "dateparser": ("timeline.reading.dates",),
    "geopy": ("geo.online",),
    "marisa_trie": ("geo.gazetteer",),
    "trafilatura": ("timeline.reading.files.pages",),
    "htmldate": ("timeline.reading.files.pages",),
    "lxml": ("timeline.reading.files.pages",),
    "pypdf": ("timeline.reading.files.pdf",),
    "docx": ("timeline.reading.files.word",),
    "anyascii": ("timeline.events.search",),
    "uharfbuzz": ("timeline.out.sheet",),
    "vl_convert": ("timeline.out.sheet",),
    "xlsxwriter": ("timeline.out.workbook",),
    "markdown_it": ("timeline.reading.files.markdown",),
    "py3langid": ("timeline.reading.tongue",),
}
# Packages whose module has another name.
IMPORTED_AS = {"python_docx": "docx", "markdown_it_py": "markdown_it", "vl_convert_python": "vl_convert"}
# Data flows one way: a room may import itself and what stands before it.
FLOW = ("geo", "timeline.nouns", "timeline.reading", "timeline.events", "timeline.out", "timeline.ui", "app")
# Inside the room that finds events it is the same.
EXTRACT = "timeline.reading.extract"
EXTRACT_FLOW = ("sentence", "toll", "party", "force", "day", "voice", "where", "strike", "accusation")
NOUNS = {"timeline", "timeline.article", "timeline.event", "timeline.messages", "timeline.when"}
CLOCKS = {"today", "now", "utcnow", "time_ns", "localtime", "gmtime", "cwd", "getcwd"}


def name(path: Path) -> str:
    """The dotted name of a module."""
    parts = path.relative_to(HOUSE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


TREES = {name(path): ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}


def imports(module: str, *, types: bool = True) -> set[str]:
    """Every module that a module imports, in full; without ``types`` only what it imports when it runs."""
    found = set()
    skipped = set() if types else {inner for node in ast.walk(TREES[module]) if for_types(node) for inner in node.body}
    for node in ast.walk(TREES[module]):
        if node in skipped:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            source = node.module or ""
            inner = {f"{source}.{alias.name}" for alias in node.names} & TREES.keys()
            # ``from package import module`` needs the module; the package itself only where a name is its own
            found |= inner if inner and len(inner) == len(node.names) else inner | {source}
    return found


def for_types(node: ast.AST) -> bool:
    """Whether a node is ``if TYPE_CHECKING:``."""
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def is_inside(module: str, rooms: tuple[str, ...]) -> bool:
    """Whether a module is one of the rooms or stands in one."""
    return any(module == room or module.startswith(f"{room}.") for room in rooms)


def room(module: str) -> str:
    """The room that a module of ours stands in, as ``FLOW`` names it."""
    if module in NOUNS:
        return "timeline.nouns"
    if module == "timeline.__main__":
        return "app"  # the other front door
    return next(part for part in FLOW if is_inside(module, (part,)))


@pytest.mark.parametrize("module", sorted(TREES))
def test_data_flows_one_way(module: str) -> None:
    """Geo knows nothing of the timeline, and no room imports one that comes after it."""
    later = {other for other in imports(module) & TREES.keys() if FLOW.index(room(other)) > FLOW.index(room(module))}
    assert not later


@pytest.mark.parametrize("module", sorted(module for module in TREES if module.startswith(f"{EXTRACT}.")))
def test_events_are_found_one_way(module: str) -> None:
    """What finds strikes and accusations is in rooms of its own, none of which imports a later one."""
    order = [*EXTRACT_FLOW, "one_event", "reports", "extract"]

    def step(other: str) -> int:
        return order.index(other.removeprefix(f"{EXTRACT}.").partition(".")[0])

    inside = {other for other in imports(module) & TREES.keys() if other.startswith(f"{EXTRACT}.")}
    assert not {other for other in inside if step(other) > step(module)}


@pytest.mark.parametrize("module", sorted(TREES))
def test_each_outside_package_has_one_door(module: str) -> None:
    """Streamlit, dateparser, geopy and the like are imported only in the room that is theirs."""
    for other in imports(module):
        doors = DOORS.get(other.partition(".")[0])
        assert doors is None or is_inside(module, doors), f"{module} imports {other}"


def test_no_module_imports_itself_in_a_circle() -> None:
    """Following imports never leads back to where one began."""
    state: dict[str, str] = {}

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert state.get(module) != "open", " -> ".join((*path, module))
        if module not in state:
            state[module] = "open"
            for other in sorted(imports(module, types=False) & TREES.keys() - {module}):
                visit(other, (*path, module))
            state[module] = "done"

    for module in sorted(TREES):
        visit(module, ())


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_modules_stay_short(path: Path) -> None:
    """A module can be read in one sitting, and is named for what it holds."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
    assert path.stem not in {"utils", "util", "helpers", "common", "misc"}


@pytest.mark.parametrize("module", sorted(TREES.keys() - {"app"}))
def test_no_module_reads_the_clock_or_the_working_directory(module: str) -> None:
    """Behind the front door today is an argument, and files are found from the package's own path."""
    called = {
        node.func.attr
        for node in ast.walk(TREES[module])
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert not called & CLOCKS


def test_only_the_named_rooms_hold_code() -> None:
    """At the top stand the rooms of the house and nothing else that is code."""
    hidden = {"venv", "node_modules", "build", "dist"}
    found = {path.relative_to(HOUSE).parts[0] for path in HOUSE.glob("*/*.py")} | {p.name for p in HOUSE.glob("*.py")}
    assert {part for part in found if not part.startswith(".")} - hidden <= set(ROOMS)


def test_every_package_that_runs_is_required() -> None:
    """What the house imports from outside is named in requirements.txt."""
    lines = (HOUSE / "requirements.txt").read_text(encoding="utf-8").splitlines()
    required = {re.split(r"[<>=~!;\[ #]", line)[0].lower().replace("-", "_") for line in lines if line[:1].isalpha()}
    ours = {"geo", "timeline", "app", "__future__"}
    required = {IMPORTED_AS.get(package, package) for package in required}
    outside = {other.partition(".")[0] for module in TREES for other in imports(module)}
    assert outside - ours - set(sys.stdlib_module_names) <= required


@pytest.mark.parametrize("address", [("93.184.215.14", 80), ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", 80)])
def test_no_test_can_leave_this_machine(address: tuple[str, int]) -> None:
    """A connection to another machine is refused before it is tried."""
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    with socket.socket(family) as outside, pytest.raises(SocketRefusedError):
        outside.connect(address)


def test_no_test_can_look_up_another_machine() -> None:
    """Neither is a name looked up."""
    with pytest.raises(SocketRefusedError):
        socket.getaddrinfo("example.org", 443)


def test_this_machine_can_be_reached() -> None:
    """A server that a test starts can be talked to."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()
