"""The command line: rows in, rows out, in order; bad rows told, good ones written."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from geo.place import GeocoderUnavailable, Place, PlaceKind
from timeline.__main__ import main

HOUSE = Path(__file__).resolve().parents[1]
ARTICLES = HOUSE / "data" / "articles"
SENTENCE = "On 4 October 2025 a missile hit Kharkiv, Ukraine."


class Run:
    """One run of the command line: its exit status, its rows or text, and what it told."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> None:
        self.status = main([str(argument) for argument in arguments])
        self.out, self.told = capsys.readouterr()

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The JSON lines that were written."""
        return [json.loads(line) for line in self.out.splitlines()]


def written(path: Path, *rows: dict[str, Any] | str) -> Path:
    """A file of JSON lines; a string stands for itself."""
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_dates_of_a_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A date comes with its span, TIMEX3 value, first day and day after the last, and unit."""
    run = Run(capsys, "dates", written(tmp_path / "in", {"id": "x", "text": SENTENCE, "dct": "2025-10-05", "more": 1}))
    assert (run.status, run.told) == (0, "")
    (row,) = run.rows
    assert row["id"] == "x" and list(row) == ["id", "timexes"]
    assert row["timexes"] == [
        {
            "start": 3,
            "end": 17,
            "type": "DATE",
            "value": "2025-10-04",
            "interval": ["2025-10-04", "2025-10-05"],
            "granularity": "day",
        }
    ]


