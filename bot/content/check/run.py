"""All checks over all content."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.content.changes import load_changes
from bot.content.check.addresses import check_addresses
from bot.content.check.everywhere import Line, check_everywhere, check_language, file_lines, topic_lines
from bot.content.check.finding import Finding, unreadable
from bot.content.check.local import check_local
from bot.content.check.passages import check_passages
from bot.content.check.sources import check_figure_source, check_topic_sources, load_unlinked
from bot.content.check.structure import check_changes, check_manners, check_old_names, check_structure, check_use
from bot.content.check.wording import check_wording
from bot.content.check.words import check_glossary, check_topic_words
from bot.content.figures import load_figures
from bot.content.glossary import load_glossary
from bot.content.library import Library
from bot.content.sites import load_sites
from bot.content.topic import Topic, load_topic
from bot.content.unsaid import load_unsaid
from bot.yaml_lines import ContentError, read_yaml


def check_content(folder: Path, on: date, local: Path | None = None) -> list[Finding]:
    """All findings over a content folder as of a date, sorted; files that cannot be read are findings too.

    Args:
        folder: the answers; guides are read from `guides` beside it, when there.
        local: a folder of local knowledge, checked by the same rules.
    """
    try:
        figures = load_figures(folder / "figures.yml")
        glossary = load_glossary(folder / "glossary.yml")
        unsaid = load_unsaid(folder / "unsaid.yml")
        unlinked = load_unlinked(folder / "unlinked.yml")
        sites = load_sites(folder / "sites.yml")
        changes = load_changes(folder / "changes.yml")
        old_names = read_yaml(folder / "addresses.yml")
        other_texts = list(_other_texts(folder))
    except ContentError as error:
        return [unreadable(error)]
    findings: list[Finding] = []
    topics: dict[str, Topic] = {}
    for path in sorted(folder.glob("*/*.yml")):
        try:
            topic = load_topic(path)
        except ContentError as error:
            findings.append(unreadable(error))
            continue
        topics[topic.id] = topic
        findings += check_wording(topic, figures, on)
        findings += check_topic_words(topic, glossary)
        findings += check_topic_sources(topic, unlinked, on)
        findings += check_passages(topic, unlinked, on)
        findings += check_everywhere(topic_lines(topic), unsaid, figures, on)
        findings += check_addresses(topic_lines(topic), sites)
    for figure in figures:
        findings += check_figure_source(figure, unlinked, on)
    library = Library(topics, figures, glossary)
    findings += check_structure(library)
    findings += check_manners(library)
    findings += check_use(library, _telephones(folder) + [line.raw for line in other_texts])
    findings += check_glossary(library)
    findings += check_changes(changes, library, old_names.value or {}, on)
    findings += check_old_names(old_names, library)
    findings += check_everywhere(iter(other_texts), unsaid, figures, on)
    findings += check_language(iter(other_texts))
    findings += check_addresses(other_texts, sites)
    if local is not None:
        findings += check_local(local, library, unsaid, unlinked, on)
    return sorted(set(findings))


def _telephones(folder: Path) -> list[str]:
    """The figures that the help lines show as buttons, as references."""
    path = folder.parent / "help" / "lines.yml"
    return [f"{{{line['telefon']}}}" for line in read_yaml(path).value.values() if "telefon" in line] if path.exists() else []


def _other_texts(folder: Path) -> Iterator[Line]:
    """Texts that are no topic's: phrases, the glossary, changes, guides and help."""
    for name in ("phrases.yml", "errors.yml", "glossary.yml", "changes.yml", "start.yml", "waking.yml", "hooks.yml"):
        if (folder / name).exists():
            yield from (line for line in file_lines(folder / name) if "former" not in line.key)
    for name in ("guides", "help", "contacts"):
        for path in sorted((folder.parent / name).glob("*.yml")):
            yield from file_lines(path)
