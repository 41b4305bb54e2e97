"""Rasa's DIET fed with the same embeddings, against ours: `VEIVALG_TENSORFLOW=1 python -m bench.diet [EPOCHS] [SHARE]`.

Both are trained in a temporary folder on the same share of the training utterances and measured on the held-out
ones. DIET needs TensorFlow (`make diet`) and about a minute an epoch for all of the data on two cores; hence the share.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import yaml

from bot.evaluation.run import read_utterances
from bot.settings import ROOT


def pipeline(epochs: int) -> list[dict[str, object]]:
    """Rasa's own featurizers beside our embeddings, as a Rasa developer would put them."""
    return [
        {"name": "WhitespaceTokenizer"},
        {"name": "CountVectorsFeaturizer"},
        {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 2, "max_ngram": 4},
        {"name": "bot.rasa.pipeline.e5_featurizer.E5Featurizer"},
        {"name": "DIETClassifier", "epochs": epochs, "entity_recognition": False, "random_seed": 7, "constrain_similarities": True},
    ]


def training_file(folder: Path, share: float) -> Path:
    """A Rasa training file with every n-th utterance of each topic."""
    step = max(1, round(1 / share))
    blocks = [
        {"intent": block["intent"], "examples": "\n".join(block["examples"].splitlines()[::step])}
        for path in sorted((ROOT / "data" / "nlu").rglob("*.yml"))
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
        if not block["intent"].startswith("dialog_")
    ]
    path = folder / "nlu.yml"
    path.write_text(yaml.safe_dump({"version": "3.1", "nlu": blocks}, allow_unicode=True), encoding="utf-8")
    return path


async def measure(name: str, config: dict[str, Any], folder: Path, data: Path) -> None:
    import rasa.model_training
    from rasa.core.agent import Agent

    path = folder / "config.yml"
    path.write_text(yaml.safe_dump(config), encoding="utf-8")
    started = time.monotonic()
    model = rasa.model_training.train_nlu(config=str(path), nlu_data=str(data), output=str(folder), domain=str(ROOT / "domain.yml"))
    taken = time.monotonic() - started
    agent = Agent.load(str(model))
    best = three = 0
    rows = [row for file in sorted((ROOT / "tests" / "nlu").glob("heldout*.tsv")) for row in read_utterances(file)]
    for row in rows:
        ranking = [item["name"] for item in (await agent.parse_message(row["text"]))["intent_ranking"]]
        best += ranking[:1] == [row["topic"]]
        three += row["topic"] in ranking[:3]
    print(
        f"{name}: {100 * best / len(rows):.1f} % right, {100 * three / len(rows):.1f} % among three, trained in {taken:.0f} s", flush=True
    )


async def main() -> None:
    epochs = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    share = float(sys.argv[2]) if len(sys.argv) > 2 else 0.25
    ours = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
    ours["pipeline"] = [part for part in ours["pipeline"] if "Extractor" not in part["name"]]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = training_file(folder, share)
        await measure(f"ours, {share:.0%} of the data", ours, folder, data)
        await measure(f"DIET, {epochs} epochs, {share:.0%} of the data", {**ours, "pipeline": pipeline(epochs)}, folder, data)


if __name__ == "__main__":
    asyncio.run(main())
