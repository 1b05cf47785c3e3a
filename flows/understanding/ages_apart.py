"""Ages that no word for an age stands beside: "Taufik (25)", "she is only 15", "cowok 17"."""

from flows.matching.towns import TOWNS
from flows.understanding.everyday import could_be_a_name, is_everyday
from flows.understanding.introduced import SELVES
from flows.understanding.lexicon import word_set
from flows.understanding.naming import SON_OF
from flows.understanding.words import Words

AGE_WORDS = frozenset(
    {"umur", "umurne", "umurnye", "umr", "usia", "berusia", "umurnya", "aged", "age", "berumur", "usianya"}
)
REALLY = frozenset({"baru", "masih", "asli", "aslinya", "sebenarnya", "sebenar"})
ON_PAPER = frozenset({"ktp", "paspor", "kk", "akta", "surat", "ktpnya", "paspornya", "ktpne", "aktanya"})
_SHE_IS = frozenset({"shes", "hes"})
ADDRESSED = frozenset({"bang", "kak", "pak", "bu", "min", "admin", "mas", "mbak", "bro", "gan", "bapak", "dia"})
_IS = frozenset({"is", "am", "was"})
_ONLY = frozenset({"only", "just", "barely", "cuma", "hanya", "baru"})
_GOES_ON = frozenset({"and", "but", "years", "year", "tahun", "now", "so", "tapi", "dan", "padahal", "asal"})
_AGE_WORD_NEAR = 9  # terms
_AND = frozenset({"dan", "sama", "dari", "asal"})
_FROM = frozenset({"dari", "asal"})
_LEADS_HOME = frozenset({"dari", "asal", "asli", "warga", "orang"})
_ONE = SELVES | {"dia"}
_TWO = 2  # terms
_SHIPS = frozenset({"kapal", "km", "kmn", "mv", "fv", "ship", "vessel"})
_A_NAME = 3  # terms
CAN_WALK = 5  # years
SURELY_AN_AGE = 12  # years; so long nobody waits for a wage
WHO = frozenset({
    *("anak", "adik", "kakak", "istri", "suami", "perempuan", "ponakan", "sepupu", "orang", "teman", "saya", "aku"),
    *("laki", "murid", "remaja", "dia", "am", "cucu", "korban", "ibu", "bapak", "im", "old", "tetangga", "warga"),
    *("daughter", "son", "sister", "brother", "wife", "niece", "nephew", "cousin", "friend", "girl", "boy"),
})  # fmt: skip
"""Who has an age."""
_OLDEST_TOLD = 75  # years; above it a bare number is rather something else
_SEXES = frozenset({"perempuan", "laki"})
_BESIDE_AN_AGE = _SEXES | ADDRESSED | {"tahun"}
_OLD_ENOUGH = 10  # years; "perempuan 3" counts them
_COUNTING = frozenset({
    *("ada", "total", "totalnya", "jumlah", "jumlahnya", "semua", "semuanya", "orang", "kami", "kita", "kamar"),
    *("nomor", "butuh", "dibutuhkan", "dicari", "kuota", "berdua", "lantai", "blok", "jam"),
})  # fmt: skip
_OF_SOMETHING = frozenset({
    *("gaji", "gajinya", "upah", "uang", "uangnya", "bayar", "utang", "hutang", "nomor", "kamar", "jam", "tanggal"),
    *("kasih", "dikasih", "minta", "diminta", "sama", "ke", "dari", "punya", "jual", "dijual", "transfer"),
})  # fmt: skip
WAGES = frozenset({"gaji", "gajinya", "upah", "upahnya", "uang", "uangnya", "honor", "bayaran", "hak", "haknya"})
"""What is owed for years, and has no age: "uang sy 2 tahun"."""
# how people go on after a name and a bare age: "temen gw Andika 26 mau jual ginjal"
_DOES = frozenset({
    *("mau", "akan", "bakal", "sudah", "sekarang", "lagi", "masih", "yang", "kerja", "hilang", "kabur", "is", "was"),
    *("ikut", "jadi", "kena", "belum", "tidak", "wants", "who", "has"),
})  # fmt: skip
_SHORTEST_PASSIVE = 5  # letters
_BUT = "padahal"
_NAMING = frozenset({"nama", "bernama", "name", "named"})
_OWNERS = frozenset({"saya", "aku", "dia", "is", "adalah", *WHO})
_ABOUT = frozenset({"masih", "baru", "cuma", "sekitar", "kira", "sekarang", "only", "just"})
# source: how people go on after a name and an age, "nama sy Suryani 31 janda dr Praya"
_STATUS = frozenset(
    {"janda", "duda", "gadis", "bujang", "lajang", "single", "perempuan", "laki", "asli", "warga", "kelas"}
)
_NUMBERED = frozenset({"kamar", "lantai", "blok", "gang", "jam", "nomor", "gedung", "unit", "rt", "rw", "kelas"})
_THINGS = frozenset({"SHIP", "SEX_PLACE", "FIRM", "VEHICLE", "BANK", "ACCOUNT", "SHELTER", "FACTORY"})
_FROM_WHERE = frozenset({"CITY", "DISTRICT", "INLAND_PLACE", "COUNTRY"})
_HOMES = _FROM_WHERE - {"COUNTRY"}
_PEOPLE_OF = frozenset({"orang", "warga", "asli", "anak"})
_LONGEST_NAME = 4  # terms
_PAPER_NEAR = 5  # terms
_A_CLASS = frozenset({"kelas", "kls", "kelass"})
_NOT_YET, _FALSE = "belum", frozenset({"palsu", "fake", "dipalsukan", "dipalsuin"})
_OF_AGE = frozenset({"ktp", "cukup", "lulus", "tamat", "dewasa", "punya", "bikin", "nikah"})


