"""The same rules for local knowledge: a folder that VEIVALG_LOKALT names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.content.check.everywhere import check_everywhere, topic_lines
from bot.content.check.finding import Finding, at_key, unreadable
from bot.content.check.sources import NoLink, check_figure_source, check_topic_sources
from bot.content.check.structure import check_links
from bot.content.check.wording import check_wording
from bot.content.check.words import check_topic_words
from bot.content.figures import Figures
from bot.content.library import Library
from bot.content.local import LocalTopic, read_local_figures, read_local_topic, topic_paths
from bot.content.topic import Topic
from bot.content.unsaid import Unsaid
from bot.settings import local_folders
from bot.yaml_lines import ContentError

NOTES = (".md", ".txt")
"""Endings of files in a local folder that are for people alone."""


def check_local(root: Path, library: Library, unsaid: Unsaid, unlinked: Mapping[str, NoLink], on: date) -> Iterator[Finding]:
    """All findings in a local folder; ours are not repeated."""
    yield from _not_read(root)
    ours = {topic.id: topic for topic in library}
    for folder in local_folders(root):
        figures = library.figures
        if (folder / "figures.yml").exists():
            try:
                local = [figure for _, figure in read_local_figures(folder / "figures.yml", figures)]
            except ContentError as error:
                yield unreadable(error)
                continue
            figures = figures.with_changes(local)
            for figure in local:
                yield from check_figure_source(figure, unlinked, on)
        for path in topic_paths(folder):
            try:
                change = read_local_topic(path, ours)
            except ContentError as error:
                yield unreadable(error)
                continue
            yield from _check_change(change, ours[change.id], library, figures, unsaid, unlinked, on)


def _not_read(root: Path) -> Iterator[Finding]:
    """Files that nothing reads, such as `sosialhjelp.yaml`: whoever wrote one believes that it holds. Notes may lie beside."""
    read: set[Path] = set()
    for folder in local_folders(root):
        read |= {*topic_paths(folder), folder / "figures.yml", *(folder / "contacts").glob("*.csv")}
    for path in sorted(root.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if path.is_file() and path not in read and not hidden and path.suffix.lower() not in NOTES:
            places = "content/<area>/<topic>.yml, figures.yml or contacts/<table>.csv"
            yield Finding(path, 1, "not-read", f"nothing reads this file: it must be {places}, letter by letter")


def _check_change(
    change: LocalTopic,
    ours: Topic,
    library: Library,
    figures: Figures,
    unsaid: Unsaid,
    unlinked: Mapping[str, NoLink],
    on: date,
) -> Iterator[Finding]:
    merged = change.over(ours)
    local = replace(merged, sources=merged.sources[: len(change.raw["kilder"])], facet_sources={})
    found = [
        *check_wording(merged, figures, on),
        *check_topic_words(merged, library.glossary),
        *check_everywhere(topic_lines(merged), unsaid, figures, on),
        *check_links(merged, library),
    ]
    here = set(change.document.lines)
    yield from (finding for finding in found if finding.key in here)
    yield from check_topic_sources(local, unlinked, on)
    for key, texts in ours.wordings():
        missing = [language for language in texts if (*key, language) not in here]
        if key in here and missing:
            told = f"also write {', '.join(missing)}: its readers would get the text for the whole country"
            yield at_key(change.document, key, "local-language", told)
