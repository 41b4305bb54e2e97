"""Whether an answer takes longer as things grow: topics, questions, turns, sessions; and whether memory does."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from bench.compare import peers, scaled, training
from bench.compare.environments import PLACE
from bench.compare.load import Times, alternating, converse, first_answers, times
from bench.compare.peers import Running

TOPICS, PASSAGES = 300, 5_000
TURNS = (1, 50, 500)
WINDOW = 10
"""Turns around each of TURNS that are taken together."""
SESSIONS = (10, 1_000, 20_000)
PRESSED = "/kvp"
"""A button that begins a conversation cheaply."""
KEPT_AT_ONCE = "1000"
"""Conversations kept while memory is measured, so that what they hold is full early and what leaks is seen."""
AT_ONCE = 4
PATIENCE = 300.0
"""Seconds after which no more conversations are begun, and no more turns taken: on a busy machine the curve ends earlier, and says where."""


@dataclass(frozen=True)
class Point:
    """One place on a curve: how large, and how long an answer took."""

    size: int
    times: Times
    memory_mb: float


def larger(texts: Sequence[str], rounds: int) -> dict[str, list[Point]]:
    """Latency as the content grows: ours and its larger copies, each in turn; each copy learns for itself, once."""
    trees = {"now": scaled.ROOT, **larger_trees()}
    with ExitStack() as stack:
        running = [
            stack.enter_context(Running(replace(peers.veivalg(8290 + number, tree), key=name)))
            for number, (name, tree) in enumerate(trees.items(), 3)
        ]
        for each in running:
            first_answers(each.peer, texts[:20], 1)
        found = alternating(running, texts, 1, rounds)
        memory = {each.peer.key: round(each.memory(), 1) for each in running}

    def points(name: str, size: Callable[[Path], int]) -> list[Point]:
        return [Point(size(trees[key]), found[key], memory[key]) for key in ("now", name)]

    return {"topics": points("topics", scaled.topics), "passages": points("passages", scaled.passages)}


def larger_trees() -> dict[str, Path]:
    """Copies with more topics and with more questions, trained."""
    trees = {"topics": PLACE / "tree-topics", "passages": PLACE / "tree-passages"}
    training.scaled_tree(trees["topics"], lambda: scaled.with_topics(trees["topics"], TOPICS), f"topics-{TOPICS}")
    training.scaled_tree(trees["passages"], lambda: scaled.with_passages(trees["passages"], PASSAGES), f"passages-{PASSAGES}")
    return trees


def turns(running: Running, texts: Sequence[str], last: int, conversations: int) -> list[Point]:
    """Latency of the first turns, those about the fiftieth, and so on, in some long conversations."""
    spent: dict[int, list[float]] = {turn: [] for turn in TURNS if turn <= last}
    for number in range(conversations):
        talk = running.peer.begin()
        for turn in range(1, last + 1):
            text, began = texts[(number * 7 + turn) % len(texts)], time.perf_counter()
            talk.say(text)
            took = (time.perf_counter() - began) * 1000
            for around in spent:
                if max(1, around - WINDOW + 1) <= turn <= max(around, WINDOW):
                    spent[around].append(took)
        talk.close()
    return [Point(turn, times(values), round(running.memory(), 1)) for turn, values in spent.items()]


def sessions(texts: Sequence[str], counts: Sequence[int]) -> list[Point]:
    """Latency when many conversations are kept; most begin with a button, which costs the least."""
    points, until = [], time.monotonic() + PATIENCE
    with Running(peers.veivalg()) as running:
        kept = len(first_answers(running.peer, texts[: min(counts) - 1], 1)) + 1  # one has asked whether it is up
        for count in counts:
            kept += _begin(running, max(0, count - kept), until)
            points.append(Point(kept, times(first_answers(running.peer, texts, 1)), round(running.memory(), 1)))
            kept += len(texts)
    return points


def _begin(running: Running, number: int, until: float) -> int:
    """Begin conversations; how many it became."""

    def one(_: int) -> int:
        if time.monotonic() > until:
            return 0
        talk = running.peer.begin()
        talk.press(PRESSED)
        talk.close()
        return 1

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return sum(pool.map(one, range(number)))


def memory(number: int, texts: Sequence[str], patience: float = PATIENCE, each: int = 1_000) -> list[tuple[int, float]]:
    """Megabytes resident after every thousand turns of the mix, until there are so many or so many seconds have passed."""
    with Running(peers.veivalg(VEIVALG_MAX_SESSIONS=KEPT_AT_ONCE)) as running, ThreadPoolExecutor(AT_ONCE) as pool:
        found, until = [(0, round(running.memory(), 1))], time.monotonic() + patience
        while found[-1][0] < number and time.monotonic() < until:
            list(pool.map(lambda seed: _some_turns(running, texts, seed), _seeds(found[-1][0], each)))
            found.append((found[-1][0] + each, round(running.memory(), 1)))
    return found


def _seeds(done: int, each: int) -> Iterator[int]:
    return iter(range(done, done + each, 10))


def _some_turns(running: Running, texts: Sequence[str], seed: int) -> None:
    """Ten turns: one conversation of the mix."""

    def send(way: Callable[[str], None], said: str, _: bool) -> None:
        way(said)

    converse(running.peer, texts, random.Random(seed), send, float("inf"))


def growth(found: Sequence[tuple[int, float]]) -> float:
    """By how much memory grew over the second half of the turns, as a share: the first half fills what is kept."""
    half = found[len(found) // 2][1]
    return round(found[-1][1] / half - 1, 4)
