"""What could answer a question at all: who, whereto and when are not answered by "hp mau mati" or "cepat pak"."""

import itertools
import re
from collections.abc import Callable, Mapping
from functools import cache

from flows import questions as q
from flows.addresses import counts, is_an_address, tells_of_a_wound
from flows.answering_a_check import asks_beside_another_matter
from flows.folding import fold
from flows.other_facts import tell_else
from flows.out_cold import tells_of_one_out_cold
from flows.phrases import Words, asks_if_true, without_particles
from flows.question import Question
from flows.reading import Reading
from flows.sentences import asks_of_us, sentences_of
from flows.tellers import HARMED
from flows.told_instead import pleads, tells_of_somebody
from flows.topics import leads
from flows.understanding.days_written import MONTHS
from flows.understanding.everyday import is_everyday, is_of_the_lexicon
from flows.understanding.firms_marked import FIRM_MARKS
from flows.understanding.lexicon import word_set
from flows.understanding.numerals import NUMERALS
from flows.word_tables import (
    contact_words,
    having_words,
    name_words,
    naming_words,
    number_words,
    ordinary_words,
    spoken_of_words,
    topic_words,
)

_NO_AGES = frozenset(fold("gaji bulan bln juta jt ribu rb kali hari minggu jam orang org"))
_YEARS = re.compile(r"(?:\d{1,2}|19\d\d|20[0-2]\d)$", re.ASCII)  # of life, or the one of birth
_A_BARE_PLACE, _PAPERS = 4, 5  # words
_IS_DONE = re.compile(r"di[a-z]{4,}(?:in|kan|i|nya)$")  # "dibeliin", "dikasih" stands among the words of talk
_BY_RIDE = (("pakai",), ("naik",), ("pesan",), ("pesen",))  # "makan dikirim pake ojek"
_MOVING = frozenset({"ke", "lewat", "menuju", "via", "terbang", "to"})
_CAUSES = frozenset(fold("karena sebab gara because"))
_A_NOTE = 60  # characters
_A_CLAUSE, _CRIES = ("yang",), frozenset({("ya", "allah"), ("ya", "tuhan"), ("astaga",), ("oh", "god"), ("ampun",)})
_NEVER_A_QUESTION = frozenset({q.CONTACT_WHEN, q.CONTACT_WORDING, q.REPORTER_NAME, q.DOCUMENTS, q.PAYMENT})
_A_NAME_IN_DOUBT = 3  # words; "pak Hasan kayaknya?"
_A_ROLE = 8  # words; "orang yang dulu kerja di sana" is somebody, a longer line tells what happened
_A_FEW = 3  # words; so short an answer needs no word of its kind
_DIGITS = 6  # of a phone number, which may be told in pieces
_A_WEAK_TIME = 5  # words; "udah lama" is a time, "dulu dijanjiin jadi pelayan ..." tells a story
_REPORTS = frozenset(fold("lapor melapor ngelapor laporan telepon nelepon"))
_WITH = frozenset(fold("sama di ke with at by"))
_FEARS = frozenset((word,) for word in fold("takut takutnya khawatir kuatir kata"))
_EVERY = frozenset(fold("tiap setiap tiap2 every each"))
_WEEPS = frozenset(fold("nangis menangis pingsan sedih aneh crying cries"))
_ONLY = fold("cuma hanya just only")
_WANTING = frozenset(fold("ingin mau pengen tahu tanya bertanya minta want know ask"))
_TO_ME = {("told", "me"), ("tells", "me"), ("bilang", "saya"), ("suruh", "saya")}
_OFFERED = frozenset(
    fold("offered offer ditawari ditawarin nawarin dijanjikan dijanjiin dijanji dibilang dibilangin disuruh promised")
)
_NO_PLACE = frozenset(fold("kelas umur usia bukan not asal asalnya aman safe"))
_SAYING = frozenset(fold("bilangnya blgnya katanya ktnya ngakunya janjinya alasannya dibilangnya bilang kata"))
_WORK_SAID = frozenset(fold("jaga ngejaga kerja krja kerjanya jadi jd ngasuh momong masak jualan bantu sekolah"))
_HEARD = frozenset(fold("ok oke okay siap sip noted thanks thank makasih alhamdulillah good great fine nice baik"))
_SURELY_NAMING = frozenset(fold("namanya bernama named called pt cv"))
_POINTS_AT_NOTHING = frozenset({"no", "itu"})  # "no, she is in Batam", "itu saja pak"
_TWO = 2
_OF_THE_OFFICE = frozenset(
    fold("kantor kantornya alamat alamatnya ruko cabang gedung didatangi datangi rumahnya tempatnya office address")
)
_OF_THE_ORDER = frozenset(
    fold("order permintaan surat suratnya kontrak dinas disnaker bp2mi kemnaker lihat liat tanya nanya seen asked")
)
_NOT_ABOARD = frozenset(fold("belum blm blom bukan bkn batal"))
_ABOARD = frozenset(fold("naik kapal kapalnya melaut berlayar aboard ship boat"))
_ASHORE = frozenset(
    fold("kos kost kosan rumah dirumah mes mess kontrakan penampungan darat asrama desa kampung home shelter")
)
_SHIPS = frozenset(fold("km kmn mv fv kapal kapalnya laut lautan perairan samudra selat ship vessel sea ocean"))
_OF_THE_JOURNEY = frozenset(fold("tiket tiketnya ticket visa visanya paspor berangkat berangkatnya gaji gajinya"))
_PROOFS = frozenset(fold("struk struknya bukti buktinya kwitansi kuitansi nota foto fotonya screenshot receipt photo"))
_CASH = frozenset(fold("cash kes kesh tunai kontan transfer tf lunas dp cicil juta jt"))
_HEDGES = frozenset(fold("kayaknya kyknya kayanya keknya katanya sepertinya mungkin kira2 maybe probably"))
_TALKS_ON = 2  # ordinary words; one may stand in any answer
_APART = re.compile(r"\s+(?=nya\b)", re.IGNORECASE)  # "pt nya", "nama nya"
_NOT_KNOWING = 8  # words; a longer text that begins so tells something after all


