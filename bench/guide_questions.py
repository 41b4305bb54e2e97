"""How many questions the guides ask: `python -m bench.guide_questions [DATE]`.

For every complete set of facts (one value on each side of every bound): the questions asked until nothing can change
the answer, against asking all. The sets are not run one by one: those that answer alike share a branch of the tree
of questions. The table stands in docs/guides.md.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from math import prod
from statistics import median

from bot.guides import Answer, Guide, load_guides
from bot.guides.model import Value


def branches(
    guide: Guide, on: date, evaluate: Callable[[Mapping[str, Value]], Answer], known: Mapping[str, Value] | None = None
) -> Iterator[tuple[int, int]]:
    """The ends of the tree of questions: the questions asked, and how many complete sets of facts end there."""
    known = known or {}
    question = evaluate(known).next_question
    if question is None:
        yield len(known), prod(len(guide.values(name, on)) for name in guide.facts if name not in known)
        return
    for value in guide.values(question.fact, on):
        yield from branches(guide, on, evaluate, {**known, question.fact: value})


def quantile(counts: Counter[int], share: float) -> int:
    """The smallest number that at least this share of the counted things do not exceed."""
    seen, wanted = 0, share * counts.total()
    for number in sorted(counts):
        seen += counts[number]
        if seen >= wanted:
            return number
    raise ValueError("nothing was counted")


def main(argv: list[str]) -> None:
    on = date.fromisoformat(argv[0]) if argv else date.today()
    print("| guide | facts | sets of facts | asked: median | 90 % | most | answer: median | slowest |")
    print("|---|---|---|---|---|---|---|---|")
    for guide in load_guides().values():
        times: list[float] = []

        def timed(known: Mapping[str, Value], guide: Guide = guide, times: list[float] = times) -> Answer:
            started = time.perf_counter()
            answer = guide.evaluate(known, on)
            times.append(1000 * (time.perf_counter() - started))
            return answer

        counts: Counter[int] = Counter()
        for asked, sets in branches(guide, on, timed):
            counts[asked] += sets
        row = (quantile(counts, 0.5), quantile(counts, 0.9), max(counts), f"{median(times):.1f} ms", f"{max(times):.1f} ms")
        print(f"| {guide.id} | {len(guide.facts)} | {counts.total()} | {' | '.join(map(str, row))} |")


if __name__ == "__main__":
    main(sys.argv[1:])
