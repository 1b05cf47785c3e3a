"""The duty desk in a real browser: it lives without reload, is heard, obeys the keyboard, fits a phone."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.async_api import Browser, BrowserContext, Page, expect

from storage.batch import Batch, flush
from storage.cipher import Cipher
from storage.database import Database
from tests.browser import open_browser, serving
from tests.conftest import FrozenClock
from tests.desk_night import settle_night
from tests.desk_room import PASSWORD, DeskRoom, PaintedEvidence, Told, desk_room, fact

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CODE = "K7M-4QX"
SIZES = ((360, 740), (390, 844), (768, 1024), (1024, 768), (1440, 900))


@pytest.fixture
def room(sqlite_database: Database, cipher: Cipher, clock: FrozenClock) -> Iterator[DeskRoom]:
    with desk_room(sqlite_database, cipher, clock, PaintedEvidence()) as one:
        yield one


@pytest.fixture
async def address(room: DeskRoom) -> AsyncIterator[str]:
    async with serving(room.app) as base:
        yield base
        room.bell.close()


@pytest.fixture
async def chromium() -> AsyncIterator[Browser]:
    async with open_browser() as browser:
        yield browser


@dataclass
class Screens:
    """Opens signed-in screens and gathers what their consoles complain about."""

    room: DeskRoom
    browser: Browser
    address: str
    wrong: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    async def open(self, login: str, path: str = "/", size: tuple[int, int] = (1440, 900)) -> Page:
        """Open a page as an officer, who is entered first where that is new."""
        context = await self.browser.new_context(
            viewport={"width": size[0], "height": size[1]}, base_url=self.address, locale="id-ID"
        )
        context.set_default_timeout(30_000)
        self.contexts.append(context)
        token = await self.room.door.sign_in(login, PASSWORD)
        await context.add_cookies([{"name": "piket", "value": token, "url": self.address}])
        page = await context.new_page()
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("dialog", lambda dialog: self.wrong.append(dialog.message))
        page.on("console", lambda said: self.wrong.append(said.text) if "Content Security" in said.text else None)
        await page.goto(path)
        return page


@pytest.fixture
async def screens(room: DeskRoom, chromium: Browser, address: str) -> AsyncIterator[Screens]:
    for login, name in (("siti", "Siti Aminah"), ("made", "Made Arta")):
        await room.door.choose_password(room.add_officer(login, name), PASSWORD)
    one = Screens(room, chromium, address)
    yield one
    for context in one.contexts:
        await context.close()
    assert one.wrong == []


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_page_can_be_reached_at_every_size(screens: Screens, size: tuple[int, int]) -> None:
    page = await screens.open("siti", size=size)

    for path in ("/registry", "/links"):
        await expect(page.locator(f"a[href='{path}']:visible")).to_have_count(1)


async def test_a_new_ticket_appears_without_reload_with_sound_and_badge(room: DeskRoom, screens: Screens) -> None:
    page = await screens.open("siti")
    await expect(page.get_by_text("Antrean kosong")).to_be_visible()
    await expect(page.locator("[data-state]")).to_have_text("Langsung")
    await page.evaluate(
        "() => { window.played = 0; const play = HTMLMediaElement.prototype.play;"
        "HTMLMediaElement.prototype.play = function () { window.played += 1; return play.call(this); }; }"
    )
    await page.get_by_role("button", name="Aktifkan bunyi").click()
    await expect(page.get_by_role("button", name="Bunyi aktif")).to_be_visible()

    room.file(Told(CODE, 0, "emergency", "forced_scam", area="52.03.07"))
    room.bell.ring()

    await expect(page.locator(f'[data-row="{CODE}"]')).to_be_visible()
    await expect(page).to_have_title("(1) Antrean piket")
    await expect(page.locator(".row.arrived")).to_have_count(1)
    # once for the control itself, once for the ticket
    assert await page.evaluate("window.played") == 2


async def test_what_one_officer_takes_the_other_sees_at_once(room: DeskRoom, screens: Screens) -> None:
    room.file(Told(CODE, 4, "emergency"))
    wall, desk = await screens.open("made"), await screens.open("siti", f"/tickets/{CODE}")

    await desk.get_by_role("button", name="Terima", exact=False).first.click()

    await expect(desk.get_by_text("Balas pelapor atau teruskan").first).to_be_visible()
    await expect(wall.locator(f'[data-row="{CODE}"]')).to_contain_text("Diterima")
    await expect(wall.locator(f'[data-row="{CODE}"]')).to_contain_text("Siti Aminah")
    await expect(wall).to_have_title("Antrean piket")


async def test_a_night_by_keyboard_alone(room: DeskRoom, screens: Screens) -> None:
    room.file(Told("R2D-9HW", 9, "emergency"))
    room.file(Told(CODE, 4, "normal"))
    page = await screens.open("siti")

    await page.keyboard.press("j")
    await page.keyboard.press("j")
    await page.keyboard.press("k")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/tickets/R2D-9HW")
    await page.keyboard.press("t")
    await expect(page.get_by_text("Balas pelapor atau teruskan").first).to_be_visible()
    await page.wait_for_load_state()
    await page.keyboard.press("b")
    await page.keyboard.type("Kami sudah baca. Tetap di tempat aman.")
    await page.keyboard.press("Control+Enter")
    await expect(page.locator(".said.officer")).to_contain_text("Tetap di tempat aman")
    await page.wait_for_load_state()
    await page.keyboard.press("c")
    await page.keyboard.type("sudah ditelepon")
    await page.keyboard.press("Control+Enter")
    await expect(page.locator(".history")).to_contain_text("sudah ditelepon")
    await page.wait_for_load_state()
    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog")).to_be_visible()
    await page.keyboard.press("Escape")
    await page.keyboard.press("/")
    await page.keyboard.type("k7m-4qx")
    await page.keyboard.press("Enter")

    await page.wait_for_url(f"**/tickets/{CODE}")
    assert room.ticket("R2D-9HW").state == "in_progress"


async def test_words_in_the_box_survive_what_others_do(room: DeskRoom, screens: Screens) -> None:
    room.file(Told(CODE, channel="web"))
    page = await screens.open("siti", f"/tickets/{CODE}")
    await page.locator("#isi-balasan").fill("Kami sudah")

    await room.desk.confirm(room.officer("made"), CODE)
    await expect(page.locator("[data-news]")).to_be_visible()
    await page.locator("#isi-balasan").press("Control+Enter")

    await expect(page.get_by_role("heading", name="Petugas lain lebih dulu")).to_be_visible()
    await expect(page.get_by_text("Made Arta mengubah laporan ini")).to_be_visible()
    await page.get_by_role("button", name="Tetap kirim").click()
    await expect(page.locator(".said.officer")).to_contain_text("Kami sudah")


async def test_an_untouched_page_brings_the_news_itself(room: DeskRoom, screens: Screens) -> None:
    ticket_id = room.file(Told(CODE, talk=(("citizen", "halo"),)))
    page = await screens.open("siti", f"/tickets/{CODE}")
    contact_id = room.read(lambda conn: conn.exec_driver_sql("SELECT contact_id FROM message").one()[0])

    def write(conn: object) -> None:
        batch = Batch(room.cipher, room.clock())
        batch.add_message(contact_id, "citizen", "text", {"text": "dia datang lagi"}, ticket_id=ticket_id)
        batch.change_ticket(ticket_id, waiting_since=room.clock())
        flush(conn, batch)  # type: ignore[arg-type] # the writer's connection

    room.write(write)
    room.bell.ring()

    await expect(page.get_by_text("dia datang lagi")).to_be_visible()


async def test_loud_words_are_pointed_out_while_typing(room: DeskRoom, screens: Screens) -> None:
    room.file(Told(CODE, channel="whatsapp", may_contact=True))
    page = await screens.open("siti", f"/tickets/{CODE}")

    await page.locator("#isi-balasan").fill("Laporan Anda")
    await expect(page.locator("[data-loud-warning]")).to_contain_text("layar terkunci")
    await page.locator("#isi-balasan").fill("Halo kak, ini dari toko baju")

    await expect(page.locator("[data-loud-warning]")).to_be_hidden()


@pytest.mark.parametrize("size", SIZES)
async def test_no_page_scrolls_sideways_and_targets_fit_a_thumb(
    room: DeskRoom, screens: Screens, size: tuple[int, int]
) -> None:
    settle_night(room, ["siti", "made"])
    long = "x" * 400
    room.file(Told("LONG", facts={"what": fact(long, "asked", long)}, talk=(("citizen", long), ("hotline", long))))

    for path in ("/", f"/tickets/{CODE}", "/tickets/LONG", "/tickets/D6H-4NS", "/tickets/W6B-5JT"):
        page = await screens.open("siti", path, size)
        wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, path
        if size[0] < 700:
            small = await page.evaluate(
                "[...document.querySelectorAll('button, .button, .row, select')]"
                ".filter(b => b.offsetParent && b.getBoundingClientRect().height < 43).map(b => b.textContent.trim())"
            )
            assert small == [], path
        await page.context.close()


async def test_attacks_in_citizen_text_run_nothing(room: DeskRoom, screens: Screens) -> None:
    """trust.md R28: no policy violation is even tried; the fixture counts them and every dialog."""
    evil = (
        *("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<svg/onload=alert(1)>", "</textarea><b>"),
        *("javascript:alert(1)", "<iframe src=//x>", "<style>*{display:none}</style>"),
        "<input autofocus onfocus=alert(1)>",
        *("<a href='javascript:alert(1)'>x</a>", "<details open ontoggle=alert(1)>", "<base href=//x>", "\u202ex"),
    )  # fmt: skip
    facts = {f"k{number}": fact(text, "corrected", text + ".", text + "?") for number, text in enumerate(evil)}
    room.file(Told(CODE, facts=facts, talk=tuple(("citizen", text) for text in evil), reporter={"wording": evil[1]}))
    page = await screens.open("siti", f"/tickets/{CODE}")

    shown = await page.locator(".said.citizen .body").all_inner_texts()

    assert shown[:-1] == list(evil[:-1])


async def test_the_chosen_theme_stays(screens: Screens) -> None:
    page = await screens.open("siti")
    light = await page.evaluate("getComputedStyle(document.body).backgroundColor")

    await page.get_by_role("button", name="Gelap").click()
    dark = await page.evaluate("getComputedStyle(document.body).backgroundColor")
    await page.reload()

    assert light != dark
    assert await page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


async def test_the_first_sign_in_from_the_printed_link(room: DeskRoom, chromium: Browser, address: str) -> None:
    code = room.add_officer("baru", "Officer Baru")
    context = await chromium.new_context(base_url=address)
    page = await context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    await page.goto(f"/first#{code}")
    await expect(page.get_by_label("Kode masuk sekali pakai")).to_have_value(code)
    await page.locator("[name=password]").fill(PASSWORD)
    await page.locator("[name=again]").fill(PASSWORD)
    await page.get_by_role("button", name="Simpan dan masuk").click()

    await expect(page.get_by_text("Antrean kosong")).to_be_visible()
    assert not any(code in url for url in asked if "#" not in url)
    await context.close()


async def test_a_wall_screen_stays_alive_when_locked(room: DeskRoom, screens: Screens, clock: FrozenClock) -> None:
    wall = await screens.open("siti")
    clock.advance(minutes=40)

    room.file(Told(CODE, 0, "emergency"))
    room.bell.ring()
    await expect(wall.locator(f'[data-row="{CODE}"]')).to_be_visible()
    await wall.keyboard.press("j")
    await wall.keyboard.press("Enter")
    await wall.get_by_label("Kata sandi").fill(PASSWORD)
    await wall.keyboard.press("Enter")

    await wall.wait_for_url(f"**/tickets/{CODE}")
