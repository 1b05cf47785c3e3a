"""Where the name of a victim may stand: beside a relative, a count or an age, and several names in a row."""

from collections.abc import Iterator

from flows.understanding.ages import Age, read_ages
from flows.understanding.kinship import near_ones
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import MINE, is_capital, name_after, name_goes_on
from flows.understanding.pattern import Span
from flows.understanding.words import Words

_OWNED = MINE | {"my", "our"}
IS = frozenset({"is", "adalah", "yaitu", "bernama"})
_QUOTES = frozenset({"tulisannya", "tulisnya", "isinya", "bunyinya", "pesannya", "suratnya", "kertasnya"})
_SEX_OF_ONE = frozenset({"perempuan", "laki", "cowok", "cewek"})
_ONE = frozenset({"satu", "1", "satunya"})
_WHICH = frozenset({
    *("besar", "kecil", "tua", "muda", "sulung", "bungsu", "tengah", "pertama", "kedua", "ketiga", "keempat", "nomor"),
})  # fmt: skip
_MOST = frozenset({"paling", "most"})
_AND = frozenset({"dan", "sama", "and"})
_OF_A_THING = frozenset({"di", "ke", "dari", "orang", "asal", "kapal", "km", "pt", "cv", "kafe", "hotel", "grup"})
_ADDRESSED = frozenset({"kak", "kakak", "pak", "bu", "bang", "min", "admin", "mas", "mbak", "gan", "bro", "namanya"})
_FROM = frozenset({"dari", "asal", "from", "warga"})
_THE_VICTIM = frozenset({"korban", "victim"})
_SHOWING = _QUOTES | {"yang"}
_FIRST = frozenset({"lalu"})  # a title in Lombok, elsewhere "then"
_FAR = 4  # terms after "yang" in which a name may stand
_BARE = 2  # terms back from a surname to "namanya"
_BEFORE = 3  # terms before a name that may say that it is a ship's
_POINTING = frozenset({"ini", "itu"})  # "si Deni ini 28 taon"
_YET = frozenset({"baru", "masih"})  # "Sri Wahyuni baru 17 th"
_IN_A_ROW, _MOST_NAMES = 3, 8


def places_of_victims(mentions: Mentions, kin: Span | None, counted: Span | None) -> Iterator[int]:
    """Give where the victim's name may stand, the likeliest first.

    Args:
        mentions: The message.
        kin: Where the relative stands whom the message is about.
        counted: Where people are counted.
    """
    near = near_ones(mentions)
    others = [span for span in mentions.of("KIN") if span != kin and span.first in near]
    for span in [*([kin] if kin else []), *others]:
        yield from _beside_kin(mentions.words, span)
    yield from _apart_from_kin(mentions.words, counted)


def names_in_a_row(words: Words, first: int) -> tuple[str, int, int] | None:
    """Read "Suhardi, Mahnun dan Sapar" from term `first` on, None where fewer than three names follow each other."""
    names: list[str] = []
    at = last = first
    while at < len(words.terms) and len(names) < _MOST_NAMES:
        at += bool(names) and words.forms[at] in _AND
        one = name_after(words, at) if at < len(words.terms) and is_capital(words, at) else None
        if one is None:
            break
        names.append(one[0])
        at = last = one[2]
    if len(names) < _IN_A_ROW:
        return None
    return f"{', '.join(names[:-1])} dan {names[-1]}", first, last


def _beside_kin(words: Words, kin: Span) -> Iterator[int]:
    terms = words.terms
    if kin.last >= len(terms):
        return
    after = kin.last + (terms[kin.last].form in MINE)
    if [term.form in MINE for term in terms[kin.last : kin.last + 2]] == [False, True]:
        after = kin.last + 2  # "temen sekantor saya Bagas"
    is_mine = any(
        terms[i].form in _OWNED for i in (kin.first - 1, kin.first, kin.last - 1, kin.last) if 0 <= i < len(terms)
    )
    is_mine = is_mine or terms[after - 1].form in MINE or words.raw(kin.last - 1).lower().endswith("ku")
    after = _after_which(words, after)
    if is_mine and after < len(terms):
        yield after


def _apart_from_kin(words: Words, counted: Span | None) -> Iterator[int]:
    """Read "Korban: Siti", "dua orang, Ani dan Budi" and "Rina 19 thn", where no relation is told."""
    terms = words.terms
    for at, term in enumerate(terms[:-1] if words.has_any(_THE_VICTIM) else ()):
        if term.form in _THE_VICTIM:
            yield at + 1 + (terms[at + 1].form in IS)  # "Korban: Siti Aminah"
    if counted is not None and is_capital(words, counted.last) and words.raw(counted.last - 1).islower():
        yield counted.last  # "dua orang, Ani dan Budi"
    for at in words.places_of(_SHOWING):
        if at + 2 >= len(terms):
            break
        named = _after_a_quote(words, at) or _after_a_sex(words, at)
        if named and is_capital(words, named):
            yield named
    for age in read_ages(words):
        starts = (_name_before(words, age.first), _name_apart(words, age), _name_of_a_place(words, age))
        yield from [start for start in starts if start is not None][:1]  # "Rina 19 thn"


