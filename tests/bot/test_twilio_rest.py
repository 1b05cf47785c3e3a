"""What we ask of Twilio: every fault ends soon, as one of our errors, and tells nobody's number."""

import asyncio
import socket
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest

from bot.channel import NeedsTemplate, Refused, SendError, TryLater, Uncertain
from bot.twilio_http import make_client
from bot.twilio_rest import Access, TwilioRest
from bot.whatsapp_templates import ALL
from tests.fakes.twilio_server import FakeTwilio, fake_twilio
from tests.fakes.twilio_signing import OUR_NUMBER, SID, TOKEN
from tests.fakes.whatsapp_room import CITIZEN

pytestmark = pytest.mark.slow  # over real HTTP each time: more than a unit


@pytest.fixture
async def rest() -> AsyncIterator[tuple[FakeTwilio, TwilioRest]]:
    async with fake_twilio() as twilio, make_client(timeout=httpx.Timeout(0.5)) as client:
        twilio.windows[f"whatsapp:{CITIZEN}"] = twilio.clock() + timedelta(hours=1)
        yield twilio, TwilioRest(access(twilio.base), client)


@pytest.mark.parametrize(
    ("fault", "error", "reason"),
    [
        ("429", TryLater, "rate_limited"),
        ("503", TryLater, "unavailable"),
        ("500", Uncertain, "server"),
        ("hang after", Uncertain, "line"),
        ("garbage", Uncertain, "garbage"),
    ],
)
async def test_t24_every_fault_ends_soon_and_as_one_of_our_errors(
    rest: tuple[FakeTwilio, TwilioRest], fault: str, error: type[SendError], reason: str
) -> None:
    twilio, api = rest
    twilio.faults.append(fault)

    async with asyncio.timeout(30):
        with pytest.raises(error) as told:
            await api.send(CITIZEN, body="halo")

    assert told.value.reason == reason


async def test_t24_a_black_hole_and_a_closed_port_end_by_themselves() -> None:
    async with asyncio.timeout(5), make_client(timeout=httpx.Timeout(0.3)) as client:
        with socket.create_server(("127.0.0.1", 0)) as hole:  # takes the line and never answers
            port = hole.getsockname()[1]
            with pytest.raises(Uncertain):
                await TwilioRest(access(f"http://127.0.0.1:{port}"), client).send(CITIZEN, body="x")
        with pytest.raises(TryLater):
            await TwilioRest(access(f"http://127.0.0.1:{port}"), client).send(CITIZEN, body="x")


def access(base: str) -> Access:
    """Our account at that address."""
    return Access(SID, TOKEN, OUR_NUMBER, base)


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (63016, NeedsTemplate),
        (63018, TryLater),
        (63024, Refused),
        (21610, Refused),
        (21211, Refused),
        (63007, TryLater),
        (99999, Refused),
    ],
)
async def test_the_error_table_is_translated_once(
    rest: tuple[FakeTwilio, TwilioRest], code: int, error: type[SendError]
) -> None:
    twilio, api = rest
    twilio.refuses[f"whatsapp:{CITIZEN}"] = code

    with pytest.raises(error) as told:
        await api.send(CITIZEN, body="halo")

    assert told.value.reason == f"code_{code}"
    assert CITIZEN not in repr(told.value)
    if code in {63024, 21610}:
        assert isinstance(told.value, Refused)
        assert told.value.is_blocked


async def test_wrong_credentials_stop_the_whole_lane_and_not_a_message(rest: tuple[FakeTwilio, TwilioRest]) -> None:
    twilio, api = rest
    twilio.token = "0" * 32

    with pytest.raises(TryLater) as told:
        await api.send(CITIZEN, body="halo")

    assert told.value.whole_lane


async def test_every_template_is_one_that_twilio_takes(rest: tuple[FakeTwilio, TwilioRest]) -> None:
    """JSON goes out as JSON, which twilio's own async client does not manage."""
    twilio, api = rest

    for template in ALL:
        sid = await api.make_content(template.definition)
        assert twilio.contents[sid] == template.definition
    assert await api.approval_of(sid) == "unsubmitted"
    assert await api.submit(sid, "tugas_id_1") == "received"
    assert await api.approval_of(sid) == "received"
    assert len({template.digest for template in ALL}) == len(ALL)
