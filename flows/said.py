"""What a citizen said in one message, the same value whatever channel it came by."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The form of an inbound message."""

    TEXT = "text"
    CHOICE = "choice"
    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    DOCUMENT = "document"
    LOCATION = "location"
    CONTACT = "contact"
    STICKER = "sticker"
    START = "start"
    EDIT = "edit"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message; `media_id` names its stored row, 0 where it was refused.

    `refusal` is empty for a kept file, else why it was not taken: "too_big", "not_a_picture", "unsupported", "quota".
    """

    kind: Kind
    media_id: int = 0
    mime: str = "application/octet-stream"
    size_bytes: int = 0
    sha256: str = ""
    seconds: int = 0
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """A point on earth in degrees, with the words the channel gave for it."""

    lat: float
    lon: float
    label: str = ""

    @property
    def is_on_earth(self) -> bool:
        """True for coordinates that exist; NaN and infinity compare false."""
        return -90 <= self.lat <= 90 and -180 <= self.lon <= 180


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A contact card that was shared: somebody's name and numbers as the card spells them."""

    name: str
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """One inbound message.

    `token` is a pressed button as "<prompt id>:<choice id>"; `start` is the payload of a deep link. `is_quoting` is
    true where the token stands under an older question that was quoted: not a late press, but a wish about that answer.
    """

    kind: Kind = Kind.TEXT
    text: str = ""
    token: str = ""
    start: str = ""
    attachments: tuple[Attachment, ...] = ()
    location: Location | None = None
    contact: ContactCard | None = None
    forwarded: bool = False
    is_quoting: bool = False
