"""`python -m bot check`: all checks over all content."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from bot.content.check.finding import Finding
from bot.content.check.structure import check_structure
from bot.content.check.wording import check_wording
from bot.content.figures import load_figures
from bot.content.library import CONTENT, Library
from bot.content.topic import Topic, load_topic
from bot.yaml_lines import ContentError


def check_content(folder: Path, on: date) -> list[Finding]:
    """All findings over a content folder as of a date; files that cannot be read are findings too."""
    findings: list[Finding] = []
    try:
        figures = load_figures(folder / "figures.yml")
    except ContentError as error:
        return [_from_error(error)]
    topics: dict[str, Topic] = {}
    for path in sorted(folder.glob("*/*.yml")):
        try:
            topic = load_topic(path, folder / "topic.schema.json")
        except ContentError as error:
            findings.append(_from_error(error))
            continue
        topics[topic.id] = topic
        findings += check_wording(topic, figures, on)
    findings += check_structure(Library(topics, figures), on)
    return sorted(findings)


def _from_error(error: ContentError) -> Finding:
    path, line, message = str(error).split(":", 2)
    return Finding(Path(path), int(line), message.strip())


def main(argv: list[str]) -> int:
    """Print every finding; 1 when one of them may not wait."""
    parser = argparse.ArgumentParser(prog="python -m bot check", description="Check every answer, figure and date.")
    parser.add_argument("--as-of", type=date.fromisoformat, default=date.today(), metavar="DATE")
    parser.add_argument("--content", type=Path, default=CONTENT, metavar="DIR")
    parser.add_argument("only", nargs="*", help="show only findings in files whose path contains one of these")
    arguments = parser.parse_args(argv)
    findings = check_content(arguments.content, arguments.as_of)
    shown = [f for f in findings if not arguments.only or any(part in str(f.path) for part in arguments.only)]
    for finding in shown:
        print(finding)
    errors = sum(not finding.warning for finding in shown)
    count = len(list(arguments.content.glob("*/*.yml")))
    print(f"{count} topics: {errors} findings, {len(shown) - errors} warnings", file=sys.stderr)
    return 1 if errors else 0
