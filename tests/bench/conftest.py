"""Names the machine above the figures, and prints what the table of times cannot say."""

import os
import platform
from pathlib import Path

import pytest

FIGURES = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[FIGURES] = []


def pytest_report_header() -> str:
    return f"machine: {_processor()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for line in [pytest_report_header(), *config.stash[FIGURES]]:
        terminalreporter.write_line(line)


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> list[str]:
    """Lines to print at the end."""
    return request.config.stash[FIGURES]


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    lines = information.read_text().splitlines() if information.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()
