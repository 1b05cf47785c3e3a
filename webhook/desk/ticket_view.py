"""The ticket page's own words: what to do next, whether the reporter may be written to, each line of the talk."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from bot import ticket_words
from bot.delivery_words import reason_of, state_of, window_line
from bot.desk_page import PUSH_LANES, TicketPage
from bot.known_facts import Fact
from flows.labels import Urgency
from flows.matching.marks import name_asked
from flows.ticket import State
from storage.desk_ticket import MediaRow, MessageRow, ReplyTarget
from storage.tickets import TicketRow
from webhook.desk import fact_words, words
from webhook.desk.clock import clock_time, moment_words

_RECEIPT = re.compile(r"(?<!\d)(?:\d{4}[ -]?){3}\d{4}(?!\d)")
# words as they were typed come before what was read out of them: a reading may be a shorter, other name
_ASKED = ("check_listed", "check_picked", "check_exact", "check_name", "company", "recruiter")
_LONGEST_NAME = 120
_ORDER = {name: place for place, name in enumerate(fact_words.FACTS)}
_NOT_SHOWN = "skipped"


@dataclass(frozen=True, slots=True)
class NextStep:
    """What the eye must meet first. `act` is confirm, reply, reopen or empty; `tone` is danger-now, waits or empty."""

    act: str
    headline: str
    detail: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class ContactRule:
    """Whether and how the reporter may be reached; stands right above the reply box."""

    headline: str
    lines: tuple[str, ...]
    button: str
    is_never: bool = False
    is_push: bool = False
    can_write: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """One message as the page shows it."""

    speaker: str
    officer_name: str
    at: datetime
    text: str
    location: str
    card: str
    choices: tuple[str, ...]
    files: tuple[MediaRow, ...]
    delivery: str
    reason: str
    """Why it has not arrived; "" where it has."""
    letter: int | None
    """The message to try again, where it could not be delivered."""
    new_day: bool


@dataclass(frozen=True, slots=True)
class File:
    """One piece of evidence as the page shows it."""

    id: int
    kind: str
    at: datetime
    refusal: str
    size_words: str
    is_image: bool
    is_audio: bool
    is_video: bool


def next_step(page: TicketPage, now: datetime, zone: tzinfo) -> NextStep:
    """Say what to do next with this ticket."""
    ticket = page.ticket
    if ticket.state == State.NEW:
        return _take_it(ticket)
    if ticket.state == State.CLOSED:
        if ticket.waiting_since is not None:
            since = moment_words(ticket.waiting_since, zone, now)
            return NextStep(
                "reopen", "Pelapor menulis lagi", f"Laporan sudah selesai. Pesan baru sejak {since}.", "waits"
            )
        when = f" {moment_words(ticket.closed_at, zone, now)}" if ticket.closed_at else ""
        return NextStep("reopen", f"Selesai: {words.say(ticket_words.OUTCOME, ticket.outcome)}", f"Ditutup{when}.")
    if ticket.waiting_since is not None:
        since = moment_words(ticket.waiting_since, zone, now)
        return NextStep(
            "reply", "Pelapor menunggu jawaban", f"Sejak {since}. Baca pesan terakhir, lalu balas.", "waits"
        )
    return _carry_on(ticket)


def contact_rule(page: TicketPage, now: datetime, zone: tzinfo) -> ContactRule:
    """Say whether, when and with which words the reporter may be reached."""
    target, told = page.target, page.reporter
    if target is None:
        return ContactRule("Tidak ada alamat", ("Laporan ini tidak punya jalur balasan.",), "", can_write=False)
    lane, is_push = words.say(words.CHANNEL, target.lane), target.lane in PUSH_LANES
    if page.address_end:
        lane = f"{lane} …{page.address_end}"
    elif target.lane == "whatsapp" and not target.is_blocked:
        lane = f"{lane} (nomor tidak dibagikan)"
    lines = _contact_lines(told)
    if target.is_blocked:
        held = ("Pelapor menutup jalur ini. Balasan disimpan, dibaca saat pelapor menulis lagi.",)
        return ContactRule("Tidak bisa dihubungi", (*held, *lines), "Simpan balasan", is_never=True)
    if page.ticket.may_contact:
        window = _window(target, now, zone)
        return ContactRule(f"Boleh dihubungi lewat {lane}", (*lines, *window), "Kirim balasan", is_push=is_push)
    if is_push:
        kept = "Balasan disimpan, dibaca saat pelapor bercerita lagi atau menanyakan status."
        held = (f"{kept} Jangan telepon atau kirim pesan.",)
        return ContactRule("Jangan hubungi", (*held, *lines), "Simpan balasan", is_never=True)
    calm = (f"Balasan tersimpan di {lane}, dibaca saat pelapor datang lagi. Jangan telepon.",)
    return ContactRule("Jangan hubungi lebih dulu", (*calm, *lines), "Kirim balasan", is_never=True)


def _window(target: ReplyTarget, now: datetime, zone: tzinfo) -> tuple[str, ...]:
    when = moment_words(target.window_until, zone, now) if target.window_until else ""
    line = window_line(target.lane, target.window_until, now, when=when)
    return (line,) if line else ()


def facts_of(page: TicketPage) -> list[Fact]:
    """Give the facts in the order in which an officer wants to know; what was skipped says nothing."""
    return sorted(_told(page.facts), key=lambda one: _ORDER.get(one.id, len(_ORDER)))


def asked_name(page: TicketPage) -> str:
    """Give the name that was asked about as it was typed, for an officer to put right; "" where none was."""
    told = {one.id: one.value for one in page.facts}
    named = next((told[key] for key in _ASKED if told.get(key)), "") or name_asked(told.get("what", ""))
    return named[:_LONGEST_NAME]


def _told(facts: Iterable[Fact]) -> list[Fact]:
    return [one for one in facts if one.source != _NOT_SHOWN]


def lines_of(page: TicketPage, zone: tzinfo) -> list[Line]:
    """Give the talk line by line."""
    files: dict[int, list[MediaRow]] = {}
    for file in page.media:
        files.setdefault(file.message_id or 0, []).append(file)
    titles: dict[str, str] = {}
    lines: list[Line] = []
    day = None
    for message in page.messages:
        titles |= _titles(message.body)
        local = message.at.astimezone(zone).date()
        lines.append(_line(message, page.names, titles, tuple(files.get(message.id, ())), new_day=local != day))
        day = local
    return lines


def file_of(row: MediaRow) -> File:
    """Give a piece of evidence as the page shows it."""
    return File(
        id=row.id,
        kind=row.kind,
        at=row.at,
        refusal=row.refusal,
        size_words=_size(row.size_bytes),
        is_image=row.mime.startswith("image/"),
        is_audio=row.mime.startswith("audio/"),
        is_video=row.mime.startswith("video/"),
    )


def faster_words(page: TicketPage, me: int, zone: tzinfo) -> str:
    """Say who acted before this officer, or that it was the officer's own other window."""
    newest = next((one for one in page.events if one.actor.startswith("officer:") and one.kind != "note"), None)
    if newest is None:
        return ""
    at = clock_time(newest.at, zone)
    if newest.actor == f"officer:{me}":
        return f"Anda sendiri sudah mengubah laporan ini pukul {at}."
    name = page.names.get(int(newest.actor.partition(":")[2]), "Petugas lain")
    return f"{name} mengubah laporan ini pukul {at}."


