"""Commands that work in every flow, told from answers: a message that consists of nothing else."""

from enum import StrEnum

from flows.folding import fold
from flows.phrases import commands
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


_LONGEST = 6  # words; longer messages tell something and are never only a command


def command_in(text: str) -> Command | None:
    """Give the command that a short message consists of, if it is one."""
    words = fold(text) if len(text) <= 60 else ()
    if not words or len(words) > _LONGEST:
        return None
    meaning = commands().meaning(words)
    if not meaning and _asks_why(words):
        return Command.WHY
    return Command(meaning) if meaning else None


def _asks_why(words: tuple[str, ...]) -> bool:
    # "kenapa harus cerita", "why do you need that"
    asking, about = why_words()
    return words[0] in asking and bool(about.intersection(words))
