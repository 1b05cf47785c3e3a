"""A message sentence by sentence, and whether a sentence asks: "dicari ndak pak", not "ga tau kapan dia pulang"."""

import itertools
import re
from typing import NamedTuple

from flows.clauses import clauses_of
from flows.folding import fold
from flows.phrases import Words
from flows.word_tables import worry_words

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_A_MESSAGE = 600  # characters
_LONGEST = 20  # words; a longer sentence tells a story, and asks at its end
_A_TALE = 40  # words without a stop: spoken, not written, and nowhere at its end
_NOT, _UNKNOWN = "tidak", ("tidak", "tahu")
_LATER = frozenset(fold("nanti nti ntar"))
_KNOWN_OF = frozenset(fold("saya kami kalau kalo klo siapa nanti ini itu pak bu"))
_OR_NOT = frozenset(itertools.product(("apa", "atau"), ("bukan", "jangan", "tidak")))
_TAGS = ((_NOT,), ("apa",))
_OPENINGS = (("apa",), ("what",))
_IS_IT_NOT, _WHETHER = "kan", "apa"
_OR_YES = frozenset(("atau", "ya", "apa"))
_RATHER = frozenset(fold("sebaiknya baiknya mending mendingan"))
_IF = frozenset(fold("kalau kalo klo kl if"))
_ASKED_OF = frozenset(fold("saya kami ini itu benar boleh bisa harus perlu mereka dia"))
_INTERROGATIVES = frozenset(fold("kapan jam berapa siapa apa mana kemana dimana gimana bagaimana"))
_ENGLISH = frozenset(("how", "what", "when", "why", "who", "should"))
_WHAT = frozenset(("apa", "what"))
_THAT_IS_WHAT = frozenset({("apa", "itu"), ("itu", "apa"), ("is", "that")})
_A_TERM = 2  # words; "surat permintaan itu apa"
_SAYING = frozenset(fold("bilang blg ngomong ngmg jawab balas bales say tell"))
_WHAT_OR_HOW = frozenset(fold("apa gimana gmn bagaimana what"))
_MUST = frozenset(fold("harus hrs mesti kudu sebaiknya should"))
_ADDRESSES, _A_FEW = frozenset(fold("pak bu kak bang mas mbak min nak dok")), 2  # words before "ga kak"
_WHERE_TO = (["mana"], ["kemana"], ["dimana"], ["where"])
_MEANINGS = frozenset(fold("maksudnya maksud mksdnya maksudne maksude artine meaning"))


class Sentence(NamedTuple):
    """A sentence of a message, and whether it ends with a question mark."""

    words: Words
    is_marked: bool
    written: str = ""


def sentences_of(text: str) -> list[Sentence]:
    """Give the sentences of a message; of one that tells a story only its last clause, in which people ask."""
    parts = [part for part in _SENTENCE.findall(text[:_A_MESSAGE]) if len(part.split()) <= _A_TALE]
    written = [part if len(part.split()) <= _LONGEST else _end_of(part) for part in parts]
    sentences = [Sentence(fold(part), "?" in part, part) for part in written]
    return [one for one in sentences if 0 < len(one.words) <= _LONGEST]


def parts_of(said: Sentence) -> list[Sentence]:
    """Give the pieces of a sentence between its commas, if it has any: "sponsornya tau ga, namanya pak Salim"."""
    pieces = [Sentence(words, "?" in piece, piece) for piece in said.written.split(",") if (words := fold(piece))]
    return pieces if len(pieces) > 1 else []


def asks(said: Sentence) -> bool:
    """Tell "cucu sy masih idup kah", "dicari ndak pak" and "kapan dijemput" from what is told or not known."""
    words, known = said.words, worry_words()
    if said.is_marked or _UNKNOWN in itertools.pairwise(words):
        return said.is_marked
    told = tuple(word for word in words if word not in known["idle"])
    begins = tuple(word for word in told if word not in known["leads"])[:1]
    tagging = known["may"] | known["leave"] | known["pay"] | known["come"] | known["jail"]
    while told[-1:] and told[-1] in _LATER:
        told = told[:-1]  # "pak haji tau ndak nanti"
    is_tagged = (
        told[-1:] in _TAGS
        or _asks_who_knows(words)
        or any(
            (word == _NOT and before in tagging) or (before, word) in _OR_NOT
            for before, word in itertools.pairwise(words)
        )
    )
    return is_tagged or begins in _OPENINGS or not known["asking"].isdisjoint(words)


