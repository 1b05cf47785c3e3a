"""Names of people: what follows "namanya" or a title, in capitals or not."""

from typing import NamedTuple

from flows.understanding.everyday import is_everyday
from flows.understanding.lexicon import lexicon, word_set
from flows.understanding.word import forms_of
from flows.understanding.words import Words

_FILLING = frozenset({
    *("korban", "pelaku", "adalah", "is", "itu", "yaitu", "ya", "lengkap", "panggilan", "aja", "saja", "aj", "tuh"),
    *("ini", "are", "ne"),
})  # fmt: skip
# "nama anaknya yg sy tau cm Wahyu"
_AS_FAR_AS_KNOWN = frozenset({"yang", "tahu", "kenal", "ingat", "cuma", "hanya", "baru"})
_KIN = frozenset({
    *("ibu", "bapak", "istri", "suami", "anak", "adik", "kakak", "ponakan", "sepupu", "teman", "cucu", "murid"),
    *("siswa", "siswi", "santri", "pacar", "paman", "bibi", "kakek", "nenek", "saudara", "perempuan", "laki"),
})  # fmt: skip
_KIN_WITH_AN_OWNER = _KIN | {"inaq", "amaq", "papuq", "semeton", "misan", "kanak", "inak", "amak", "papuk"}
_WHOSE = frozenset({"saya", "aku", "dia", "kami"})
_ADDRESSED = frozenset({"kak", "pak", "bu", "bang", "min", "admin", "mas", "mbak", "gan", "bro"})
_THINGS = frozenset({
    *("kapal", "kapalnya", "kafe", "cafe", "toko", "hotel", "akun", "akunnya", "grup", "kantor"),
    *("village", "town", "city", "place", "bar", "shop", "ship", "boat", "vessel", "island", "street"),
})  # fmt: skip
MINE = frozenset({"saya", "aku", "kami", "kita"})
"""Words for the writer, and for what is theirs."""
_SAUDARA = frozenset({"saudara", "saudari"})  # kin, and a title before a name
_OF_A_BANK = frozenset({"rek", "rekening", "rekeningnya", "norek", "transfer", "tf", "transferan", "bank"})
_ON_BEHALF = frozenset({"an", "atas"})
_LONGEST_NAME, _FATHERS_NAME = 3, 2  # words; of the father's one more stands behind "binti"
_LONG_FORM = 8  # letters; so long a word with a verb's prefix is no name
SON_OF = frozenset({"bin", "binti"})
"""Words between a name and the father's."""
_FOREIGN = frozenset({"Mr", "Mrs", "Miss", "Mister", "Ms"})
_SMALL = frozenset(
    {"LIGHT", "FILLER", "SELF", "NEG", "PERSON", "TITLE", "NUMBER", "NOW", "WISH", "ASK", "PLEA", "GREET"}
)
# how men are called in Johor and Kelantan: "Pak Man", "Cik Din"; "Mr Man" is nobody
_ENGLISH_TOO = frozenset({"man", "din", "long", "may", "sam", "will", "mat", "dan"})
_ENGLISH_TITLES = frozenset({"mr", "mrs", "miss", "mister", "madam", "bos"})
_SHORTENED = frozenset({"Moh", "Muh", "Mhd", "Md", "Abd", "St"})
# "I think" and "A man" are English
_INITIALS = frozenset("BCDEFGHJKLMNPRSTWYZ")
_SHORTEST_SMALL = 3  # letters of a name in small letters
_AN_ABBREVIATION = 3  # letters
_CONTRACTED = frozenset({"s", "re", "m", "ll", "ve", "d", "t"})
_CONTRACT = frozenset({
    *("it", "we", "that", "here", "let", "everyone", "everybody", "somebody", "nobody", "do", "does", "did", "is"),
    *("was", "are", "were", "ca", "wo", "could", "would", "should", "has", "have", "had", "name", "today", "ain"),
})  # fmt: skip
_TAGS = frozenset({"kan", "kah", "toh", "sih", "loh", "lho"})  # written small; "Pak Kan" may be somebody
_SHORT_TITLE = 4  # letters; "H. Mustafa" does not end a sentence


