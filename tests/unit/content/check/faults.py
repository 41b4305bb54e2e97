"""Faults put into a folder in which every rule is kept, one at a time: what is found, and where."""

from __future__ import annotations

import re
from pathlib import Path

from bot.content.check import Finding, check_content
from bot.content.check.finding import WARNINGS
from tests.unit.content.content_example import TODAY, write

KVP, HELLO, FIGURES, GLOSSARY = "nav/kvp.yml", "om/hilsen.yml", "figures.yml", "glossary.yml"

Fault = tuple[str, str, str, str, str]
"""The rule, the file, what is replaced in it, by what, and what is told."""


def found(folder: Path, fault: Fault) -> Finding:
    """The finding for a fault, which names its rule and its line."""
    rule, file, old, new, told = fault
    findings = check_content(write(folder, file, old, new), TODAY)
    matching = [finding for finding in findings if finding.rule == rule and told in finding.message]
    assert matching, [str(finding) for finding in findings]
    finding = matching[0]
    assert finding.path.exists()
    assert 1 <= finding.line <= len(finding.path.read_text(encoding="utf-8").splitlines())
    assert finding.warning == (rule in WARNINGS)
    assert re.match(rf".*{finding.path.name}:{finding.line}: ", str(finding))
    return finding