def is_set_apart(words: Words, at: int, years: int) -> bool:
    """Tell an age that has no word for it: "Taufik (25)", "anak saya, 16, dibawa", "she is only 15", "cowok 17"."""
    if years >= SURELY_AN_AGE and (
        _stands_in_brackets(words, at)
        or _stands_between_commas(words, at)
        or _is_next_to_a_lone_name(words, at)
        or _stands_between_a_name_and_a_sex(words, at)
    ):
        return True
    if years < CAN_WALK:
        return False
    if years >= SURELY_AN_AGE and (_stands_before_a_sex(words, at) or _is_too_young(words, at)):
        return True
    if years >= SURELY_AN_AGE and (_follows_a_naming(words, at) or _follows_a_name_that_was_given(words, at)):
        return True
    if years >= SURELY_AN_AGE and _ends_after_ones_own_name(words, at):
        return True
    return _follows_a_name(words, at) or (_ends_what_is_said(words, at) and _is_said_of_one(words, at, years))


def is_on_paper(words: Words, first: int, last: int) -> bool:
    """Tell the age of "di ktp umur 22" and "umurnya 22 di paspor" from the true one."""
    forms = words.forms
    if forms[last : last + 1] == ["di"] and not ON_PAPER.isdisjoint(forms[last + 1 : last + 2]):
        return not any(form.isdecimal() for form in forms[last + 2 : last + 3])
    if not REALLY.isdisjoint(forms[first:last]):
        return False  # "di ktp 22, umur aslinya 16"
    for at in range(first - 1, max(-1, first - 1 - _PAPER_NEAR), -1):
        if (
            forms[at] in REALLY
            or forms[at] == _BUT
            or forms[at].isdecimal()
            or words.sentences[at] != words.sentences[first]
        ):
            return False
        if forms[at] in ON_PAPER:
            return True
    return False


def is_on_a_false_paper(words: Words, first: int, last: int) -> bool:
    """Read "dibikinin ktp palsu umur 19" and "ktpnya dipalsukan umurnya 21", of whom the true age is not told."""
    begins = max(words.clause_begins(first), first - _PAPER_NEAR)
    before = words.forms[begins:first]
    paper = next((at for at in range(len(before) - 1, -1, -1) if before[at] in ON_PAPER), len(before))
    if not WHO.isdisjoint(before[paper:]):
        return False  # "bikinin ktp palsu buat anak 16 tahun"
    return not _FALSE.isdisjoint(before) and is_on_paper(words, first, last)


def is_a_name(words: Words, at: int) -> bool:
    """Say whether term `at` is written like a name."""
    return not words.terms[at].ids and words.raw(at)[0].isupper()


def _ends_what_is_said(words: Words, at: int) -> bool:
    """Tell "dia 13" and "she is 15 and" from "dia 13 hari" and "she is 15 minutes late"."""
    after = at + 1
    if after >= len(words.forms) or words.clauses[after] != words.clauses[at]:
        return True
    if words.forms[after] in _FROM and words.forms[at - 1] in _SEXES:
        return True  # "saya cowok 22 dari bima"
    if words.forms[after] in _A_CLASS:
        return True  # "dia masih 15 kelas 3 smp"
    return words.forms[after] in _GOES_ON | ADDRESSED


