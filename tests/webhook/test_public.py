"""Laws of the citizen's chat as a browser meets it, without the browser."""

import gzip
import re
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime

import httpx
import pytest

from flows.reply import Option, Reply
from flows.said import Kind
from tests.hotline_double import HotlineDouble, greeting
from webhook.public.app import create_public_app
from webhook.public.words import LANGUAGES, load_catalogue

BASE = "https://catatan.example"
ID = "0123456789abcdef"
COOKIE = "__Host-catatan"
Browser = Callable[[], httpx.AsyncClient]


@pytest.fixture
def hotline() -> HotlineDouble:
    return HotlineDouble()


@pytest.fixture
async def browser(hotline: HotlineDouble) -> AsyncIterator[httpx.AsyncClient]:
    app = create_public_app(hotline, base_url=BASE, greeting=greeting)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=BASE) as client:
        yield client


async def test_a_visit_leaves_nothing_behind(browser: httpx.AsyncClient, hotline: HotlineDouble) -> None:
    page = await browser.get("/")

    assert page.status_code == 200
    assert "Saya mau melapor" in page.text
    assert not hotline.chats
    assert not hotline.inbox


async def test_the_cookie_dies_with_the_browser_and_is_out_of_reach(browser: httpx.AsyncClient) -> None:
    cookie = (await browser.get("/")).headers["set-cookie"]

    assert re.fullmatch(rf"{COOKIE}=[\w-]{{43}}; Path=/; HttpOnly; SameSite=Strict; Secure", cookie)


async def test_without_https_the_cookie_still_works() -> None:
    app = create_public_app(HotlineDouble(), base_url="http://127.0.0.1:8000", greeting=greeting)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8000") as client:
        cookie = (await client.get("/")).headers["set-cookie"]

    assert "Secure" not in cookie
    assert cookie.startswith("catatan=")


async def test_a_message_is_taken_in_once_however_often_it_is_sent(
    browser: httpx.AsyncClient, hotline: HotlineDouble
) -> None:
    await browser.get("/")
    answers = [await browser.post("/chat/messages", json={"id": ID, "text": "tolong"}) for _ in range(3)]

    assert [answer.json() for answer in answers] == [
        {"taken": True},
        {"taken": True, "duplicate": True, "cut": False},
        {"taken": True, "duplicate": True, "cut": False},
    ]
    assert [inbound.said.text for inbound in hotline.said] == ["tolong"]


async def test_nothing_is_taken_in_before_the_browser_holds_its_cookie(
    browser: httpx.AsyncClient, hotline: HotlineDouble
) -> None:
    first = await browser.post("/chat/messages", json={"id": ID, "text": "tolong"})
    assert (first.status_code, first.json()["error"], len(hotline.inbox)) == (401, "no_session", 0)

    second = await browser.post("/chat/messages", json={"id": ID, "text": "tolong"})
    assert (second.status_code, len(hotline.inbox)) == (200, 1)


async def test_the_hotline_never_sees_the_token(browser: httpx.AsyncClient, hotline: HotlineDouble) -> None:
    await browser.get("/")
    await browser.post("/chat/messages", json={"id": ID, "text": "tolong"})

    token = browser.cookies[COOKIE]
    inbound = hotline.said[0]
    assert len(inbound.address) == 64
    assert token not in repr(inbound)


async def test_an_id_counts_within_its_own_chat_only(browser: httpx.AsyncClient, hotline: HotlineDouble) -> None:
    for text in ("satu", "dua"):
        browser.cookies.clear()
        await browser.get("/")
        await browser.post("/chat/messages", json={"id": ID, "text": text})

    assert [inbound.said.text for inbound in hotline.said] == ["satu", "dua"]
    assert len({inbound.address for inbound in hotline.said}) == 2


async def test_a_pressed_choice_and_a_place_arrive_as_such(browser: httpx.AsyncClient, hotline: HotlineDouble) -> None:
    await browser.get("/")
    await browser.post("/chat/messages", json={"id": ID, "token": "menu:report", "text": "Saya mau melapor"})
    await browser.post("/chat/messages", json={"id": ID + "2", "location": {"lat": -8.58, "lon": 116.1}})

    choice, place = (inbound.said for inbound in hotline.said)
    assert (choice.kind, choice.token, choice.text) == (Kind.CHOICE, "menu:report", "Saya mau melapor")
    assert place.location is not None
    assert (place.kind, place.location.lat, place.location.lon) == (Kind.LOCATION, -8.58, 116.1)


