"""One imported database for all contact tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from bot.contacts import DATA_DIR, PlaceFinder, import_contacts, open_engine, open_session


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
def finder(contacts_url: str) -> PlaceFinder:
    """The place finder over that database."""
    return PlaceFinder(contacts_url)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the contact data that a test may spoil."""
    return Path(shutil.copytree(DATA_DIR, tmp_path / "data"))
