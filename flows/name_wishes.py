"""What writers wish about their own name, wherever they say it: "tulis aja nama sy", "ga usah anonim"."""

import itertools
from collections.abc import Sequence

from flows.clauses import Clause, clauses_of
from flows.folding import fold
from flows.kept_from import is_kept, is_kept_from_one
from flows.not_anonymous import leaves_it_to_officers, refuses_to_be_nameless
from flows.phrases import Words, without_fillers
from flows.understanding.everyday import could_be_a_name
from flows.understanding.lexicon import word_set
from flows.word_tables import contact_words, name_words

_LONGEST = 12  # words; a longer clause tells something in which these words may stand for anything
_A_BARE_SECRET = 6  # words
_SHORT = 6  # words; "boleh dipakai" and "that's fine to write down" after "nama saya Ikhsan"
_A_NAMING = 6  # words of "sy rohani dari bima tp jgn"
_NEAR = 2
_A_NAME = 3  # words
_KNOWING = frozenset(fold("tahu ketahuan know"))
_OFFICERS = frozenset(fold("petugas petugasnya satgas officer officers"))
_WITH = frozenset(fold("with dengan yes"))
_THEIR_NAME = "namanya"
_IN_THE_REPORT = frozenset(fold("di laporan laporannya sini"))


def name_wish(text: str, *, is_asked: bool = False, is_of_oneself: bool = False) -> str:
    """Give "hide" or "name" where a message says whether the writer may be named, "" where it does not.

    `is_asked` takes "pakai nama Hendra" for leave as well, whatever is wished behind it, `is_of_oneself` "Koh Awi,
    tulis aja gpp", which beside a question of somebody else would be of them.
    """
    known = name_words()
    words = fold(text[:1200])
    if (is_asked or is_of_oneself) and name_with_leave(text):
        return "name"
    if (known.names | known.secret | known.reporting | known.noting | {_THEIR_NAME}).isdisjoint(words):
        return ""
    if "?" not in text and _lets_officers_know(words):
        return "name"
    if leaves_it_to_officers(text) or refuses_to_be_nameless(text):
        return "name"
    clauses = [clause for clause in clauses_of(text) if not clause.asks and len(clause.words) <= _LONGEST]
    if is_asked and clauses and _gives_the_name(clauses[0].words):
        return "name"
    meant = [*filter(None, (_wish_in(clauses, place) for place in range(len(clauses))))]
    return meant[-1] if meant else ""


def _lets_officers_know(words: Words) -> bool:
    """Read "petugas boleh tau tp pak haji jangan sampe tau": who reports is kept from him, not from officers.

    So does "nama saya Nurhayati, tp buat petugas aja".
    """
    named = next((at for at, word in enumerate(words) if word in name_words().names), None)
    if named is not None and is_kept(words) and name_words().refusing.isdisjoint(_up_to_officers(words[named:])):
        return True
    for at, word in enumerate(words):
        near = words[max(0, at - _SHORT) : at]
        may = not name_words().may.isdisjoint(near) or not name_words().agreeing.isdisjoint(near)
        if word in _KNOWING and may and not _OFFICERS.isdisjoint(near) and name_words().refusing.isdisjoint(near):
            return True
    return False


def _up_to_officers(words: Words) -> Words:
    return tuple(itertools.takewhile(lambda word: word not in _OFFICERS, words))


def _gives_the_name(words: Words) -> bool:
    """Read "pakai nama nurhayati", "pakai nama gpp" and "name ok sumiati" at the head of an answer."""
    known = name_words()
    leave = words[: len(words) - len(_name_at_the_end(words))]
    if _is_plain_leave(without_fillers(leave) or leave):
        return True
    said = tuple(word for word in words if word not in known.leads)
    using = said[:1] != () and said[0] in known.using
    return using and not known.names.isdisjoint(said[1:2]) and known.refusing.isdisjoint(words)


def _is_plain_leave(words: Words) -> bool:
    """Read "name ok" and "ok with name": nothing but the name and that it may be used."""
    known = name_words()
    of_leave = known.names | known.agreeing | known.leads | _WITH
    gives = not (known.agreeing | _WITH).isdisjoint(words)
    return gives and not known.names.isdisjoint(words) and of_leave.issuperset(words)


