"""Reads one WhatsApp message as Twilio posts it, into the same value that every channel makes.

Fields that are absent, empty or unknown are no fault: Twilio adds some without notice. The names of the fields stand in
docs/whatsapp.md; what a profile calls itself is not read at all, no name is needed for a report.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import isfinite
from typing import Final

from bot.inbound import Inbound, Waiting
from flows.cleaning import clean_text
from flows.said import Attachment, Kind, Location, Said

CHANNEL: Final = "whatsapp"
SMS: Final = "sms"
WINDOW: Final = timedelta(hours=24)
_PREFIX: Final = "whatsapp:"
PHONE: Final = re.compile(r"\+[1-9]\d{6,14}")
# a business-scoped id: two letters of a country (or "ID." before digits), a dot, perhaps ENT, letters and digits
SCOPED: Final = re.compile(r"[A-Za-z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}")
_TOKEN: Final = re.compile(r"[a-z0-9_.]{1,100}:[a-z0-9_.+-]{1,100}", re.IGNORECASE)
_MOST_MEDIA: Final = 10
# pictures sent together come as one call each; whoever sends five gets one answer. Each goes on with what came in the
# ten seconds before its own ten: closer than ten apart they are one album always, further than twenty never
_ALBUM_S: Final = 10
_NOWHERE: Final = 999.0
# what is read, says the same twice, or is a name that nobody needs
_KNOWN: Final = frozenset(
    {
        "MessageSid",
        "SmsSid",
        "SmsMessageSid",
        "AccountSid",
        "From",
        "To",
        "Body",
        "NumMedia",
        "NumSegments",
        "SmsStatus",
    }
    | {"ApiVersion", "MessagingServiceSid", "ProfileName", "ProfileUsername", "Username", "WaId", "ExternalUserId"}
    | {"ExternalUserIdentifier", "ParentExternalUserId", "MessageType", "ButtonText", "ButtonPayload", "ListId"}
    | {"ListTitle", "ListDescription", "Latitude", "Longitude", "Address", "Label", "ChannelMetadata", "Forwarded"}
    | {"FrequentlyForwarded", "OriginalRepliedMessageSid", "OriginalRepliedMessageSender", "ReferralNumMedia"}
)
_MEDIA_FIELD: Final = re.compile(r"Media(?:Url|ContentType)\d{1,2}")
_LONGEST_UNREAD: Final = 2000
_OPT_OUT: Final = frozenset({"stop", "berhenti"})

Form = Mapping[str, str]
NewId = Callable[[], int]


@dataclass(frozen=True, slots=True)
class Heard:
    """A message, and the id of the message of ours that it quotes ("" where it quotes none)."""

    inbound: Inbound
    quotes: str = ""


def address_of(value: str) -> str | None:
    """Give the address in a From or To, "+62..." or a business-scoped id; none where it is neither."""
    bare = value.strip().removeprefix(_PREFIX)
    return bare if PHONE.fullmatch(bare) or SCOPED.fullmatch(bare) else None


def to_twilio(address: str) -> str:
    """Give an address as Twilio writes it."""
    return f"{_PREFIX}{address}"


def is_whatsapp(form: Form) -> bool:
    """Say whether a form is of a WhatsApp message; else it is of an SMS."""
    return form["From"].startswith(_PREFIX)


def is_opt_out(text: str) -> bool:
    """Say whether these words ask us to write no more. BATAL, SELESAI and MENU belong to the conversation."""
    return text.strip().strip(".!").casefold() in _OPT_OUT


def parse(form: Form, *, at: datetime, new_id: NewId) -> Heard:
    """Read a form whose shape the webhook has checked.

    Args:
        form: The fields; `MessageSid` and `From` are there.
        at: When the message reached Twilio, or now.
        new_id: Makes ids for files that are fetched later.
    """
    text = clean_text(form.get("Body", ""))
    files = _files(form, new_id)
    address = address_of(form["From"]) or ""
    said = _said(form, text, tuple(file for file, _ in files))
    album = _album(said, at)
    inbound = Inbound(
        channel=CHANNEL,
        provider_id=form["MessageSid"],
        address=address,
        said=said,
        received_at=at,
        provider_message_id=form["MessageSid"],
        waiting=tuple(Waiting(file.media_id, where) for file, where in files),
        album=album,
        album_before=str(int(album) - 1) if album else "",
        is_silent=said.kind is Kind.CONTACT,
        window_until=at + WINDOW,
        also=_other_address(form, address),
        opts_out=is_opt_out(text),
        unread={
            name: clean_text(value)[:_LONGEST_UNREAD]
            for name, value in form.items()
            if value and name not in _KNOWN and not _MEDIA_FIELD.fullmatch(name)
        },
    )
    return Heard(inbound, form.get("OriginalRepliedMessageSid", ""))


def parse_sms(form: Form, *, at: datetime) -> Inbound:
    """Read the form of an SMS; only its words count, and its sender is nobody's WhatsApp."""
    text = clean_text(form.get("Body", ""))
    return Inbound(SMS, form["MessageSid"], form["From"], Said(Kind.TEXT if text else Kind.OTHER, text), at)


