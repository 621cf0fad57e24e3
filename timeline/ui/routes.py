"""What the browser fetches beside Streamlit's own files: the basemap, read-only and from this machine."""

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

from geo import basemap

ROOT = "/dateline"
FOREVER = "public, max-age=31536000, immutable"


@cache
def _packed(source: str) -> bytes:
    text = json.dumps(basemap.data(source), ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), mtime=0)


@cache
def version() -> str:
    """Changes with the built basemap and its style, so that a browser may keep what it has."""
    sources = (basemap.BASEMAP, Path(basemap.__file__))
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:12]


def style_url(theme: str, prefix: str = "") -> str:
    """The path of the map style for ``theme``; ``prefix`` is the server's base path."""
    return make_url_path(prefix, f"{ROOT}/{version()}/style-{theme}.json")


def routes(prefix: str = "") -> list[Route]:
    """The routes to serve beside the page, under the server's base path ``prefix``."""
    base = make_url_path(prefix, ROOT)

    def style(request: Request) -> Response:
        theme = request.path_params["theme"]
        if theme not in basemap.INKS:
            return Response(status_code=404)
        return JSONResponse(basemap.style(theme, f"{base}/{version()}"), headers={"Cache-Control": FOREVER})

    def source(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in basemap.SOURCES:
            return Response(status_code=404)
        headers = {"Cache-Control": FOREVER, "Vary": "Accept-Encoding", "Content-Type": "application/geo+json"}
        if "gzip" not in request.headers.get("accept-encoding", ""):
            return Response(gzip.decompress(_packed(name)), headers=headers)
        return Response(_packed(name), headers=headers | {"Content-Encoding": "gzip"})

    def glyphs(request: Request) -> Response:
        headers = {"Cache-Control": FOREVER, "Content-Type": "application/x-protobuf"}
        return Response(basemap.letters(request.path_params["block"]), headers=headers)

    return [
        Route(f"{base}/{{version}}/style-{{theme}}.json", style),
        Route(f"{base}/{{version}}/{{name}}.geojson", source),
        Route(f"{base}/{{version}}/glyphs/{{stack}}/{{block}}.pbf", glyphs),
    ]
