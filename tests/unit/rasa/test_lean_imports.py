"""Rasa starts without TensorFlow: it can be imported and subclassed, and fails loudly when it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.rasa.lean_imports import TensorFlowIsOffError, _stand_in, install
from bot.settings import ROOT

SCRIPT = """
import sys
from bot.rasa.lean_imports import install, TensorFlowIsOffError
install(); install()
import tensorflow as tf, keras.layers
from tensorflow.python.util import nest
class Layer(tf.keras.layers.Layer): pass
def hinted(x: tf.Tensor | None = None, y: "tf.RaggedTensor" = None) -> tf.data.Dataset[int]: ...
@tf.function
def kept(): return 1
assert kept() == 1
try:
    tf.constant([1])
except TensorFlowIsOffError as error:
    print(error)
print(sum(type(finder).__name__ == "_StandInFinder" for finder in sys.meta_path))
"""


def test_it_is_imported_subclassed_hinted_and_refused_when_used() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["tensorflow.constant needs TensorFlow, which is off: set VEIVALG_TENSORFLOW=1 to use it.", "1"]


def test_what_python_asks_of_every_module_is_not_made_up() -> None:
    with pytest.raises(AttributeError):
        _ = _stand_in("tensorflow.Tensor").__wrapped__
    with pytest.raises(TensorFlowIsOffError):
        _stand_in("tensorflow.Tensor")(1, 2)


def test_a_tensorflow_that_is_there_already_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    before = list(sys.meta_path)
    monkeypatch.setattr(sys, "meta_path", [])
    monkeypatch.setitem(sys.modules, "tensorflow", sys)
    install()
    assert sys.meta_path == []
    monkeypatch.setattr(sys, "meta_path", before)