def could_answer(question: Question, text: str, reading: Reading) -> bool:
    """Say whether the text could be an answer of the kind that was asked for; most kinds take anything."""
    if not {question.id, *question.fits}.isdisjoint(reading.found):
        return True
    if tell_else(question, text, reading.found) or (question is q.DEPARTURE and _tells_harm(text, reading)):
        return False
    if question is q.RECRUITER and ("victim_name" in reading.found or tells_of_one_out_cold(text)):
        return False  # "namanya Lilis", a line after she was told of; "lilis blm sadar"
    if question in _NEVER_A_QUESTION and "?" in text:
        return False
    if question is q.RECRUITER_PHONE and "@" in text:
        return True
    if _asks_back(question, text) or asks_if_true(fold(text[:_A_NOTE])):
        return False
    return (test := _TESTS.get(question.id)) is None or test(fold(text[:200]))


def _asks_back(question: Question, text: str) -> bool:
    """Tell "ini dirahasiain kan?" and "bisa dicegat ga pak" from "batam?", a place in doubt."""
    if question is q.WHAT or len(text.split()) <= _A_NAME_IN_DOUBT:
        return False
    return "?" in text or all(map(asks_of_us, sentences_of(text))) or asks_beside_another_matter(question, text)


def _tells_harm(text: str, reading: Reading) -> bool:
    """Tell "pagar dirantai klo malam" from a time."""
    told = text.casefold()
    return any(sign.is_met and sign.name in HARMED and sign.words.casefold() in told for sign in reading.signals)


def knows_nothing(text: str) -> bool:
    """Say whether the text is only about not knowing: "gatau namanya pt apa", "gatau dia dimana"."""
    words = fold(_APART.sub("", text[:200]))
    ordinary, (nots, haves) = ordinary_words(), having_words()
    if not words or len(words) > _NOT_KNOWING:
        return False
    if words[0] in ordinary.dont_know:
        rest = words[1:]
    elif words[0] in nots and words[1:2] and words[1] in haves:
        rest = words[2:]
    else:
        return False
    return (ordinary.asked_for | ordinary.persons).issuperset(rest)


def _could_be_somebody(words: Words) -> bool:
    ordinary = ordinary_words()
    if _is_of_the_writer(words) or not (_REPORTS | _WEEPS).isdisjoint(words):
        return False
    if _bare(words)[:1] in _FEARS and not _is_named(words):
        return False  # "takut bocor ke polisi temennya deni"
    roles = (ordinary.roles | topic_words()[q.RECRUITER.id].anywhere) - ordinary.asked_for
    if not _is_who_did_it(words):
        roles -= word_set("recruiting_verbs")
    is_role = any(word in roles and words[max(0, at - 1) : at] not in _BY_RIDE for at, word in enumerate(words))
    if _is_named(words) or (len(words) <= _A_ROLE and is_role):
        return True
    is_done = any(_IS_DONE.match(word) for word in words)
    return not is_done and not _talks_on(words) and ordinary.persons.isdisjoint(words) and _begins_with_a_name(words)


