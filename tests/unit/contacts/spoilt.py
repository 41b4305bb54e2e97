"""Contact files with something wrong in them."""

from __future__ import annotations

from pathlib import Path


def spoil(folder: Path, file: str, old: str, new: str) -> int:
    """Replace the first `old` in a file; the number of the line it stood on."""
    path = folder / file
    content = path.read_text(encoding="utf-8")
    assert old in content
    line = content[: content.index(old)].count("\n") + 1
    path.write_text(content.replace(old, new, 1), encoding="utf-8")
    return line