def _asks_who_knows(words: Words) -> bool:
    """Read "pak haji tau ndak sy yg nanya", not "dia tau ga boleh pulang"."""
    return any(words[at : at + 2] == (_UNKNOWN[1], _NOT) and words[at + 2] in _KNOWN_OF for at in range(len(words) - 2))


def asks_at_the_end(said: Sentence) -> bool:
    """Read "boleh kan", "sponsor tau gk kalau dikirim", "sy ditangkap ga kak" and "dibawa ke mana" as well."""
    words = said.words
    asked_within = any(
        (word == _NOT and after in _IF) or (word == _WHETHER and after in _ASKED_OF)
        for word, after in itertools.pairwise(words[1:])
    ) or any(word == _NOT and after in _ADDRESSES for word, after in itertools.pairwise(words[_A_FEW:]))
    asked_within = asked_within or _asks_what_to_say(words)
    weighs = words[0] in _RATHER and not _OR_YES.isdisjoint(words)  # "mending mundur aja ya"
    where_to = [word for word in words if word not in worry_words()["idle"]][-1:] in _WHERE_TO
    return asks(said) or asked_within or weighs or where_to or _IS_IT_NOT in words[-2:]


def _asks_what_to_say(words: Words) -> bool:
    """Read "sy hrs blg apa ke ilham", not "dia ga bilang apa2"."""
    pairs = itertools.pairwise(words)
    return any(before in _SAYING and after in _WHAT_OR_HOW for before, after in pairs) and not _MUST.isdisjoint(words)


def asks_of_us(said: Sentence) -> bool:
    """Tell "bisa dicegat di bandara ga pak" from "telp kapan aja boleh" and "gatau nomernya brp", which ask nothing."""
    if not asks_at_the_end(said):
        return False
    words, known = said.words, worry_words()
    is_ever = any(word in _INTERROGATIVES and after in known["ever"] for word, after in itertools.pairwise(words))
    told = [word for word in words if word not in known["idle"] | known["leads"]]
    is_tagged = told[-1:] == [_NOT]  # "keluarga dikasih tau ga pak" reports nothing
    is_within = not _ENGLISH.isdisjoint(told[1:]) and not said.is_marked  # "she is locked in when they go out"
    is_reported = not known["reported"].isdisjoint(words) and not (is_tagged or said.is_marked)
    return not (is_ever or is_within or is_reported)


def holds_a_question(text: str) -> bool:
    """Say whether any sentence of a message asks: "sy takut dia marah. ijazahnya bisa diambil lagi ndak pak"."""
    return any(map(asks_at_the_end, sentences_of(text)))


def holds_a_question_for_us(text: str) -> bool:
    """Say whether any sentence of a message asks, and asks us: "dia di bandara. bisa dicegat ga pak"."""
    return any(map(asks_of_us, sentences_of(text)))


def asks_for_meaning(said: Sentence, *, tells: bool = False) -> bool:
    """Read "maksudnya ngaku gimana kak?" and "surat apa itu", of what the machine has just asked.

    `tells` says that a fact was read: "myanmar itu maksudnya" says what its writer meant.
    """
    words = said.words
    if tells and not said.is_marked and _WHAT.isdisjoint(words):
        return False
    if words[0] in _MEANINGS:
        return said.is_marked or not _WHAT.isdisjoint(words)
    points = not _THAT_IS_WHAT.isdisjoint(itertools.pairwise(words)) or not _MEANINGS.isdisjoint(words)
    others = [word for word in words if word not in worry_words()["idle"] | worry_words()["leads"] | _MEANINGS | _WHAT]
    return points and len(others) <= _A_TERM


def _end_of(part: str) -> str:
    clauses = clauses_of(part)
    return clauses[-1].raw if clauses else ""
