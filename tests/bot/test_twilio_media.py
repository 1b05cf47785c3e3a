"""Files of WhatsApp messages: fetched from Twilio with our credentials, where it points to without, nowhere else."""

from collections.abc import AsyncIterator

import httpx
import pytest

from bot.fetching import FetchError, FetchLater, GoneAtProvider, TooBigAtProvider
from bot.twilio_http import make_client
from bot.twilio_media import TwilioFiles
from bot.twilio_rest import Access, TwilioRest
from tests.fakes.twilio_account import File
from tests.fakes.twilio_server import FakeTwilio, fake_twilio
from tests.fakes.twilio_signing import OUR_NUMBER, SID, TOKEN

pytestmark = pytest.mark.slow  # over real HTTP each time: more than a unit

ME = "ME" + "5" * 32


async def fetch(twilio: FakeTwilio, url: str = "", *, also: bool = True) -> bytes:
    """Fetch a file as the hotline does."""
    access = Access(SID, TOKEN, OUR_NUMBER, twilio.base)
    async with make_client() as client:
        hosts = frozenset({httpx.URL(twilio.storage).netloc.decode()}) if also else frozenset[str]()
        files = TwilioFiles(access, client, TwilioRest(access, client), _no_card, also=hosts)
        place = url or f"{twilio.base}/2010-04-01/Accounts/{SID}/Messages/SM{'0' * 32}/Media/{ME}"
        async with files.open({"url": place}) as chunks:
            return b"".join([chunk async for chunk in chunks])


async def _no_card(where: object, raw: bytes) -> None:
    raise AssertionError


@pytest.fixture
async def twilio() -> AsyncIterator[FakeTwilio]:
    async with fake_twilio() as running:
        running.files[ME] = File(b"OggSvoice", "audio/ogg")
        yield running


async def test_t18_credentials_go_to_twilio_and_not_where_it_points(twilio: FakeTwilio) -> None:
    twilio.storage_host = twilio.base.replace("127.0.0.1", "localhost")

    assert await fetch(twilio) == b"OggSvoice"

    (first, at_twilio), (second, elsewhere) = twilio.fetched_with
    assert "/Media/" in first
    assert at_twilio.startswith("Basic ")
    assert "/stored/" in second
    assert elsewhere == ""


@pytest.mark.parametrize("manner", ["inside", "local"])
async def test_t18_a_redirect_into_our_own_network_is_not_followed(twilio: FakeTwilio, manner: str) -> None:
    twilio.files[ME].manner = manner

    with pytest.raises((GoneAtProvider, FetchLater)):
        await fetch(twilio)

    assert len(twilio.fetched_with) == 1


async def test_t18_a_redirect_to_another_port_of_this_machine_is_not_followed(twilio: FakeTwilio) -> None:
    twilio.storage_host = twilio.base.replace("127.0.0.1", "localhost")

    with pytest.raises(FetchError):
        await fetch(twilio, also=False)

    assert len(twilio.fetched_with) == 1


@pytest.mark.parametrize(
    "url",
    [
        "http://169.254.169.254/latest/meta-data",
        "https://evil.invented.id/x",
        "https://api.twilio.com.evil.invented.id/x",
        "https://user@api.twilio.com/x",
        "http://api.twilio.com/x",
        "https://api.twilio.com:8443/x",
        "file:///etc/passwd",
        "//api.twilio.com/x",
        "",
    ],
)
async def test_t18_only_twilios_own_addresses_are_asked(twilio: FakeTwilio, url: str) -> None:
    with pytest.raises(GoneAtProvider):
        await fetch(twilio, url or "x")

    assert twilio.fetched_with == []


async def test_t18_deleted_refused_and_too_big(twilio: FakeTwilio) -> None:
    twilio.files[ME].manner = "404"
    with pytest.raises(GoneAtProvider):
        await fetch(twilio)
    twilio.files[ME].manner = "lies"
    with pytest.raises((TooBigAtProvider, FetchLater)):
        await fetch(twilio)
    twilio.token = "0" * 32
    with pytest.raises(FetchLater):
        await fetch(twilio)
