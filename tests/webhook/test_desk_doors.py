"""Every door of the desk: who may use it, what it answers, what the browser is told."""

import re
from collections.abc import AsyncIterator, Iterator

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute

from bot import officers
from storage.cipher import Cipher
from storage.database import Database
from storage.shelf import run
from tests.conftest import FrozenClock
from tests.desk_room import PASSWORD, DeskRoom, Told, Visitor, desk_room
from webhook.desk.permissions import Permission, UndeclaredRoute, declared, refuse_undeclared

CODE = "K7M-4QX"
OWN = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def room(sqlite_database: Database, cipher: Cipher, clock: FrozenClock) -> Iterator[DeskRoom]:
    with desk_room(sqlite_database, cipher, clock) as one:
        one.file(Told(CODE))
        yield one


@pytest.fixture
async def siti(room: DeskRoom) -> AsyncIterator[Visitor]:
    visitor = await room.signed_in("siti", "Siti Aminah")
    yield visitor
    await visitor.client.aclose()


@pytest.fixture
async def nobody(room: DeskRoom) -> AsyncIterator[Visitor]:
    visitor = room.visitor()
    yield visitor
    await visitor.client.aclose()


def routes_of(app: FastAPI) -> list[tuple[str, str, Permission]]:
    """List (method, path with something in it, permission) of every route."""
    found: list[tuple[str, str, Permission]] = []
    for route in app.routes:
        permission = declared(route)
        assert permission is not None, route
        assert isinstance(route, APIRoute)
        path = route.path.replace("{code}", CODE).replace("{media_id}", "1").replace("{name}", "desk.css")
        found += [(method, path, permission) for method in route.methods]
    return found


def test_every_route_declares_who_may_use_it(room: DeskRoom) -> None:
    found = routes_of(room.app)

    assert len(found) > 20
    public = {(method, path) for method, path, permission in found if permission is Permission.PUBLIC}
    assert public == {
        ("GET", "/sign-in"),
        ("POST", "/sign-in"),
        ("GET", "/first"),
        ("POST", "/first"),
        ("GET", "/static/desk.css"),
    }


def test_a_route_that_declares_nothing_stops_the_start(room: DeskRoom) -> None:
    room.app.add_api_route("/open", lambda: "everybody", methods=["GET"])

    with pytest.raises(UndeclaredRoute):
        refuse_undeclared(room.app)


async def test_without_a_session_every_other_door_is_shut(room: DeskRoom, nobody: Visitor) -> None:
    for method, path, permission in routes_of(room.app):
        if permission is Permission.PUBLIC:
            continue
        answer = await nobody.client.request(method, path, headers=OWN)
        assert answer.status_code in {303, 401}, path
        assert CODE not in answer.text.replace(f"/tickets/{CODE}", ""), path


async def test_every_change_needs_the_sessions_own_token(room: DeskRoom, siti: Visitor) -> None:
    before = room.read(lambda conn: run(conn, "SELECT count(*) FROM ticket_event").one())
    for method, path, permission in routes_of(room.app):
        if method == "POST" and permission is not Permission.PUBLIC:
            for csrf in ("", "0" * 64):
                answer = await siti.client.post(path, data={"csrf": csrf, "text": "x"}, headers=OWN)
                assert answer.status_code == 403, path
    assert room.read(lambda conn: run(conn, "SELECT count(*) FROM ticket_event").one()) == before


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://evil.example"},
    ],
)
async def test_another_site_can_change_nothing(room: DeskRoom, siti: Visitor, headers: dict[str, str]) -> None:
    answer = await siti.client.post(f"/tickets/{CODE}/note", data={"csrf": siti.csrf, "text": "x"}, headers=headers)

    assert answer.status_code == 403
    assert room.ticket(CODE).state == "new"


async def test_looking_changes_nothing(room: DeskRoom, siti: Visitor) -> None:
    def everything() -> list[object]:
        tables = ("ticket", "ticket_event", "message", "outbox", "officer", "timer")
        return [room.read(lambda conn, table=table: run(conn, f"SELECT * FROM {table}").all()) for table in tables]

    before = everything()
    for method, path, _ in routes_of(room.app):
        if method == "GET" and path != "/live":
            await siti.client.get(path)
            await siti.client.get(path + "?next=/&q=K7M&show=closed&before=1")
    for _, path, _ in routes_of(room.app):
        assert (await siti.client.request("TRACE", path)).status_code == 405

    assert everything() == before