def _is_said_of_one(words: Words, at: int, years: int) -> bool:
    """Tell the age in "she is only 15", "dia 13" and "umurnya di KK diganti, padahal baru 19"."""
    forms = words.forms
    if at and (forms[at - 1] in REALLY or forms[at - 1] == _BUT):
        is_bare = forms[at - 1] in {"baru", "masih"} and at > 1 and forms[at - 2] in {"saya", "aku", "dia"}
        return (is_bare and years >= SURELY_AN_AGE) or _is_the_true_one(words, at)  # "sy baru 17 kak"
    if at and forms[at - 1 - (forms[at - 1] in _ONLY)] in _SHE_IS:
        return True
    verb = at - 1 - (at > 1 and forms[at - 1] in _ONLY)
    if verb > 0 and forms[verb] in _IS and forms[verb - 1] in {"dia", "aku"}:
        return True
    return years <= _OLDEST_TOLD and (_follows_a_pronoun(words, verb) or _follows_a_sex(words, at, years))


def _is_too_young(words: Words, at: int) -> bool:
    """Read "gua 17 ktp blm jadi" and "dia 16 belum punya ktp"; "aku 17 belum dibayar" tells of something else."""
    if not at or words.forms[at - 1] not in _ONE or not words.forms[at].isdecimal():
        return False
    after = words.forms[at + 1 : at + 1 + _A_NAME]
    return after[:_TWO] == ["ktp", _NOT_YET] or (after[:1] == [_NOT_YET] and not _OF_AGE.isdisjoint(after[1:_TWO]))


def _is_the_true_one(words: Words, at: int) -> bool:
    """Tell "di ktp 22, aslinya 16" from "baru 19" of anything else."""
    before = words.forms[max(0, at - _AGE_WORD_NEAR) : at]
    if not AGE_WORDS.isdisjoint(before):
        return True
    return not ON_PAPER.isdisjoint(before) and (_BUT in before or before[-1] not in {"baru", "masih"})


def _follows_a_pronoun(words: Words, at: int) -> bool:
    """Tell "dia 13" and "dia masih 15" from "gaji dia 50"."""
    forms = words.forms
    if at < 0 or forms[at] != "dia" or not words.raw(at).isalpha():
        return False
    begins = not at or words.clauses[at - 1] != words.clauses[at]
    return begins or forms[at - 1] not in _OF_SOMETHING


def _follows_a_sex(words: Words, at: int, years: int) -> bool:
    """Tell "Hendra laki 26" from "perempuan 12, laki 14" and "total perempuan 12"."""
    forms = words.forms
    if years < _OLD_ENOUGH or not at or forms[at - 1] not in _SEXES:
        return False
    for other in range(len(forms)):
        if words.sentences[other] != words.sentences[at] or other == at:
            continue
        if other and forms[other].isdecimal() and forms[other - 1] in _SEXES:
            return False
        if other < at and words.clauses[other] == words.clauses[at] and forms[other] in _COUNTING:
            return False
    return True


def _stands_before_a_sex(words: Words, at: int) -> bool:
    """Tell "aku 19 cewek" and "dia 22 cowok" from "kami 12 cewek" and "saya 20 cewek dibawa"."""
    forms = words.forms
    if not at or not forms[at].isdecimal() or forms[at - 1] not in _ONE or forms[at + 1 : at + 2] == []:
        return False
    begins = at == 1 or words.clauses[at - _TWO] != words.clauses[at]
    end = at + 1
    while end < len(forms) and forms[end] in _SEXES:
        end += 1
    ends = end >= len(forms) or words.clauses[end] != words.clauses[at] or forms[end] in _FROM
    return begins and end > at + 1 and ends


def _stands_between_commas(words: Words, at: int) -> bool:
    """Tell the age in "anak saya, 16, dibawa" from any other number."""
    if not at or at + 1 >= len(words.terms) or words.raw(at) != words.terms[at].form:
        return False
    alone = words.clauses[at - 1] != words.clauses[at] != words.clauses[at + 1]
    between = words.text[words.spans[at - 1][1] : words.spans[at][0]].strip()
    return alone and between == "," and (words.terms[at - 1].form in WHO or is_a_name(words, at - 1))


