"""The flows beside the report and the check: menu, status, talk to an officer, learn."""

from flows import questions as q
from flows.ask import Ask
from flows.texts import say


def menu(ask: Ask) -> str:
    """Offer what the hotline does; ends as the id of the flow that was chosen."""
    guess = ask.conversation.value("menu_guess")
    if guess:
        title = say(f"option.menu.{guess}", ask.conversation.language)
        if ask(q.MENU_SURE, values={"guess": title}).value == "yes":
            return guess
    return ask(q.MENU).value


def status(ask: Ask) -> str:
    """Tell how a ticket stands: this chat's own, or the one whose receipt is given; ends "told"."""
    if not ask.facts.tickets:
        ask(q.RECEIPT)
    return "told"


def human(ask: Ask) -> str:
    """Call an officer to this chat at once; ends "called"."""
    del ask
    return "called"


def learn(ask: Ask) -> str:
    """Show one short lesson after the other; ends "back"."""
    return ask(q.LEARN).value
