"""The line of the victim: who it is, with the pieces that were told of them and how many others are beside them."""

import re
from collections.abc import Mapping

from flows import questions as q
from flows.conversation import Answer, Conversation, Origin
from flows.understanding.babies import age_in_words
from flows.understanding.counting import people_counted

PIECES = frozenset({"victim_count", "victim_age", "victim_name", "victim_relation"})
WRITER_TOO, OTHER_VICTIM = "writer_too", "other_victim"
"""The keys of a writer who is a victim beside the one told of, and of a friend beside a writer who is the victim."""
_COUNTED = re.compile(r"(?:, )?(?:bersama )?\b\d+ orang(?: lain)?\b")
_GROWN_UP = 18  # years
_AGED = re.compile(r"(?:, )?\b\d+ (?:tahun|bulan|minggu|hari)\b")


def described(conversation: Conversation, new: Mapping[str, Answer]) -> dict[str, Answer]:
    """Let the line of the victim hold what was told of them in pieces: "adik", then "19 tahun", then a name."""
    told = conversation.answers.get(q.VICTIM.id)
    if told is None or told.origin is not Origin.VOLUNTEERED or told.value == "self" or PIECES.isdisjoint(new):
        return {}
    line = new["victim_relation"].value if "victim_relation" in new else told.value
    whole = with_pieces(line, {**conversation.answers, **new})
    return {} if whole == told.value else {q.VICTIM.id: told._replace(value=whole)}


def with_pieces(line: str, answers: Mapping[str, Answer]) -> str:
    """Give the line with the count, the age and the name that hold; those that stand in it stay where they are."""
    count, age, name = (answers.get(key, Answer()) for key in ("victim_count", "victim_age", "victim_name"))
    is_beside_the_writer = WRITER_TOO in answers and count.value == "2"  # the summary says so behind the line
    counted = people_counted(count.value, count.words) if count.is_known and not is_beside_the_writer else ""
    beside = counted.startswith("bersama")
    if beside or not counted or counted not in line:
        line = _COUNTED.sub("", line).removeprefix(", ")
    parts = (
        "" if beside else counted,
        age_in_words(age.value) if age.value else "",
        name.value,
        counted if beside else "",
    )
    return ", ".join(part for part in (line, *(part for part in parts if part and part not in line)) if part)


def is_of_age(age: str) -> bool:
    """Say whether an age, as a ticket keeps it, is that of somebody grown up in law (UU 35/2014); "" is nobody's."""
    return age.isdecimal() and int(age) >= _GROWN_UP


def has_several(conversation: Conversation) -> bool:
    """Say whether more than one victim was told of."""
    return conversation.knows("victim_count") and conversation.value("victim_count") != "1"


def put_right(line: str, key: str, old: str, new: str, answers: Mapping[str, Answer]) -> str:
    """Give the line with one piece put right: a number of people is no age, whatever its figures."""
    if key == "victim_count":
        return with_pieces(line, answers) if _COUNTED.search(line) else line
    if key == "victim_age" and not old:
        return with_pieces(line, answers)
    if key == "victim_age":
        return _AGED.sub(lambda told: told[0].replace(age_in_words(old), age_in_words(new)), line)
    return line if new in line else line.replace(old, new)  # "Sri Wahyuni" stands in "Sri Wahyuningsih"


def kept_from_before(before: Conversation, after: Conversation) -> dict[str, Answer]:
    """Give the pieces that still hold where the line was told anew and they were not: one person keeps their age."""
    open_again = {key for key in PIECES if _is_reopened(after.answers.get(key))}
    if not open_again or after.value(q.VICTIM.id) in {"", "self", "nobody"} or _is_another(before, after, open_again):
        return {}
    return {key: after.answers[key]._replace(origin=Origin.VOLUNTEERED) for key in open_again if after.value(key)}


def _is_another(before: Conversation, after: Conversation, open_again: set[str]) -> bool:
    """Say whether somebody else is meant now: another name, never told before, and no word that they are the same."""
    told = before.answers.get("victim_name")
    is_new_name = "victim_name" not in open_again and told is not None and told.value != ""
    is_new_name = is_new_name and after.value("victim_name") not in {told.value, told.was} if told else False
    is_same_kin = after.value("victim_relation") == before.value("victim_relation") != ""
    return is_new_name and not is_same_kin


def _is_reopened(answer: Answer | None) -> bool:
    return answer is not None and answer.origin is Origin.REOPENED
