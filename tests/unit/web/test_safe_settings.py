"""Production does not start with unsafe settings, and says in a sentence which."""

from __future__ import annotations

import pytest

from bot.settings import Settings, SettingsError

SAFE = {
    "VEIVALG_PRODUCTION": "1",
    "VEIVALG_PUBLIC_URL": "https://veivalg.example.no",
    "VEIVALG_TRUSTED_PROXIES": "1",
    "VEIVALG_HOST": "0.0.0.0",
    "VEIVALG_EMBED_ORIGINS": "https://www.example.kommune.no https://*.example.no",
    "VEIVALG_REDIS_URL": "redis://:et-langt-passord@redis:6379/0",
    "VEIVALG_CONTACTS_URL": "postgresql+psycopg2://veivalg:et-annet-passord@db/veivalg",
}


def test_safe_settings_start() -> None:
    assert Settings.load(SAFE).production


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PUBLIC_URL", ""),
        ("PUBLIC_URL", "http://veivalg.example.no"),
        ("TRUSTED_PROXIES", "0"),
        ("EMBED_ORIGINS", "*"),
        ("EMBED_ORIGINS", "http://www.example.no"),
        ("REDIS_URL", "redis://redis:6379/0"),
        ("REDIS_URL", "redis://:redis@redis:6379/0"),
        ("REDIS_URL", "redis://10.0.0.4:6379"),
        ("CONTACTS_URL", "postgresql+psycopg2://veivalg@db/veivalg"),
        ("CONTACTS_URL", "postgresql+psycopg2://veivalg:veivalg@db/veivalg"),
        ("CONTACTS_URL", "postgresql+psycopg2://postgres:postgres@db/veivalg"),
    ],
)
def test_an_unsafe_value_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"In production VEIVALG_{name}") as refused:
        Settings.load({**SAFE, f"VEIVALG_{name}": value})
    assert str(refused.value).endswith(".")
    assert "et-langt-passord" not in str(refused.value)


@pytest.mark.parametrize("url", ["redis://localhost:6379/0", "redis://127.0.0.1:6379"])
def test_a_store_on_the_same_machine_needs_no_password(url: str) -> None:
    assert Settings.load({**SAFE, "VEIVALG_REDIS_URL": url}).redis_url == url


def test_conversations_are_never_kept_longer_than_we_say() -> None:
    with pytest.raises(SettingsError, match="VEIVALG_SESSION_HOURS"):
        Settings.load({"VEIVALG_SESSION_HOURS": "25"})
    assert Settings.load({"VEIVALG_SESSION_HOURS": "1"}).session_hours == 1
