"""Time to an answer over HTTP, ours against stock Rasa with the same model: `python -m bench.latency`.

Ours: `python -m bot run`. Stock: `rasa run` with `rasa run actions`, the REST channel. One client, the same questions in
turn (A B A B …), each in a new conversation; then thirty turns in one conversation. Prints medians, 95th percentiles,
the ratio of each pair, and each server's memory.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import psutil
import requests

from bot.evaluation.run import read_utterances
from bot.rasa.training import current_model
from bot.settings import ROOT

OURS, STOCK, ACTIONS = 8190, 8191, 5055
RASA = Path(sys.executable).with_name("rasa")


def start(stack: ExitStack, command: list[str], **env: str) -> psutil.Process:
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **env}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    stack.callback(process.kill)
    return psutil.Process(process.pid)


def wait(url: str) -> None:
    for _ in range(240):
        try:
            if requests.get(url, timeout=2).ok:
                return
        except requests.RequestException:
            pass
        time.sleep(0.5)
    raise SystemExit(f"{url} did not answer")


def ours(text: str, session: str | None) -> str:
    body = {"session": session, "text": text}
    return str(requests.post(f"http://127.0.0.1:{OURS}/api/chat", json=body, timeout=30).json()["session"])


def stock(text: str, session: str | None) -> str:
    sender = session or str(time.monotonic_ns())
    requests.post(f"http://127.0.0.1:{STOCK}/webhooks/rest/webhook", json={"sender": sender, "message": text}, timeout=30)
    return sender


def timed(send: Callable[[str, str | None], str], text: str, session: str | None) -> tuple[float, str]:
    started = time.perf_counter()
    session = send(text, session)
    return (time.perf_counter() - started) * 1000, session


def show(name: str, a: list[float], b: list[float]) -> None:
    ratios = sorted(y / x for x, y in zip(a, b, strict=True))

    def p95(values: list[float]) -> float:
        return sorted(values)[int(0.95 * len(values))]

    print(
        f"{name:28} ours {statistics.median(a):6.1f} ms (p95 {p95(a):6.1f})   stock {statistics.median(b):6.1f} ms (p95 {p95(b):6.1f})   "
        f"stock/ours {statistics.median(ratios):.1f}",
        flush=True,
    )


def main() -> None:
    texts = [row["text"] for row in read_utterances(ROOT / "tests" / "nlu" / "heldout.tsv")][::7][:90]
    with ExitStack() as stack:
        us = start(stack, [sys.executable, "-m", "bot", "run"], VEIVALG_PORT=str(OURS), VEIVALG_RATE_PER_MINUTE="100000")
        start(stack, [str(RASA), "run", "actions", "--port", str(ACTIONS)])
        them = start(stack, [str(RASA), "run", "--port", str(STOCK), "--model", str(current_model())])
        wait(f"http://127.0.0.1:{OURS}/readyz")
        wait(f"http://127.0.0.1:{STOCK}/")
        for send in (ours, stock):
            for text in texts[:5]:
                timed(send, text, None)
        pairs = [(timed(ours, text, None)[0], timed(stock, text, None)[0]) for text in texts]
        show("first turn", [a for a, _ in pairs], [b for _, b in pairs])
        session_a: str | None = None
        session_b: str | None = None
        turns: list[tuple[float, float]] = []
        for text in texts[:30]:
            a, session_a = timed(ours, text, session_a)
            b, session_b = timed(stock, text, session_b)
            turns.append((a, b))
        show("turns 21 to 30 of one talk", [a for a, _ in turns[20:]], [b for _, b in turns[20:]])
        print(f"memory: ours {us.memory_info().rss / 1e6:.0f} MB, stock {them.memory_info().rss / 1e6:.0f} MB and its action server")


if __name__ == "__main__":
    main()
