"""How a reply looks on WhatsApp: words with numbered choices always, and choices to tap where a template fits."""

import re
from dataclasses import dataclass
from typing import Final

from bot.text_parts import length_of, split_text
from bot.whatsapp_templates import (
    CHOICES,
    LONGEST_BODY,
    LONGEST_BUTTON,
    LONGEST_ITEM,
    MOST_BUTTONS,
    MOST_ITEMS,
    Template,
)
from flows.reply import Option, Reply

LONGEST_TEXT: Final = 1600
_BY_NAME: Final = {template.name: template for template in CHOICES}
_SPACES = re.compile(r"[^\S\n]{4,}")
_LIST_BUTTON: Final = "Pilihan"


@dataclass(frozen=True, slots=True)
class Tappable:
    """A template, and what is filled into its places."""

    template: Template
    variables: dict[str, str]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A reply as it goes out: its words in one or more parts, or the one message with choices to tap."""

    parts: tuple[str, ...]
    tappable: Tappable | None = None


def render(reply: Reply) -> Rendered:
    """Render a reply; the choices stand under the last part, with their numbers."""
    text = reply.as_plain_text()
    return Rendered(split_text(text, LONGEST_TEXT), _tappable(reply, text))


def short_titles(options: tuple[Option, ...], longest: int) -> tuple[str, ...] | None:
    """Shorten titles at a word's end; none where two would look the same or nothing would be left."""
    titles = tuple(_short(option.title, longest) for option in options)
    folded = {title.casefold() for title in titles}
    return titles if "" not in folded and len(folded) == len(titles) else None


def _tappable(reply: Reply, text: str) -> Tappable | None:
    count = len(reply.options)
    if not count or not reply.prompt or length_of(text) > LONGEST_BODY:
        return None
    ids = [f"{reply.prompt}:{option.id}" for option in reply.options]
    fits_buttons = count <= MOST_BUTTONS and all(length_of(one.title) <= LONGEST_BUTTON for one in reply.options)
    if fits_buttons:
        return _filled(f"pilih_{count}", [_clean(text)], short_titles(reply.options, LONGEST_BUTTON), ids)
    if count <= MOST_ITEMS:
        return _filled(f"daftar_{count}", [_clean(text), _LIST_BUTTON], short_titles(reply.options, LONGEST_ITEM), ids)
    return None


def _filled(name: str, first: list[str], titles: tuple[str, ...] | None, ids: list[str]) -> Tappable | None:
    if titles is None:
        return None
    values = [*first, *(word for pair in zip(titles, ids, strict=True) for word in pair)]
    return Tappable(_BY_NAME[name], {str(number): value for number, value in enumerate(values, 1)})


def _short(title: str, longest: int) -> str:
    plain = " ".join(title.split())
    if length_of(plain) <= longest:
        return plain
    words = plain.split()
    while words and length_of(" ".join(words)) > longest - 1:
        words.pop()
    cut = " ".join(words)
    if not cut:
        cut = plain
        while length_of(cut) > longest - 1:
            cut = cut[:-1]
    return f"{cut}…"


def _clean(text: str) -> str:
    # WhatsApp refuses tabs and runs of spaces in what fills a template
    return _SPACES.sub("   ", text.replace("\t", " ")).strip()
