"""A line of a ticket's history in the words that officers read."""

from collections.abc import Mapping

from bot import ticket_words
from bot.delivery_words import reason_of
from bot.desk_hand import read_note
from storage.desk_ticket import EventRow
from webhook.desk import words

_MOVED = {
    "confirmed": "menerima laporan",
    "in_progress": "mulai menangani",
    "waiting_reporter": "menunggu jawaban pelapor",
    "referred": "meneruskan",
    "closed": "menyelesaikan",
}
_FIELDS = {"urgency": ("mendesak", ticket_words.URGENCY), "category": ("jenis", ticket_words.CATEGORY)}


def say_event(event: EventRow, names: Mapping[int, str], areas: Mapping[str, str]) -> str:
    """Say who did what, for example "Siti meneruskan ke BP3MI NTB"."""
    details, _ = read_note(event.note)
    who = _who(event.actor, names)
    if event.kind == "moved":
        return f"{who} {_move(event, details)}"
    if event.kind == "amended":
        return f"{who} {_change(details, areas)}"
    if event.kind == "climbed":
        return f"Naik ke {event.note}" if event.note else "Naik ke petugas berikutnya"
    if event.kind == "undelivered":
        return _undelivered(event.note)
    said = words.say(words.EVENT, event.kind)
    return f"{who} {said}" if event.actor.startswith("officer:") else said[:1].upper() + said[1:]


def note_of(event: EventRow) -> str:
    """Give the officer's own words of an event, without the codes; a name that stands in the line is not repeated."""
    return "" if event.kind in {"climbed", "undelivered"} else read_note(event.note)[1]


def _undelivered(note: str) -> str:
    # "telegram: blocked", as delivery wrote it
    lane, _, reason = note.partition(": ")
    by = f" lewat {words.say(words.CHANNEL, lane)}" if lane in words.CHANNEL else ""
    return f"Pesan{by} tidak terkirim: {reason_of('dead', None, None, reason or 'unknown')}"


def _who(actor: str, names: Mapping[int, str]) -> str:
    kind, _, number = actor.partition(":")
    if kind == "officer":
        return names.get(int(number), "Petugas") if number.isdecimal() else "Petugas"
    return "Pelapor" if kind == "citizen" else "Mesin"


def _move(event: EventRow, details: Mapping[str, str]) -> str:
    if event.from_state == "closed":
        return "membuka lagi"
    said = _MOVED.get(event.to_state or "", "memindahkan")
    if "agency" in details:
        return f"{said} ke {details['agency']}"
    if "outcome" in details:
        return f"{said}: {words.say(ticket_words.OUTCOME, details['outcome'])}"
    return said


def _change(details: Mapping[str, str], areas: Mapping[str, str]) -> str:
    if "agency" in details:
        return f"meneruskan ke {details['agency']}"
    changes = [_one_change(key, value, areas) for key, value in details.items()]
    return f"mengubah {', '.join(changes)}" if changes else words.EVENT["amended"]


def _one_change(key: str, value: str, areas: Mapping[str, str]) -> str:
    before, _, after = value.partition(">")
    if key == "area_code":
        return f"tempat dari {areas.get(before, 'belum jelas')} menjadi {areas.get(after, 'belum jelas')}"
    name, table = _FIELDS.get(key, (key, {}))
    return f"{name} dari {words.say(table, before)} menjadi {words.say(table, after)}"
