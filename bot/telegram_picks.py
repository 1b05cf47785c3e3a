"""What a citizen picks by a button, or by a short answer that quotes one of our questions."""

from typing import Final

from bot.telegram_raw import Raw, buttons_of, is_true, part, words
from flows.choices import Fit, choose
from flows.questions import QUESTIONS

PRESS: Final = "v1"
"""What the data of a citizen's button begins with: `v1:<prompt>:<choice>`."""
_LONGEST: Final = 60  # no title of a button is longer; whoever writes more tells something


def picked_there(message: Raw, typed: str) -> str:
    """Give `<prompt>:<choice>` where a short answer names a choice of the question that it quotes; else "".

    Telegram shows a quoted message with the buttons that hung under it, so that nothing has to be looked up.

    Args:
        message: The whole message as it came.
        typed: Its words.
    """
    quoted = part(message, "reply_to_message")
    if not is_true(part(quoted, "from"), "is_bot") or not typed or len(typed) > _LONGEST:
        return ""
    shown = _shown(quoted)
    prompts = {token.partition(":")[0] for token, _ in shown}
    question = QUESTIONS.get(prompts.pop()) if len(prompts) == 1 else None
    if question is None:
        return ""
    options = [token.partition(":")[2] for token, _ in shown]
    choice = choose(typed, question, options, [title for _, title in shown])
    return f"{question.id}:{choice.id}" if choice.fit is Fit.CHOSEN and choice.is_whole else ""


def token_of(data: str) -> str:
    """Give `<prompt>:<choice>` of a button's data; "" for anything that is no button of a citizen's."""
    version, _, token = data[:64].partition(":")
    return token if version == PRESS and ":" in token else ""


def _shown(message: Raw) -> list[tuple[str, str]]:
    """Give our buttons under a message: (`<prompt>:<choice>`, title)."""
    found = [(token_of(words(button, "callback_data")), words(button, "text")) for button in buttons_of(message)]
    return [(token, title) for token, title in found if token]
