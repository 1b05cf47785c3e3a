"""Which questions a free text is about: what keeps an answer to one question from filling another."""

import itertools
import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from flows import questions as q
from flows.choices import choose
from flows.conversation import Answer, Conversation
from flows.folding import fold
from flows.phrases import option_phrases, without_fillers
from flows.places import resolve
from flows.question import Question
from flows.reading import Reading
from flows.understanding.lexicon import word_set
from flows.word_tables import naming_words, telling_words, topic_words

_KEYS = {
    "victim": frozenset({"victim", "victim_relation", "victim_name", "victim_age", "victim_sex", "victim_count"}),
    "victim_now": frozenset({"victim_now", "destination", "transit"}),
    "recruiter": frozenset({"recruiter", "company"}),
    "recruiter_phone": frozenset({"recruiter_phone", "account"}),
    "destination": frozenset({"destination", "transit", "victim_now"}),
    "departure": frozenset({"departure"}),
    "documents": frozenset({"documents"}),
    "payment": frozenset({"payment", "salary"}),
    "visa": frozenset({"visa"}),
    "anonymous": frozenset({"anonymous"}),
    "contact": frozenset({"contact"}),
    "reporter_name": frozenset({"reporter_name"}),
}
_TOPIC_OF = {q.VICTIM_SPOT.id: "victim_now", "child_age": "victim"}
_FILLED_BY_WORDS = frozenset({"victim_now", "recruiter", "documents"})  # a day or a number alone may be anybody's
_NEVER_A_SIGN = frozenset({"victim", "victim_now", "recruiter_phone", "destination", "departure"})
_PLACES = frozenset({"victim_now", "destination"})
_ONE_THING = 12  # words; a longer text tells more than one thing, and only what was read in it counts
_TOLD_ELSEWHERE = (q.CONTACT, q.ANONYMOUS, q.DOCUMENTS, q.VICTIM, *q.FORM_QUESTIONS.values())
_SAYS_SAFE = frozenset(fold("aman safe unsafe"))
_LATER_WINS = (q.CONTACT, q.ANONYMOUS)
_LONGEST = 8  # words
_LEADS = frozenset(fold("di dekat deket dkt sebelah belakang depan jalan jl in at near kat kt"))
_STREETS = frozenset({"jalan", "jl"})
_IS_NOW = frozenset(fold("sekarang skrg skrng masih msh posisi lokasi lagi lg ada now still"))
_PLANS = frozenset(fold("mau akan bakal rencana rencananya nanti ntar gonna"))
_IS_DONE = re.compile(r"di[a-z]{4,}$")
_NAMES_SOMETHING = {("nama",), ("namanya",), ("name",)}
_ONLY_NAMING = frozenset({"namanya", "bernama", "named", "called"})
_ON_THE_WAY = frozenset(fold("ke lewat menuju to via transit transitnya lewatnya jalur jalurnya rute rutenya"))
_NEEDS_ITS_WORDS = frozenset({q.RECRUITER_PHONE.id})
_PRONOUNS = {("dia",), ("mereka",), ("ia",), ("they",), ("he",), ("she",)}  # "dia ngajak orang ke Laos" names nobody
_THEN = frozenset(fold("terus trs lalu katanya kata then and"))
_NO_TOPICS: frozenset[str] = frozenset()
_CHILD, _MEN = "anak", (("buah",), ("buahnya",))
_A_NUMBER = 7  # digits
_FIGURES = 5  # digits; "ga brgkt2" is no number
_A_BARE_PLACE = 4  # words
_OUTSIDE_A_CHOICE = 2  # words; one word alone ("saya", "orang") means too many things


