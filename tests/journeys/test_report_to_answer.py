"""The main job, as people do it: report in the chat and the terminal, answer at the desk, ask for the status."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser import open_browser
from tests.journeys.deployment import ROOT, TPPO, Deployment, deployed

PHONE = {"width": 390, "height": 780}
DESKTOP = {"width": 1440, "height": 900}
PICTURES = ROOT / "docs" / "pictures"
PASSWORD = "tiga perahu di teluk"
STORY = "tetangga saya bu Sahnim mau kirim anaknya Wati 16 tahun kerja ke Malaysia, katanya berangkat minggu depan"
RECEIVED = re.compile("diterima", re.IGNORECASE)
ANSWER = "Terima kasih. Kami sudah menghubungi desa. Tolong kabari kalau jadwalnya berubah."

pytestmark = [pytest.mark.slow, pytest.mark.browser]


async def picture(page: Page, name: str) -> None:
    """Keep a screenshot for the docs when `make pictures` asks for it."""
    if os.environ.get("TPPO_PICTURES") == "1":
        await page.wait_for_timeout(2600)  # a new row shows itself for 2.4 s, the chat scrolls for less
        await page.screenshot(path=PICTURES / f"{name}.png")


async def say(page: Page, text: str) -> None:
    """Type a message into the chat and wait until it is kept."""
    await page.fill("#tulis", text)
    await page.click("#tombol-kirim")
    await expect(page.locator(".pesan.citizen").last).to_contain_text(text[:30])


async def choose(page: Page, title: str) -> None:
    """Press a choice once it is offered."""
    await page.locator("#pilihan button", has_text=title).click()


async def report_in_the_chat(page: Page, deployment: Deployment) -> str:
    """Report from the first word to the receipt; give the receipt."""
    await page.goto(deployment.chat)
    await expect(page.locator(".pesan.hotline").first).to_contain_text("110")
    await picture(page, "chat-phone-greeting")
    await say(page, STORY)
    await choose(page, "Ya, aman")
    await picture(page, "chat-phone-report")
    await finish(page)
    filed = page.locator(".pesan.hotline", has_text="Nomor bukti")
    await expect(filed).to_be_visible()
    await picture(page, "chat-phone-filed")
    found = re.search(r"Nomor bukti: ((?:\d{4} ?){4})", await filed.inner_text())
    assert found
    return found[1].strip()


async def finish(page: Page) -> None:
    """Answer whatever is still asked until the report is sent, the way somebody in a hurry does."""
    await say(page, "cukup")
    wanted = ["Boleh, di chat ini", "Kapan saja", "Tidak perlu", "Tanpa nama", "Sudah benar", "Ya, kirim"]
    while "Ya, kirim" in wanted:
        # a question that was answered already is not asked, so whichever of the rest is offered first is pressed
        offered = page.locator("#pilihan button", has_text=re.compile("|".join(wanted))).first
        words = await offered.inner_text()
        title = next(one for one in wanted if one in words)
        await choose(page, title)
        del wanted[: wanted.index(title) + 1]


async def sign_in(page: Page, deployment: Deployment) -> None:
    """Use the one-time code of the start and choose a password."""
    await page.goto(f"{deployment.desk}/first")
    await page.fill("input[name=code]", deployment.first_code)
    await page.fill("input[name=password]", PASSWORD)
    await page.fill("input[name=again]", PASSWORD)
    await page.click("button.primary")
    await expect(page.locator("#papan")).to_be_visible()


async def test_a_report_reaches_the_desk_and_its_answer_comes_back(tmp_path: Path) -> None:
    async with open_browser() as browser:
        with deployed(tmp_path / "data") as deployment:
            await walk(browser, deployment)


async def walk(browser: Browser, deployment: Deployment) -> None:
    """Walk the whole way with one citizen on a phone and one officer at a PC."""
    desk = await (await browser.new_context(viewport=DESKTOP, locale="id-ID")).new_page()
    chat = await (await browser.new_context(viewport=PHONE, locale="id-ID", has_touch=True)).new_page()
    await sign_in(desk, deployment)
    await expect(desk.locator("[data-row]")).to_have_count(0)

    receipt = await report_in_the_chat(chat, deployment)

    row = desk.locator("[data-row]")
    await expect(row).to_have_count(1, timeout=20_000)  # nobody reloaded the page
    await expect(desk).to_have_title(re.compile(r"^\(1\)"))
    await picture(desk, "desk-queue")
    await row.click()
    await expect(desk.locator("body")).to_contain_text("Wati")
    await picture(desk, "desk-ticket-new")
    await desk.click("#terima button")
    await desk.fill("textarea[data-key=balas]", ANSWER)
    await picture(desk, "desk-ticket-reply")
    await desk.locator("#balas button, form#balas button.primary").first.click()
    await expect(desk.locator("body")).to_contain_text(ANSWER)

    await expect(chat.locator(".pesan.officer")).to_contain_text("Kami sudah menghubungi desa", timeout=20_000)
    await picture(chat, "chat-phone-answer")
    await say(chat, "status")
    await expect(chat.locator(".pesan.hotline").last).to_contain_text(RECEIVED)

    other = await (await browser.new_context(viewport=DESKTOP, locale="id-ID")).new_page()
    await other.goto(deployment.chat)
    await say(other, receipt)
    await expect(other.locator(".pesan.hotline").last).to_contain_text(RECEIVED)
    await picture(other, "chat-desktop-receipt")

    told = report_in_the_terminal(deployment)
    assert "telepon 110 sekarang" in told.partition("Ctrl-D")[2].partition("Cara kerja aman")[2]
    await desk.goto(deployment.desk)
    await expect(desk.locator("[data-row]")).to_have_count(2)
    await desk.set_viewport_size(PHONE)
    await picture(desk, "desk-phone-queue")


def report_in_the_terminal(deployment: Deployment) -> str:
    """Tell of danger in `tppo talk`, which reaches the running hotline; give what it printed."""
    told = subprocess.run(
        [TPPO, "talk"],
        input="adik saya dikurung di ruko di batam, pintunya digembok, tolong\n",
        capture_output=True,
        text=True,
        env=deployment.environment,
        timeout=30,
        check=True,
    )
    return told.stdout