def _name_at_the_end(words: Words) -> Words:
    """Give the "sumiati" of "name ok sumiati", not the "mother" of "name mother"."""
    leave = name_words().names | name_words().agreeing | name_words().leads | _WITH
    named = tuple(reversed([*itertools.takewhile(lambda word: word not in leave, reversed(words))]))
    return named if len(named) <= _A_NAME and all(map(_is_of_a_name, named)) else ()


def name_with_leave(text: str) -> str:
    """Give the name of "Koh Awi, tulis aja gpp": a clause of nothing else, before one of nothing but leave.

    "alamat desa, tulis aja" and "Pak Doni, tulis aja perekrutnya" name nobody who may be named.
    """
    words = fold(text[:1200])
    if (name_words().using | name_words().noting).isdisjoint(words):
        return ""
    clauses = clauses_of(text)
    for before, after in itertools.pairwise(clauses):
        said = before.words
        is_name = 0 < len(said) <= _A_NAME and not before.asks and all(map(_is_of_a_name, said))
        if is_name and any(map(could_be_a_name, said)) and not after.asks and _is_mere_leave(after.words):
            return before.raw
    return ""


def is_leave(name: str) -> bool:
    """Say whether what was read as a name is but leave to use one: the "rela" of "saya rela nama saya dibuka"."""
    return name_words().agreeing.issuperset(fold(name))


def _is_of_a_name(word: str) -> bool:
    return word in word_set("titles") or could_be_a_name(word)


def _is_mere_leave(words: Words) -> bool:
    known = name_words()
    leave = known.agreeing | known.only | {"bisa"}
    of_leave = known.using | known.noting | leave | known.leads | known.matter | known.denials | _IN_THE_REPORT
    return (
        of_leave.issuperset(without_fillers(words))
        and not (known.using | known.noting).isdisjoint(words)
        and not leave.isdisjoint(words)
        and (known.refusing - known.denials).isdisjoint(words)
    )


def without_leave(text: str) -> str:
    """Give the name that alone is left of "pake nama gpp junaidi", "" where more is left or nothing."""
    known = name_words()
    of_leave = known.using | known.names | known.agreeing | known.only | known.leads | known.whole | _WITH
    left = [raw for raw in text.split() if not of_leave.issuperset(fold(raw))]
    return name_with_leave(text) or (" ".join(left) if len(left) <= _A_NAME else "")


def _wish_in(clauses: Sequence[Clause], place: int) -> str:
    words = clauses[place].words
    wish = _about_secrecy(words) or _about_the_name(words, clauses[place + 1 : place + 2]) or _about_reporting(words)
    return wish or _about_noting(words, clauses[:place]) or _about_being_named(words, clauses[:place])


def _about_secrecy(words: Words) -> str:
    """Read "anonim please" and its opposite, "ga usah anonim gapapa"."""
    known = name_words()
    at = next((at for at, word in enumerate(words) if word in known.secret), None)
    if at is None or not contact_words().others.isdisjoint(words[:at]):
        return ""
    if not (known.needless | {"jangan"}).isdisjoint(words[max(0, at - _NEAR) : at]):
        return "name"
    is_own = not known.selves.isdisjoint(words) or not known.names.isdisjoint(words)
    return "hide" if is_own or len(words) <= _A_BARE_SECRET else ""


def _about_the_name(words: Words, then: Sequence[Clause]) -> str:
    at = next((at for at, word in enumerate(words) if word in name_words().names and _is_own(words, at)), None)
    if at is None or _is_anothers_word(words[:at]) or _is_past(words):
        return ""
    told = _polarity(words, at)
    if told == "hide" and name_words().using.isdisjoint(words) and is_kept_from_one(words):
        return ""  # "nama sy jgn sampe ketauan pak wir": officers may read it
    if told or not then or len(without_fillers(then[0].words)) > _SHORT or not _KNOWING.isdisjoint(then[0].words):
        return told  # "nama saya Suharto tapi jangan kasi tau tauke" gives the name
    return _polarity(then[0].words, 0) if not name_words().using.isdisjoint(then[0].words) else ""


