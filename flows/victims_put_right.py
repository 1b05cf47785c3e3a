"""The victim's name told anew: "nama anak saya Herman", "bukan Ayu, Lia", "Ayu itu yg tahun lalu. yg ini Lia"."""

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from flows.clauses import clauses_of
from flows.conversation import Answer, Conversation, Origin
from flows.folding import fold
from flows.report import SUMMED
from flows.understanding.everyday import could_be_a_name
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import read_mentions
from flows.understanding.places_named import named_places
from flows.understanding.words import read_words
from flows.word_tables import contact_words, spoken_of_words

NAME, AGE = "victim_name", "victim_age"
_LONGEST, _FULL_NAME, _NEAR, _SHORTEST = 300, 3, 6, 3  # characters, words, words, letters
_NOT = frozenset(fold("bukan bkn bukannya not"))
_BEFORE = _NOT | frozenset(fold("kok koq masa masak salah ganti ubah hapus coret"))
_BEHIND = _NOT | frozenset(
    fold("salah keliru artinya artine ganti diganti diubah hapus dihapus dicoret lalu dulu kemarin kemaren wrong")
)
_CHANGING = frozenset(fold("ganti gantiin diganti ubah diubah ubahin betulin benerin perbaiki ralat"))
_NAMING = frozenset(fold("nama namanya nm nmnya namane namae bernama name"))
_KIN = frozenset(fold("anaknya adiknya kakaknya muridnya inaq amaq inak amak kanak"))
_VICTIM = frozenset(fold("korban korbannya victim"))
_WHICH = frozenset(fold("yang yg itu tu ini adalah ialah yaitu yakni is si sih ya"))
_RIGHT = frozenset(fold("benar bener betul asli aslinya lengkap lengkapnya sebenarnya sebenernya harusnya seharusnya"))
_OTHERWISE = frozenset(fold("tapi tp melainkan maksudnya maksud harusnya seharusnya jadi jd ganti diganti but"))
_NOW = frozenset(fold("sekarang skrg skrang skr ini baru"))
_WRONG = frozenset(fold("salah keliru"))
_WHO, _FORMER = (["yang"], ["yg"]), (["yang", "lama"], ["yg", "lama"])
_MEANT = frozenset(
    fold("ini itu tadi lama dulu pergi hilang dibawa ditahan diajak ditipu jadi korban dijual disekap tahun taun thn")
)
_AND = frozenset(fold("dan sama sm ama and"))
_MORE = frozenset(fold("juga jg lagi lg satunya kedua ketiga dua tiga empat dan sama sm ama temannya lain too another"))
_YEARS = frozenset(fold("tahun taun thn th umur umurnya usia usianya baru masih kelas kls years old"))
_TITLES_LEFT_OUT = frozenset(fold("si pak bu kak bang mas mbak mba"))


class Renamed(NamedTuple):
    """Who the victim is by name, how old where it stands beside the name, and the name that was denied."""

    name: str
    age: str = ""
    denied: str = ""


class _Word(NamedTuple):
    raw: str
    folded: str


def victim_put_right(told: Conversation, text: str) -> Renamed | None:
    """Give the victim's name as it is told anew, None where no other is told, or one beside the first.

    "nama anak saya Herman" and "bukan Laek, Herman" do it; "anak saya Herman juga" and "nama bosnya Herman" do not.
    A name of which nothing was said but a relative before it gives way to the same relative with another name.
    """
    known = told.answers.get(NAME)
    if known is None or not known.is_known or len(text) > _LONGEST or "?" in text:
        return None
    clauses, old = _clauses(text), words_of_a_name(known.value)
    if not clauses or not old:
        return None
    words = [word.folded for clause in clauses for word in clause]
    is_denied = any(_is_denied(clause, old) or _renames(clause) for clause in clauses)
    given = _given(clauses, old, told.value("victim_relation"), is_denied=is_denied)
    if given is None and not is_denied and _may_give_way(told, known):
        given = next(_named_as_kin(clauses[:1], told.value("victim_relation")), None)
        if given and (not given.age or given.age != (told.value(AGE) or given.age)):
            return None  # "anak saya Dewi 5 th nangis terus"; "anak tiang Herman 24 th" is clearer
    if given is None or words_of_a_name(given.name) <= old:
        return None
    is_beside = not is_denied and (told.value("victim_count") not in {"", "1"} or not _MORE.isdisjoint(words))
    return None if is_beside else given


