"""Four-bit weights survive the round trip."""

from __future__ import annotations

import numpy as np

from bot.nlu.encoder import base_model
from bot.nlu.packed import pack, read_packed, unpack


def test_four_bit_weights_survive_the_round_trip() -> None:
    packed = read_packed(base_model())
    raw = packed.raw("l0.q.w")
    weights = unpack(raw, 384)
    assert weights.shape == (384, 384)
    again = unpack(pack(weights), 384)
    assert np.abs(again - weights).max() < 1e-6
    noise = np.random.default_rng(0).normal(size=(8, 64)).astype(np.float32)
    assert np.abs(unpack(pack(noise), 64) - noise).mean() < 0.12
