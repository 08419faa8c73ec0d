"""Names the machine above the figures, and prints what the table of times cannot say."""

import pytest

from tests.bench.machine import machine

FIGURES = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[FIGURES] = []


def pytest_report_header() -> str:
    return f"machine: {machine()}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for line in [pytest_report_header(), *config.stash[FIGURES]]:
        terminalreporter.write_line(line)


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> list[str]:
    """Lines to print at the end."""
    return request.config.stash[FIGURES]