class Named(NamedTuple):
    """A person's name, its terms, and the term at which it is introduced ("namanya")."""

    name: str
    first: int
    last: int
    lead: int

    @property
    def is_introduced(self) -> bool:
        """True where the text says that it is a name."""
        return self.lead != self.first


def name_after(words: Words, at: int, *, introduced: bool = False) -> tuple[str, int, int] | None:
    """Read the person's name that begins at term `at` (titles allowed), with its terms."""
    start = at
    parts: list[str] = []
    titles = word_set("titles")
    titled = 0
    fathers = 0
    while at < len(words.terms) and len(parts) < _LONGEST_NAME + titled + fathers:
        raw = words.raw(at)
        if not raw[0].isalpha() or (parts and _ends_before(words, at, parts, titled)):
            break
        is_title = raw.lower() in titles or (not parts and _is_called_saudara(words, at))
        if is_title and parts and parts[-1] in SON_OF:
            parts.append(raw.capitalize())  # "binti H. Mahrup"
            fathers += 1
        elif is_title and len(parts) == titled and titled <= 1:
            parts.append(raw.capitalize())
            titled += 1
        elif _could_be_a_name(
            words,
            at,
            raw,
            # "Mr Wong", "Daeng Rahim": what is written large after a title is a name, whatever it means
            sure=len(parts) == titled
            and (introduced or (titled > 0 and (parts[-1] in _FOREIGN or _is_no_small_word(words, at)))),
            goes_on=bool(parts),
        ):
            parts.append(raw if not raw.islower() or raw in SON_OF else raw.capitalize())
            fathers = fathers or _FATHERS_NAME * (raw.lower() in SON_OF)
            if _is_followed_by_break(words, at) and len(raw) > 1:
                at += 1
                break
        else:
            break
        at = _next_word(words, at)
    if parts and parts[-1] in SON_OF:
        del parts[-1]
        at -= 1
    is_a_title = len(parts) == titled and not (introduced and _is_a_name_too(parts))
    if is_a_title or (len(parts) > titled > 0 and _names_nobody(words, start, parts[titled])):
        return None
    if words.forms[at : at + 1] == ["alias"] and (other := name_after(words, at + 1, introduced=True)):
        return f"{_dotted(parts)} alias {other[0]}", start, other[2]
    return _dotted(parts), start, at


def _ends_before(words: Words, at: int, parts: list[str], titled: int) -> bool:
    """Say whether a name of which `parts` were read does not go on with term `at`."""
    if not name_goes_on(words, at, parts[-1]):
        return True
    is_small = words.raw(at).islower()
    is_new = words.clauses[at] != words.clauses[at - 1] and words.sentences[at] == words.sentences[at - 1]
    if is_new and titled == len(parts) and is_small:
        return True  # "saya ikut pak, dosa saya", but "h. saepul"
    goes_on_small = parts[-1][0].isupper() and len(parts) > titled and is_small and not _was_lower(words, at - 1)
    return goes_on_small and words.raw(at) not in SON_OF  # "Anton soal kerja": a name goes on as it began


def _names_nobody(words: Words, start: int, name: str) -> bool:
    """Say whether what follows a title is no name: "bohong pak bohong" says it twice, to us."""
    return _is_short_for_something(words, name) or (start > 0 and words.raw(start - 1).lower() == name.lower())


def _is_a_name_too(parts: list[str]) -> bool:
    """Read "nama saya Umi"."""
    return len(parts) == 1 and parts[0].lower() in word_set("titles_that_are_names")


def _next_word(words: Words, at: int) -> int:
    """Give the term behind a word: "Man" is understood as two."""
    end = at + 1
    while end < len(words.spans) and words.spans[end] == words.spans[at]:
        end += 1
    return end


