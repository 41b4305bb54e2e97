"""One imported database for all contact tests, and one real PostgreSQL."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from bot.contacts import DATA_DIR, PlaceFinder, import_contacts, open_engine, open_session
from bot.contacts.place_names import PlaceNames
from bot.contacts.place_reading import PlaceReader


@pytest.fixture(scope="session")
def contacts_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A SQLite database with the project's own contact data."""
    url = f"sqlite:///{tmp_path_factory.mktemp('contacts') / 'contacts.db'}"
    import_contacts(open_engine(url))
    return url


@pytest.fixture
def session(contacts_url: str) -> Iterator[Session]:
    """A session on that database."""
    with open_session(contacts_url) as opened:
        yield opened


@pytest.fixture(scope="session")
def names(contacts_url: str) -> PlaceNames:
    """The names of places in that database."""
    with open_session(contacts_url) as opened:
        return PlaceNames(opened)


@pytest.fixture(scope="session")
def reader(names: PlaceNames) -> PlaceReader:
    """What finds those names in a message."""
    return PlaceReader(names)


@pytest.fixture(scope="session")
def finder(contacts_url: str) -> PlaceFinder:
    """The place finder over that database."""
    return PlaceFinder(contacts_url)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the contact data that a test may spoil."""
    return Path(shutil.copytree(DATA_DIR, tmp_path / "data"))


_NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def _postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    pgserver = pytest.importorskip("pgserver")
    server = pgserver.get_server(tmp_path_factory.mktemp("postgres"))
    yield server.get_uri()
    server.cleanup()


@pytest.fixture
def postgres(_postgresql: str) -> str:
    """The SQLAlchemy URL of an empty database in a real PostgreSQL."""
    name = f"contacts_{next(_NUMBERS)}"
    with create_engine(_postgresql, isolation_level="AUTOCOMMIT").connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    return make_url(_postgresql).set(database=name).render_as_string(hide_password=False)
