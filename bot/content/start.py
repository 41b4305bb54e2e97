"""Where a conversation may begin (data/content/start.yml)."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.content.schema import read_checked
from bot.settings import MALFORMER
from bot.yaml_lines import ContentError, KeyPath


@dataclass(frozen=True)
class Start:
    """Topics by where they are offered, in the order they are shown.

    Attributes:
        front: before anything is asked.
        in_doubt: when nothing was understood.
        words: what the young themselves would say for a topic of the front, by language.
    """

    front: tuple[str, ...] = ()
    in_doubt: tuple[str, ...] = ()
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


NOWHERE = Start()


def load_start(path: Path, topics: Container[str]) -> Start:
    """Read where a conversation may begin; a folder without the file begins nowhere.

    Raises:
        ContentError: it breaks its schema, names a topic that is not there, or one twice.
    """
    if not path.exists():
        return NOWHERE
    document = read_checked(path, "start.schema.json")
    words: dict[str, Mapping[str, str]] = {}
    for index, item in enumerate(document.value["forside"]):
        if item["tema"] in words:
            raise ContentError(f"{path}:{document.line(('forside', index))}: «{item['tema']}» stands there twice: leave one")
        words[item["tema"]] = {language: item[language] for language in MALFORMER}
    named: list[tuple[KeyPath, str]] = [(("forside", index, "tema"), topic) for index, topic in enumerate(words)]
    named += [(("ved_tvil", index), topic) for index, topic in enumerate(document.value["ved_tvil"])]
    for key, topic in named:
        if topic not in topics:
            raise ContentError(f"{path}:{document.line(key)}: «{topic}» is not a topic: mend the id")
    return Start(tuple(words), tuple(document.value["ved_tvil"]), words)
