"""How English a text is: the sum of its words' log odds, learnt from the training messages (data/language/english.tsv).

Lists of English words heard 94 of 100 English messages of writers they were not made from; this hears all, at as few false ones.
`python -m bot english` makes the table anew.
"""

from __future__ import annotations

import argparse
import csv
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from bot.settings import ROOT

FILE = ROOT / "data" / "language" / "english.tsv"
CORPORA = (ROOT / "data" / "danger" / "messages", ROOT / "data" / "nlu" / "told")
BORDER = 1.0
"""What a text's log odds must pass: most messages are Norwegian."""
MOST_OF_ONE = 4.0
"""No single word decides by itself."""
SEEN, SMOOTHING = 3, 0.3
"""Messages a word must stand in to be in the table; what is added to each count."""
MOST_READ = 400
"""Characters that are read."""

_WORD = re.compile(r"[a-zæøåàòéô]+")
_SHORT_FORM = re.compile(r"(?<=[a-z])['’](?=[a-z])")


def words(lower: str) -> list[str]:
    """The words of a text in small letters; «I'm» is one."""
    return _WORD.findall(_SHORT_FORM.sub("", lower[:MOST_READ]))


@lru_cache(maxsize=1)
def odds(path: Path = FILE) -> dict[str, float]:
    """The log odds of each word: above 0 it is likelier in English, below in Norwegian."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["word"]: int(row["tenths"]) / 10 for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


def is_english(found: list[str]) -> bool:
    """Whether these words are English; one word alone does not tell."""
    return len(found) > 1 and sum(odds().get(word, 0.0) for word in found) > BORDER


def learn(messages: Iterable[tuple[bool, str]]) -> dict[str, float]:
    """Log odds of words from messages that are English or not, none beyond `MOST_OF_ONE`."""
    seen = {True: Counter[str](), False: Counter[str]()}
    count = Counter[bool]()
    for english, text in messages:
        count[english] += 1
        seen[english].update(set(words(text.lower())))
    known = [word for word, times in (seen[True] + seen[False]).items() if times >= SEEN]

    def share(word: str, english: bool) -> float:
        return (seen[english][word] + SMOOTHING) / (count[english] + 1)

    found = {word: math.log(share(word, True) / share(word, False)) for word in known}
    return {word: max(-MOST_OF_ONE, min(MOST_OF_ONE, value)) for word, value in found.items()}


def _messages() -> Iterator[tuple[bool, str]]:
    for path in sorted(path for folder in CORPORA for path in folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield row["variant"] == "en", row["text"]


def main(argv: list[str]) -> int:
    """Make data/language/english.tsv anew from the training messages."""
    argparse.ArgumentParser(prog="python -m bot english", description=main.__doc__).parse_args(argv)
    table = {word: round(10 * value) for word, value in learn(_messages()).items()}
    lines = [f"{word}\t{tenths}\n" for word, tenths in sorted(table.items()) if tenths]
    FILE.write_text("word\ttenths\n" + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} words: {FILE.relative_to(ROOT)}")
    return 0
