"""Who calls with a number: "Bu Nurjanah kemarin nelpon pakai +60 ...", not "saya telpon pakai 0812 ..."."""

import itertools

from flows import questions as q
from flows.conversation import Conversation
from flows.folding import fold
from flows.phrases import Words
from flows.spoken_of import names_told
from flows.understanding.lexicon import word_set
from flows.word_tables import number_words, spoken_of_words

_CALLING = frozenset(
    fold(
        "nelpon nelfon nelepon menelpon menelepon telpon telfon telepon tlp telp vc video call sms wa chat ngechat"
        " ngewa ngabarin ngabari kabarin hubungi menghubungi ngehubungin ngontak calls called texts texted messaged"
    )
)
_WITH = frozenset(fold("pakai pake pk dari dr lewat via dengan from using with"))
_USES = frozenset(fold("pakai pake pk makai pinjam pinjem minjam minjem using uses"))
_BY_NOW = frozenset(fold("sekarang skrg skrng skg cuma selalu biasanya masih lagi bisa"))
_BETWEEN = frozenset(
    fold(
        "saya sy aku kami tiang ke me us kemarin tadi semalam sekali terakhir cuma terus sempat diam2 lagi"
        " malam pagi siang sore"
    )
)
_SHE = frozenset(fold("dia die beliau she he"))
_TOLD_TO = frozenset(fold("bilang suruh nyuruh minta kata katanya said told"))
_REACH = 6  # words


def called_from(before: Words, told: Conversation) -> str:
    """Give `victim` or `recruiter` where the words before a number tell that one of them calls with it, else "".

    "dia nelpon pake hp temannya 0812 ..." tells of a friend's, "saya nelpon pake 0812 ..." of the writer's own.
    """
    end = len(before)
    things = (number_words().things | number_words().pointing) - _WITH
    while end and before[end - 1] in things:
        end -= 1
    if not end or before[end - 1] not in _WITH:
        return ""
    end -= 1
    while end and before[end - 1] in _BETWEEN:
        end -= 1
    if not end or before[end - 1] not in _CALLING:
        return ""
    return _who(before[max(0, end - 1 - _REACH) : end - 1], told)


def uses_the_phone(before: Words, at: int, told: Conversation) -> bool:
    """Say whether it is the victim who uses the phone of somebody named at a place: "anak saya pake hp temennya +966".

    "dia sms pake hp temennya" tells of one message alone, and the number stays the friend's.
    """
    while at and before[at - 1] in number_words().things:
        at -= 1
    if not at or before[at - 1] not in _USES:
        return False
    words = tuple(itertools.dropwhile(_BY_NOW.__contains__, reversed(before[: at - 1])))
    return _CALLING.isdisjoint(words[:_REACH]) and _who(words[:_REACH][::-1], told) == q.VICTIM.id


def _who(words: Words, told: Conversation) -> str:
    """Give of whom the words before the call tell last, "" for the writer and for nobody."""
    known = spoken_of_words()
    victims, recruiters = names_told(told.value("victim_name")), names_told(told.value(q.RECRUITER.id))
    is_self = told.value(q.VICTIM.id) == "self"
    if not _TOLD_TO.isdisjoint(words):
        return ""  # "dia bilang hubungi saya lewat 0812 ..."
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if word in recruiters - victims or word.removesuffix("nya") in known.recruiter | word_set("recruiters"):
            return q.RECRUITER.id
        if word in victims or (word in _SHE and told.knows("victim_relation")) or _is_the_relative(words, at, told):
            return "" if is_self else q.VICTIM.id
        if word in known.mine:
            follows_kin = at > 0 and words[at - 1] in known.victim | known.acquaintances
            if not follows_kin:
                return ""
    return ""


def _is_the_relative(words: Words, at: int, told: Conversation) -> bool:
    """Read the "adik" of "adik saya nelpon", of whom the talk is; "teman saya nelpon" may be of another."""
    relation = fold(told.value("victim_relation"))
    return words[at] in relation and words[at] not in word_set("titles")
