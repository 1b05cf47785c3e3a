"""How a reply looks on Telegram: parts that fit, bold words as entities, buttons, and the keys for place and number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.telegram_picks import PRESS
from bot.text_parts import length_of, split_text
from flows.reply import Option, Reply

MOST_TEXT: Final = 4096
"""UTF-16 units, as Telegram counts."""
MOST_DATA_BYTES: Final = 64
_MOST_BUTTONS: Final = 100
_MOST_TITLE: Final = 60
_BOLD: Final = re.compile(r"(?<![\w*])\*([^\s*](?:[^*\n]{0,60}[^\s*])?)\*(?![\w*])")
# questions that one tap can answer; the words for it still count, and are what most people send
_ASKS_PLACE: Final = frozenset({"victim_now", "victim_spot"})
_ASKS_NUMBER: Final = frozenset({"contact_phone"})

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


@dataclass(frozen=True, slots=True)
class Part:
    """One message as it goes out."""

    text: str
    entities: tuple[MessageEntity, ...] = ()
    markup: Markup | None = None


def render(reply: Reply, *, is_ours: bool) -> list[Part]:
    """Give the messages of a reply; the buttons hang under the last. Empty where there is nothing to say.

    Args:
        reply: What is said.
        is_ours: True for the hotline's own words, whose *stars* mean bold; what officers write stays as written.
    """
    text = reply.as_plain_text().strip()
    pieces = split_text(text, MOST_TEXT) if text else ()
    parts = [Part(*_bold(piece)) if is_ours else Part(piece) for piece in pieces]
    if not parts:
        return []
    last = parts[-1]
    return [*parts[:-1], Part(last.text, last.entities, markup_of(reply))]


def data_of(prompt: str, option: Option) -> str | None:
    """Give what a button sends back; none where it does not fit, and the number in the text has to do."""
    data = f"{PRESS}:{prompt}:{option.id}"
    return data if len(data.encode()) <= MOST_DATA_BYTES else None


def buttons(rows: Sequence[tuple[str, str]]) -> InlineKeyboardMarkup:
    """Make buttons of (title, data), one a row: a thumb on a small screen finds it."""
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(title[:_MOST_TITLE], callback_data=data)] for title, data in rows]
    )


def markup_of(reply: Reply) -> Markup:
    """Give the keys of a reply: its choices, or one for a place or a number; else an old keyboard goes away."""
    rows = [(one.title, data) for one in reply.options if (data := data_of(reply.prompt, one)) is not None]
    if rows and len(rows) == len(reply.options) <= _MOST_BUTTONS:
        return buttons(rows)
    if not reply.options and reply.prompt in _ASKS_PLACE:
        return _key(KeyboardButton("Kirim titik lokasi", request_location=True))
    if not reply.options and reply.prompt in _ASKS_NUMBER:
        return _key(KeyboardButton("Kirim nomor saya", request_contact=True))
    return ReplyKeyboardRemove()


def _key(key: KeyboardButton) -> ReplyKeyboardMarkup:
    return ReplyKeyboardMarkup([[key]], resize_keyboard=True, one_time_keyboard=True)


def _bold(text: str) -> tuple[str, tuple[MessageEntity, ...]]:
    """Take the stars out and say where they stood; entities cannot break a message as markup can."""
    plain, entities, end = "", [], 0
    for found in _BOLD.finditer(text):
        plain += text[end : found.start()]
        entities.append(MessageEntity(MessageEntity.BOLD, length_of(plain), length_of(found[1])))
        plain += found[1]
        end = found.end()
    return plain + text[end:], tuple(entities[:100])
