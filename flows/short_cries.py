"""Cries of few words: "u there?", "she knock door", "scared", of which nothing is asked and each wants its answer."""

from flows.folding import fold
from flows.phrases import Words, without_particles
from flows.word_tables import disturbing_words

_LOOKED_AT = 80  # characters
_LONGEST = 7  # words
_YOU = frozenset(fold("u you ya anyone anybody somebody someone"))
_THERE = frozenset(fold("there here online"))
_BESIDE_THERE = _YOU | _THERE | frozenset(fold("are r is still hello hi pls please sir madam officer admin ok"))
_STILL = frozenset(fold("ada situ disitu online on aktif disana"))
_BESIDE_STILL = _STILL | frozenset(fold("masih di kah ga gak ndak tidak orang orangnya admin petugas"))
_CALLING = frozenset(fold("halo hallo hello hai hi min admin mimin p"))
_KNOCKS = frozenset(
    fold("gedor gedor2 gedorin gedorgedor menggedor ngegedor ngedor ketuk ketuk2 ketok ketok2 ngetuk ngetok mengetuk")
    + fold("knock knocks knocking knocked banging pounding kick kicking dobrak ngedobrak mendobrak digedor diketuk")
    + fold("diketok didobrak")
)
_DONE_TO_THE_DOOR = frozenset(fold("digedor diketuk diketok didobrak"))
_DOOR = frozenset(fold("door pintu pintuku kamar kamarku room toilet wc"))
_AT_IT = _DOOR | frozenset(fold("my the on at now again sekarang lagi terus trus saya aku mau nih ni is are was yang"))
_SOMEBODY = frozenset(fold("ada someone somebody there orang org"))
_SCARED = frozenset(fold("takut tkut takuut takutt ketakutan scared scare scary afraid frightened terrified"))
_BESIDE_SCARED = _SCARED | frozenset(
    fold("i im i'm am m saya sy aku gue gw so very really too banget bgt sekali sangat lagi still masih now sekarang")
    + fold("please pls tolong help jadi makin tambah juga me it s is")
)


def asks_whether_here(text: str) -> bool:
    """Read "u there?", "halo min masih ada?" and "are you there", not "madam there" and "masih ada uang?"."""
    words = fold(text[:_LOOKED_AT])
    if not 0 < len(words) <= _LONGEST:
        return False
    in_english = not _YOU.isdisjoint(words) and not _THERE.isdisjoint(words) and _BESIDE_THERE.issuperset(words)
    bare = tuple(word for word in without_particles(words) if word not in _CALLING)
    in_indonesian = "masih" in bare and not _STILL.isdisjoint(bare) and _BESIDE_STILL.issuperset(bare)
    return in_english or (in_indonesian and ("?" in text or not _CALLING.isdisjoint(words)))


def is_at_the_door(text: str) -> bool:
    """Read "she knock door", "ada yg ketuk pintu" and "pintu digedor", not "she knock my head" or what is over."""
    words, known = fold(text[:_LOOKED_AT]), disturbing_words()
    at = next((at for at, word in enumerate(words) if word in _KNOCKS), None)
    if at is None or len(words) > _LONGEST or "?" in text or not known["elsewhen"].isdisjoint(words):
        return False
    before, after = words[:at], words[at + 1 :]
    who = known["persons"] | _SOMEBODY
    comes = not who.isdisjoint(before) and (who | _AT_IT).issuperset(before)
    is_door = words[at] in _DONE_TO_THE_DOOR and not _DOOR.isdisjoint(words) and (who | _AT_IT).issuperset(before)
    return (comes or is_door) and _is_of_the_door(words[at], after)


def _is_of_the_door(knock: str, after: Words) -> bool:
    bare = without_particles(after)
    needs_it = knock.startswith("kick")  # "she kick me" is told
    return _AT_IT.issuperset(bare) and (not needs_it or not _DOOR.isdisjoint(bare))


def is_only_scared(text: str) -> bool:
    """Read "scared" and "sy takut kak", not "takut ketahuan" and "adik sy takut"."""
    words = fold(text[:_LOOKED_AT])
    bare = without_particles(words)
    is_short = 0 < len(words) <= _LONGEST and "?" not in text
    return is_short and not _SCARED.isdisjoint(bare) and _BESIDE_SCARED.issuperset(bare)