async def test_the_mailbox_gives_what_is_new_in_local_time(browser: httpx.AsyncClient) -> None:
    await browser.get("/")
    await browser.post("/chat/messages", json={"id": ID, "text": "tolong"})

    letters = (await browser.get("/chat/messages?after=0")).json()["letters"]
    rest = (await browser.get(f"/chat/messages?after={letters[0]['id']}")).json()["letters"]

    assert [(letter["speaker"], letter["time"], letter["day"]) for letter in letters] == [
        ("citizen", "22.05", "Sabtu 21 November"),
        ("hotline", "22.05", "Sabtu 21 November"),
    ]
    assert letters[1]["choices"] == [{"number": 1, "title": "Sudah cukup", "token": "more:no"}]
    assert rest == letters[1:]
    assert isinstance(letters[0]["id"], str)


async def test_young_letters_come_again_because_two_processes_may_commit_out_of_order(hotline: HotlineDouble) -> None:
    now = datetime(2026, 11, 21, 14, 5, 3, tzinfo=UTC)
    app = create_public_app(hotline, base_url=BASE, greeting=greeting, clock=lambda: now)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=BASE) as client:
        await client.get("/")
        await client.post("/chat/messages", json={"id": ID, "text": "tolong"})
        letters = (await client.get("/chat/messages")).json()["letters"]
        again = (await client.get(f"/chat/messages?after={letters[-1]['id']}")).json()["letters"]

    assert again == letters


async def test_a_stranger_sees_an_empty_mailbox(browser: httpx.AsyncClient) -> None:
    assert (await browser.get("/chat/messages?after=0")).json() == {"letters": []}
    assert (await browser.get("/chat/messages?after=abc")).json() == {"letters": []}


async def test_what_was_shown_is_marked_read(browser: httpx.AsyncClient, hotline: HotlineDouble) -> None:
    await browser.get("/")
    await browser.post("/chat/messages", json={"id": ID, "text": "tolong"})
    newest = (await browser.get("/chat/messages")).json()["letters"][-1]["id"]

    await browser.post("/chat/read", json={"upto": newest})

    assert list(hotline.read.values()) == [int(newest)]


async def test_a_full_queue_asks_to_try_again(browser: httpx.AsyncClient, hotline: HotlineDouble) -> None:
    await browser.get("/")
    hotline.busy_times = 1

    busy = await browser.post("/chat/messages", json={"id": ID, "text": "tolong"})
    again = await browser.post("/chat/messages", json={"id": ID, "text": "tolong"})

    assert (busy.status_code, busy.headers["retry-after"], busy.json()["error"]) == (503, "3", "busy")
    assert again.json() == {"taken": True}


# --- without a script ---


def _form_ids(page: str) -> list[str]:
    return re.findall(r'name="id" value="(\w+)"', page)


async def test_a_plain_form_files_what_was_written(browser: httpx.AsyncClient, hotline: HotlineDouble) -> None:
    form_id = _form_ids((await browser.get("/")).text)[1]
    fields = {"id": (None, form_id), "b": (None, "id"), "text": (None, "adik saya ditahan")}

    twice = [await browser.post("/chat", files=fields) for _ in range(2)]
    page = (await browser.get("/")).text

    assert [(answer.status_code, answer.headers["location"]) for answer in twice] == [(303, "/#akhir")] * 2
    assert [inbound.said.text for inbound in hotline.said] == ["adik saya ditahan"]
    assert page.count("adik saya ditahan") == 1
    assert "Sudah cukup" in page
    assert "Saya mau melapor" not in page


async def test_a_plain_form_works_on_the_very_first_request(browser: httpx.AsyncClient) -> None:
    await browser.post("/chat", files={"id": (None, ID), "text": (None, "tolong saya")})

    assert "tolong saya" in (await browser.get("/")).text


async def test_a_plain_button_sends_its_choice(browser: httpx.AsyncClient, hotline: HotlineDouble) -> None:
    value = re.findall(r'name="token" value="([^"]+)"', (await browser.get("/")).text)[1]
    await browser.post("/chat", files={"id": (None, ID), "token": (None, value)})

    said = hotline.said[0].said
    assert (said.kind, said.token, said.text) == (Kind.CHOICE, "menu:check_recruiter", "Cek perekrut atau perusahaan")


