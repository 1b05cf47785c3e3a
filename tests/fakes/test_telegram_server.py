"""The double of Telegram is judged itself: by a table of the published Bot API, and by the library's own parser."""

import warnings
from typing import Any

import httpx
import pytest
from telegram import Chat, ChatMember, ChatMemberAdministrator, File, ForumTopic, Message, Update, User, WebhookInfo

from tests.bot.test_telegram_parse import samples
from tests.fakes.telegram_server import Fault, TelegramServer, telegram
from tests.fakes.telegram_world import BOT_ID, TOKEN, Json, World

GROUP = -100500
# the fields that the Bot API marks as always there, by type
REQUIRED = {
    "Update": {"update_id"},
    "Message": {"message_id", "date", "chat"},
    "Chat": {"id", "type"},
    "User": {"id", "is_bot", "first_name"},
    "CallbackQuery": {"id", "from", "chat_instance"},
    "ChatMemberUpdated": {"chat", "from", "date", "old_chat_member", "new_chat_member"},
    "Contact": {"phone_number", "first_name"},
    "Location": {"latitude", "longitude"},
    "Venue": {"location", "title", "address"},
    "PhotoSize": {"file_id", "file_unique_id", "width", "height"},
    "Voice": {"file_id", "file_unique_id", "duration"},
    "VideoNote": {"file_id", "file_unique_id", "length", "duration"},
    "Sticker": {"file_id", "file_unique_id", "type", "width", "height", "is_animated", "is_video"},
    "File": {"file_id", "file_unique_id"},
    "ForumTopic": {"message_thread_id", "name", "icon_color"},
    "WebhookInfo": {"url", "has_custom_certificate", "pending_update_count"},
    "MessageEntity": {"type", "offset", "length"},
}
INSIDE = {
    "message": "Message", "edited_message": "Message", "callback_query": "CallbackQuery", "reply_to_message": "Message",
    "my_chat_member": "ChatMemberUpdated", "chat": "Chat", "from": "User", "contact": "Contact", "venue": "Venue",
    "location": "Location", "voice": "Voice", "video_note": "VideoNote", "sticker": "Sticker", "user": "User",
}  # fmt: skip
TOO_LONG = {"type": "bold", "offset": 0, "length": 2}
TOO_MUCH = {"text": "a", "callback_data": "x" * 65}
LISTS = {"photo": "PhotoSize", "entities": "MessageEntity"}


def missing(kind: str, told: Json, path: str = "") -> list[str]:
    """Name every required field that an answer lacks."""
    found = [f"{path}{kind}.{name}" for name in sorted(REQUIRED.get(kind, set()) - told.keys())]
    for name, value in told.items():
        if name in INSIDE and isinstance(value, dict):
            found += missing(INSIDE[name], value, f"{path}{kind}.")
        if name in LISTS and isinstance(value, list):
            found += [one for item in value for one in missing(LISTS[name], item, f"{path}{kind}.")]
    return found


async def call(server: TelegramServer, method: str, **asked: Any) -> tuple[int, Json]:
    """Call a method as anybody could."""
    async with httpx.AsyncClient() as client:
        answer = await client.post(f"{server.base}/bot{TOKEN}/{method}", json=asked)
        return answer.status_code, answer.json()


def test_every_update_has_the_fields_that_the_bot_api_promises() -> None:
    world = World()
    world.person(5001, "Wati")
    world.group(GROUP)
    for update in samples(world):
        assert missing("Update", update) == []
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            assert Update.de_json(update, None).update_id == update["update_id"]


