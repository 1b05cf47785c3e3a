"""What people ask about their own case while they tell it: "aku harus gimana", "tebusannya dibayar aja?".

Beside them stand the fears of `flows.fears`; `flows.comforting` answers both.
"""

import itertools
from collections.abc import Callable, Iterator, Mapping

from flows.contact_limits import begs_silence
from flows.contact_others import is_somebody
from flows.fears import fear_in
from flows.folding import fold
from flows.phrases import Words
from flows.sentences import Sentence, asks, asks_at_the_end, parts_of, sentences_of
from flows.word_tables import name_words, worry_words

COMFORTED = "comforted"
"""The key under which stand the worries that were told, and answered once."""
_A_SHORT_CRY = 8  # words; "terus gimana ini pak"
_NEAR = 5  # words
_NOT = "tidak"
_A_SHORT_QUESTION, _LONGEST_PAIR = 5, 24  # words
_LOOKED_AT = 600  # characters
_OF_ONESELF = frozenset({"jail", "deport", "blame", "cancel", "angry", "taken", "reply", "secret", "other_police"})
_WHAT_TO_DO = "do"
_WONDERING = frozenset({"kok", "emang", "emangnya", "apakah"})
_IS_IT_RIGHT = frozenset({("apa", "benar"), ("apa", "bener"), ("benar", "itu"), ("bener", "itu"), ("is", "that")})
_MOST = 2  # a message that asks more is answered by its last two

_WHAT_TO_SAY = "say_110"

_Test = Callable[[Sentence], bool]


def worry_in(text: str) -> str:
    """Give what a message asks or begs of the case last, "" for nothing; the names are those of `_WORRIES`."""
    asked = worries_in(text)
    return asked[-1] if asked else ""


_MOB = "mob"


def worries_in(text: str) -> tuple[str, ...]:
    """Give what a message asks or begs, in its order, each once and the last two at most."""
    sentences = sentences_of(text)
    asked = dict.fromkeys(worry for said in sentences if (worry := _worry_of(said)))
    asked |= dict.fromkeys(_asked_behind(sentences))
    if len(asked) > 1:
        asked.pop(_WHAT_TO_DO, None)  # what else is asked says what to do
    if _MOB in asked:
        return (_MOB,)  # whatever is to be said to them
    return tuple(asked)[-_MOST:]


def _asked_behind(sentences: list[Sentence]) -> Iterator[str]:
    """Give what a short question asks of the sentence before it: "disuruh kirim foto paspor aslinya. kasi ga"."""
    for before, said in itertools.pairwise(sentences):
        if len(said.words) > _A_SHORT_QUESTION or _worry_of(said) or _worry_of(before) or not asks_at_the_end(said):
            continue
        both = Sentence(
            (*before.words, *said.words), is_marked=said.is_marked, written=f"{before.written} {said.written}"
        )
        if len(both.words) <= _LONGEST_PAIR and (worry := fear_in(both)):
            yield worry


def accuses_an_official(text: str) -> bool:
    """Read "kalo pelakunya polisi sy lapor kesini malah ketauan ga"."""
    words = fold(text[:_LOOKED_AT])
    return _holds("offenders", words) and _holds("officials", words)


def is_afraid(worry: str, text: str) -> bool:
    """Say whether a worry is of a debt, or of a fear for oneself: it is no question for a reading list."""
    is_own = not name_words().selves.isdisjoint(fold(text[:_LOOKED_AT]))
    return worry == "debt" or (worry in _OF_ONESELF and is_own)


def _worry_of(said: Sentence) -> str:
    surest = next((worry for worry in _SUREST if _WORRIES[worry](said)), "")
    feared = fear_in(said) or next(filter(None, map(fear_in, parts_of(said))), "")
    return surest or feared or next((worry for worry, is_meant in _WORRIES.items() if is_meant(said)), "")


def _holds(table: str, words: Words) -> bool:
    return not worry_words()[table].isdisjoint(words)


def _asked_with(*tables: str) -> _Test:
    """Test for a question that holds a word of each of these tables: "kapan polisinya gerak"."""
    return lambda said: all(_holds(table, _bare(said.words)) for table in tables) and asks(said)


def _bare(words: Words) -> Words:
    return (*words, *[word.removesuffix("nya") for word in words if word.endswith("nya")])


