import json
from pathlib import Path

import pytest

from quotes.errors import ModelError
from quotes.nlp import Analyser
from quotes.nlp.models import OPTIONAL, PROCESSORS, find_models


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set in Stanza's layout whose files are no models."""
    language = {
        "packages": {"default": dict.fromkeys(PROCESSORS, "toy")},
        **{name: {"toy": {"dependencies": [{"model": "pretrain", "package": "vec"}]}} for name in PROCESSORS},
    }
    (tmp_path / "resources.json").write_text(json.dumps({"en": language}))
    for kind, package in [*((name, "toy") for name in PROCESSORS), ("pretrain", "vec")]:
        path = tmp_path / "en" / kind / f"{package}.pt"
        path.parent.mkdir(parents=True)
        path.write_bytes(kind.encode())
    return tmp_path


def test_a_complete_folder_is_found(folder: Path) -> None:
    models = find_models(folder)
    assert set(models.packages) == set(PROCESSORS)
    assert folder / "en" / "pretrain" / "vec.pt" in models.paths
    assert all(path.is_file() for path in models.paths)


def test_the_version_follows_the_files_or_the_metadata(folder: Path) -> None:
    versions = [find_models(folder).version, find_models(folder).version]
    (folder / "en" / "pos" / "toy.pt").write_bytes(b"other")
    versions.append(find_models(folder).version)
    (folder / "metadata.json").write_text("{}")
    versions.append(Analyser(folder).version)
    assert versions[0] == versions[1]
    assert len(set(versions)) == 3
    assert all(len(version) == 12 for version in versions)


@pytest.mark.parametrize(
    "name", [f"en/{kind}/toy.pt" for kind in PROCESSORS] + ["en/pretrain/vec.pt", "resources.json"]
)
def test_a_missing_file_is_named_with_the_remedy(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelError, match="--models") as caught:
        find_models(folder)
    assert Path(name).name in str(caught.value)
    assert str(caught.value).count(". ") == 0
    assert caught.value.exit_code == 4


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"de": {}}', '{"en": {"packages": {"default": {"tokenize": "x"}}}}']
)
def test_a_damaged_list_of_models_is_refused(folder: Path, content: str) -> None:
    (folder / "resources.json").write_text(content)
    with pytest.raises(ModelError):
        find_models(folder)


def test_models_that_are_none_are_refused_in_one_sentence(folder: Path) -> None:
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        Analyser(folder).analyse("Hello.")
    assert "\n" not in str(caught.value)


def test_constructing_touches_no_disk_and_no_text_needs_no_models(tmp_path: Path) -> None:
    analyser = Analyser(tmp_path / "nowhere")
    assert analyser.analyse(" \n").tokens == ()
    with pytest.raises(ModelError):
        analyser.analyse("Hello.")
    with pytest.raises(ModelError):
        _ = analyser.version


def test_optional_processors_may_lack(folder: Path) -> None:
    resources = json.loads((folder / "resources.json").read_text())
    for name in OPTIONAL:
        del resources["en"]["packages"]["default"][name]
    (folder / "resources.json").write_text(json.dumps(resources))
    assert set(find_models(folder).packages) == set(PROCESSORS) - OPTIONAL
