"""Link checks, against a local server that plays every fault; no network is needed."""

from __future__ import annotations

import socket
from collections import Counter
from itertools import pairwise

import pytest

from bot.links.checker import Manners
from bot.links.verdict import Hop, Verdict
from tests.unit.links.played import Played, check


@pytest.mark.parametrize(("path", "kind", "reason"), [
    ("/ok", "ok", "status 200"),
    ("/uten-head", "ok", "status 200"),
    ("/head-404", "ok", "status 200"),
    ("/fil.pdf", "ok", "status 200"),
    ("/stor", "ok", "status 200"),
    ("/rart-tegnsett", "ok", "status 200"),
    ("/nesten", "ok", "status 200"),
    ("/midlertidig", "ok", "/ok"),
    ("/skraastrek", "ok", "/skraastrek/"),
    ("/hikke", "ok", "status 200"),
    ("/mange-en-gang", "ok", "status 200"),
    ("/flyttet", "moved", "/ok"),
    ("/kjede", "moved", "to.test"),
    ("/borte", "dead", "404"),
    ("/gone", "dead", "410"),
    ("/ring", "dead", "is sent on more than"),
    ("/til-fil", "dead", "ftp://en.test/fil"),
    ("/myk-nb", "soft_404", "Siden finnes ikke"),
    ("/myk-nn", "soft_404", "fann ikkje sida"),
    ("/myk-en", "soft_404", "not found"),
    ("/myk-kort", "soft_404", "little more"),
    ("/til-forsiden", "soft_404", "front page"),
    ("/til-404", "soft_404", "/404"),
    ("/forbudt", "blocked", "403"),
    ("/mange", "blocked", "429"),
    ("/sky", "blocked", "503"),
    ("/gaate", "blocked", "200"),
    ("/nede", "unsure", "503"),
    ("/feil", "unsure", "500"),
    ("/krever-innlogging", "unsure", "401"),
    ("/sakte", "unsure", "no answer in time"),
])  # fmt: skip
def test_every_fault_is_told_apart(server: Played, path: str, kind: str, reason: str) -> None:
    (result,) = check(server.url(path))
    assert (result.verdict.kind, reason in result.verdict.reason) == (kind, True), result


def test_redirects_are_recorded(server: Played) -> None:
    (result,) = check(server.url("/kjede"))
    assert result.hops == (Hop(301, server.url("/kjede2")), Hop(308, server.url("/ok", "to.test")))
    assert result.final == server.url("/ok", "to.test")


def test_head_first_and_no_more_is_fetched_than_needed(server: Played) -> None:
    server.asked.clear()
    check(server.url("/fil.pdf"), server.url("/uten-head"))
    assert Counter(server.asked) == {
        ("HEAD", "en.test", "/fil.pdf"): 1, ("HEAD", "en.test", "/uten-head"): 1, ("GET", "en.test", "/uten-head"): 1,
    }  # fmt: skip
    assert server.agents == {"Veivalg-lenkesjekk/test"}


def test_a_host_is_asked_gently_while_others_are_asked_too(server: Played) -> None:
    server.starts.clear()
    server.most.clear()
    manners = Manners(concurrent=8, per_host=1, delay=0.15, timeout=2.0)
    urls = [server.url(f"/treg-liten?{n}", host) for host in ("a.test", "b.test", "c.test") for n in range(3)]
    results = check(*urls, manners=manners)
    assert {result.verdict.kind for result in results} == {"ok"}
    for host in ("a.test", "b.test", "c.test"):
        starts = server.starts[host]
        assert server.most[host] == 1, "two requests at once"
        assert len(starts) == 6
        assert min(later - earlier for earlier, later in pairwise(starts)) >= 0.1, (
            "the waits are seen from the server, and a busy machine sees them shorter"
        )
    firsts, lasts = zip(*((starts[0], starts[-1]) for starts in server.starts.values()), strict=True)
    assert max(firsts) < min(lasts), "the hosts waited for each other"


def test_no_host_and_no_network(server: Played) -> None:
    gone = check("http://finnes.ikke/x", server.url("/ok"))[0]
    assert gone.verdict == Verdict("dead", "there is no such host")
    alone = check("http://finnes.ikke/x")[0]
    assert (alone.verdict.kind, alone.answered) == ("unsure", False), "without a network nothing is concluded"
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        refused = check(f"http://en.test:{closed.getsockname()[1]}/")[0]
    assert refused.verdict.kind == "unsure"
    assert "cannot be reached" in refused.verdict.reason