def _said(form: Form, text: str, files: tuple[Attachment, ...]) -> Said:
    forwarded = "true" in {form.get("Forwarded", "").lower(), form.get("FrequentlyForwarded", "").lower()}
    token = form.get("ButtonPayload") or form.get("ListId") or ""
    if _TOKEN.fullmatch(token):
        return Said(Kind.CHOICE, token=token)
    # a button of an approved template, or a list whose id we did not make: its title is an answer like any other
    text = text or clean_text(form.get("ButtonText") or form.get("ListTitle") or "")
    place = _location(form)
    if place is not None:
        return Said(Kind.LOCATION, text, location=place, forwarded=forwarded)
    if form.get("MessageType", "").lower() == "sticker":
        return Said(Kind.STICKER, text, forwarded=forwarded)
    if files:
        return Said(files[0].kind, text, attachments=files, forwarded=forwarded)
    return Said(Kind.TEXT if text else Kind.OTHER, text, forwarded=forwarded)


def _files(form: Form, new_id: NewId) -> list[tuple[Attachment, Mapping[str, str | int]]]:
    if form.get("MessageType", "").lower() == "sticker":
        return []
    count = form.get("NumMedia", "0")
    found: list[tuple[Attachment, Mapping[str, str | int]]] = []
    for number in range(min(int(count), _MOST_MEDIA) if count.isdecimal() and len(count) <= 3 else 0):
        url = form.get(f"MediaUrl{number}", "")
        if not url:
            continue
        mime = form.get(f"MediaContentType{number}", "").partition(";")[0].strip().lower()
        where: dict[str, str | int] = {"url": url, "message": form["MessageSid"]}
        if mime in {"text/vcard", "text/x-vcard"}:
            where |= {"card": 1, "from": form["From"]}
        found.append((Attachment(_kind_of(mime), new_id(), mime or "application/octet-stream"), where))
    return found


def _kind_of(mime: str) -> Kind:
    if mime in {"text/vcard", "text/x-vcard"}:
        return Kind.CONTACT
    kinds = {"image": Kind.PHOTO, "audio": Kind.VOICE, "video": Kind.VIDEO}
    return kinds.get(mime.partition("/")[0], Kind.DOCUMENT)


def _location(form: Form) -> Location | None:
    """Give the place that was shared; one that cannot be read is nowhere on earth, and the conversation says so."""
    given = form.get("Latitude", ""), form.get("Longitude", "")
    if not any(given):
        return None
    try:
        lat, lon = (float(one) for one in given)
    except ValueError:
        lat = lon = _NOWHERE
    if not (isfinite(lat) and isfinite(lon)):
        lat = lon = _NOWHERE  # JSON has no word for what is not a number
    return Location(lat, lon, _label(form))


def _label(form: Form) -> str:
    words = [clean_text(form.get(key, "")).strip() for key in ("Label", "Address")]
    return ", ".join(dict.fromkeys(word for word in words if word))[:300]


def _album(said: Said, at: datetime) -> str:
    if said.kind not in {Kind.PHOTO, Kind.VIDEO}:
        return ""
    return str(int(at.timestamp()) // _ALBUM_S)


def _other_address(form: Form, address: str) -> str:
    """Give the sender's second address, where one call names both a phone and a business-scoped id."""
    for key in ("ExternalUserId", "ExternalUserIdentifier", "WaId"):
        value = form.get(key, "").strip()
        other = address_of(f"+{value}" if key == "WaId" and value.isdecimal() else value)
        if other and other != address:
            return other
    return ""
