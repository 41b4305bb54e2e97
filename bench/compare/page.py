"""The measured page: tables in Markdown, from the figures alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bench.compare.figures import AGAINST, ROWS, Row, judged, ratio, value


def page(figures: dict[str, Any]) -> str:
    """docs/benchmarks/measured.md."""
    machine = figures["machine"]
    lines = [
        "# Measured by `make bench`",
        "",
        "Made by `make bench`; what is changed by hand is lost. What it means: [../benchmarks.md](../benchmarks.md).",
        "",
        f"{figures['when']}, {machine['cores']} cores of {machine['processor']}, {machine['memory_gb']} GB, Python {machine['python']}, "
        f"revision {figures['revision']}. Load of the machine: {machine['load_before']} as it began, {machine['load_after']} as it ended, "
        "the run itself counted.",
        "",
        *_table(figures["peers"]),
        "",
        "![Veivalg divided by stock Rasa](against-stock.svg)",
        "",
        "![Topics heard right](understanding.svg)",
        "",
        *(_ratios(figures["peers"], AGAINST[0], "stock Rasa (b)")),
        "",
        *(_ratios(figures["peers"], AGAINST[1], "Rasa's bare loop (d)")),
        "",
        "## Who learnt from what",
        "",
        *(f"- {peer['key']} {peer['name']}: {peer['understanding']['learnt_from']}{_trained(peer)}." for peer in _understood(figures)),
        "",
        "## Targets",
        "",
        "| target | measured | |",
        "|---|---|---|",
        *_targets(figures["peers"]),
        *_missed(figures["peers"]),
    ]
    if figures["curves"]:
        lines += ["", "## As it grows", "", "![Time to an answer as things grow](curves.svg)", "", *_curves(figures["curves"])]
    return "\n".join(lines) + "\n"


def _understood(figures: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"key": key, **peer} for key, peer in figures["peers"].items() if "understanding" in peer]


def _trained(peer: dict[str, Any]) -> str:
    training = peer.get("training")
    return f"; trained {training['when']} at a load of {training['load']}" if training and "when" in training else ""


def _table(peers: dict[str, Any]) -> Iterator[str]:
    yield "| | " + " | ".join(f"{key} {peer['name']}" for key, peer in peers.items()) + " |"
    yield "|---" * (len(peers) + 1) + "|"
    for row in ROWS:
        yield f"| {row.name} | " + " | ".join(_shown(value(peer, row.path), row) for peer in peers.values()) + " |"


def _ratios(peers: dict[str, Any], against: str, name: str) -> Iterator[str]:
    others = [key for key in peers if key != against]
    yield f"## Against {name}"
    yield ""
    yield f"Each figure divided by that of {name}."
    yield ""
    yield "| | " + " | ".join(f"{key} {peers[key]['name']}" for key in others) + " |"
    yield "|---" * (len(others) + 1) + "|"
    for row in ROWS:
        shown = [ratio(peers, key, row.path, against) for key in others]
        if any(each is not None for each in shown):
            yield f"| {row.name.split(',')[0] if row.times == 100 else row.name} | " + " | ".join(_number(each, 2) for each in shown) + " |"


def _targets(peers: dict[str, Any]) -> Iterator[str]:
    for target, found, met in judged(peers):
        shown = _number(found, 2) if not target.difference or found is None else f"{100 * found:.1f} points"
        yield f"| {target.name} | {shown} | {'–' if met is None else 'met' if met else '**missed**'} |"


def _missed(peers: dict[str, Any]) -> Iterator[str]:
    """What holds the targets that were missed, those of one reason together."""
    reasons: dict[str, list[str]] = {}
    for target, _, met in judged(peers):
        if met is False:
            reasons.setdefault(target.holds, []).append(target.name)
    if reasons:
        yield ""
        yield "What holds them, and what it would take:"
        yield ""
        yield from (f"- {'; '.join(names)}: {reason}." for reason, names in reasons.items())


def _curves(curves: dict[str, Any]) -> Iterator[str]:
    yield "| what grows | size | p50, ms | p95, ms | resident, MB |"
    yield "|---|---|---|---|---|"
    for name, points in curves.items():
        if name != "memory":
            for point in points:
                yield f"| {name} | {point['size']} | {point['times']['p50']} | {point['times']['p95']} | {point['memory_mb']:.0f} |"
    if "memory" in curves:
        memory = curves["memory"]
        turns, end = memory["points"][-1]
        yield ""
        yield (
            f"Memory over {turns} turns of the mix, with at most {memory['kept']} conversations kept: {memory['points'][0][1]:.0f} MB as it begins, "
            f"{end:.0f} MB after; over the second half it grew by {100 * memory['growth']:.1f} per cent, "
            f"{memory['per_thousand_mb']:.2f} MB per 1 000 turns."
        )


def _shown(number: float | None, row: Row) -> str:
    return _number(None if number is None else number * row.times, row.digits)


def _number(number: float | None, digits: int) -> str:
    return "–" if number is None else f"{number:.{digits}f}"
