"""`python -m bot evaluate FILE.tsv`: the columns topic and text, and optionally variant and hard."""

from __future__ import annotations

import argparse
import asyncio
import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.app import Parts
from bot.dialogue.certainty import MAYBE
from bot.dialogue.understanding import CRISIS
from bot.errors import OperatorError
from bot.evaluation.danger import measure
from bot.evaluation.measures import Prediction, report
from bot.evaluation.page import page
from bot.evaluation.robustness import WAYS, rewritten
from bot.rasa.training import TrainingError, current_model, train
from bot.settings import Settings, SettingsError


class EvaluationError(OperatorError, ValueError):
    """A file that cannot be evaluated: `file:line: reason`."""


def read_utterances(path: Path) -> list[dict[str, str]]:
    """Read and check a file of utterances.

    Raises:
        EvaluationError: no such file, no such column, or a row without topic or text.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if not {"topic", "text"} <= set(reader.fieldnames or ()):
                raise EvaluationError(f"{path}:1: the columns topic and text are needed")
            rows = list(reader)
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(f"{path}: cannot be read: {error}") from error
    for line, row in enumerate(rows, 2):
        if not (row["topic"] and row["text"]):
            raise EvaluationError(f"{path}:{line}: topic or text is missing")
    return rows


def main(argv: list[str]) -> int:
    """Print the figures and write them as JSON."""
    parser = argparse.ArgumentParser(prog="python -m bot evaluate", description=__doc__)
    parser.add_argument("file", type=Path, nargs="+")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to write the figures (default: var/evaluation.json)")
    parser.add_argument("--page", type=Path, metavar="FILE", help="also measure texts written worse, and write a page of it all")
    parser.add_argument("--danger", type=Path, nargs="*", default=[], metavar="FILE", help="messages to measure danger on, for the page")
    parser.add_argument("--errors", action="store_true", help="also print every utterance that was misunderstood")
    arguments = parser.parse_args(argv)
    try:
        rows = [row for file in arguments.file for row in read_utterances(file)]
        settings = Settings.load()
        predictions = predict(rows, settings)
        if arguments.page:
            robustness = {way: _robustness(rows, way, settings) for way in WAYS}
            model = current_model().name.removesuffix(".tar.gz")
            danger = measure(arguments.danger, ways=True) if arguments.danger else None
            arguments.page.write_text(page(report(predictions), robustness, model, danger), encoding="utf-8")
    except (EvaluationError, SettingsError, TrainingError) as error:
        print(error, file=sys.stderr)
        return 2
    figures = report(predictions)
    target = arguments.json or Path("var/evaluation.json")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(figures, ensure_ascii=False, indent=1), encoding="utf-8")
    print("\n".join(_lines(figures)))
    if arguments.errors:
        print("\n".join(_errors(predictions)))
    print(f"written to {target}")
    return 0


def _robustness(rows: list[dict[str, str]], way: str, settings: Settings) -> dict[str, float | None]:
    texts = rewritten([row["text"] for row in rows], way)
    figures = report(predict([{**row, "text": text} for row, text in zip(rows, texts, strict=True)], settings))
    return {"top1": figures["top1"], "top3": figures["top3"]}


def predict(rows: list[dict[str, str]], settings: Settings) -> list[Prediction]:
    """Understand every utterance as the assistant would.

    Raises:
        TrainingError: no model could be trained.
    """
    train(settings.tensorflow)
    from bot.rasa.quiet import printed_to, quieten

    quieten()
    from bot.rasa.lean_imports import install

    install(real_first=settings.tensorflow)
    with printed_to():
        from bot.rasa.understanding import Understander

        understander = Understander(current_model(), Parts(settings))
        return asyncio.run(_predict(understander, rows))


async def _predict(understander: Any, rows: list[dict[str, str]]) -> list[Prediction]:
    predictions = []
    for row in rows:
        found = await understander.parse(row["text"])
        ranking = tuple(
            (item["name"], float(item["confidence"])) for item in found.get("intent_ranking") or [] if item["name"] != "nlu_fallback"
        )
        if (found.get("fare") or {}).get("level") == "akutt":  # danger overrules the topic, as in the conversation
            ranking = ((CRISIS, 1.0), *ranking)
        accepted = bool(ranking) and ranking[0][1] >= MAYBE
        hard = (row.get("hard") or "").strip().lower() in ("1", "true", "yes", "ja")
        predictions.append(Prediction(row["topic"], row["text"], ranking, accepted, row.get("variant") or "", hard))
    return predictions


def _lines(figures: dict[str, Any]) -> Iterator[str]:
    def percent(value: float | None) -> str:
        return "   –" if value is None else f"{100 * value:5.1f} %"

    yield f"{figures['utterances']} utterances"
    for key, name in (
        ("top1", "right"),
        ("top3", "among the three best"),
        ("hard_top1", "right where the topic is only implied"),
        ("off_topic_rejected", "off-topic rejected"),
        ("real_rejected", "real questions rejected"),
        ("crisis_found", "crises found"),
        ("calibration_error", "expected calibration error"),
    ):
        yield f"  {percent(figures[key])}  {name}"
    for variant, group in figures["by_variant"].items():
        yield f"  {percent(group['top1'])}  {percent(group['top3'])}  {variant} ({group['utterances']})"
    yield "weakest topics (right, among three)"
    weakest = sorted(figures["by_topic"].items(), key=lambda item: item[1]["top1"])[:12]
    for topic, group in weakest:
        yield f"  {percent(group['top1'])}  {percent(group['top3'])}  {topic} ({group['utterances']})"
    yield "worst confusions"
    for confusion in figures["confusions"][:12]:
        yield f"  {confusion['count']:4}  {confusion['topic']} taken for {confusion['taken_for']}"


def _errors(predictions: list[Prediction]) -> Iterator[str]:
    for prediction in predictions:
        if not prediction.right:
            yield f"{prediction.topic}\t{prediction.best} {prediction.confidence:.2f}\t{prediction.text}"
