"""What is asked in the middle of a check: how the firm stands, whether a licence number is listed, what it costs."""

import re
from collections.abc import Iterator

from flows import questions as q
from flows.asked_back import asked_back
from flows.asking_of_a_name import STANDING
from flows.conversation import Answer, Origin
from flows.folding import fold
from flows.matching import check
from flows.phrases import Words
from flows.reading import Reading
from flows.recruiter_check import TOLD, judge
from flows.sentences import Sentence, asks_at_the_end, parts_of, sentences_of
from flows.telling_checks import list_reason
from flows.texts import say
from flows.turning import Turning

_LICENCE = re.compile(
    r"\b(?:kep|sip3mi|sippmi|sip2mi|siup|sk|izin\w*|ijin\w*)\b[^\d\n?!]{0,24}?"
    r"((?:\b[A-Z]{2,4}[./-])?\d{2}[\w./ -]{0,24})",
    re.IGNORECASE,
)
_FEWEST_DIGITS = 3
_ASKED_OF_US = frozenset(fold("petugas petugasnya cek dicek ngecek periksa diperiksa ngeceknya officer check"))
_COSTS = frozenset(fold("bayar gratis biaya ongkos free cost pay"))
_THEIRS = frozenset(fold("minta diminta pt agen dia"))
_RESULT = frozenset(fold("kesimpulan kesimpulannya hasil hasilnya jawabannya result conclusion"))
_STANDS = STANDING | frozenset(fold("beneran asli benaran"))
_OF_SOMETHING_ELSE = frozenset(
    fold("visa visanya paspor petugas petugasnya kalian kamu bot robot layanan chat nomornya sini")
)
_LONGEST = 14  # words
_CHECKED, _MAY = frozenset(fold("cek dicek ngecek periksa diperiksa check checked")), frozenset(fold("bisa boleh can"))
_HERE = frozenset(fold("sini disini here kalian kamu bot layanan ini"))
_ELSEWHERE = frozenset(
    fold("sendiri online internet mana dimana kemana gimana cara caranya petugas petugasnya nomor hp")
)
_STANDS_KEY, _CAN_KEY = "check.stands", "check.can"
_ANSWERED = frozenset({"unheard", "fake"})  # worries that the answer itself settles
_BESIDE = frozenset({"job", "company", "victim_relation", "victim", "visa"})


def answer_in_a_check(turn: Turning) -> bool:
    """Answer what a message asks of the check; say whether it tells nothing else."""
    if turn.conversation.flow != "check":
        return False
    _hasten(turn)
    keys = dict.fromkeys(key for said in _asked(turn.text) for key in _topics_of(said.words, turn))
    if _gives_a_licence(turn):
        keys["check.licence"] = None
    if not keys:
        return False
    for key in keys:
        turn.prefaces.append(_text(turn, key))
    if _STANDS_KEY in keys:
        turn.leave_out_worries(_ANSWERED)
    return turn.reading.found.keys() <= _BESIDE and not turn.worries


def _hasten(turn: Turning) -> None:
    """Give the findings to whoever asks for them: "jd kesimpulannya apa pak"."""
    asks = any(not _RESULT.isdisjoint(said.words) for said in _asked(turn.text))
    if asks and TOLD in turn.conversation.answers:
        turn.answer({"check_enough": Answer("yes", Origin.READ)})


def _text(turn: Turning, key: str) -> str:
    language = turn.conversation.language
    if key == _CAN_KEY:
        return say(key, language, reason=list_reason(turn, judge(turn.conversation, turn.facts)))
    if key != _STANDS_KEY:
        return say(key, language)
    return f"{list_reason(turn, judge(turn.conversation, turn.facts))} {say('worry_fake', language)}"


def _asked(text: str) -> Iterator[Sentence]:
    """Give the pieces of a message that ask: "kalo petugas cek itu bayar ndak, trus ..."."""
    for said in sentences_of(text):
        for part in parts_of(said) or [said]:
            if asks_at_the_end(part):
                yield part


def _topics_of(words: Words, turn: Turning) -> Iterator[str]:
    if _asks_what_it_costs(words):
        yield "asked_free"
    elif asked_back(" ".join(words), Reading()) == "secret":
        yield "asked_secret"
    elif TOLD in turn.conversation.answers and _asks_whether_we_check(words):
        yield _CAN_KEY
    elif _asks_how_it_stands(words, turn):
        yield _STANDS_KEY


def _asks_whether_we_check(words: Words) -> bool:
    """Read "ijin PT nya bs dicek disini kan", not "bisa dicek sendiri dimana"."""
    is_here = not _HERE.isdisjoint(words) and _ELSEWHERE.isdisjoint(words)
    return is_here and not _CHECKED.isdisjoint(words) and not _MAY.isdisjoint(words)


def _asks_what_it_costs(words: Words) -> bool:
    """Read "kalo petugas cek itu bayar ndak", not "petugas PT nya minta bayar ya"."""
    return not any(map(frozenset(words).isdisjoint, (_COSTS, _ASKED_OF_US))) and _THEIRS.isdisjoint(words)


def _asks_how_it_stands(words: Words, turn: Turning) -> bool:
    """Read "brarti palsu kah pt nya" and "jadi resmi apa ga", once the list was asked."""
    told = turn.conversation.answers.get(TOLD)
    if (
        told is None
        or "company" in turn.reading.found
        or len(words) > _LONGEST
        or not _OF_SOMETHING_ELSE.isdisjoint(words)
    ):
        return False
    return not _STANDS.isdisjoint([*words, *(word.removesuffix("kah") for word in words)])


def _gives_a_licence(turn: Turning) -> bool:
    """Take a licence number for what is checked where the list holds it; say whether it does not."""
    given = _LICENCE.search(turn.text[:400])
    registry = turn.facts.registry
    if given is None or registry is None or sum(map(str.isdigit, given[1])) < _FEWEST_DIGITS:
        return False
    if q.CHECK_EXACT.id not in turn.conversation.answers and TOLD not in turn.conversation.answers:
        return False  # asked for a name, the number is looked up as that
    checked = check(given[0], registry, on=turn.facts.local_now.date())
    if checked.confirmed is None:
        return True
    told = Answer(given[0].strip(), Origin.ASKED, turn.text[:200])
    turn.conversation = turn.conversation.without({q.CHECK_EXACT.id}).with_answers({q.CHECK_EXACT.id: told})
    return False
