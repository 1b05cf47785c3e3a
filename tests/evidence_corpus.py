"""Invented files for the evidence tests, made on the spot."""

import io
import struct
import zlib

from PIL import Image


def photo(kind: str = "JPEG", size: tuple[int, int] = (640, 480)) -> bytes:
    """A picture of a teal wall whose EXIF says where it was taken."""
    picture = Image.new("RGB", size, (14, 116, 110))
    exif = Image.Exif()
    exif[0x010F] = "KameraRahasia"
    exif.get_ifd(0x8825)[1] = "S"
    out = io.BytesIO()
    picture.save(out, kind, exif=exif)
    return out.getvalue()


def pixel_bomb(side: int) -> bytes:
    """A PNG of a few kilobytes that unfolds to side * side pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    rows = zlib.compressobj(9)
    row = b"\0" * (1 + (side + 7) // 8)
    packed = b"".join(rows.compress(row) for _ in range(side)) + rows.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


SOUND_OGG = b"OggS\0\2" + b"\0" * 22 + b"OpusHead" + b"\x11" * 4000
VIDEO_MP4 = b"\0\0\0\x18ftypmp42" + b"\0" * 4000
VOICE_3GP = b"\0\0\0\x18ftyp3gp4" + b"\0" * 4000
VOICE_M4A = b"\0\0\0\x18ftypM4A " + b"\0" * 4000
WEBM = b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\x82\x84webm" + b"\0" * 4000
MP3 = b"ID3\x04" + b"\0" * 4000
MP3_BARE = b"\xff\xfb\x90\x64" + b"\0" * 4000
AAC = b"\xff\xf1\x50\x80" + b"\0" * 4000
AMR = b"#!AMR\n" + b"\0" * 4000
PDF = b"%PDF-1.7\n" + b"\0" * 4000
ZIP = b"PK\x03\x04" + b"\0" * 4000
EXE = b"MZ\x90\0" + b"\0" * 4000
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"
