"""Only the origins of the settings may call across origins or show the chat in a frame."""

from __future__ import annotations

import pytest

from bot.web.headers import content_security_policy, origin_check

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
    policy = content_security_policy("'self'")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert policy.endswith("frame-ancestors 'self'")