def _could_be_on_a_list(words: Words) -> bool:
    """Tell a name that can be looked up from "diajak temen kerja sawit di sarawak"."""
    given = (FIRM_MARKS - {"p", "c"}) | word_set("titles")
    if not given.isdisjoint(words) or _figures(words) >= _DIGITS or _is_named(words):
        return _could_be_somebody(words) or not FIRM_MARKS.isdisjoint(words)
    return _could_be_somebody(words) and (len(words) <= _TWO or _begins_with_a_name(words))


def _is_who_did_it(words: Words) -> bool:
    """Tell "itu yang bawa" from "dikunci sama yang mau bawa"."""
    return "yang" in words[:_TWO] and len(words) <= _A_BARE_PLACE


def _begins_with_a_name(words: Words) -> bool:
    """Tell "Durahim" and "dewi dari praya" from "maaf ngerepotin" and "angin kenceng kapal telat"."""
    bare = _bare(words)
    if bare[1:] and bare[0] in word_set("titles"):
        return True
    if not bare or is_of_the_lexicon(bare[0]):
        return False
    return len(bare) == 1 or not is_everyday(bare[0]) or (len(bare) == _TWO and not is_everyday(bare[1]))


def _is_of_the_writer(words: Words) -> bool:
    """Tell "saya cuma tetangga" and "her uncle told me to mind my own business" from whoever recruited."""
    only = words[:1] and words[0] in spoken_of_words().mine and words[1:2] and words[1] in _ONLY
    return bool(only) or not _TO_ME.isdisjoint(itertools.pairwise(words))


def _could_be_the_victim(words: Words) -> bool:
    ordinary = ordinary_words()
    if words[0] in ordinary.persons and not _is_named(words):
        return _WANTING.isdisjoint(words[1:_A_BARE_PLACE])  # "kami juga ingin tahu ..."
    somebody = ordinary.roles | topic_words()[q.VICTIM.id].anywhere | spoken_of_words().victim
    somebody |= spoken_of_words().acquaintances
    if (words[:1] and words[0] in ordinary.dont_know) or _figures(words) >= _DIGITS:
        return False  # "nombor Puan Salmah +60 12-778 4039"
    if not somebody.isdisjoint(words):
        return True
    return _time_words().isdisjoint(words) and not _talks_on(words) and _begins_with_a_name(words)


def _could_be_where(words: Words) -> bool:
    """Say whether the words may say where somebody is: a place has no time, goes nowhere and is done to nobody."""
    if words[:1] == _A_CLAUSE or words[:2] in _CRIES or words[:1] in _CRIES:
        return False  # "yg punya rumah merantau", "ya allah bu jd anak sy sdh di batam"
    if words[:1] and words[0] in _SAYING and not _WORK_SAID.isdisjoint(words[1:2]):
        return False  # "bilangnya jaga toko oleh2"
    if words[:1] and (words[0] in _NO_PLACE or not _OFFERED.isdisjoint((*words, "".join(words[:2])))):
        return False  # "kelas 2 smp", "a woman offered her a job in Bali", "di janjikan jaga toko hp"
    cause = next((at for at, word in enumerate(words) if at and word in _CAUSES), 0)
    if cause:
        return leads(words[:cause])  # "berhenti sekolah karena ibunya kerja di Taiwan"
    if leads(words) or is_an_address(words):
        return True
    if tells_of_a_wound(words) or (words[:1] and words[0] in _HEARD):
        return False  # "kepala berdarah", "ok that helps"
    if "dari" in words:
        return False  # "Herman Jayadi laki2 dari desa lenek"
    if not (_time_words() | _MOVING | MONTHS.keys()).isdisjoint(words):
        return False
    if not topic_words()[q.VICTIM_NOW.id].anywhere.isdisjoint(words):
        return True
    told = tuple(word for word in words if word not in _HEDGES)
    is_done = any(_IS_DONE.match(word) or word.endswith("nya") for word in told) or counts(words) or not told
    return len(words) <= _A_BARE_PLACE and not is_done and not _talks_on(words)


def _could_be_a_place(words: Words) -> bool:
    return not topic_words()[q.VICTIM_NOW.id].anywhere.isdisjoint(words) or not _talks_on(words)