def _take_it(ticket: TicketRow) -> NextStep:
    is_emergency = ticket.urgency == Urgency.EMERGENCY
    tone = "danger-now" if is_emergency or ticket.breached_at else ""
    if ticket.breached_at:
        return NextStep("confirm", "Terima sekarang", "Batas waktu sudah lewat. Semua petugas sudah dipanggil.", tone)
    if is_emergency:
        return NextStep("confirm", "Terima sekarang", "Darurat. Sesudah diterima, balas pelapor atau teruskan.", tone)
    return NextStep("confirm", "Terima laporan ini", "Belum ada petugas yang memegang.", tone)


def _carry_on(ticket: TicketRow) -> NextStep:
    if ticket.state == State.WAITING_REPORTER:
        return NextStep("", "Menunggu jawaban pelapor", "Belum ada yang perlu dibalas.")
    if ticket.state == State.REFERRED:
        return NextStep("", f"Diteruskan ke {ticket.referred_to}", "Pastikan sudah sampai, lalu kabari pelapor.")
    if ticket.state == State.CONFIRMED:
        return NextStep("reply", "Balas pelapor atau teruskan", "Laporan sudah diterima, belum ada tindakan.")
    return NextStep("", "Sedang ditangani", "Tidak ada pesan yang menunggu.")


