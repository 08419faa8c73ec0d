"""Fetching official models from a server of our own: whole, damaged, missing, broken off."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from quotes.errors import ModelError, UsageError
from quotes.nlp.download import PARTIAL, download_models
from quotes.nlp.layout import ModelFile
from quotes.nlp.models import find_models
from quotes.nlp.verify import verify_models
from tests.model_folders import PATHS, Server, content_of, files_of, make_folder, serving, toy_resources

POS = "en/pos/toy.pt"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving(files_of(make_folder(tmp_path / "served"))) as server:
        yield server


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(tmp_path / "here"))
    return tmp_path / "here"


def refused(target: Path, server: Server) -> str:
    """What the error says, in one sentence; nothing may look like a set of models afterwards."""
    with pytest.raises(ModelError) as caught:
        download_models(target, server.url)
    assert "\n" not in str(caught.value)
    assert not (target / "resources.json").exists()
    with pytest.raises(ModelError):
        find_models("stanza")
    return str(caught.value)


def test_the_set_is_fetched_and_nothing_else(server: Server, target: Path) -> None:
    heard: dict[str, tuple[int, int | None]] = {}

    def watch(file: ModelFile, done: int, total: int | None) -> None:
        heard[file.path] = done, total

    files = download_models(target, server.url + "/", watch)
    assert sorted(file.path for file in files) == sorted(PATHS) == sorted(heard)
    assert sorted(server.asked) == sorted([*PATHS, "resources.json"])
    assert heard[POS] == (len(content_of("pos")),) * 2
    assert files_of(target).keys() == {*PATHS, "resources.json"}
    assert {check.state for check in verify_models(find_models("stanza"))} == {"good"}


def test_what_is_there_is_not_fetched_again(server: Server, target: Path) -> None:
    download_models(target, server.url)
    (target / POS).write_bytes(b"damaged")
    server.asked.clear()
    download_models(target, server.url)
    assert server.asked == ["resources.json", POS]
    assert (target / POS).read_bytes() == content_of("pos")


@pytest.mark.parametrize("takes_up", [True, False])
def test_what_broke_off_is_taken_up(server: Server, target: Path, takes_up: bool) -> None:
    server.limits[POS] = 150_000
    assert "the connection broke off" in refused(target, server)
    part = target / (POS + PARTIAL)
    assert 0 < part.stat().st_size <= 150_000
    begun = part.stat().st_size
    server.limits.clear()
    server.asked.clear()
    server.takes_up = takes_up
    download_models(target, server.url)
    assert f"{POS} bytes={begun}-" in server.asked
    assert (target / POS).read_bytes() == content_of("pos")
    assert not part.exists()


def test_an_interrupted_download_goes_on(server: Server, target: Path) -> None:
    def interrupt(file: ModelFile, done: int, total: int | None) -> None:
        if file.path == POS:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        download_models(target, server.url, interrupt)
    assert not (target / POS).exists()
    server.asked.clear()
    download_models(target, server.url)
    begun = [asked for asked in server.asked if asked.startswith(f"{POS} bytes=")]
    assert len(begun) == 1
    assert PATHS[0] not in server.asked
    assert (target / POS).read_bytes() == content_of("pos")


@pytest.mark.parametrize("left", [b"of another file", content_of("pos"), content_of("pos") + b"more"])
def test_what_an_earlier_try_left_costs_nothing_when_it_is_of_no_use(server: Server, target: Path, left: bytes) -> None:
    part = target / (POS + PARTIAL)
    part.parent.mkdir(parents=True)
    part.write_bytes(left)
    download_models(target, server.url)
    assert (target / POS).read_bytes() == content_of("pos")
    assert not part.exists()


def test_a_damaged_file_is_refused(server: Server, target: Path) -> None:
    server.files[POS] = b"damaged"
    assert POS in refused(target, server)
    assert not (target / POS).exists()
    assert not (target / (POS + PARTIAL)).exists()


def test_a_missing_file_is_named(server: Server, target: Path) -> None:
    del server.files[POS]
    message = refused(target, server)
    assert f"{POS} cannot be fetched (404 Not Found)" in message
    assert "quotes models download" in message


@pytest.mark.parametrize("content", [b"", b"<html>", b"{}", json.dumps(toy_resources(md5=False)).encode()])
def test_a_list_of_no_use_is_refused(server: Server, target: Path, content: bytes) -> None:
    server.files["resources.json"] = content
    assert "is of no use" in refused(target, server)


def test_a_server_that_is_not_there(target: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        silent = Server(f"http://127.0.0.1:{taken.getsockname()[1]}", {})
        assert "(no connection)" in refused(target, silent)


def test_an_address_that_is_none_is_a_matter_of_usage(target: Path) -> None:
    with pytest.raises(UsageError, match="http://"):
        download_models(target, "ftp://example.org")


def test_a_folder_that_cannot_be_written(server: Server, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ModelError, match=r"cannot be written .*STANZA_RESOURCES_DIR"):
        download_models(tmp_path / "file" / "below", server.url)


def test_stanzas_own_servers_are_asked_as_stanza_asks_them(
    server: Server, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    common = pytest.importorskip("stanza.resources.common")
    version = common.DEFAULT_RESOURCES_VERSION
    template = f"{server.url}/stanza-{{lang}}/resolve/v{{resources_version}}/models/{{filename}}"
    moved = {f"stanza-en/resolve/v{version}/models/{name.removeprefix('en/')}": server.files[name] for name in PATHS}
    listed = json.dumps(toy_resources(url=template)).encode()
    server.files = {f"list/resources_{version}.json": listed, **moved}
    monkeypatch.setattr(common, "DEFAULT_RESOURCES_URL", f"{server.url}/list")
    download_models(target)
    assert files_of(target).keys() == {*PATHS, "resources.json"}


def test_a_list_that_does_not_say_where(server: Server, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    common = pytest.importorskip("stanza.resources.common")
    server.files[f"resources_{common.DEFAULT_RESOURCES_VERSION}.json"] = server.files["resources.json"]
    monkeypatch.setattr(common, "DEFAULT_RESOURCES_URL", server.url)
    with pytest.raises(ModelError, match="does not say where"):
        download_models(target)
