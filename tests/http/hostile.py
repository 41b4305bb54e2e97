"""Makes hostile requests from a seed: broken, huge, odd and clever ones, mostly at the door, some through it."""

from __future__ import annotations

import json
import random
import string
from collections.abc import Iterator
from dataclasses import dataclass

TEXTS = [
    "hei",
    "hva er kvp",
    "/restart",
    "/session_start",
    '/kvp{"fasett": "penger"}',
    "/action_svar",
    "//",
    "{{7*7}}",
    "${jndi:ldap://x}",
    "'; DROP TABLE kommune; --",
    "<script>alert(1)</script>",
    "\u202eRTL",
    "\x00\x01\x02",
    "🙂" * 50,
    "ا" * 80,
    "\ud800",
    "a\u0301" * 60,
    "𝕳𝖊𝖎",
    "１２３",
    "ㅤ",
    "\u200b" * 30,
    "%00%0a",
    "../../etc/passwd",
    "\r\nSet-Cookie: a=b",
    "null",
    "NaN",
    "[telefon]",
    "jeg bor i " + "x" * 60,
    "41234567 " * 8,
    "01010112345",
    "SELECT * FROM tracker",
    "__proto__",
    '{"text": "x"}',
    "\\u0000",
    "ꙮ" * 20,
    "i" * 200,
    "hei " * 60,
]
PAYLOADS = [
    "/restart",
    "/session_start",
    "/back",
    "/action_listen",
    "/action_svar",
    "/kvp",
    "/krise",
    "/kvp{}",
    '/kvp{"fasett": "penger"}',
    '/kvp{"fasett": []}',
    '/kvp{"tema": "x"}',
    '/dialog_sted{"nummer": "1806"}',
    '/dialog_sted{"nummer": 1806}',
    '/dialog_guide{"guide": "hvilken_rett"}',
    '/dialog_guide{"guide": "hvilken_rett", "fakta": "alder", "verdi": -1}',
    '/dialog_guide{"guide": "hvilken_rett", "fakta": "alder", "verdi": 1e999}',
    '/dialog_malform{"malform": "nn"}',
    '/dialog_malform{"malform": {}}',
    "kvp",
    "",
    "/" + "a" * 70,
    "/kvp" + "[" * 300,
    '/kvp{"fasett": "' + "a" * 280,
    "/nlu_fallback",
    "/EXTERNAL: x",
    '/inform{"sted": "Oslo"}',
]
PATHS = [
    "/",
    "/api",
    "/api/",
    "/api/chat/",
    "/api/chat/default",
    "/api/chat/AAAAAAAAAAAAAAAAAAAAAA",
    "/api/chat/../topics",
    "/api/places?q=narvik",
    "/api/places?q=%00",
    "/api/places?q=%ff%fe",
    "/api/places?q=" + "a" * 900,
    "/api/places?q[]=1&q=2",
    "/api/topics?m=xx",
    "/api/openapi.json",
    "/api/guides/x",
    "/t/kvp",
    "/t/%2e%2e%2f",
    "/t/" + "a" * 300,
    "/static/../bot/settings.py",
    "/static/%2e%2e/%2e%2e/.env",
    "/static/x/..%2f..%2f.env",
    "/.env",
    "/.git/config",
    "/webhooks/rest/webhook",
    "/webhooks/veivalg/api/chat",
    "/conversations/default/tracker",
    "/conversations/x/execute",
    "/model/parse",
    "/model",
    "/status",
    "/domain",
    "/version",
    "/qr/svg?tema=kvp",
    "/qr/png?k=9999",
    "/plakat?s=a9",
    "/del?tema=%3Cscript%3E",
    "/bygg-inn?farge=%22%3E",
    "/svar?m=nn",
    "/healthz",
    "/readyz",
    "/?tema=../../x&k='",
    "/%",
    "/%zz",
    "/" + "é",
    "//evil.example/x",
    "/metrics",
]
METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW"]
HEADERS: list[dict[str, str]] = [
    {},
    {},
    {},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"X-Forwarded-For": "1.2.3.4, 5.6.7.8"},
    {"X-Forwarded-For": "x" * 200},
    {"Cookie": "session=abc"},
    {"Host": "evil.example"},
    {"Accept-Encoding": "gzip, br, x" * 10},
    {"X-A": "b" * 3000},
    {"Accept-Language": "\u00e6\u00f8\u00e5"},
    {"If-None-Match": "*"},
    {"Range": "bytes=0-1"},
    {"Expect": "100-continue"},
    {"X-HTTP-Method-Override": "DELETE"},
    {"Referer": "javascript:1"},
]


@dataclass(frozen=True)
class Hostile:
    """One request, as raw as the standard library sends it."""

    method: str
    path: str
    body: bytes
    headers: dict[str, str]


