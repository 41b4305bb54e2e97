"""The ways people ask the questions of a topic (data/nlu/asked, a file for each topic), and how the question itself reads.

What is asked of a topic that is being talked of already names it seldom: «koster det noe?» (data/nlu/follow_ups, one file a writer).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.nlu.questions import SHORT
from bot.settings import MALFORMER, ROOT, Malform
from bot.yaml_lines import read_yaml

_NAMED: dict[Malform, tuple[str, ...]] = {
    "nb": ("{}", "hva er {}?", "kan du fortelle om {}", "hva vil {} si"),
    "nn": ("kva er {}?", "fortel om {}"),
    "en": ("what is {}?", "tell me about {}"),
}
ASKED = ROOT / "data" / "nlu" / "asked"
FOLLOW_UPS = ROOT / "data" / "nlu" / "follow_ups"
CONTENT = ROOT / "data" / "content"


@dataclass(frozen=True)
class Way:
    """One way to ask one question.

    Attributes:
        topic: the topic it belongs to.
        part: the question's id (`sporsmal` in the topic's file).
    """

    topic: str
    part: str
    text: str


def read_ways(paths: Iterable[Path]) -> list[Way]:
    """Read files of ways to ask; the topic is the file's name.

    Raises:
        ValueError: `file:line: reason` for the first row that cannot be used.
    """
    return [Way(topic or path.stem, part, text) for path, topic, part, text in _rows(paths)]


def read_follow_ups(paths: Iterable[Path]) -> list[Way]:
    """Read files of follow-ups: topic, part and text.

    Raises:
        ValueError: `file:line: reason` for the first row that cannot be used.
    """
    found = []
    for path, topic, part, text in _rows(paths):
        if topic is None:
            raise ValueError(f"{path}: a follow-up says of which topic it is")
        found.append(Way(topic, part, text))
    return found


def _rows(paths: Iterable[Path]) -> Iterator[tuple[Path, str | None, str, str]]:
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            for line, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE), 2):
                if not row.get("part") or not row.get("text") or None in row:
                    raise ValueError(f"{path}:{line}: a row has a part and a text, with a tab between")
                yield path, row.get("topic"), row["part"], row["text"]


def follow_ups(folder: Path = FOLLOW_UPS) -> list[Way]:
    """All of data/nlu/follow_ups."""
    return read_follow_ups(sorted(folder.glob("*.tsv")))


def asked_ways(folder: Path = ASKED) -> list[Way]:
    """All of data/nlu/asked."""
    return read_ways(sorted(folder.glob("*.tsv")))


def questions(folder: Path = CONTENT) -> list[Way]:
    """The questions as the topics' files put them, in every language; and who names the topic alone asks for its short answer.

    Raises:
        ContentError: a file is not YAML.
    """
    found = []
    for path in sorted(folder.glob("*/*.yml")):
        topic = read_yaml(path).value
        for passage in topic.get("sporsmal") or ():
            found += [Way(path.stem, passage["id"], " ".join(passage["spor"][language].split())) for language in MALFORMER]
        if topic.get("sporsmal"):
            found += [
                Way(path.stem, SHORT, named.format(topic["tittel"][language])) for language in MALFORMER for named in _NAMED[language]
            ]
    return found