def _after_a_quote(words: Words, at: int) -> int:
    """Give the term after "tulisannya tolong saya", 0 for none."""
    said = at + 1 + (words.forms[at + 1] == "tolong")
    return said + 1 if words.forms[at] in _QUOTES and words.forms[said] in MINE else 0


def _after_a_sex(words: Words, at: int) -> int:
    """Give the term after "yg perempuan itu" and "yg satu", 0 for none."""
    is_told = words.forms[at] == "yang" and words.forms[at + 1] in _SEX_OF_ONE | _ONE
    return at + 2 + (words.forms[at + 2] in {"itu", "nama"}) if is_told else 0


def _after_which(words: Words, after: int) -> int:
    """Give the term after "yang besar", "itu", "a.n." and "yang nomor dua," where a name may stand."""
    forms = [term.form for term in words.terms[after : after + _FAR]]
    if forms[:1] in (["itu"], ["ini"], ["yaitu"]):
        return after + 1
    if forms[:1] == ["si"] and is_capital(words, after + 1) and forms[1] not in _WHICH:
        return after + 1  # "karyawan saya si Deni"
    if forms[:2] == ["a", "n"]:
        return after + 2
    if forms[:1] and forms[0] in _SEX_OF_ONE and is_capital(words, after + 1):
        return after + 1  # "anak saya cewek, Siti"
    if forms[:2] == ["laki", "laki"] and is_capital(words, after + 2):
        return after + 2  # "anak saya cowok, Muhammad Yusril"
    if forms[:1] != ["yang"]:
        return after
    if len(forms) > 1 and forms[1] in _WHICH and is_capital(words, after + 2):
        return after + 2
    if len(forms) > 2 and forms[1] in _MOST and is_capital(words, after + 3):
        return after + 3  # "teman saya yang paling parah Arifuddin"
    ends = (
        at for at in range(after + 1, min(after + _FAR, len(words.terms))) if words.clauses[at] != words.clauses[after]
    )
    return next((at for at in ends if is_capital(words, at)), after)


def _name_apart(words: Words, age: Age) -> int | None:
    """Give where a name stands in a clause of its own beside an age: "umur 15, Nurfadilah", "she is 31, Sumarni"."""
    at = age.last
    if at >= len(words.forms) or words.clauses[at] == words.clauses[age.first] or not is_capital(words, at):
        return None
    named = name_after(words, at, introduced=True) if not words.terms[at].ids else None
    return at if named and (named[2] == len(words.forms) or words.clauses[named[2]] != words.clauses[at]) else None


def _name_of_a_place(words: Words, age: Age) -> int | None:
    """Give where a line begins with a name, where from and how old: "Lalu Hendra, from Praya, 27 yrs old"."""
    named = name_after(words, 0, introduced=True) if age.first > 0 and is_capital(words, 0) else None
    end = named[2] if named else 0
    begins = end > 0 and end < age.first <= end + _FAR and words.forms[end] in _FROM
    is_next = begins and words.clauses[age.first] in {words.clauses[end], words.clauses[age.first - 1] + 1}
    return 0 if is_next and words.sentences[age.first] == words.sentences[0] else None


def _is_an_initial(words: Words, at: int) -> bool:
    """Tell the full stop in "M. Ilham, 20" from the end of a sentence."""
    is_stopped = words.sentences[at] != words.sentences[at + 1]
    return is_stopped and name_goes_on(words, at + 1, words.raw(at))


def _is_one_clause(words: Words, size: int) -> bool:
    return words.clauses[0] == words.clauses[size - 1]


def _ends_like_a_firm(words: Words, at: int) -> bool:
    """Read the second half of "yogi pratama", which names firms as well, where nothing is written large."""
    is_second = at > 0 and words.clauses[at - 1] == words.clauses[at] and is_capital(words, at - 1)
    return is_second and words.is_small and words.raw(at) in word_set("firm_words") and not words.terms[at].ids


def _name_before(words: Words, at: int) -> int | None:
    """Give where the name begins that stands directly before an age, None where none does."""
    end = at
    while end and words.raw(end - 1).lower() in _ADDRESSED:
        end -= 1  # "Sela kak, dua puluh thn"
    end -= end > 1 and words.forms[end - 1] in _YET and words.clauses[end - 1] == words.clauses[at]
    end -= end > 1 and words.forms[end - 1] in _POINTING and words.clauses[end - 1] == words.clauses[at]
    start = end - _ends_like_a_firm(words, end - 1)
    while start and is_capital(words, start - 1) and not words.terms[start - 1].ids:
        start -= 1
        if start and words.clauses[start - 1] != words.clauses[start] and not _is_an_initial(words, start - 1):
            break
    if (
        start < end
        and start == 1
        and words.raw(0).lower() in _FIRST | word_set("names_that_are_words")
        and _is_one_clause(words, 2)
    ):
        start = 0  # "lestari wulandari umur 22"
    if _BARE <= start < end and words.forms[start - _BARE] == "nama" and words.raw(start - 1).isalpha():
        start -= 1  # "namanya eka yuliani 27 tahun"
    before = words.forms[max(words.clause_begins(start), start - _BEFORE) : start] if start < end else []
    leads = word_set("titles") | _WHICH  # "paling muda Sri Wahyuni baru 17 th"
    if not _OF_A_THING.isdisjoint(before) or (start < end < at and before and before[-1] not in leads):
        return None  # "kapal tuna Hai Feng 29"
    return start if start < end else None
