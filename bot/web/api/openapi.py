"""The description of the web API (web/openapi.json), served at `/api/openapi.json`."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from bot.settings import ROOT

DESCRIPTION = ROOT / "web" / "openapi.json"


@lru_cache(maxsize=1)
def openapi() -> dict[str, Any]:
    """The description as data."""
    described: dict[str, Any] = json.loads(DESCRIPTION.read_text(encoding="utf-8"))
    return described
