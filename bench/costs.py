"""What the parts that read every message cost, and whether long text costs in proportion: `python -m bench.costs`.

Prints milliseconds of one core for an ordinary message, and for text made to be slow the ratio of the time at 32 000
characters to the time at 4 000: about 8 is linear, 64 would be quadratic.
"""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bot.app import Parts
from bot.evaluation.run import read_utterances
from bot.language.crisis import LEXICON, read_crisis
from bot.language.facets import read_facet
from bot.language.normalise import standard
from bot.language.person import read_person
from bot.language.utterance import Utterance
from bot.privacy.mask import mask
from bot.settings import ROOT

SLOW_UNITS = (
    "a ",
    "1 ",
    "41 23 45 67 ",
    "jeg heter Kari ",
    "storgata 1 ",
    "bor i a 1 ",
    "a@b.",
    "instagram.com/a ",
    "passord: abcdef ",
    "i på fra ",
)
CHANNEL_ACCEPTS = 5_000
"""Characters of the longest message that is accepted (bot/web/api/request.py)."""


def seconds(work: Callable[[str], object], text: str) -> float:
    """Processor time, the smallest of three."""
    times = []
    for _ in range(3):
        started = time.process_time()
        work(text)
        times.append(time.process_time() - started)
    return min(times)


def main() -> None:
    find = Parts().directory.find
    parts: dict[str, Callable[[str], object]] = {
        "mask": mask,
        "crisis": lambda text: read_crisis(Utterance(text)),
        "places": find,
        "facet": lambda text: read_facet(Utterance(text)),
        "person": lambda text: read_person(Utterance(text), date(2026, 11, 27)),
        "standard form": standard,
    }
    texts = [row["text"] for row in read_utterances(Path(ROOT / "tests" / "nlu" / "heldout.tsv"))]
    lexicon = " ".join(sorted(set(re.findall(r"[a-zæøå]{2,}", LEXICON.read_text(encoding="utf-8")))))
    for name, work in parts.items():
        for text in texts[:20]:
            work(text)
        usual = statistics.median(seconds(work, text) for text in texts) * 1000
        ratios = {unit: seconds(work, (unit * 32_000)[:32_000]) / max(seconds(work, (unit * 4_000)[:4_000]), 1e-4) for unit in SLOW_UNITS}
        worst = max(ratios, key=lambda unit: ratios[unit])
        longest = max(seconds(work, (unit * CHANNEL_ACCEPTS)[:CHANNEL_ACCEPTS]) for unit in (*SLOW_UNITS, lexicon)) * 1000
        print(
            f"{name:14} {usual:6.2f} ms a message, {longest:6.0f} ms at worst; 32 000 to 4 000 characters: {ratios[worst]:.0f} times ({worst.strip()!r})"
        )


if __name__ == "__main__":
    main()
