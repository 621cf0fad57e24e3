"""What a reader takes away, read back by other programs, with how long each form takes to make.

Run ``python -m tests.bench.take_away ARTICLES [--json]`` on a folder or JSON lines, as the command ``events`` reads
them. DuckDB, openpyxl, lxml and GDAL (by way of pyogrio) read the files where they are installed; each has to find as
many events as there are, and what is missing is named. The exit status is 1 where one of them finds another number.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from timeline.events.frame import Filters
from timeline.events.library import Library, build
from timeline.out.kml import to_kml
from timeline.out.sheet import FORMATS, SIZES, rendered, sheet_of
from timeline.out.table import to_csv, to_geojson
from timeline.out.workbook import to_xlsx
from timeline.reading.articles import bounded_lines, read_folder, read_jsonl

MADE = datetime(2026, 1, 5, tzinfo=UTC)
TABLES: dict[str, Callable[[Library], bytes]] = {
    "csv": lambda library: to_csv(library).encode(),
    "xlsx": to_xlsx,
    "geojson": lambda library: json.dumps(to_geojson(library), ensure_ascii=False, allow_nan=False).encode(),
    "kml": lambda library: to_kml(library).encode(),
}


def duckdb_rows(path: Path) -> int:
    """Rows of the CSV as DuckDB finds them."""
    import duckdb

    return int(duckdb.read_csv(str(path), header=True, all_varchar=True).shape[0])


def openpyxl_rows(path: Path) -> int:
    """Rows of the first sheet as openpyxl finds them; none of its cells may be a formula."""
    import openpyxl

    sheet = openpyxl.load_workbook(path)["Events"]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    return int(sheet.max_row) - 1


def lxml_rows(path: Path) -> int:
    """Placemarks of the KML as lxml finds them."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return len(etree.parse(path, parser).findall(".//{http://www.opengis.net/kml/2.2}Placemark"))


def gdal_rows(path: Path) -> int:
    """Features of the GeoJSON or KML as GDAL finds them."""
    import pyogrio

    return int(pyogrio.read_info(path, force_feature_count=True)["features"])


READERS: tuple[tuple[str, str, Callable[[Path], int]], ...] = (
    ("duckdb", "csv", duckdb_rows),
    ("openpyxl", "xlsx", openpyxl_rows),
    ("lxml", "kml", lxml_rows),
    ("pyogrio", "geojson", gdal_rows),
    ("pyogrio", "kml", gdal_rows),
)


def seconds(make: Callable[[], bytes]) -> tuple[float, bytes]:
    """How long it takes, and what it gives."""
    started = time.perf_counter()
    made = make()
    return round(time.perf_counter() - started, 3), made


def measured(library: Library, folder: Path) -> dict[str, Any]:
    """Seconds for each form, and what each program finds in the tables."""
    found: dict[str, Any] = {"events": len(library.events), "seconds": {}, "read": {}}
    for name, make in TABLES.items():
        found["seconds"][name], data = seconds(lambda make=make: make(library))
        (folder / f"events.{name}").write_bytes(data)
    sheet = sheet_of(library, Filters(), MADE)
    rendered(sheet, "a4-landscape", "png")  # fonts and basemap are read once
    for size in SIZES:
        for form in FORMATS:
            asked = (sheet, size, form)
            found["seconds"][f"{size} {form}"], _ = seconds(lambda asked=asked: rendered(*asked))
    for program, name, reader in READERS:
        known = importlib.util.find_spec(program) is not None
        found["read"][f"{name} by {program}"] = reader(folder / f"events.{name}") if known else "not installed"
    return found


def main() -> int:
    """Print the figures; 1 where a program finds another number of events."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.articles.is_dir():
        library = build(*read_folder(options.articles))
    else:
        with options.articles.open("rb") as stream:
            library = build(*read_jsonl(bounded_lines(stream)))
    with tempfile.TemporaryDirectory() as folder:
        found = measured(library, Path(folder))
    if options.json:
        print(json.dumps(found))
    else:
        print(f"{found['events']} events")
        for part in ("seconds", "read"):
            print("\n".join(f"{part:8} {name:24} {value}" for name, value in found[part].items()))
    return int(any(rows not in (found["events"], "not installed") for rows in found["read"].values()))


if __name__ == "__main__":
    sys.exit(main())
