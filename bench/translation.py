"""`python -m bench.translation`: does an independent translator find in every bokmål text the numbers, negations and names of our nynorsk?

Needs Apertium (`apt-get install apertium-nno-nob`). Prints each text in which they differ; 1 when numbers or negations do.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter

from bot import clock
from bot.content import Library, load_library
from bot.content.topic import Text, Topic

NEGATIONS = frozenset({"ikkje", "ingen", "inga", "aldri", "korkje", "ingenting"})
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"(?<=[a-zæøå,] )[A-ZÆØÅ][\wæøåÆØÅ]+")
_BREAK = "\n\n"


def translated(texts: list[str]) -> list[str]:
    """The texts in nynorsk.

    Raises:
        RuntimeError: the translator gave another number of texts back.
    """
    command = [str(shutil.which("apertium")), "-u", "nob-nno"]
    whole = subprocess.run(command, input=_BREAK.join(texts), capture_output=True, text=True, check=True).stdout
    found = whole.split(_BREAK)
    if len(found) != len(texts):
        raise RuntimeError(f"{len(texts)} texts, {len(found)} back")
    return found


def signs(text: str) -> dict[str, Counter[str]]:
    """What a translation must keep."""
    negations = Counter("ikkje" for word in _WORD.findall(text.lower()) if word in NEGATIONS)
    return {"numbers": Counter(_NUMBER.findall(text)), "negations": negations, "names": Counter(_NAME.findall(text))}


def _filled(library: Library, topic: Topic, text: Text) -> dict[str, str]:
    """Both texts on one line, with the figures they state."""
    on = max(clock.today(), topic.valid_from)
    return {malform: library.figures.fill(" ".join(text[malform].split()), malform, on) for malform in ("nb", "nn")}


def main() -> int:
    """Compare every text."""
    if shutil.which("apertium") is None:
        print("There is no apertium here: apt-get install apertium-nno-nob.", file=sys.stderr)
        return 2
    library, differ = load_library(), 0
    texts = [
        (f"{topic.id}.{'.'.join(map(str, key))}", _filled(library, topic, text)) for topic in library for key, text in topic.wordings()
    ]
    for (name, text), by_machine in zip(texts, translated([text["nb"] for _, text in texts]), strict=True):
        ours, theirs = signs(text["nn"]), signs(by_machine)
        for what in ours:
            if ours[what] != theirs[what]:
                differ += what != "names"  # a translator has its own: «Husleigetvistutvalet»; they are to be looked at
                print(f"{name}: {what}: {dict(theirs[what])} in the translation, {dict(ours[what])} in ours: {text['nn']}")
    print(f"{len(texts)} texts, {differ} differences")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
