"""Some seconds of what `python -m tests.fuzz --minutes 60` does for an hour."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.domain import Article
from quotes.read import read_articles
from tests.fuzz.judging import faults_of
from tests.fuzz.mutation import mutate
from tests.samples import samples


@pytest.mark.parametrize("hundred", range(4))
def test_damaged_samples_become_articles_or_rejects(hundred: int, tmp_path: Path) -> None:
    for seed in range(100 * hundred, 100 * hundred + 100):
        name, data = mutate(Random(seed), samples())
        path = tmp_path / name
        path.write_bytes(data)
        assert not list(faults_of(path)), f"seed {seed}: {name}"
        path.unlink()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(samples())), st.binary(max_size=400))
def test_any_bytes_under_any_name(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert not list(faults_of(path))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([name for name in sorted(samples()) if name.endswith(("txt", "html", "jsonl", "csv", "md"))]),
       st.text(max_size=200))  # fmt: skip
def test_any_text_under_any_name(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
    assert not list(faults_of(path))


@pytest.mark.parametrize("name", sorted(samples()))
def test_every_sample_is_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(samples()[name])
    assert any(isinstance(item, Article) for item in read_articles([path]))
