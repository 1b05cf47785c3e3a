"""Of whom a line speaks: a name or an age told by itself is theirs of whom the lines before were about."""

import itertools

from flows import questions as q
from flows.conversation import Answer, Conversation, Origin
from flows.folding import fold
from flows.name_wishes import name_wish
from flows.phrases import Words, without_particles
from flows.reading import Reading
from flows.understanding.everyday import could_be_a_name, is_everyday
from flows.understanding.lexicon import word_set
from flows.understanding.roles import tells_who_recruits
from flows.word_tables import ordinary_words, spoken_of_words

SPOKEN_OF = "spoken_of"
"""The key of whoever the lines told last were about: `victim`, `recruiter`, or `reporter_name` for the writer."""
_ASKS_FOR_A_NAME = frozenset({q.RECRUITER.id, q.VICTIM.id, q.VICTIM_NAME.id})
_ABOUT_THE_WRITER = frozenset({q.ANONYMOUS.id, q.REPORTER_NAME.id, q.CONTACT_WORDING.id})
_ASKS_FOR_A_FIGURE = frozenset({q.DEPARTURE.id, q.PAYMENT.id})
_HEEDED = frozenset({
    *(q.VICTIM.id, q.VICTIM_NOW.id, q.RECRUITER_PHONE.id, q.DESTINATION.id, q.DEPARTURE.id, q.CONTACT.id),
})  # fmt: skip
_ASKS_FOR_NOBODY = frozenset({q.CONTACT.id, q.EVIDENCE.id})  # where a name may be used, it is the writer's own
_KEY_OF = {q.VICTIM.id: "victim_name", q.RECRUITER.id: "recruiter", q.REPORTER_NAME.id: "reporter_name"}
_YOUNGEST, _OLDEST = 10, 70
_DAYS = 31  # of a month
_A_FIGURE = 24  # characters
_STILL = frozenset(fold("masih msh baru br"))
_BEFORE_AN_AGE = _STILL | frozenset(fold("jadi jd jdi sekarang skrg skg umur umurnya usia kira kira2 sekitar"))
_FROM = frozenset(fold("asal dari dr dri from"))
_A_PLACE = 3  # words
_COUNTED = frozenset(fold("orang org semua semuanya juta jt ribu rb per total hari bulan minggu jam dibawa"))
_A_NAME = 4  # letters; shorter ones stand in other words
_A_BARE_NAME = 3  # words
_BARE_NAMING = frozenset(fold("nama name nm"))
_ONLY_GIVEN = frozenset({("namanya",), ("nama",), ("name",)})
_SURELY_NAMED = frozenset(fold("namanya nmnya dipanggil dipanggilnya panggilannya bernama"))
_MOTHERS = frozenset(fold("mama mamak mami mak emak"))
_WHO = frozenset(fold("yang sing who"))
_REACH = 3  # words between "yang" and what somebody does
_REALLY, _REALLY_NEAR = frozenset(fold("aslinya lengkapnya sebenarnya sebenernya")), 3  # words
_A_LINE = 14  # words; a longer text names its people itself


def note_who_is_spoken_of(told: Conversation, text: str, reading: Reading) -> Conversation:
    """Keep in mind of whom this line spoke, and in which words; one that speaks of nobody leaves who it was."""
    named = [who for who, key in _KEY_OF.items() if key in reading.found]
    who = named[0] if len(named) == 1 else of_whom(fold(text[:300]), told)
    who = who or (q.VICTIM.id if "victim_age" in reading.found else "")
    words = text[:80] if who else ""
    return told.with_answers({SPOKEN_OF: Answer(who or told.value(SPOKEN_OF), Origin.READ, words)})


def of_whom(words: Words, told: Conversation) -> str:
    """Give of whom a line itself speaks, by the first word that shows it: "yg bawa adik saya ..." is who takes him."""
    known = spoken_of_words()
    theirs = {who: names_told(told.value(_KEY_OF[who])) for who in (q.RECRUITER.id, q.VICTIM.id)}
    theirs[q.RECRUITER.id] |= _place_in_the_story(told.value("recruiter"))
    does = ""
    for at, word in enumerate(words):
        single = word.removesuffix("2")
        if _is_a_title(words, at):
            continue
        if word in theirs[q.VICTIM.id] or single in known.victim | known.acquaintances:
            return q.RECRUITER.id if _does_it(words[at + 1 : at + 1 + _REACH]) else q.VICTIM.id
        if word in theirs[q.RECRUITER.id] or not known.recruiter.isdisjoint((single, single.removesuffix("nya"))):
            if single not in word_set("recruiting_verbs") or not _WHO.isdisjoint(words[max(0, at - _REACH) : at]):
                return q.RECRUITER.id
            does = q.RECRUITER.id  # "tadi nganter cewek" speaks of her
    return does


def _is_a_title(words: Words, at: int) -> bool:
    """Tell "namanya Mama Jul", of anybody, from "namanya mama saya Rina" and "mama Rina hilang"."""
    is_named = at > 0 and words[at - 1] in _SURELY_NAMED and words[at] in _MOTHERS
    return is_named and at + 1 < len(words) and could_be_a_name(words[at + 1])


