"""Time to an answer, and how many answers a core gives."""

from __future__ import annotations

import os
import random
import statistics
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import psutil

from bench.compare.peers import Peer, Running

PATTERN = "TBBTBBTBBT"
"""One conversation of the mix: texts and buttons, 40 to 60 of a hundred."""
LIMIT_MS = 250.0
"""What 95 of 100 answers keep to, where throughput is read."""
CLIENTS = (1, 2, 4, 8, 16, 32)


@dataclass(frozen=True)
class Times:
    """Milliseconds to an answer."""

    p50: float
    p95: float
    p99: float
    messages: int


@dataclass(frozen=True)
class Throughput:
    """The most messages a second on one core with p95 within the limit."""

    messages_per_s: float
    clients: int
    p95: float
    core_ms: float
    """Milliseconds of a core that a message took."""
    buttons: float
    """The share of messages that were buttons."""


def times(milliseconds: Sequence[float]) -> Times:
    """The percentiles of some measurements, by the nearest rank."""
    ordered = sorted(milliseconds)

    def rank(share: float) -> float:
        return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 2)

    return Times(round(statistics.median(ordered), 2), rank(0.95), rank(0.99), len(ordered))


def first_answers(peer: Peer, texts: Sequence[str], clients: int) -> list[float]:
    """Milliseconds of each text as the first message of a conversation, by some clients at once."""

    def one(text: str) -> float:
        talk = peer.begin()
        began = time.perf_counter()
        talk.say(text)
        spent = (time.perf_counter() - began) * 1000
        talk.close()
        return spent

    with ThreadPoolExecutor(clients) as pool:
        return list(pool.map(one, texts))


def alternating(running: Sequence[Running], texts: Sequence[str], clients: int, rounds: int) -> dict[str, Times]:
    """Latency of every peer, a slice of the texts each in turn, so that what else the machine does meets them alike."""
    found: dict[str, list[float]] = {each.peer.key: [] for each in running}
    size = -(-len(texts) // rounds)
    for number in range(rounds):
        part = texts[number * size : (number + 1) * size]
        for each in running[number % len(running) :] + running[: number % len(running)]:  # type: ignore[operator]
            found[each.peer.key] += first_answers(each.peer, part, clients)
    return {key: times(values) for key, values in found.items()}


def throughput(running: Running, texts: Sequence[str], seconds: float) -> Throughput:
    """More clients at a time until 95 of 100 answers take longer than the limit; the peer has core 0, we have the others."""
    cores = set(range(psutil.cpu_count() or 1))
    running.keep_to({0})
    os.sched_setaffinity(0, cores - {0} or cores)
    best = Throughput(0.0, 0, 0.0, 0.0, 0.0)
    try:
        for clients in CLIENTS:
            found = _mix(running, texts, clients, seconds)
            if found.p95 > LIMIT_MS:
                break
            best = max(best, found, key=lambda each: each.messages_per_s)
    finally:
        running.keep_to(cores)
        os.sched_setaffinity(0, cores)
    return best


def _mix(running: Running, texts: Sequence[str], clients: int, seconds: float) -> Throughput:
    spent: list[float] = []
    pressed: list[bool] = []
    until = time.perf_counter() + seconds
    errors: list[BaseException] = []

    def measured(send: Callable[[str], None], said: str, button: bool) -> None:
        began = time.perf_counter()
        send(said)
        spent.append((time.perf_counter() - began) * 1000)
        pressed.append(button)

    def client(number: int) -> None:
        choose = random.Random(number)
        try:
            while time.perf_counter() < until:
                converse(running.peer, texts, choose, measured, until)
        except BaseException as error:  # told by the main thread
            errors.append(error)

    began, before = time.perf_counter(), running.processor()
    threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    wall = time.perf_counter() - began
    each = (running.processor() - before) / len(spent) * 1000
    return Throughput(round(len(spent) / wall, 1), clients, times(spent).p95, round(each, 1), round(sum(pressed) / len(pressed), 2))


def converse(
    peer: Peer, texts: Sequence[str], choose: random.Random, send: Callable[[Callable[[str], None], str, bool], None], until: float
) -> None:
    """One conversation of the mix; where no button is offered, a text is written."""
    talk = peer.begin()
    try:
        for kind in PATTERN:
            if time.perf_counter() > until:
                return
            if kind == "B" and talk.buttons:
                send(talk.press, choose.choice(talk.buttons), True)
            else:
                send(talk.say, choose.choice(texts), False)
    finally:
        talk.close()
