"""What becomes of files that citizens send."""

import hashlib
import io
import itertools
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from bot import picture_child, pictures
from bot.citizen_face import Upload
from bot.evidence import BYTES_A_DAY, FILE_CAP_BYTES, FILES_A_DAY, MIB, EvidenceRoom, Usage
from flows.said import Kind
from storage.cipher import Cipher
from storage.evidence import EvidenceFolder
from storage.keys import load_keys
from tests import evidence_corpus as corpus

NOW = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)
Room = Callable[..., EvidenceRoom]


@pytest.fixture
def folder(tmp_path: Path) -> EvidenceFolder:
    return EvidenceFolder(tmp_path / "evidence", Cipher(load_keys(tmp_path)))


@pytest.fixture
def room(folder: EvidenceFolder) -> Room:
    def build(day: Usage = Usage(), week: Usage = Usage()) -> EvidenceRoom:  # noqa: B008 - frozen
        async def usage(channel: str, address: str, since: datetime) -> Usage:
            return day if (NOW - since).days == 1 else week

        return EvidenceRoom(folder, new_id=itertools.count(7).__next__, usage=usage, clock=lambda: NOW)

    return build


def _upload(data: bytes, kind: Kind = Kind.PHOTO, mime: str = "image/jpeg", piece: int = 700) -> Upload:
    async def chunks() -> AsyncIterator[bytes]:
        for start in range(0, len(data), piece):
            yield data[start : start + piece]

    return Upload(kind=kind, mime=mime, chunks=chunks())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
async def test_a_photo_is_kept_to_the_byte_and_never_plain_on_disk(room: Room, tmp_path: Path, kind: str) -> None:
    data = corpus.photo(kind)

    kept = await room().keep("web", "a", _upload(data))

    assert (kept.kind, kept.refusal, kept.size_bytes) == (Kind.PHOTO, "", len(data))
    assert kept.sha256 == hashlib.sha256(data).hexdigest()
    assert b"".join([piece async for piece in room().original(kept.media_id)]) == data
    files = list((tmp_path / "evidence").iterdir())
    assert [file.name for file in files] == ["7.sealed"]
    assert data[100:164] not in files[0].read_bytes()
    assert (tmp_path / "evidence").stat().st_mode & 0o777 == 0o700
    assert files[0].stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
async def test_a_preview_is_pixels_and_nothing_else(room: Room, kind: str) -> None:
    data = corpus.photo(kind, (2400, 1200)) + corpus.ZIP

    kept = await room().keep("web", "a", _upload(data))
    shown = await room().preview(kept.media_id)

    assert shown is not None
    picture = Image.open(io.BytesIO(shown))
    assert (picture.format, picture.size) == ("JPEG", (1600, 800))
    assert not picture.getexif()
    assert b"KameraRahasia" not in shown
    assert b"PK\x03\x04" not in shown


@pytest.mark.parametrize(
    ("data", "declared", "found"),
    [
        (corpus.SOUND_OGG, (Kind.VOICE, "audio/ogg"), (Kind.VOICE, "audio/ogg")),
        (corpus.SOUND_OGG, (Kind.PHOTO, "image/jpeg"), (Kind.VOICE, "audio/ogg")),
        (corpus.VIDEO_MP4, (Kind.PHOTO, "image/jpeg"), (Kind.VIDEO, "video/mp4")),
        (corpus.VIDEO_MP4, (Kind.VOICE, "audio/mp4"), (Kind.VOICE, "audio/mp4")),
        (corpus.VOICE_3GP, (Kind.VOICE, ""), (Kind.VOICE, "audio/3gpp")),
        (corpus.VOICE_3GP, (Kind.VIDEO, "video/3gpp"), (Kind.VIDEO, "video/3gpp")),
        (corpus.VOICE_M4A, (Kind.DOCUMENT, ""), (Kind.VOICE, "audio/mp4")),
        (corpus.WEBM, (Kind.VOICE, "audio/webm"), (Kind.VOICE, "audio/webm")),
        (corpus.WEBM, (Kind.VIDEO, "video/webm"), (Kind.VIDEO, "video/webm")),
        (corpus.MP3, (Kind.VOICE, ""), (Kind.VOICE, "audio/mpeg")),
        (corpus.MP3_BARE, (Kind.VOICE, ""), (Kind.VOICE, "audio/mpeg")),
        (corpus.AAC, (Kind.VOICE, ""), (Kind.VOICE, "audio/aac")),
        (corpus.AMR, (Kind.VOICE, ""), (Kind.VOICE, "audio/amr")),
        (corpus.PDF, (Kind.DOCUMENT, ""), (Kind.DOCUMENT, "application/pdf")),
        (corpus.ZIP, (Kind.DOCUMENT, "application/pdf"), (Kind.DOCUMENT, "application/octet-stream")),
        (corpus.EXE, (Kind.DOCUMENT, "application/pdf"), (Kind.DOCUMENT, "application/octet-stream")),
        (corpus.SVG, (Kind.DOCUMENT, "image/svg+xml"), (Kind.DOCUMENT, "application/octet-stream")),
        (corpus.HTML, (Kind.VOICE, "audio/ogg"), (Kind.VOICE, "application/octet-stream")),
    ],
)
async def test_the_bytes_say_what_it_is_not_the_sender(
    room: Room, data: bytes, declared: tuple[Kind, str], found: tuple[Kind, str]
) -> None:
    kept = await room().keep("web", "a", _upload(data, *declared))

    assert (kept.kind, kept.mime, kept.refusal) == (*found, "")
    assert kept.media_id
    assert await room().preview(kept.media_id) is None


