"""Where a conversation may begin (data/content/start.yml)."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

from bot.content.schema import read_checked
from bot.yaml_lines import ContentError


@dataclass(frozen=True)
class Start:
    """Topics by where they are offered, in the order they are shown.

    Attributes:
        front: before anything is asked.
        in_doubt: when nothing was understood.
    """

    front: tuple[str, ...] = ()
    in_doubt: tuple[str, ...] = ()


NOWHERE = Start()


def load_start(path: Path, topics: Container[str]) -> Start:
    """Read where a conversation may begin; a folder without the file begins nowhere.

    Raises:
        ContentError: it breaks its schema, or names a topic that is not there.
    """
    if not path.exists():
        return NOWHERE
    document = read_checked(path, "start.schema.json")
    for key, ids in document.value.items():
        for index, topic in enumerate(ids):
            if topic not in topics:
                raise ContentError(f"{path}:{document.line((key, index))}: «{topic}» is not a topic: mend the id")
    return Start(tuple(document.value["forside"]), tuple(document.value["ved_tvil"]))
