"""`python -m bot check`: everything that must be true of the answers, ours and local."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot import clock
from bot.contacts.importer import DATA_DIR, ContactDataError
from bot.contacts.local import read_with_local
from bot.content import CONTENT, SERVICES, ContentError, load_library
from bot.content.check import Finding, check_content
from bot.content.check.finding import unreadable
from bot.content.check.stats import stats
from bot.content.local import Scope, load_local
from bot.domain import out_of_date
from bot.guides import load_guides
from bot.settings import ROOT, Settings, SettingsError, local_folders
from bot.yaml_lines import KeyPath, YamlDocument


def main(argv: list[str]) -> int:
    """Print every finding; 1 when one of them may not wait, 2 when the command is wrong."""
    parser = argparse.ArgumentParser(prog="python -m bot check", description="Check every answer, figure and date.")
    parser.add_argument("--as-of", type=date.fromisoformat, default=clock.today(), metavar="DATE")
    parser.add_argument("--content", type=Path, default=CONTENT, metavar="DIR")
    parser.add_argument("--local", type=Path, metavar="DIR", help="local knowledge; default is VEIVALG_LOKALT")
    parser.add_argument("--stats", action="store_true", help="print how plain the answers are, in figures")
    parser.add_argument("only", nargs="*", help="show only findings in files whose path contains one of these")
    arguments = parser.parse_args(argv)
    try:
        local = arguments.local or Settings.load().local_dir
        if local is not None and not local.is_dir():
            raise SettingsError(f"There is no folder “{local}”.")
        if arguments.stats:
            print("\n".join(stats(load_library(arguments.content), arguments.as_of)))
            return 0
    except (SettingsError, ContentError) as error:
        print(error, file=sys.stderr)
        return 2
    findings = [*check_content(arguments.content, arguments.as_of, local), *(_contacts(local) if local else ())]
    findings += _guides(arguments.content)
    if arguments.content == CONTENT:
        findings += _made()
    shown = [f for f in findings if not arguments.only or any(part in str(f.path) for part in arguments.only)]
    for finding in shown:
        print(finding)
    errors = sum(not finding.warning for finding in shown)
    count = len(list(arguments.content.glob("*/*.yml")))
    places = f" and {len(local_folders(local))} local folders" if local else ""
    unread = _unread(arguments.content)
    seen_once = f", {unread} texts read by their writer alone (python -m bot read)" if unread else ""
    print(f"{count} topics{places}: {errors} findings, {len(shown) - errors} warnings{seen_once}", file=sys.stderr)
    return 1 if errors else 0


def _unread(content: Path) -> int:
    """Texts that nobody else has read against their sources; 0 while a file cannot be read, which is a finding of its own."""
    try:
        library = load_library(content)
    except ContentError:
        return 0
    return len(library.readings.unread(library))


def _made() -> Iterator[Finding]:
    """Rasa's files, where they are not as the topics say; nothing while a topic cannot be read, which is a finding of its own."""
    try:
        stale = list(out_of_date())
    except ContentError:
        return
    for path, _ in stale:
        yield Finding(ROOT / path, 1, "out-of-date", "run `python -m bot domain`")


def _guides(content: Path) -> Iterator[Finding]:
    """What guides name of topics and services, and topics of guides; nothing while a file cannot be read at all."""
    folder = content.parent / "guides"
    try:
        library, guides = load_library(content), load_guides(folder) if folder.is_dir() else {}
    except ContentError as error:
        if folder in Path(str(error).partition(":")[0]).parents:
            yield unreadable(error)
        return
    for guide in guides.values():
        for topic in dict.fromkeys((guide.topic, *guide.offered_after, *(outcome.topic for outcome in guide.outcomes.values()))):
            if topic not in library:
                yield Finding(folder / f"{guide.id}.yml", 1, "guide-topic", f"«{topic}» is not a topic: mend the id")
        if guide.service not in SERVICES:
            yield Finding(folder / f"{guide.id}.yml", 1, "guide-topic", f"«{guide.service}» is not a service: one of {', '.join(SERVICES)}")
    for topic in sorted(library.roles.guides - set(guides)):
        path = library[topic].document.path
        yield Finding(path, 1, "guide-topic", f"a topic with rolle: veileder needs a guide {topic}.yml")


def _contacts(root: Path) -> Iterator[Finding]:
    """Faults in local contacts, and local answers for places that do not exist."""
    try:
        rows = read_with_local(DATA_DIR, root)
    except ContactDataError as error:
        for line in error.errors:
            file, number, reason = line.split(":", 2)
            yield Finding(Path(file), int(number), "unreadable", reason.strip())
        return
    known = {row["nummer"] for row in rows["kommuner.csv"]} | {row["fylkesnummer"] for row in rows["kommuner.csv"]}
    try:
        library = load_library()
        local = load_local(root, {topic.id: topic for topic in library}, library.figures)
    except ContentError:
        return  # a finding of its own
    placed: list[tuple[Scope, YamlDocument, KeyPath]] = []
    placed += [(topic.scope, topic.document, ("gjelder",)) for topic in local.topics]
    placed += [(scope, figure.document, (figure.key, "gjelder")) for scope, figure in local.figures]
    for scope, document, key in placed:
        for number in sorted((scope.kommuner | scope.fylker) - known):
            told = f"gjelder: there is no kommune or fylke {number}: see data/contacts/kommuner.csv"
            yield Finding(document.path, document.line(key), "unreadable", told)
