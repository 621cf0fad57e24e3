"""What the browser fetches beside Streamlit's own files: the basemap, and the linked view's scripts and columns.

Everything is read-only and from this machine. What has a hash in its path may be kept for ever; a visitor's own data is
never to be kept.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from streamlit.url_util import make_url_path

from geo import basemap, names_in
from timeline import messages
from timeline.ui.linked import ground, scripts, shelf

ROOT = "/dateline"
FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}
NEVER = {"Cache-Control": "no-store"}
PLAIN = {"X-Content-Type-Options": "nosniff"}
KEY = "Dateline-Key"  # the header that proves whose data is asked for
BINARY, JSON, SCRIPT = "application/octet-stream", "application/json", "text/javascript; charset=utf-8"


@cache
def _packed(source: str) -> bytes:
    text = json.dumps(basemap.data(source), ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), mtime=0)


@cache
def _names(language: str) -> bytes:
    text = json.dumps(basemap.names(language), ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), mtime=0)


@cache
def _ground(boundaries: str) -> bytes:
    return gzip.compress(ground.ground(boundaries), mtime=0)


@cache
def _module(name: str) -> bytes:
    return gzip.compress(scripts.modules()[name], mtime=0)


@cache
def version() -> str:
    """Changes with the built basemap and its style, so that a browser may keep what it has."""
    sources = (basemap.BASEMAP, Path(basemap.__file__), Path(names_in.__file__), Path(ground.__file__))
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:12]


def style_url(theme: str, boundaries: str, prefix: str = "") -> str:
    """The path of the map style for ``theme`` and ``boundaries`` in the language that is spoken; ``prefix`` is the
    server's base path.
    """
    return make_url_path(prefix, f"{ROOT}/{version()}/style-{theme}-{boundaries}-{messages.language()}.json")


def linked_urls(held: shelf.Held, mask: str, prefix: str = "", boundaries: str = "un") -> dict[str, str]:
    """Where the linked view finds its script, its basemap, and a table's columns, titles and mask ("" for all rows)."""
    own = f"{ROOT}/held/{held.name}"
    paths = {
        "script": f"{ROOT}/scripts/{scripts.version()}/{scripts.FIRST}",
        "ground": f"{ROOT}/{version()}/ground-{boundaries}.bin",
        "columns": f"{own}/columns.bin",
        "titles": f"{own}/titles.json",
        "mask": f"{own}/mask/{mask}.bin" if mask else "",
    }
    return {name: make_url_path(prefix, path) if path else "" for name, path in paths.items()}


def routes(prefix: str = "") -> list[Route]:
    """The routes to serve beside the page, under the server's base path ``prefix``."""
    base = make_url_path(prefix, ROOT)

    def style(request: Request) -> Response:
        theme, boundaries = request.path_params["theme"], request.path_params["boundaries"]
        language = request.path_params["language"]
        if theme not in basemap.INKS or boundaries not in basemap.BOUNDARIES or language not in messages.LANGUAGES:
            return Response(status_code=404)
        return JSONResponse(basemap.style(theme, f"{base}/{version()}", boundaries, language), headers=FOREVER)

    return [
        Route(f"{base}/{{version}}/style-{{theme}}-{{boundaries}}-{{language}}.json", style),
        Route(f"{base}/{{version}}/names-{{language}}.geojson", _named),
        Route(f"{base}/{{version}}/{{name}}.geojson", _source),
        Route(f"{base}/{{version}}/glyphs/{{stack}}/{{block}}.pbf", _glyphs),
        Route(f"{base}/{{version}}/ground-{{boundaries}}.bin", _land),
        Route(f"{base}/scripts/{{version}}/{{name}}.js", _script),
        Route(f"{base}/held/{{held}}/columns.bin", _columns),
        Route(f"{base}/held/{{held}}/titles.json", _titles),
        Route(f"{base}/held/{{held}}/mask/{{mask}}.bin", _mask),
    ]


def _zipped(request: Request, body: bytes, kind: str, keep: dict[str, str] = FOREVER) -> Response:
    """A gzipped body, unpacked for whoever does not accept that."""
    headers = {**keep, **PLAIN, "Vary": "Accept-Encoding", "Content-Type": kind}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(body), headers=headers)
    return Response(body, headers=headers | {"Content-Encoding": "gzip"})


def _land(request: Request) -> Response:
    boundaries = request.path_params["boundaries"]
    if boundaries not in basemap.BOUNDARIES:
        return Response(status_code=404)
    return _zipped(request, _ground(boundaries), BINARY)


def _source(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in basemap.SOURCES:
        return Response(status_code=404)
    return _zipped(request, _packed(name), "application/geo+json")


def _named(request: Request) -> Response:
    language = request.path_params["language"]
    if language not in messages.LANGUAGES:
        return Response(status_code=404)
    return _zipped(request, _names(language), "application/geo+json")


def _glyphs(request: Request) -> Response:
    headers = FOREVER | {"Content-Type": "application/x-protobuf"}
    return Response(basemap.letters(request.path_params["block"]), headers=headers)


def _script(request: Request) -> Response:
    name = f"{request.path_params['name']}.js"
    if name not in scripts.modules():
        return Response(status_code=404)
    return _zipped(request, _module(name), SCRIPT)


def _keep(held: shelf.Held) -> dict[str, str]:
    return NEVER if held.own else FOREVER


def _held(request: Request) -> shelf.Held | None:
    return shelf.find(request.path_params["held"], request.headers.get(KEY, ""))


def _columns(request: Request) -> Response:
    held = _held(request)
    if held is None:
        return Response(status_code=404, headers=NEVER)
    return _zipped(request, held.columns.zipped, BINARY, _keep(held))


def _titles(request: Request) -> Response:
    held = _held(request)
    asked = request.query_params.get("n", "").split(",")[: shelf.MOST_TITLES]
    if held is None or not all(n.isascii() and n.isdigit() and len(n) < shelf.MOST_DIGITS for n in asked):
        return Response(status_code=404, headers=NEVER)
    return Response(held.titles([int(n) for n in asked]), headers=_keep(held) | PLAIN | {"Content-Type": JSON})


def _mask(request: Request) -> Response:
    held = _held(request)
    found = held.mask(request.path_params["mask"]) if held else None
    if held is None or found is None:
        return Response(status_code=404, headers=NEVER)
    return Response(found, headers=_keep(held) | PLAIN | {"Content-Type": BINARY})
