"""What a Telegram message holds, as the conversation understands it: words, files, places, cards."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bot.inbound import Waiting
from bot.telegram_picks import picked_there
from bot.telegram_raw import Raw, buttons_of, degrees, number, part, parts, words
from flows.said import Attachment, ContactCard, Kind, Location, Said
from storage.ids import new_id

MOST_BYTES: Final = 20_000_000
"""What getFile hands out, in decimal."""
_START: Final = re.compile(r"/start(?:@\w+)?(?:\s+([A-Za-z0-9_-]{1,64}))?\s*")
_COMMAND: Final = re.compile(r"/(\w{1,32})(?:@\w+)?(?=\s|$)")
_FILES: Mapping[str, tuple[Kind, str]] = MappingProxyType(
    {
        "voice": (Kind.VOICE, "audio/ogg"),
        "audio": (Kind.VOICE, "audio/mpeg"),
        "video_note": (Kind.VIDEO, "video/mp4"),
        "video": (Kind.VIDEO, "video/mp4"),
        "animation": (Kind.VIDEO, "video/mp4"),
        "document": (Kind.DOCUMENT, "application/octet-stream"),
    }
)
# said with a form that we do not take, and answered gently
_PLAYTHINGS: Final = ("dice", "game", "story", "paid_media", "giveaway", "giveaway_winners", "invoice", "checklist")
_NOWHERE: Final = 999.0
_MOST_LABEL: Final = 200


@dataclass(frozen=True, slots=True)
class Content:
    """What was said, and which of its files still lie at Telegram."""

    said: Said
    waiting: tuple[Waiting, ...] = ()


def content_of(message: Raw) -> Content | None:
    """Read a message; none where it holds nothing that a person says (a pinned message, a new group photo)."""
    forwarded = bool(part(message, "forward_origin")) or "forward_date" in message
    if "text" in message:
        return _text(message, forwarded=forwarded)
    caption = _with_links(message, "caption")
    file = _file(message)
    if file is not None:
        return _with_file(file, caption, forwarded=forwarded)
    if "location" in message or "venue" in message:
        return _place(message)
    if "contact" in message:
        return _card(message)
    if "sticker" in message:
        return Content(Said(Kind.STICKER, forwarded=forwarded))
    if "poll" in message:
        poll = part(message, "poll")
        asked = [words(poll, "question"), *(words(one, "text") for one in parts(poll, "options"))]
        return Content(Said(Kind.OTHER, "\n".join(filter(None, asked)), forwarded=forwarded))
    if any(name in message for name in _PLAYTHINGS):
        return Content(Said(Kind.OTHER, forwarded=forwarded))
    return None


def edited(message: Raw) -> Said | None:
    """Read what a message was changed into; none where there are no words to read."""
    text = _with_links(message, "text") or _with_links(message, "caption")
    return Said(Kind.EDIT, text) if text else None


def place_of(message: Raw) -> Location | None:
    """Read the place that a message shows; none where it shows none."""
    venue = part(message, "venue")
    point = part(venue, "location") or part(message, "location")
    lat, lon = degrees(point, "latitude"), degrees(point, "longitude")
    if lat is None or lon is None:
        return None
    label = ", ".join(words(venue, key) for key in ("title", "address") if words(venue, key))
    return Location(lat, lon, label[:_MOST_LABEL])


def _text(message: Raw, *, forwarded: bool) -> Content:
    raw = words(message, "text")
    start = _START.fullmatch(raw)
    if start:
        return Content(Said(Kind.START, start=start[1] or ""))
    picked = picked_there(message, raw)
    if picked:
        return Content(Said(Kind.CHOICE, token=picked, is_quoting=True))
    text = _with_links(message, "text")
    # "/status" means what "status" means
    return Content(
        Said(Kind.TEXT, _COMMAND.sub(r"\1", text, count=1) if text.startswith("/") else text, forwarded=forwarded)
    )


def _with_links(message: Raw, name: str) -> str:
    """Give the words with what stands behind and beside them.

    A poster's "daftar di sini" leads somewhere, by its words or by a button under it; and who asks "is this true?"
    about a piece of somebody else's channel has that piece quoted, not written.
    """
    text = words(message, name)
    if not text:
        return ""
    marks = parts(message, "entities" if name == "text" else "caption_entities")
    hidden = [words(mark, "url") for mark in marks if words(mark, "type") == "text_link"]
    hidden += [words(button, "url") for button in buttons_of(message)]
    told = dict.fromkeys(url for url in hidden if url and url not in text)
    quoted = words(part(message, "quote"), "text") if part(message, "external_reply") else ""
    return "\n".join([text, *filter(None, [quoted]), *told])


def _with_file(file: "_File", caption: str, *, forwarded: bool) -> Content:
    if file.size_bytes > MOST_BYTES:
        refused = Attachment(file.kind, mime=file.mime, size_bytes=file.size_bytes, refusal="too_big")
        return Content(Said(file.kind, caption, attachments=(refused,), forwarded=forwarded))
    kept = Attachment(file.kind, new_id(), file.mime, file.size_bytes, seconds=file.seconds)
    said = Said(file.kind, caption, attachments=(kept,), forwarded=forwarded)
    return Content(said, (Waiting(kept.media_id, {"file_id": file.file_id}),))


def _place(message: Raw) -> Content:
    place = place_of(message)
    # a point that cannot be read is a point nowhere: the conversation says so
    return Content(Said(Kind.LOCATION, location=place or Location(_NOWHERE, _NOWHERE)))


def _card(message: Raw) -> Content:
    card = part(message, "contact")
    phone = words(card, "phone_number")[:40]
    if phone.isdecimal() and not phone.startswith("0"):
        phone = f"+{phone}"
    owner = number(card, "user_id")
    if phone and owner is not None and owner == number(part(message, "from"), "id"):
        # only this card is the writer's own number; any other one is somebody else's, perhaps the recruiter's
        return Content(Said(Kind.TEXT, f"Nomor saya {phone}"))
    name = " ".join(words(card, key) for key in ("first_name", "last_name") if words(card, key))
    return Content(Said(Kind.CONTACT, contact=ContactCard(name[:_MOST_LABEL], (phone,) if phone else ())))


@dataclass(frozen=True, slots=True)
class _File:
    kind: Kind
    file_id: str
    mime: str
    size_bytes: int
    seconds: int


def _file(message: Raw) -> _File | None:
    sizes = [one for one in parts(message, "photo") if words(one, "file_id")]
    if sizes:
        fitting = [one for one in sizes if (number(one, "file_size") or 0) <= MOST_BYTES] or sizes
        biggest = max(fitting, key=lambda one: (number(one, "width") or 0) * (number(one, "height") or 0))
        return _File(Kind.PHOTO, words(biggest, "file_id"), "image/jpeg", max(number(biggest, "file_size") or 0, 0), 0)
    for name, (kind, mime) in _FILES.items():
        found = part(message, name)
        if words(found, "file_id"):
            declared = words(found, "mime_type")[:100] or mime
            size, seconds = number(found, "file_size") or 0, number(found, "duration") or 0
            return _File(kind, words(found, "file_id"), declared, max(size, 0), max(seconds, 0))
    return None