async def test_every_answer_has_them_too_and_the_library_reads_it() -> None:
    async with telegram() as server:
        server.world.person(5001, "Wati")
        server.world.group(GROUP, is_forum=True)
        server.world.file("f", b"x")
        asked: list[tuple[str, Json, Any]] = [
            ("getMe", {}, User),
            ("sendMessage", {"chat_id": 5001, "text": "halo"}, Message),
            ("createForumTopic", {"chat_id": GROUP, "name": "K7M-4QX"}, ForumTopic),
            ("getFile", {"file_id": "f"}, File),
            ("getWebhookInfo", {}, WebhookInfo),
        ]
        for method, more, kind in asked:
            status, told = await call(server, method, **more)
            assert status == 200
            assert missing(kind.__name__, told["result"]) == []
            assert kind.de_json(told["result"], None) is not None
        _, told = await call(server, "getChatMember", chat_id=GROUP, user_id=BOT_ID)
        assert isinstance(ChatMember.de_json(told["result"], None), ChatMemberAdministrator)
        _, told = await call(server, "getChat", chat_id=GROUP)
        assert Chat.de_json(told["result"], None).is_forum is True


@pytest.mark.parametrize(
    ("method", "asked", "says"),
    [
        ("sendMessage", {"chat_id": 5001, "text": "x" * 4097}, "too long"),
        ("sendMessage", {"chat_id": 5001, "text": "😢" * 2049}, "too long"),
        ("sendMessage", {"chat_id": 5001, "text": " "}, "empty"),
        ("sendMessage", {"chat_id": 1, "text": "x"}, "chat not found"),
        ("sendMessage", {"chat_id": 5001, "text": "x", "message_thread_id": 9}, "thread not found"),
        ("sendMessage", {"chat_id": 5001, "text": "x", "reply_parameters": {"message_id": 9}}, "replied not found"),
        ("sendMessage", {"chat_id": 5001, "text": "x", "entities": [TOO_LONG]}, "entities"),
        (
            "sendMessage",
            {"chat_id": 5001, "text": "x", "reply_markup": {"inline_keyboard": [[TOO_MUCH]]}},
            "BUTTON_DATA_INVALID",
        ),
        ("answerCallbackQuery", {"callback_query_id": "9"}, "too old"),
        ("editMessageText", {"chat_id": 5001, "message_id": 9, "text": "x"}, "to edit not found"),
        ("deleteMessages", {"chat_id": 5001, "message_ids": list(range(101))}, "1-100"),
        ("createForumTopic", {"chat_id": 5001, "name": "x"}, "not a forum"),
        ("setWebhook", {"url": "http://lapor.example"}, "HTTPS"),
    ],
)  # fmt: skip
async def test_it_rejects_what_telegram_rejects(method: str, asked: Json, says: str) -> None:
    async with telegram() as server:
        server.world.person(5001, "Wati")
        status, told = await call(server, method, **asked)

        assert (status, told["ok"]) == (400, False)
        assert says in told["description"]


async def test_what_is_two_days_old_stays() -> None:
    async with telegram() as server:
        server.world.person(5001, "Wati")
        old = server.world.says(5001, "lama")["message_id"]
        server.world.now = server.world.now.replace(day=4)
        status, _ = await call(server, "deleteMessage", chat_id=5001, message_id=old)

        assert status == 400


async def test_polling_keeps_what_was_not_confirmed_and_ends_an_older_poll() -> None:
    async with telegram() as server:
        server.world.person(5001, "Wati")
        server.world.says(5001, "satu")
        server.world.says(5001, "dua")
        _, first = await call(server, "getUpdates", timeout=0)
        _, again = await call(server, "getUpdates", timeout=0)
        _, rest = await call(server, "getUpdates", timeout=0, offset=first["result"][0]["update_id"] + 1)
        server.webhook = {"url": "https://lapor.example"}
        status, _ = await call(server, "getUpdates")

        assert first == again
        assert [one["message"]["text"] for one in rest["result"]] == ["dua"]
        assert status == 409


async def test_faults_come_as_often_as_told_and_only_where_told() -> None:
    async with telegram() as server:
        server.world.person(5001, "Wati")
        server.world.person(5002, "Siti")
        server.faults = [Fault("sendMessage", 5001, 429, "Too Many Requests", retry_after=3)]
        other, _ = await call(server, "sendMessage", chat_id=5002, text="x")
        status, told = await call(server, "sendMessage", chat_id=5001, text="x")
        after, _ = await call(server, "sendMessage", chat_id=5001, text="x")

        assert (other, status, after) == (200, 429, 200)
        assert told["parameters"] == {"retry_after": 3}
