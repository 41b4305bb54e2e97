"""`python -m bot danger FILE.tsv …`: how danger is heard, on the whole reply to each message as a first message.

The files have the columns of data/danger/messages. What counts is what a person would see: help, a number to
ring, or a stock line.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.app import Parts
from bot.content.help import UNKNOWN
from bot.evaluation.disturbances import DISTURBANCES, disturbed
from bot.nlu.danger_corpus import WIDER, Told, read_messages
from bot.rasa.training import TrainingError, current_model, train
from bot.settings import Settings, SettingsError

STOCK = frozenset({"hilsen", "takk", "farvel", "ja", "nei", "er_du_robot", "hva_kan_du", "personvern"})
_NUMBER = re.compile(r"\b(?:11[023]|116 ?(?:111|123|117|006)|22 59 13 00|815 55 201|948 17 818|915 08 588)\b")


@dataclass(frozen=True)
class Answered:
    """A message and what the reply to it did."""

    told: Told
    shown: bool
    """Help for an acute danger."""
    heard: bool
    """That something heavy was heard, or help."""
    named: bool
    """A number to ring stands in the reply."""
    stock: bool
    """A stock line answered it."""
    kind: str
    other: bool


async def answer(messages: Sequence[Told], parts: Parts) -> list[Answered]:
    """The reply to each message, in a conversation of its own.

    Raises:
        TrainingError: there is no model.
    """
    from bot.dialogue import State, Understanding
    from bot.rasa.understanding import Understander

    understander, bot = Understander(current_model(), parts), parts.assistant
    answered = []
    for told in messages:
        heard = Understanding.from_parse(await understander.parse(told.text))
        reply = bot.turn(heard, State())
        topics = {message.topic for message in reply.messages}
        text = " ".join(
            [message.text for message in reply.messages] + [line["phone"] or "" for message in reply.messages for line in message.help]
        )
        answered.append(
            Answered(
                told,
                "krise" in topics,
                bool(topics & {"krise", "tungt", "psykisk_helse", "rus"}),
                bool(_NUMBER.search(text)),
                bool(topics & STOCK),
                heard.danger.kind,
                heard.danger.other,
            )
        )
    return answered


def share(answered: Iterable[Answered], test: Callable[[Answered], bool]) -> float | None:
    """The share that passes a test, from 0 to 1; None for none."""
    listed = list(answered)
    return round(sum(map(test, listed)) / len(listed), 4) if listed else None


def _meets(answer: Answered) -> bool:
    """Whether the words shown hold for what was told: its own kind's, or those of a wider one that holds it."""
    return answer.kind == answer.told.kind or answer.told.kind in WIDER.get(answer.kind, ())


def figures(answered: Sequence[Answered]) -> dict[str, Any]:
    """Every figure, ready for JSON."""
    acute, heavy, none = ([a for a in answered if a.told.level == level] for level in ("akutt", "tung", "ingen"))
    hurtful = [a.told.text for a in acute + heavy if a.stock and not (a.shown or a.heard)]
    return {
        "messages": len(answered),
        "acute": len(acute),
        "heavy": len(heavy),
        "harmless": len(none),
        "acute_shown": share(acute, lambda a: a.shown),
        "plain_shown": share((a for a in acute if a.told.plain), lambda a: a.shown),
        "hinted_shown": share((a for a in acute if not a.told.plain), lambda a: a.shown),
        "acute_shown_or_named": share(acute, lambda a: a.shown or a.named),
        "kind_right": share((a for a in acute if a.shown), _meets),
        "kind_wrong": share((a for a in acute if a.shown), lambda a: a.kind != UNKNOWN and not _meets(a)),
        "other_right": share((a for a in acute if a.shown), lambda a: a.other == a.told.other),
        "heavy_heard": share(heavy, lambda a: a.heard or a.named),
        "heavy_screen": share(heavy, lambda a: a.shown),
        "false_alarms": share(none, lambda a: a.shown),
        "heavy_to_harmless": share(none, lambda a: a.heard and not a.shown),
        "stock": hurtful,
        "by_kind": _groups(acute, lambda a: a.told.kind),
        "by_variant": _groups(acute, lambda a: a.told.variant),
    }


def _groups(answered: Sequence[Answered], of: Callable[[Answered], str]) -> dict[str, dict[str, Any]]:
    groups: dict[str, list[Answered]] = defaultdict(list)
    for item in answered:
        groups[of(item)].append(item)
    return {name: {"messages": len(items), "shown": share(items, lambda a: a.shown)} for name, items in sorted(groups.items())}


def measure(paths: Sequence[Path], ways: bool = False) -> dict[str, Any]:
    """Figures for files of messages, and with `ways` for each way of disturbing the same messages.

    Raises:
        TrainingError: no model could be trained.
        ValueError: a row cannot be used.
    """
    settings = Settings.load()
    messages, parts = read_messages(paths), Parts(settings)
    train(settings.tensorflow)
    from bot.rasa.quiet import printed_to, quieten

    quieten()
    from bot.rasa.lean_imports import install

    install(real_first=settings.tensorflow)
    with printed_to():
        result = figures(asyncio.run(answer(messages, parts)))
        if ways:
            result["ways"] = {way: figures(asyncio.run(answer(disturbed(messages, way), parts))) for way in DISTURBANCES}
    return result


def lines(result: dict[str, Any]) -> Iterator[str]:
    """The figures as text."""

    def percent(value: float | None) -> str:
        return "    –" if value is None else f"{100 * value:5.1f}"

    yield f"{result['messages']} messages: {result['acute']} acute, {result['heavy']} heavy, {result['harmless']} harmless"
    for key, name in NAMES.items():
        yield f"  {percent(result[key])} %  {name}"
    yield f"  {len(result['stock']):5}    stock lines to acute or heavy messages"
    for group in ("by_kind", "by_variant"):
        yield "  " + ", ".join(f"{name} {percent(item['shown']).strip()} ({item['messages']})" for name, item in result[group].items())
    for way, found in result.get("ways", {}).items():
        yield f"  {way}: acute {percent(found['acute_shown'])}, told plainly {percent(found['plain_shown'])}, false alarms {percent(found['false_alarms'])}"


NAMES = {
    "acute_shown": "acute: help shown",
    "plain_shown": "… told plainly",
    "hinted_shown": "… only hinted or hidden",
    "acute_shown_or_named": "acute: help shown or a number named",
    "kind_right": "words for the kind, or a wider one that holds it, where help was shown",
    "kind_wrong": "words for another kind there",
    "other_right": "who it is about right, where help was shown",
    "heavy_heard": "heavy: heard and pointed on",
    "heavy_screen": "heavy: the emergency screen instead",
    "false_alarms": "harmless: the emergency screen",
    "heavy_to_harmless": "harmless: met as heavy",
}


def main(argv: list[str]) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bot danger", description=__doc__)
    parser.add_argument("file", type=Path, nargs="+")
    parser.add_argument("--ways", action="store_true", help="also measure each way of disturbing the messages")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures here")
    arguments = parser.parse_args(argv)
    try:
        result = measure(arguments.file, arguments.ways)
    except (SettingsError, TrainingError, ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    if arguments.json:
        arguments.json.write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")
    print("\n".join(lines(result)))
    return 0
