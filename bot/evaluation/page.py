"""The figures of an evaluation as a page of the docs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.evaluation.danger import NAMES


def page(
    figures: Mapping[str, Any],
    robustness: Mapping[str, Mapping[str, float | None]],
    model: str,
    danger: Mapping[str, Any] | None = None,
) -> str:
    """A Markdown page: overall, by variant, by way of writing, danger, by topic, confusions, and the curve."""
    parts = [*_lines(figures, robustness, model), *(_danger(danger) if danger else ())]
    return "\n".join(parts) + "\n"


def _danger(found: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    yield "## Danger"
    yield ""
    yield f"{found['acute']} acute, {found['heavy']} heavy and {found['harmless']} harmless messages by writers who did not see the corpus (whole"
    yield "writers are held out); half of the acute ones only hint, and the harmless ones are written to sound like danger. What counts is the"
    yield "whole reply to the message as the first of a conversation."
    yield ""
    yield "| | per cent |"
    yield "|---|--:|"
    for key, name in NAMES.items():
        yield f"| {name} | {_percent(found[key])} |"
    yield f"| stock lines to acute or heavy messages (number) | {len(found['stock'])} |"
    yield ""
    yield "| disturbed by | acute: help shown | told plainly | harmless: the emergency screen |"
    yield "|---|--:|--:|--:|"
    yield f"| nothing | {_percent(found['acute_shown'])} | {_percent(found['plain_shown'])} | {_percent(found['false_alarms'])} |"
    for way, group in found.get("ways", {}).items():
        yield f"| {way} | {_percent(group['acute_shown'])} | {_percent(group['plain_shown'])} | {_percent(group['false_alarms'])} |"
    for title, group in (("kind", found["by_kind"]), ("way of writing", found["by_variant"])):
        yield ""
        yield f"| {title} | acute messages | help shown |"
        yield "|---|--:|--:|"
        for name, item in sorted(group.items(), key=lambda pair: pair[1]["shown"]):
            yield f"| {name} | {item['messages']} | {_percent(item['shown'])} |"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"


def _lines(figures: Mapping[str, Any], robustness: Mapping[str, Mapping[str, float | None]], model: str) -> Iterator[str]:
    yield "# Understanding, measured"
    yield ""
    yield "Made by `make understanding`; do not edit. The held-out utterances are written apart from the training data."
    yield f"{figures['utterances']} utterances, model `{model}`. All figures are per cent."
    yield ""
    yield "| | right | among three |"
    yield "|---|--:|--:|"
    yield f"| all | {_percent(figures['top1'])} | {_percent(figures['top3'])} |"
    yield f"| topic only implied | {_percent(figures['hard_top1'])} | {_percent(figures['hard_top3'])} |"
    for variant, group in figures["by_variant"].items():
        yield f"| {variant} ({group['utterances']}) | {_percent(group['top1'])} | {_percent(group['top3'])} |"
    yield ""
    yield f"Off-topic rejected {_percent(figures['off_topic_rejected'])}; real questions rejected {_percent(figures['real_rejected'])};"
    yield f"crises found {_percent(figures['crisis_found'])}; expected calibration error {_percent(figures['calibration_error'])}."
    yield ""
    yield "## Written worse"
    yield ""
    yield "| | right | among three |"
    yield "|---|--:|--:|"
    for way, group in robustness.items():
        yield f"| {way} | {_percent(group['top1'])} | {_percent(group['top3'])} |"
    yield ""
    yield "## Precision and coverage"
    yield ""
    yield "Of the utterances whose best topic has at least this probability, how many are answered and how many of those are right."
    yield ""
    yield "| threshold | answered | right of those |"
    yield "|--:|--:|--:|"
    for point in figures["curve"][1::2]:
        yield f"| {point['threshold']:.2f} | {_percent(point['coverage'])} | {_percent(point['precision'])} |"
    yield ""
    yield "## Worst confusions"
    yield ""
    yield "| topic | taken for | times |"
    yield "|---|---|--:|"
    for confusion in figures["confusions"][:20]:
        yield f"| {confusion['topic']} | {confusion['taken_for']} | {confusion['count']} |"
    yield ""
    yield "## By topic"
    yield ""
    yield "| topic | utterances | right | among three |"
    yield "|---|--:|--:|--:|"
    for topic, group in sorted(figures["by_topic"].items(), key=lambda item: item[1]["top1"]):
        yield f"| {topic} | {group['utterances']} | {_percent(group['top1'])} | {_percent(group['top3'])} |"
