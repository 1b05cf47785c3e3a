"""Whose number it is: the word nearest to it decides, and where that is "-nya" or "dia", of whom the talk is."""

import re
from collections.abc import Iterable

from flows import questions as q
from flows.calling_from import called_from
from flows.conversation import Conversation
from flows.folding import fold
from flows.phrases import Words
from flows.spoken_of import SPOKEN_OF, heeds_questions, names_told, of_whom
from flows.understanding.everyday import is_everyday
from flows.understanding.lexicon import word_set
from flows.word_tables import contact_words, having_words, number_words, spoken_of_words

_ASKS_FOR_A_NUMBER = frozenset({q.RECRUITER.id, q.RECRUITER_PHONE.id, q.CONTACT.id, q.CONTACT_PHONE.id})
_KEY_OF = {q.RECRUITER.id: "recruiter_phone", q.VICTIM.id: "victim_phone", q.REPORTER_NAME.id: "contact"}
_ASKS_FOR_ANY = frozenset({q.RECRUITER_PHONE.id, q.CONTACT_PHONE.id})  # "ada di hp anak saya, 0859 ..."
_OWN, _THEIRS, _REACHED, _OF_KIN = "contact", "theirs", "reached", "kin"
_HP = "hp"
_JUST = "saja"
_AND = frozenset(fold("dan sama hubungi telp telpon"))
_PARENTS_TOLD = {"ibu": frozenset({"mama", "mamak", "emak", "ibu"}), "bapak": frozenset({"bapak", "ayah"})}
_BOSSES = frozenset({"bos", "boss"})  # of an employer's number nobody knows yet whose side he is on
_THROUGH = frozenset(fold("aja saja ke lewat via langsung lgsg"))
_POLITELY = frozenset(fold("tolong mohon bisa boleh silakan silahkan coba ya pak bu kak bang min please"))
_TITLED = 3  # words of "bu haji Sum"
_SPELLINGS = tuple(
    map(frozenset, map(fold, ("ko koh koko kokoh", "ust ustad ustadz ustaz", "ce cece ci cici", "mba mbak")))
)
_TITLES_OF_KIN = frozenset(fold("pak bapak bu ibu bang abang kak kakak"))
_TITLES = frozenset().union(*_SPELLINGS)
_OF_A_NUMBER = frozenset(fold("si yang baru lama aktif satu satunya masih adalah"))
_NETWORKS = frozenset({"telkomsel", "simpati", "xl", "axis", "indosat", "im3", "tri", "smartfren", "three"})
_POINTING = frozenset(fold("itu ini nya tu ni no nomor nomer nmr hp wa telp"))
_KEEPS = frozenset(fold("save simpan simpen punya catat catet hafal ingat inget tau tahu dapat dapet kasih"))
_FOUND = frozenset(fold("lihat liat nemu ketemu dapat dapet dpt tau tahu ada catat salin ambil kelihatan saw found"))
_IN = frozenset(fold("di dari dr in on from"))
_KEPT_IN = frozenset(fold("kontak chat buku catatan riwayat panggilan dompet tas phone"))
_COMMON_TITLES = frozenset(fold("pak bapak bu ibu bang kak mas mbak mr mrs"))
_A_FULL_NAME, _SHORT_FORM = 2, 4  # words, letters
_ANGRY = frozenset(fold("marah marah2 ngamuk galak bentak dibentak ngancam mengancam ngancem maki"))
_BROUGHT = frozenset({"brought", "took", "recruited", "offered", "sent", "sold", "tricked"})
_HIS, _HERS = frozenset({"he", "his", "him", "hes"}), frozenset({"she", "her", "hers", "shes"})
_OF_WOMEN = frozenset(fold("bu ibu mami mbak tante hajjah puan madam mama inaq mrs miss"))
_OF_MEN = frozenset(fold("pak bapak mas bang abang om haji encik amaq tuan mr mister"))
_FUNCTION_WORDS = frozenset(fold("yang itu ini saya aku sekarang lama baru masih di ke tidak bisa cuma"))
_A_STORY = 600  # characters
_NEAR = 5  # words before or after a number
_A_LINE = 24  # words; a longer text says itself whose numbers it holds
_LONGEST = 300  # characters
_WRITTEN = re.compile(r"\d[\d\s().-]{6,}\d")
_STOP = re.compile(r"[.!?\n]\s")
_POINTS_BACK = re.compile(r"\s*(?:itu|ini|tadi|no|nomor|nomer|nmr|punya|milik|hp|wa)\b", re.IGNORECASE)
_ABROAD = re.compile(r"\+(?!\s*62)")