def _does_it(words: Words) -> bool:
    """Tell "teman saya yg ngajak" from "teman saya yg diajak"."""
    who = next((at for at, word in enumerate(words) if word in _WHO), len(words))
    return not word_set("recruiting_verbs").isdisjoint(words[who + 1 : who + 2])


# names that half a village has in common call nobody by themselves
_SHARED_BY_MANY = frozenset(
    {"baiq", "lalu", "siti", "muhammad", "muhamad", "mohammad", "ahmad", "abdul", "inaq", "amaq"}
)


def names_told(value: str) -> frozenset[str]:
    """Give the words of a name by which a later line may call its bearer, titles left out."""
    known = spoken_of_words()
    words = fold(value[:60]) if not value.islower() else ()
    told = frozenset(word for word in words if len(word) >= _A_NAME) - known.elders - known.recruiter - known.bosses
    return told - _SHARED_BY_MANY or told


def _place_in_the_story(recruiter: str) -> frozenset[str]:
    """Give "pamannya" where nothing but that is known of who took the victim."""
    return (
        frozenset(word for word in fold(recruiter[:60]) if word.endswith("nya")) if recruiter.islower() else frozenset()
    )


def meant_by_a_name(text: str, told: Conversation, asked: str) -> str:
    """Give the question that a name in this line answers, "" where the line gives none or the question decides.

    Args:
        text: The line.
        told: What was told before.
        asked: Id of the question that was shown; who heeds questions means its person where the line shows no other.
    """
    words, known = fold(text[:200]), spoken_of_words()
    if plainly := _plainly_meant(text, words, told, asked):
        return plainly
    is_aged = not known.aged.isdisjoint(words) or _ends_with_an_age(words)
    is_named = gives_a_name(words) or (words[:1] != () and words[0] in _place_in_the_story(told.value("recruiter")))
    if len(words) > _A_LINE or not (is_named or is_aged or _is_a_bare_name(text)):
        return ""
    is_own = words[0] in _BARE_NAMING and not any(word == "dia" or word.endswith("nya") for word in words)
    if is_own and told.value(q.VICTIM.id) == "self" and not told.knows(q.REPORTER_NAME.id):
        return q.REPORTER_NAME.id
    own = of_whom(words, told) if is_named else ""
    if asked == q.RECRUITER.id and not known.acquaintances.isdisjoint(words) and heeds_questions(told):
        return ""
    if own or asked in _ABOUT_THE_WRITER:
        # "yg satu umurnya baru 17, namanya Rizal"
        return own or (q.VICTIM.id if is_aged and is_named and known.mine.isdisjoint(words) else "")
    is_answer = (is_named and heeds_questions(told)) or not known.elders.isdisjoint(words)
    if is_aged and (not (asked == q.RECRUITER.id and is_answer) or _is_surely_the_victims(words, told)):
        return q.VICTIM.id
    if is_named and not known.bosses.isdisjoint(words):
        return q.RECRUITER.id
    heeds = heeds_questions(told) or _came_back_to_the_question(told, words)
    if asked in _ASKS_FOR_A_NAME and heeds and not _is_of_the_victim_just_told_of(told):
        return ""
    if is_named and _is_an_elder(words):
        return q.RECRUITER.id
    before = _before(told)
    return before if is_named or not told.knows(_KEY_OF.get(before, before)) else ""


def _plainly_meant(text: str, words: Words, told: Conversation, asked: str) -> str:
    """Read "pakai nama saya saja, Hj. Ramlah" and, where leave to call was asked, "bu Marni, ga tau nomornya"."""
    if len(words) <= _A_LINE and name_wish(text) == "name":
        return q.REPORTER_NAME.id
    is_recruiter = asked in _ASKS_FOR_NOBODY and not told.knows(q.RECRUITER.id) and _is_a_titled_name(text)
    if told.value(SPOKEN_OF) == q.RECRUITER.id and told.knows(q.RECRUITER.id) and len(words) <= _A_LINE:
        # "yg bawa dipanggil Bang Jek", then "nama aslinya Jaelani"
        is_recruiter = is_recruiter or (words[:1] == ("nama",) and not _REALLY.isdisjoint(words[1:_REALLY_NEAR]))
    return q.RECRUITER.id if is_recruiter else ""


def _is_surely_the_victims(words: Words, told: Conversation) -> bool:
    """Tell "namanya Rizal 24 thn", of the victim whose name nobody told yet, from "namanya Rudi umur 40an"."""
    is_known = told.knows("victim_name") or told.knows("victim_age") or told.value(q.VICTIM.id) == "self"
    is_about = any(word.endswith("an") and word[:-2].isdecimal() for word in words)
    return not (is_known or is_about) and spoken_of_words().elders.isdisjoint(words)


def _ends_with_an_age(words: Words) -> bool:
    """Say whether "namanya lalu hendra 24" ends with an age."""
    last = words[-1] if words else ""
    return last.isdecimal() and _may_be_years(last) and gives_a_name(words)


def _may_be_years(number: str) -> bool:
    return _YOUNGEST <= int(number[:4]) <= _OLDEST