async def test_every_answer_carries_the_headers(room: DeskRoom, siti: Visitor, nobody: Visitor) -> None:
    paths = [path for method, path, _ in routes_of(room.app) if method == "GET" and path != "/live"]
    answers = [await one.get(path) for one in (siti, nobody) for path in [*paths, "/nothing-here", "/tickets/NO-SUCH"]]
    answers.append(await siti.post("/tickets/x/note", csrf="wrong"))

    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "server" not in answer.headers


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json", "/static/../app.py", "/static/nothing.js"])
async def test_no_page_lists_the_doors(siti: Visitor, path: str) -> None:
    assert (await siti.get(path)).status_code == 404


async def test_no_page_carries_a_script_or_style_of_its_own(room: DeskRoom, siti: Visitor, nobody: Visitor) -> None:
    pages = [
        await siti.get("/"),
        await siti.get(f"/tickets/{CODE}"),
        await nobody.get("/sign-in"),
        await nobody.get("/first"),
    ]
    for page in pages:
        assert page.status_code == 200
        assert not re.search(r"<script(?![^>]*\bsrc=)", page.text)
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", page.text)
        assert not re.search(r"(src|href|action)=\"https?:", page.text)


async def test_signing_in_through_the_pages(room: DeskRoom, nobody: Visitor) -> None:
    code = room.add_officer("made", "Made Arta")

    chosen = await nobody.post("/first", code=code, password=PASSWORD, again=PASSWORD)
    cookie = chosen.headers["set-cookie"]
    nobody.client.cookies.clear()
    refused = await nobody.post("/sign-in", login="made", password="not this one")
    entered = await nobody.post("/sign-in", login=" Made ", password=PASSWORD, next=f"/tickets/{CODE}")
    page = await nobody.get(f"/tickets/{CODE}")

    assert chosen.status_code == 303
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Path=/" in cookie
    assert "Max-Age" not in cookie
    assert refused.status_code == 401
    assert "tidak cocok" in refused.text
    assert (entered.status_code, entered.headers["location"]) == (303, f"/tickets/{CODE}")
    assert page.status_code == 200


async def test_the_first_password_is_asked_twice_and_refused_in_words(room: DeskRoom, nobody: Visitor) -> None:
    code = room.add_officer("made", "Made")

    differ = await nobody.post("/first", code=code, password=PASSWORD, again=PASSWORD + "x")
    short = await nobody.post("/first", code=code, password="pendek", again="pendek")
    wrong = await nobody.post("/first", code="0000", password=PASSWORD, again=PASSWORD)

    assert [answer.status_code for answer in (differ, short, wrong)] == [422] * 3
    assert "tidak sama" in differ.text
    assert "terlalu pendek" in short.text
    assert "Kode ini salah" in wrong.text


async def test_unknown_and_known_logins_get_the_same_page(room: DeskRoom, nobody: Visitor) -> None:
    await room.door.choose_password(room.add_officer("made", "Made"), PASSWORD)

    known = await nobody.post("/sign-in", login="made", password="not this one")
    unknown = await nobody.post("/sign-in", login="edam", password="not this one")

    assert known.text.replace("made", "") == unknown.text.replace("edam", "")


async def test_too_many_tries_say_how_long_to_wait(room: DeskRoom, nobody: Visitor) -> None:
    for _ in range(5):
        await nobody.post("/sign-in", login="edam", password="x")

    answer = await nobody.post("/sign-in", login="edam", password="x")

    assert answer.status_code == 429
    assert "Coba lagi" in answer.text


