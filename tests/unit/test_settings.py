from __future__ import annotations

import pytest

from bot.settings import Settings, SettingsError


def test_defaults_are_safe() -> None:
    settings = Settings.load({})
    assert settings.host == "127.0.0.1"
    assert settings.embed_origins == ()
    assert settings.session_hours == 24


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "0"),
        ("PORT", "http"),
        ("PRODUCTION", "maybe"),
        ("EMBED_ORIGINS", "www.example.no"),
        ("EMBED_ORIGINS", "https://a.no/path"),
        ("LOKALT", "/no/such/folder"),
        ("SESSION_HOURS", "-1"),
    ],
)
def test_a_bad_value_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"VEIVALG_{name}"):
        Settings.load({f"VEIVALG_{name}": value})


@pytest.mark.parametrize(
    "unsafe", [{}, {"VEIVALG_PUBLIC_URL": "http://a.no"}, {"VEIVALG_PUBLIC_URL": "https://a.no", "VEIVALG_EMBED_ORIGINS": "*"}]
)
def test_production_refuses_unsafe_values(unsafe: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match="In production"):
        Settings.load({"VEIVALG_PRODUCTION": "1", **unsafe})