def words_of_a_name(name: str) -> frozenset[str]:
    """Give the words by which somebody may be called: "Pak Ayu Lestari" by "ayu" and "lestari"."""
    return frozenset(word for word in fold(name[:60]) if len(word) >= _SHORTEST) - spoken_of_words().elders


def name_in(raws: Sequence[str], words: Sequence[str]) -> str:
    """Give the name with which some words begin, "" where they begin with none."""
    return _one_name([_Word(raw.strip(".,!"), word) for raw, word in zip(raws, words, strict=False)], 0)[0]


def two_aged(text: str) -> Renamed | None:
    """Give the two of "yg sekarang lia safitri 15 thn kelas 9 sama wulan 14 thn", None where no age stands between."""
    for clause in _clauses(text[:_LONGEST]):
        at = 0
        while at < len(clause) and clause[at].folded in _WHICH | _NOW | _NAMING:
            at += 1
        named = next(_name_at(clause, at), None)
        if named and named.age and " dan " in named.name:
            return named
    return None


def may_name(right: str, wrong: str, told: Conversation) -> bool:
    """Tell "bukan Ayu, Lia" from "23 itu umur sy bukan Ayu", which names nobody."""
    if words_of_a_name(told.value(NAME)).isdisjoint(fold(wrong)):
        return True
    words = [_Word(raw, one) for raw in right.split() for one in fold(raw)]
    name, last = _one_name(words, 0)
    return bool(name) and last == len(words)


def name_put_right(told: Conversation, text: str) -> list[tuple[str, str, str]]:
    """Give key, old and new value of the name that is put right, and of the age told beside it."""
    right = victim_put_right(told, text)
    if right is None:
        return []
    changes = [(NAME, told.value(NAME), right.name)]
    return [*changes, (AGE, told.value(AGE), right.age)] if right.age not in {"", told.value(AGE)} else changes


def victim_told_later(text: str) -> Renamed | None:
    """Give the name in a line told after a report was filed; the one that was denied has to be the one known."""
    if len(text) > _LONGEST or "?" in text:
        return None
    clauses = _clauses(text)
    words = [word.folded for clause in clauses for word in clause]
    is_one = _MORE.isdisjoint(words) and not (_NAMING | _VICTIM).isdisjoint(words)
    if is_one and (named := next(_surely_named(clauses, ""), None)):
        return named
    for clause in clauses:
        for at, word in enumerate(clause):
            if word.folded in _NOT | {"diganti", "ganti", "salah"} and (wrong := _denied_beside(clause, at)):
                given = _given(clauses, frozenset(fold(wrong)), is_denied=True)
                if given is not None:
                    return given._replace(denied=wrong)
    return None


def as_answers(renamed: Renamed, before: Answer, words: str) -> dict[str, Answer]:
    """Give the name, and the age beside it, as they hold from now on."""
    told = {NAME: Answer(renamed.name, Origin.CORRECTED, words, renamed.denied or before.value)}
    return told | ({AGE: Answer(renamed.age, Origin.CORRECTED, words)} if renamed.age else {})


def _clauses(text: str) -> list[list[_Word]]:
    clauses = []
    for clause in clauses_of(text):
        pairs = [_Word(raw.strip(".,!\"'()*"), one) for raw in clause.raw.split() for one in fold(raw)]
        clauses.append([word for word in pairs if word.raw])
    return [clause for clause in clauses if clause]


