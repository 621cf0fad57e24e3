"""Write the checksums of ``data/built`` into the table of ``data/README.md``: ``python data/build/checksums.py``."""

from __future__ import annotations

import hashlib
from pathlib import Path

DATA = Path(__file__).resolve().parents[1]
HEAD = "| file | SHA-256 |\n|---|---|\n"


def main() -> None:
    """Replace the rows under the table's head by one for each built file."""
    readme = DATA / "README.md"
    before, head, after = readme.read_text(encoding="utf-8").partition(HEAD)
    if not head:
        raise SystemExit(f"{readme} has no table that begins with {HEAD.splitlines()[0]!r}")
    built = DATA / "built"
    files = sorted(path for path in built.rglob("*") if path.is_file())
    rows = [f"| `{p.relative_to(built).as_posix()}` | `{hashlib.sha256(p.read_bytes()).hexdigest()}` |" for p in files]
    rest = after.partition("\n\n")[2]
    readme.write_text("\n".join([before + head + rows[0], *rows[1:], "", rest]), encoding="utf-8")


if __name__ == "__main__":
    main()
