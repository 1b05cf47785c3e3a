"""What the Bot API demands of a call, and how it says no."""

import itertools
import json
from typing import Any

Json = dict[str, Any]


class Refusal(Exception):  # noqa: N818 - a sentence, as all our errors
    """Telegram says no."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


def bad(description: str) -> Refusal:
    """Make the answer to a bad request."""
    return Refusal(400, f"Bad Request: {description}")


def bare(message: Json) -> Json:
    return {key: value for key, value in shown(message).items() if key != "reply_to_message"}


def shown(message: Json) -> Json:
    return {key: value for key, value in message.items() if not key.startswith("_")}


def whole(asked: Json, name: str) -> int:
    try:
        return int(asked[name])
    except (KeyError, TypeError, ValueError):
        raise bad(f"{name} is empty") from None


def nested(asked: Json, name: str, otherwise: Any = None) -> Any:
    value = asked.get(name)
    if value in {None, ""} if not isinstance(value, list | dict) else False:
        return {} if otherwise is None else otherwise
    try:
        return json.loads(value) if isinstance(value, str) else value
    except ValueError:
        raise bad(f"can't parse {name} JSON object") from None


def units(text: str) -> int:
    """Count UTF-16 units, as Telegram does."""
    return len(text.encode("utf-16-le")) // 2


def text_in(asked: Json) -> str:
    text = str(asked.get("text", ""))
    if not text.strip():
        raise bad("message text is empty")
    if units(text) > 4096:
        raise bad("message is too long")
    return text


def markup_in(asked: Json) -> Json:
    markup: Json = nested(asked, "reply_markup")
    rows = markup.get("inline_keyboard", [])
    if sum(map(len, rows)) > 100:
        raise bad("reply markup is too long")
    for button in itertools.chain.from_iterable(rows):
        if not button.get("text"):
            raise bad("text buttons are unallowed in the inline keyboard")
        if not 1 <= len(button.get("callback_data", "").encode()) <= 64:
            raise bad("BUTTON_DATA_INVALID")
    return markup


def check_entities(text: str, entities: list[Json]) -> None:
    for one in entities:
        if one["offset"] < 0 or one["length"] < 1 or one["offset"] + one["length"] > units(text):
            raise bad("can't parse entities")
