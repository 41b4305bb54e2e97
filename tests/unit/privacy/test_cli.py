"""`python -m bot mask` as somebody would use it on a file of feedback."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest

from bot.privacy.cli import PIECE, pieces
from bot.settings import ROOT
from tests.thorough import THOROUGH


def filtered(data: bytes) -> bytes:
    done = subprocess.run([sys.executable, "-m", "bot", "mask"], cwd=ROOT, input=data, capture_output=True, check=True, timeout=120)
    assert done.stderr == b""
    return done.stdout


def test_line_by_line() -> None:
    data = b"jeg heter Kari og bor i Narvik\nring 116 111\n\ntlf 41234567\r\nuten linjeskift 41 23 45 67"
    expected = b"jeg heter [navn] og bor i Narvik\nring 116 111\n\ntlf [telefon]\r\nuten linjeskift [telefon]"
    assert filtered(data) == expected


def test_broken_utf_8_is_let_through_and_the_rest_is_masked() -> None:
    result = filtered(b"\xff\xfe f\xf8dselsnummer tlf 41234567 \xc3\n\xe2\x82 ola@example.com\n")
    assert result.decode().count("\n") == 2
    assert b"41234567" not in result
    assert b"ola@example.com" not in result


def test_a_very_long_line_is_masked_whole() -> None:
    sentence = "Jeg er 17 år. Ring meg på 41 23 45 67 i dag. "
    many = 8_000 if THOROUGH else 2_000
    data = (sentence * many).encode()
    result = filtered(data)
    assert len(data) > 2 * PIECE
    assert result.count(b"[telefon]") == many
    assert b"41 23" not in result


def test_a_long_line_without_a_space_ends() -> None:
    assert len(filtered(b"a" * 300_000)) == 300_000


def test_a_closed_reader_is_no_error() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "mask"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    try:
        process.stdin.write(b"hei\n" * 50_000)
        process.stdin.close()
    except BrokenPipeError:
        pass
    process.wait(60)
    assert b"Traceback" not in process.stderr.read()


@pytest.mark.parametrize("text", ["", "\n", "a\nb", "a. " * 30_000, "a" * 100_000, "æ " * 40_000 + "\nslutt"])
def test_pieces_make_up_the_text_and_are_bounded(text: str) -> None:
    found = list(pieces(io.StringIO(text, newline="\n")))
    assert "".join(found) == text
    assert all(len(piece) <= PIECE for piece in found)
