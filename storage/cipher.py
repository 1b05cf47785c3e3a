"""The one room that seals and opens: AES-256-GCM under the service key, bound to table, column and row."""

import os

import orjson
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC

from storage.errors import CannotOpen
from storage.keys import Keys

_FORMAT = 1
_NONCE_BYTES = 12
_HEAD_BYTES = 2 + _NONCE_BYTES


class Cipher:
    """Seals values for one place in the database.

    A sealed value is: format byte, key generation byte, nonce, ciphertext with tag. Because the place is part of
    what is authenticated, a value copied to another row, column or table does not open there.
    """

    __slots__ = ("_audit", "_current", "_head", "_lookup", "_open", "_receipt")

    def __init__(self, keys: Keys) -> None:
        self._open = {number: AESGCM(key) for number, key in keys.service.items()}
        self._current = self._open[keys.current]
        self._head = bytes((_FORMAT, keys.current))
        # begun once and copied: setting one up costs more than the digest of an address
        self._lookup = HMAC(keys.lookup, SHA256())
        self._receipt = HMAC(keys.receipt, SHA256())
        self._audit = HMAC(keys.audit, SHA256())

    def seal(self, table_column: str, row_id: int, data: bytes) -> bytes:
        """Seal `data` for the column named "table.column" of the row `row_id`."""
        # random nonces: 96 bits stay safe for about four thousand million values under one key generation
        nonce = os.urandom(_NONCE_BYTES)
        return self._head + nonce + self._current.encrypt(nonce, data, f"{table_column}.{row_id}".encode())

    def open(self, table_column: str, row_id: int, sealed: bytes) -> bytes:
        """Open what `seal` made for the same place.

        Raises:
            CannotOpen: It was changed or moved, or its key is not here.
        """
        key = self._open.get(sealed[1]) if len(sealed) > _HEAD_BYTES and sealed[0] == _FORMAT else None
        if key is None:
            raise CannotOpen(table_column)
        try:
            return key.decrypt(sealed[2:_HEAD_BYTES], sealed[_HEAD_BYTES:], f"{table_column}.{row_id}".encode())
        except InvalidTag:
            raise CannotOpen(table_column) from None

    def seal_json(self, table_column: str, row_id: int, body: object) -> bytes:
        """Seal a value of JSON shape."""
        return self.seal(table_column, row_id, orjson.dumps(body))

    def open_json(self, table_column: str, row_id: int, sealed: bytes) -> dict[str, object]:
        """Open a JSON object that `seal_json` sealed."""
        body: dict[str, object] = orjson.loads(self.open(table_column, row_id, sealed))
        return body

    def lookup(self, kind: str, value: str) -> bytes:
        """Give the keyed hash under which `value` is found again; `kind` keeps phones apart from, say, web tokens."""
        return _digest(self._lookup, f"{kind}\0{value}".encode())

    def receipt_lookup(self, digits: str) -> bytes:
        """Give the keyed hash under which a ticket is found by its receipt."""
        return _digest(self._receipt, digits.encode())

    def chain(self, link: bytes) -> bytes:
        """Give the keyed digest of one link of the audit chain."""
        return _digest(self._audit, link)


def _digest(keyed: HMAC, data: bytes) -> bytes:
    mac = keyed.copy()
    mac.update(data)
    return mac.finalize()
