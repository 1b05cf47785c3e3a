"""The evidence folder: each file a citizen sent, sealed in pieces while it arrives, never plain on disk."""

import contextlib
import hashlib
import os
import secrets
import time
from collections.abc import Container, Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Protocol, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import CannotOpen

_MAGIC: Final = b"TPPO-EV1"
_PIECE_BYTES: Final = 64 * 1024
_TAG_BYTES: Final = 16
_KEY_PLACE: Final = "evidence.file_key"
_SUFFIX: Final = ".sealed"


class Sealer(Protocol):
    """The part of the cipher room that seals each file's own key."""

    def seal(self, table_column: str, row_id: int, data: bytes) -> bytes:
        """Seal `data` for one place."""

    def open(self, table_column: str, row_id: int, sealed: bytes) -> bytes:
        """Open what `seal` made for the same place."""


def _nonce(number: int, *, is_last: bool) -> bytes:
    # A key serves one file, so a counter is unique under it. The last piece says so: a file cut short does not open.
    return number.to_bytes(11, "big") + (b"\x01" if is_last else b"\x00")


class SealedFile:
    """A file being written; kept only after `keep`, gone without a trace when left in any other way."""

    def __init__(self, folder: Path, media_id: int, sealer: Sealer) -> None:
        self._target = folder / f"{media_id}{_SUFFIX}"
        self._part = folder / f".{media_id}.part"
        self._bound = str(media_id).encode()
        key = secrets.token_bytes(32)
        self._cipher = AESGCM(key)
        self._hash = hashlib.sha256()
        self._waiting = bytearray()
        self._pieces = 0
        self.size_bytes = 0
        self._file: BinaryIO = os.fdopen(os.open(self._part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb")
        sealed_key = sealer.seal(_KEY_PLACE, media_id, key)
        self._file.write(_MAGIC + len(sealed_key).to_bytes(2, "big") + sealed_key)

    @property
    def sha256(self) -> str:
        """The digest of what was written so far, in hex."""
        return self._hash.hexdigest()

    def write(self, chunk: bytes) -> None:
        """Seal and write a chunk of any length."""
        self._hash.update(chunk)
        self.size_bytes += len(chunk)
        self._waiting += chunk
        # one piece always waits: only at the end is it known which is the last
        while len(self._waiting) > _PIECE_BYTES:
            self._write_piece(bytes(self._waiting[:_PIECE_BYTES]), is_last=False)
            del self._waiting[:_PIECE_BYTES]

    def keep(self) -> None:
        """Make the file durable under its name."""
        self._write_piece(bytes(self._waiting), is_last=True)
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self._part.replace(self._target)
        _sync_folder(self._target.parent)

    def _write_piece(self, piece: bytes, *, is_last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._pieces, is_last=is_last), piece, self._bound))
        self._pieces += 1

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave nothing half-written behind."""
        self._file.close()
        self._part.unlink(missing_ok=True)


class EvidenceFolder:
    """Sealed originals by media id, in a folder that only this user may enter."""

    def __init__(self, folder: Path, sealer: Sealer) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        self._folder = folder
        self._sealer = sealer

    def new_file(self, media_id: int) -> SealedFile:
        """Begin a file; use it in a `with` and call its `keep`."""
        return SealedFile(self._folder, media_id, self._sealer)

    def read(self, media_id: int) -> Iterator[bytes]:
        """Give the original in pieces of at most 64 KiB.

        Raises:
            FileNotFoundError: There is none under this id.
            CannotOpen: It was changed, cut short, swapped with another, or its key is not here. Pieces given before
                that are genuine, yet the file as a whole is not.
        """
        with (self._folder / f"{media_id}{_SUFFIX}").open("rb") as file:
            cipher = self._file_cipher(file, media_id)
            bound, number = str(media_id).encode(), 0
            piece = file.read(_PIECE_BYTES + _TAG_BYTES)
            while True:
                following = file.read(_PIECE_BYTES + _TAG_BYTES)
                try:
                    yield cipher.decrypt(_nonce(number, is_last=not following), piece, bound)
                except InvalidTag:
                    raise CannotOpen(_KEY_PLACE) from None
                if not following:
                    return
                piece, number = following, number + 1

    def _file_cipher(self, file: BinaryIO, media_id: int) -> AESGCM:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise CannotOpen(_KEY_PLACE)
        length = int.from_bytes(file.read(2), "big")
        return AESGCM(self._sealer.open(_KEY_PLACE, media_id, file.read(length)))

    def remove(self, media_id: int) -> None:
        """Delete a file; no error when it is not there."""
        (self._folder / f"{media_id}{_SUFFIX}").unlink(missing_ok=True)

    def ids(self) -> list[int]:
        """Give the ids of all kept files."""
        return [int(path.stem) for path in self._folder.glob(f"*{_SUFFIX}")]

    def sweep(self, known: Container[int], *, older_than_s: float = 86_400) -> int:
        """Delete files no row knows and unfinished ones, once they are old enough; give how many went."""
        gone = 0
        for path in list(self._folder.iterdir()):
            is_orphan = path.suffix != _SUFFIX or int(path.stem) not in known
            with contextlib.suppress(FileNotFoundError):
                if is_orphan and time.time() - path.stat().st_mtime > older_than_s:
                    path.unlink()
                    gone += 1
        return gone


def _sync_folder(folder: Path) -> None:
    # a rename is durable only when its folder is
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
