"""Looking at untrusted pictures through a limited child process, two at a time."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from enum import StrEnum
from pathlib import Path
from typing import Final

_CHILD: Final = str(Path(__file__).with_name("picture_child.py"))
_WAIT_S: Final = 20.0
# The child's exit code, not imported from it: its picture library stays out of this process.
UNREADABLE: Final = 3


Load = Callable[[], Awaitable[bytes]]
"""Fetches a picture; called only once there is room for it, so that many at once never fill the memory."""


class Look(StrEnum):
    """What looking at a picture found."""

    GOOD = "good"
    UNREADABLE = "unreadable"
    TOO_MUCH = "too_much"
    """More pixels, memory or time than we spend; it may well be a picture."""


class PictureViewer:
    """Starts a fresh child for each picture: whatever a picture does to its reader ends with that child."""

    def __init__(self, at_once: int = 2) -> None:
        self._room = asyncio.Semaphore(at_once)

    async def look(self, load: Load) -> Look:
        """Tell whether these bytes open as a JPEG, PNG or WebP of at most 40 megapixels."""
        code, _ = await self._run("look", load)
        if code == UNREADABLE:
            return Look.UNREADABLE
        return Look.GOOD if code == 0 else Look.TOO_MUCH

    async def preview(self, load: Load) -> bytes | None:
        """Give a JPEG of the pixels alone, at most 1600 px a side; None when there is nothing to show."""
        code, shown = await self._run("preview", load)
        return shown if code == 0 and shown else None

    async def _run(self, mode: str, load: Load) -> tuple[int, bytes]:
        async with self._room:
            data = await load()
            child = await asyncio.create_subprocess_exec(
                sys.executable,
                "-I",
                _CHILD,
                mode,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                env={},
            )
            try:
                async with asyncio.timeout(_WAIT_S):
                    shown, _ = await child.communicate(data)
            except TimeoutError:
                return -1, b""
            finally:
                if child.returncode is None:
                    child.kill()
                    await child.wait()
            return child.returncode or 0, shown
