"""The catalogues: everything that citizens read, by key and language, and the words by which they answer."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from flows.labels import Language

_PARTS = ("", ".check", ".worries")
"""A language has a file for the conversation, and one for each larger matter beside it."""


class MissingText(KeyError):  # noqa: N818 - the name is the sentence
    """A key that a catalogue does not have."""


@cache
def catalogue(language: Language) -> Mapping[str, str]:
    """Give all texts of a language, flat: "ask.safe" -> text."""
    texts: dict[str, str] = {}
    for part in _PARTS:
        raw = tomllib.loads(files(__name__).joinpath(f"{language.value}{part}.toml").read_text("utf-8"))
        texts |= _flat(raw, "")
    return texts


def say(key: str, language: Language, **values: object) -> str:
    """Give one text with its braces filled.

    Raises:
        MissingText: The language has no such key; a test keeps this from happening.
    """
    text = catalogue(language).get(key)
    if text is None:
        raise MissingText(f"{language.value}:{key}")
    return text.format_map(values) if values else text


def has(key: str) -> bool:
    """Say whether the catalogues have that key."""
    return key in catalogue(Language.INDONESIAN)


def _flat(table: Mapping[str, object], prefix: str) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, Mapping):
            pairs += _flat(value, f"{prefix}{key}.")
        else:
            pairs.append((f"{prefix}{key}", str(value).strip()))
    return pairs
