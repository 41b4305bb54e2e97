"""deploy/ is what nginx, Compose and systemd read, and keeps what it promises."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
import yaml
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, text

from bot.rasa.app import DRAIN
from bot.settings import ROOT, Settings
from tests.deploy.front import binary, front, written
from tests.unit.serving import served

DEPLOY = ROOT / "deploy"
COMPOSE = yaml.safe_load((DEPLOY / "compose.yml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]
DOCKERFILE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
DIGEST = re.compile(r"[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}")


def test_nginx_reads_our_configuration(tmp_path: Path) -> None:
    conf = written(tmp_path, ["127.0.0.1:1", "127.0.0.1:2"], 8443)
    done = subprocess.run([binary(), "-t", "-p", str(tmp_path), "-c", str(conf)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "[warn]" not in done.stderr


@pytest.fixture
def seen() -> list[dict[str, str]]:
    return []


@pytest.fixture
def base(tmp_path: Path, seen: list[dict[str, str]]) -> Iterator[tuple[str, str]]:
    """nginx before a replica that tells what it was asked; beside it one that is gone."""
    pages = Blueprint("replica")

    async def any_page(request: Request, path: str = "") -> HTTPResponse:
        seen.append({"path": request.path, "query": request.query_string, **dict(request.headers)})
        return text(f"{request.path}?{request.query_string}")

    pages.add_route(any_page, "/<path:path>", methods=["GET", "POST", "HEAD"])
    with served(pages) as replica, front(tmp_path, [replica.removeprefix("http://"), "127.0.0.1:1"]) as address:
        yield address, str(tmp_path / "tls.crt")


def test_pages_for_everybody_are_asked_for_once_and_what_somebody_wrote_is_not_kept(
    base: tuple[str, str], seen: list[dict[str, str]], tmp_path: Path
) -> None:
    address, certificate = base
    with requests.Session() as client:

        def asked(path: str, **headers: str) -> int:
            before = len(seen)
            for _ in range(3):
                assert client.get(address + path, headers=headers, verify=certificate, timeout=20).text == (
                    path if "?" in path else f"{path}?"
                )
            return len(seen) - before

        assert asked("/t/kvp") == 1
        assert asked("/t/kvp", **{"Accept-Language": "nn-NO"}) == 1, "another language is another page"
        assert asked("/t/kvp?k=1806") == 1
        assert asked("/t/kontakt_nav?sted=hemmelig") == 3
        assert asked("/api/topics") == 3
        assert asked("/") == 3
    kept = b"".join(path.read_bytes() for path in (tmp_path / "nginx" / "cache").rglob("*") if path.is_file())
    assert b"/t/kvp" in kept
    assert b"hemmelig" not in kept


def test_the_replica_is_told_who_asks_by_nginx_alone(base: tuple[str, str], seen: list[dict[str, str]]) -> None:
    address, certificate = base
    claimed = {"X-Forwarded-For": "198.51.100.7", "X-Request-ID": "kari"}
    assert requests.get(f"{address}/svar", headers=claimed, verify=certificate, timeout=20).status_code == 200
    assert seen[-1]["x-forwarded-for"] == "127.0.0.1"
    assert re.fullmatch(r"[0-9a-f]{32}", seen[-1]["x-request-id"])


def test_counters_and_the_state_of_parts_are_for_the_network_inside(base: tuple[str, str], seen: list[dict[str, str]]) -> None:
    address, certificate = base
    before = len(seen)
    for path in ("/metrics", "/health/ready", "/readyz"):
        assert requests.get(address + path, verify=certificate, timeout=20).status_code == 404
    assert len(seen) == before


def test_one_address_in_haste_is_told_to_wait(base: tuple[str, str]) -> None:
    address, certificate = base
    with requests.Session() as client:
        got = [client.post(f"{address}/api/chat", verify=certificate, timeout=20).status_code for _ in range(90)]
    assert set(got) == {200, 429}
    assert got[:60] == [200] * 60, "a class may write at once"


@pytest.mark.parametrize("name", SERVICES)
def test_every_container_is_pinned_read_only_and_may_do_nothing_more(name: str) -> None:
    service = SERVICES[name]
    assert DIGEST.fullmatch(service["image"].removeprefix("docker.io/")) or "build" in service
    assert service["read_only"] is True
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert name == "postgres" or service["cap_drop"] == ["ALL"], "PostgreSQL's own start changes the owner of its folder"
    assert "ports" not in service or name == "nginx", "nothing but nginx is reached from outside"


def test_no_secret_is_written_out_and_what_is_set_are_settings() -> None:
    environment = SERVICES["veivalg-1"]["environment"]
    filled = {name: re.sub(r"\$\{\w+:?-?\??[^}]*\}", "aB3dE5gH7jK9mN1p", value) for name, value in environment.items()}
    known = {
        "VEIVALG_PUBLIC_URL": "https://veivalg.example.no",
        "VEIVALG_OPERATOR_CONTACT": "post@example.kommune.no",
        "VEIVALG_EMBED_ORIGINS": "",
    }
    settings = Settings.load({**filled, **known})
    assert settings.production
    assert settings.unknown == ()
    assert all("PASSWORD" not in str(value) or "${" in str(value) or "$$" in str(value) for value in _values(COMPOSE))


def _values(node: object) -> Iterator[object]:
    if isinstance(node, dict):
        for value in node.values():
            yield from _values(value)
    elif isinstance(node, list):
        for value in node:
            yield from _values(value)
    else:
        yield node


def test_nginx_knows_the_replicas_of_compose() -> None:
    addresses = {SERVICES[name]["networks"]["inside"]["ipv4_address"] for name in ("veivalg-1", "veivalg-2")}
    assert set(re.findall(r"server ([\d.]+):8080", (DEPLOY / "nginx" / "upstream.conf").read_text(encoding="utf-8"))) == addresses


def test_whoever_stops_a_replica_waits_until_it_is_done() -> None:
    unit = (DEPLOY / "systemd" / "veivalg.service").read_text(encoding="utf-8")
    assert int(SERVICES["veivalg-1"]["stop_grace_period"].removesuffix("s")) > DRAIN
    assert int(re.findall(r"TimeoutStopSec=(\d+)", unit)[0]) > DRAIN


def test_the_image_is_built_in_stages_and_runs_as_nobody_in_particular() -> None:
    bases = re.findall(r"^FROM (\S+) AS (\w+)", DOCKERFILE, re.MULTILINE)
    assert bases == [("${PYTHON}", "build"), ("${PYTHON}", "run")]
    (base,) = re.findall(r"^ARG PYTHON=(\S+)", DOCKERFILE, re.MULTILINE)
    assert DIGEST.fullmatch(base.removeprefix("docker.io/"))
    assert (ROOT / ".python-version").read_text(encoding="utf-8").strip() in base
    last = DOCKERFILE.split("AS run")[1]
    assert re.search(r"^USER 10001:10001$", last, re.MULTILINE)
    assert "HEALTHCHECK" in last
    assert "--require-hashes" in DOCKERFILE


def test_the_image_installs_the_lock_by_hash_and_without_tensorflow() -> None:
    assert re.search(r"pip install .*--no-deps --require-hashes --requirement requirements\.lock", DOCKERFILE)
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"^(?=[\w.-]+(?:\[\w+\])?==)", lock, flags=re.MULTILINE) if "==" in entry.split("\n")[0]]
    assert all("--hash=sha256:" in entry for entry in entries)
    assert not [entry for entry in entries if entry.startswith("tensorflow==")]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd on this machine")
def test_systemd_reads_the_unit() -> None:
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", DEPLOY / "systemd" / "veivalg.service"], capture_output=True, text=True, check=False
    )
    told = [line for line in done.stderr.splitlines() if "veivalg.service" in line and "is not executable" not in line]
    assert told == []