def hostile(count: int, seed: int) -> Iterator[Hostile]:
    """So many requests; the same ones for the same seed."""
    chosen = random.Random(seed)
    makers = [_structured] * 4 + [_mutated] * 5 + [_bytes] * 3 + [_path] * 5 + [_payload] * 2 + [_text]
    for _ in range(count):
        yield chosen.choice(makers)(chosen)


def _chat(chosen: random.Random, body: bytes) -> Hostile:
    kind = (
        "application/json"
        if chosen.random() < 0.93
        else chosen.choice(["text/plain", "application/xml", "", "application/json; charset=utf-16", "multipart/form-data"])
    )
    path = (
        "/api/chat"
        if chosen.random() < 0.85
        else f"/api/guides/{chosen.choice(['hvilken_rett', 'vei_til_fagbrev', 'hvilke_tiltak', 'x', '%00'])}"
    )
    return Hostile("POST", path, body, {**chosen.choice(HEADERS), "Content-Type": kind})


def _value(chosen: random.Random, depth: int = 0) -> object:
    kind = chosen.randrange(9 if depth < 3 else 6)
    if kind == 0:
        return chosen.choice([None, True, False])
    if kind == 1:
        return chosen.choice([0, -1, 2**31, 2**63, 10**30, 1.5, -0.0])
    if kind < 6:
        return chosen.choice(TEXTS + PAYLOADS + ["nb", "nn", "1806", "AAAAAAAAAAAAAAAAAAAAAA"])
    if kind == 6:
        return [_value(chosen, depth + 1) for _ in range(chosen.randrange(4))]
    return {
        chosen.choice(["text", "session", "kommune", "malform", "a", "", "__class__"]): _value(chosen, depth + 1)
        for _ in range(chosen.randrange(4))
    }


def _structured(chosen: random.Random) -> Hostile:
    names = ["session", "text", "payload", "context", "sender", "facts", "date", "metadata", "input_channel", "", "__proto__"]
    # A text alone would be a message; most of these must fail at the door, so that there is always something wrong.
    body = {name: _value(chosen) for name in chosen.sample(names, chosen.randrange(1, 5))}
    body[chosen.choice(["sender", "session", "context", "x"])] = _value(chosen)
    return _chat(chosen, _dumped(body))


def _mutated(chosen: random.Random) -> Hostile:
    whole = bytearray(_dumped({"session": None, "text": chosen.choice(TEXTS), "context": {"kommune": "1806", "malform": "nb"}}))
    for _ in range(chosen.randrange(1, 6)):
        at = chosen.randrange(len(whole))
        change = chosen.randrange(4)
        if change == 0:
            whole[at] = chosen.randrange(256)
        elif change == 1:
            del whole[at : at + chosen.randrange(1, 8)]
        elif change == 2:
            whole[at:at] = bytes(chosen.randrange(256) for _ in range(chosen.randrange(1, 6)))
        else:
            whole[at:at] = chosen.choice([b"{", b"[" * 50, b'"', b"\\u", b"\\ud800", b"}" * 9, b"1e999", b"\x00"])
        if not whole:
            break
    return _chat(chosen, bytes(whole))


def _bytes(chosen: random.Random) -> Hostile:
    size = chosen.choice([0, 1, 10, 100, 1000, 20_000, 70_000])
    body = chosen.choice(
        [
            bytes(chosen.randrange(256) for _ in range(min(size, 1000))),
            b"[" * size,
            b'{"text": "' + b"a" * size + b'"}',
            b'{"a":' * min(size, 5000),
        ]
    )
    return _chat(chosen, body)


def _path(chosen: random.Random) -> Hostile:
    path = chosen.choice(PATHS)
    if chosen.random() < 0.3:
        path += "/" + "".join(chosen.choice(string.printable.replace(" ", "").strip()) for _ in range(chosen.randrange(12)))
    method = chosen.choice(METHODS)
    body = b'{"text": "hei", "sender": "default"}' if method in ("POST", "PUT") and chosen.random() < 0.5 else b""
    return Hostile(method, path, body, {**chosen.choice(HEADERS), "Content-Type": "application/json"})


def _payload(chosen: random.Random) -> Hostile:
    payload = chosen.choice(PAYLOADS)
    if chosen.random() < 0.4:
        at = chosen.randrange(len(payload) + 1)
        payload = payload[:at] + chosen.choice(["\x00", "{", "}", "/", '"', "é", "\u200b", " "]) + payload[at:]
    return _chat(chosen, _dumped({"payload": payload}))


def _text(chosen: random.Random) -> Hostile:
    return _chat(chosen, _dumped({"text": chosen.choice(TEXTS)}))


def _dumped(body: object) -> bytes:
    try:
        return json.dumps(body, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(body).encode()
