"""What a file really is, by its first bytes; what the sender declared is only a hint between twins."""

from dataclasses import dataclass
from typing import Final

from flows.said import Kind

HEAD_BYTES: Final = 64
OPAQUE: Final = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class FileType:
    """A recognised type; only pictures that we re-encode ourselves can be previewed."""

    mime: str
    kind: Kind
    has_preview: bool = False


_PICTURES: Final = (
    (b"\xff\xd8\xff", FileType("image/jpeg", Kind.PHOTO, has_preview=True)),
    (b"\x89PNG\r\n\x1a\n", FileType("image/png", Kind.PHOTO, has_preview=True)),
    (b"GIF8", FileType("image/gif", Kind.PHOTO)),
    (b"%PDF-", FileType("application/pdf", Kind.DOCUMENT)),
    (b"OggS", FileType("audio/ogg", Kind.VOICE)),
    (b"#!AMR", FileType("audio/amr", Kind.VOICE)),
    (b"ID3", FileType("audio/mpeg", Kind.VOICE)),
)
# ISO base media: the brand after "ftyp" tells phones' photos, sound and video apart
_BRANDS: Final = (
    (b"M4A", FileType("audio/mp4", Kind.VOICE)),
    (b"M4B", FileType("audio/mp4", Kind.VOICE)),
    (b"3g", FileType("video/3gpp", Kind.VIDEO)),
    (b"heic", FileType("image/heic", Kind.PHOTO)),
    (b"heix", FileType("image/heic", Kind.PHOTO)),
    (b"mif1", FileType("image/heic", Kind.PHOTO)),
    (b"avif", FileType("image/avif", Kind.PHOTO)),
)


def recognise(head: bytes, *, declared: str = "", wanted: Kind = Kind.DOCUMENT) -> FileType | None:
    """Name the type of a file from its first 64 bytes, or None for one that is not on our list.

    `declared` and `wanted` decide only between sound and video in the same container.
    """
    for magic, found in _PICTURES:
        if head.startswith(magic):
            return found
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return FileType("image/webp", Kind.PHOTO, has_preview=True)
    is_sound = wanted is Kind.VOICE or declared.startswith("audio/")
    if head[4:8] == b"ftyp":
        return _iso_media(head[8:12], is_sound=is_sound)
    if head.startswith(b"\x1aE\xdf\xa3") and b"webm" in head:
        return FileType("audio/webm", Kind.VOICE) if is_sound else FileType("video/webm", Kind.VIDEO)
    return _bare_sound(head)


def _iso_media(brand: bytes, *, is_sound: bool) -> FileType:
    for start, found in _BRANDS:
        if brand.startswith(start):
            is_voice_note = found.kind is Kind.VIDEO and is_sound
            return FileType("audio/3gpp", Kind.VOICE) if is_voice_note else found
    return FileType("audio/mp4", Kind.VOICE) if is_sound else FileType("video/mp4", Kind.VIDEO)


def _bare_sound(head: bytes) -> FileType | None:
    """Recognise AAC and MP3 frames, which start with eleven or twelve set bits and no name."""
    if len(head) < 4 or head[0] != 0xFF:
        return None
    if head[1] & 0xF6 == 0xF0:
        return FileType("audio/aac", Kind.VOICE)
    is_layer_three = head[1] & 0xE6 == 0xE2
    has_sane_rates = head[2] >> 4 not in {0, 15} and head[2] >> 2 & 3 != 3
    return FileType("audio/mpeg", Kind.VOICE) if is_layer_three and has_sane_rates else None
