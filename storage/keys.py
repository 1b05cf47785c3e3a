"""The key files of a deployment: DATA_DIR/keys, for the eyes of its owner only, made when absent."""

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes

from storage.errors import NeedsOperator

_SIZE_BYTES = 32
_SERVICE_FILE = re.compile(r"service-(\d{1,3})\.key")
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """The secrets that seal and look up; never shown, never logged.

    `service` holds every generation by its number (0-255), so that old rows open after a rotation.
    """

    service: dict[int, bytes]
    lookup: bytes
    receipt: bytes
    audit: bytes

    @property
    def current(self) -> int:
        """The generation that seals new values."""
        return max(self.service)


def load_keys(data_dir: Path, *, may_create: bool = True) -> Keys:
    """Read the keys of a deployment, making those that are absent.

    Args:
        data_dir: The folder that holds `keys/`.
        may_create: False where a database is there already: fresh keys would open nothing in it.

    Raises:
        NeedsOperator: A key is missing and may not be made, has the wrong size, or others could read it.
    """
    folder = data_dir / "keys"
    _make_folder(folder)
    generations = {int(match[1]) for path in folder.iterdir() if (match := _SERVICE_FILE.fullmatch(path.name))}
    return Keys(
        service={
            number: read_key(folder / f"service-{number}.key", may_create=may_create)
            for number in sorted(generations or {1})
        },
        lookup=read_key(folder / "lookup.key", may_create=may_create),
        receipt=read_key(folder / "receipt.key", may_create=may_create),
        audit=read_key(folder / "audit.key", may_create=may_create),
    )


def read_key(path: Path, *, may_create: bool = True) -> bytes:
    """Read one key of 32 bytes, making it when absent.

    Raises:
        NeedsOperator: As for `load_keys`.
    """
    if not path.exists():
        if not may_create:
            raise NeedsOperator(
                f"The key {path} is missing, but there is data that it sealed. "
                "Put the keys folder back from your backup; without it nothing can be opened."
            )
        write_secret(path, token_bytes(_SIZE_BYTES))
    refuse_wide(path, 0o600)
    key = path.read_bytes()
    if len(key) != _SIZE_BYTES:
        raise NeedsOperator(f"The key {path} is damaged (not {_SIZE_BYTES} bytes). Put it back from your backup.")
    return key


def write_secret(path: Path, content: bytes) -> None:
    """Write a new file that only its owner can read; whoever wins a race, all then see one whole content."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.{token_bytes(4).hex()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        try:
            # a link never replaces: a second process that was quicker keeps its key, and we read that one
            os.link(draft, path)
        except FileExistsError:
            return
        _keep_entry(path.parent)
    finally:
        draft.unlink()


def refuse_wide(path: Path, mode: int) -> None:
    """Refuse a file or folder that somebody else on this machine could read.

    Raises:
        NeedsOperator: With the command that mends it.
    """
    if path.stat().st_mode & _OTHERS:
        raise NeedsOperator(f"Others on this machine can read {path}. Run: chmod {mode:o} {path}")


def _make_folder(folder: Path) -> None:
    if not folder.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
    refuse_wide(folder, 0o700)


def _keep_entry(folder: Path) -> None:
    # without this a power cut may take the new name away although the content was flushed
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
