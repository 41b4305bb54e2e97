"""`python -m bot contacts …`: import, export and find."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from bot.contacts.database import ContactStoreError, open_engine, open_session, reached
from bot.contacts.importer import DATA_DIR, OWN, export_contacts, import_contacts
from bot.contacts.places import PlaceFinder
from bot.contacts.preparation import digest
from bot.errors import OperatorError
from bot.settings import Settings


def main(argv: list[str]) -> int:
    """Run one subcommand.

    Args:
        argv: what follows «contacts» on the command line.

    Returns:
        0 when done, 1 when the data or the database is wrong, 2 when the command is.
    """
    parser = argparse.ArgumentParser(prog="python -m bot contacts")
    parser.add_argument("--db", help="SQLAlchemy URL of the contact database")
    commands = parser.add_subparsers(dest="command", required=True)
    importing = commands.add_parser("import", help="replace all contact data with the CSV files, or nothing")
    importing.add_argument("--from", dest="folder", type=Path, default=DATA_DIR, metavar="DIR")
    exporting = commands.add_parser("export", help="write the contact data to CSV files")
    exporting.add_argument("folder", type=Path, metavar="DIR")
    finding = commands.add_parser("find", help="which municipality a text names")
    finding.add_argument("text", nargs="+", metavar="TEXT")
    for command in (importing, exporting, finding):
        command.add_argument("--db", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    try:
        args = parser.parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        url = args.db or Settings.load().contacts_url
        with reached(url):
            if args.command == "import":
                source = digest() if args.folder.resolve() == DATA_DIR else OWN
                _report(import_contacts(open_engine(url), args.folder, source=source))
            elif args.command == "export":
                with open_session(url) as session:
                    _report(export_contacts(session, args.folder))
            else:
                print(found_as_json(PlaceFinder(url), " ".join(args.text)))
    except ContactStoreError as error:
        print(f"{error} Has “python -m bot contacts import” been run?", file=sys.stderr)
        return 1
    except OperatorError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Cannot read or write: {error}", file=sys.stderr)
        return 1
    return 0


def found_as_json(finder: PlaceFinder, text: str) -> str:
    """What the text names, as one line of JSON."""
    place = finder.find(text)
    kommuner = [{"nummer": ref.nummer, "navn": ref.navn} for ref in place.kommuner]
    return json.dumps({"status": place.status, "kommuner": kommuner}, ensure_ascii=False, separators=(",", ":"))


def _report(counts: dict[str, int]) -> None:
    for name, count in counts.items():
        print(f"{name}: {count} rader")
