"""`python -m bot mask`: masks personal data in standard input, line by line."""

from __future__ import annotations

import argparse
import io
import sys

from bot.privacy.mask import mask


def main(argv: list[str]) -> int:
    """Filter standard input to standard output."""
    argparse.ArgumentParser(prog="python -m bot mask", description=main.__doc__).parse_args(argv)
    reader = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace", newline="\n")
    writer = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n", write_through=True)
    for line in reader:
        ending = "\n" if line.endswith("\n") else ""
        writer.write(mask(line.rstrip("\n")).text + ending)
    writer.flush()
    return 0