def _came_back_to_the_question(told: Conversation, words: Words) -> bool:
    """Say whether the line before spoke of nobody, as "aman" does, so that a name answers what was asked since."""
    before = told.answers.get(SPOKEN_OF)
    is_stale = before is not None and before.value == q.RECRUITER.id and before.words == ""
    return is_stale and told.knows(q.SAFE.id) and spoken_of_words().elders.isdisjoint(words)


def _is_of_the_victim_just_told_of(told: Conversation) -> bool:
    """Say whether the very line before spoke of the victim, whose name is not known yet."""
    before = told.answers.get(SPOKEN_OF)
    is_fresh = before is not None and before.value == q.VICTIM.id and before.words != ""
    return is_fresh and not told.knows("victim_name") and not told.knows(q.SAFE.id)


def _before(told: Conversation) -> str:
    """Give of whom the lines before were about; once who recruits is named, a further name is the victim's."""
    before = told.value(SPOKEN_OF)
    if before == q.RECRUITER.id and told.knows("recruiter") and not told.knows("victim_name"):
        return q.VICTIM.id if told.value(q.VICTIM.id) != "self" and told.knows("victim_relation") else before
    return before


def heeds_questions(told: Conversation) -> bool:
    """Say whether anything was told in answer to a question: others write their own script, whatever is asked."""
    answers = (told.answers.get(key) for key in _HEEDED)
    return any(answer is not None and answer.is_known and answer.origin is Origin.ASKED for answer in answers)


def is_lone_age(text: str, told: Conversation, asked: str) -> bool:
    """Say whether "19" a line after the victim was spoken of is their age, and not the number of a choice."""
    number = _lone_number(text)
    if not number or not _may_be_years(number):
        return False
    if asked in _ASKS_FOR_A_FIGURE and not (asked == q.DEPARTURE.id and int(number[:4]) > _DAYS):
        return False  # "25" may be the day, "38" is none
    before, is_self = told.value(SPOKEN_OF), told.value(q.VICTIM.id) == "self"
    is_theirs = (
        before == q.VICTIM.id
        or (before == q.RECRUITER.id and may_be_the_victims(told))
        or (before == q.REPORTER_NAME.id and is_self)
    )
    # "jadi sekarang masih 17" is said of nobody who recruits
    is_theirs = is_theirs or (is_self and not _STILL.isdisjoint(fold(text[:_A_FIGURE])))
    return is_theirs and not told.knows("victim_age")


def may_be_the_victims(told: Conversation) -> bool:
    """Say whether the name taken for the recruiter's was only given, as the victim's may be: "namanya Sahabudin"."""
    answer = told.answers.get(q.RECRUITER.id)
    is_open = told.value(q.VICTIM.id) != "self" and not told.knows("victim_name")
    if answer is None or not is_open or answer.origin is not Origin.ASKED:
        return False
    words = fold(answer.words[:60])
    is_bare = words[:1] in _ONLY_GIVEN and spoken_of_words().elders.isdisjoint(words)
    return is_bare and not tells_who_recruits(answer.words)


def _lone_number(text: str) -> str:
    """Give the number of "19", "masih 19", "19 asal dompu" and "19 kak, seangkatan sy", "" where it counts people."""
    first, _, rest = text.strip(" .").partition(",")
    words = without_particles(fold(first[:_A_FIGURE]))
    words = tuple(itertools.dropwhile(_BEFORE_AN_AGE.__contains__, words))
    if 1 < len(words) <= 1 + _A_PLACE and words[1] in _FROM and _COUNTED.isdisjoint(words):
        words = words[:1]
    if len(words) != 1 or not words[0].isdecimal() or not _COUNTED.isdisjoint(fold(rest[:200])):
        return ""
    return "" if any(char.isdigit() for char in rest) else words[0]


def gives_a_name(words: Words) -> bool:
    """Say whether a short line gives somebody's name: "Maesarah namanya"."""
    return len(words) > 1 and not spoken_of_words().naming.isdisjoint(words)


def _is_a_bare_name(text: str) -> bool:
    """Say whether a line is nothing but a name: "Deni Irawan"."""
    words = text.strip(" .!").split()
    ordinary = ordinary_words()
    return (
        0 < len(words) <= _A_BARE_NAME
        and all(word.isalpha() and word[0].isupper() for word in words)
        and (ordinary.talk | ordinary.persons | ordinary.dont_know | ordinary.time).isdisjoint(fold(text[:80]))
    )


def _is_a_titled_name(text: str) -> bool:
    """Say whether a line begins with nothing but a title and a name: "bu Marni, ga tau nomornya"."""
    words = fold(text.partition(",")[0][:60])
    is_titled = 1 < len(words) <= _A_BARE_NAME and words[0] in word_set("sure_titles")
    names = [word for word in words[1:] if word not in word_set("titles")]
    return is_titled and bool(names) and not any(word in word_set("not_names") or is_everyday(word) for word in names)


def _is_an_elder(words: Words) -> bool:
    known = spoken_of_words()
    return any(
        word in known.naming and words[at + 1 : at + 2] and words[at + 1] in known.elders
        for at, word in enumerate(words)
    )
