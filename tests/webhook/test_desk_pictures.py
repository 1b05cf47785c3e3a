"""Pictures of an invented night at the duty desk, for the docs; made anew by `make pictures`, looked at by people."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from storage.cipher import Cipher
from storage.database import Database
from tests.browser import open_browser, serving
from tests.conftest import FrozenClock
from tests.desk_night import settle_night
from tests.desk_room import PASSWORD, DeskRoom, PaintedEvidence, desk_room

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
SIZES = {"pc": (1440, 900), "phone": (390, 844)}

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def room(sqlite_database: Database, cipher: Cipher, clock: FrozenClock) -> Iterator[DeskRoom]:
    with desk_room(sqlite_database, cipher, clock, PaintedEvidence()) as one:
        yield one


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_whole_night_fits_the_queue_in_both_schemes(room: DeskRoom, scheme: str) -> None:
    for login, name in (("siti", "Siti Aminah"), ("made", "Made Suartana")):
        await room.door.choose_password(room.add_officer(login, name), PASSWORD)
    settle_night(room, ["siti", "made"])
    async with open_browser() as browser, serving(room.app) as address:
        for name, (width, height) in SIZES.items():
            context = await browser.new_context(
                viewport={"width": width, "height": height},
                base_url=address,
                locale="id-ID",
                color_scheme="dark" if scheme == "dark" else "light",
            )
            token = await room.door.sign_in("siti", PASSWORD)
            await context.add_cookies([{"name": "piket", "value": token, "url": address}])
            page = await context.new_page()
            await page.goto("/")
            await expect(page.locator("[data-row]").first).to_be_visible()
            assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
            await keep(page, f"desk-night-{scheme}-{name}")
            await page.goto("/tickets/K7M-4QX")
            await expect(page.locator("body")).to_contain_text("Bu Ratih")
            await keep(page, f"desk-ticket-{scheme}-{name}")
            await context.close()
        room.bell.close()


async def keep(page: Page, name: str) -> None:
    """Keep a screenshot when pictures are asked for."""
    if os.environ.get("TPPO_PICTURES") == "1":
        await page.screenshot(path=PICTURES / f"{name}.png")
