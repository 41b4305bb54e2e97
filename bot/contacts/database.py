"""Opening the contact database, whatever SQLAlchemy can reach."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.orm import Session

from bot.settings import ROOT

DEFAULT_URL = f"sqlite:///{ROOT / 'var' / 'contacts.db'}"
"""The SQLite file used when nothing else is asked for."""


def open_engine(url: str = DEFAULT_URL) -> Engine:
    """An engine for a SQLAlchemy URL; the folder of a SQLite file is made when missing.

    On SQLite, every transaction starts with an explicit BEGIN, so that creating tables is
    part of it, and foreign keys are enforced, as PostgreSQL does by itself.

    Raises:
        sqlalchemy.exc.ArgumentError: the URL cannot be read.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(url, future=True, pool_pre_ping=True)
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, future=True)

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys=ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def open_session(url: str = DEFAULT_URL) -> Session:
    """A session on the database at `url`; the caller closes it (`with open_session() as s:`)."""
    return session_of(open_engine(url))


def session_of(engine: Engine) -> Session:
    """A session on an engine that stays open; the caller closes the session."""
    return Session(engine, future=True)
