"""One binary for the browser: a JSON header that says where each typed array lies, then the arrays.

Four bytes give the header's length (little-endian); blanks after the header let the arrays begin at a multiple of 8, as
typed arrays must. Offsets count from there.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]
ALIGN = 8
TYPES = {"u1": "u1", "u2": "<u2", "i2": "<i2", "u4": "<u4", "i4": "<i4", "f4": "<f4"}  # what columns.js can read


def pack(header: Mapping[str, Any], parts: Mapping[str, Array]) -> bytes:
    """``header`` and the arrays ``parts`` by name. Raises ``KeyError`` for a type that the browser cannot read."""
    places, bodies, at = {}, [], 0
    for name, part in parts.items():
        code = f"{part.dtype.kind}{part.dtype.itemsize}"
        body = np.ascontiguousarray(part, dtype=TYPES[code]).tobytes()
        places[name] = [code, at, int(part.size)]
        bodies.append(body + bytes(-len(body) % ALIGN))
        at += len(bodies[-1])
    text = json.dumps({**header, "parts": places}, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-(len(text) + 4) % ALIGN)
    return b"".join([struct.pack("<I", len(text)), text, *bodies])


def unpack(packed: bytes) -> tuple[dict[str, Any], dict[str, Array]]:
    """The header and the arrays, as the browser reads them."""
    (length,) = struct.unpack_from("<I", packed)
    header: dict[str, Any] = json.loads(packed[4 : 4 + length])
    parts = {
        name: np.frombuffer(packed, TYPES[code], count, 4 + length + at)
        for name, (code, at, count) in header.pop("parts").items()
    }
    return header, parts