def _is_past(words: Words) -> bool:
    """Tell "nama saya dulu dipakai buat paspor palsu" from "nama sy jgn dibuka dulu pak", which is of now."""
    past = name_words().past
    return not (past - {"dulu"} if "jangan" in words else past).isdisjoint(words[:-1])


def _is_anothers_word(before: Words) -> bool:
    """Tell "dia bilang nama saya ..." from "tolong jgn bilang namaku ke siapa2"."""
    refused = frozenset(after for word, after in itertools.pairwise(before) if word in name_words().refusing)
    return not (contact_words().others - refused).isdisjoint(before)


def _is_own(words: Words, at: int) -> bool:
    """Say whether a name is the writer's: "nama saya", "my name", "pakai nama gpp", not "pakai nama orang"."""
    known = name_words()
    after = tuple(word for word in words[at + 1 : at + 1 + _NEAR] if word not in known.whole)[:1]
    if words[at] in known.own or not known.selves.isdisjoint(after) or (at > 0 and words[at - 1] == "my"):
        return True
    if not known.elders.isdisjoint(after) and known.selves.isdisjoint(words):
        return True  # "nama ibu Hatijah, tulis saja", of who calls herself so
    ends = not without_fillers(after) or after[0] in known.agreeing | known.refusing | known.only | known.needless
    return ends and (not known.using.isdisjoint(words) or words[0] in known.refusing - {"tidak"})


def _polarity(words: Words, at: int) -> str:
    known = name_words()
    if "atau" in words or not known.either.isdisjoint(words):
        return ""
    idiom = any(
        word in known.denials and words[place + 1 : place + 2] and words[place + 1] in known.matter
        for place, word in enumerate(words)
    )
    if not idiom and not known.refusing.isdisjoint(words):
        return "hide"
    used = next((place for place, word in enumerate(words) if word in known.using), None)
    if used is None:
        return "name" if idiom or not known.agreeing.isdisjoint(words[at + 1 : at + 3]) else ""
    invites = idiom or not known.only.isdisjoint(words[used + 1 : used + 3] + words[at + 1 : at + 3])
    invites = invites or not (known.agreeing | known.may).isdisjoint(words)
    commands = used < at and all(word in known.leads for word in words[:used])
    return "name" if invites or commands else ""


def _about_noting(words: Words, before: Sequence[Clause]) -> str:
    """Read "sy kakaknya, Rama, gapapa dicatat": leave to write down who was named just before as oneself."""
    known = name_words()
    leave = (known.noting, known.agreeing)
    is_leave = all(not kind.isdisjoint(words) for kind in leave)
    is_all = frozenset(without_fillers(words)) <= known.noting | known.agreeing | known.only | _IN_THE_REPORT
    if not is_leave or not is_all or not 0 < len(before) <= _NEAR:
        return ""
    begins = before[0].words[:_NEAR]
    return "name" if begins[:1] == ("nama",) or not known.selves.isdisjoint(begins) else ""


def _about_being_named(words: Words, before: Sequence[Clause]) -> str:
    """Read "sy rohani tp jgn dicantumin ya" and "saya Dewi, boleh dipakai namanya", of who says who they are."""
    known = name_words()
    if _THEIR_NAME in words and before and _names_oneself(before[-1].words):
        return _polarity(words, words.index(_THEIR_NAME))  # "saya Dewi, boleh dipakai namanya"
    at = next((at for at, word in enumerate(words) if word in known.noting), 0)
    refused = not (known.refusing - {"takut"}).isdisjoint(words[max(0, at - _NEAR) : at])
    said = [*(clause.words for clause in before[-1:]), words[:at]]
    return "hide" if refused and any(map(_names_oneself, said)) else ""


def _names_oneself(words: Words) -> bool:
    return words[:1] != () and words[0] in name_words().selves and len(words) <= _A_NAMING


def _about_reporting(words: Words) -> str:
    """Read "jangan kasih tau Sukri siapa yg lapor" and "please don't tell them it came from me"."""
    known = name_words()
    denied = next((at for at, word in enumerate(words) if word in known.hushing), None)
    if denied is None or not contact_words().others.isdisjoint(words[:denied]):
        return ""
    rest = words[denied + 1 :]
    return "hide" if not known.telling.isdisjoint(rest) and not known.reporting.isdisjoint(rest) else ""