async def test_a_plain_form_waits_for_a_moment_of_calm(browser: httpx.AsyncClient, hotline: HotlineDouble) -> None:
    hotline.busy_times = 1

    answer = await browser.post("/chat", files={"id": (None, ID), "text": (None, "tolong")})

    assert answer.status_code == 303
    assert len(hotline.said) == 1


async def test_an_empty_form_gets_a_kind_word(browser: httpx.AsyncClient) -> None:
    await browser.get("/")
    answer = await browser.post("/chat", files={"id": (None, ID), "text": (None, " \n ")})

    assert answer.status_code == 303
    assert "Pesannya masih kosong" in (await browser.get(answer.headers["location"])).text


async def test_what_was_said_is_shown_as_text(browser: httpx.AsyncClient, hotline: HotlineDouble) -> None:
    await browser.get("/")
    await browser.post("/chat/messages", json={"id": ID, "text": '<script>alert(1)</script><img src="x">*b*'})
    hotline.write(hotline.said[0].address, "officer", "ketik *ya* <b>")
    page = (await browser.get("/")).text

    assert "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=&#34;x&#34;&gt;*b*" in page
    assert "ketik <b>ya</b> &lt;b&gt;" in page


async def test_only_the_last_unanswered_choices_are_offered(browser: httpx.AsyncClient, hotline: HotlineDouble) -> None:
    await browser.get("/")
    await browser.post("/chat/messages", json={"id": ID, "text": "tolong"})
    address = hotline.said[0].address
    hotline.write(address, "hotline", "Lanjut?", Reply("", (Option("ya", "Ya, lanjut"),), "go"))
    hotline.write(address, "officer", "Saya di sini.")
    page = (await browser.get("/")).text

    assert re.findall(r'class="judul">([^<]+)<', page) == ["Ya, lanjut"]


# --- remembering and leaving ---


async def test_only_who_asks_is_remembered_and_forgetting_undoes_it(browser: httpx.AsyncClient) -> None:
    await browser.get("/")
    token = browser.cookies[COOKIE]

    remembered = (await browser.post("/chat/remember")).headers["set-cookie"]
    page = await browser.get("/")
    forgotten = (await browser.post("/chat/forget")).headers["set-cookie"]

    assert remembered.startswith(f"{COOKIE}=r.{token}; Max-Age=2592000;")
    assert "selama 30 hari" in page.text
    assert page.headers["set-cookie"] == remembered
    assert "Max-Age=0" in forgotten


async def test_being_remembered_does_not_change_whose_chat_it_is(
    browser: httpx.AsyncClient, hotline: HotlineDouble
) -> None:
    await browser.get("/")
    await browser.post("/chat/messages", json={"id": ID, "text": "satu"})
    await browser.post("/chat/remember")
    await browser.post("/chat/messages", json={"id": ID + "2", "text": "dua"})

    assert len({inbound.address for inbound in hotline.said}) == 1


async def test_leaving_takes_the_chat_off_the_phone_and_shows_a_recipe(browser: httpx.AsyncClient) -> None:
    await browser.get("/")
    answer = await browser.post("/chat/leave")
    recipe = await browser.get(answer.headers["location"])

    assert (answer.status_code, answer.headers["location"]) == (303, "/resep")
    assert answer.headers["clear-site-data"] == '"cookies", "storage"'
    assert COOKIE not in browser.cookies
    assert "<title>Resep plecing kangkung</title>" in recipe.text


async def test_a_link_from_elsewhere_overwrites_no_remembered_chat(browser: httpx.AsyncClient) -> None:
    by_link = await browser.get("/", headers={"sec-fetch-site": "cross-site"})
    old_phone = await browser.get("/", headers={"referer": "https://lain.example/"})

    assert "set-cookie" not in by_link.headers
    assert "set-cookie" not in old_phone.headers


BANNED = re.compile("tppo|polisi|lapor|korban|perdagangan|kasus|hotline|traffick|report", re.IGNORECASE)


@pytest.mark.parametrize("path", ["/", "/?b=en", "/resep"])
async def test_title_address_and_cookie_tell_nothing(browser: httpx.AsyncClient, path: str) -> None:
    page = await browser.get(path)
    title = re.search("<title>(.*)</title>", page.text)

    assert title is not None
    assert not BANNED.search(title[1] + path + page.headers.get("set-cookie", ""))


