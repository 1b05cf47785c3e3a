"""Laws of the outermost wrapper of both faces."""

import logging
from collections.abc import Mapping

import httpx
import pytest
from starlette.types import Receive, Scope, Send

from webhook.bodies import JSON_CAP_BYTES, read_body
from webhook.guards import CSP, Guard

MUST_CARRY = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
OWN = "https://catatan.example"


async def _face(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["path"] == "/broken":
        raise RuntimeError("Ibu Melati, 0812-0000-0001")
    if scope["path"] == "/body":
        await read_body(receive)
    await send(
        {"type": "http.response.start", "status": 200, "headers": [(b"Server", b"x"), (b"Cache-Control", b"public")]}
    )
    await send({"type": "http.response.body", "body": b"ok"})


def _client() -> httpx.AsyncClient:
    guard = Guard(_face, origin=OWN, own_features=["geolocation"], open_to_all=lambda p: p.startswith("/webhook/"))
    return httpx.AsyncClient(transport=httpx.ASGITransport(guard), base_url=OWN)


@pytest.mark.parametrize(("method", "path"), [("GET", "/"), ("TRACE", "/"), ("GET", "/broken"), ("POST", "/body")])
async def test_every_answer_carries_the_headers(method: str, path: str) -> None:
    async with _client() as client:
        answer = await client.request(method, path)

    assert {name: answer.headers.get(name) for name in MUST_CARRY} == MUST_CARRY
    assert "max-age=63072000; includeSubDomains" in answer.headers["strict-transport-security"]
    assert "server" not in answer.headers
    assert "geolocation=(self)" in answer.headers["permissions-policy"]
    assert "microphone=()" in answer.headers["permissions-policy"]


async def test_an_error_quotes_nobody(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        async with _client() as client:
            answer = await client.get("/broken")

    assert answer.status_code == 500
    assert answer.json()["error"] == "broken"
    assert "Melati" not in answer.text + caplog.text
    noted = [record for record in caplog.records if record.name == "webhook.guards"]
    assert [record.__dict__["error"] for record in noted] == ["RuntimeError"]


async def test_trace_is_refused() -> None:
    async with _client() as client:
        assert (await client.request("TRACE", "/")).status_code == 405


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"sec-fetch-site": "same-origin", "origin": OWN}, 200),
        ({"sec-fetch-site": "same-origin", "origin": "null"}, 200),
        ({"origin": OWN}, 200),
        ({"origin": "null"}, 200),
        ({"referer": OWN + "/"}, 200),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site", "origin": "https://lain.catatan.example"}, 403),
        ({"sec-fetch-site": "cross-site", "origin": OWN}, 403),
        ({"origin": "https://jahat.example"}, 403),
        ({"origin": OWN + ".jahat.example"}, 403),
        ({"referer": "https://jahat.example/" + OWN}, 403),
    ],
)
async def test_only_our_own_pages_change_anything(headers: Mapping[str, str], status: int) -> None:
    async with _client() as client:
        assert (await client.post("/", headers=headers)).status_code == status


async def test_a_link_from_elsewhere_may_be_followed() -> None:
    async with _client() as client:
        assert (await client.get("/", headers={"sec-fetch-site": "cross-site"})).status_code == 200


async def test_servers_may_post_to_the_webhooks() -> None:
    async with _client() as client:
        answer = await client.post("/webhook/x", headers={"origin": "https://penyedia.example"})

    assert answer.status_code == 200


@pytest.mark.parametrize(("size", "status"), [(JSON_CAP_BYTES, 200), (JSON_CAP_BYTES + 1, 413)])
@pytest.mark.parametrize("is_chunked", [False, True])
async def test_the_cap_counts_what_arrives(size: int, status: int, *, is_chunked: bool) -> None:
    async def chunks() -> object:
        for start in range(0, size, 1000):
            yield b"x" * min(1000, size - start)

    async with _client() as client:
        answer = await client.post("/body", content=chunks() if is_chunked else b"x" * size)

    assert answer.status_code == status


async def test_a_browser_gets_a_page_and_a_program_gets_json() -> None:
    async with _client() as client:
        page = await client.request("TRACE", "/", headers={"accept": "text/html,*/*"})
        program = await client.request("TRACE", "/")

    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert 'lang="id"' in page.text
    assert program.json()["error"] == "not_allowed"
