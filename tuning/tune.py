"""Tunes the encoder on what people write: `make encoder` (docs/decisions/0007-tuned-encoder.md).

Learns eight things at once, so that one vector serves all: the topic of a question and whether it asks two things, the
kind of danger, what else is told of it and whether it is about somebody else, what is asked once help has been shown, what a
message does with the talk itself, and whether it leans on what was said before. Writes the layers and the small
classifiers on top of them to data/encoder; the word table stays in the engine's package.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from bot.content.roles import read_roles
from bot.language.danger import CIRCUMSTANCES
from bot.nlu.acts import ACTS, told_acts
from bot.nlu.asked import follow_ups
from bot.nlu.danger_corpus import (
    ACUTE,
    AFTER,
    CIRCUMSTANCES_TOLD,
    CORPUS,
    KINDS,
    NONE,
    harmless_asides,
    read_after,
    read_circumstances,
    read_messages,
)
from bot.nlu.encoder import HEADS_FILE, LAYERS_FILE, base_model, prepared, tuned_model
from bot.nlu.packed import read_packed
from bot.nlu.questions import told_questions
from bot.nlu.training_texts import listed_utterances
from tuning.network import DEVICE, DIMENSION, Encoder, Tokenizer, batch
from tuning.texts import disturbed

BATCH = 64
RATE, HEAD_RATE = 2e-4, 5e-3
EPOCHS = 7
ROUND_FROM = 0.55
"""From this share of the steps on, weights are seen as four bits keep them."""
SEED = 20261127
WEIGHTS = {"kind": 2.0, "topic": 1.0, "two": 0.3, "about": 0.3, "after": 0.5, "act": 0.3, **dict.fromkeys((*CIRCUMSTANCES, "leans"), 0.3)}
"""How much each head counts."""
ASKED_TOO, FAIR_TOO = 0.3, 0.15
"""What of a topic's share goes to a second one that is asked too, or would be a fair first answer."""


