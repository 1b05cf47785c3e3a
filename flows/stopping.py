"""What happens when somebody wants to stop: what was told goes to an officer, unless nothing was told yet."""

from flows.conversation import Answer, Origin
from flows.report import HIDDEN
from flows.turning import Turning


def stop(turn: Turning) -> bool:
    """Ask nothing more until the citizen writes again; the answers stay. Say that no question follows."""
    conversation = turn.conversation
    if conversation.flow != "report" or not (conversation.knows("what") or conversation.value("ticket")):
        turn.say_and_rest("stop.nothing")
        return False
    return _let_rest(turn, "stop.alarmed" if conversation.value("ticket") else "stop.kept")


def hide(turn: Turning) -> bool:
    """Ask nothing more of whoever must put the phone away now; say that no question follows."""
    turn.answer({HIDDEN: Answer("yes", Origin.READ)})
    return _let_rest(turn, "stop.hide_told" if turn.conversation.value("ticket") else "stop.hide")


def wait(turn: Turning) -> bool:
    """Ask nothing of whoever says "bentar" until they write again; say that no question follows."""
    turn.answer({HIDDEN: Answer("yes", Origin.READ)})
    return _let_rest(turn, "stop.wait")


def _let_rest(turn: Turning, said: str) -> bool:
    turn.tell(said)
    turn.reply_prefaces()
    turn.show_nothing()
    return False
