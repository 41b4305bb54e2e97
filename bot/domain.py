"""`python -m bot domain`: Rasa's domain and rules, made from the topics, the dialogue's own intents and the state.

One action answers every message, so that a rule decides nothing: Rasa needs one all the same. With `--check` nothing is
written, and what is out of date is told.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from bot.content import load_library
from bot.content.topic import Topic
from bot.dialogue.state import SLOTS
from bot.settings import ROOT
from bot.yaml_lines import read_yaml

DOMAIN, RULES = Path("domain.yml"), Path("data/rules/rules.yml")
DIALOGUE = Path("data/nlu/dialog.yml")
ACTION = "action_svar"
ENTITIES = ("bydel", "fakta", "fasett", "fortsett", "guide", "malform", "nummer", "svar", "verdi")
"""What buttons carry."""
MADE = "# Made by `python -m bot domain`; what is changed by hand is lost."


def main(argv: list[str]) -> int:
    """Write both files; with --check 1 when one is out of date."""
    parser = argparse.ArgumentParser(prog="python -m bot domain", description="Make domain.yml and the rules from the topics.")
    parser.add_argument("--check", action="store_true", help="write nothing; tell what is out of date")
    arguments = parser.parse_args(argv)
    stale = list(out_of_date())
    for path, text in stale:
        if arguments.check:
            print(f"{path}: out of date: run `python -m bot domain`", file=sys.stderr)
        else:
            (ROOT / path).write_text(text, encoding="utf-8")
            print(path)
    return 1 if stale and arguments.check else 0


def out_of_date(root: Path = ROOT) -> Iterator[tuple[Path, str]]:
    """The files that are not as they should be, each with its right text."""
    topics = list(load_library(root / "data" / "content"))
    dialogue = sorted(block["intent"] for block in read_yaml(root / DIALOGUE).value["nlu"] if "intent" in block)
    for path, text in ((DOMAIN, domain(topics, dialogue)), (RULES, rules(topics, dialogue))):
        if not (root / path).exists() or (root / path).read_text(encoding="utf-8") != text:
            yield path, text


def domain(topics: Iterable[Topic], dialogue: Iterable[str]) -> str:
    """domain.yml: an intent for each topic and for what steers, a slot for each field of the state.

    Args:
        topics: every topic.
        dialogue: intents that only buttons send.
    """
    lines = [
        'version: "3.1"',
        "",
        MADE,
        "",
        "# The intents are the topics, one content file each, and the few that steer the dialogue itself.",
        "intents:",
    ]
    for area, members in groupby(sorted(topics, key=lambda topic: (topic.area, topic.id)), key=lambda topic: topic.area):
        lines += [f"  # {area}", *(f"  - {topic.id}" for topic in members)]
    lines += ["  # steering the dialogue: sent by buttons, never guessed from free text", *(f"  - {intent}" for intent in dialogue)]
    lines += ["", "# What buttons carry.", "entities:", *(f"  - {entity}" for entity in ENTITIES)]
    lines += ["", "# What a conversation remembers (bot/dialogue/state.py); set by actions alone, and no rule looks at it.", "slots:"]
    for slot in SLOTS:
        lines += [f"  {slot}:", "    type: any", "    influence_conversation: false", "    mappings:", "      - type: custom"]
    lines += ["", "actions:", f"  - {ACTION}", "", "session_config:"]
    lines += [
        "  session_expiration_time: 0  # minutes; 0 is never: the tracker store lets conversations expire",
        "  carry_over_slots_to_new_session: true",
    ]
    return "\n".join(lines) + "\n"


def rules(topics: Iterable[Topic], dialogue: Iterable[str]) -> str:
    """data/rules/rules.yml: every intent is answered by the one action; arguments as for `domain`."""
    intents = [*sorted(topic.id for topic in topics), *dialogue]
    lines = ['version: "3.1"', "", MADE, "", "rules:", "  - rule: Every message is answered", "    steps:", "      - or:"]
    lines += [f"          - intent: {intent}" for intent in intents]
    return "\n".join([*lines, f"      - action: {ACTION}"]) + "\n"
