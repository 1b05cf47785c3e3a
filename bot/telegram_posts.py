"""Promising a word in a Telegram group, or the answer to a pressed button: rows in the outbox, like everything sent."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from bot.priorities import REPLY_PRIORITY
from bot.telegram_parse import LANE
from storage import outbox
from storage.batch import Batch, flush


@dataclass(frozen=True, slots=True)
class GroupPost:
    """A word in a group; `answers` is the message it stands under, `edit` the message that it replaces.

    A courtesy may fail: nobody waits for it, and no desk is alarmed.
    """

    chat: str
    text: str
    thread: str = ""
    answers: str = ""
    edit: str = ""
    buttons: Sequence[tuple[str, str]] = field(default=())
    is_courtesy: bool = False


def promise_post(conn: Connection, batch: Batch, post: GroupPost, *, key: str) -> None:
    """Promise a post once for a key."""
    if outbox.is_known(conn, f"post:{key}"):
        return
    batch.add_outbox(
        lane=LANE,
        purpose="post",
        ordering_key=f"post:{post.chat}:{post.thread}",
        dedupe_key=f"post:{key}",
        body={
            "chat": post.chat,
            "text": post.text,
            "thread": post.thread,
            "answers": post.answers,
            "edit": post.edit,
            "buttons": [list(row) for row in post.buttons],
            **({"courtesy": True} if post.is_courtesy else {}),
        },
        priority=REPLY_PRIORITY,
    )


def promise_tap(conn: Connection, batch: Batch, tap: str, text: str, *, key: str) -> None:
    """Promise the answer to a press; `text` is shown to whoever pressed and to nobody else."""
    if not outbox.is_known(conn, f"tap:{LANE}:{key}"):
        batch.add_outbox(
            lane=LANE,
            purpose="tap",
            ordering_key=f"tap:{LANE}:{key}",
            dedupe_key=f"tap:{LANE}:{key}",
            body={"tap": tap, "text": text},
            priority=0,
        )


def say_once(conn: Connection, batch: Batch, post: GroupPost, *, key: str) -> None:
    """Promise a post that stands alone in its transaction."""
    promise_post(conn, batch, post, key=key)
    flush(conn, batch)
