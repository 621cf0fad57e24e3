"""The linked view's routes asked without a network."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from starlette.applications import Starlette

from timeline.ui import routes


@dataclass
class Answer:
    """What the server said."""

    status_code: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes = b""

    def json(self) -> Any:
        """The body read as JSON."""
        return json.loads(self.content)


@dataclass(frozen=True)
class Browser:
    """The routes asked without a network; bodies are unpacked only on request."""

    prefix: str = ""

    def get(self, path: str, key: str = "", params: dict[str, str] | None = None, accept: str = "identity") -> Answer:
        """The answer to a request, in a thread of its own: browser tests leave an event loop running in this one."""
        headers = {"accept-encoding": accept, routes.KEY.lower(): key}
        asked = self._get(path, urlencode(params or {}), headers)
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, asked).result()

    async def _get(self, path: str, query: str, headers: dict[str, str]) -> Answer:
        answer = Answer()
        scope = {
            "type": "http",
            "method": "GET",
            "path": urlsplit(path).path,
            "query_string": query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        }

        async def receive() -> dict[str, Any]:
            return {"type": "http.request"}

        async def send(told: Any) -> None:
            if told["type"] == "http.response.start":
                answer.status_code = told["status"]
                answer.headers.update({name.decode(): value.decode() for name, value in told["headers"]})
            answer.content += told.get("body", b"")

        await Starlette(routes=routes.routes(self.prefix))(scope, receive, send)
        return answer