def _could_be_a_time(words: Words) -> bool:
    """Tell "minggu kemarin" and "habis panen" from "papuq tiap malem nangis", which is of every day."""
    once = tuple(word for before, word in itertools.pairwise(("", *words)) if before not in _EVERY)
    dated = not topic_words()[q.DEPARTURE.id].anywhere.isdisjoint(once) or any(word[0].isdigit() for word in once)
    vague = len(words) <= _A_WEAK_TIME and not ordinary_words().time.isdisjoint(once)
    return dated or vague or (len(words) <= _A_BARE_PLACE and not _talks_on(words))


def _could_be_ones_number(words: Words) -> bool:
    """Say whether the words tell a number, or say nothing but which one: "yang ini saja", "nomor istri saya"."""
    if _figures(words) >= _DIGITS:
        return True
    allowed = _said_of_a_number()
    other = [word for word in words if word not in allowed and without_particles((word,))]
    is_named = len(other) <= _TWO and not any(is_everyday(word) or word.isdecimal() for word in other)
    return is_named and not _pointing_at_a_number().isdisjoint(words)


@cache
def _pointing_at_a_number() -> frozenset[str]:
    ways, numbers = contact_words(), number_words()
    pointing = ordinary_words().this | numbers.things | numbers.own | ways.writing | ways.calling | ways.here
    return pointing - _POINTS_AT_NOTHING


@cache
def _said_of_a_number() -> frozenset[str]:
    ways, known = contact_words(), spoken_of_words()
    whose = known.victim | known.acquaintances | known.mine | known.elders | word_set("titles") | ways.owned
    how = ways.leads | ways.only | ways.may | ways.agreements | ways.welcome | ways.passive | ways.reaching
    return _pointing_at_a_number() | _POINTS_AT_NOTHING | whose | how | ordinary_words().which_one


def _could_be_somebodys_number(words: Words) -> bool:
    """Say whether the words hold a number, or whose account on which service: "fb nya Rina Sukses"."""
    services = [at for at, word in enumerate(words) if word in ordinary_words().services]
    named = (words[at + 1 + (words[at + 1 : at + 2] == ("nya",)) :] for at in services)
    return _figures(words) >= _DIGITS or any(_begins_with_a_name(name) and not _talks_on(name) for name in named)


def _figures(words: Words) -> int:
    return sum(len(word) for word in words if word.isdecimal())


def _could_be_a_sum(words: Words) -> bool:
    """Say whether the words may say what was paid or asked, and are not "ga boleh keluar ladang, ada pos jaga"."""
    said = topic_words()[q.PAYMENT.id].anywhere | NUMERALS | ordinary_words().sums
    is_long = len(words) > _A_BARE_PLACE  # "1 org msh 17 kata ibu2 sini"
    return any(word in said or (word[0].isdigit() and not (is_long and len(word) <= _TWO)) for word in words)


def _could_be_hours(words: Words) -> bool:
    """Say whether the words may say when somebody can be reached."""
    known = contact_words().times | ordinary_words().hours
    return not known.isdisjoint(word.removesuffix("2") for word in words) and name_words().names.isdisjoint(words)


def _could_be_a_wording(words: Words) -> bool:
    """Say whether the words may say as whom an officer should call: "ngaku kurir", "teman lama"."""
    ordinary = ordinary_words()
    if any(word.isdecimal() for word in words):
        return False
    poses = not ordinary.posing.isdisjoint(words) or words[0] in ordinary.roles
    return poses or (len(words) <= _A_FEW and not _talks_on(words) and not pleads(words))


def _could_be_a_name(words: Words) -> bool:
    given = itertools.dropwhile((name_words().names | spoken_of_words().mine).__contains__, words)
    bare = tuple(word for word in given if without_particles((word,)))
    return _is_named(words) or (0 < len(bare) <= _A_BARE_PLACE and (len(bare) == 1 or not _talks_on(bare)))


def _could_be_their_name(words: Words) -> bool:
    bare = len(words) <= _A_BARE_PLACE and not any(char.isdigit() for word in words for char in word)
    return _is_named(words) or (bare and not _talks_on(words) and not leads(words) and _begins_with_a_name(words))


def _could_be_an_age(words: Words) -> bool:
    is_a_sum = not _NO_AGES.isdisjoint(words) or any(word[0].isdigit() and not word.isdecimal() for word in words)
    if len(words) > _PAPERS or is_a_sum:
        return False
    return any(_YEARS.match(word) or word in NUMERALS or word in ordinary_words().ages for word in words)


