"""What was just understood, said back in one line, so that a mistake is seen at once."""

from collections.abc import Collection

from flows import questions as q
from flows.labels import Language
from flows.others_numbers import OTHERS
from flows.sums import asks_more
from flows.turning import Turning
from flows.wording import age_told, in_words

_SAID_BACK = (
    "victim_now",
    "vessel",
    "recruiter",
    "company",
    "recruiter_phone",
    "account",
    "destination",
    "departure",
    "payment",
    OTHERS,
)
_SAID_WITH_A_WORRY = frozenset({"pay", "cannot_pay"})
_KIN = frozenset({
    *("adik", "kakak", "anak", "cucu", "keponakan", "istri", "suami", "sepupu", "ibu", "ayah", "bapak"),
    *("teman", "tetangga"),
})  # fmt: skip


def tell_noted(turn: Turning, keys: Collection[str], *, is_first: bool = False) -> None:
    """Say what was noted of these answers; nothing where there is nothing to repeat."""
    told = {key: _told(turn, key) for key in _SAID_BACK if key in keys}
    if told.get("victim_now", "").endswith(told.get("destination", "")):
        told.pop("destination", None)  # "mes, Malaysia" has named the country already
    if "vessel" in told and told["vessel"] in told.get("victim_now", ""):
        del told["vessel"]  # "kapal KM Bahari" has named the ship already
    parts = dict.fromkeys([*_victim(turn, keys), *told.values()])
    if parts:
        turn.tell("noted_first" if is_first else "noted_that", noted=", ".join(parts))
    elif is_first:
        turn.tell("noted_thanks")
    if q.PAYMENT.id in keys and asks_more(_value(turn, q.PAYMENT.id)) and turn.worry not in _SAID_WITH_A_WORRY:
        turn.tell("pay_no_more")


def _victim(turn: Turning, keys: Collection[str]) -> list[str]:
    if turn.conversation.language is not Language.INDONESIAN:
        return [_told(turn, "victim")] if "victim" in keys and _value(turn, "victim") != "self" else []
    relation, name, age = (_value(turn, key) for key in ("victim_relation", "victim_name", "victim_age"))
    who = []
    if "victim_relation" in keys and relation:
        who.append(f"{relation} Anda" if relation in _KIN else relation)
    if "victim_name" in keys and name:
        who.append(name)
    said = [" ".join(who)] if who else []
    if "victim_age" in keys and age:
        said.append(age_told(age, turn.conversation.language))
    return said


def _told(turn: Turning, key: str) -> str:
    return in_words(key, turn.conversation.answers[key], turn.conversation.language)


def _value(turn: Turning, key: str) -> str:
    return turn.conversation.value(key)