@pytest.mark.parametrize(
    "data",
    [b"", b"ini bukan foto", corpus.EXE, corpus.ZIP, corpus.SVG, corpus.HTML, b"\xff\xd8\xff" + b"bukan foto" * 50],
)
async def test_a_photo_that_is_none_is_refused_and_leaves_nothing(room: Room, tmp_path: Path, data: bytes) -> None:
    refused = await room().keep("web", "a", _upload(data))

    assert (refused.media_id, refused.refusal) == (0, "not_a_picture")
    assert not list((tmp_path / "evidence").iterdir())


async def test_half_a_photo_is_kept_and_shown(room: Room) -> None:
    data = corpus.photo("JPEG", (1200, 900))

    kept = await room().keep("web", "a", _upload(data[: len(data) // 2]))

    assert kept.media_id
    assert await room().preview(kept.media_id) is not None


async def test_a_pixel_bomb_is_kept_sealed_but_never_unfolded(room: Room) -> None:
    kept = await room().keep("web", "a", _upload(corpus.pixel_bomb(12_000), mime="image/png"))

    assert kept.media_id
    assert await room().preview(kept.media_id) is None


@pytest.mark.parametrize("data", [b"\xff\xd8\xff\xe0" + b"\0" * 21 * MIB, corpus.PDF + b"\0" * FILE_CAP_BYTES])
async def test_too_big_stops_while_it_streams(room: Room, tmp_path: Path, data: bytes) -> None:
    upload = _upload(data, Kind.DOCUMENT, piece=65_536)

    refused = await room().keep("web", "a", upload)

    assert (refused.media_id, refused.refusal) == (0, "too_big")
    assert not list((tmp_path / "evidence").iterdir())


async def test_the_day_and_the_week_have_a_quota(room: Room) -> None:
    many = room(day=Usage(files=FILES_A_DAY))
    heavy = room(day=Usage(files=1, size_bytes=BYTES_A_DAY - 100))
    long = room(week=Usage(files=1, size_bytes=200 * MIB))

    assert (await many.keep("web", "a", _upload(corpus.photo()))).refusal == "quota"
    assert (await heavy.keep("web", "a", _upload(corpus.photo()))).refusal == "quota"
    assert (await long.keep("web", "a", _upload(corpus.photo()))).refusal == "quota"
    assert (await many.keep("web", "a", _upload(corpus.SOUND_OGG, Kind.VOICE, "audio/ogg"))).refusal == ""


async def test_a_sender_who_hangs_up_leaves_nothing(room: Room, tmp_path: Path) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        yield corpus.photo()
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await room().keep("web", "a", Upload(Kind.PHOTO, "image/jpeg", chunks()))

    assert not list((tmp_path / "evidence").iterdir())


async def test_a_dropped_file_is_gone(room: Room, tmp_path: Path) -> None:
    kept = await room().keep("web", "a", _upload(corpus.photo()))

    await room().drop(kept)

    assert not list((tmp_path / "evidence").iterdir())


def test_parent_and_child_agree_on_the_exit_code() -> None:
    assert pictures.UNREADABLE == picture_child.UNREADABLE