def _is_no_small_word(words: Words, at: int) -> bool:
    """Tell the name in "Pak Landa" from "Pak Saya mau lapor"."""
    return is_capital(words, at) and _SMALL.isdisjoint(words.terms[at].ids)


def _is_short_for_something(words: Words, part: str) -> bool:
    """Tell the school's "guru BK" from "Guru Badri"."""
    return part.isupper() and 1 < len(part) <= _AN_ABBREVIATION and not words.text.isupper()


def find_names(words: Words) -> list[Named]:
    """Find names introduced by "nama" or by a title, in order."""
    found: list[Named] = []
    known = forms_of("name_words", "titles") | _SAUDARA
    if not words.has_any(known):
        return found
    at = 0
    titles, sure_titles, introductions = word_set("titles"), word_set("sure_titles"), word_set("name_words")
    while at < len(words.terms):
        if words.forms[at] not in known:
            at += 1
            continue
        lower = words.raw(at).lower()
        got, introduced = None, False
        if (
            (lower in introductions or (words.forms[at] == "nama" and lower.startswith("nama2")))
            and not (at and words.terms[at - 1].form == "siapa")
            and not (_is_of_a_thing(words, at) or _is_an_article(words, at))
        ):
            ahead, introduced = _after_filling(words, at), True
            got = _named_before(words, at)
            if got is None and ahead < len(words.terms):
                got = name_after(words, ahead, introduced=True)
        elif lower in sure_titles or (lower in titles and is_capital(words, at + 1)) or _is_called_saudara(words, at):
            got = name_after(words, at)
        if got and _is_a_houses_name(words, got):
            got = None
        if got:
            found.append(Named(*got, at if introduced else got[1]))
            at = max(got[2], at + 1)
        else:
            at += 1
    return found


def _is_called_saudara(words: Words, at: int) -> bool:
    """Read the title of "calonya Saudara Imran"; "saudara saya Imran" is kin."""
    return words.forms[at] in _SAUDARA and is_capital(words, at + 1)


def _is_a_houses_name(words: Words, named: tuple[str, int, int]) -> bool:
    """Tell "namanya Dewi Spa" and "namanya hengsheng park" from a person's name."""
    ends = words.raw(named[2] - 1).lower() in word_set("places_by_name") and named[2] - named[1] > 1
    return ends or (named[2] < len(words.terms) and words.raw(named[2]).lower() in word_set("places_by_name"))


def _named_before(words: Words, at: int) -> tuple[str, int, int] | None:
    """Read "Maesarah namanya" and "Nurjanah nama istri saya": the name begins the clause and is written as one."""
    begins = words.clause_begins(at)
    if words.forms[at] != "nama" or begins == at or not is_capital(words, begins):
        return None
    is_a_word = words.terms[begins].ids and not words.terms[begins].how.startswith("spelling")  # "Ranti" is no "rantai"
    ends = at + 1 == len(words.forms) or words.clauses[at + 1] != words.clauses[at]
    if is_a_word and not (ends and words.raw(begins).lower() in word_set("names_that_are_words")):
        return None  # "Putri Ayu namanya", not "Putri namanya Rina"
    before = name_after(words, begins, introduced=True)
    end = at - (words.raw(at - 1).lower() in _ADDRESSED)  # "Muhammad Ridwan pak namanya"
    return before if before and before[2] == end else None


def _is_of_a_thing(words: Words, at: int) -> bool:
    """Tell "kafe nya namanya Bulan Biru" from a person's name."""
    before = [term.form for term in words.terms[max(0, at - 2) : at] if term.form != "nya"]
    return bool(before) and (before[-1] in _THINGS or words.raw(at - 1).lower() in _THINGS)


