"""Where a place ends that somebody tells of: "di Taiwan jaga nenek", "di ruko Batam blok 3 dikunci"."""

from flows.understanding.everyday import is_everyday
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import is_capital
from flows.understanding.places_named import DISTRICT, KINDS, OWNED_BY
from flows.understanding.presence import SPANS
from flows.understanding.roles import is_passive
from flows.understanding.words import Words

AT = frozenset({"di", "at", "in", "kat"})
"""Words that lead to where somebody is."""
BESIDE = frozenset({"dekat", "belakang", "depan", "sebelah", "samping", "seberang", "near", "behind", "daerah"})
"""Words that lead to what is near."""
NOWHERE = frozenset(
    {"sana", "sini", "situ", "mana", "luar", "dalam", "sekitar", "hp", "wa", "fb", "sosmed", "bawah", "grup"}
)
"""What tells of no place by itself."""
NOBODYS = frozenset({"saya", "aku", "kami", "dia", "nya", "a", "an", "the", "ini", "itu"})
"""What stands beside a place and names none."""
ADDRESS = frozenset({
    *(*AT, *BESIDE, "jalan", "gang", "desa", "dusun", "kelurahan", "kecamatan", "kampung", "pulau", "hotel", "pasar"),
    *("penampungan", "shelter", "asrama", "laut", "perairan"),
    *("kapal", "bandara", "pelabuhan", "terminal", "komplek", "kompleks", "perumahan", "apartemen", "kota"),
})  # fmt: skip
"""Words of which addresses are made."""
UNSAID = NOWHERE | {"atas", "bawah"}
"""What leads to no place that is told."""
SIDES = BESIDE | {
    *("pinggir", "tepi", "ujung", "tengah", "pusat", "pojok", "antara", "lokasi", "tempat", "kamar", "kota")
}
"""Sides of something, which no town is called by: "ladang di pinggir hutan"."""
PAINTED = frozenset(
    {"cat", "dicat", "catnya", "pagar", "pagarnya", "gerbang", "gerbangnya", "atap", "atapnya", "warna"}
)
"""What has a colour of its own."""
LEADS = AT | BESIDE
"""Words after which a place begins."""

_SAID_BESIDE = frozenset({"FILLER", "NOW"})
_CALLED = frozenset({"pak", "bu", "kak", "bang", "min", "mas", "mbak", "pa", "bapak", "ibu"})
_TAGS = frozenset({"lah", "kok", "sih", "kan", "dong", "deh", "nih", "loh", "lho", "je", "tuh"})
_OF_AN_ADDRESS = frozenset({
    *("timur", "barat", "utara", "selatan", "tengah", "hulu", "hilir", "luar", "dalam", "baru", "lama", "besar"),
    *("taman", "lantai", "lt", "nomor", "no", "rt", "rw", "unit", "pintu", "gate", "km", "simpang", "bandar"),
    *("city", "border", "factory", "area", "street", "road", "district", "center", "centre", "senter"),
    *("eh", "bukan", "atau"),  # "di kapal jepang eh bukan taiwan"
    *NOBODYS,
})  # fmt: skip
_LETTERED = frozenset(
    {"blok", "blk", "block", "gang", "gg", "lorong", "gedung", "tower", "kamar", "komplek", "kompleks"}
)
_HOUSE, _PARENTS = "rumah", frozenset({"bapak", "ibu", "mama", "mamak"})  # "pak" and "bu" call somebody
_COUNTED = SPANS | {"orang"}  # "di Polandia 3 bulan", "di mess 12 orang"
_DATED = "tanggal"
_MONEY = frozenset({"juta", "ribu", "ringgit", "riyal", "dolar", "dollar", "usd", "rupiah", "dirham", "dinar", "yen"})
_SHORTEST_SHOUTED = 4  # letters; "PT", "RSUD" and "KBRI" may be of a name
_LONGEST = 11  # terms
_A_NUMBER = 7  # digits


