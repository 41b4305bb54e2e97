"""Everything the environment decides, read once and typed.

Values come from the process environment, then from a `.env` file at the project root
(python-dotenv). Every name starts with `VEIVALG_`; `.env.example` lists them all.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

from dotenv import dotenv_values

from bot.errors import OperatorError

ROOT = Path(__file__).resolve().parent.parent

Malform = Literal["nb", "nn", "en"]
"""The written languages an answer can be given in: bokmål, nynorsk, English (short version)."""

MALFORMER: tuple[Malform, ...] = get_args(Malform)


Logs = Literal["file", "console", "json"]
"""Where the log goes: var/veivalg.log, standard output, or there as one JSON object a line."""

LOCAL_PARTS = ("content", "figures.yml", "contacts")
"""What a folder of local knowledge may hold: answers, figures, contacts (docs/operating-local.md)."""


OTHER_NAMES = frozenset({"VEIVALG_THOROUGH", "VEIVALG_TEST_SEED", "VEIVALG_TEST_HOSTILE", "VEIVALG_TEST_PEOPLE"})
"""Names that look like settings and are our tests'."""

LONGEST_HOURS = 24
"""What the chat promises on its first screen (figures.yml: personvern.timer; a test compares them)."""


class SettingsError(OperatorError, ValueError):
    """A setting that cannot be used; the message is one sentence for the operator."""


@dataclass(frozen=True)
class Settings:
    """The typed settings of one process."""

    production: bool
    """True refuses unsafe values at start."""
    host: str
    port: int
    public_url: str
    """The address people reach us at, without a trailing slash; used in links and QR codes."""
    contacts_url: str
    """SQLAlchemy URL of the contact database."""
    redis_url: str | None
    """Where conversations and locks live when several replicas share the work; None is in memory."""
    session_hours: float
    """Hours a conversation is kept after its last message; never longer than we tell people (`LONGEST_HOURS`)."""
    max_message_chars: int
    """Longest message read, in characters."""
    rate_per_minute: int
    """Messages one conversation may have per minute; an address, which a school may share, has ten times as many."""
    max_sessions: int
    """Conversations kept at once in memory."""
    trusted_proxies: int
    """How many reverse proxies stand in front (0: the peer address is the client)."""
    embed_origins: tuple[str, ...]
    """Origins whose pages may show the chat in a frame and call the API across origins."""
    local_dir: Path | None
    """Folder of local additions and overrides, or None."""
    notice: str | None
    """The operator's notice, shown above the chat."""
    operator: str | None
    """Who runs this; shown where people may complain, and where a site asks to embed the chat."""
    operator_contact: str | None
    """Where to reach them: an e-mail address, or the https address of a page."""
    chat_off: bool
    """True replaces the chat by contacts."""
    logs: Logs
    metrics: bool
    """True serves counters for Prometheus at /metrics."""
    embeddings: bool
    """False runs without the sentence-embedding model (understands less)."""
    tensorflow: bool
    """True imports the real TensorFlow, which only DIET and TED need."""
    unknown: tuple[str, ...]
    """A sentence for each name in the environment that looks like a setting of ours and is none."""

    @staticmethod
    def load(env: Mapping[str, str] | None = None) -> Settings:
        """Read the settings.

        Args:
            env: the environment to read; default is `os.environ` over `.env`.

        Raises:
            SettingsError: a value has the wrong form, or is unsafe in production.
        """
        if env is None:
            dotenv = _dotenv(ROOT / ".env")
            env = {**dotenv, **os.environ}
        read = _Reader(env)
        settings = Settings(
            production=read.flag("PRODUCTION", False),
            host=read.text("HOST", "127.0.0.1"),
            port=read.number("PORT", 8080, 1, 65535),
            public_url=read.site("PUBLIC_URL"),
            contacts_url=read.text("CONTACTS_URL", f"sqlite:///{ROOT / 'var' / 'contacts.db'}"),
            redis_url=read.redis("REDIS_URL"),
            session_hours=read.number("SESSION_HOURS", LONGEST_HOURS, 1, LONGEST_HOURS),
            max_message_chars=read.number("MAX_MESSAGE_CHARS", 1000, 50, 5000),
            rate_per_minute=read.number("RATE_PER_MINUTE", 30, 1, 100_000),
            max_sessions=read.number("MAX_SESSIONS", 20_000, 10, 10_000_000),
            trusted_proxies=read.number("TRUSTED_PROXIES", 0, 0, 5),
            embed_origins=read.origins("EMBED_ORIGINS"),
            local_dir=read.folder("LOKALT"),
            notice=read.text("NOTICE", "") or None,
            operator=read.text("OPERATOR", "") or None,
            operator_contact=read.reachable("OPERATOR_CONTACT"),
            chat_off=read.flag("CHAT_OFF", False),
            logs=read.choice("LOGS", get_args(Logs)),
            metrics=read.flag("METRICS", False),
            embeddings=read.flag("EMBEDDINGS", True),
            tensorflow=read.flag("TENSORFLOW", False),
            unknown=read.unknown(),
        )
        settings._refuse_unsafe()
        return settings

    @property
    def address(self) -> str:
        """The address to print and to build links from."""
        host = f"[{self.host}]" if ":" in self.host else self.host  # RFC 3986 § 3.2.2
        return self.public_url or f"http://{host}:{self.port}"

    def _refuse_unsafe(self) -> None:
        if not self.production:
            return
        if not self.public_url.startswith("https://"):
            raise SettingsError("In production VEIVALG_PUBLIC_URL must be the https address people use.")
        if "*" in self.embed_origins:
            raise SettingsError("In production VEIVALG_EMBED_ORIGINS must name the sites that may embed the chat, not *.")
        if any(origin.startswith("http://") for origin in self.embed_origins):
            raise SettingsError("In production VEIVALG_EMBED_ORIGINS must be https addresses.")
        if self.trusted_proxies == 0:
            raise SettingsError(
                "In production VEIVALG_TRUSTED_PROXIES must say how many proxies stand in front (1 for one nginx): "
                "without it all people share one limit, and https is not ended anywhere."
            )
        for name, url in (("REDIS_URL", self.redis_url), ("CONTACTS_URL", self.contacts_url)):
            if url and _is_open(url):
                raise SettingsError(
                    f"In production VEIVALG_{name} must hold a password, and not one that stands in a manual, "
                    "unless the store is on this machine."
                )