def _is_an_article(words: Words, at: int) -> bool:
    """Tell "my cousin got an offer" from "rek an Budi", where it stands for "atas nama"."""
    if words.raw(at).lower() != "an":
        return False
    return len(word_set("english").intersection(words.text.lower().split())) > 1


def _after_filling(words: Words, at: int) -> int:
    """Give the term after "namanya itu", "nama pegawainya"; the name of a thing is no person's."""
    ahead = at + 1
    while ahead < len(words.terms):
        lower = words.raw(ahead).lower()
        if lower in _THINGS:
            return len(words.terms)
        if (
            lower in _FILLING
            or words.forms[ahead] == "nama"
            or words.terms[ahead].form in _WHOSE
            or (ahead > at + 1 and words.forms[ahead] in _AS_FAR_AS_KNOWN)
            or (lower.endswith("nya") and not is_capital(words, ahead))
            or _is_kin_before_a_name(words, ahead)
        ):
            ahead += 1
        else:
            break
    return ahead


def _is_kin_before_a_name(words: Words, at: int) -> bool:
    """Read "nama mama Masitah" and "nama kakak saya Nurhayati"; "Amaq Sahdan" keeps his title."""
    if words.forms[at] not in _KIN or words.raw(at).lower() in word_set("titles"):
        return False
    return is_capital(words, at + 1) or (at + 1 < len(words.forms) and words.forms[at + 1] in _WHOSE | _KIN)


def _could_be_a_name(words: Words, at: int, raw: str, *, sure: bool, goes_on: bool) -> bool:
    term = words.terms[at]
    lower = raw.lower()
    if lower in SON_OF and goes_on and at + 1 < len(words.terms):
        return True
    if lower in _ENGLISH_TOO and goes_on and raw[0].isupper() and raw[1:].islower() and _is_titled(words, at - 1):
        return True  # "Pak Cik Man"
    if lower in word_set("not_names") or lower in word_set("english") or raw in _TAGS or is_contracted(lower):
        return False
    if (raw.islower() or words.text.isupper()) and _tells_on_in_english(lower):
        return False  # "madam beat me", but "Mr Beat"
    if raw.endswith("nya") or raw[-1].isdigit() or _looks_like_a_verb(raw) or _is_kin_in_sasak(lower):
        return False  # "bang gara2 pinjol", "ibu ibu dipanggil Bunda Risma"
    if sure and lower in word_set("names_that_are_words"):
        return True
    if lower in word_set("names_that_are_words") and raw[0].isupper() and not raw.isupper() and at and not sure:
        return goes_on or (words.sentences[at] == words.sentences[at - 1] and raw[1:].islower())
    if (
        raw[0].isupper()
        and not raw.isupper()
        and (at or sure)
        and (sure or goes_on or words.sentences[at] == words.sentences[at - 1])
    ):
        return sure or not term.ids or term.how != ""
    known = lexicon()
    if lower in known.slang or lower in known.ordinary:
        return False
    return not term.ids or term.how.startswith("spelling")


def is_contracted(lower: str) -> bool:
    """Tell "she's" and "they’re", which are English, from "Nur'aini"."""
    head, mark, tail = lower.replace("’", "'").partition("'")
    return mark != "" and tail in _CONTRACTED and (head in word_set("english") or head.removesuffix("n") in _CONTRACT)


def _tells_on_in_english(lower: str) -> bool:
    """Say whether a word is of what somebody does in English, in any form: "beat", "beats", "slapped", "shouting"."""
    doings = word_set("english_doings")
    if lower in doings:
        return True
    stem = next((lower.removesuffix(end) for end in ("ing", "ed", "es", "s") if lower.endswith(end)), "")
    return len(stem) > 1 and (stem in doings or f"{stem}e" in doings or (stem[-1] == stem[-2] and stem[:-1] in doings))


def _is_titled(words: Words, at: int) -> bool:
    return words.raw(at).lower() in word_set("titles") - _ENGLISH_TITLES


