"""What the tests of the conversation may ask for: a moment, facts, and `--rewrite` for the golden dialogues."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from flows.facts import Facts

EVENING = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `pytest tests/flows --rewrite` write down what is said today as what shall be said."""
    parser.addoption("--rewrite", action="store_true", help="write the golden dialogues and conversation pages anew")


@pytest.fixture
def rewrite(request: pytest.FixtureRequest) -> bool:
    """True where expectations are to be written, not compared."""
    return bool(request.config.getoption("--rewrite", default=False))


@pytest.fixture
def facts() -> Facts:
    """A Saturday evening in Mataram, 20:00 WITA, and nothing filed yet."""
    return Facts(
        now=EVENING, zone=ZoneInfo("Asia/Makassar"), code="AAA-001", receipt="1111222233334444", channel="terminal"
    )
