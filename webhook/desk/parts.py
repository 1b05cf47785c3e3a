"""What the desk is built from, handed in by the wiring: no route reaches for anything else."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.bell import Bell
from bot.desk import Desk
from bot.desk_door import Door
from bot.desk_store import DeskStore


class Evidence(Protocol):
    """The evidence room as the desk uses it (bot/evidence.py)."""

    def original(self, media_id: int) -> AsyncIterator[bytes]:
        """Give the original, piece by piece."""

    async def preview(self, media_id: int) -> bytes | None:
        """Give a safe JPEG, or None where there is none to show."""


async def _nothing_to_refresh() -> None:
    """Do nothing: this desk runs beside no hotline that holds a list."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The rooms behind the desk's pages.

    `areas` names the districts by code, `evidence` is none where the deployment keeps no files.
    """

    store: DeskStore
    bell: Bell
    door: Door
    desk: Desk
    evidence: Evidence | None = None
    areas: Mapping[str, str] = field(default_factory=dict)
    zone: tzinfo = field(default_factory=lambda: ZoneInfo("Asia/Makassar"))
    registry_max_age_days: int = 90
    refresh_registry: Callable[[], Awaitable[None]] = _nothing_to_refresh
