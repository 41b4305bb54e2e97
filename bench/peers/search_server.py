"""Plain BM25 over the content, as the search field of a site: `python search_server.py PASSAGES.json PORT`.

PASSAGES.json: [{"topic": …, "text": …}, …]. `GET /search?q=` gives the best topics with the text found, `GET /topic?id=` a topic's first text.
"""

import json
import re
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import bm25s

PASSAGES = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
FIRST = {passage["topic"]: passage for passage in reversed(PASSAGES)}
TOPICS = 5
LOOKED_AT = 40
"""Passages that are ranked; the best of each topic counts."""


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


INDEX = bm25s.BM25()
INDEX.index([words(passage["text"]) for passage in PASSAGES], show_progress=False)


def search(text: str) -> list[dict[str, str]]:
    found, _ = INDEX.retrieve([words(text)], k=LOOKED_AT, show_progress=False)
    best: dict[str, dict[str, str]] = {}
    for number in found[0]:
        best.setdefault(PASSAGES[number]["topic"], PASSAGES[number])
    return list(best.values())[:TOPICS]


class Search(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        query = parse_qs(asked.query)
        found = search(query["q"][0]) if asked.path == "/search" else [FIRST[query["id"][0]]]
        body = json.dumps(found, ensure_ascii=False).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing that is asked is written down."""


ThreadingHTTPServer.request_queue_size = 128  # with five, as it is, the sixth client at once waits a second for its connection
ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Search).serve_forever()
