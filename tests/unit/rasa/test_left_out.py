"""Rasa's own commands and ours work without what requirements-diet.in names, whether it is installed here or not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bot.settings import ROOT

LEFT_OUT = (
    "tensorflow tensorflow_hub tensorflow_text tensorflow_io_gcs_filesystem absl google.protobuf pydantic huggingface_hub confluent_kafka "
    "astunparse flatbuffers gast grpc h5py jax jaxlib keras clang markdown ml_dtypes oauthlib opt_einsum requests_oauthlib tensorboard "
    "google_auth_oauthlib pasta werkzeug wrapt hf_xet httpx2 httpcore2 anyio filelock truststore"
).split()

HIDE = f"""
import sys
from importlib.machinery import PathFinder
LEFT_OUT, found = {LEFT_OUT!r}, PathFinder.find_spec
PathFinder.find_spec = lambda name, *rest: None if any(name == one or name.startswith(one + ".") for one in LEFT_OUT) else found(name, *rest)
sys.path.insert(0, {str(ROOT)!r})
from bot.rasa.lean_imports import install, HEAVY
"""

COMMANDS = """
install(real_first=True)  # as scripts/setup.sh has every Python in .venv do
from rasa.__main__ import main
for command in sys.argv[1:]:
    print("asked:", command)
    sys.argv = ["rasa", *command.split()]
    try:
        main()
    except SystemExit as end:
        if end.code:
            raise
"""

OURS = """
install()
import actions.answer, bot.rasa.app, bot.rasa.training, bot.evaluation.run, bot.server
import rasa.model_training, rasa.graph_components.validators.default_recipe_validator, rasa.core.test, rasa.nlu.test
print(sorted(name for name in sys.modules if name.split(".")[0] in LEFT_OUT and name.split(".")[0] not in HEAVY))
print(type(sys.modules["tensorflow"]).__name__)
"""

FILES = {
    "config.yml": "recipe: default.v1\nlanguage: nb\nassistant_id: test\npipeline:\n- name: WhitespaceTokenizer\n- name: CountVectorsFeaturizer\n- name: {classifier}\npolicies:\n- name: RulePolicy\n",
    "domain.yml": 'version: "3.1"\nintents: [hei, hade]\nresponses:\n  utter_hei:\n  - text: hei\n',
    "data/all.yml": 'version: "3.1"\nnlu:\n- intent: hei\n  examples: |\n    - hei\n    - god dag\n- intent: hade\n  examples: |\n    - ha det\n    - vi ses\n'
    "rules:\n- rule: hei\n  steps:\n  - intent: hei\n  - action: utter_hei\n",
}


def run(script: str, *arguments: str, folder: Path = ROOT, told: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "ignore", "-c", HIDE + script, *arguments]
    return subprocess.run(command, cwd=folder, input=told, capture_output=True, text=True, check=False)


def project(folder: Path, classifier: str) -> Path:
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text.replace("{classifier}", classifier), encoding="utf-8")
    return folder


def test_what_trains_and_serves_imports_none_of_it() -> None:
    done = run(OURS)
    assert done.stdout.splitlines()[-2:] == ["[]", "_StandInModule"], done.stderr


def test_the_plain_command_trains_and_understands(tmp_path: Path) -> None:
    done = run(COMMANDS, "train", "shell nlu", folder=project(tmp_path, "LogisticRegressionClassifier"), told="god dag\n")
    assert done.returncode == 0, done.stderr
    heard = done.stdout.split("asked: shell nlu")[1].split('"intent_ranking"')[0]
    assert '"name": "hei"' in heard


def test_the_plain_command_explains_itself() -> None:
    commands = "train", "run", "shell", "test", "data", "interactive", "visualize", "export", "x", "evaluate", "init"
    done = run(COMMANDS, *(f"{command} --help" for command in commands))
    assert done.returncode == 0, done.stderr
    assert [command for command in commands if f"usage: rasa {command} " not in done.stdout] == []


def test_a_component_that_needs_tensorflow_says_in_one_sentence_how_to_get_it(tmp_path: Path) -> None:
    done = run(COMMANDS, "train nlu", folder=project(tmp_path, "DIETClassifier"))
    assert done.returncode == 1
    said = [line for line in (done.stdout + done.stderr).splitlines() if "TensorFlow" in line]
    assert len(said) == 1
    assert "DIET needs TensorFlow, which is not installed here: `make diet` brings it." in said[0]
    assert "Traceback" not in done.stdout + done.stderr