class Head(nn.Module):
    """A linear classifier on unit vectors, with a learnt sharpness."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.linear, self.gain = nn.Linear(DIMENSION, classes), nn.Parameter(torch.tensor(10.0))

    def forward(self, vectors: torch.Tensor) -> torch.Tensor:
        return self.gain * self.linear(vectors)


Classes = dict[str, int]
"""The class of a text for each head it teaches."""


def examples() -> tuple[list[tuple[str, Classes]], dict[str, tuple[str, ...]], list[str]]:
    """Every training text with its class for each head it teaches, the classes of the heads, and harmless asides."""
    utterances, questions, acts = listed_utterances(), told_questions(), told_acts()
    messages = read_messages(sorted(CORPUS.glob("*.tsv")))
    after = read_after(sorted(AFTER.glob("*.tsv")))
    classes = {
        "kind": KINDS,
        "topic": tuple(sorted({topic for topic, _ in utterances} | {question.topic for question in questions})),
        "two": ("one", "two"),
        "about": ("selv", "annen"),
        "after": tuple(sorted({question for question, _ in after})),
        "act": ACTS,
        **dict.fromkeys((*CIRCUMSTANCES, "leans"), ("nei", "ja")),
    }
    index = {head: {name: i for i, name in enumerate(names)} for head, names in classes.items()}
    told: list[tuple[str, Classes]] = [
        (message.text, {"kind": index["kind"][message.label], **({} if message.level == NONE else {"about": int(message.other)})})
        for message in messages
    ]
    near_danger = read_roles().near_danger
    asked = [
        (text, {"topic": index["topic"][topic], **({} if topic in near_danger else {"kind": 0}), **_beside(number, index)})
        for number, (topic, text) in enumerate(utterances)
    ]
    asked += [
        (
            question.text,
            {
                "topic": index["topic"][question.topic],
                "two": int(question.two),
                **({"also": index["topic"][question.also[0]]} if question.also and question.also[0] in index["topic"] else {}),
                **({"kind": 0} if question.level == NONE and question.topic not in near_danger else {}),
                **_beside(2 * number, index),
            },
        )
        for number, question in enumerate(questions)
    ]
    later = [(text, {"after": index["after"][question]}) for question, text in after]
    about_talk = [(text, {"act": index["act"][act]}) for act, text in acts]
    circumstances = [
        (text, {name: int(name in told_of) for name in CIRCUMSTANCES})
        for told_of, text in read_circumstances(sorted(CIRCUMSTANCES_TOLD.glob("*.tsv")))
    ]
    leaning = [(way.text, {"leans": 1, "two": 0, "after": index["after"]["annet"], "act": 0}) for way in follow_ups()]
    return told + asked + later + about_talk + circumstances + leaning, classes, harmless_asides(messages)


def _beside(number: int, index: dict[str, Classes]) -> Classes:
    """What every tenth question about a topic is not: a question about help, an act, two things at once, a follow-up."""
    return {"after": index["after"]["annet"], "act": 0, "two": 0, "leans": 0} if number % 10 == 0 else {}


def main() -> int:
    """Tune, and write data/encoder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--onward", action="store_true", help="start from the layers and classifiers in data/encoder, not from the engine's model"
    )
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--hold-out", nargs="*", default=[], metavar="FILE", help="messages to measure on after each epoch")
    arguments = parser.parse_args()
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    packed = read_packed(tuned_model() if arguments.onward else base_model())
    encoder, tokenize = Encoder(packed).to(DEVICE), Tokenizer(packed)
    data, classes, asides = examples()
    heads = nn.ModuleDict({name: Head(len(names)) for name, names in classes.items()}).to(DEVICE)
    if arguments.onward:
        _take_up(heads, classes)
    rates = [RATE, HEAD_RATE]
    optimizer = torch.optim.AdamW(
        [{"params": encoder.parameters(), "lr": RATE}, {"params": heads.parameters(), "lr": HEAD_RATE}], weight_decay=0.01
    )
    steps = arguments.epochs * (len(data) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rates, total_steps=steps + 1, pct_start=0.1, anneal_strategy="linear")
    print(f"{len(data)} texts, {steps} steps", flush=True)
    held = [message for name in arguments.hold_out for message in read_messages([Path(name)])]
    step, started = 0, time.monotonic()
    for epoch in range(arguments.epochs):
        for texts in _batches(data, asides, tokenize, rng):
            step += 1
            encoder.round(step > ROUND_FROM * steps)
            loss = _loss(encoder, heads, texts)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            if step % 100 == 0:
                print(f"{step}/{steps} loss {loss.item():.3f} {time.monotonic() - started:.0f} s", flush=True)
        _write(encoder, heads, classes)
        if held:
            _measure(encoder, heads, tokenize, held, epoch)
    return 0


@torch.no_grad()
def _take_up(heads: nn.ModuleDict, classes: dict[str, tuple[str, ...]]) -> None:
    """Set the classifiers to those in data/encoder, class by class; a new class begins anew."""
    with np.load(HEADS_FILE, allow_pickle=False) as known:
        for name, head in heads.items():
            if f"{name}.classes" not in known.files:
                continue
            rows = {str(label): row for row, label in enumerate(known[f"{name}.classes"])}
            for row, label in enumerate(classes[name]):
                if label in rows:
                    head.linear.weight[row] = torch.tensor(known[f"{name}.weight"][rows[label]]) / head.gain
                    head.linear.bias[row] = float(known[f"{name}.bias"][rows[label]]) / head.gain