def _is_next_to_a_lone_name(words: Words, at: int) -> bool:
    """Tell the age in "Hamzah. 24." and "Deni Irawan, 27": a text that begins with nothing but a name."""
    follows = words.forms[at + 1] if at + 1 < len(words.terms) else "dan"
    ends = follows in _AND or words.clauses[at + 1] != words.clauses[at]
    if not ends or not 0 < at <= _A_NAME:
        return False
    if all(is_a_name(words, before) for before in range(at)):
        return True
    # in small letters only with where they come from: "muhsan hadi, 31 dr lunyuk", not "jl sriwijaya, 24"
    apart = words.clauses[at - 1] != words.clauses[at] and follows in _FROM
    return apart and all(may_name(words, before) and not words.terms[before].ids for before in range(at))


def _stands_between_a_name_and_a_sex(words: Words, at: int) -> bool:
    """Tell "Arif Budiman 27 laki2 asal sape" from "Lombok 27 perempuan" and "Rombongan 27 perempuan dari bima"."""
    forms = words.forms
    if not at or forms[at + 1 : at + 2] == [] or forms[at + 1] not in _SEXES or not forms[at].isdecimal():
        return False
    begins, end = words.clause_begins(at), at + 1
    while end < len(forms) and forms[end] in _SEXES:
        end += 1
    ends = end >= len(forms) or words.clauses[end] != words.clauses[at] or forms[end] in _FROM | ADDRESSED | _PEOPLE_OF
    named = range(begins + (forms[begins] in SELVES), at)  # "saya Arif 27 laki2"
    return ends and 0 < len(named) <= _LONGEST_NAME and all(_names_a_person(words, one) for one in named)


def _names_a_person(words: Words, at: int) -> bool:
    """Say whether a term is a title or the word of a name that is of no place: "lalu", "Budiman", "budiman"."""
    raw, ids = words.raw(at).lower(), words.terms[at].ids
    if raw in word_set("titles") or (at > 0 and raw in SON_OF):
        return True
    is_a_place = (raw.upper(),) in TOWNS or raw in word_set("plainly_named") or not _FROM_WHERE.isdisjoint(ids)
    return not is_a_place and not ids and may_name(words, at) and (at > 0 or could_be_a_name(raw))


def _ends_after_ones_own_name(words: Words, at: int) -> bool:
    """Tell the age in "sy tarmi, 36" and "saya Zuriah sakra lotim 27" from "sy minta 20": nothing else is said."""
    if at + 1 != len(words.forms) or not (words.forms[0] in SELVES or words.raw(0).lower() == "namaku"):
        return False
    named = at
    while named > _TWO and not _FROM_WHERE.isdisjoint(words.terms[named - 1].ids):
        named -= 1
    led = next((i for i in range(_TWO, at) if words.forms[i] in _LEADS_HOME), at)
    named = led if 0 < at - led <= _A_NAME else named  # "aku Tika asli bima, 19"
    is_all = named in {_TWO, _TWO + 1} or (named < at and named == _TWO + _TWO)
    return is_all and all(may_name(words, one) and not words.terms[one].ids for one in range(1, named))


def _follows_a_name_that_was_given(words: Words, at: int) -> bool:
    """Tell the age in "sapri namanya, 23 cowok" and "Sri namanya 33 tahun" from "sapri namanya, 23 orang dibawa"."""
    forms = words.forms
    naming = at - 1 - (at > 1 and forms[at - 1] == "nya")  # "Maesarah nama nya 29"
    if at < _A_NAME - 1 or forms[naming] not in _NAMING or not forms[at].isdecimal():
        return False
    begins = words.clause_begins(naming)
    end = at + 1
    while end < len(forms) and forms[end] in _BESIDE_AN_AGE and words.clauses[end] == words.clauses[at]:
        end += 1
    ends = end >= len(forms) or words.clauses[end] != words.clauses[at] or forms[end] in _AND
    named = range(begins, naming)
    return ends and 0 < len(named) <= _LONGEST_NAME and all(may_name(words, one) for one in named)


def _follows_a_name(words: Words, at: int) -> bool:
    """Tell the ages in "keponakan saya, Ilham 16 dan Fadil 18"."""
    forms = words.forms
    before = forms[max(0, at - 6) : at]
    if at and _goes_on_after_a_friends_name(words, at):
        return True
    if not at or not is_a_name(words, at - 1) or WHO.isdisjoint(before) or not _SHIPS.isdisjoint(before):
        return False
    return at + 1 >= len(forms) or forms[at + 1] in _AND or words.clauses[at + 1] != words.clauses[at]


