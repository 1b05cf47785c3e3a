"""Who did it, named by what they are to the victim: "pacarnya Rangga, 0877 ...", after "adik saya dijual pacarnya"."""

from types import MappingProxyType

from flows import questions as q
from flows.account_holders import holders_named
from flows.conversation import Conversation
from flows.reading import Found, Reading
from flows.spoken_of import names_told
from flows.understanding.lexicon import word_set
from flows.understanding.naming import MINE, is_capital, name_after
from flows.understanding.words import Words, read_words

# as they are written and as they are understood; a sibling or a parent is told of as kin
_ROLES = frozenset({
    *("pacar", "cowok", "cowo", "cewek", "cewe", "tunangan", "mantan", "laki", "perempuan", "teman", "tetangga"),
    *("bibi", "tante", "paman", "om", "kenalan", "sahabat", "sepupu", "ipar", "suami", "majikan", "bapak", "ibu"),
    *("tiri", "orang", "kakak", "saudara", "guru"),
})  # fmt: skip
_CALLED = {"tante": "bibi", "om": "paman", "cowo": "cowok", "cewe": "cewek"}
_OF_THE_VICTIM = frozenset({"victim_name", "victim_sex", "victim_relation", "victim"})
_HARMING = frozenset({"jual", "tipu", "jebak", "paksa", "sekap", "culik", "kibulin", "boongin", "jerumusin"})
_BY, _AT = frozenset({"sama", "oleh", "dengan", "ama"}), "di"
_NAMING = frozenset({"nama", "namanya", "bernama", "itu", "si", "ini", "adalah", "dipanggil", "yang", "dia", "tadi"})
_THEIRS = "nya"
_LONGEST = 160  # characters
_A_LINE = 16  # words; a longer one tells its own story
_A_STORY = 2000  # characters
_THEIR_NUMBERS = ("recruiter_phone", "victim_phone", "contact", "other_phone")


def with_who_did_it(told: Conversation, reading: Reading, text: str) -> Reading:
    """Take the name and number of whoever did it for the recruiter's, where this line names them by their place.

    "nm tantenya Mama Rere" names her after "diajak tante2"; "neneknya bernama Sakmah" is nobody who did it.
    """
    if told.flow != "report" or len(text) > _LONGEST or _THEIRS not in text.lower():
        return reading
    words = read_words(text)
    if len(words.forms) > _A_LINE:
        return reading
    story = told.value(q.WHAT.id)[-_A_STORY:]
    role, name = _named_by_their_place(words)
    is_it = bool(name) and _did_it(read_words(story), role)
    if not is_it and not told.knows(q.RECRUITER.id) and (holder := _holder_with_a_number(words, reading, story)):
        is_it, name = True, holder
    if not is_it or not names_told(name).isdisjoint(names_told(told.value("victim_name"))):
        return reading
    found = {key: one for key, one in reading.found.items() if key not in _OF_THE_VICTIM}
    numbers = [key for key in _THEIR_NUMBERS if key in found]
    if len(numbers) == 1 and numbers[0] != "contact":
        number = found.pop(numbers[0])
        found["recruiter_phone"] = number._replace(value=number.value.partition(" ")[0])
    found[q.RECRUITER.id] = Found(name, text[:80])
    return reading._replace(found=MappingProxyType(found))


def _named_by_their_place(words: Words) -> tuple[str, str]:
    """Give the place and the name of "nama tantenya Mama Rere" and "cowoknya itu si Dika", two empty texts for none."""
    for at in range(len(words.forms)):
        after = at + 1
        if _role(words, at) not in _ROLES:
            continue
        is_apart = words.forms[after : after + 1] == [_THEIRS]
        if not is_apart and not words.raw(at).lower().endswith(_THEIRS):
            continue
        after += is_apart
        while after < len(words.forms) and words.forms[after] in _NAMING | {_THEIRS}:
            after += 1
        if after == len(words.forms) or words.clauses[after] != words.clauses[at]:
            continue
        is_name = is_capital(words, after) or words.raw(after).lower() in word_set("titles")
        named = name_after(words, after, introduced=is_capital(words, after)) if is_name else None
        if named and not MINE.intersection(words.forms[at:after]):
            return _role(words, at), named[0]
    return "", ""


def _holder_with_a_number(words: Words, reading: Reading, story: str) -> str:
    """Read "Pak Rusdi itu masih aktif nomornya 0817 ...", to whose account it was paid."""
    if not any(key in reading.found for key in _THEIR_NUMBERS):
        return ""
    holders = holders_named(story)
    for at in range(len(words.forms) - 1) if holders else ():
        if words.raw(at + 1).lower() in holders and words.raw(at).lower() in word_set("titles"):
            named = name_after(words, at, introduced=True)
            return named[0] if named else ""
    return ""


def _did_it(story: Words, role: str) -> bool:
    """Say whether somebody of that place did it: "dijual pacarnya", "d ajak tante2", "dibawa sama temannya"."""
    doing = word_set("recruiting_verbs") | word_set("taking_verbs") | _HARMING
    for at in range(1, len(story.forms)):
        if _role(story, at) != role:
            continue
        verb = at - 1 - (story.forms[at - 1] in _BY)
        done = story.forms[verb] if verb >= 0 and story.clauses[verb] == story.clauses[at] else ""
        if done.removeprefix(_AT) in doing and (done.startswith(_AT) or story.forms[max(0, verb - 1)] == _AT):
            return True
    return False


def _role(words: Words, at: int) -> str:
    """Give "bibi" of "tantenya" and "tante2"."""
    role = words.forms[at].removesuffix(_THEIRS).rstrip("2")
    return _CALLED.get(role, role)
