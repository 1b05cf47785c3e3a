"""What a channel that is set up adds to the hotline: lanes, files, routes, and what runs beside the faces."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import Protocol

from fastapi import FastAPI

from bot.channel import Channel
from bot.desk_store import DeskStore
from bot.fetching import MediaSource
from bot.hotline import Hotline


class Connected(Protocol):
    """One channel that is set up."""

    def channels(self, store: DeskStore) -> Sequence[Channel]:
        """Give the lanes it sends on."""

    def sources(self) -> Sequence[MediaSource]:
        """Give where its files lie."""

    def add_routes(self, app: FastAPI, hotline: Hotline) -> None:
        """Add its webhooks to the public face."""

    def running(self, hotline: Hotline) -> AbstractAsyncContextManager[None]:
        """Run what must run beside the public face, for the length of a block."""


@asynccontextmanager
async def all_running(connected: Sequence[Connected], hotline: Hotline) -> AsyncIterator[None]:
    """Run everything that the channels need, for the length of a block."""
    async with AsyncExitStack() as stack:
        for one in connected:
            await stack.enter_async_context(one.running(hotline))
        yield