def end_of_place(mentions: Mentions, start: int) -> int:
    """Give the term before which the place ends that begins at term `start`."""
    words = mentions.words
    end = start
    stops = word_set("place_ends")
    while end < min(start + _LONGEST, len(words.terms)):
        form = words.terms[end].form
        if words.clauses[end] != words.clauses[start] or (end > start and _is_done_to_somebody(mentions, end)):
            break
        if (form in stops and not _names_an_owner(mentions, start, end)) or _tells_a_nation(mentions, end):
            break
        if end > start and form in AT and not UNSAID.isdisjoint(words.forms[end + 1 : end + 2]):
            break  # "di kos di sana"
        named = end > start and form in word_set("sure_titles") and is_capital(words, end + 1)
        if named and words.terms[end - 1].form not in word_set("place_nouns") | word_set("sure_titles") | {"nama"}:
            break  # "di moyo hilir ibu Rasmiati"
        if end > start and form == "orang" and words.terms[end - 1].form in NOBODYS:
            break  # "sebelah rumah saya orang Lombok"
        if end > start and (_tells_another_figure(words, end) or _goes_on_from_a_town(mentions, end)):
            break
        if end > start and ":" in words.text[words.spans[end - 1][1] : words.spans[end][0]]:
            break
        end += 1
    while (
        end > start + 1
        and not is_lettered(words, end - 1)
        and (words.terms[end - 1].form in LEADS or _is_said_to_somebody(mentions, end - 1))
    ):
        end -= 1
    return end


def is_lettered(words: Words, at: int) -> bool:
    """Read the D of "blok D", which else is a "di" that leads nowhere."""
    return len(words.raw(at)) == 1 and at > 0 and words.forms[at - 1] in _LETTERED


def _tells_another_figure(words: Words, at: int) -> bool:
    """Tell "di depok tgl 16", "di singapur 700 dolar" and "di depok 0853 ..." from "di blok 3"."""
    figure = words.forms[at] if words.forms[at].isdecimal() else ""
    is_counted = figure != "" and not (_COUNTED | _MONEY).isdisjoint(words.forms[at + 1 : at + 2])
    return is_counted or words.forms[at] == _DATED or len(figure) >= _A_NUMBER


def _goes_on_from_a_town(mentions: Mentions, at: int) -> bool:
    """Tell "di Taiwan jaga nenek" and "hongkong ngeluh kerjanya" from "di tawau ladang sawit"."""
    words = mentions.words
    if not is_known_place(mentions, at - 1) or is_known_place(mentions, at) or words.raw(at).lower() != words.raw(at):
        return False
    tells_where = word_set("place_nouns") | ADDRESS | SIDES | _LETTERED | PAINTED | _OF_AN_ADDRESS
    return words.forms[at] not in tells_where and words.raw(at).isalpha() and is_everyday(words.raw(at))


def _tells_a_nation(mentions: Mentions, at: int) -> bool:
    """Tell whose the ship is in "kapalnya punya cina" from "rumah milik Pak Mamat"."""
    forms = mentions.words.forms
    return forms[at] in OWNED_BY and mentions.covers(at + 1 + (forms[at + 1 : at + 2] == ["orang"]), *KINDS)


def _is_done_to_somebody(mentions: Mentions, at: int) -> bool:
    """Tell "disekap" from a name, "DISEKAP" too, and "MINTA TEBUSAN" from the rest of a shouted place."""
    if is_passive(mentions, at):
        return True
    words = mentions.words
    if not words.raw(at).isupper() or len(words.raw(at)) < _SHORTEST_SHOUTED:
        return False
    is_place = is_known_place(mentions, at) or words.forms[at] in word_set("place_nouns")
    return not is_place and bool(words.terms[at].ids) and not words.terms[at].how.startswith("spelling")


def _names_an_owner(mentions: Mentions, start: int, at: int) -> bool:
    """Tell "di rumah Pak Mamat" and "di rumah sponsor namanya Bu Hj Atun di ..." from "di rumah pak"."""
    words = mentions.words
    if words.forms[at] == "nama" and words.forms[start] in word_set("homes"):
        return at - 1 in mentions.terms_of("RECRUITER", "EMPLOYER", "OFFICIAL") and is_capital(words, at + 1)
    is_titled = words.terms[at].form in word_set("sure_titles") and is_capital(words, at + 1)
    return is_titled and at > start and words.terms[at - 1].form in word_set("place_nouns")


def _is_said_to_somebody(mentions: Mentions, at: int) -> bool:
    """Tell "di Bekasi bang" and "di rumah kok" from a name."""
    term = mentions.words.terms[at]
    raw = mentions.words.raw(at)
    if not raw.islower() and raw.lower() not in _CALLED:
        return False  # "Tanah Abang" is a place
    if raw.lower() in _PARENTS and mentions.words.forms[at - 1] == _HOUSE:
        return False  # "di rumah bapak"
    return term.form in word_set("titles") | _TAGS or not _SAID_BESIDE.isdisjoint(term.ids)


def is_known_place(mentions: Mentions, at: int) -> bool:
    """Say whether term `at` stands in the name of a place that is known."""
    return mentions.covers(at, *KINDS, DISTRICT)
