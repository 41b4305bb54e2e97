"""`python -m bot contacts …`: import, export, find, and what those who keep the contacts need (`desk`)."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from bot.contacts import desk
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
    try:
        args = _parser().parse_args(argv)
        if args.command == "import" and (args.write or args.county or args.service or args.local) and args.sheet is None:
            _parser().error("--write, --county, --service and --local go with a SHEET")
        if args.command == "import" and args.sheet is not None and args.folder is not None:
            _parser().error("a SHEET or --from, not both")
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        return _run(args)
    except ContactStoreError as error:
        print(f"{error} Has “python -m bot contacts import” been run?", file=sys.stderr)
    except OperatorError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"Cannot read or write: {error}", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot contacts", epilog="python -m bot contacts links  checks their pages, over the network (--help tells how)"
    )
    parser.add_argument("--db", help="SQLAlchemy URL of the contact database")
    commands = parser.add_subparsers(dest="command", required=True)
    importing = commands.add_parser(
        "import",
        help="take in a county's SHEET as local contacts; or replace all contact data with the CSV files, or nothing",
        description="With a SHEET: show what it changes, row by row; with --write, write that into the local folder, all or nothing. "
        "Without: replace all contact data in the database with the CSV files.",
    )
    importing.add_argument(
        "sheet", nargs="?", type=Path, metavar="SHEET", help="the sheet that came back, or a list of their own: .csv or .xlsx"
    )
    importing.add_argument("--write", action="store_true", help="write what SHEET changes; without it nothing is written")
    importing.add_argument("--county", metavar="COUNTY", help="the county SHEET is for, when its rows do not say: 46 or Vestland")
    importing.add_argument("--service", metavar="SERVICE", help="what SHEET is about, when its rows do not say: ot")
    importing.add_argument(
        "--from", dest="folder", type=Path, metavar="DIR", help="the CSV files to fill the database from; default is ours"
    )
    exporting = commands.add_parser("export", help="write the contact data to CSV files")
    exporting.add_argument("folder", type=Path, metavar="DIR")
    finding = commands.add_parser("find", help="which municipality a text names")
    finding.add_argument("text", nargs="+", metavar="TEXT")
    checking = commands.add_parser("check", help="list contacts that are old, or have nothing to press, county by county")
    checking.add_argument("--county", metavar="COUNTY", help="only one county, with every name: 46 or Vestland")
    instead = checking.add_mutually_exclusive_group()
    instead.add_argument("--sheet", type=Path, metavar="FILE", help="also write a sheet for the county to fill in: .csv or .xlsx")
    instead.add_argument("--table", action="store_true", help="only a table: how each service is reached in each county")
    showing = commands.add_parser("show", help="every card of a municipality as people see it, to read through")
    showing.add_argument("place", nargs="+", metavar="PLACE", help="its number or name")
    for command in (importing, checking, showing):
        command.add_argument("--local", type=Path, metavar="DIR", help="the folder of local knowledge; default is VEIVALG_LOKALT")
        command.add_argument("--nn", dest="malform", action="store_const", const="nn", default="nb", help="in nynorsk")
    for command in (importing, exporting, finding, checking, showing):
        command.add_argument("--db", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser


def _run(args: argparse.Namespace) -> int:
    settings = Settings.load()
    url = args.db or settings.contacts_url
    with reached(url):
        if args.command == "check":
            return desk.check(args, args.local or settings.local_dir)
        if args.command == "show":
            return desk.show(args, args.local or settings.local_dir)
        if args.command == "import" and args.sheet is not None:
            return desk.take_in(args, args.local or settings.local_dir)
        if args.command == "import":
            folder = args.folder or DATA_DIR
            source = digest() if folder.resolve() == DATA_DIR else OWN
            _report(import_contacts(open_engine(url), folder, source=source))
        elif args.command == "export":
            with open_session(url) as session:
                _report(export_contacts(session, args.folder))
        else:
            print(found_as_json(PlaceFinder(url), " ".join(args.text)))
    return 0


def found_as_json(finder: PlaceFinder, text: str) -> str:
    """What the text names, as one line of JSON."""
    place = finder.find(text)
    kommuner = [{"nummer": ref.nummer, "navn": ref.navn} for ref in place.kommuner]
    return json.dumps({"status": place.status, "kommuner": kommuner}, ensure_ascii=False, separators=(",", ":"))


def _report(counts: dict[str, int]) -> None:
    for name, count in counts.items():
        print(f"{name}: {count} rader")