def _is_denied(clause: Sequence[_Word], old: frozenset[str]) -> bool:
    """Read "kok laek", "bukan Laek", "Laek itu artinya dulu", "Laek td sdh diganti Herman"; not "kakak laek salah"."""
    for at, word in enumerate(clause):
        before = [one.folded for one in clause[max(0, at - 2) : at]]
        after = [one.folded for one in clause[at + 1 : at + 1 + _NEAR]]
        if word.folded not in old or not spoken_of_words().recruiter.isdisjoint(after):
            continue  # "bukan Rohana yg bawa"
        if after[:1] in _WHO and after[1:2] != [] and after[1] not in _MEANT:
            continue  # "bukan Ayu yg nelpon tapi Lia"
        if after[:3][-2:] in _FORMER or after[:2] in _FORMER:
            return True  # "Ayu itu yg lama"
        if not _BEFORE.isdisjoint(before) or not _BEHIND.isdisjoint(after):
            return True
    return False


def _renames(clause: Sequence[_Word]) -> bool:
    """Read "ganti namanya jadi Herman" and "salah nama itu"; "ganti nama saya" renames no victim."""
    words = [word.folded for word in clause]
    known, at = spoken_of_words(), next((at for at, word in enumerate(words) if word in _NAMING), None)
    is_wrong = at is not None and not _WRONG.isdisjoint((*words[max(0, at - 1) : at], *words[at + 1 : at + 3]))
    if at is None or (_CHANGING.isdisjoint(words) and not is_wrong):
        return False
    others = contact_words().selves | known.recruiter | known.bosses
    return others.isdisjoint(words[at + 1 : at + 3])


def _given(
    clauses: Sequence[Sequence[_Word]], old: frozenset[str], relation: str = "", *, is_denied: bool
) -> Renamed | None:
    """Give the name that is told for the victim's outright, or right behind the denial of another."""
    named = next((one for one in _surely_named(clauses, relation) if not words_of_a_name(one.name) <= old), None)
    if named or not is_denied:
        return named
    others = (one for one in _instead(clauses, old) if not words_of_a_name(one.name) <= old)
    return next(others, None)


def _surely_named(clauses: Sequence[Sequence[_Word]], relation: str) -> Iterator[Renamed]:
    """Read "nm anak tiang HERMAN", "anak saya namanya Herman" and "korbannya Herman"; "nama saya Ani" is the writer.

    Where a relation was told it is of that one: "tetangga namanya Mamad" names no other victim.
    """
    known = spoken_of_words()
    kin, mine = known.victim | known.acquaintances | _KIN | _VICTIM, contact_words().selves | known.mine
    theirs = frozenset(fold(relation)[:1])
    for clause, at in _places(clauses):
        word, rest = clause[at].folded, [one.folded for one in clause[at + 1 :]]
        lead = list(itertools.takewhile(lambda one: one in kin | mine | _WHICH | _RIGHT, rest))
        near = [*(one.folded for one in clause[max(0, at - 3) : at]), *lead]
        mine_own = any(one in kin and other in mine for one, other in itertools.pairwise(near))
        is_of_them = not (theirs | _VICTIM).isdisjoint(near) or (not relation and mine_own)
        is_named = word in _NAMING and is_of_them and known.recruiter.isdisjoint(near)
        is_victim = word in _VICTIM and not (at and clause[at - 1].folded in _NAMING)
        if is_named or is_victim:
            yield from _name_at(clause, at + 1 + len(lead))


def _instead(clauses: Sequence[Sequence[_Word]], old: frozenset[str]) -> Iterator[Renamed]:
    """Read what stands for the name that was denied: "yg sekarang Lia", "diganti Herman", "bukan Ayu, Lia"."""
    for clause, at in _places(clauses):
        word, after = clause[at].folded, at + 1
        is_lead = word in _NAMING | _OTHERWISE | _RIGHT or (
            word in _NOW and (not at or clause[at - 1].folded in _WHICH)
        )
        skipped = _WHICH | _RIGHT | _OTHERWISE | _NAMING | (contact_words().selves if word == "maksud" else frozenset())
        while is_lead and after < len(clause) and clause[after].folded in skipped:
            after += 1
        if is_lead:
            yield from _name_at(clause, after)
    denied = next((at for at, clause in enumerate(clauses) if _is_denied(clause, old)), None)
    for clause in clauses[denied or 0 :]:
        yield from _name_at(clause, 0, is_bare=True)


