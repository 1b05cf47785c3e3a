"""The conversations that are going on: opened and read once, not again for every message of theirs."""

from flows import conversation as conversations
from flows.conversation import Conversation
from storage.cipher import Cipher
from storage.conversations import STATE

_MOST = 1_000


class Talks:
    """Remembers what the states written last say.

    A state is known again by its sealed bytes, which no second sealing makes: what another replica, a timer or an
    erasure made of the row is other bytes, and what a rolled-back transaction wrote is never met.
    """

    def __init__(self, cipher: Cipher, *, most: int = _MOST) -> None:
        self._cipher = cipher
        self._most = most
        self._newest: dict[int, tuple[bytes, Conversation]] = {}

    def read(self, contact_id: int, sealed: bytes) -> Conversation:
        """Give the conversation behind a sealed state.

        Raises:
            CannotOpen: It was changed or moved, or its key is not here.
        """
        known = self._newest.get(contact_id)
        if known is not None and known[0] == sealed:
            return known[1]
        return conversations.load(self._cipher.open(STATE, contact_id, sealed))

    def keep(self, contact_id: int, sealed: bytes, conversation: Conversation) -> None:
        """Remember what was just written, in place of this contact's state before; the oldest is let go."""
        self._newest.pop(contact_id, None)
        self._newest[contact_id] = (sealed, conversation)
        if len(self._newest) > self._most:
            del self._newest[next(iter(self._newest))]
