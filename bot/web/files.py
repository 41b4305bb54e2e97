"""The files the browser gets: small, so they are held in memory, gzipped once, under an address that changes with them."""

from __future__ import annotations

import gzip
import hashlib
import re
from functools import lru_cache
from pathlib import Path

from sanic import Blueprint
from sanic.exceptions import NotFound
from sanic.request import Request
from sanic.response import HTTPResponse, raw

from bot.settings import ROOT

STATIC = ROOT / "web" / "static"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
FOREVER = "public, max-age=31536000, immutable"
BRIEFLY = "public, max-age=600"


class Files:
    """Every file of a folder.

    Args:
        folder: no folder inside is read.
    """

    def __init__(self, folder: Path = STATIC) -> None:
        paths = sorted(path for path in folder.iterdir() if path.suffix in TYPES)
        self._bodies = {path.name: slim(path.suffix, path.read_bytes()) for path in paths}
        self._packed = {name: gzip.compress(body, 9, mtime=0) for name, body in self._bodies.items()}
        digest = hashlib.sha256()
        for name, body in self._bodies.items():
            digest.update(name.encode() + b"\0" + body + b"\0")
        self.version = digest.hexdigest()[:10]
        """Changes when any file does; modules import each other by relative address, so all follow."""

    def address(self, name: str) -> str:
        """Where a file is found: `/static/<version>/chat.js`.

        Raises:
            KeyError: there is no such file.
        """
        if name not in self._bodies:
            raise KeyError(name)
        return f"/static/{self.version}/{name}"

    def response(self, request: Request, name: str, cache: str) -> HTTPResponse:
        """A file, gzipped for those who can read it.

        Raises:
            NotFound: there is no such file.
        """
        if name not in self._bodies:
            raise NotFound("no such file")
        headers = {"Cache-Control": cache, "Vary": "Accept-Encoding", "Cross-Origin-Resource-Policy": "cross-origin"}
        body = self._bodies[name]
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            body = self._packed[name]
        return raw(body, content_type=TYPES[Path(name).suffix], headers=headers)


def slim(suffix: str, body: bytes) -> bytes:
    """A script or style sheet without its comments and indentation; other files as they are.

    Only comments that stand on lines of their own go, so nothing inside a string is ever touched.
    """
    if suffix not in (".js", ".css"):
        return body
    text = re.sub(r"^[ \t]*/\*.*?\*/[ \t]*$", "", body.decode(), flags=re.MULTILINE | re.DOTALL)
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//")).encode()


@lru_cache(maxsize=1)
def files() -> Files:
    """The files of this process."""
    return Files()


def static_files() -> Blueprint:
    """`/static/<version>/<name>`, and the two whose address must not change: `/embed.js` and `/sw.js`."""
    blueprint = Blueprint("files")

    @blueprint.route("/static/<version:str>/<name:str>", methods=["GET", "HEAD"])
    async def file(request: Request, version: str, name: str) -> HTTPResponse:
        # Another version may be asked for while replicas are replaced one by one: it gets today's, not kept.
        return files().response(request, name, FOREVER if version == files().version else "no-cache")

    @blueprint.route("/embed.js", methods=["GET", "HEAD"])
    async def embed(request: Request) -> HTTPResponse:
        return files().response(request, "embed.js", BRIEFLY)

    @blueprint.route("/sw.js", methods=["GET", "HEAD"])
    async def service_worker(request: Request) -> HTTPResponse:
        return files().response(request, "sw.js", "no-cache")

    return blueprint
