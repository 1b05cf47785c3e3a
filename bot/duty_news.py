"""What officers on phones must hear about a ticket whose card they have: a card on WhatsApp cannot be edited."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from flows.labels import Category, Urgency
from flows.ticket import State
from storage.tickets import TicketRow

_SPAN: Final = timedelta(minutes=10)
_GATHERING: Final = timedelta(minutes=2)
_UNCLEAR: Final = frozenset({Category.NONE, Category.OTHER})
_EPOCH: Final = datetime.fromisoformat("2026-01-01T00:00:00+00:00")


class News(StrEnum):
    """What is new."""

    EMERGENCY = "emergency"
    COMPLETED = "completed"
    MORE = "more"
    """The place, the form, the departure or the urgency became known or another."""
    TAKEN = "taken"
    """Somebody holds it now, or somebody else does."""
    CLOSED = "closed"


HEADS: Mapping[str, str] = MappingProxyType(
    {
        News.EMERGENCY: "{code} sekarang DARURAT.",
        News.COMPLETED: "{code}: ceritanya sekarang lengkap.",
        News.MORE: "{code}: ada keterangan baru.",
        News.TAKEN: "{code} sudah ada yang menangani.",
        News.CLOSED: "{code} sudah selesai.",
    }
)


def news_of(before: TicketRow, changes: Mapping[str, object]) -> News | None:
    """Say what a change is worth telling; most changes are not.

    Args:
        before: The ticket as officers know it.
        changes: The columns that are about to change.
    """
    after = {**{name: getattr(before, name) for name in _TOLD}, **changes}
    if before.state == State.CLOSED or before.names_official or after["names_official"]:
        return None
    if after["state"] == State.CLOSED:
        return News.CLOSED
    if after["owner_id"] not in {None, before.owner_id}:
        return News.TAKEN
    urgency, known = Urgency(str(after["urgency"])), Urgency(before.urgency)
    if urgency is Urgency.EMERGENCY and known is not Urgency.EMERGENCY:
        return News.EMERGENCY
    if before.is_incomplete and not after["is_incomplete"]:
        return News.COMPLETED
    more = urgency.rank < known.rank or after["area_code"] not in {None, before.area_code}
    more = more or (after["category"] != before.category and after["category"] not in _UNCLEAR)
    return News.MORE if more or after["departure_at"] not in {None, before.departure_at} else None


def moment_of(news: News, ticket_id: int, place: str, now: datetime, *, further: bool) -> tuple[str, datetime]:
    """Give the one key and the moment of a piece of news: small ones are gathered, one each ten minutes at most.

    Args:
        further: True where the news of this span has been told or promised already.
    """
    stem = f"card:{ticket_id}:{place}:{news.value}"
    match news:
        case News.COMPLETED:
            return stem, now
        case News.EMERGENCY | News.TAKEN | News.CLOSED:
            return f"{stem}:{(now - _EPOCH) // timedelta(minutes=1)}", now
        case News.MORE:
            span = (now - _EPOCH) // _SPAN + further
            return f"{stem}:{span}", _EPOCH + span * _SPAN if further else now + _GATHERING


_TOLD: Final = (
    *("urgency", "category", "area_code", "departure_at", "is_incomplete", "names_official", "state", "owner_id"),
)