def _asked_leave(what: str) -> _Test:
    """Test for "boleh bayar tebusan atau jangan dulu", "jadi berangkat ga ya", not "disuruh bayar berapa?"."""
    return lambda said: _holds(what, said.words) and _asks_leave(said, what)


def _asks_leave(said: Sentence, what: str) -> bool:
    words, known = said.words, worry_words()
    at = next(at for at, word in enumerate(words) if word in known[what])
    is_tagged = words[at + 1 : at + 2] == (_NOT,)  # "bayar ndak ini"
    is_of_leave = is_tagged or _holds("may", words[max(0, at - _NEAR) : at + _NEAR])
    return is_of_leave and not _holds("elsewhere", words) and asks(said)


def _asks_of_the_number(said: Sentence) -> bool:
    """Read "110 itu nomor siapa", not "kalo telpon 110 sy hrs ngomong apa", which asks what to say."""
    return _asks_whose_it_is(said) and fear_in(said) != _WHAT_TO_SAY


def _asks_of_oneself(said: Sentence) -> bool:
    """Tell "sy bisa di penjara ga" from "cucu sy ditangkap polisi kah", of whom nobody knows anything."""
    return _holds("jail", said.words) and asks(said) and not any(map(is_somebody, said.words))


def _asks_what_to_do(said: Sentence) -> bool:
    """Read "aku harus gimana", "sy harus ngapain pak", "terus gimana ini", not "gimana prosesnya"."""
    words, known = said.words, worry_words()
    if not _holds("how", words):
        return False
    if _holds("must", words) and not any(map(is_somebody, words)):
        return True
    rest = [word for word in words if word not in known["how"] | known["idle"] | known["leads"]]
    return not rest and 1 < len(words) <= _A_SHORT_CRY


def _asks_whom_to_call(said: Sentence) -> bool:
    """Read "should i call 999?" and "saya harus telpon siapa", not "dia telpon polisi"."""
    words, known = said.words, worry_words()
    at = next((at for at, word in enumerate(words) if word in known["call"]), None)
    if at is None or not (_holds("must", words) or _holds("may", words)):
        return False
    after = words[at + 1 : at + 1 + _NEAR]
    return _holds("whom", after) or (_holds("emergency_numbers", after) and asks(said))


def _fears_for_photos(said: Sentence) -> bool:
    is_of_photos = _holds("photos", said.words) and _holds("photos_with", said.words)
    return is_of_photos and (_holds("threats", said.words) or asks(said))


def _is_unheard(said: Sentence) -> bool:
    """Read "kok ga dijawab" and "pertanyaan saya blm dijawab", not "calonya ga jawab telepon"."""
    words = said.words
    complains = _holds("unheard", words) and _holds("unheard_with", words)
    return complains or (_holds("questions", words) and _holds("unanswered", words))


def _begs_silence(said: Sentence) -> bool:
    return not said.is_marked and begs_silence(said.words)


_asks_whose_it_is = _asked_with("the_number", "whom_of_it")


def _doubts_a_visa(said: Sentence) -> bool:
    """Read "visa turis boleh buat kerja ga" and "kok sy disuruh pake visa ziarah ya, apa benar itu"."""
    words = _bare(said.words)
    wonders = said.words[0] in _WONDERING or not _IS_IT_RIGHT.isdisjoint(itertools.pairwise(said.words))
    return _holds("visa", words) and _holds("visa_with", words) and (wonders or asks(said))


# the first that holds is answered; the texts stand under worry_<name>
_WORRIES: Mapping[str, _Test] = {
    "hush": _begs_silence,
    "photos": _fears_for_photos,
    "visa": _doubts_a_visa,
    "number": _asks_of_the_number,
    "evidence": _asked_with("erase", "erase_with"),
    "papers": _asked_with("papers", "papers_back"),
    "embassy": _asked_with("embassy"),
    "jail": _asks_of_oneself,
    "marriage": _asked_with("marriage", "marriage_with"),
    "coming": _asked_with("officers", "come"),
    "police": _asks_whom_to_call,
    "pay": _asked_leave("pay"),
    "leave": _asked_leave("leave"),
    "fake": _asked_with("fake"),
    "do": _asks_what_to_do,
    "unheard": _is_unheard,
    "fate": _asked_with("fate"),
}
_SUREST = ("hush", "photos", "visa", "number")
"""These stand before the fears: "jgn kasih tau dia ya" asks nothing."""