async def test_the_neutral_page_knows_nothing_of_the_hotline(browser: httpx.AsyncClient) -> None:
    recipe = await browser.get("/resep")
    style = await browser.get("/static/recipe.css")

    assert not BANNED.search(recipe.text + style.text)
    assert "set-cookie" not in recipe.headers


# --- the page itself ---


async def test_the_whole_page_weighs_under_100_kb_and_asks_nobody_else(browser: httpx.AsyncClient) -> None:
    page = (await browser.get("/")).text
    parts = re.findall(r'(?:src|href)="(/static/[^"]+)"', page)
    size = len(page.encode()) + sum([len((await browser.get(part)).content) for part in parts])

    assert len(parts) == 4
    assert size < 60_000
    assert not re.findall(r'(?:src|href|action)="(?!/|tel:)', page)
    assert "http" not in page
    assert not re.search(r"<script(?![^>]* src=)|<style|\son\w+=|\sstyle=", page)


async def test_the_scripts_speak_to_old_phones(browser: httpx.AsyncClient) -> None:
    for name in ("chat.js", "tools.js"):
        script = (await browser.get(f"/static/{name}")).text
        assert not re.search(r"=>|`|\b(let|const|class|async|await)\s|\bfetch\(|\.\.\.|\?\.|\?\?", script)
        assert not re.search(r"innerHTML\s*=\s*[^\"\s]|innerHTML\s*=\s*\"[^\"]|insertAdjacentHTML|\beval\b", script)


async def test_static_files_are_packed_for_who_can_unpack(browser: httpx.AsyncClient) -> None:
    packed = await browser.get("/static/chat.css", headers={"accept-encoding": "gzip"})
    plain = await browser.get("/static/chat.css", headers={"accept-encoding": "identity"})

    assert int(packed.headers["content-length"]) < int(plain.headers["content-length"]) / 2
    assert packed.content == plain.content
    assert gzip.compress(plain.content, 9, mtime=0)


async def test_english_is_complete_and_kept_through_the_forms(browser: httpx.AsyncClient) -> None:
    page = (await browser.get("/?b=en")).text
    answer = await browser.post("/chat", files={"id": (None, ID), "b": (None, "en"), "text": (None, "help")})

    assert 'lang="en"' in page
    assert "Quick exit" in page
    assert answer.headers["location"] == "/?b=en#akhir"


def test_both_languages_have_the_same_words() -> None:
    catalogue = load_catalogue()
    one, two = (catalogue.words(language) for language in LANGUAGES)

    assert one.live.keys() == two.live.keys()
    assert one.kinds.keys() == two.kinds.keys() == {kind.value for kind in Kind} - {"text", "choice", "start", "edit"}
    assert one.notices.keys() == two.notices.keys()
    assert (len(one.calendar.days), len(one.calendar.months)) == (len(two.calendar.days), 12) == (7, 12)


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json", "/static/../app.py", "/static/none.css", "/x"])
async def test_what_is_not_there_is_kindly_not_there(browser: httpx.AsyncClient, path: str) -> None:
    answer = await browser.get(path, headers={"accept": "text/html"})

    assert answer.status_code == 404
    assert "Halaman ini tidak ada." in answer.text
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE"])
@pytest.mark.parametrize(
    "path", ["/", "/chat", "/chat/messages", "/chat/files", "/chat/leave", "/static/chat.js", "/resep", "/x"]
)
async def test_every_answer_carries_our_headers(browser: httpx.AsyncClient, method: str, path: str) -> None:
    answer = await browser.request(method, path)

    assert answer.status_code < 500
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["permissions-policy"].count("(self)") == 2


async def test_health_and_readiness_are_two_things() -> None:
    async def no() -> bool:
        return False

    app = create_public_app(HotlineDouble(), base_url=BASE, greeting=greeting, is_ready=no)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=BASE) as client:
        assert (await client.get("/healthz")).status_code == 200
        assert (await client.get("/readyz")).status_code == 503


async def test_a_foreign_page_can_send_nothing(browser: httpx.AsyncClient, hotline: HotlineDouble) -> None:
    await browser.get("/")
    foreign = {"sec-fetch-site": "cross-site", "origin": "https://jahat.example"}

    for path in ("/chat", "/chat/messages", "/chat/files", "/chat/leave", "/chat/remember", "/chat/read"):
        assert (await browser.post(path, headers=foreign, json={"id": ID, "text": "x"})).status_code == 403
    assert not hotline.inbox
