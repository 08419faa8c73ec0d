import pytest

from quotes.errors import ModelError
from quotes.nlp import Analyser


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    """The packaged models, loaded once for all tests."""
    found = Analyser(threads=1)
    try:
        _ = found.version
    except ModelError as error:
        pytest.skip(str(error))
    return found