def _contact_lines(told: Mapping[str, str]) -> tuple[str, ...]:
    labels = (
        *(("when", "Kapan"), ("wording", "Awali dengan"), ("contact", "Cara"), ("phone", "Nomor")),
        *(("phone_of", "Nomor itu milik"), ("name", "Nama")),
    )
    known = [f"{label}: {fact_words.fact_value(key, told[key])}" for key, label in labels if told.get(key)]
    rest = [
        f"{words.say(fact_words.FACTS, key)}: {fact_words.fact_value(key, value)}"
        for key, value in told.items()
        if key not in {label for label, _ in labels}
    ]
    return (*known, *rest)


def _titles(body: Mapping[str, object]) -> dict[str, str]:
    choices, prompt = body.get("choices"), body.get("prompt", "")
    if not isinstance(choices, list):
        return {}
    return {f"{prompt}:{one.get('id')}": str(one.get("title", "")) for one in choices if isinstance(one, Mapping)}


def _line(
    message: MessageRow,
    names: Mapping[int, str],
    titles: Mapping[str, str],
    files: tuple[MediaRow, ...],
    *,
    new_day: bool,
) -> Line:
    body = message.body
    choice = str(body.get("choice") or "")
    shown = tuple(_titles(body).values()) if message.speaker == "hotline" else ()
    return Line(
        speaker=message.speaker,
        officer_name=names.get(message.officer_id or 0, "Petugas"),
        at=message.at,
        text=_without_receipts(message) or titles.get(choice, choice),
        location=_location(body.get("location")),
        card=_card(body.get("contact")),
        choices=shown,
        files=files,
        delivery="" if message.speaker == "citizen" else _delivery(message),
        reason="" if message.speaker == "citizen" else _reason(message),
        letter=message.outbox_id if message.status == "dead" else None,
        new_day=new_day,
    )


def _without_receipts(message: MessageRow) -> str:
    """Give the text without the receipts that the hotline handed out: whoever knows one speaks for its citizen."""
    text = str(message.body.get("text") or "")
    return _RECEIPT.sub("•••• •••• •••• ••••", text) if message.speaker == "hotline" else text


def _delivery(message: MessageRow) -> str:
    return state_of(message.status or "", message.delivery, is_read=message.read_at is not None)


def _reason(message: MessageRow) -> str:
    return reason_of(message.status or "", message.delivery, message.delivery_error, message.last_error)


def _location(told: object) -> str:
    if not isinstance(told, list) or len(told) < 2:
        return ""
    label = str(told[2]) if len(told) > 2 and told[2] else ""
    return f"{told[0]}, {told[1]}{f' ({label})' if label else ''}"


def _card(told: object) -> str:
    if not isinstance(told, list) or not told:
        return ""
    phones = told[1] if len(told) > 1 and isinstance(told[1], list) else []
    return ", ".join(str(one) for one in [told[0], *phones] if one)


def _size(size_bytes: int) -> str:
    if size_bytes <= 0:
        return ""
    if size_bytes < 1024 * 1024:
        return f"{max(1, size_bytes // 1024)} KB"
    return f"{size_bytes / 1024 / 1024:.1f} MB".replace(".", ",")