def _could_be_papers(words: Words) -> bool:
    """Say whether the words may say who holds the papers, and are no sum and no thanks."""
    if tells_of_somebody(words):
        return False  # "madam is boss not recruter"
    if not topic_words()[q.DOCUMENTS.id].anywhere.isdisjoint(words):
        return True
    if len(words) <= _PAPERS and not ordinary_words().holding.isdisjoint(words):
        return True
    short = len(words) <= _PAPERS and not any(word[0].isdigit() for word in words)
    return short and (words[0] in _WITH or not _talks_on(words))


def _could_be_a_visa(words: Words) -> bool:
    """Tell "umroh" from "10 nya cash", and from the caption of a picture, which names what is on it."""
    is_brief = len(words) <= _A_FEW and not _talks_on(words) and (_PROOFS | _CASH).isdisjoint(words)
    return not topic_words()["visa"].anywhere.isdisjoint(words) or is_brief


def _could_be_a_vessel(words: Words) -> bool:
    """Tell the name of a ship from "belum naik kapal" and "dia di kos daerah muara baru"."""
    nots, _ = having_words()
    denies = not (nots | _NOT_ABOARD).isdisjoint(words) and not _ABOARD.isdisjoint(words)
    return not denies and (_ASHORE.isdisjoint(words) or not _SHIPS.isdisjoint(words))


def _could_be_of_an_office(words: Words) -> bool:
    return not _OF_THE_OFFICE.isdisjoint(words) or not _tells_of_another_matter(words)


def _could_be_of_an_order(words: Words) -> bool:
    return not _OF_THE_ORDER.isdisjoint(words) or not _tells_of_another_matter(words)


def _tells_of_another_matter(words: Words) -> bool:
    """Tell "yang nawarin orang fb", "katanya tiket ditanggung" and "umurnya 19" from "ada kok, di praya"."""
    others = topic_words()[q.PAYMENT.id].anywhere | topic_words()[q.VICTIM.id].anywhere | word_set("recruiting_verbs")
    others |= _OF_THE_JOURNEY | _WEEPS
    return len(words) > _TWO and not others.isdisjoint(words)


def _time_words() -> frozenset[str]:
    return topic_words()[q.DEPARTURE.id].anywhere | ordinary_words().time


def _is_named(words: Words) -> bool:
    """Say whether a word of naming has a name after it: "namanya Udin", not "kasih tau namanya"."""
    named, ordinary = naming_words(), ordinary_words()
    plain = ordinary.talk | ordinary.persons | ordinary.asked_for
    after = ((word, words[at + 1]) for at, word in enumerate(words[:-1]) if word in named)
    return any(name not in plain and (name in word_set("titles") or not _is_common(word, name)) for word, name in after)


def _is_common(naming: str, word: str) -> bool:
    """Tell "agen bareng" and "sponsor dari praya" from "namanya dewi", where hardly anything else can follow."""
    return is_of_the_lexicon(word) or (naming not in _SURELY_NAMING and is_everyday(word))


def _talks_on(words: Words) -> bool:
    ordinary = ordinary_words()
    bare = _bare(words)
    if not bare or bare[0] in ordinary.talk or bare[0] in ordinary.persons:
        return True
    return sum(word in ordinary.talk for word in bare) >= _TALKS_ON


def _bare(words: Words) -> Words:
    """Drop what nearly any answer begins with: "eh anu pak, ..."."""
    gasps = ordinary_words().gasps
    return tuple(itertools.dropwhile(lambda word: word in gasps or not without_particles((word,)), words))


_TESTS: Mapping[str, Callable[[Words], bool]] = {
    q.VICTIM.id: _could_be_the_victim,
    q.VICTIM_NAME.id: _could_be_their_name,
    q.VICTIM_AGE.id: _could_be_an_age,
    q.RECRUITER.id: _could_be_somebody,
    q.RECRUITER_PHONE.id: _could_be_somebodys_number,
    q.PAYMENT.id: _could_be_a_sum,
    q.DESTINATION.id: _could_be_a_place,
    q.DEPARTURE.id: _could_be_a_time,
    q.CHECK_NAME.id: _could_be_on_a_list,
    q.DOCUMENTS.id: _could_be_papers,
    q.CONTACT_PHONE.id: _could_be_ones_number,
    q.CONTACT_WHEN.id: _could_be_hours,
    q.CONTACT_WORDING.id: _could_be_a_wording,
    q.REPORTER_NAME.id: _could_be_a_name,
    "visa": _could_be_a_visa,
    "vessel": _could_be_a_vessel,
    q.CHECK_OFFICE.id: _could_be_of_an_office,
    q.CHECK_ORDER.id: _could_be_of_an_order,
    q.VICTIM_NOW.id: _could_be_where,
    q.VICTIM_SPOT.id: _could_be_where,
}