def _batches(data: list, asides: list[str], tokenize: Tokenizer, rng: random.Random):
    """Batches of texts of like length, in a new order and with new slips of the thumb each time."""
    # Beside a question about a topic only greetings and the like: another question would be another topic.
    ready = [(tokenize(prepared(disturbed(text, rng, () if "topic" in classes else asides))), classes) for text, classes in data]
    rng.shuffle(ready)
    sorted_runs = []
    for start in range(0, len(ready), BATCH * 20):
        sorted_runs += sorted(ready[start : start + BATCH * 20], key=lambda item: len(item[0]))
    batches = [sorted_runs[i : i + BATCH] for i in range(0, len(sorted_runs) - BATCH + 1, BATCH)]
    rng.shuffle(batches)
    return batches


def _loss(encoder: Encoder, heads: nn.ModuleDict, texts: list) -> torch.Tensor:
    ids, mask = batch([tokens for tokens, _ in texts])
    with torch.autocast(DEVICE, torch.bfloat16):
        vectors = encoder(ids, mask)
    vectors, loss = vectors.float(), torch.zeros((), device=DEVICE)
    for name, head in heads.items():
        rows = [i for i, (_, classes) in enumerate(texts) if name in classes]
        if rows:
            wanted = _wanted(name, [texts[i][1] for i in rows], head.linear.out_features)
            loss = loss + WEIGHTS[name] * len(rows) / len(texts) * F.cross_entropy(head(vectors[rows]), wanted)
    return loss


def _wanted(name: str, classes: list[Classes], count: int) -> torch.Tensor:
    """What a head should say, shape (texts, classes): mostly the class, a little all others; of a topic some goes to the next best."""
    smoothing = 0.1 if name == "topic" else 0.05
    wanted = torch.full((len(classes), count), smoothing / count)
    for row, of in enumerate(classes):
        share = (1 - smoothing) * (0.0 if name != "topic" or "also" not in of else ASKED_TOO if of["two"] else FAIR_TOO)
        wanted[row, of[name]] += 1 - smoothing - share
        if share:
            wanted[row, of["also"]] += share
    return wanted.to(DEVICE)


def _write(encoder: Encoder, heads: nn.ModuleDict, classes: dict[str, tuple[str, ...]]) -> None:
    LAYERS_FILE.parent.mkdir(parents=True, exist_ok=True)
    parts = encoder.packed_parts()
    directory = json.dumps({name: len(part) for name, part in parts.items()}).encode()
    LAYERS_FILE.write_bytes(len(directory).to_bytes(4, "little") + directory + b"".join(parts.values()))
    arrays = {}
    for name, head in heads.items():
        arrays[f"{name}.weight"] = (head.gain * head.linear.weight).detach().cpu().numpy().astype(np.float32)
        arrays[f"{name}.bias"] = (head.gain * head.linear.bias).detach().cpu().numpy().astype(np.float32)
        arrays[f"{name}.classes"] = np.array(classes[name])
    np.savez(HEADS_FILE, **arrays)


@torch.no_grad()
def _measure(encoder: Encoder, heads: nn.ModuleDict, tokenize: Tokenizer, held: list, epoch: int) -> None:
    from sklearn.metrics import roc_auc_score

    encoder.eval()
    tokens = [tokenize(prepared(message.text)) for message in held]
    with torch.autocast(DEVICE, torch.bfloat16):
        vectors = torch.cat([encoder(*batch(tokens[i : i + 64])).float() for i in range(0, len(tokens), 64)])
    encoder.train()
    acute = torch.softmax(heads["kind"](vectors), -1)[:, len(KINDS) - len(ACUTE) :].sum(1).cpu().numpy()
    danger = np.array([message.level == "akutt" for message in held])
    harmless = np.array([message.level == NONE for message in held])
    limit = np.sort(acute[harmless])[int(harmless.sum() * 0.97)]
    known = danger | harmless
    print(
        f"epoch {epoch}: AUC {roc_auc_score(danger[known], acute[known]):.4f}, found at 3 % false {np.mean(acute[danger] > limit):.3f}",
        flush=True,
    )


if __name__ == "__main__":
    raise SystemExit(main())