def test_a_relative_date_needs_the_day_of_publication(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without "dct" a weekday is found and has no days; with one it has."""
    rows = [{"id": n, "text": "A missile hit Kharkiv on Saturday."} for n in (1, 2)]
    rows[1]["dct"] = "2025-10-06"
    found = [row["timexes"][0].get("interval") for row in Run(capsys, "dates", written(tmp_path / "in", *rows)).rows]
    assert found == [None, ["2025-10-04", "2025-10-05"]]


def test_places_of_a_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Names come with their place; adjectives of a people are no places; "places" in the input is passed over."""
    text = "Russian missiles hit Kharkiv on Monday."
    run = Run(capsys, "places", written(tmp_path / "in", {"id": "x", "text": text, "places": "ignored"}))
    ((place,),) = [row["places"] for row in run.rows]
    assert text[place["start"] : place["end"]] == "Kharkiv"
    assert set(place) == {"start", "end", "lat", "lon", "geonameid", "kind", "role"}
    assert (place["geonameid"], place["kind"], place["role"]) == (706483, "city", "place")


def test_places_of_given_spans(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only the given spans are resolved, one row each in order, and what is no place has none."""
    text = "Yesterday in Kharkiv and Lviv."
    spans = [{"start": 25, "end": 29}, {"start": 13, "end": 20}, {"start": 0, "end": 9}]
    run = Run(capsys, "places", "--given-spans", written(tmp_path / "in", {"id": "x", "text": text, "places": spans}))
    (found,) = [row["places"] for row in run.rows]
    assert [(place["start"], place["end"]) for place in found] == [(25, 29), (13, 20), (0, 9)]
    assert [place["geonameid"] for place in found] == [702550, 706483, None]


@pytest.mark.parametrize(
    "spans",
    [
        None,
        "x",
        [1],
        [{}],
        [{"start": 0, "end": 99}],
        [{"start": 3, "end": 3}],
        [{"start": -1, "end": 3}],
        [{"start": True, "end": 3}],
    ],
)
def test_spans_that_are_no_stretch_of_the_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], spans: object
) -> None:
    """Spans outside the text reject their row."""
    run = Run(
        capsys, "places", "--given-spans", written(tmp_path / "in", {"id": "x", "text": SENTENCE, "places": spans})
    )
    assert run.status == 1 and not run.out and "line 1: " in run.told


@pytest.mark.parametrize("command", ["dates", "places"])
def test_bad_rows_are_told_and_good_ones_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    """Each bad row is told with its line and a remedy, the status is 1, and the good rows come out in order."""
    good = {"text": SENTENCE, "dct": "2025-10-05"}
    rows = [{"id": "a", **good}, "{", {"id": "b"}, "", {"id": "c", **good}, {"text": "No id."}, {"id": 7, "text": ""}]
    run = Run(capsys, command, written(tmp_path / "in", *rows))
    assert [row["id"] for row in run.rows] == ["a", "c", 7]
    assert run.status == 1
    told = run.told.splitlines()
    assert [line.partition(":")[0] for line in told] == ["line 2", "line 3", "line 6"]
    assert all(";" in line for line in told)


def test_a_bad_day_of_publication_rejects_its_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no date is not passed over in silence."""
    run = Run(capsys, "dates", written(tmp_path / "in", {"id": "x", "text": SENTENCE, "dct": "soon"}))
    assert run.status == 1 and "'soon' is not a date" in run.told


def test_reports_of_the_bundled_articles(capsys: pytest.CaptureFixture[str]) -> None:
    """The bundled folder gives rows whose evidence stands in the articles they name."""
    run = Run(capsys, "events", ARTICLES)
    assert (run.status, run.told) == (0, "")
    assert {row["article_id"] for row in run.rows} == {"000", "001", "002", "003", "004"}
    for row in run.rows:
        text = (ARTICLES / f"{row['article_id']}.txt").read_text(encoding="utf-8")
        assert text[row["evidence_start_char"] : row["evidence_end_char"]].strip()
        assert row["kind"] in {"strike", "accusation"} and row["cluster_id"]


def test_everything_adds_to_the_reports(capsys: pytest.CaptureFixture[str]) -> None:
    """With --all come the reports that are no event of their own, in no cluster."""
    few, more = Run(capsys, "events", ARTICLES).rows, Run(capsys, "events", ARTICLES, "--all").rows
    assert more[: len(few)] == few and len(more) > len(few)
    assert {row["cluster_id"] for row in more[len(few) :]} == {None}


def test_events_in_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    """Events, CSV and GeoJSON tell of the same events in the same order."""
    events = [row["id"] for row in Run(capsys, "events", ARTICLES, "--format", "events").rows]
    table = Run(capsys, "events", ARTICLES, "--format", "csv").out
    (collection,) = Run(capsys, "events", ARTICLES, "--format", "geojson").rows
    assert [row["id"] for row in csv.DictReader(io.StringIO(table, newline=""))] == events
    assert [feature["id"] for feature in collection["features"]] == events
    clusters = [row["cluster_id"] for row in Run(capsys, "events", ARTICLES, "--format", "reports").rows]
    assert list(dict.fromkeys(clusters)) == events


def test_events_of_json_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Articles as JSON lines give the same rows as the folder of the same articles."""
    with (ARTICLES / "articles.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    rows = [{**row, "text": (ARTICLES / row["file"]).read_bytes().decode()} for row in table]
    assert Run(capsys, "events", written(tmp_path / "in", *rows)).out == Run(capsys, "events", ARTICLES).out


def test_a_bad_article_is_told_and_the_others_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One bad row of articles.csv costs that article alone."""
    (tmp_path / "articles.csv").write_text("file,published\ngone.txt,2025-10-05\none.txt,2025-10-05\n")
    (tmp_path / "one.txt").write_text("A Russian missile hit a mill in Kharkiv on Saturday.")
    run = Run(capsys, "events", tmp_path)
    assert run.status == 1 and "articles.csv line 2: there is no file 'gone.txt'" in run.told
    assert [row["article_id"] for row in run.rows] == ["one"]


def test_a_folder_without_a_table_is_read_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each file's fate is told; what gives no date of its own is read without one, never with today's."""
    (tmp_path / "a.md").write_text("---\ndate: 2025-10-05\n---\nA Russian missile hit a mill in Kharkiv on Saturday.")
    (tmp_path / "b.txt").write_text("A Russian missile hit a mill in Odesa on Saturday.")
    (tmp_path / "c.pdf").write_text("none")
    run = Run(capsys, "events", tmp_path)
    assert run.status == 1
    assert [(row["article_id"], row["start"]) for row in run.rows] == [("a", "2025-10-04"), ("b", None)]
    assert "a.md: read, published 2025-10-05 (metadata: date)" in run.told
    assert "b.txt: read, date of publication not known" in run.told
    assert "c.pdf: it is named PDF and is none; open it and save it again" in run.told


def test_no_events_is_no_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing to read and nothing found are both said calmly."""
    (tmp_path / "in").write_text("")
    run = Run(capsys, "events", tmp_path / "in")
    assert (run.status, run.out, run.told) == (0, "", "")


def test_what_is_not_there_is_said_plainly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing file gives one line, no traceback, and a status of its own."""
    for command in ("dates", "places", "events"):
        run = Run(capsys, command, tmp_path / "nowhere")
        assert run.status == 2 and run.told.count("\n") == 1 and "nowhere" in run.told


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("", ["dates", "places", "events"]),
        ("dates", ["dct", "timexes", "interval"]),
        ("places", ["--given-spans", "geonameid", "role"]),
        ("events", ["articles.csv", "published", "geojson", "--all"]),
    ],
)
def test_help_says_what_goes_in_and_out(command: str, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Every command explains itself."""
    with pytest.raises(SystemExit) as stopped:
        main([*command.split(), "--help"])
    out = capsys.readouterr().out
    assert stopped.value.code == 0
    assert all(word in out for word in words)


@pytest.mark.parametrize(
    "arguments",
    [[], ["guess"], ["events"], ["events", "x", "--format", "xml"], ["events", "x", "--all", "--format", "csv"]],
)
def test_misuse_is_explained(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be done is told with the usage, and nothing is run."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2 and "usage:" in capsys.readouterr().err


def test_the_working_directory_does_not_matter(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same bytes come out wherever the program is run from."""
    here = Run(capsys, "events", ARTICLES).out
    monkeypatch.chdir(tmp_path)
    assert Run(capsys, "events", ARTICLES).out == here


def process(*arguments: str | Path, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command line as a process of its own."""
    command = [sys.executable, "-m", "timeline", *map(str, arguments)]
    return subprocess.run(
        command,
        input=given,
        capture_output=True,
        cwd=HOUSE,
        env={**os.environ, **environment},
        check=False,
        timeout=120,
    )


def test_the_same_bytes_in_any_process() -> None:
    """Neither the hash seed nor the terminal's encoding changes what is written."""
    one = process("events", ARTICLES, "--format", "events", PYTHONHASHSEED="1", PYTHONIOENCODING="ascii", LC_ALL="C")
    two = process("events", ARTICLES, "--format", "events", PYTHONHASHSEED="2")
    assert one.returncode == two.returncode == 0
    assert one.stdout == two.stdout and "’".encode() in one.stdout


def test_rows_come_from_standard_input() -> None:
    """A dash, or nothing at all, reads what is piped in."""
    row = json.dumps({"id": "ж", "text": SENTENCE}).encode()
    assert process("dates", "-", given=row).stdout == process("dates", given=row).stdout
    assert json.loads(process("dates", given=row).stdout)["id"] == "ж"


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    """When nobody reads on, the program stops without a word."""
    rows = written(tmp_path / "in", *[{"id": n, "text": SENTENCE * 20} for n in range(400)])
    command = [sys.executable, "-m", "timeline", "dates", str(rows)]
    with subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


class StandIn:
    """An online geocoder that answers from a table and counts what it was asked."""

    asked: list[str]

    def __init__(self, answers: dict[str, tuple[Place, ...]]) -> None:
        self.asked, self._answers = [], answers

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Answer for a name; a name that the table lacks is an outage."""
        self.asked.append(name)
        if name not in self._answers:
            raise GeocoderUnavailable(f"the online place lookup did not answer for {name!r}")
        return self._answers[name]


def test_names_leave_the_machine_only_when_asked_to_and_it_says_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With --online a lacking name is asked for and said to be; one answer places it, two do not, an outage is told."""
    texts = ["Shelling of Qwertovka.", "Shelling of Asdfgrad.", "Shelling of Zxcvbur.", "Shelling of Kharkiv."]
    rows = [{"id": t, "text": t, "places": [{"start": 12, "end": len(t) - 1}]} for t in texts]
    source = written(tmp_path / "in", *rows)
    one = Place(0, "Qwertovka", PlaceKind.CITY, "UA", None, None, 50.0, 36.0, 1.0)
    stand_in = StandIn({"Qwertovka": (one,), "Asdfgrad": (one, one)})
    monkeypatch.setattr("timeline.__main__.OnlineGeocoder", lambda memory: stand_in)
    offline = Run(capsys, "places", "--given-spans", source)
    assert (offline.told, stand_in.asked) == ("", [])
    online = Run(capsys, "places", "--given-spans", "--online", tmp_path / "memory.json", source)
    assert [row["places"][0]["lat"] for row in online.rows[:2]] == [50.0, None]
    assert stand_in.asked == ["Qwertovka", "Asdfgrad", "Zxcvbur"]
    assert "nominatim.openstreetmap.org" in online.told and "line 3" in online.told
    assert (online.status, len(online.rows)) == (1, 3)
