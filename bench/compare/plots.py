"""Draws the figures as SVG: `python -m bench.compare.plots FIGURES.json FOLDER`, in an environment with matplotlib."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("svg")
mpl.rcParams.update(
    {"svg.fonttype": "none", "svg.hashsalt": "veivalg", "font.size": 9, "axes.spines.top": False, "axes.spines.right": False}
)
from matplotlib import pyplot as plt  # noqa: E402 – the kind of picture is chosen first

from bench.compare.figures import OURS, STOCK, TARGETS, Target, ratio  # noqa: E402

BLUE, ORANGE, GREY = "#1f5a8c", "#c05c1c", "#777777"
PLAIN = {"metadata": {"Date": None, "Creator": None}, "bbox_inches": "tight"}


def against_stock(figures: dict[str, Any], folder: Path) -> None:
    """Veivalg's figures as ratios to stock Rasa's, with the targets."""
    drawn: list[tuple[Target, float]] = []
    for target in TARGETS:
        found = ratio(figures["peers"], OURS, target.path, STOCK)
        if target.against == STOCK and not target.difference and found is not None:
            drawn.append((target, found))
    figure, axes = plt.subplots(figsize=(6.4, 0.42 * len(drawn) + 0.9))
    for place, (target, found) in enumerate(reversed(drawn)):
        met = found >= target.limit if target.least else found <= target.limit
        axes.barh(place, found, color=BLUE if met else ORANGE, height=0.55)
        axes.plot([target.limit] * 2, [place - 0.36, place + 0.36], color="black", linewidth=1.5)
        axes.text(found * 1.05, place, f"{found:.2f}", va="center")
    axes.set_yticks(range(len(drawn)), [target.name for target, _ in reversed(drawn)])
    axes.set_xscale("log")
    axes.axvline(1, color=GREY, linewidth=0.8, linestyle=":")
    axes.set_xlabel("Veivalg divided by stock Rasa; the black line is the target")
    figure.savefig(folder / "against-stock.svg", **PLAIN)
    plt.close(figure)


def understanding(figures: dict[str, Any], folder: Path) -> None:
    """The share of held-out utterances whose topic is heard."""
    peers = [(f"{key} {peer['name']}", peer["understanding"]) for key, peer in figures["peers"].items() if "understanding" in peer]
    figure, axes = plt.subplots(figsize=(6.4, 0.42 * len(peers) + 0.9))
    for place, (_, found) in enumerate(reversed(peers)):
        axes.barh(place, 100 * found["among_three"], color="#c9d9e8", height=0.55)
        axes.barh(place, 100 * found["right"], color=BLUE, height=0.55)
        axes.text(100 * found["right"] - 1, place, f"{100 * found['right']:.0f}", va="center", ha="right", color="white")
    axes.set_yticks(range(len(peers)), [name for name, _ in reversed(peers)])
    axes.set_xlim(0, 100)
    axes.set_xlabel("% of the held-out utterances: topic right, and among the three best")
    figure.savefig(folder / "understanding.svg", **PLAIN)
    plt.close(figure)


def curves(figures: dict[str, Any], folder: Path) -> None:
    """Time to an answer as things grow, and memory over turns."""
    found = figures["curves"]
    figure, all_axes = plt.subplots(1, 5, figsize=(12, 2.4))
    names = {
        "topics": ("topics", ""),
        "passages": ("questions with answers", ""),
        "sessions": ("conversations kept", "log"),
        "turns": ("turn", "log"),
    }
    for axes, (name, (label, scale)) in zip(all_axes, names.items(), strict=False):
        for key, style, who in ((name, BLUE, "Veivalg"), (f"{name} (stock Rasa)", ORANGE, "stock Rasa")):
            points = found.get(key) or ()
            if points:
                sizes = [point["size"] for point in points]
                axes.plot(sizes, [point["times"]["p50"] for point in points], color=style, marker="o", label=f"{who}, p50")
                axes.plot(sizes, [point["times"]["p95"] for point in points], color=style, marker="o", linestyle=":", label=f"{who}, p95")
        axes.set_xlabel(label)
        axes.set_ylim(bottom=0)
        if scale:
            axes.set_xscale(scale)
    all_axes[0].set_ylabel("ms to an answer")
    all_axes[3].legend(fontsize=6, frameon=False)
    memory = found.get("memory")
    if memory:
        all_axes[4].plot([turns for turns, _ in memory["points"]], [size for _, size in memory["points"]], color=BLUE)
        all_axes[4].set_ylim(bottom=0)
        all_axes[4].set_xlabel("turns")
        all_axes[4].set_ylabel("MB resident")
    figure.tight_layout()
    figure.savefig(folder / "curves.svg", **PLAIN)
    plt.close(figure)


def main(path: Path, folder: Path) -> None:
    figures = json.loads(path.read_text(encoding="utf-8"))
    against_stock(figures, folder)
    understanding(figures, folder)
    if figures["curves"]:
        curves(figures, folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
