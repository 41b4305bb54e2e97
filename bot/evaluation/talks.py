"""`python -m bot talks FILE.yml …`: whole conversations with checks on each reply (tests/nlu/talks).

A file is a list of `{id, who, why, turns}`; a turn is `say` with what is expected of the reply. The checks ask for the substance a
sensible adviser would insist on, never for a wording: patterns are searched, without regard to case, in what is read of the reply.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.app import Parts
from bot.dialogue import State, Understanding
from bot.dialogue.message import Message
from bot.errors import OperatorError
from bot.language.malform import detect_malform
from bot.language.utterance import Utterance
from bot.yaml_lines import read_yaml

STOCK = frozenset({"utenfor_tema", "ja", "nei", "hilsen", "farvel", "takk", "hva_kan_du", "er_du_robot"})
"""Topics that answer no question."""
LISTENS = frozenset({"snakk_med_menneske", "psykisk_helse", "rus", "tungt"})
"""Topics that may name a help line without there being a crisis."""
HELP_LINE = re.compile(r"(?<!\d)(?:11[023]|116 ?(?:111|123|006))(?!\d)")
NEW_FROM = 25
"""Least characters of a text that must not come twice."""


class TalksError(OperatorError, ValueError):
    """A file of conversations that cannot be played: `file: what is wrong`."""


@dataclass(frozen=True)
class Seen:
    """A reply as a reader sees it."""

    messages: tuple[Message, ...]
    state: State
    place: str | None

    @property
    def told(self) -> str:
        """Everything read, but what only says that nothing was understood."""
        parts = (
            (m.title, m.text, m.advice, m.because, m.say, *(str(c) for c in m.contacts)) for m in self.messages if m.topic != "utenfor_tema"
        )
        return re.sub(r"\s+", " ", " ".join(part for message in parts for part in message if part))

    @property
    def topics(self) -> set[str]:
        return {message.topic for message in self.messages if message.topic}

    @property
    def texts(self) -> set[str]:
        """What should not be said again word for word."""
        return {m.text for m in self.messages if m.type in ("answer", "question") and len(m.text) >= NEW_FROM and not m.help}

    @property
    def asks(self) -> set[str]:
        found = {"place"} if self.state.venter in ("kommune", "bydel") else set()
        found |= {"choice"} if any(m.type == "question" and len(m.suggestions) > 1 for m in self.messages) else set()
        return found or {"nothing"}

    @property
    def answered(self) -> bool:
        return any(m.type in ("answer", "contact") and m.topic not in STOCK for m in self.messages)

    @property
    def crisis(self) -> bool:
        lines = (HELP_LINE.search(m.text) for m in self.messages if m.topic not in LISTENS and m.type != "notice")
        return "krise" in self.topics or any(lines)

    @property
    def sources(self) -> str:
        return " ".join(f"{source['title']} {source['url']}" for message in self.messages for source in message.sources)

    @property
    def buttons(self) -> str:
        return " ".join(button.title for message in self.messages for button in message.suggestions)


def _found(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None


Earlier = set[str]
CHECKS: dict[str, Callable[[Any, Seen, Earlier], list[bool]]] = {
    "topic": lambda wanted, seen, _: [bool(seen.topics & set(wanted))],
    "not_topic": lambda wanted, seen, _: [not seen.topics & set(wanted)],
    "says": lambda wanted, seen, _: [_found(pattern, seen.told) for pattern in wanted],
    "says_any": lambda wanted, seen, _: [any(_found(pattern, seen.told) for pattern in wanted)],
    "not_says": lambda wanted, seen, _: [not any(_found(pattern, seen.told) for pattern in wanted)],
    "offers": lambda wanted, seen, _: [_found(pattern, f"{seen.told} {seen.buttons}") for pattern in wanted],
    "cites": lambda wanted, seen, _: [_found(wanted, f"{seen.told} {seen.sources}")],
    "place": lambda wanted, seen, _: [seen.place == wanted],
    "contact_for": lambda wanted, seen, _: [
        any(_found(rf"\b{re.escape(wanted)}\b", f"{m.title} {m.contacts} {seen.place}") for m in seen.messages if m.contacts)
    ],
    "asks": lambda wanted, seen, _: [bool(seen.asks & {*([wanted] if isinstance(wanted, str) else wanted)})],
    "malform": lambda wanted, seen, _: [seen.messages[0].malform == wanted and detect_malform(Utterance(seen.told)) in (wanted, None)],
    "answered": lambda wanted, seen, _: [seen.answered == wanted],
    "no_repeat": lambda _wanted, seen, earlier: [not seen.texts & earlier],
    "crisis": lambda wanted, seen, _: [seen.crisis == wanted],
}
"""Each kind of check: what was wanted, what was seen, what was said before, and which parts of it are met."""


@dataclass
class Figures:
    """Checks met by kind, turns and conversations met whole, and what was missed."""

    met: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    turns: list[bool] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def checks(self) -> float:
        """The share of checks that are met."""
        return self.met.total() / self.of.total()

    def lines(self) -> Iterator[str]:
        """The figures in words."""
        yield f"checks {self.met.total()} of {self.of.total()} ({100 * self.checks:.0f} %), turns {sum(self.turns)} of {len(self.turns)}, conversations {sum(self.whole)} of {len(self.whole)}"
        for kind in sorted(self.of, key=lambda kind: self.met[kind] / self.of[kind]):
            yield f"  {self.met[kind]:4} of {self.of[kind]:4}  {kind}"


def read_talks(path: Path) -> list[Mapping[str, Any]]:
    """The conversations of a file.

    Raises:
        TalksError: a turn says nothing, or a check is of no known kind.
    """
    talks: list[Mapping[str, Any]] = read_yaml(path).value
    for talk in talks:
        for number, turn in enumerate(talk["turns"], 1):
            unknown = set(turn.get("expect") or {}) - set(CHECKS)
            if "say" not in turn or unknown:
                raise TalksError(f"{path}: {talk['id']}.{number}: {'no check called ' + min(unknown) if unknown else 'nothing is said'}")
    return talks


async def play(talks: list[Mapping[str, Any]], understander: Any, parts: Parts) -> Figures:
    """Play conversations one after another.

    Args:
        understander: parses a message as the channel does (bot.rasa.understanding).
        parts: who answers, and what places are called.
    """
    figures, bot = Figures(), parts.assistant
    for talk in talks:
        state, earlier, whole = State(), set[str](), True
        for number, turn in enumerate(talk["turns"], 1):
            reply = bot.turn(Understanding.from_parse(await understander.parse(turn["say"])), state)
            state = State.from_slots(reply.state.slots())
            seen = Seen(reply.messages, state, parts.directory.kommune(state.kommune).navn if state.kommune else None)
            met = True
            for kind, wanted in (turn.get("expect") or {}).items():
                for ok in CHECKS[kind](wanted, seen, earlier):
                    figures.of[kind] += 1
                    figures.met[kind] += ok
                    if not ok:
                        figures.missed.append(
                            f"{talk['id']}.{number} «{turn['say']}» {kind}: {wanted}\n    came {sorted(seen.topics)}: {seen.told[:300]}"
                        )
                    met = met and ok
            earlier |= seen.texts
            figures.turns.append(met)
            whole = whole and met
        figures.whole.append(whole)
    return figures


def main(argv: list[str]) -> int:
    """Print how many checks are met, and with --missed every one that is not."""
    parser = argparse.ArgumentParser(prog="python -m bot talks", description=main.__doc__)
    parser.add_argument("file", type=Path, nargs="+")
    parser.add_argument("--missed", action="store_true", help="also print every check that is not met")
    arguments = parser.parse_args(argv)
    talks = [talk for file in arguments.file for talk in read_talks(file)]
    from bot.rasa.quiet import printed_to, quieten

    quieten()
    from bot.rasa.lean_imports import install

    install()
    with printed_to():
        from bot.rasa.training import current_model
        from bot.rasa.understanding import Understander

        parts = Parts()
        figures = asyncio.run(play(talks, Understander(current_model(), parts), parts))
    print("\n".join(figures.lines()), file=sys.stdout)
    if arguments.missed:
        print("\n".join(figures.missed))
    return 0
