"""From whom a report is kept, and who must not be rung, in other orders: "jgn ke kades", "tlp anak sy jgn ya"."""

import itertools

from flows.confiding import kin_of
from flows.contact_others import is_somebody
from flows.contact_ways import refusal_in
from flows.folding import fold
from flows.phrases import Words
from flows.understanding.everyday import could_be_a_name
from flows.understanding.lexicon import word_set
from flows.word_tables import contact_verbs, contact_words, number_words

_TO = frozenset(fold("ke kepada sama pada to"))
_NEIGHBOURS = frozenset(
    fold(
        "kades kadus kadesnya kadusnya lurah camat rt rw kepala perangkat warga kampung desa tetangga tetangge kerabat"
    )
)
_OFFICERS = frozenset(fold("petugas petugasnya satgas officer officers"))
_FOR = frozenset(fold("buat untuk utk bwt for"))
_LEARNING = frozenset(fold("tahu ketahuan ketauan know tau dengar denger"))
_NOBODY = frozenset(fold("siapa siapa2 siapapun anyone anybody semua orang2"))
_ONLY = frozenset(fold("saja aja doang only cuma hanya just khusus"))
_REASONS = frozenset(fold("takut nanti nti ntar karena krn soalnya biar ketauan ketahuan bahaya supaya"))
_AT_THE_END = frozenset(fold("ya pak bu kak min bang dulu deh dong mas mbak tolong iya"))
_LEADS = frozenset(fold("asal asalkan tapi tp tpi yang kalau kalo klo cuma but"))
_PLACES = frozenset(fold("rumah kantor sekolah warung malaysia sana sini"))
_PEOPLE, _WHICH = "orang", frozenset(fold("tua tuanya tuaku kampung desa dusun lain rumah tuanye"))
_POLICE = frozenset(fold("polisi polis police polda polres polsek"))  # "jgn ke polisi dulu" is a fear of its own
_A_SOMEBODY = 3  # words; "pak haji munir"
_NEAR = 3  # words


def may_keep(words: Words) -> bool:
    """Say whether the words may name from whom the report is kept: what holds neither need not be cut into clauses."""
    refusals = contact_words().refusals
    if refusals.isdisjoint(words):
        return False
    return is_kept(words) or any(one in refusals and other in _TO for one, other in itertools.pairwise(words))


def keeps_from_somebody(words: Words) -> bool:
    """Read "jgn ke kades", "jangan sama orang tuanya" and "jgn ke pak wir"; "dia bilang jgn ke kades" tells."""
    at = refusal_in(words)
    if at is None or any(map(is_somebody, words[:at])):
        return False
    after = words[at + 1 :]
    if after[:1] == () or after[0] not in _TO or after[1:2] == ():
        return False
    return _names_somebody(after[1 : 1 + _NEAR])


def is_kept_from_one(words: Words) -> bool:
    """Read "nama sy jgn sampe ketauan pak wir" and "jgn ketahuan orang kampung": of everybody else nothing is said."""
    at = next((at for at, word in enumerate(words) if word in _LEARNING), None)
    if at is None or not _NOBODY.isdisjoint(words):
        return False
    after = tuple(itertools.dropwhile(lambda word: word in _TO | {"oleh", "by"}, words[at + 1 :]))
    before = words[max(0, at - 1) : at]
    is_named = bool(after) and _names_somebody(after[:_NEAR])
    refused = refusal_in(words[:at])
    between = words[refused + 1 : at] if refused is not None else ()
    is_named_before = any(_names_somebody(between[place:]) for place in range(len(between)))
    return is_named or is_named_before or (bool(before) and bool(kin_of(before[0])))


def is_kept(words: Words) -> bool:
    """Read "buat petugas aja" and "for officers only", beside which "ibu jgn" names who must not know."""
    return any(
        word in _OFFICERS and not (_FOR | _ONLY).isdisjoint(words[max(0, at - 1) : at] + words[at + 1 : at + 2])
        for at, word in enumerate(words)
    )


def is_not_for_somebody(words: Words) -> bool:
    """Read "ibu jgn", "asal pak wir jgn" and "jgn bapak", of whom nothing else is said."""
    said = tuple(word for word in words if word not in _AT_THE_END - {"pak", "bu", "bang", "mas", "mbak", "kak"})
    said = tuple(itertools.dropwhile(lambda word: word in _LEADS, said))
    refusals = contact_words().refusals
    if len(said) > 1 and said[-1] in refusals:
        who = said[:-1]
    elif len(said) > 1 and said[0] in refusals:
        who = said[1:]
    else:
        return False
    return len(who) <= _A_SOMEBODY and _is_all_of_somebody(who)


def spares_behind(words: Words) -> bool:
    """Read "tlp anak tiang jgn ya" and "wa dia jangan", where the refusal comes last; "wa sy jgn" is of the writer."""
    while words[-1:] != () and words[-1] in _AT_THE_END:
        words = words[:-1]
    if words[-1:] == () or words[-1] not in contact_words().refusals - {"no"}:
        return False
    at = next((at for at, word in enumerate(words) if word in contact_verbs()), None)
    if at is None or any(map(is_somebody, words[:at])):
        return False
    return any(map(is_somebody, words[at + 1 : at + 1 + _NEAR]))


def before_a_reason(words: Words) -> Words:
    """Give the words up to where a reason is told: "mama" of "jgn telpon takut ketauan mama" must not be spared."""
    return tuple(itertools.takewhile(lambda word: word not in _REASONS, words))


def _names_somebody(words: Words) -> bool:
    first = words[0]
    if first in _PLACES | _POLICE or (first == _PEOPLE and _WHICH.isdisjoint(words[1:2])):
        return False  # "jgn ke orang itu lagi"
    if first in word_set("titles") and words[1:2] != () and could_be_a_name(words[1]):
        return True
    return is_somebody(first) or bool(kin_of(first)) or first in _NEIGHBOURS


def _is_all_of_somebody(who: Words) -> bool:
    titles, things = word_set("titles"), number_words().things
    if who[0] in titles and len(who) > 1:
        return all(word in titles or (could_be_a_name(word) and word not in things) for word in who[1:])
    return len(who) == 1 and (bool(kin_of(who[0])) or who[0] in _NEIGHBOURS)
