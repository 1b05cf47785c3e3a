"""`tppo webhook` and `tppo officer link`: one line says what is, one line says what to mend, no token anywhere."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.fakes.telegram_server import TelegramServer, telegram
from tests.fakes.telegram_world import TOKEN
from webhook.cli import main

Tppo = Callable[..., Result]


@contextmanager
def in_background() -> Iterator[TelegramServer]:
    """Run the double in a thread of its own: the commands bring their own event loop."""
    ready, made, stop = threading.Event(), [], asyncio.Event()
    loop = asyncio.new_event_loop()

    async def serve() -> None:
        async with telegram() as server:
            made.append(server)
            ready.set()
            await stop.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()))
    thread.start()
    assert ready.wait(10)
    try:
        yield made[0]
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(10)
        loop.close()


@pytest.fixture
def tppo(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Tppo:
    """Runs `tppo` on an empty deployment with these settings."""

    def run(*words: str, **settings: str) -> Result:
        monkeypatch.chdir(data_dir.parent)
        env = {f"TPPO_{name.upper()}": value for name, value in settings.items()}
        return CliRunner().invoke(main, words, env={"TPPO_DATA_DIR": str(data_dir), **env})

    return run


def test_the_webhook_is_set_with_its_secret_and_shown(tppo: Tppo) -> None:
    with in_background() as server:
        known = {
            "telegram_bot_token": TOKEN,
            "telegram_api_base": server.base,
            "telegram_webhook_secret": "baru_1,lama_0",
            "public_base_url": "https://lapor.ntb.test",
        }
        done, shown = tppo("webhook", "set", **known), tppo("webhook", "show", **known)

    assert done.exit_code == shown.exit_code == 0
    assert "https://lapor.ntb.test/webhook/telegram" in done.output
    assert server.webhook["secret_token"] == "baru_1"
    assert server.webhook["max_connections"] == 4
    assert "drop_pending_updates" not in server.webhook
    assert "https://lapor.ntb.test/webhook/telegram" in shown.output
    assert TOKEN not in done.output + shown.output


def test_a_refused_token_is_said_in_one_line(tppo: Tppo) -> None:
    with in_background() as server:
        found = tppo("webhook", "show", telegram_bot_token="123:falsch", telegram_api_base=server.base)

    assert found.exit_code == 1
    assert "TPPO_TELEGRAM_BOT_TOKEN" in found.output
    assert "falsch" not in found.output


def test_a_network_that_is_away_is_said_in_one_line(tppo: Tppo) -> None:
    found = tppo("webhook", "show", telegram_bot_token=TOKEN, telegram_api_base="http://127.0.0.1:9")

    assert found.exit_code == 1
    assert "does not answer" in found.output
    assert TOKEN not in found.output


@pytest.mark.parametrize("settings", [{}, {"telegram_bot_token": TOKEN}])
def test_what_is_missing_is_named(tppo: Tppo, settings: dict[str, str]) -> None:
    found = tppo("webhook", "set", **settings)

    assert found.exit_code == 1
    assert "TPPO_TELEGRAM_" in found.output


def test_an_officer_gets_a_code_that_links_their_own_account(tppo: Tppo) -> None:
    assert tppo("officer", "add", "siti").exit_code == 0
    given, taken, unknown = (
        tppo("officer", "link", "siti"),
        tppo("officer", "link", "siti", "--unlink"),
        tppo("officer", "link", "budi"),
    )

    assert "/tautkan " in given.output
    assert "TAUT " in given.output
    assert "0 phones or accounts of siti" in taken.output
    assert unknown.exit_code == 1
