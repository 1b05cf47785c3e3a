"""What officers in the duty group are answered: each once, promised with the update that it answers."""

from sqlalchemy import Connection

from bot.desk_store import DeskStore
from bot.telegram_events import GroupPress, GroupWord
from bot.telegram_parse import LANE
from bot.telegram_posts import GroupPost, promise_post, promise_tap
from storage import inbox
from storage.batch import Batch, flush


class GroupAnswers:
    """Promises answers; an update that was answered is one that was taken in."""

    def __init__(self, store: DeskStore) -> None:
        self._store = store

    async def answer(self, event: GroupPress, text: str) -> None:
        """Answer a press; only whoever pressed reads it."""

        def work(conn: Connection) -> None:
            batch = Batch(self._store.cipher, self._store.clock())
            inbox.record(conn, self._store.cipher, LANE, event.update_id, {}, now=batch.now)
            promise_tap(conn, batch, event.tap, text, key=event.update_id)
            flush(conn, batch)

        await self._store.write(work)

    async def replace(self, event: GroupPress, text: str) -> None:
        """Take the buttons from under a question that is answered."""
        post = GroupPost(event.chat_id, text, event.thread_id, edit=event.message_id)

        def work(conn: Connection) -> None:
            batch = Batch(self._store.cipher, self._store.clock())
            promise_post(conn, batch, post, key=f"done:{event.chat_id}:{event.message_id}")
            flush(conn, batch)

        await self._store.write(work)

    async def say(
        self, event: GroupWord, text: str, *, key: str = "", buttons: list[tuple[str, str]] | None = None
    ) -> None:
        """Answer a word in the group, once for a key."""
        post = GroupPost(event.chat_id, text, event.thread_id, answers=event.message_id, buttons=buttons or ())

        def work(conn: Connection) -> None:
            batch = Batch(self._store.cipher, self._store.clock())
            inbox.record(conn, self._store.cipher, LANE, event.update_id, {}, now=batch.now)
            promise_post(conn, batch, post, key=key or event.update_id)
            flush(conn, batch)

        await self._store.write(work)

    async def note(self, update_id: str) -> None:
        """Record what asks for no answer."""
        cipher, now = self._store.cipher, self._store.clock()
        await self._store.write(lambda conn: inbox.record(conn, cipher, LANE, update_id, {}, now=now))
