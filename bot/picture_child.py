"""Run as a process of its own: look at one untrusted picture from stdin, within hard limits.

`look` prints its format and size; `preview` writes a small JPEG of its pixels alone: no EXIF, no GPS, nothing
appended. Imports nothing of the project, so that a broken picture library breaks only this process.
"""

import io
import resource
import sys
import warnings

from PIL import Image, ImageFile, ImageOps

# R32: a 17 KB file was measured to unfold to 144 megapixels
MAX_PIXELS = 40_000_000
MEMORY_BYTES = 512 * 1024 * 1024
CPU_S = 10
PREVIEW_PX = 1600
UNREADABLE, TOO_MANY_PIXELS = 3, 4
FORMATS = ("JPEG", "PNG", "WEBP")


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    # half a photo is still evidence
    ImageFile.LOAD_TRUNCATED_IMAGES = True


def _preview(picture: Image.Image) -> bytes:
    picture.draft("RGB", (PREVIEW_PX, PREVIEW_PX))
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((PREVIEW_PX, PREVIEW_PX))
    if upright.mode in {"RGBA", "LA", "PA", "P"}:
        with_alpha = upright.convert("RGBA")
        upright = Image.new("RGB", with_alpha.size, "white")
        upright.paste(with_alpha, mask=with_alpha.getchannel("A"))
    # a fresh picture of the pixels alone: whatever else the file carried stays behind
    bare = Image.new("RGB", upright.size)
    bare.paste(upright.convert("RGB"))
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=82)
    return out.getvalue()


def main() -> int:
    """Do what the first argument says; the exit code tells how it went."""
    _limit()
    try:
        with Image.open(io.BytesIO(sys.stdin.buffer.read()), formats=FORMATS) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                return TOO_MANY_PIXELS
            if sys.argv[1] == "preview":
                sys.stdout.buffer.write(_preview(picture))
            else:
                sys.stdout.write(f"{picture.format} {picture.width} {picture.height}")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        return TOO_MANY_PIXELS
    except Exception:  # noqa: BLE001 - picture libraries raise anything; all of it means the same here
        return UNREADABLE
    return 0


if __name__ == "__main__":
    sys.exit(main())
