"""The double of Twilio is as strict as Twilio: its answers have the published fields, it refuses what Twilio does."""

from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
from twilio.request_validator import RequestValidator

from tests.fakes.twilio_account import CONTENT_FIELDS, MESSAGE_FIELDS, PAGE_FIELDS
from tests.fakes.twilio_server import FakeTwilio, fake_twilio
from tests.fakes.twilio_signing import BASE_URL, OUR_NUMBER, SID, TOKEN, signature, status_form

ACCOUNT = f"/2010-04-01/Accounts/{SID}"
TO = "whatsapp:+6281200000001"


@pytest.fixture
async def twilio() -> AsyncIterator[tuple[FakeTwilio, httpx.AsyncClient]]:
    async with fake_twilio() as running, httpx.AsyncClient(base_url=running.base, auth=(SID, TOKEN)) as client:
        running.windows[TO] = running.clock() + timedelta(hours=1)
        yield running, client


async def send(client: httpx.AsyncClient, **fields: str) -> httpx.Response:
    """Post a message."""
    form = {"To": TO, "From": f"whatsapp:{OUR_NUMBER}", "Body": "halo", **fields}
    return await client.post(f"{ACCOUNT}/Messages.json", data={key: value for key, value in form.items() if value})


async def test_answers_have_the_published_fields(twilio: tuple[FakeTwilio, httpx.AsyncClient]) -> None:
    _, client = twilio
    made = (await send(client)).json()
    page = (await client.get(f"{ACCOUNT}/Messages.json", params={"To": TO})).json()
    text = {"friendly_name": "x", "language": "id", "variables": {}, "types": {"twilio/text": {"body": "x"}}}
    content = (await client.post("/v1/Content", json=text)).json()

    assert made.keys() == MESSAGE_FIELDS
    assert page.keys() == PAGE_FIELDS
    assert page["messages"][0].keys() == MESSAGE_FIELDS
    assert content.keys() >= CONTENT_FIELDS


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"To": "+6281200000001"}, 21211),
        ({"From": "whatsapp:+628119999999"}, 63007),
        ({"Body": ""}, 21619),
        ({"Body": "x" * 1601}, 21617),
        ({"Body": "", "ContentSid": "HX1"}, 21655),
        ({"To": f"whatsapp:{OUR_NUMBER}"}, 63031),
    ],
)
async def test_it_refuses_what_twilio_refuses(
    twilio: tuple[FakeTwilio, httpx.AsyncClient], fields: dict[str, str], code: int
) -> None:
    answer = await send(twilio[1], **fields)

    assert (answer.status_code, answer.json()["code"]) == (400, code)


async def test_it_wants_credentials_and_forms(twilio: tuple[FakeTwilio, httpx.AsyncClient]) -> None:
    _, client = twilio

    assert (await client.get(f"{ACCOUNT}.json", auth=(SID, "0" * 32))).status_code == 401
    assert (await client.post(f"{ACCOUNT}/Messages.json", json={"To": TO})).status_code == 415
    assert (await client.post("/v1/Content", data={"friendly_name": "x"})).status_code == 415


async def test_outside_the_24_hours_it_says_queued_first(twilio: tuple[FakeTwilio, httpx.AsyncClient]) -> None:
    running, client = twilio
    running.windows.clear()

    answer = await send(client)

    assert (answer.status_code, answer.json()["status"]) == (201, "queued")
    assert running.sent[0].error == 63016


def test_its_status_calls_are_signed_as_twilio_signs() -> None:
    form = status_form("SM" + "a" * 32, "undelivered", error="63016")
    url = f"{BASE_URL}/webhook/twilio/status"

    assert RequestValidator(TOKEN).validate(url, form, signature(url, form))