def _is_kin_in_sasak(lower: str) -> bool:
    """Tell "anakne" and "inaqne", whose child and whose mother, from a name."""
    return lower.endswith("ne") and lower.removesuffix("ne") in _KIN_WITH_AN_OWNER


def _was_lower(words: Words, at: int) -> bool:
    return words.raw(at).islower()


def _looks_like_a_verb(raw: str) -> bool:
    if not raw.islower() or len(raw) < _LONG_FORM:
        return False
    return raw.startswith(("di", "ber", "me", "ter", "ke", "peng")) or raw.endswith("kan")


def name_goes_on(words: Words, at: int, before: str) -> bool:
    """Say whether a name may go on here: "H. Mustafa", "Moh. Saleh" and "M. Ali" hold a full stop."""
    if words.sentences[at] == words.sentences[at - 1]:
        return True
    between = words.text[words.spans[at - 1][1] : words.spans[at][0]]
    if between.strip(" ") != "." or _ends_a_sentence(words, at - 1):
        return False
    return len(before) == 1 or before in _SHORTENED or _is_title_with_stop(before)


def _ends_a_sentence(words: Words, at: int) -> bool:
    """Tell "lho ini apa pak. kan sy td ...", spoken to us, from "yg ngajak pak. hasan"."""
    calls = words.raw(at).lower() in word_set("titles_that_call")
    if not calls or not at or words.sentences[at - 1] != words.sentences[at]:
        return False
    return words.raw(at - 1).lower() not in word_set("before_a_named_person")


def _is_title_with_stop(part: str) -> bool:
    return part.lower() in word_set("titles") and len(part) <= _SHORT_TITLE


def _dotted(parts: list[str]) -> str:
    return " ".join(f"{part}." if len(part) == 1 and part.isupper() else part for part in parts)


def _is_followed_by_break(words: Words, at: int) -> bool:
    if at + 1 >= len(words.terms):
        return True
    return bool(words.text[words.spans[at][1] : words.spans[at + 1][0]].strip())


def is_capital(words: Words, at: int) -> bool:
    """Say whether term `at` begins with a capital letter and is not shouted; "M. Ilham" begins with its initial."""
    if at >= len(words.terms):
        return False
    raw = words.raw(at)
    if len(raw) == 1 and raw in _INITIALS:
        return is_capital(words, at + 1)
    if raw.islower():
        return words.is_small and _is_a_small_name(words, at) and not words.is_english
    if raw.isupper() and words.text.isupper():
        return _is_a_small_name(words, at)  # "ISTRI SAYA JUBAIDAH 35 TAHUN"
    return raw[0].isupper() and not raw.isupper()


def _is_a_small_name(words: Words, at: int) -> bool:
    """Tell the name in "yg bawa pak jumahir" from everyday words, where nothing is written large, or everything."""
    raw = words.raw(at).lower()
    if len(raw) < _SHORTEST_SMALL or not raw.isalpha() or words.terms[at].ids:
        return False
    return not (raw in word_set("not_names") or raw in word_set("firm_words") or is_everyday(raw))


def is_of_an_account(words: Words, named: Named) -> bool:
    """Tell "rekening 4471 0092 an Sulastri" and "bca 221 atas nama Budi": whose account it is, not who is meant."""
    is_on_behalf = words.forms[named.lead] == "nama" and words.forms[max(0, named.lead - 1)] == "atas"
    if not is_on_behalf and words.raw(named.lead).lower() != "an":
        return False
    begins = named.lead - is_on_behalf
    return not begins or words.raw(begins - 1)[-1].isdigit() or not words.written.isdisjoint(_OF_A_BANK)


def tells_of_a_holder(words: Words) -> bool:
    """Say whether a line tells whose account it is: "rekeningnya atas nama Budi Santoso"."""
    return not words.written.isdisjoint(_OF_A_BANK) and not words.written.isdisjoint(_ON_BEHALF)