class About(NamedTuple):
    """What a text is about: topics that it begins with, whose words stand in it, and of which a fact was read."""

    first: frozenset[str]
    words: frozenset[str]
    read: frozenset[str]
    has_signs: bool = False
    has_age: bool = False
    names_one: bool = False
    has_figures: bool = False
    is_of_somebody: bool = False
    has_trade: bool = False
    is_whereabouts: bool = False

    def fits(self, question: Question, conversation: Conversation) -> bool:
        """Say whether the text may answer the question: it speaks of its topic, or of no topic that we know.

        Words alone count less than a fact that was read for another question and is new.
        """
        topic = _TOPIC_OF.get(question.id, question.id)
        if topic == q.DESTINATION.id and self.is_whereabouts:
            return False  # "tempat tampungnya di Gerung, belakang toko"
        if topic not in _KEYS or topic in self.read or topic in self.first:
            return True
        if topic == q.RECRUITER.id and self.has_signs and not self.names_one:
            return False  # "hp diambil majikan" is told, not an answer
        if topic in _NEEDS_ITS_WORDS and (topic not in self.words or self.has_signs) and not self.has_figures:
            return False  # "sy dari dompu" is no number
        if topic == q.DEPARTURE.id and self.has_trade:
            return False  # "dulu dijanjiin jadi pelayan" is no day
        if topic == q.RECRUITER.id and self.is_of_somebody:
            return False  # "they are in Ampenan now"
        if topic == q.RECRUITER.id and self.has_age and not conversation.knows("victim_age"):
            return False  # "namanya Sahnun, umur 45" is the victim's
        news = {other for other in self.read if not any(conversation.knows(key) for key in _KEYS[other])}
        if topic in self.words:
            return not news
        # "dia dipukul" is told, not an answer, where a place or a number was asked
        return not (self.words or self.read or (self.has_signs and topic in _NEVER_A_SIGN))


def about(text: str, reading: Reading) -> About:
    """Find the topics of a text."""
    words = fold(text[:200])
    if _CHILD in words:  # "anak buahnya" are their men
        words = tuple(word for at, word in enumerate(words) if word != _CHILD or words[at + 1 : at + 2] not in _MEN)
    anywhere, leading = _topics_by_word()
    first = leading.get(words[0], _NO_TOPICS) if words else _NO_TOPICS
    named = first.union(*[anywhere[word] for word in words if word in anywhere])
    figures = sum(map(str.isdigit, text))
    told = text.casefold()
    return About(
        first,
        named | {q.RECRUITER_PHONE.id} if figures >= _A_NUMBER else named,
        frozenset([topic for topic, keys in _KEYS.items() if not keys.isdisjoint(reading.found)]),
        any(sign.words.casefold() in told for sign in reading.signals),
        "victim_age" in reading.found,
        names_a_recruiter(text),
        "@" in text or figures >= _FIGURES,
        _tells_of_somebody(words),
        not {"job", "salary"}.isdisjoint(reading.found),
        "victim_now" in reading.found and "destination" not in reading.found and len(words) > _A_BARE_PLACE,
    )


@cache
def _topics_by_word() -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    """Give the topics of each word that shows one anywhere in a text, and of each that shows one as its first word."""
    anywhere: dict[str, frozenset[str]] = {}
    first: dict[str, frozenset[str]] = {}
    for topic, listed in topic_words().items():
        for table, spoken in ((anywhere, listed.anywhere), (first, listed.first)):
            table.update({word: table.get(word, _NO_TOPICS) | {topic} for word in spoken})
    return anywhere, first


def _tells_of_somebody(words: tuple[str, ...]) -> bool:
    """Tell "they are in Ampenan now" and "terus dia bilang ..." from the name of somebody."""
    if words[:1] in _PRONOUNS:
        return not _LEADS.isdisjoint(words)
    return words[1:2] in _PRONOUNS and words[0] in _THEN


def answers_elsewhere(text: str, conversation: Conversation) -> dict[str, Answer]:
    """Give the choice of another question that this text is the wording of: "tanpa nama", "boleh di chat"."""
    words = fold(text[:80])
    bare = without_fillers(words)
    if _SAYS_SAFE.intersection(bare):
        safe = choose(text[:80], q.SAFE, q.SAFE.choices).id
        return {q.SAFE.id: Answer(safe, words=text[:80])} if safe in {"yes", "no"} else {}
    if len(words) > _LONGEST or len(bare) < _OUTSIDE_A_CHOICE or bare in _shared():
        return {}
    if _listed_elsewhere().isdisjoint((words, bare, tuple(sorted(bare)))):
        return {}
    for question in _TOLD_ELSEWHERE:
        choice = option_phrases(question.id).meaning(words, bare)
        may_change = question in _LATER_WINS or not conversation.knows(question.id)
        if choice in question.choices and may_change:
            return {question.id: Answer(choice, words=text[:80])}
    return {}


