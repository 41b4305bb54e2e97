"""Rasa's DIET fed with the same embeddings, for comparison: `VEIVALG_TENSORFLOW=1 python -m bench.diet [EPOCHS]`.

Trains in a temporary folder and measures on the held-out utterances. Needs TensorFlow and some ten minutes.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path

import yaml

from bot.evaluation.run import read_utterances
from bot.settings import ROOT


def pipeline(epochs: int) -> list[dict[str, object]]:
    """Rasa's own featurizers beside our embeddings, as a Rasa developer would put them."""
    return [
        {"name": "WhitespaceTokenizer"},
        {"name": "CountVectorsFeaturizer"},
        {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 2, "max_ngram": 4},
        {"name": "bot.nlu.e5_featurizer.E5Featurizer"},
        {"name": "DIETClassifier", "epochs": epochs, "entity_recognition": False, "random_seed": 7, "constrain_similarities": True},
    ]


async def main() -> None:
    import rasa.model_training
    from rasa.core.agent import Agent

    epochs = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    with tempfile.TemporaryDirectory() as folder:
        config = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
        config["pipeline"] = pipeline(epochs)
        path = Path(folder) / "config.yml"
        path.write_text(yaml.safe_dump(config), encoding="utf-8")
        started = time.monotonic()
        model = await rasa.model_training.train_nlu(
            config=str(path), nlu_data=str(ROOT / "data" / "nlu"), output=folder, domain=str(ROOT / "domain.yml")
        )
        taken = time.monotonic() - started
        agent = Agent.load(str(model))
        best = three = 0
        rows = [row for file in sorted((ROOT / "tests" / "nlu").glob("heldout*.tsv")) for row in read_utterances(file)]
        for row in rows:
            ranking = [item["name"] for item in (await agent.parse_message(row["text"]))["intent_ranking"]]
            best += ranking[:1] == [row["topic"]]
            three += row["topic"] in ranking[:3]
    print(f"DIET, {epochs} epochs: {100 * best / len(rows):.1f} % right, {100 * three / len(rows):.1f} % among three, trained in {taken:.0f} s")


if __name__ == "__main__":
    asyncio.run(main())
