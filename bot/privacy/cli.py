"""`python -m bot mask`: masks personal data in standard input, line by line."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterator
from typing import TextIO

from bot.privacy.mask import mask

PIECE = 32 * 1024
"""Most characters masked at once; a longer line is cut where a sentence or a word ends."""


def main(argv: list[str]) -> int:
    """Filter standard input to standard output; bytes that are not UTF-8 come out as the replacement character."""
    argparse.ArgumentParser(prog="python -m bot mask", description=main.__doc__).parse_args(argv)
    reader = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace", newline="\n")
    writer = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n", write_through=True)
    try:
        for piece in pieces(reader):
            ending = piece[len(piece.rstrip("\r\n")) :]
            writer.write(mask(piece.removesuffix(ending)).text + ending)
    except BrokenPipeError:  # the reader has had enough: `… | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def pieces(lines: TextIO, most: int = PIECE) -> Iterator[str]:
    """The lines of a text; one longer than `most` characters in several pieces, so that memory stays bounded.

    A line is cut after a sentence where there is one in the piece's last half, else after a word, so that
    what belongs together is masked together.
    """
    held = ""
    while read := lines.readline(most - len(held)):
        text = held + read
        held = ""
        if not text.endswith("\n") and len(text) >= most:
            half = most // 2
            cut = max(text.rfind(end, half) + len(end) for end in (". ", "! ", "? ")) if _has_end(text, half) else 0
            cut = cut or text.rfind(" ", half) + 1 or len(text)
            text, held = text[:cut], text[cut:]
        yield text
    if held:
        yield held


def _has_end(text: str, start: int) -> bool:
    return any(text.find(end, start) >= 0 for end in (". ", "! ", "? "))
