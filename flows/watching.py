"""Watched names: the news of one is told when it is asked for, and a watch ends with one word."""

from flows.events import NewsRead, WatchesEnded
from flows.folding import fold
from flows.matching import check
from flows.phrases import watch_phrases
from flows.reply import Reply
from flows.said import Kind
from flows.texts import say
from flows.turning import Turning
from flows.verdicts import verdict_text

_LONGEST = 5  # words
_MOST_TOLD = 3  # names


def hear_of_watches(turn: Turning) -> bool:
    """Answer "kabar" and "berhenti pantau" of somebody who watches a name; say whether the message was that."""
    if not turn.facts.watched or turn.said.kind is not Kind.TEXT or turn.reading.is_emergency:
        return False
    words = fold(turn.text) if len(turn.text) <= 40 else ()
    meaning = watch_phrases().meaning(words) if 0 < len(words) <= _LONGEST else ""
    if meaning == "news":
        _tell_news(turn)
    elif meaning == "end":
        turn.events.append(WatchesEnded())
        turn.reply(Reply(say("watch.ended", turn.conversation.language)))
    return bool(meaning)


def _tell_news(turn: Turning) -> None:
    language, registry = turn.conversation.language, turn.facts.registry
    if registry is None:
        turn.reply(Reply(say("verdict.no_list", language)))
        return
    watched = sorted(turn.facts.watched, key=lambda one: not one.has_news)[:_MOST_TOLD]
    for one in watched:
        checked = check(one.name, registry, on=turn.facts.local_now.date())
        turn.reply(Reply(verdict_text(checked, language)))
    turn.events.append(NewsRead())
