"""A report that stays one although it asks of a licence: the list is asked, said in a line, and the report goes on."""

from flows import questions as q
from flows.conversation import Answer, Origin
from flows.folding import fold
from flows.matching import Verdict
from flows.not_paid import UNPAID, nothing_was_paid, tells_of_paying
from flows.recruiter_check import judge
from flows.telling_checks import tell_in_a_line
from flows.turning import Turning, signs_of
from flows.verdicts import has_no_name

_HARMED = frozenset(fold(
    "korban ditipu ketipu tertipu tipu ketipunya penipuan dibohongin dibohongi dikibulin raib ngilang menghilang kabur "
    "scammed cheated victim"
))  # fmt: skip
_OF_A_JOURNEY = frozenset({"abroad", "departing_soon", "departing_later", "fee_paid", "alarming"})
_PAYING = frozenset(fold("bayar byr kebayar transfer tf trf setor nyetor lunas lunasin paid sent"))
_ASKED_FOR = frozenset(fold(
    "disuruh suruh nyuruh diminta minta mintain harus wajib mau akan nanti kalau belum tidak jangan must asks "
    "asked want"
))  # fmt: skip
_NEAR = 3  # words


def is_a_case(turn: Turning) -> bool:
    """Say whether something was done already: harm, a sum that was paid, a writer who calls themselves a victim."""
    told = turn.conversation
    story = f"{told.value('heard')}\n{told.value(q.WHAT.id)}\n{turn.text}"
    is_unpaid = nothing_was_paid(story)
    signs = {name for name, _ in signs_of(told)} | {sign.name for sign in turn.reading.signals if sign.is_met}
    if told.value("ticket") or not signs - ({UNPAID} if is_unpaid else set()) <= _OF_A_JOURNEY:
        return True
    if not _HARMED.isdisjoint(fold(f"{told.value('heard')} {told.value(q.WHAT.id)}"[:600])):
        return True
    return not is_unpaid and any(map(_was_paid, story.splitlines()))


def tell_what_the_list_says(turn: Turning, name: str) -> bool:
    """Say in a line what the list says of a name; say whether it could be asked."""
    if turn.facts.registry is None or turn.facts.checks_closed:
        return False
    asked = Answer(name, Origin.ASKED, turn.text[:200])
    judged = judge(turn.conversation.without({q.CHECK_EXACT.id}).with_answers({q.CHECK_NAME.id: asked}), turn.facts)
    if judged.checked is None or has_no_name(judged.checked) or judged.code == Verdict.REGISTRY_UNFIT.value:
        return False
    tell_in_a_line(turn, judged)
    return True


def _was_paid(line: str) -> bool:
    """Read "sy bayar 28 juta" and "transfer ke rek BRI ...", not "disuruh bayar 28 juta"."""
    words = fold(line[:600])
    if tells_of_paying(words):
        return True
    return any(
        word in _PAYING and _ASKED_FOR.isdisjoint(words[max(0, at - _NEAR) : at]) for at, word in enumerate(words)
    )
