"""`python -m bot contacts links`: the pages of the contacts, ours and the local ones, checked as every other address is."""

from __future__ import annotations

import sys

from bot.links import cli
from bot.settings import ROOT, Settings, SettingsError, local_folders

CONTACTS = ROOT / "data" / "contacts"
RESULTS = ROOT / "var" / "links-contacts.json"
"""Kept apart from those of `python -m bot links`, which forgets addresses it was not asked about."""


def main(argv: list[str]) -> int:
    """Check the contacts' addresses.

    Args:
        argv: options of `python -m bot links`.

    Returns:
        0 when all lead where they should, 1 when one is gone, 2 when there is no network or the command is wrong.
    """
    try:
        local = Settings.load().local_dir
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    folders = [CONTACTS, *(folder / "contacts" for folder in local_folders(local) if (folder / "contacts").is_dir())]
    before = [part for folder in folders for part in ("--data", str(folder))] if "--data" not in argv else []
    return cli.main(["--results", str(RESULTS), *before, *argv])
