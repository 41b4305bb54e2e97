"""Opening the contact database, whatever SQLAlchemy can reach."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.orm import Session

from bot.errors import OperatorError
from bot.settings import ROOT

DEFAULT_URL = f"sqlite:///{ROOT / 'var' / 'contacts.db'}"
"""The SQLite file used when nothing else is asked for."""


PATIENCE = 60
"""Seconds to wait for another process that fills the database."""
CONNECT = 5
"""Seconds to wait for PostgreSQL to let us in."""
LOCK = 7_304_017
"""The number of our lock in PostgreSQL; any number that nothing else in the database uses."""


class ContactStoreError(OperatorError):
    """The contact database cannot be used."""


@contextmanager
def reached(url: str) -> Iterator[None]:
    """Turns what goes wrong with the database at `url` into one sentence without its password.

    Raises:
        ContactStoreError: the address cannot be read, its driver is not there, or the database does not do as asked.
    """
    try:
        yield
    except (SQLAlchemyError, ImportError) as error:
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0].rstrip(".").replace(url, "…")
        raise ContactStoreError(
            f"The contact database {_shown(url)} cannot be used: {reason}. VEIVALG_CONTACTS_URL says where it is."
        ) from error


def _shown(url: str) -> str:
    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return "in VEIVALG_CONTACTS_URL"


def open_engine(url: str = DEFAULT_URL) -> Engine:
    """An engine for a SQLAlchemy URL; the folder of a SQLite file is made when missing.

    On SQLite, every transaction starts with an explicit BEGIN, so that creating tables is
    part of it, and foreign keys are enforced, as PostgreSQL does by itself. A connection with the execution
    option `exclusive` is alone from its first statement on (`alone`).

    Raises:
        sqlalchemy.exc.ArgumentError: the URL cannot be read.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        wait = {"connect_timeout": CONNECT} if parsed.get_backend_name() == "postgresql" else {}
        return create_engine(url, future=True, pool_pre_ping=True, connect_args=wait)
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, future=True, connect_args={"timeout": PATIENCE})

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys=ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("exclusive") else "BEGIN")

    return engine


@contextmanager
def alone(engine: Engine) -> Iterator[Connection]:
    """A transaction that no other process fills the database beside: they wait for each other, on every database."""
    with engine.connect().execution_options(exclusive=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
        yield connection


def open_session(url: str = DEFAULT_URL) -> Session:
    """A session on the database at `url`; the caller closes it (`with open_session() as s:`)."""
    return session_of(open_engine(url))


def session_of(engine: Engine) -> Session:
    """A session on an engine that stays open; the caller closes the session."""
    return Session(engine, future=True)
