"""Makes sure the contact database holds today's contact files (docs/decisions/0009-contact-database.md)."""

from __future__ import annotations

import hashlib
from pathlib import Path

from bot.contacts.database import open_engine, reached
from bot.contacts.importer import DATA_DIR, OWN, filled_from, import_contacts
from bot.contacts.local import local_contact_files, read_with_local


def ensure_imported(url: str, folder: Path = DATA_DIR, local: Path | None = None) -> bool:
    """Import the contact files unless this database was filled from them as they are, or by an operator from others.

    Processes that start together on one empty database wait for each other, and the first fills it.

    Args:
        local: the folder of local knowledge, whose contacts are laid over ours.

    Returns:
        True when it imported.

    Raises:
        ContactDataError: a file or row is wrong; the database is as it was.
        ContactStoreError: the database cannot be reached.
    """
    source = digest(folder, local)
    with reached(url):
        engine = open_engine(url)
        try:
            with engine.connect() as connection:
                if filled_from(connection) in (source, OWN):
                    return False
            return bool(import_contacts(engine, folder, lambda ours: read_with_local(ours, local), source, again=False))
        finally:
            engine.dispose()


def digest(folder: Path = DATA_DIR, local: Path | None = None) -> str:
    """What stands for the contact files as they are: 64 hexadecimal digits."""
    found = hashlib.sha256()
    for path in (*sorted(folder.glob("*.csv")), *local_contact_files(local)):
        found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()
