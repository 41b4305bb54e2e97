"""Rasa starts without TensorFlow, which need not be installed: it can be imported and subclassed, and fails loudly when it is used."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from bot.rasa.lean_imports import HEAVY, TensorFlowIsOffError, _stand_in, install
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
print(sum(getattr(finder, "real_first", None) is False for finder in sys.meta_path))
"""

REAL_FIRST = """
import sys
from importlib.machinery import PathFinder
found = PathFinder.find_spec
PathFinder.find_spec = lambda name, *rest: None if name.split(".")[0] in {heavy!r} else found(name, *rest)  # none is installed
from bot.rasa.lean_imports import install
install(real_first=True)
try:
    import tensorflow
except ModuleNotFoundError as error:
    print(error)
import rasa, rasa.shared.exceptions
import tensorflow
try:
    tensorflow.constant([1])
except rasa.shared.exceptions.RasaException as error:
    print(error)
"""


SERVING = """
import sys
from bot.rasa.lean_imports import install, leave_out_unserved, LeftOutError, TensorFlowIsOffError, UNSERVED
install(); leave_out_unserved()
import actions.answer, bot.rasa.app, rasa.model_training, rasa.graph_components.validators.default_recipe_validator
print(sorted(name for name in UNSERVED if name in sys.modules and type(sys.modules[name]).__name__ != "_StandInModule"))
from rasa.core.tracker_store import TrackerStore
from rasa.utils.endpoints import EndpointConfig
for kind in ("dynamo", "mongod"):
    try:
        TrackerStore.create(EndpointConfig(type=kind))
    except LeftOutError as error:
        print(error)
from botocore.exceptions import BotoCoreError
try:
    raise KeyError("the error at hand")
except (BotoCoreError, KeyError) as error:
    print(error)
"""


def run(script: str) -> list[str]:
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()


def test_it_is_imported_subclassed_hinted_and_refused_when_used() -> None:
    said, finders = run(SCRIPT)
    assert re.fullmatch(
        r"tensorflow\.constant needs TensorFlow, which is (not installed here: `make diet` brings it|off: set VEIVALG_TENSORFLOW=1 to use it)\.",
        said,
    )
    assert finders == "1"


def test_where_it_is_not_installed_only_rasa_gets_the_stand_in_and_rasa_tells_how_to_get_it() -> None:
    assert run(REAL_FIRST.format(heavy=HEAVY)) == [
        "No module named 'tensorflow'",
        "tensorflow.constant needs TensorFlow, which is not installed here: `make diet` brings it.",
    ]


def test_what_serves_and_trains_needs_no_other_channel_and_store_and_one_that_is_asked_for_says_so() -> None:
    real, *told, at_hand = run(SERVING)
    assert real == "[]"
    assert told == [
        f"{name} is left out of `python -m bot run`, which serves no other channel and keeps no other store."
        for name in ("boto3.client", "pymongo.MongoClient")
    ]
    assert at_hand == "'the error at hand'"


def test_the_real_one_goes_first_where_it_is_asked_for() -> None:
    """A package on the path in TensorFlow's place: what it tries and lacks is missing, and no stand-in hides that."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "tensorflow").mkdir()
        (Path(folder) / "tensorflow" / "__init__.py").write_text(
            "try:\n    import jax\n    from tensorflow import gone\nexcept ImportError as error:\n    real = str(error)\n"
        )
        said = run(
            f"import sys; sys.path.insert(0, {folder!r}); from bot.rasa.lean_imports import install; install(real_first=True); import rasa, tensorflow; print(tensorflow.real)"
        )
    assert len(said) == 1
    assert re.match(r"No module named 'jax'|cannot import name 'gone'", said[0])


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
