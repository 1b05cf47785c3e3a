"""Commands that work in every flow, told from answers: a message that consists of nothing else."""

import re
from enum import StrEnum

from flows.folding import fold
from flows.phrases import commands, without_fillers
from flows.word_tables import why_words


class Command(StrEnum):
    """What a citizen may say to steer the conversation."""

    BACK = "back"
    SKIP = "skip"
    UNKNOWN = "unknown"
    WHY = "why"
    REPEAT = "repeat"
    STOP = "stop"
    RESTART = "restart"
    MENU = "menu"
    HUMAN = "human"
    STATUS = "status"
    DELETE = "delete"
    WITHDRAW = "withdraw"
    ENOUGH = "enough"
    INDONESIAN = "indonesian"
    ENGLISH = "english"
    THANKS = "thanks"
    ALREADY_TOLD = "already_told"


_CODE = re.compile(r"(?<![\w-])[a-z\d]{3}-[a-z\d]{3}(?![\w-])", re.IGNORECASE)  # as bot.codes makes it
_OF_A_TICKET = frozenset(fold("status statusnya laporan laporannya tiket tiketnya kode kodenya report ticket code"))
_BESIDE_A_CODE = _OF_A_TICKET | frozenset(fold(
    "cek ngecek nomor nomornya nomer gimana bagaimana sampai mana lihat tanya check of is how"
))  # fmt: skip
_LANGUAGES = {
    word: command
    for command, listed in {
        Command.ENGLISH: "english inggris enggris inglis englis eng",
        Command.INDONESIAN: "indonesia indonesian indo",
    }.items()
    for word in fold(listed)
}
_OF_A_LANGUAGE = frozenset(fold("bahasa bhs language speak talk write reply"))
_BESIDE_A_LANGUAGE = _OF_A_LANGUAGE | frozenset(fold(
    "pls plis plz please dong donk ya yah kak min pak bu mbak bang sir tolong bisa boleh can could you u in to use only"
    " aja saja pakai pake ganti jawab the again back i want mau"
))  # fmt: skip
_LONGEST = 6  # words; longer messages tell something and are never only a command


def command_in(text: str) -> Command | None:
    """Give the command that a short message consists of, if it is one."""
    words = fold(text) if len(text) <= 60 else ()
    if not words or len(words) > _LONGEST:
        return None
    if _asks_for_a_code(text):
        return Command.STATUS
    meaning = commands().meaning(words)
    if not meaning and _asks_why(words):
        return Command.WHY
    return Command(meaning) if meaning else _language_wished(words)


def _language_wished(words: tuple[str, ...]) -> Command | None:
    """Read "english pls", "can you speak english" and "pake bahasa indo dong", not "ke indonesia"."""
    meant = {command for word in words if (command := _LANGUAGES.get(word))}
    rest = [word for word in words if word not in _LANGUAGES]
    is_named = Command.ENGLISH in meant or not _OF_A_LANGUAGE.isdisjoint(rest)
    return meant.pop() if len(meant) == 1 and is_named and _BESIDE_A_LANGUAGE.issuperset(rest) else None


def _asks_for_a_code(text: str) -> bool:
    """Read "status AAA-001" and "laporan k7m-4qx gmn", whatever is asked: what a ticket's code stands beside."""
    code = _CODE.search(text)
    if code is None:
        return False
    rest = without_fillers(fold(f"{text[: code.start()]} {text[code.end() :]}"))
    return _BESIDE_A_CODE.issuperset(rest) and not _OF_A_TICKET.isdisjoint(rest)


def _asks_why(words: tuple[str, ...]) -> bool:
    # "kenapa harus cerita", "why do you need that"
    asking, about = why_words()
    return words[0] in asking and bool(about.intersection(words))
