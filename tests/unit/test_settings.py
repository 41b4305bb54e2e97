"""The settings: safe by default, and a bad value is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, _dotenv


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
        ("LOGS", "syslog"),
        ("PUBLIC_URL", "kommune.example"),
        ("PUBLIC_URL", "https://kommune.example/veivalg"),
        ("PUBLIC_URL", "https://kommune.example?x=1"),
        ("REDIS_URL", "valkey.example:6379"),
        ("REDIS_URL", "redis:///0"),
        ("REDIS_URL", "redis://:p/ss@host:6379/0"),
        ("REDIS_URL", "redis://host/veivalg"),
        ("REDIS_URL", "redis://host/0?timeout=3"),
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


def test_a_name_that_is_no_setting_is_told_with_the_one_that_is_meant() -> None:
    names = {
        "VEIVALG_RATE_PER_MINUT": "9",
        "VEIVALG_ELEFANTENS_VUGGEVISE": "1",
        "VEIVALG_THOROUGH": "1",
        "PATH": "/bin",
        "VEIVALG_PORT": "8081",
    }
    assert Settings.load(names).unknown == (
        "VEIVALG_ELEFANTENS_VUGGEVISE is no setting and does nothing.",
        "VEIVALG_RATE_PER_MINUT is no setting and does nothing; is VEIVALG_RATE_PER_MINUTE meant?",
    )


def test_a_path_below_a_site_is_refused_and_named() -> None:
    """Files, API and redirects point to the root: taken, it would break everywhere but on the first page."""
    with pytest.raises(SettingsError, match="cannot be served below a path \\(“/veivalg”\\)"):
        Settings.load({"VEIVALG_PUBLIC_URL": "https://kommune.example/veivalg/"})
    assert Settings.load({"VEIVALG_PUBLIC_URL": "https://kommune.example/"}).public_url == "https://kommune.example"


def test_a_refused_address_of_a_store_does_not_show_its_password() -> None:
    with pytest.raises(SettingsError) as refused:
        Settings.load({"VEIVALG_REDIS_URL": "redis://:hemmelig/ord@host/0"})
    assert "hemmelig" not in str(refused.value)


def test_settings_in_another_encoding_name_the_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("VEIVALG_OPERATOR=Bærum kommune".encode("latin-1"))
    with pytest.raises(SettingsError, match=r"\.env is not UTF-8"):
        _dotenv(tmp_path / ".env")


@pytest.mark.parametrize(("host", "address"), [("::1", "http://[::1]:8080"), ("127.0.0.1", "http://127.0.0.1:8080")])
def test_an_address_of_six_groups_stands_in_brackets(host: str, address: str) -> None:
    assert Settings.load({"VEIVALG_HOST": host}).address == address


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


@pytest.mark.parametrize(
    ("value", "read"),
    [("", None), ("post@kommune.example", "post@kommune.example"), ("https://kommune.example/om", "https://kommune.example/om")],
)
def test_where_the_operator_is_reached_can_be_pressed(value: str, read: str | None) -> None:
    assert Settings.load({"VEIVALG_OPERATOR_CONTACT": value}).operator_contact == read


@pytest.mark.parametrize("value", ["javascript:alert(1)", "http://kommune.example", "ring oss", "post@kommune"])
def test_what_cannot_be_pressed_is_refused(value: str) -> None:
    with pytest.raises(SettingsError, match="VEIVALG_OPERATOR_CONTACT"):
        Settings.load({"VEIVALG_OPERATOR_CONTACT": value})
