"""How a question is shown: its words in the citizen's language, and its choices with their titles."""

from collections.abc import Mapping
from functools import lru_cache

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
    return Reply(say(key, language, **values), _options(question.id, choices, language), question.id)


def option_title(question_id: str, choice: str, language: Language) -> str:
    """Give the title of a choice; the lines of a summary are choices of "fix" by their own names."""
    key = f"option.{question_id}.{choice}"
    return say(key if has(key) else f"line.{choice}", language)


@lru_cache(maxsize=512)
def option_titles(question_id: str, choices: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """Give the titles of choices, in their order."""
    return tuple(option_title(question_id, choice, language) for choice in choices)


@lru_cache(maxsize=512)
def _options(question_id: str, choices: tuple[str, ...], language: Language) -> tuple[Option, ...]:
    return tuple(map(Option, choices, option_titles(question_id, choices, language)))


def greeting(language: Language) -> Reply:
    """Give the first thing that anybody is shown, before anything was said."""
    menu = question_reply(q.MENU, q.MENU.choices, language)
    return Reply(f"{say('greeting', language)}\n{menu.text}", menu.options, menu.prompt)
