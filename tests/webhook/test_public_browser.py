"""The citizen's chat in a real browser, on a phone of 360 pixels."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext, Page, Route, expect

from flows.said import Kind
from tests.browser import DESKTOP, PHONE, open_browser, serving
from tests.evidence_corpus import photo
from tests.hotline_double import HotlineDouble, greeting
from webhook.public.app import create_public_app

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MEDIA = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
MATARAM = {"latitude": -8.5833, "longitude": 116.1167}
EVIL = [
    "<script>document.title='x'</script>",
    "<img src=x onerror=\"document.title='x'\">",
    "\"><svg onload=document.title='x'>",
    "javascript:document.title='x'",
    "{{constructor.constructor('1')()}}",
    "</textarea><script>document.title='x'</script>",
    "\u202e<b>terbalik</b>",
    "=cmd|' /C calc'!A0",
]


@pytest.fixture
def hotline() -> HotlineDouble:
    return HotlineDouble()


@pytest.fixture
async def address(hotline: HotlineDouble) -> AsyncIterator[str]:
    # http on the loop address: browsers count it as safe enough for microphone and location
    app = create_public_app(hotline, base_url="http://127.0.0.1", greeting=greeting)
    async with serving(app) as base:
        yield base


@pytest.fixture
async def chromium() -> AsyncIterator[Browser]:
    async with open_browser(flags=MEDIA) as browser:
        yield browser


@pytest.fixture
async def phone(chromium: Browser, address: str) -> AsyncIterator[BrowserContext]:
    context = await chromium.new_context(
        viewport=PHONE, base_url=address, geolocation=MATARAM, permissions=["geolocation", "microphone"]
    )
    context.set_default_timeout(30_000)
    yield context
    await context.close()


@pytest.fixture
async def page(phone: BrowserContext) -> AsyncIterator[Page]:
    page = await phone.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None)
    await page.goto("/")
    yield page
    assert wrong == []


async def _until(holds: Callable[[], Any]) -> None:
    async with asyncio.timeout(120):
        while not holds():  # noqa: ASYNC110 - what another loop's thread does rings no event here
            await asyncio.sleep(0.02)


async def test_a_report_by_button_and_words_and_an_answer_without_reload(page: Page, hotline: HotlineDouble) -> None:
    await page.get_by_role("button", name="1 Saya mau melapor").click()
    await expect(page.locator(".hotline .isi").last).to_have_text("Baik, saya catat. Ada lagi?")
    await page.fill("#tulis", "adik saya ditahan di Batam")
    await page.click("#tombol-kirim")
    await expect(page.locator(".citizen[data-id]")).to_have_count(2)
    hotline.write(hotline.said[0].address, "officer", "Saya petugas jaga.")
    await expect(page.locator(".officer .isi")).to_have_text("Saya petugas jaga.")

    assert [inbound.said.kind for inbound in hotline.said] == [Kind.CHOICE, Kind.TEXT]
    await expect(page.locator(".citizen")).to_have_count(2)
    await _until(lambda: hotline.read.get(hotline.said[0].address) == hotline.chats[hotline.said[0].address][-1].id)


async def test_a_reload_shows_the_same_chat(page: Page) -> None:
    await page.fill("#tulis", "tolong")
    await page.keyboard.press("Enter")
    await expect(page.locator("[data-id]")).to_have_count(2)
    before = await page.locator("#percakapan").inner_text()

    await page.reload()

    assert await page.locator("#percakapan").inner_text() == before


async def test_what_was_written_without_signal_is_sent_once_there_is(page: Page, hotline: HotlineDouble) -> None:
    await page.fill("#tulis", "satu")
    await page.click("#tombol-kirim")
    await expect(page.locator(".citizen[data-id]")).to_have_count(1)
    await page.context.set_offline(True)
    await page.fill("#tulis", "dua")
    await page.click("#tombol-kirim")
    await expect(page.locator("#kabar")).to_contain_text("Tidak ada sinyal")
    await expect(page.locator(".menunggu")).to_have_count(1)

    await page.context.set_offline(False)

    await expect(page.locator(".citizen[data-id]")).to_have_count(2)
    assert [inbound.said.text for inbound in hotline.said] == ["satu", "dua"]


async def test_an_answer_lost_on_the_way_makes_no_second_message(page: Page, hotline: HotlineDouble) -> None:
    lost = 0

    async def lose(route: Route) -> None:
        nonlocal lost
        lost += 1
        await route.fetch()
        await route.abort()

    await page.context.route("**/chat/messages", lose, times=2)
    await page.fill("#tulis", "jangan dua kali")
    await page.click("#tombol-kirim")
    await _until(lambda: lost == 2)
    await expect(page.locator(".citizen[data-id]")).to_have_count(1)
    await expect(page.locator(".citizen")).to_have_count(1)
    assert len(hotline.said) == 1


async def test_a_busy_hotline_is_asked_again(page: Page, hotline: HotlineDouble) -> None:
    hotline.busy_times = 1
    await page.fill("#tulis", "tolong")
    await page.click("#tombol-kirim")
    await expect(page.locator("#kabar")).to_contain_text("Sedang ramai")
    await expect(page.locator(".citizen[data-id]")).to_have_count(1)

    assert len(hotline.said) == 1


async def test_a_message_with_the_very_first_cookie_lost_still_arrives(page: Page, hotline: HotlineDouble) -> None:
    await page.context.clear_cookies()
    await page.fill("#tulis", "tolong")
    await page.click("#tombol-kirim")
    await expect(page.locator(".citizen[data-id]")).to_have_count(1)

    assert len(hotline.said) == 1


async def test_long_words_go_in_parts_and_nothing_is_lost(page: Page, hotline: HotlineDouble) -> None:
    text = "\U0001f62d".join(["tolong saya "] * 5000)
    await page.fill("#tulis", text)
    await page.click("#tombol-kirim")
    await _until(lambda: "".join(inbound.said.text for inbound in hotline.said) == text)

    assert len(hotline.said) > 1


@pytest.mark.parametrize("how", ["button", "escape"])
async def test_quick_exit_leaves_a_recipe_and_no_way_back(page: Page, hotline: HotlineDouble, how: str) -> None:
    await page.fill("#tulis", "rahasia saya")
    await page.click("#tombol-kirim")
    await expect(page.locator(".citizen[data-id]")).to_have_count(1)

    if how == "button":
        await page.get_by_role("button", name="Keluar cepat").click()
    else:
        await page.keyboard.press("Escape")
        await page.keyboard.press("Escape")
    await page.wait_for_url("**/resep")

    assert await page.title() == "Resep plecing kangkung"
    async with asyncio.timeout(120):
        while await page.context.cookies():  # noqa: ASYNC110 - the browser rings no event for it
            await asyncio.sleep(0.05)
    await page.go_back()
    assert "rahasia" not in await page.content()
    await page.goto("/")
    assert "rahasia" not in await page.content()


async def test_photos_become_messages(page: Page, hotline: HotlineDouble) -> None:
    files: Any = [{"name": f"{n}.jpg", "mimeType": "image/jpeg", "buffer": photo()} for n in (1, 2)]
    await page.set_input_files("#foto", files)
    await expect(page.locator(".citizen[data-id]")).to_have_count(2)

    assert [inbound.said.kind for inbound in hotline.said] == [Kind.PHOTO, Kind.PHOTO]
    assert list(hotline.files.values()) == [photo(), photo()]


async def test_a_file_too_big_is_answered_before_it_is_sent(page: Page, hotline: HotlineDouble) -> None:
    files: Any = {"name": "x.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff" + b"\0" * 21_000_000}
    await page.set_input_files("#foto", files)
    await expect(page.locator("#kabar")).to_contain_text("terlalu besar")

    assert not hotline.said


async def test_a_voice_note_is_recorded_and_sent(page: Page, hotline: HotlineDouble) -> None:
    await page.get_by_role("button", name="Suara", exact=True).click()
    await expect(page.locator("#lama")).to_contain_text("0.0")
    await page.wait_for_timeout(1200)
    await page.get_by_role("button", name="Kirim suara").click()
    await expect(page.locator(".citizen[data-id]")).to_have_count(1)

    attachment = hotline.said[0].said.attachments[0]
    assert attachment.kind is Kind.VOICE
    assert attachment.seconds >= 1
    assert b"webm" in hotline.files[attachment.media_id][:64]
    await expect(page.locator("#alat")).to_be_visible()


async def test_a_recording_that_was_cancelled_goes_nowhere(page: Page, hotline: HotlineDouble) -> None:
    await page.get_by_role("button", name="Suara", exact=True).click()
    await expect(page.locator("#lama")).to_contain_text("0.0")
    await page.get_by_role("button", name="Batal").click()
    await expect(page.locator("#merekam")).to_be_hidden()

    assert not hotline.files


async def test_the_place_is_sent_only_when_pressed(page: Page, hotline: HotlineDouble) -> None:
    await page.get_by_role("button", name="Lokasi").click()
    await expect(page.locator(".citizen[data-id]")).to_have_count(1)

    location = hotline.said[0].said.location
    assert location is not None
    assert (location.lat, location.lon) == (MATARAM["latitude"], MATARAM["longitude"])


async def test_nothing_written_runs(page: Page, hotline: HotlineDouble) -> None:
    for text in EVIL:
        await page.fill("#tulis", text)
        await page.click("#tombol-kirim")
    await expect(page.locator(".citizen[data-id]")).to_have_count(len(EVIL))
    hotline.write(hotline.said[0].address, "officer", EVIL[1])
    await expect(page.locator(".officer .isi")).to_have_text(EVIL[1])
    title = await page.title()
    await page.reload()

    assert title == await page.title() == "Catatan"
    assert await page.locator(".citizen .isi").all_inner_texts() == EVIL
    assert await page.locator("#percakapan img, #percakapan script, #percakapan svg").count() == 0


async def test_the_page_asks_nobody_else_for_anything(phone: BrowserContext, address: str) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    page = await phone.new_page()
    await page.goto("/")
    await page.wait_for_timeout(1000)

    assert len(asked) >= 4
    assert [url for url in asked if not url.startswith(address)] == []


@pytest.mark.parametrize("size", [PHONE, {"width": 320, "height": 480}, DESKTOP])
async def test_every_target_is_big_enough_and_nothing_sticks_out(page: Page, size: Any) -> None:
    await page.set_viewport_size(size)
    await page.fill("#tulis", "kata" * 200)
    await page.click("#tombol-kirim")
    await expect(page.locator(".citizen[data-id]")).to_have_count(1)
    await page.evaluate("window.scrollTo(0, 0)")
    await page.locator("summary").click()
    targets = page.locator("button:visible, summary, a:visible, textarea, .berkas:visible")

    assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    for target in await targets.all():
        box = await target.bounding_box()
        assert box is not None
        assert box["height"] >= 44, await target.inner_text()
        assert box["width"] >= 44, await target.inner_text()


async def test_the_exit_stays_in_reach_in_a_long_chat(page: Page, hotline: HotlineDouble) -> None:
    await page.fill("#tulis", "baris\n" * 40)
    await page.click("#tombol-kirim")
    await expect(page.locator(".citizen[data-id]")).to_have_count(1)
    for spot in (0, 500, 100_000):
        await page.evaluate(f"window.scrollTo(0, {spot})")
        await expect(page.get_by_role("button", name="Keluar cepat")).to_be_in_viewport(ratio=1)


async def test_who_asked_is_known_again_after_the_browser_was_closed(chromium: Browser, address: str) -> None:
    first = await chromium.new_context(base_url=address)
    page = await first.new_page()
    await page.goto("/")
    await page.fill("#tulis", "ingat saya")
    await page.click("#tombol-kirim")
    await expect(page.locator(".citizen[data-id]")).to_have_count(1)
    await page.locator("summary").click()
    await page.get_by_role("button", name="Ingat chat ini di HP ini").click()
    await expect(page.get_by_text("selama 30 hari")).to_have_count(1)
    lasting = [cookie for cookie in await first.cookies() if cookie["expires"] > 0]
    await first.close()

    second = await chromium.new_context(base_url=address)
    await second.add_cookies(lasting)  # type: ignore[arg-type]
    page = await second.new_page()
    await page.goto("/")

    await expect(page.locator(".citizen .isi")).to_have_text("ingat saya")
    await second.close()


async def test_without_a_script_a_report_is_filed_all_the_same(
    chromium: Browser, address: str, hotline: HotlineDouble
) -> None:
    context = await chromium.new_context(viewport=PHONE, base_url=address, java_script_enabled=False)
    context.set_default_timeout(30_000)
    page = await context.new_page()
    await page.goto("/")
    await page.get_by_role("button", name="1 Saya mau melapor").click()
    await page.wait_for_load_state()
    picture: Any = {"name": "1.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    await page.fill("#tulis", "paspor ditahan")
    await page.set_input_files("#foto", picture)
    await page.click("#tombol-kirim")
    await page.wait_for_load_state()
    hotline.write(hotline.said[0].address, "officer", "Saya petugas jaga.")
    await page.get_by_text("Lihat balasan baru", exact=True).click()

    await expect(page.locator(".officer .isi")).to_have_text("Saya petugas jaga.")
    assert [inbound.said.kind for inbound in hotline.said] == [Kind.CHOICE, Kind.PHOTO]
    assert hotline.said[1].said.text == "paspor ditahan"
    await page.get_by_role("button", name="Keluar cepat").click()
    await page.wait_for_url("**/resep")
    assert await context.cookies() == []
    await context.close()


async def test_a_bar_of_two_lines_hides_nothing(page: Page) -> None:
    await page.set_viewport_size({"width": 240, "height": 740})

    await page.locator("summary").click()

    await expect(page.get_by_role("link", name="English")).to_be_visible()


async def test_english_speaks_english(page: Page) -> None:
    await page.locator("summary").click()
    await page.get_by_role("link", name="English").click()

    await expect(page.get_by_role("button", name="Quick exit")).to_be_visible()
    await page.get_by_placeholder("Write here").fill("help me")
    await page.get_by_role("button", name="Send", exact=True).click()
    await expect(page.locator(".hari")).to_have_text(re.compile("Saturday 21 November"))
