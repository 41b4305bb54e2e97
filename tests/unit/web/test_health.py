"""Whether the process is alive, and whether it can answer."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import requests

from bot.web.health import health
from tests.unit.serving import served


@pytest.mark.parametrize(
    ("agent", "status"), [(None, 503), (SimpleNamespace(is_ready=lambda: False), 503), (SimpleNamespace(is_ready=lambda: True), 200)]
)
def test_alive_is_not_ready(agent: object, status: int) -> None:
    def prepare(app: object) -> None:
        app.ctx.agent = agent  # type: ignore[attr-defined]

    with served(health(), prepare=prepare) as base:
        assert requests.get(f"{base}/healthz", timeout=10).json() == {"status": "ok"}
        assert requests.get(f"{base}/readyz", timeout=10).status_code == status