def _named_as_kin(clauses: Sequence[Sequence[_Word]], relation: str) -> Iterator[Renamed]:
    """Read "anak tiang herman 24 th", of who was told of as a child already."""
    kin, mine = fold(relation)[:1], contact_words().selves | spoken_of_words().mine
    for clause, at in _places(clauses):
        if kin != fold(clause[at].folded) or clause[at + 1 : at + 2] == [] or clause[at + 1].folded not in mine:
            continue
        after = at + 2 + (clause[at + 2 : at + 3] != [] and clause[at + 2].folded in _WHICH)
        yield from _name_at(clause, after)


def _may_give_way(told: Conversation, known: Answer) -> bool:
    """Say whether a name may have been none: it was told in passing, in small letters; or the summary was read."""
    is_passing = known.origin is Origin.VOLUNTEERED and known.words.islower() and len(known.words.split()) == 1
    is_a_known_name = known.words.lower() in word_set("given_names") | word_set("names_that_are_words")
    is_open = is_passing and not is_a_known_name
    return known.origin is not Origin.CORRECTED and (is_open or told.knows(SUMMED))


def _places(clauses: Sequence[Sequence[_Word]]) -> Iterator[tuple[Sequence[_Word], int]]:
    return ((clause, at) for clause in clauses for at in range(len(clause)))


def _denied_beside(clause: Sequence[_Word], at: int) -> str:
    """Give the name before "(td sdh) diganti" and "salah", or behind "bukan"."""
    if clause[at].folded in _NOT:
        return next((one.name for one in _name_at(clause, at + 1)), "")
    before = [one for one in clause[:at] if could_be_a_name(one.folded)]
    return before[-1].raw if before else ""


def _name_at(clause: Sequence[_Word], at: int, *, is_bare: bool = False) -> Iterator[Renamed]:
    """Give the name that begins at a word, with one beside it: "lia safitri 15 thn kelas 9 sama wulan 14 thn"."""
    first, last = _one_name(clause, at)
    if not first or (is_bare and last < len(clause) and clause[last].folded not in _YEARS | _NOT | _AND):
        return
    age, after = _age_behind(clause, last)
    second = _one_name(clause, after + 1)[0] if after < len(clause) and clause[after].folded in _AND else ""
    yield Renamed(f"{first} dan {second}" if second else first, age)


def _one_name(clause: Sequence[_Word], at: int) -> tuple[str, int]:
    """Give a name of up to three words from a word on, and the word behind it; "" for none."""
    while at < len(clause) and clause[at].folded in _TITLES_LEFT_OUT:
        at += 1
    last = at
    while last < len(clause) and last - at < _FULL_NAME and _is_of_a_name(clause[last], goes_on=last > at):
        last += 1
    raws = [one.raw for one in clause[at:last]]
    if not raws or named_places(read_mentions(read_words(" ".join(raws).title()))):
        return "", at
    return " ".join(raw.capitalize() if raw.islower() or raw.isupper() else raw for raw in raws), last


def _is_of_a_name(word: _Word, *, goes_on: bool) -> bool:
    if word.folded in word_set("not_names") or word.folded in _KIN | _VICTIM or not word.raw.isalpha():
        return False
    is_both = word.raw.lower() in word_set("names_that_are_words")  # "Bunga", "bunga" behind another name
    return could_be_a_name(word.folded) or (is_both and (goes_on or word.raw[0].isupper()))


def _age_behind(clause: Sequence[_Word], at: int) -> tuple[str, int]:
    """Give the age behind a name, and the word behind all that tells how old and in which class somebody is."""
    age, figures = "", itertools.takewhile(lambda one: one.folded in _YEARS or one.folded.isdecimal(), clause[at:])
    said = [one.folded for one in figures]
    for place, word in enumerate(said):
        is_class = place and said[place - 1] in {"kelas", "kls"}
        if word.isdecimal() and not age and not is_class and len(word) == 2:
            age = word
    return age, at + len(said)
