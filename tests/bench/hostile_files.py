"""Broken and hostile files of every form through the readers: ``python -m tests.bench.hostile_files --files 20000``.

Good files are cut, flipped, spliced, nested and repeated by a seeded die, good ones stand among them, and every batch
is brought as a visitor would bring it. Counted are crashes (an exception that reaches us), files past the time or the
memory of the bounded process, files of which nothing is told, and good files that were lost. Crashes, untold and lost
files must be 0; a file that is given up is told as such.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.reading import raw_files
from timeline.reading.files.bounded import Bounded
from timeline.reading.intake import Intake, Outcome
from timeline.reading.limits import MAX_READER_BYTES, MAX_READER_SECONDS

ARTICLES = Path(__file__).resolve().parents[2] / "data" / "articles"
BATCH = 40  # files of one visit
NESTS = (b"[", b"{", b"(", b"<div>", b"<b><i>", b"> ", b"*_", b"<<", b"<a>", b'{"a":', b"- ", b"`", b"<w:p><w:r>")
LONGEST = 300_000  # bytes of what is repeated


def seeds(texts: list[str]) -> list[tuple[str, bytes]]:
    """Good files of every form, by name."""
    found = []
    for number, text in enumerate(texts):
        rows = [{"id": str(n), "text": part, "published": "2025-10-04"} for n, part in enumerate(text.split("\n\n"))]
        table = "text,published\n" + "".join('"' + r["text"].replace('"', '""') + f'",{r["published"]}\n' for r in rows)
        found += [
            (f"{number}.txt", text.encode()),
            (f"{number}.txt", text.encode("utf-16")),
            (f"{number}.md", f"---\ndate: 2025-10-04\n---\n# Head\n\n{text}".encode()),
            (f"{number}.html", raw_files.page(text, "Head", '<meta name="date" content="2025-10-04">')),
            (f"{number}.pdf", raw_files.pdf(text, "/CreationDate (D:20251004)")),
            (f"{number}.docx", raw_files.word(text, "Head")),
            (f"{number}.csv", table.encode()),
            (f"{number}.json", json.dumps(rows).encode()),
            (f"{number}.jsonl", "\n".join(json.dumps(row) for row in rows).encode()),
        ]
    return found


def cut(die: random.Random, data: bytes, other: bytes) -> bytes:
    """The file up to anywhere."""
    return data[: die.randrange(len(data) + 1)]


def flip(die: random.Random, data: bytes, other: bytes) -> bytes:
    """Up to forty bytes changed."""
    changed = bytearray(data)
    for _ in range(die.randrange(1, 40)):
        changed[die.randrange(len(changed))] = die.randrange(256)
    return bytes(changed)


def splice(die: random.Random, data: bytes, other: bytes) -> bytes:
    """A piece of another file put into this one."""
    at, start = die.randrange(len(data)), die.randrange(len(other))
    return data[:at] + other[start : start + die.randrange(1, 3000)] + data[at + die.randrange(200) :]


def nest(die: random.Random, data: bytes, other: bytes) -> bytes:
    """Something that opens, very often."""
    at, opener = die.randrange(len(data)), die.choice(NESTS)
    return data[:at] + opener * die.choice((10, 1_000, LONGEST // len(opener))) + data[at:]


def repeat(die: random.Random, data: bytes, other: bytes) -> bytes:
    """A piece of the file, very often."""
    at = die.randrange(len(data))
    piece = data[at : at + die.randrange(1, 400)]
    return data[:at] + piece * (die.choice((10, 1_000, LONGEST)) // len(piece) + 1) + data[at:]


MUTATIONS: tuple[Callable[[random.Random, bytes, bytes], bytes], ...] = (cut, flip, splice, nest, repeat)


def hostile(die: random.Random, good: list[tuple[str, bytes]]) -> tuple[str, bytes]:
    """One file made bad; of a Word document sometimes only its body, so that the archive around it is whole."""
    name, data = die.choice(good)
    change, other = die.choice(MUTATIONS), die.choice(good)[1]
    if name.endswith(".docx") and die.random() < 0.6:
        return name, raw_files.word_of(change(die, raw_files.body_of(data), other))
    return (die.choice(good)[0] if die.random() < 0.1 else name), change(die, data, other)


class Tally:
    """What came of the files so far."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.slowest, self.peak = 0.0, 0
        self.slow, self.worst = "", ""

    def batch(self, files: list[tuple[str, bytes]], reader: Bounded) -> None:
        """Bring a batch as one visit, with a good text in the middle that must be kept."""
        intake = Intake()
        files.insert(len(files) // 2, ("good.txt", b"A rocket hit a mill in Kharkiv on Saturday, officials said."))
        files = [(f"{number}-{name}", data) for number, (name, data) in enumerate(files)]
        for name, data in files:
            start = time.monotonic()
            try:
                intake.add(name, data, reader)
            except Exception as error:  # the very thing that is counted
                self.counts["crashed"] += 1
                self.worst = f"{name}: {error!r}"[:300]
            took = time.monotonic() - start
            if took > self.slowest:
                self.slowest, self.slow = took, f"{name} of {len(data):,} bytes"
            self.peak = max(self.peak, memory(reader.pid))
        intake.finish()
        told = {item.file for item in intake.waiting} | {fate.where.split(" ")[0].rstrip(",") for fate in intake.fates}
        self.counts["untold"] += sum(name not in told for name, _ in files)
        self.counts["files"] += len(files) - 1
        self.counts["articles"] += len(intake.waiting)
        self.counts["refused"] += sum(fate.outcome is Outcome.REFUSED for fate in intake.fates)
        self.counts["given_up"] += sum("takes " in fate.why or "broke off" in fate.why for fate in intake.fates)
        self.counts["good_lost"] += not any(item.file.endswith("-good.txt") for item in intake.waiting)


def memory(pid: int | None) -> int:
    """The most memory that a process has ever mapped, in bytes; 0 for none. It is what the limit is on."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii") if pid else ""
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmPeak")), 0)


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    die = random.Random(options.seed)
    good = seeds([path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))])
    tally, start = Tally(), time.monotonic()
    with Bounded() as reader:
        while tally.counts["files"] < options.files:
            size = min(BATCH, options.files - tally.counts["files"])
            tally.batch([hostile(die, good) for _ in range(size)], reader)
        starts = reader.starts
    found = {
        **{
            name: tally.counts[name]
            for name in ("files", "articles", "refused", "given_up", "crashed", "untold", "good_lost")
        },
        "seconds": round(time.monotonic() - start, 1),
        "slowest_s": round(tally.slowest, 2),
        "slowest": tally.slow,
        "limit_s": MAX_READER_SECONDS,
        "reader_peak_mb": round(tally.peak / 1e6),
        "limit_mb": round(MAX_READER_BYTES / 1e6),
        "own_peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3),
        "reader_starts": starts,
        "worst": tally.worst,
    }
    print(json.dumps(found) if options.json else "\n".join(f"{name:15} {value}" for name, value in found.items()))


if __name__ == "__main__":
    main()
