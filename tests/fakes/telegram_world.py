"""What a strict double of Telegram knows: chats, messages, topics, and the rules of the Bot API that it enforces."""

import itertools
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.fakes.telegram_rules import (
    Json,
    Refusal,
    bad,
    bare,
    check_entities,
    markup_in,
    nested,
    shown,
    text_in,
    whole,
)

BOT_ID = 7000000001
TOKEN = f"{BOT_ID}:AAinventedinventedinventedinvented0001"  # invented
MOST_FILE_BYTES = 20_000_000
_DELETABLE = timedelta(hours=48)


@dataclass
class Chat:
    """A chat as Telegram keeps it."""

    id: int
    type: str
    title: str = ""
    is_forum: bool = False
    bot_is_in: bool = True
    bot_may_manage_topics: bool = True
    bot_is_admin: bool = True
    moved_to: int = 0
    is_blocked: bool = False
    topics: dict[int, Json] = field(default_factory=dict)
    messages: dict[int, Json] = field(default_factory=dict)
    next_id: int = 100

    def as_json(self) -> Json:
        told: Json = {"id": self.id, "type": self.type}
        if self.type == "private":
            return told | {"first_name": self.title}
        return told | {"title": self.title} | ({"is_forum": True} if self.is_forum else {})


@dataclass
class World:
    """Everything, with a clock that tests move."""

    now: datetime = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
    chats: dict[int, Chat] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    updates: list[Json] = field(default_factory=list)
    queries: dict[str, Json] = field(default_factory=dict)
    """Pressed buttons; answered ones carry "answer"."""
    has_privacy_mode: bool = True
    _update_ids: Any = field(default_factory=lambda: itertools.count(500_000))

    # --- people do things ---

    def person(self, user_id: int, name: str) -> Chat:
        """Give the private chat of somebody who has started the bot."""
        return self.chats.setdefault(user_id, Chat(user_id, "private", name))

    def group(self, chat_id: int, title: str = "Piket TPPO", *, is_forum: bool = False) -> Chat:
        """Give a supergroup that the bot is in."""
        return self.chats.setdefault(chat_id, Chat(chat_id, "supergroup", title, is_forum=is_forum))

    def says(
        self, user_id: int, text: str = "", *, to: int = 0, answers: int = 0, thread: int = 0, **more: Any
    ) -> Json:
        """Let somebody write; gives the message."""
        chat = self.chats[to or user_id]
        message = self._message(chat, _user(user_id), thread=thread, answers=answers)
        message |= ({"text": text} if text else {}) | more
        self._keep(chat, message)
        self.push({"message": message})
        return message

    def edits(self, user_id: int, message_id: int, **changes: Any) -> Json:
        """Let somebody change a message."""
        message = self.chats[user_id].messages[message_id]
        message |= {"edit_date": self._epoch(), **changes}
        self.push({"edited_message": message})
        return message

    def presses(self, user_id: int, title: str, *, chat_id: int = 0, message_id: int = 0) -> Json:
        """Let somebody press a button by its title: the newest that has it, or the one under a named message."""
        chat = self.chats[chat_id or user_id]
        found = [
            (message, button["callback_data"])
            for message in chat.messages.values()
            if not message_id or message["message_id"] == message_id
            for row in message.get("reply_markup", {}).get("inline_keyboard", [])
            for button in row
            if button["text"] == title
        ]
        assert found, f"nobody offers {title!r}"
        message, data = found[-1]
        return self.presses_data(user_id, message, data)

    def presses_data(self, user_id: int, message: Json, data: str) -> Json:
        """Let somebody press a button that sends these data."""
        number = f"q{len(self.queries) + 1}"
        query = {"id": number, "from": _user(user_id), "message": message, "chat_instance": "c1", "data": data}
        self.queries[number] = query
        self.push({"callback_query": query})
        return query

    def blocks(self, user_id: int, *, is_blocked: bool = True) -> None:
        """Let somebody shut the bot out, or in again."""
        self.chats[user_id].is_blocked = is_blocked
        states = ("member", "kicked") if is_blocked else ("kicked", "member")
        change = {
            "chat": self.chats[user_id].as_json(),
            "from": _user(user_id),
            "date": self._epoch(),
            "old_chat_member": _member(states[0]),
            "new_chat_member": _member(states[1]),
        }
        self.push({"my_chat_member": change})

    def push(self, update: Json) -> Json:
        """Put an update into the queue."""
        update = {"update_id": next(self._update_ids), **update}
        self.updates.append(json.loads(json.dumps(update)))
        return self.updates[-1]

    def file(self, file_id: str, data: bytes) -> str:
        """Keep a file at Telegram."""
        self.files[file_id] = data
        return file_id

    def migrate(self, chat_id: int, new_id: int) -> None:
        """Turn a group into a supergroup."""
        old = self.chats[chat_id]
        old.moved_to = new_id
        self.group(new_id, old.title)

    # --- what a person sees ---

    def seen(self, chat_id: int, *, thread: int | None = None) -> list[str]:
        """Give the texts that the bot's messages show now, oldest first."""
        return [
            message["text"]
            for message in self.chats[chat_id].messages.values()
            if message["from"]["id"] == BOT_ID
            and "text" in message
            and (thread is None or message.get("message_thread_id") == thread)
        ]

    def titles(self, message: Json) -> list[str]:
        """Give the titles of a message's buttons."""
        return [one["text"] for row in message.get("reply_markup", {}).get("inline_keyboard", []) for one in row]

    # --- the methods of the Bot API that we use ---

    def call(self, method: str, asked: Json) -> Any:
        """Carry out a method, or refuse it as Telegram would."""
        known = getattr(self, f"_do_{method}", None)
        if known is None:
            raise Refusal(404, "Not Found")
        return known(asked)

    def _do_getme(self, asked: Json) -> Json:
        return {**bot_user(), "can_join_groups": True, "can_read_all_group_messages": not self.has_privacy_mode}

    def _do_getchat(self, asked: Json) -> Json:
        chat = self._chat(asked)
        return {**chat.as_json(), "accent_color_id": 1, "max_reaction_count": 11, "accepted_gift_types": _GIFTS}

    def _do_getchatmember(self, asked: Json) -> Json:
        chat = self._chat(asked)
        if whole(asked, "user_id") != BOT_ID:
            raise bad("member not found")
        if not chat.bot_is_admin:
            return {"status": "member", "user": bot_user()}
        rights = dict.fromkeys(_RIGHTS, False) | {"can_manage_topics": chat.bot_may_manage_topics}
        return {"status": "administrator", "user": bot_user(), **rights}

    def _do_sendmessage(self, asked: Json) -> Json:
        chat = self._chat(asked)
        text, markup = text_in(asked), markup_in(asked)
        thread = self._thread(chat, asked)
        if thread and chat.topics[thread]["closed"] and not chat.bot_may_manage_topics:
            raise bad("TOPIC_CLOSED")
        reply = nested(asked, "reply_parameters")
        answers = int(reply.get("message_id", 0))
        if answers and answers not in chat.messages:
            if not reply.get("allow_sending_without_reply"):
                raise bad("message to be replied not found")
            answers = 0
        message = self._message(chat, bot_user(), thread=thread, answers=answers) | {"text": text}
        entities = nested(asked, "entities", [])
        check_entities(text, entities)
        message |= {"entities": entities} if entities else {}
        message |= {"reply_markup": markup} if "inline_keyboard" in markup else {}
        message |= {"_keyboard": markup} if markup and "inline_keyboard" not in markup else {}
        self._keep(chat, message)
        return shown(message)

    def _do_editmessagetext(self, asked: Json) -> Json:
        chat = self._chat(asked)
        message = chat.messages.get(whole(asked, "message_id"))
        if message is None:
            raise bad("message to edit not found")
        if message["from"]["id"] != BOT_ID:
            raise bad("message can't be edited")
        text, markup = text_in(asked), markup_in(asked)
        if text == message["text"] and markup == message.get("reply_markup", {}):
            raise bad("message is not modified: specified new message content and reply markup are exactly the same")
        message |= {"text": text, "edit_date": self._epoch()}
        message.pop("reply_markup", None)
        if markup:
            message["reply_markup"] = markup
        return shown(message)

    def _do_deletemessages(self, asked: Json) -> bool:
        chat, ids = self._chat(asked), nested(asked, "message_ids", [])
        if not 1 <= len(ids) <= 100:
            raise bad("message identifiers must be 1-100")
        for one in ids:
            if one in chat.messages:
                self._delete(chat, one)
        return True

    def _do_deletemessage(self, asked: Json) -> bool:
        chat, number = self._chat(asked), whole(asked, "message_id")
        if number not in chat.messages:
            raise bad("message to delete not found")
        self._delete(chat, number)
        return True

    def _do_answercallbackquery(self, asked: Json) -> bool:
        query = self.queries.get(str(asked.get("callback_query_id")))
        if query is None or "answer" in query:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if len(str(asked.get("text", ""))) > 200:
            raise bad("MESSAGE_TOO_LONG")
        query["answer"] = str(asked.get("text", ""))
        return True

    def _do_createforumtopic(self, asked: Json) -> Json:
        chat, name = self._chat(asked), str(asked.get("name", ""))
        if not chat.is_forum:
            raise bad("the chat is not a forum")
        if not chat.bot_may_manage_topics:
            raise bad("not enough rights to create a topic")
        if not 1 <= len(name) <= 128:
            raise bad("TOPIC_TITLE_EMPTY")
        message = self._message(chat, bot_user()) | {"forum_topic_created": {"name": name, "icon_color": 7322096}}
        self._keep(chat, message)
        chat.topics[message["message_id"]] = {"name": name, "closed": False}
        return {"message_thread_id": message["message_id"], "name": name, "icon_color": 7322096}

    def _do_closeforumtopic(self, asked: Json) -> bool:
        return self._set_topic(asked, closed=True)

    def _do_reopenforumtopic(self, asked: Json) -> bool:
        return self._set_topic(asked, closed=False)

    def _do_getfile(self, asked: Json) -> Json:
        data = self.files.get(str(asked.get("file_id")))
        if data is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        if len(data) > MOST_FILE_BYTES:
            raise bad("file is too big")
        number = str(asked["file_id"])
        return {
            "file_id": number,
            "file_unique_id": f"u{number}",
            "file_size": len(data),
            "file_path": f"photos/{number}",
        }

    # --- rules ---

    def _chat(self, asked: Json) -> Chat:
        chat = self.chats.get(whole(asked, "chat_id"))
        if chat is None:
            raise bad("chat not found")
        if chat.moved_to:
            raise Refusal(
                400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.moved_to
            )
        if chat.is_blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        if not chat.bot_is_in:
            raise Refusal(403, "Forbidden: bot was kicked from the supergroup chat")
        return chat

    def _thread(self, chat: Chat, asked: Json) -> int:
        if asked.get("message_thread_id") in {None, ""}:
            return 0
        thread = whole(asked, "message_thread_id")
        if thread not in chat.topics:
            raise bad("message thread not found")
        return thread

    def _set_topic(self, asked: Json, *, closed: bool) -> bool:
        chat = self._chat(asked)
        topic = chat.topics.get(whole(asked, "message_thread_id"))
        if topic is None:
            raise bad("TOPIC_ID_INVALID")
        if topic["closed"] == closed:
            raise bad("TOPIC_NOT_MODIFIED")
        topic["closed"] = closed
        return True

    def _delete(self, chat: Chat, number: int) -> None:
        if self.now.timestamp() - chat.messages[number]["date"] >= _DELETABLE.total_seconds():
            raise bad("message can't be deleted for everyone")
        del chat.messages[number]

    def _message(self, chat: Chat, author: Json, *, thread: int = 0, answers: int = 0) -> Json:
        message: Json = {
            "message_id": chat.next_id,
            "from": author,
            "chat": chat.as_json(),
            "date": self._epoch(),
        }
        chat.next_id += 1
        if thread:
            message |= {"message_thread_id": thread, "is_topic_message": True}
        quoted = answers or thread  # every message of a topic answers the one that opened it
        if quoted in chat.messages:
            message["reply_to_message"] = bare(chat.messages[quoted])
        return message

    @staticmethod
    def _keep(chat: Chat, message: Json) -> None:
        chat.messages[message["message_id"]] = message

    def _epoch(self) -> int:
        return int(self.now.timestamp())


_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


# what the Bot API promises of every administrator
_RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories",
)  # fmt: skip


def bot_user() -> Json:
    """Give the bot as Telegram shows it."""
    return {"id": BOT_ID, "is_bot": True, "first_name": "Layanan Lapor", "username": "layanan_lapor_bot"}


def _user(user_id: int) -> Json:
    return {"id": user_id, "is_bot": False, "first_name": f"Orang {user_id}", "language_code": "id"}


def _member(status: str) -> Json:
    return {"status": status, "user": bot_user(), **({"until_date": 0} if status == "kicked" else {})}
