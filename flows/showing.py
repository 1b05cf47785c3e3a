"""How a question is shown: its words in the citizen's language, and its choices with their titles."""

from collections.abc import Mapping

from flows import questions as q
from flows.labels import Language
from flows.question import Question
from flows.reply import Option, Reply
from flows.texts import has, say

_NO_VALUES: Mapping[str, str] = {}


def question_reply(
    question: Question,
    choices: tuple[str, ...],
    language: Language,
    *,
    variant: str = "",
    values: Mapping[str, str] = _NO_VALUES,
) -> Reply:
    """Render a question."""
    key = f"ask.{question.id}_{variant}" if variant else f"ask.{question.id}"
    options = tuple(Option(choice, option_title(question.id, choice, language)) for choice in choices)
    return Reply(say(key, language, **values), options, question.id)


def option_title(question_id: str, choice: str, language: Language) -> str:
    """Give the title of a choice; the lines of a summary are choices of "fix" by their own names."""
    key = f"option.{question_id}.{choice}"
    return say(key if has(key) else f"line.{choice}", language)


def greeting(language: Language) -> Reply:
    """Give the first thing that anybody is shown, before anything was said."""
    menu = question_reply(q.MENU, q.MENU.choices, language)
    return Reply(f"{say('greeting', language)}\n{menu.text}", menu.options, menu.prompt)
