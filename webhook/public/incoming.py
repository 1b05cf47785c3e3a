"""Making a message of what a browser sent: the same law for JSON and for plain forms."""

import json
import math
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from flows.cleaning import clean_text, cut_utf8
from flows.labels import Language
from flows.said import Attachment, Kind, Location, Said
from webhook.guards import NOT_UNDERSTOOD, Refusal, Refused

TEXT_CAP_BYTES: Final = 64 * 1024
_TOKEN_CAP: Final = 200
_ID = re.compile(r"[A-Za-z0-9-]{8,64}")

EMPTY = Refusal(422, "empty", "Pesannya masih kosong. Tulis apa saja, satu kata juga boleh.")
NO_PLACE = Refusal(422, "no_place", "Titik lokasinya tidak terbaca. Boleh tulis saja nama tempatnya.")


@dataclass(frozen=True, slots=True)
class Sent:
    """A message as a browser sent it. `id` is the browser's own, so that sending it again changes nothing."""

    id: str
    said: Said
    was_cut: bool = False
    language: Language | None = None
    """The language of the page it was written on."""


def from_json(raw: bytes) -> Sent:
    """Read `{"id", "text"?, "token"?, "location"?: {"lat", "lon", "label"?}, "b"?: language}`.

    Raises:
        Refused: It is not that, or says nothing at all.
    """
    try:
        body = json.loads(raw.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        raise Refused(NOT_UNDERSTOOD) from None
    if not isinstance(body, dict):
        raise Refused(NOT_UNDERSTOOD)
    place = body.get("location")
    return build(
        _text_of(body, "id"),
        text=_text_of(body, "text"),
        token=_text_of(body, "token"),
        location=None if place is None else _location(place),
        language=_text_of(body, "b"),
    )


def build(  # noqa: PLR0913 - one argument a part, by name
    message_id: str,
    *,
    text: str = "",
    token: str = "",
    location: Location | None = None,
    attachments: tuple[Attachment, ...] = (),
    language: str = "",
) -> Sent:
    """Make a message of its parts.

    Raises:
        Refused: The id is unusable, or nothing was said.
    """
    if not _ID.fullmatch(message_id):
        raise Refused(NOT_UNDERSTOOD)
    whole = clean_text(text)
    kept = cut_utf8(whole, TEXT_CAP_BYTES)
    press = clean_text(token)[:_TOKEN_CAP]
    if not (attachments or location or press or _says_something(kept)):
        raise Refused(EMPTY)
    said = Said(
        kind=_kind(press, location, attachments),
        text=kept,
        token=press,
        location=location,
        attachments=attachments,
    )
    chosen = Language(language) if language in set(Language) else None
    return Sent(message_id, said, was_cut=len(kept) < len(whole), language=chosen)


def _kind(token: str, location: Location | None, attachments: tuple[Attachment, ...]) -> Kind:
    if attachments:
        return attachments[0].kind
    if location is not None:
        return Kind.LOCATION
    return Kind.CHOICE if token else Kind.TEXT


def _text_of(body: dict[object, object], name: str) -> str:
    value = body.get(name, "")
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Refused(NOT_UNDERSTOOD)
    return value


def _location(place: object) -> Location:
    if not isinstance(place, dict):
        raise Refused(NO_PLACE)
    return Location(_degrees(place.get("lat")), _degrees(place.get("lon")), clean_text(_text_of(place, "label"))[:200])


def _degrees(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Refused(NO_PLACE)
    try:
        degrees = float(value)
    except OverflowError:
        raise Refused(NO_PLACE) from None
    if not math.isfinite(degrees):
        raise Refused(NO_PLACE)
    return degrees


def _says_something(text: str) -> bool:
    # marks that only steer other characters, such as zero-width space, say nothing by themselves
    return any(not (c.isspace() or unicodedata.category(c) == "Cf") for c in text)