@cache
def _listed_elsewhere() -> frozenset[tuple[str, ...]]:
    """Give every wording that means a choice of these questions: what is none of them need not be tried on each."""
    listed = [option_phrases(question.id) for question in _TOLD_ELSEWHERE]
    return frozenset().union(*[[*one.whole, *one.bare, *one.any_order] for one in listed])


def lone_topic(text: str, found: About) -> str:
    """Give the one topic that a short text is about where nothing else was read in it, "" for none or several."""
    if found.read - _PLACES or len(found.words) != 1 or len(text.split()) > _ONE_THING:
        return ""
    topic = next(iter(found.words))
    words = fold(text[:200])
    if topic == q.VICTIM_NOW.id and found.has_trade and not leads(words):
        return ""  # "pabrik coklat" is the work
    if topic == q.RECRUITER.id and (words[:1] in _PRONOUNS or naming_words().isdisjoint(set(words) - _ONLY_NAMING)):
        return ""  # "Maesarah namanya" may be anybody's name
    return topic if topic in _FILLED_BY_WORDS else ""


def could_be_a_place(text: str, reading: Reading, found: About, province: str) -> bool:
    """Say whether a text may say where somebody is; what only tells on is kept with the story."""
    words = fold(text[:200])
    tells = not leads(words) and not telling_words().isdisjoint(words)
    tells = tells or (found.has_signs and words[0] not in _LEADS)
    if words[:1] in _NAMES_SOMETHING or ("?" in text and _LEADS.isdisjoint(words)):
        return False
    if "victim_now" not in reading.found and _tells_of_elsewhere(words):
        return False
    if "victim_now" in reading.found or ("victim_now" in found.words | found.first and not tells):
        return True
    if found.read - _PLACES or (found.read and _ON_THE_WAY.intersection(words)):
        return False  # "sponsornya Andre", "katanya ke Korea"
    if found.read:
        return True
    if found.words or len(words) > _ONE_THING // 2 or telling_words().intersection(words):
        return resolve(text[:200], province=province).place is not None
    return True


def _tells_of_elsewhere(words: tuple[str, ...]) -> bool:
    """Tell "ketemu di hotel", "mau dibawa ke Sampit" and "dipotong makan, mes" from where somebody is."""
    if not _IS_NOW.isdisjoint(words):
        return False
    plans = any(one in _PLANS and other not in _PLANS for one, other in itertools.pairwise(words[:_ONE_THING]))
    is_done = words[:1] and _IS_DONE.match(words[0]) and words[0] not in topic_words()["victim_now"].anywhere
    return plans or not word_set("meeting").isdisjoint(words) or (bool(is_done) and not leads(words))


def leads(words: tuple[str, ...]) -> bool:
    """Say whether "di", "dekat" and the like stand before a place, and not "di" before a verb."""
    verbs = word_set("agent_verbs")
    return any(
        word in _LEADS and not (word == "di" and words[place + 1] in verbs) and not _walks(words, place)
        for place, word in enumerate(words[:-1])
    )


def _walks(words: tuple[str, ...], place: int) -> bool:
    """Tell "gak bisa jalan jauh" from "jalan pejanggik"."""
    return words[place] in _STREETS and place > 0 and words[place - 1] not in _LEADS


def names_a_recruiter(text: str) -> bool:
    """Say whether a text says of somebody that they recruit, or gives a name: "itu yang bawa", "namanya Mamad"."""
    return bool(naming_words().intersection(fold(text[:200])))


@cache
def _shared() -> frozenset[tuple[str, ...]]:
    """Phrases that mean a choice of more than one question, such as "tidak ada": told elsewhere they mean nothing."""
    seen: dict[tuple[str, ...], int] = {}
    for question in q.QUESTIONS.values():
        for words in option_phrases(question.id).bare:
            seen[words] = seen.get(words, 0) + 1
    return frozenset(words for words, count in seen.items() if count > 1)