def _dotenv(path: Path) -> dict[str, str]:
    try:
        return {k: v for k, v in dotenv_values(path).items() if v is not None}
    except UnicodeDecodeError:
        raise SettingsError(f"{path} is not UTF-8: open it in an editor and save it as UTF-8.") from None


def _is_open(url: str) -> bool:
    """Whether a store on another machine is reached without a password, or with one anybody would try first."""
    parts = urlsplit(url)
    if parts.scheme.startswith("sqlite") or not parts.hostname or parts.hostname in ("localhost", "127.0.0.1", "::1"):
        return False
    return (parts.password or "") in ("", parts.username, "password", "passord", "postgres", "redis", "veivalg", "secret", "changeme")


def local_folders(root: Path | None) -> tuple[Path, ...]:
    """The folders of local knowledge: the folder `VEIVALG_LOKALT` names, when it holds any, and those in it that do."""
    if root is None:
        return ()
    candidates = (root, *sorted(path for path in root.iterdir() if path.is_dir()))
    return tuple(path for path in candidates if any((path / name).exists() for name in LOCAL_PARTS))


class _Reader:
    def __init__(self, env: Mapping[str, str]) -> None:
        self._env = env
        self._known: set[str] = set()

    def unknown(self) -> tuple[str, ...]:
        """What is told of names that were never asked for; to be called when all others have been."""
        found = []
        for name in sorted(self._env):
            if name.startswith("VEIVALG_") and name not in self._known | OTHER_NAMES:
                ours = [known.removeprefix("VEIVALG_") for known in self._known]
                near = get_close_matches(name.removeprefix("VEIVALG_"), ours, 1)
                found.append(f"{name} is no setting and does nothing" + (f"; is VEIVALG_{near[0]} meant?" if near else "."))
        return tuple(found)

    def choice(self, name: str, choices: tuple[Any, ...]) -> Any:
        """One of some words; the first when nothing is set."""
        value = self.text(name, choices[0]).lower()
        if value not in choices:
            raise SettingsError(f"VEIVALG_{name} must be {', '.join(choices[:-1])} or {choices[-1]}, not “{value}”.")
        return value

    def text(self, name: str, default: str) -> str:
        self._known.add(f"VEIVALG_{name}")
        return self._env.get(f"VEIVALG_{name}", default).strip()

    def flag(self, name: str, default: bool) -> bool:
        value = self.text(name, "1" if default else "0").lower()
        if value not in {"0", "1", "true", "false", "yes", "no"}:
            raise SettingsError(f"VEIVALG_{name} must be 1 or 0, not “{value}”.")
        return value in {"1", "true", "yes"}

    def number(self, name: str, default: int, low: int, high: int) -> int:
        value = self.text(name, str(default))
        if not re.fullmatch(r"\d{1,9}", value) or not low <= int(value) <= high:
            raise SettingsError(f"VEIVALG_{name} must be a whole number from {low} to {high}, not “{value}”.")
        return int(value)

    def origins(self, name: str) -> tuple[str, ...]:
        values = tuple(self.text(name, "").replace(",", " ").split())
        for value in values:
            if value != "*" and not re.fullmatch(r"https?://(\*\.)?[a-zA-Z0-9.-]+(:\d{1,5})?", value):
                raise SettingsError(f"VEIVALG_{name}: “{value}” is not an origin such as https://www.example.no.")
        return values

    def site(self, name: str) -> str:
        """The address of a whole site: every link of ours begins at its root."""
        value = self.text(name, "").rstrip("/")
        parts = urlsplit(value)
        if value and (parts.scheme not in ("http", "https") or not parts.hostname):
            raise SettingsError(f"VEIVALG_{name} must be an address such as https://veivalg.example.no, not “{value}”.")
        if parts.path or parts.query or parts.fragment:
            raise SettingsError(
                f"VEIVALG_{name}: Veivalg cannot be served below a path (“{parts.path}”), only at the root of a host name of its own, "
                "such as https://veivalg.example.no."
            )
        return value

    def reachable(self, name: str) -> str | None:
        """An e-mail address, or the https address of a page; None when nothing is set."""
        value = self.text(name, "")
        if value and not re.fullmatch(r"[^\s@:/?]+@[^\s@:/?]+\.[a-z]+|https://\S+", value):
            raise SettingsError(f"VEIVALG_{name} must be an e-mail address or an https address, not “{value}”.")
        return value or None

    def redis(self, name: str) -> str | None:
        """The address of a Redis, or None; never quoted, since it may hold a password."""
        value = self.text(name, "")
        try:
            parts = urlsplit(value)
            good = parts.scheme in ("redis", "rediss") and parts.hostname and parts.port != 0 and re.fullmatch(r"/?\d{0,4}", parts.path)
        except ValueError:  # a port that is no number
            good = False
        if value and (not good or parts.query or parts.fragment):
            raise SettingsError(
                f"VEIVALG_{name} must be an address such as redis://:password@host:6379/0; signs such as @ and / in the password are written "
                "%40 and %2F."
            )
        return value or None

    def folder(self, name: str) -> Path | None:
        value = self.text(name, "")
        if not value:
            return None
        path = Path(value)
        if not path.is_dir():
            raise SettingsError(f"VEIVALG_{name}: there is no folder “{value}”.")
        return path
