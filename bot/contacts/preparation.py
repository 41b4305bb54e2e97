"""Makes sure the contact database holds today's contact files."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from bot.contacts.database import open_engine, open_session, reached
from bot.contacts.importer import DATA_DIR, import_contacts
from bot.contacts.local import local_contact_files, read_with_local
from bot.contacts.models import Kommune
from bot.settings import ROOT


def ensure_imported(url: str, folder: Path = DATA_DIR, local: Path | None = None) -> bool:
    """Import the contact files unless this database was filled from them as they are.

    Args:
        local: the folder of local knowledge, whose contacts are laid over ours.

    Returns:
        True when it imported.

    Raises:
        ContactDataError: a file or row is wrong; the database is as it was.
        ContactStoreError: the database cannot be reached.
    """
    digest = hashlib.sha256(url.encode())
    for path in (*sorted(folder.glob("*.csv")), *local_contact_files(local)):
        digest.update(path.name.encode() + path.read_bytes())
    mark = ROOT / "var" / "contacts" / digest.hexdigest()[:16]
    if mark.exists() and _holds_data(url):
        return False
    with reached(url):
        import_contacts(open_engine(url), folder, lambda ours: read_with_local(ours, local))
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.touch()
    return True


def _holds_data(url: str) -> bool:
    try:
        with open_session(url) as session:
            return session.execute(select(Kommune.nummer).limit(1)).first() is not None
    except SQLAlchemyError:
        return False
