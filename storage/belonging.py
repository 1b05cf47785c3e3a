"""Makes sure that keys and database belong together before anything is sealed with the wrong ones."""

import hashlib
import hmac

from sqlalchemy import Engine

from storage.cipher import Cipher
from storage.driver import run
from storage.errors import CannotOpen, NeedsOperator
from storage.keys import Keys

_NAME = "keys"
_PLACE = "deployment.value"
_PROBE = b"these keys open this database"


def check_keys(engine: Engine, keys: Keys) -> None:
    """Compare the keys with those that the database was begun with; the first call writes them down, as digests.

    Raises:
        NeedsOperator: They are others: lost and made anew, or a second replica without the first one's keys folder.
    """
    cipher = Cipher(keys)
    fixed = hmac.digest(keys.lookup, keys.receipt + keys.audit, hashlib.sha256)
    with engine.begin() as conn:
        known = run(conn, "SELECT value FROM deployment WHERE name = ?", (_NAME,)).scalar()
        if known is None:
            run(
                conn,
                "INSERT INTO deployment (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                (_NAME, fixed + cipher.seal(_PLACE, 0, _PROBE)),
            )
            known = run(conn, "SELECT value FROM deployment WHERE name = ?", (_NAME,)).scalar_one()
    assert isinstance(known, bytes)
    if not (hmac.compare_digest(known[: len(fixed)], fixed) and _opens(cipher, known[len(fixed) :])):
        raise NeedsOperator(
            "The keys folder does not belong to this database. Put the keys folder of your backup (or of the first "
            "replica) into TPPO_DATA_DIR; with other keys nothing that was told could be opened."
        )


def _opens(cipher: Cipher, sealed: bytes) -> bool:
    try:
        return cipher.open(_PLACE, 0, sealed) == _PROBE
    except CannotOpen:
        return False
