"""Rendering the pages of the public face, and holding its few static files in memory."""

import gzip
import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.citizen_face import Letter
from flows.reply import Reply
from webhook.public.letters import open_choices, show, show_greeting
from webhook.public.words import Catalogue, Words

_HERE: Final = Path(__file__).parent
_TYPES: Final = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".png": "image/png"}


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file of ours, plain and packed."""

    mime: str
    plain: bytes
    packed: bytes


def load_static() -> dict[str, StaticFile]:
    """Read the static files by name; the page asks for nothing else, and from nobody else."""
    return {
        path.name: StaticFile(_TYPES[path.suffix], data, gzip.compress(data, 9, mtime=0))
        for path in sorted((_HERE / "static").iterdir())
        if path.suffix in _TYPES and (data := path.read_bytes())
    }


class Pages:
    """The templates with all that is the same for every visitor."""

    def __init__(self, catalogue: Catalogue, greeting: Callable[[str], Reply], zone: tzinfo) -> None:
        loader = FileSystemLoader(_HERE / "templates")
        self._templates = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self._catalogue = catalogue
        self._greeting = greeting
        self._zone = zone

    def words(self, language: str) -> Words:
        """Give the words of a language."""
        return self._catalogue.words(language)

    def letters(self, letters: Sequence[Letter], language: str) -> bytes:
        """Give letters as the script wants them."""
        words = self.words(language)
        shown = [show(letter, words, self._zone).as_json() for letter in letters]
        return json.dumps({"letters": shown}, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")

    def chat(
        self, letters: Sequence[Letter], language: str, *, is_remembered: bool, has_session: bool, notice: str
    ) -> str:
        """Give the chat page. Every form on it has an id of its own, so that sending it twice changes nothing."""
        words = self.words(language)
        greeting = show_greeting(self._greeting(language))
        shown = [show(letter, words, self._zone) for letter in letters]
        return self._templates.get_template("chat.html").render(
            words=words,
            language=language,
            greeting=greeting,
            letters=shown,
            choices=open_choices(greeting, shown),
            newest=shown[-1].id if shown else "0",
            live=json.dumps({**words.live, "officer": words.officer, "kinds": dict(words.kinds)}),
            notice=words.notices.get(notice, ""),
            is_remembered=is_remembered,
            has_session=has_session,
            new_id=lambda: secrets.token_hex(16),
        )

    def recipe(self) -> str:
        """Give the neutral page that a quick exit leaves behind."""
        return self._templates.get_template("recipe.html").render()
