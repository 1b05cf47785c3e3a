"""The doctor asks Telegram itself: each trouble in one line with what mends it, and no token anywhere."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.fakes.telegram_server import Fault, TelegramServer
from tests.fakes.telegram_world import TOKEN
from tests.webhook.test_telegram_commands import Tppo, in_background, tppo

__all__ = ["tppo"]

GROUP = -1001234567890
OURS = "https://lapor.ntb.test"
Examine = Callable[..., Result]


@pytest.fixture
def examine(tppo: Tppo) -> Examine:
    """Runs the doctor, asking this Telegram."""

    def run(server: TelegramServer | None, **settings: str) -> Result:
        base = server.base if server else "http://127.0.0.1:9"
        return tppo("doctor", **{"telegram_bot_token": TOKEN, "telegram_api_base": base, **settings})

    return run


def lines(found: Result, mark: str = "") -> str:
    """Give what it says of Telegram, or only what carries a mark."""
    assert TOKEN not in found.output
    return "\n".join(one for one in found.output.splitlines() if "telegram" in one and one.startswith(mark))


def test_a_bot_that_works_is_named(examine: Examine) -> None:
    with in_background() as server:
        server.world.group(GROUP, is_forum=True)
        found = examine(server, duty_telegram_chat=str(GROUP))

    assert found.exit_code == 0, found.output
    assert "@layanan_lapor_bot" in lines(found, "ok")
    assert "a topic a ticket" in lines(found, "ok")


def test_a_refused_token_is_told(examine: Examine) -> None:
    with in_background() as server:
        found = examine(server, telegram_bot_token="123456789:AAinventedinventedinventedinvented9999")

    assert found.exit_code == 1
    assert "TPPO_TELEGRAM_BOT_TOKEN" in lines(found, "BAD")
    assert "9999" not in found.output


def test_a_network_that_is_away_is_told(examine: Examine) -> None:
    found = examine(None)

    assert found.exit_code == 1
    assert "does not answer" in lines(found, "BAD")


def test_offline_asks_nobody(tppo: Tppo) -> None:
    found = tppo("doctor", "--offline", telegram_bot_token=TOKEN, telegram_api_base="http://127.0.0.1:9")

    assert "BAD" not in lines(found)


@pytest.mark.slow
def test_a_telegram_that_hangs_is_given_up(examine: Examine) -> None:
    with in_background() as server:
        server.faults = [Fault("getMe", hangs=True)]
        began = time.monotonic()
        found = examine(server)

    assert time.monotonic() - began < 15
    assert "does not answer" in lines(found, "BAD")


def test_a_webhook_that_is_set_elsewhere_takes_our_messages_away(examine: Examine) -> None:
    with in_background() as server:
        server.webhook = {"url": "https://lain.example/rahasia/webhook"}
        polling = examine(server)
        own = {"telegram_webhook_secret": "rahasia-sekali_1", "public_base_url": OURS}
        called = examine(server, **own)

    for found in (polling, called):
        assert found.exit_code == 1
        assert "lain.example" in lines(found, "BAD")
        assert "/rahasia/" not in found.output
    assert "tppo webhook set" in lines(called, "BAD")


def test_a_webhook_of_ours_is_followed_from_unset_to_well(examine: Examine, tppo: Tppo) -> None:
    own = {"telegram_webhook_secret": "rahasia-sekali_1", "public_base_url": OURS}
    with in_background() as server:
        before = examine(server, **own)
        tppo("webhook", "set", telegram_bot_token=TOKEN, telegram_api_base=server.base, **own)
        after = examine(server, **own)
        server.webhook_trouble = {
            "last_error_date": int(time.time()) - 60,
            "last_error_message": "Wrong response from the webhook: 403 Forbidden",
        }
        troubled = examine(server, **own)
        server.webhook_trouble["last_error_date"] -= 90_000
        over = examine(server, **own)
        server.webhook["allowed_updates"] = ["message"]
        narrow = examine(server, **own)

    assert "nothing arrives: tppo webhook set" in lines(before, "BAD")
    assert after.exit_code == over.exit_code == 0
    assert "403 Forbidden" in lines(troubled, "BAD")
    assert "callback_query" in lines(narrow, "BAD")


def test_back_to_polling_our_own_old_webhook_is_no_fault(examine: Examine) -> None:
    with in_background() as server:
        server.webhook = {"url": f"{OURS}/webhook/telegram"}
        found = examine(server, public_base_url=OURS)

    assert found.exit_code == 0
    assert "next start" in lines(found, "note")


@pytest.mark.parametrize(
    ("change", "mark", "says"),
    [
        ({"bot_is_in": False}, "BAD", "not in the duty group"),
        ({"bot_is_admin": False}, "BAD", "privacy mode"),
        ({"bot_may_manage_topics": False}, "note", "may not manage topics"),
        ({"type": "channel"}, "BAD", "no group"),
        ({"moved_to": -1009999999999}, "note", "TPPO_DUTY_TELEGRAM_CHAT=-1009999999999"),
    ],
)
def test_what_is_wrong_with_the_duty_group_is_told(
    examine: Examine, change: dict[str, object], mark: str, says: str
) -> None:
    with in_background() as server:
        group = server.world.group(GROUP, is_forum=True)
        server.world.group(-1009999999999)
        for name, value in change.items():
            setattr(group, name, value)
        found = examine(server, duty_telegram_chat=str(GROUP))

    assert says in lines(found, mark)
    assert found.exit_code == int(mark == "BAD")


def test_without_privacy_mode_a_plain_member_hears_everything(examine: Examine) -> None:
    with in_background() as server:
        server.world.has_privacy_mode = False
        server.world.group(GROUP).bot_is_admin = False
        found = examine(server, duty_telegram_chat=str(GROUP))

    assert found.exit_code == 0, found.output


def test_a_group_that_nobody_knows_is_told_and_trouble_of_telegrams_is_not_taken_for_it(examine: Examine) -> None:
    with in_background() as server:
        unknown = examine(server, duty_telegram_chat="-100777")
        server.faults = [Fault("getChat", code=429, description="Too Many Requests: retry after 5", retry_after=5)]
        busy = examine(server, duty_telegram_chat="-100777")

    assert "not in the duty group" in lines(unknown, "BAD")
    assert "Too Many Requests" in lines(busy, "BAD")


def test_a_folder_without_a_deployment_is_examined_too(examine: Examine, data_dir: Path) -> None:
    with in_background() as server:
        found = examine(server, data_dir=str(data_dir / "neu"))

    assert found.exit_code == 0
