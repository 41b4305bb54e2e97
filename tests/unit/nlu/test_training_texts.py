"""The training utterances are read without Rasa, and each has its embedding."""

from __future__ import annotations

from bot.nlu.embeddings import SHIPPED, bounded
from bot.nlu.encoder import LAYERS_FILE, encoder_version, prepared
from bot.nlu.training_texts import training_utterances
from bot.nlu.vectors import VectorFile


def test_every_training_utterance_has_its_embedding_shipped() -> None:
    shipped = VectorFile(SHIPPED, encoder_version())
    missing = [text for _, text in training_utterances(dialogue=True) if bounded(prepared(text)) and bounded(prepared(text)) not in shipped]
    assert not missing, (
        f"{len(missing)} are missing ({missing[:3]}): run `make embeddings` after {LAYERS_FILE.name} or data/nlu has changed"
    )
