"""What those who keep the contacts do at the command line: list what should be looked at, take in a sheet, read the proofs."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.orm import Session

from bot import clock
from bot.contacts.changes import changes
from bot.contacts.database import open_engine, open_session, session_of
from bot.contacts.freshness import findings, looked_at
from bot.contacts.freshness_list import listed
from bot.contacts.importer import DATA_DIR, import_contacts
from bot.contacts.kinds import Places
from bot.contacts.local import read_with_local
from bot.contacts.normalise import key
from bot.contacts.overrides import local_files, try_out, write
from bot.contacts.preview import preview
from bot.contacts.proof import place_named, proof
from bot.contacts.reach_table import reach_table
from bot.contacts.sheet import write_sheet
from bot.contacts.sheet_reading import read_sheet
from bot.contacts.sheet_words import services
from bot.contacts.staff_text import StaffError, say


def check(args: Namespace, local: Path | None) -> int:
    """List what should be looked at, and write the sheet when one is asked for; or only the table of how services are reached.

    Args:
        args: the command line: county, sheet, table, malform, db.
        local: the folder of local knowledge, whose contacts are laid over ours.

    Returns:
        0: what is old is no fault of the command.
    """
    rows = read_with_local(DATA_DIR, local)
    places = Places(rows["kommuner.csv"])
    county = county_named(args.county, places, args.malform)
    if args.table:
        with _contacts(args.db, local) as session:
            _print(reach_table(session, args.malform, county))
        return 0
    found = list(findings(rows, clock.today(), county))
    _print(listed(found, places, looked_at(rows, county), args.malform, every=county is not None))
    if args.sheet:
        _print(["", say("ark_skrevet", args.malform, write_sheet(args.sheet, found, places, args.malform), args.sheet)])
    return 0


def take_in(args: Namespace, local: Path | None) -> int:
    """Show what a sheet changes; write it into the local folder when that is asked for and no row is refused.

    Args:
        args: the command line: sheet, county, service, write, malform.
        local: the folder to write in.

    Returns:
        0 when all rows can be used, 1 when one is refused; then nothing is written.
    """
    malform = args.malform
    try:
        sheet = read_sheet(args.sheet)
    except StaffError as error:
        raise StaffError(error.key, *error.parts, malform=malform) from None
    existing = local if local is not None and local.is_dir() else None
    rows = read_with_local(DATA_DIR, existing)
    county = county_named(args.county, Places(rows["kommuner.csv"]), malform)
    changed = changes(sheet, rows, clock.today(), county, service_named(args.service, malform))
    _print(preview(changed, sheet.unread, malform))
    if any(change.refused for change in changed):
        print(say("alt_eller_ingenting", malform))
        return 1
    files = local_files(changed, rows, local)
    if not files:
        print(say("ingen_endring", malform))
        return 0
    try_out(files, changed, DATA_DIR, existing)
    if not args.write:
        print(say("ikke_skrevet", malform))
    elif local is None:
        raise StaffError("ingen_mappe", malform=malform)
    else:
        print(say("skrevet", malform, ", ".join(str(path) for path in write(files, local))))
    return 0


def show(args: Namespace, local: Path | None) -> int:
    """Print every card of a municipality.

    Args:
        args: the command line: place, malform, db.
        local: the folder of local knowledge, whose contacts are laid over ours; a database that is named is read as it is.

    Returns:
        0.
    """
    with _contacts(args.db, local) as session:
        number = place_named(session, " ".join(args.place), args.malform)
        _print(proof(session, number, args.malform, clock.today()))
    return 0


@contextmanager
def _contacts(url: str | None, local: Path | None) -> Iterator[Session]:
    """The database at an address; else one in memory, made from the files as they are now, so that nothing is disturbed."""
    if url:
        with open_session(url) as session:
            yield session
        return
    engine = open_engine("sqlite:///:memory:")
    try:
        import_contacts(engine, DATA_DIR, lambda ours: read_with_local(ours, local))
        with session_of(engine) as session:
            yield session
    finally:
        engine.dispose()


def county_named(text: str | None, places: Places, malform: str) -> str | None:
    """The number of the county somebody names; None when they name none.

    Raises:
        StaffError: there is no such county; those there are are listed.
    """
    if text is None:
        return None
    found = places.county(text)
    if found is None:
        raise StaffError("ukjent_fylke", text, ", ".join(places.label(number) for number in places.counties), malform=malform)
    return found


def service_named(text: str | None, malform: str) -> str | None:
    """The service somebody names; None when they name none.

    Raises:
        StaffError: there is no such service.
    """
    if text is None:
        return None
    if key(text) not in services():
        raise StaffError("avvist_tjeneste", text, ", ".join(dict.fromkeys(services().values())), malform=malform)
    return services()[key(text)]


def _print(lines: Iterator[str] | list[str]) -> None:
    for line in lines:
        print(line)