def meant_by_a_number(text: str, told: Conversation, asked: str, named: str = "") -> str:
    """Give the key of whoever a number in this line belongs to, "" where nothing but the question shows that.

    Args:
        text: The line.
        told: What was told before.
        asked: Id of the question that was shown.
        named: The question that a name in this very line answers, "" where it names nobody.
    """
    words = fold(text[:_LONGEST])
    first, last = _digits(words)
    if first == last or (len(words) > _A_LINE and asked not in _ASKS_FOR_A_NUMBER):
        return ""
    words = fold(_up_to_its_stop(text[:_LONGEST]))
    if len(words) > _A_LINE:
        # a long line tells of much else; where a number was asked for, it would else be taken for that one
        words = words[max(0, first - _A_LINE // 2) : last + _NEAR]
        first, last = _digits(words)
    before, after = words[max(0, first - _NEAR - 1) : first], _of_its_own(words[last : last + _NEAR])
    whose = (
        _is_given_leave(before)
        or _KEY_OF.get(called_from(words[:first], told), "")
        or _of_the_recruiter_by_name(words, first, told)
        or _of_whom_it_is(words[:first], told)
        or _of_one_by_their_title(words[:first], told)
        or _of_somebody_named(_of_this_number(text, words[:first]), told)
        or _nearest(before[::-1], told)
        or _nearest(after, told)
    )
    if whose == _REACHED:
        whose = _THEIRS if _ABROAD.search(text) or not number_words().theirs.isdisjoint(words) else ""
    if whose == _THEIRS:
        return _theirs(text, told, asked, named)
    if whose == _OF_KIN and named == q.RECRUITER.id and _is_said_of_the_named(before):
        return _KEY_OF[q.RECRUITER.id]
    if whose == _OF_KIN and _is_to_be_called(before + after, told):
        return _OWN
    if whose == _OF_KIN:
        is_theirs = _names_the_victim(before + after, told)
        is_another = heeds_questions(told) and not is_theirs
        # "ada di hp anak saya, 0859 ..." tells where a number stands, "hp anak saya +855 ..." whose it is
        stands_there = asked in _ASKS_FOR_ANY and not (is_theirs and "di" not in before)
        return "" if stands_there or (asked == q.CONTACT.id and is_another) else "victim_phone"
    if whose or _POINTING.issuperset(before + after):
        return whose or _of_a_bare_number(told, asked)
    own = named or of_whom(words, told) or (told.value(SPOKEN_OF) if _ABROAD.search(text) else "")
    return _KEY_OF.get(own, "") if not number_words().things.isdisjoint(words) else ""


def _is_given_leave(before: Words) -> str:
    """Read "boleh dihubungi, 0818 ..." and "silakan ditelepon di nomor ini 0818 ...", the writer's own."""
    ways = contact_words()
    said = tuple(word for word in before if word not in _POINTING and word not in {"di", "ke", "lewat", "via"})
    is_leave = len(said) > 1 and said[-1] in ways.passive and said[-2] in ways.may
    return _OWN if is_leave and (ways.selves | _POLITELY).issuperset(said[:-2]) else ""


def _up_to_its_stop(text: str) -> str:
    """Cut "Bima. 0821 .... dan sekarang ada korban lagi": what begins behind the number's sentence is of others."""
    written = max(_WRITTEN.finditer(text), key=lambda run: sum(map(str.isdigit, run[0])), default=None)
    stop = _STOP.search(text, written.end()) if written else None
    return text if stop is None or _POINTS_BACK.match(text, stop.end()) else text[: stop.start()]


def _of_its_own(words: Words) -> Words:
    """Leave the "nya" of "0812 ... pt nya" out: it tells whose firm that is, and of no number."""
    things = number_words().things
    return tuple([word for at, word in enumerate(words) if word != "nya" or not at or words[at - 1] in things])


def _is_said_of_the_named(before: Words) -> bool:
    """Tell "agennya bu Ecin tetangga sy sendiri 0819 ..." from "yg ngajak bu Ecin, nomor adik sy 0819 ..."."""
    return number_words().things.isdisjoint(before) and _AND.isdisjoint(before)


def _of_the_recruiter_by_name(words: Words, number: int, told: Conversation) -> str:
    """Read "tante Sri itu, hp nya 0853 ..." and, of Mami Vero, "no mami 0821 ..."."""
    name = fold(told.value("recruiter")[:60])
    if len(name) < _A_FULL_NAME or name[0] in _COMMON_TITLES:
        return ""
    near = words[max(0, number - 2 * _NEAR) : number + _NEAR]
    if any(near[at : at + len(name)] == name for at in range(len(near))):
        return _KEY_OF[q.RECRUITER.id]
    before = tuple(word for word in words[:number] if word not in _POINTING)
    is_titled = name[0] in word_set("titles") and before[-1:] == name[:1]
    return _KEY_OF[q.RECRUITER.id] if is_titled else ""


def _of_whom_it_is(before: Words, told: Conversation) -> str:
    """Read "a waiter gave me Edo's number: 0813 ...", of Pak Edo."""
    at = next((at for at, word in enumerate(before) if word in number_words().things), 0)
    owner = before[at - 2] if at > 1 and before[at - 1] == "s" else ""
    for key in (q.RECRUITER.id, "victim_name"):
        if owner and owner in fold(told.value(key)[:60]):
            return _KEY_OF[q.RECRUITER.id if key == q.RECRUITER.id else q.VICTIM.id]
    return ""


def _of_one_by_their_title(before: Words, told: Conversation) -> str:
    """Read "nomer kokonya 0819 ...", of Koko Steven, and "hp si ustad itu"; "nomor bapaknya" is of a father."""
    at = next((at for at in range(len(before) - 1, -1, -1) if _is_a_thing(before[at])), len(before))
    said = [word for word in before[at + 1 :] if word not in _POINTING | _OF_A_NUMBER]
    called = said[0].removesuffix("nya") if len(said) == 1 else ""
    if not called or called in _TITLES_OF_KIN:
        return ""
    for key in (q.RECRUITER.id, "victim_name"):
        name = fold(told.value(key)[:60])
        is_title = bool(name) and _same_title(called, name[0]) and name[0] in _TITLES | word_set("titles")
        if is_title or called in names_told(told.value(key)):
            return _KEY_OF[q.RECRUITER.id if key == q.RECRUITER.id else q.VICTIM.id]
    return _KEY_OF[q.RECRUITER.id] if called in _TITLES and called != said[0] else ""


def _is_a_thing(word: str) -> bool:
    return word.removesuffix("nya") in number_words().things or word in number_words().own


def _same_title(called: str, title: str) -> bool:
    return called == title or any({called, title} <= titles for titles in _SPELLINGS)


def _of_this_number(text: str, before: Words) -> Words:
    """Leave "nomer bagas ibu ndak punya" out, before "ini nomer fadlan yg baru +95 ...": that is another number."""
    digits = _WRITTEN.search(text)
    own = fold(text[: digits.start()].rpartition(",")[2]) if digits else ()
    things = [at for at, word in enumerate(before) if _is_a_thing(word)]
    if any(map(_is_a_thing, own)) and len(own) < len(before):
        return before[-len(own) :]
    if len(things) > 1 and any(_says_there_is_none(before[: things[-1]], at) for at in range(things[0], things[-1])):
        return before[things[-1] :]
    return before


def _says_there_is_none(words: Words, at: int) -> bool:
    nots, haves = having_words()
    return words[at] in nots and not haves.isdisjoint(words[at + 1 : at + 3])


def _of_somebody_named(before: Words, told: Conversation) -> str:
    """Read "nomor sensei budi 0819 ..." and "wa haji Mus itu 0812 ...", which is nobody's own."""
    things, titles = number_words().things, word_set("titles")
    at = next((at for at, word in enumerate(before) if word in things), len(before)) + 1
    while before[at : at + 1] and before[at] in things:
        at += 1
    owner = before[at : at + _TITLED]
    named = next((word for word in owner if word not in titles), "")
    if named in _FUNCTION_WORDS or not named.isalpha():
        return ""  # "nmr ibu yg aktif"
    is_titled = owner[:1] != () and owner[0] in titles
    if not named or (is_everyday(named) and not is_titled) or named in _NETWORKS or named.endswith("nya"):
        return ""
    victims = frozenset(fold(told.value("victim_name")[:60])) - frozenset(fold(told.value("recruiter")[:60])) - titles
    # "ayu" of Ayu Lestari, "firman" of Firmansyah
    is_victims = named in victims or any(name.startswith(named) and len(named) >= _SHORT_FORM for name in victims)
    return _KEY_OF[q.VICTIM.id if is_victims else q.RECRUITER.id]


def _digits(words: Words) -> tuple[int, int]:
    """Give where the longest run of digits stands among the words, (0, 0) for none."""
    best = (0, 0)
    start = 0
    for at, word in enumerate((*words, "")):
        if not word.isdecimal():
            if len("".join(words[start:at])) > max(len("".join(words[best[0] : best[1]])), _NEAR):
                best = (start, at)
            start = at + 1
    return best


def _nearest(words: Iterable[str], told: Conversation) -> str:
    """Give whose number it is by the first word that shows it, going away from the number."""
    known, number = spoken_of_words(), number_words()
    near = tuple(words)
    kin = known.victim | known.acquaintances | _PARENTS_TOLD.get(told.value("victim_relation"), frozenset())
    whose = ""
    telling = [(at, word) for at, word in enumerate(near) if not _tells_of_no_owner(near, at)]
    for at, word in telling:
        for who in (q.RECRUITER.id, q.VICTIM.id):
            if word in names_told(told.value("recruiter" if who == q.RECRUITER.id else "victim_name")):
                return _KEY_OF[who]
        if word in known.mine or word in number.own:
            return _beside_oneself(near[at + 1 : at + 2])
        if word in number.theirs or (word.endswith("nya") and word.removesuffix("nya") in number.things):
            return _THEIRS
        if word in number.reached:
            whose = _REACHED
            continue
        if word in number.calls:
            return _OWN
        if not (known.recruiter | _BOSSES).isdisjoint((word, word.removesuffix("nya"))):
            return "recruiter_phone"
        if word in kin or word == told.value("victim_relation"):
            return _OF_KIN
    return whose


def _tells_of_no_owner(near: Words, at: int) -> bool:
    """Pass over the "saya" of "nomornya ga saya save tapi ini 0822 ..." and the "tlp" of "no tlp 0881 ..."."""
    word, number = near[at], number_words()
    if word in spoken_of_words().mine:
        return at > 0 and near[at - 1] in _KEEPS
    return word in number.calls and word != _JUST and not number.things.isdisjoint(near[at + 1 : at + 2])


def _beside_oneself(words: Words) -> str:
    """Tell "no adek sy" and "the one who brought me is Yanti, 0817 ..." from one's own number."""
    known = spoken_of_words()
    if not (known.recruiter | _BROUGHT).isdisjoint(words):
        return _KEY_OF[q.RECRUITER.id]
    return _OF_KIN if not (known.victim | known.acquaintances).isdisjoint(words) else _OWN


def _theirs(text: str, told: Conversation, asked: str, named: str) -> str:
    """Give whose "nomornya" it is: who the line speaks of, else the lines before; never the writer's own."""
    words, number = fold(text[:300]), number_words()
    if told.value(q.VICTIM.id) == "self" or _is_of_the_other_sex(words, told):
        return "recruiter_phone"
    if told.knows("recruiter_phone") and not number.corrected.isdisjoint(words):
        return "recruiter_phone"
    if not named and _is_not_the_recruiters(words, told):
        return "victim_phone"
    own = named or of_whom(tuple(word for word in _without_its_source(words) if word not in number.theirs), told)
    is_angry = told.value(SPOKEN_OF) == q.RECRUITER.id and not _ANGRY.isdisjoint(words)
    if not own and not is_angry and not (number.watched | number.reached).isdisjoint(words):
        return "victim_phone"  # "masih bisa dihubungi", "mami yg pegang"
    is_asked_for = asked == q.RECRUITER_PHONE.id or (asked == q.RECRUITER.id and heeds_questions(told))
    if not own and is_asked_for and not _ABROAD.search(text):
        return "recruiter_phone"
    spoken_of = told.answers.get(SPOKEN_OF)
    if not own and _ABROAD.search(text) and not (spoken_of and spoken_of.words):
        return "victim_phone"  # the line before told of nobody: a number abroad is theirs who is there
    who = own or told.value(SPOKEN_OF)
    if not own and who == q.RECRUITER.id and told.knows("recruiter_phone"):
        who = q.VICTIM.id  # "you can reach her on ..." after his
    if who != q.RECRUITER.id and _ABROAD.search(text):
        return "victim_phone"
    return _KEY_OF.get(who, "") if who != q.REPORTER_NAME.id else ""


def _without_its_source(words: Words) -> Words:
    """Leave out where a number was found: "saya lihat di hp pasien", "dapat dari chat anak saya"."""
    for at, word in enumerate(words):
        if word in _FOUND and not _IN.isdisjoint(words[at + 1 : at + 3]):
            place = words[at + 1 : at + _NEAR]
            return words[:at] if not (number_words().things | _KEPT_IN).isdisjoint(place) else words
    return words


def _is_of_the_other_sex(words: Words, told: Conversation) -> bool:
    """Tell "his number is ..." after a story of a woman: whoever is spoken of first in it is its victim."""
    story = fold(told.value("what")[:_A_STORY])
    first = next((word for word in story if word in _HIS | _HERS), "")
    others = _HIS if first in _HERS else _HERS if first in _HIS else frozenset()
    return not others.isdisjoint(words) and told.knows("recruiter")


def _is_to_be_called(words: Words, told: Conversation) -> bool:
    """Read "hubungi kakak saya di 0823 ..." and, of who may be called, "pakai nomor istri saya 0812 ..."."""
    if told.value(q.VICTIM.id) == "self":
        return not number_words().calls.isdisjoint(words)
    if _asks_to_call(words) and not _names_the_victim(words, told):
        return True
    waits = told.value(q.CONTACT.id) == "phone" and q.CONTACT_PHONE.id not in told.answers
    return waits and told.knows("victim_relation") and not _names_the_victim(words, told)


def _is_not_the_recruiters(words: Words, told: Conversation) -> bool:
    """Tell "her number is ..." from the number of Haji Burhan, who sent her away."""
    first = next((word for word in words if word in _HIS | _HERS), "")
    titles = _OF_MEN if first in _HERS else _OF_WOMEN if first in _HIS else frozenset()
    return not titles.isdisjoint(fold(told.value("recruiter")[:60]))


def _asks_to_call(words: Words) -> bool:
    """Read "telp aja ke tetangga 0813 ..." and "hubungi lewat kakak saya ...", not "saya telp tetangganya"."""
    calls = number_words().calls - {_JUST}
    at = next((at for at, word in enumerate(words) if word in calls), len(words))
    return words[at + 1 : at + 2] != () and words[at + 1] in _THROUGH and (at == 0 or words[at - 1] in _POLITELY)


def _names_the_victim(words: Words, told: Conversation) -> bool:
    """Tell "nomor ponakan saya", of the niece who is told of, from "ada di hp anak saya"."""
    relation = told.value("victim_relation")
    if not _PARENTS_TOLD.get(relation, frozenset()).isdisjoint(words):
        return True  # "cuma punya nomor mamak", of the mother
    return any(len(word) > len(_HP) and (word in relation) for word in words)


def _of_a_bare_number(told: Conversation, asked: str) -> str:
    is_next = told.value(SPOKEN_OF) == q.RECRUITER.id and not told.knows("recruiter_phone")
    return "recruiter_phone" if is_next and not (asked in _ASKS_FOR_A_NUMBER and heeds_questions(told)) else ""
