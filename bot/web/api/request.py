"""Reads `POST /api/chat`: the one place its form is checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.settings import MALFORMER
from bot.web.errors import NotJsonError, TooLargeError, bad_field

MAX_TEXT = 5000
"""Longest message accepted, in characters; longer is refused, and more than the setting is shortened."""

SESSION = re.compile(r"[A-Za-z0-9_-]{22}")
"""A session id: 128 random bits in URL-safe base64."""


@dataclass(frozen=True)
class ChatRequest:
    """A well-formed request: exactly one of text and payload is set."""

    session: str | None
    begin: str | None
    """The id of a conversation that this message begins, if the client chose it: so that it can be erased before it is answered."""
    text: str | None
    payload: str | None
    kommune: str | None
    malform: str | None
    page_malform: str | None = None
    """The language of the page: a beginning, until the person writes another. `malform` is one that was chosen."""


def read_chat_request(body: Any) -> ChatRequest:
    """Check a parsed JSON body.

    Raises:
        RequestError: 400 or 413, naming the field.
    """
    if not isinstance(body, dict):
        raise NotJsonError
    unknown = set(body) - {"session", "begin", "text", "payload", "context"}
    if unknown:
        raise bad_field(sorted(map(str, unknown))[0][:40], "absent")
    session, begin = body.get("session"), body.get("begin")
    if not _is_id(session):
        raise bad_field("session", "session")
    if not _is_id(begin) or (session and begin):
        raise bad_field("begin", "begin", "22")
    text, payload = _read_said(body)
    context = body.get("context")
    if context is not None and not isinstance(context, dict):
        raise bad_field("context", "object")
    return ChatRequest(session, begin, text, payload, *_read_context(context or {}))


def _read_said(body: Mapping[str, Any]) -> tuple[str | None, str | None]:
    text, payload = body.get("text"), body.get("payload")
    if (text is None) == (payload is None):
        raise bad_field("text", "text_alone")
    if text is not None:
        if not isinstance(text, str) or not text.strip():
            raise bad_field("text", "text")
        if len(text) > MAX_TEXT:
            raise TooLargeError
    if payload is not None and not isinstance(payload, str):
        raise bad_field("payload", "payload")
    return text, payload


def _is_id(value: Any) -> bool:
    return value is None or (isinstance(value, str) and SESSION.fullmatch(value) is not None)


def _read_context(context: Mapping[str, Any]) -> tuple[str | None, str | None, str | None]:
    unknown = set(context) - {"kommune", "malform", "sidens_malform"}
    if unknown:
        raise bad_field("context", "context")
    kommune, malform = context.get("kommune"), context.get("malform")
    if kommune is not None and not (isinstance(kommune, str) and re.fullmatch(r"[0-9]{4}", kommune)):
        raise bad_field("context.kommune", "kommune")
    page_malform = context.get("sidens_malform")
    for name, value in (("malform", malform), ("sidens_malform", page_malform)):
        if value is not None and value not in MALFORMER:
            raise bad_field(f"context.{name}", "malform")
    return kommune, malform, page_malform
