"""People who talk with the assistant at once, each of a place of their own, and what came of it."""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import requests

PLACES = {
    "1806": "Narvik",
    "5501": "Tromsø",
    "4601": "Bergen",
    "3301": "Drammen",
    "1103": "Stavanger",
    "4204": "Kristiansand",
    "3403": "Hamar",
}
"""Where they live: one municipality of that name each, so that an answer meant for another would be seen."""

SCRIPT = (
    "hva er kvp",
    "hvor lenge varer det",
    "hvor er nav",
    "hva er aap",
    "hvem kan få det",
    "jeg vil ta fagbrev",
    "hva koster det",
    "hvor er nav",
)
"""What each asks after saying where they live. Some lean on what was said before, which another replica may have answered."""

PATIENCE = 40.0
"""Seconds that one answer may take."""
AGAIN = 0.5
"""Seconds until somebody who got no answer presses again."""

Said = tuple[Any, ...]


@dataclass
class Tally:
    """What came of some conversations."""

    name: str
    turns: int = 0
    wrong: list[str] = field(default_factory=list)
    crossed: list[str] = field(default_factory=list)
    stuck: int = 0
    failed: dict[int, int] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    recovery: float = 0.0
    """The longest anybody was without an answer."""

    @property
    def p95(self) -> float:
        return sorted(self.seconds)[int(0.95 * len(self.seconds))] if self.seconds else 0.0

    def row(self) -> str:
        failed = sum(self.failed.values())
        kinds = f" {self.failed}" if failed else ""
        return (
            f"{self.name:44} {self.turns:5} {len(self.wrong):5} {len(self.crossed):7} {self.stuck:5} {failed:6} "
            f"{self.p95:7.2f} {self.recovery:8.1f}{kinds}"
        )


HEADING = f"{'scenario':44} {'turns':>5} {'wrong':>5} {'crossed':>7} {'stuck':>5} {'failed':>6} {'p95 s':>7} {'longest':>8}"


def essence(messages: list[dict[str, Any]]) -> Said:
    """What matters of a reply: its topics and words, its offices, and whom it tells the place of."""
    return tuple(
        (m["type"], m["topic"], m["part"], m["text"], tuple(c["name"] for c in m["contacts"]), (m["place"] or {}).get("number"))
        for m in messages
    )


class Town:
    """Everybody who talks.

    Args:
        address: where the assistant is.
        certificate: the certificate it is known by.
        expected: what each place is answered, as one replica alone answers it when nothing else happens.
    """

    def __init__(self, address: str, certificate: str, expected: dict[str, list[Said]]) -> None:
        self._address, self._certificate, self._expected = address, certificate, expected
        self._lock = threading.Lock()

    def talk(self, tally: Tally, people: int, at_once: int) -> list[Future[None]]:
        """Begin some conversations; the futures end with them."""
        pool = ThreadPoolExecutor(at_once)
        places = list(PLACES)
        talks = [pool.submit(self._conversation, tally, places[person % len(places)]) for person in range(people)]
        pool.shutdown(wait=False)
        return talks

    def _conversation(self, tally: Tally, number: str) -> None:
        session: str | None = None
        with requests.Session() as browser:
            for turn, text in enumerate((f"jeg bor i {PLACES[number]}", *SCRIPT)):
                answer = self._asked(browser, tally, text, session)
                if answer is None:
                    with self._lock:
                        tally.stuck += 1
                    return
                session = answer["session"]
                self._judged(tally, number, turn, essence(answer["messages"]))

    def _asked(self, browser: requests.Session, tally: Tally, text: str, session: str | None) -> dict[str, Any] | None:
        """The answer, however often it takes; None when there is none in time."""
        began = time.monotonic()
        while time.monotonic() < began + PATIENCE:
            sent = time.monotonic()
            try:
                body = {"session": session, "text": text}
                response = browser.post(f"{self._address}/api/chat", json=body, verify=self._certificate, timeout=PATIENCE)
                status = response.status_code
            except requests.RequestException:
                status = 0
            with self._lock:
                if status == 200:
                    tally.turns += 1
                    tally.seconds.append(time.monotonic() - sent)
                    tally.recovery = max(tally.recovery, time.monotonic() - began)
                    return dict(response.json())
                tally.failed[status] = tally.failed.get(status, 0) + 1
            time.sleep(AGAIN)
        return None

    def _judged(self, tally: Tally, number: str, turn: int, said: Said) -> None:
        if said == self._expected[number][turn]:
            return
        elsewhere = any(said == answers[turn] for place, answers in self._expected.items() if place != number)
        places = {message[-1] for message in said} - {None, number}
        with self._lock:
            (tally.crossed if elsewhere or places else tally.wrong).append(
                f"{PLACES[number]}, turn {turn}: {said} instead of {self._expected[number][turn]}"
            )


def answers_of(address: str, number: str, turns: int = len(SCRIPT) + 1) -> list[Said]:
    """What one place is answered by a replica that nobody else talks with."""
    session, found = None, []
    for text in (f"jeg bor i {PLACES[number]}", *SCRIPT)[:turns]:
        reply = requests.post(f"{address}/api/chat", json={"session": session, "text": text}, timeout=PATIENCE)
        assert reply.status_code == 200, reply.text
        session = reply.json()["session"]
        found.append(essence(reply.json()["messages"]))
    return found
