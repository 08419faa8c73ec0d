"""One resolver for every set of models, and what is said when something is missing or damaged."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from quotes.errors import ModelError, UsageError
from quotes.nlp import Analyser
from quotes.nlp.layout import OPTIONAL, PROCESSORS, parse_layout
from quotes.nlp.models import NAMED, find_models, packaged_folder, read_models
from quotes.nlp.verify import verify_models
from quotes.settings import stanza_folder
from tests.model_folders import PATHS, make_folder, toy_resources


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "models", md5=False)


def write_metadata(folder: Path) -> None:
    sums = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in PATHS}
    (folder / "metadata.json").write_text(json.dumps({"sha256": sums}))


def one_sentence(error: BaseException) -> bool:
    return "\n" not in str(error) and ". " not in str(error)


def test_a_complete_folder_is_found(folder: Path) -> None:
    models = find_models(folder)
    assert set(models.packages) == set(PROCESSORS)
    assert sorted(models.paths) == sorted(folder / name for name in PATHS)
    assert all(path.is_file() for path in models.paths)


def test_only_what_the_processors_need_must_be_there(folder: Path) -> None:
    (folder / "en/depparse/toy.pt").unlink()
    assert list(find_models(folder, ["lemma"]).packages) == ["tokenize", "mwt", "pos", "lemma"]
    assert list(find_models(folder, ["tokenize"]).packages) == ["tokenize"]
    with pytest.raises(ModelError, match="depparse"):
        find_models(folder, ["depparse"])
    with pytest.raises(UsageError, match=r"no processor pose; there are tokenize, mwt"):
        find_models(folder, ["pose"])


def test_the_packaged_set_has_a_name_and_so_has_stanzas(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert find_models() == find_models("packaged")
    assert find_models().folder == packaged_folder()
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(folder))
    assert find_models("stanza").folder == find_models(Path("stanza")).folder == folder
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(tmp_path / "nowhere"))
    with pytest.raises(ModelError, match="quotes models download") as caught:
        find_models("stanza")
    assert one_sentence(caught.value)


def test_stanzas_models_lie_in_a_folder_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("STANZA_RESOURCES_DIR", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert "who-said-what" in stanza_folder().parts


def test_the_version_follows_the_files_the_checksums_or_the_metadata(folder: Path) -> None:
    versions = [find_models(folder).version, find_models(folder).version]
    (folder / "en/pos/toy.pt").write_bytes(b"other")
    versions.append(find_models(folder).version)
    (folder / "resources.json").write_text(json.dumps(toy_resources()))
    versions.append(find_models(folder).version)
    (folder / "metadata.json").write_text("{}")
    versions.append(Analyser(folder).version)
    assert versions[0] == versions[1]
    assert len(set(versions)) == 4
    assert all(len(version) == 12 for version in versions)


@pytest.mark.parametrize("name", [*PATHS, "resources.json"])
def test_a_missing_file_is_named_with_the_remedy(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelError, match="quotes models verify --models") as caught:
        find_models(folder)
    assert Path(name).name in str(caught.value)
    assert one_sentence(caught.value)
    assert caught.value.exit_code == 4


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        "null",
        '{"de": {}}',
        '{"en": {"packages": []}}',
        '{"en": {"packages": {"default": {"tokenize": "x"}}}}',
        '{"en": {"packages": {"default": {"tokenize": "../../x"}}}}',
        '{"en": {"packages": {"default": {"tokenize": "x"}}, "tokenize": {"x": {"dependencies": [{"model": "y"}]}}}}',
    ],
)
def test_a_damaged_list_of_models_is_refused(folder: Path, content: str) -> None:
    (folder / "resources.json").write_text(content)
    with pytest.raises(ModelError) as caught:
        find_models(folder)
    assert one_sentence(caught.value)


@pytest.mark.parametrize("name", ["../../etc/x", "/etc/x", "..", ".x", "a/b", "a\\b", ""])
def test_no_name_leads_out_of_the_folder(name: str) -> None:
    with pytest.raises(ValueError, match="no name of a model"):
        parse_layout(json.dumps({"en": {"packages": {"default": {"pos": name}}}}).encode())


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
    resources = toy_resources()
    for name in OPTIONAL:
        del resources["en"]["packages"]["default"][name]
    (folder / "resources.json").write_text(json.dumps(resources))
    assert set(find_models(folder).packages) == set(PROCESSORS) - OPTIONAL


def test_files_are_checked_by_the_best_checksum_there_is(folder: Path) -> None:
    algorithms = []
    for prepare in (lambda: None, lambda: make_folder(folder), lambda: write_metadata(folder)):
        prepare()
        checks = verify_models(read_models(folder))
        assert sorted(check.path for check in checks) == sorted(PATHS)
        algorithms.append({(check.algorithm, check.state) for check in checks})
    assert algorithms == [{(None, "unchecked")}, {("md5", "good")}, {("sha256", "good")}]


@pytest.mark.parametrize("known", ["md5", "sha256"])
def test_one_changed_byte_is_found(tmp_path: Path, known: str) -> None:
    folder = make_folder(tmp_path)
    if known == "sha256":
        write_metadata(folder)
    damaged, missing = folder / "en/pos/toy.pt", folder / "en/ner/toy.pt"
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"?")
    missing.unlink()
    states = {check.path: check.state for check in verify_models(read_models(folder))}
    assert states.pop("en/pos/toy.pt") == "damaged"
    assert states.pop("en/ner/toy.pt") == "missing"
    assert set(states.values()) == {"good"}


@pytest.mark.parametrize("content", ["", "{"])
def test_damaged_metadata_is_refused(folder: Path, content: str) -> None:
    (folder / "metadata.json").write_text(content)
    with pytest.raises(ModelError, match=r"metadata\.json is damaged"):
        verify_models(read_models(folder))


@pytest.fixture
def damaged_set(tmp_path: Path) -> Path:
    """The packaged set with one byte of the expander turned over, which torch loads all the same."""
    folder = tmp_path / "models"
    shutil.copytree(packaged_folder(), folder)
    path = folder / next(file.path for file in find_models().files if file.kind == "mwt")
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 255
    path.write_bytes(content)
    return folder


def test_damage_to_the_packaged_set_is_seen_before_it_is_used(
    damaged_set: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(NAMED, "packaged", lambda: damaged_set)
    with pytest.raises(ModelError, match="pip install --force-reinstall who-said-what") as caught:
        Analyser(threads=1).analyse("Ann doesn't.")
    assert "en/mwt/" in str(caught.value)
    assert one_sentence(caught.value)


def test_a_file_that_cannot_be_loaded_is_named(damaged_set: Path, caplog: pytest.LogCaptureFixture) -> None:
    [path] = (damaged_set / "en" / "mwt").iterdir()
    path.write_bytes(path.read_bytes()[:1000])
    with pytest.raises(ModelError, match=f"en/mwt/{path.name} is damaged; .*quotes models verify") as caught:
        Analyser(damaged_set, threads=1).analyse("Ann doesn't.")
    assert one_sentence(caught.value)
    assert not caplog.records
