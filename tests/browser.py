"""A real browser for tests: finds Chromium, and serves an app on a free port of this machine.

Without a Chromium such tests are left out, unless TPPO_REQUIRE_BROWSER=1 says that there must be one.
"""

import asyncio
import contextlib
import os
import shutil
from collections.abc import AsyncIterator, Sequence

import pytest
import uvicorn
from playwright.async_api import Browser, async_playwright, expect
from starlette.types import ASGIApp

from webhook.patience import server_options

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}
# what must come soon says so where it is expected; everything else may wait for a busy machine
expect.set_options(timeout=60_000)


def find_chromium() -> str:
    """Give the path of a Chromium; leaves the test out, or fails it, where there is none."""
    for name in NAMES:
        path = shutil.which(name)
        if path:
            return path
    if os.environ.get("TPPO_REQUIRE_BROWSER") == "1":
        pytest.fail(f"TPPO_REQUIRE_BROWSER=1, yet none of {', '.join(NAMES)} is installed")
    pytest.skip("no Chromium here")


@contextlib.asynccontextmanager
async def open_browser(*, flags: Sequence[str] = ()) -> AsyncIterator[Browser]:
    """Open a Chromium for the length of a block."""
    path = find_chromium()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=[*QUIET, *flags])
        try:
            yield browser
        finally:
            await browser.close()


@contextlib.asynccontextmanager
async def serving(app: ASGIApp) -> AsyncIterator[str]:
    """Serve an app in this loop for the length of a block; gives its address."""
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_config=None, lifespan="off", **server_options())
    config.timeout_graceful_shutdown = 1
    server = uvicorn.Server(config)
    running = asyncio.create_task(_serve(server))
    while not (server.started or running.done()):  # noqa: ASYNC110 - uvicorn offers no event for it
        await asyncio.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        await running


async def _serve(server: uvicorn.Server) -> None:
    # not `serve`, which would take the signals of the whole test run
    config = server.config
    config.load()
    server.lifespan = config.lifespan_class(config)
    await server.startup()
    await server.main_loop()
    await server.shutdown()
