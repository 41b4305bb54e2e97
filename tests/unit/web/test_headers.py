"""Only the origins of the settings may call across origins or show the chat in a frame."""

from __future__ import annotations

from dataclasses import replace

import pytest
import requests

from bot.settings import Settings
from bot.web.headers import content_security_policy, install, origin_check
from bot.web.health import health
from tests.unit.serving import served

ALLOWED = ("https://www.narvik.kommune.no", "https://*.example.no", "http://localhost:5173")


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [
        ("https://www.narvik.kommune.no", True),
        ("https://WWW.narvik.kommune.no", True),
        ("http://www.narvik.kommune.no", False),
        ("https://narvik.kommune.no", False),
        ("https://www.narvik.kommune.no.evil.com", False),
        ("https://a.example.no", True),
        ("https://a.b.example.no", True),
        ("https://example.no", False),
        ("https://evilexample.no", False),
        ("https://a.example.no.evil.com", False),
        ("https://evil.com/a.example.no", False),
        ("https://evil.com#.example.no", False),
        ("http://localhost:5173", True),
        ("http://localhost:5174", False),
        ("null", False),
        ("", False),
    ],
)
def test_origins(origin: str, allowed: bool) -> None:
    assert origin_check(ALLOWED)(origin) is allowed


def test_without_settings_nobody_may() -> None:
    assert not origin_check(())("https://www.nav.no")


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    policy = content_security_policy(Settings.load({}))
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert policy.endswith("frame-ancestors 'self'")


def asked(settings: Settings, origin: str | None = None) -> requests.structures.CaseInsensitiveDict[str]:
    with served(health(), prepare=lambda app: install(app, settings)) as base:
        return requests.get(f"{base}/healthz", headers={"Origin": origin} if origin else {}, timeout=10).headers


def test_every_answer_carries_them() -> None:
    headers = asked(Settings.load({}))
    assert headers["Content-Security-Policy"].endswith("frame-ancestors 'self'")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Strict-Transport-Security" not in headers, "only behind https"
    assert "Access-Control-Allow-Origin" not in headers
    assert "Strict-Transport-Security" in asked(replace(Settings.load({}), production=True))


def test_only_a_named_origin_may_call_and_no_cache_mixes_them() -> None:
    settings = replace(Settings.load({}), embed_origins=ALLOWED)
    allowed, refused = (asked(settings, origin) for origin in ("https://a.example.no", "https://evil.com"))
    assert allowed["Access-Control-Allow-Origin"] == "https://a.example.no"
    assert "Access-Control-Allow-Origin" not in refused
    assert allowed["Vary"] == refused["Vary"] == "Origin"
    assert "https://*.example.no" in refused["Content-Security-Policy"]