def _goes_on_after_a_friends_name(words: Words, at: int) -> bool:
    """Read "temen gw Andika 26 mau jual ginjal" and "adik sy rian 22 dibawa", not "adik sy Rian 22 hari hilang"."""
    forms = words.forms
    if not forms[at].isdecimal() or not SURELY_AN_AGE <= int(forms[at]) <= _OLDEST_TOLD or at + 1 >= len(forms):
        return False
    first = name_begins(words, at)
    is_of_mine = first > 1 and forms[first - 1] in SELVES and forms[first - _TWO] in WHO
    is_of_mine |= first > 0 and forms[first - 1] in WHO and words.raw(first - 1).lower().endswith(("ku", "nya"))
    after = forms[at + 1]
    does = (
        after in _DOES or _is_from_there(words, at + 1) or (after.startswith("di") and len(after) >= _SHORTEST_PASSIVE)
    )
    return first < at and is_of_mine and does and words.clauses[at + 1] == words.clauses[at]


def _is_from_there(words: Words, at: int) -> bool:
    """Read the "orang ampenan" of "namanya wulan 22 orang ampenan": it tells where she is from and counts nobody."""
    place = at + 1
    if words.forms[at] not in _PEOPLE_OF or words.clauses[place : place + 1] != [words.clauses[at]]:
        return False
    ids, raw = words.terms[place].ids, words.raw(place).lower()
    is_a_town = (raw.upper(),) in TOWNS or not _HOMES.isdisjoint(ids)
    return is_a_town or (not ids and could_be_a_name(raw))


def _follows_a_naming(words: Words, at: int) -> bool:
    """Tell the age in "namanya Rahayu, masih 19" and "nama sy Suryani 31 janda" from "kafenya namanya Ruby 21"."""
    forms = words.forms
    if not words.has_any(_NAMING) or not forms[at].isdecimal():
        return False
    after = at + 1
    goes_on = after < len(forms) and words.clauses[after] == words.clauses[at]
    if goes_on and forms[after] not in _GOES_ON | ADDRESSED | _AND | _STATUS and not _is_from_there(words, after):
        return False
    last = at - 1
    while last > 0 and forms[last] in _ABOUT:
        last -= 1
    naming = next((back for back in range(last, max(-1, last - 2 - _LONGEST_NAME), -1) if forms[back] in _NAMING), None)
    if naming is None or words.sentences[naming] != words.sentences[at]:
        return False
    first = naming + 1
    while first < last and forms[first] in _OWNERS:
        first += 1
    named = range(first, last + 1)
    return (
        0 < len(named) <= _LONGEST_NAME and all(may_name(words, one) for one in named) and _is_a_persons(words, naming)
    )


def name_begins(words: Words, at: int, *, since: int = 0) -> int:
    """Give where the words that may name somebody begin which end before a term, a name's length at most."""
    first = at
    while first > since and at - first < _A_NAME and may_name(words, first - 1) and not words.terms[first - 1].ids:
        first -= 1
    return first


def may_name(words: Words, at: int) -> bool:
    """Say whether a term may be a part of a name: written large, or a word that means nothing else."""
    raw = words.raw(at)
    if not raw.isalpha() or words.forms[at] in _NUMBERED or not _THINGS.isdisjoint(words.terms[at].ids):
        return False
    return raw[0].isupper() or raw.lower() in word_set("titles") or not is_everyday(raw.lower())


def _is_a_persons(words: Words, naming: int) -> bool:
    """Tell "adik sy namanya ..." from "kapalnya namanya ..." and from "agennya namanya ..."."""
    if not naming or words.clauses[naming - 1] != words.clauses[naming]:
        return True
    before = words.terms[naming - 1]
    if not _THINGS.isdisjoint(before.ids) or before.form in _NUMBERED:
        return False
    return not words.raw(naming - 1).lower().endswith("nya") or before.form in WHO or "KIN" in before.ids


def _stands_in_brackets(words: Words, at: int) -> bool:
    """Tell the age in "Taufik (25)": a bare number in brackets after a name."""
    start, end = words.spans[at]
    return (
        words.text[start - 1 : start] == "("
        and words.text[end : end + 1] == ")"
        and at > 0
        and is_a_name(words, at - 1)
    )
