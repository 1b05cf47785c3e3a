"""The duty group on Telegram: one card a ticket, in a topic of its own where the group has topics, edited in place."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection
from telegram import Bot, InlineKeyboardMarkup
from telegram.error import BadRequest

from bot.channel import Outgoing, Refused, SendResult
from bot.desk_store import DeskStore
from bot.duty_cards import HIDDEN, CardLook, DutyCard, card_of
from bot.telegram_parse import LANE
from bot.telegram_presses import TAKE, data_of
from bot.telegram_render import buttons
from bot.telegram_voice import GONE, NO_TOPIC, GroupVoice, says
from flows.ticket import State
from storage import duty_posts
from storage.duty_posts import Post

HOW_TO_ANSWER: Final = "Balas pesan ini untuk menulis ke pelapor atau membuat catatan."
_NO_FORUM: Final = ("not a forum", "not enough rights", "chat_admin_required", "can't create topic")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the group is now."""

    chat: int
    key: bytes


class DutyBoard:
    """Puts cards and alerts where officers see them.

    Args:
        bot: The line.
        store: Where tickets, posts and the group's moves are looked up.
        chat: The group's id as it was set up; "" where there is none.
        look: How cards look.
    """

    def __init__(self, bot: Bot, store: DeskStore, chat: str, look: CardLook) -> None:
        self._bot = bot
        self._store = store
        self._voice = GroupVoice(bot, store)
        self._chat = chat
        self._look = look
        self._is_forum: dict[int, bool] = {}
        # topics open for certain; any other is opened once, for an earlier run may have closed it
        self._open: set[str] = set()
        # tickets whose waiting citizen the group knows of; an edited card lights up no screen
        self._waiting: set[int] = set()

    def now(self) -> datetime:
        """Give the moment."""
        return self._store.clock()

    async def send(self, outgoing: Outgoing) -> SendResult:
        """Send a card, an alert, or a word to a group; errors are the library's own."""
        if outgoing.purpose == "post":
            return await self._voice.post(outgoing)
        place = await self._place()
        if place is None or outgoing.ticket_id is None:
            raise Refused("no_duty_group")
        card = await self._store.read(lambda conn: self._card(conn, outgoing.ticket_id or 0))
        if card is None:
            return SendResult()
        if outgoing.purpose == "alert":
            return await self._alert(place, card, outgoing)
        return await self._show(place, card, is_edit=bool(outgoing.body.get("edit")))

    async def move(self, new_chat: str) -> None:
        """Remember that the group has another id now; its cards are posted anew there."""
        place = await self._place()
        if place is not None and str(place.chat) != new_chat:
            old = str(place.chat)
            await self._store.write(lambda conn: duty_posts.move(conn, self._store.cipher, LANE, old, new_chat))

    async def _place(self) -> _Place | None:
        if not self._chat:
            return None
        cipher = self._store.cipher
        chat = await self._store.read(lambda conn: duty_posts.address_now(conn, cipher, LANE, self._chat))
        return _Place(int(chat), duty_posts.place_of(cipher, LANE, chat))

    def _card(self, conn: Connection, ticket_id: int) -> DutyCard | None:
        return card_of(conn, self._store.cipher, ticket_id, self._look, self.now())

    async def _show(self, place: _Place, card: DutyCard, *, is_edit: bool) -> SendResult:
        post = await self._known(place, card.ticket_id)
        if post is None and is_edit and (card.is_hidden or card.state is State.CLOSED):
            return SendResult()
        if post is not None and post.message_id is not None and await self._edit(place, card, post):
            await self._follow(place, card, post)
            await self._say_who_waits(place, card, post)
            return SendResult(post.message_id)
        if card.is_hidden:
            return SendResult(await self._voice.say(place.chat, HIDDEN))
        post = await self._put_up(place, card, post.thread_id if post else None)
        return SendResult(post.message_id)

    async def _edit(self, place: _Place, card: DutyCard, post: Post) -> bool:
        """Give the card its new look where it stands; false where it stands no more."""
        try:
            await self._bot.edit_message_text(
                text_of(card), place.chat, int(post.message_id or 0), reply_markup=_keys(card)
            )
        except BadRequest as error:
            if says(error, "not modified"):
                return True
            if says(error, *GONE, *NO_TOPIC):
                return False
            raise
        return True

    async def _put_up(self, place: _Place, card: DutyCard, thread: str | None) -> Post:
        """Post a card, in its topic; a topic that somebody deleted is made anew."""
        thread = thread or await self._topic(place, card)
        try:
            message_id = await self._voice.say(place.chat, text_of(card), thread, keys=_keys(card))
        except BadRequest as error:
            if not says(error, *NO_TOPIC):
                raise
            thread = await self._topic(place, card)
            message_id = await self._voice.say(place.chat, text_of(card), thread, keys=_keys(card))
        if card.is_waiting:
            self._waiting.add(card.ticket_id)
        return await self._remember(place, card.ticket_id, message_id, thread)

    async def _say_who_waits(self, place: _Place, card: DutyCard, post: Post) -> None:
        """Say once that a citizen wrote again on a ticket that somebody holds; their words stay at the desk."""
        is_new = card.is_waiting and card.ticket_id not in self._waiting
        if not card.is_waiting:
            self._waiting.discard(card.ticket_id)
        elif not card.is_hidden:
            self._waiting.add(card.ticket_id)
        if is_new and not card.is_hidden and card.state not in {State.NEW, State.CLOSED}:
            words = f"Pelapor {card.code} menulis lagi. Baca di meja piket."
            await self._voice.say(place.chat, words, post.thread_id, answers=post.message_id)

    async def _topic(self, place: _Place, card: DutyCard) -> str | None:
        """Open a topic named by the code alone, for names show in notifications; none where there are no topics."""
        if not await self._has_topics(place):
            return None
        try:
            topic = await self._bot.create_forum_topic(place.chat, card.code)
        except BadRequest as error:
            if not says(error, *_NO_FORUM):
                raise
            self._is_forum[place.chat] = False  # until the next start: without the right to, cards stand in one row
            return None
        thread = str(topic.message_thread_id)
        self._open.add(thread)
        # at once: whatever fails next must not leave a second topic behind
        await self._remember(place, card.ticket_id, None, thread)
        return thread

    async def _has_topics(self, place: _Place) -> bool:
        if place.chat not in self._is_forum:
            self._is_forum[place.chat] = bool((await self._bot.get_chat(place.chat)).is_forum)
        return self._is_forum[place.chat]

    async def _follow(self, place: _Place, card: DutyCard, post: Post) -> None:
        """Close the topic with its ticket, and open it again with it."""
        thread = post.thread_id
        is_closed = card.state is State.CLOSED
        if thread is None or card.is_hidden or (not is_closed and thread in self._open):
            return
        change = self._bot.close_forum_topic if is_closed else self._bot.reopen_forum_topic
        try:
            await change(place.chat, int(thread))
        except BadRequest as error:
            # it is as it should be already, or gone, or not ours to change
            if not says(error, "not_modified", "not modified", *NO_TOPIC, *_NO_FORUM):
                raise
        if is_closed:
            self._open.discard(thread)
        else:
            self._open.add(thread)

    async def _alert(self, place: _Place, card: DutyCard, outgoing: Outgoing) -> SendResult:
        if card.is_hidden:
            return SendResult(await self._voice.say(place.chat, HIDDEN))
        post = await self._known(place, card.ticket_id)
        if post is None or post.message_id is None:
            post = await self._put_up(place, card, post.thread_id if post else None)
        words = str(outgoing.body.get("text") or f"Laporan {card.code}: pelapor butuh petugas sekarang.")
        text = f"(ulang) {words}" if outgoing.is_repeat else words
        self._waiting.add(card.ticket_id)  # the alert says it
        try:
            return await self._call(place, card, post, text)
        except BadRequest as error:
            if not says(error, *NO_TOPIC):
                raise
        return await self._call(place, card, await self._put_up(place, card, None), text)

    async def _call(self, place: _Place, card: DutyCard, post: Post, text: str) -> SendResult:
        keys, answers = _keys(card), post.message_id
        return SendResult(await self._voice.say(place.chat, text, post.thread_id, keys=keys, answers=answers))

    async def _known(self, place: _Place, ticket_id: int) -> Post | None:
        return await self._store.read(lambda conn: duty_posts.of_ticket(conn, ticket_id, LANE, place.key))

    async def _remember(self, place: _Place, ticket_id: int, message_id: str | None, thread: str | None) -> Post:
        now = self.now()
        await self._store.write(
            lambda conn: duty_posts.put(
                conn, ticket_id, LANE, place.key, message_id=message_id, thread_id=thread, now=now
            )
        )
        return Post(ticket_id, message_id, thread)


def text_of(card: DutyCard) -> str:
    """Give a card's text with how to act on it."""
    if card.is_hidden or card.state in {State.NEW, State.CLOSED}:
        return card.text
    return f"{card.text}\n\n{HOW_TO_ANSWER}"


def _keys(card: DutyCard) -> InlineKeyboardMarkup | None:
    if card.is_hidden or card.state is not State.NEW:
        return None
    return buttons([("Terima", data_of(TAKE, card.code))])