@pytest.mark.parametrize("goal", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1", ""])
async def test_sign_in_leads_only_to_our_own_pages(room: DeskRoom, nobody: Visitor, goal: str) -> None:
    await room.door.choose_password(room.add_officer("made", "Made"), PASSWORD)

    answer = await nobody.post("/sign-in", login="made", password=PASSWORD, next=goal)

    assert answer.headers["location"] == "/"


async def test_a_locked_desk_still_shows_the_queue_and_nothing_else(
    room: DeskRoom, siti: Visitor, clock: FrozenClock
) -> None:
    clock.advance(minutes=31)

    queue = await siti.get("/")
    ticket = await siti.get(f"/tickets/{CODE}")
    stamp = await siti.get(f"/tickets/{CODE}/stamp", **{"x-desk": "live"})

    assert queue.status_code == 200
    assert "Terkunci" in queue.text
    assert CODE in queue.text
    assert (ticket.status_code, ticket.headers["location"]) == (303, f"/unlock?next=%2Ftickets%2F{CODE}")
    assert stamp.status_code == 401


async def test_what_was_typed_survives_the_lock(room: DeskRoom, siti: Visitor, clock: FrozenClock) -> None:
    seen = await siti.seen(CODE)
    clock.advance(minutes=31)

    stopped = await siti.post(f"/tickets/{CODE}/reply", seen=seen, text="Kami bantu <b>malam</b> ini & besok", wait="1")
    fields = dict(re.findall(r'name="(kept|then)" value="([^"]*)"', stopped.text))
    wrong = await siti.post("/unlock", password="not this one", **_plain(fields))
    opened = await siti.post("/unlock", password=PASSWORD, **_plain(fields))
    sent = await siti.post(f"/tickets/{CODE}/reply", seen=seen, text="Kami bantu malam ini", wait="1")

    assert stopped.status_code == 401
    assert "masih ada" in stopped.text
    assert re.findall(r'name="(kept|then)"', wrong.text) == ["kept", "then"]
    assert "Kami bantu &lt;b&gt;malam&lt;/b&gt; ini &amp; besok" in opened.text
    assert f'action="/tickets/{CODE}/reply"' in opened.text
    assert 'name="wait" value="1"' in opened.text
    assert sent.status_code == 303
    assert room.ticket(CODE).state == "waiting_reporter"


def _plain(fields: dict[str, str]) -> dict[str, str]:
    return {key: value.replace("&amp;", "&") for key, value in fields.items()}


async def test_work_on_a_page_keeps_it_open_and_live_updates_do_not(
    room: DeskRoom, siti: Visitor, clock: FrozenClock
) -> None:
    clock.advance(minutes=20)
    assert (await siti.post("/seen")).status_code == 204
    clock.advance(minutes=20)
    assert (await siti.get(f"/tickets/{CODE}")).status_code == 200
    for _ in range(4):
        clock.advance(minutes=10)
        await siti.get("/rows", **{"x-desk": "live"})
        await siti.get(f"/tickets/{CODE}/stamp", **{"x-desk": "live"})

    assert (await siti.get(f"/tickets/{CODE}")).status_code == 303


async def test_leaving_takes_the_cookie_away(room: DeskRoom, siti: Visitor) -> None:
    token = siti.client.cookies["piket"]

    answer = await siti.post("/sign-out")
    siti.client.cookies.set("piket", token)

    assert 'piket=""' in answer.headers["set-cookie"]
    assert "cookies" in answer.headers["clear-site-data"]
    assert (await siti.get("/")).status_code == 303


async def test_a_disabled_officer_is_out_with_the_next_request(room: DeskRoom, siti: Visitor) -> None:
    assert (await siti.get("/")).status_code == 200
    room.write(lambda conn: officers.disable(conn, room.cipher, "siti", now=room.clock()))

    assert (await siti.get("/")).status_code == 303
    assert (await siti.get("/rows", **{"x-desk": "live"})).status_code == 401


@pytest.mark.parametrize("size", [70_000, 2_000_000])
async def test_a_form_that_is_too_big_is_refused(siti: Visitor, size: int) -> None:
    answer = await siti.post(f"/tickets/{CODE}/note", text="x" * size)

    assert answer.status_code == 413


@pytest.mark.parametrize("body", [b"\xff\xfe", b"a=" + b"%FF" * 50, b"&" * 100, b"csrf", b"=" * 60_000])
async def test_broken_forms_are_no_error(siti: Visitor, body: bytes) -> None:
    answer = await siti.client.post(f"/tickets/{CODE}/note", content=body, headers=OWN)

    assert answer.status_code in {403, 422}


async def test_over_tls_the_cookie_is_secure_and_bound_to_this_host(room: DeskRoom, nobody: Visitor) -> None:
    code = room.add_officer("made", "Made")
    headers = OWN | {"x-forwarded-proto": "https"}

    form = {"code": code, "password": PASSWORD, "again": PASSWORD}
    answer = await nobody.client.post("/first", data=form, headers=headers)

    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-piket=")
    assert "; Secure" in cookie
    assert "Domain" not in cookie
