"""Tables of single words by which messages are told apart, read once from flows/texts/words.toml."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from flows.folding import fold

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TopicWords:
    """Words that show what a text is about: anywhere in it, or as its first word."""

    anywhere: frozenset[str]
    first: frozenset[str]


@cache
def topic_words() -> Mapping[str, TopicWords]:
    """Give the words of each topic, by the id of its question."""
    return {
        topic: TopicWords(folded_set(table.get("anywhere", "")), folded_set(table.get("first", "")))
        for topic, table in written_words()["topic"].items()
    }


@cache
def having_words() -> tuple[frozenset[str], frozenset[str]]:
    """Give the words of "not" and of "have" or "know", which together mean that there is nothing to tell."""
    table = written_words()["nothing"]
    return folded_set(table["not"]), folded_set(table["have"])


@cache
def why_words() -> tuple[frozenset[str], frozenset[str]]:
    """Give the words that begin a "why", and those of which one shows that it is about being asked."""
    table = written_words()["why"]
    return folded_set(table["first"]), folded_set(table["about"])


@cache
def teller_words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Give the words for oneself, those of a witness, and those that may come before either."""
    table = written_words()["teller"]
    return folded_set(table["self"]), folded_set(table["witness"]), folded_set(table["lead"])


@cache
def telling_words() -> frozenset[str]:
    """Give the words that a bare place does not hold."""
    return folded_set(written_words()["telling"]["words"])


@cache
def naming_words() -> frozenset[str]:
    """Give the words that name somebody as the one who recruits."""
    return folded_set(written_words()["naming"]["words"])


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """Words that show of whom a line speaks, of ages, of names, the titles of elders and bosses, and oneself.

    Acquaintances are victims as often as they recruit.
    """

    recruiter: frozenset[str]
    victim: frozenset[str]
    acquaintances: frozenset[str]
    aged: frozenset[str]
    naming: frozenset[str]
    elders: frozenset[str]
    bosses: frozenset[str]
    mine: frozenset[str]


@cache
def spoken_of_words() -> SpokenOf:
    """Give the words by which a name told by itself finds its person."""
    return _sets_of(SpokenOf, "spoken_of")


@dataclass(frozen=True, slots=True)
class SafetyWords:
    """Words that tell whether somebody may write in safety: of safety, of being alone, and of who may be there."""

    safe: frozenset[str]
    alone: frozenset[str]
    there: frozenset[str]
    somebody: frozenset[str]
    denials: frozenset[str]
    now: frozenset[str]


@cache
def safety_words() -> SafetyWords:
    """Give the words by which an answer about safety is known."""
    return _sets_of(SafetyWords, "safety")


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Words beside a number: for the thing, for calling it, of others whose it is, and of how they can be reached.

    `pointing` words lead from a number to its owner, `may` gives leave to call, and `captors` hold somebody for ransom.
    """

    things: frozenset[str]
    calls: frozenset[str]
    own: frozenset[str]
    theirs: frozenset[str]
    reached: frozenset[str]
    watched: frozenset[str]
    corrected: frozenset[str]
    pointing: frozenset[str]
    may: frozenset[str]
    beside: frozenset[str]
    captors: frozenset[str]


@cache
def number_words() -> NumberWords:
    """Give the words by which a number finds its owner."""
    return _sets_of(NumberWords, "whose_number")


@dataclass(frozen=True, slots=True)
class OrdinaryWords:
    """Words that tell talk from an answer: of talking on, of persons and what they are, of not knowing, of time."""

    talk: frozenset[str]
    persons: frozenset[str]
    roles: frozenset[str]
    dont_know: frozenset[str]
    asked_for: frozenset[str]
    time: frozenset[str]
    hours: frozenset[str]
    this: frozenset[str]
    which_one: frozenset[str]
    posing: frozenset[str]
    holding: frozenset[str]
    services: frozenset[str]
    sums: frozenset[str]
    ages: frozenset[str]
    gasps: frozenset[str]


@cache
def ordinary_words() -> OrdinaryWords:
    """Give the words by which talk is told from an answer that names somebody, some place or some day."""
    return _sets_of(OrdinaryWords, "ordinary")


@cache
def learning_words() -> tuple[Mapping[str, frozenset[str]], frozenset[str]]:
    """Give the words that name each thing to read, and those by which people ask."""
    table = written_words()["learning"]
    topics = {topic: folded_set(words) for topic, words in table.items() if topic != "asking"}
    return topics, folded_set(table["asking"])


@cache
def english_words() -> frozenset[str]:
    """Give common words that are English and nothing else."""
    return folded_set(written_words()["english"]["words"])


@dataclass(frozen=True, slots=True)
class OrderWords:
    """Words of food and water that somebody orders: surely, together with others, and as their measure."""

    sure: frozenset[str]
    goods: frozenset[str]
    counting: frozenset[str]


@cache
def order_words() -> OrderWords:
    """Give the words by which an order is known that went to the wrong number."""
    return _sets_of(OrderWords, "orders")


@cache
def to_report_words() -> tuple[frozenset[str], frozenset[str]]:
    """Give the verbs of the wish to report, and the words that may stand beside one."""
    table = written_words()["to_report"]
    return folded_set(table["verbs"]), folded_set(table["beside"])


@cache
def plea_words() -> frozenset[str]:
    """Give the words by which people ask for help without saying what happened."""
    return folded_set(written_words()["plea"]["words"])


@dataclass(frozen=True, slots=True)
class CourtesyWords:
    """Words of a line that is only polite: praise, sorry, for which trouble, and what stands beside these."""

    praise: frozenset[str]
    sorry: frozenset[str]
    bother: frozenset[str]
    beside: frozenset[str]


@cache
def courtesy_words() -> CourtesyWords:
    """Give the words by which a line is known that only thanks God or says sorry."""
    return _sets_of(CourtesyWords, "courtesy")


@cache
def preface_words() -> tuple[frozenset[str], frozenset[str]]:
    """Give the words by which people say that a question is coming, and those by which they ask leave to put it."""
    table = written_words()["plea"]
    return folded_set(table["preface"]), folded_set(table["leave"])


@dataclass(frozen=True, slots=True)
class ContactWords:
    """How people name the ways of contact, wish for one and refuse one, and of whom else they say it."""

    writing: frozenset[str]
    calling: frozenset[str]
    reaching: frozenset[str]
    passive: frozenset[str]
    objects: frozenset[str]
    ordered: frozenset[str]
    answering: frozenset[str]
    slow: frozenset[str]
    much: frozenset[str]
    either: frozenset[str]
    along: frozenset[str]
    english: frozenset[str]
    only: frozenset[str]
    here: frozenset[str]
    welcome: frozenset[str]
    just: frozenset[str]
    may: frozenset[str]
    selves: frozenset[str]
    own_nya: frozenset[str]
    conditions: frozenset[str]
    number: frozenset[str]
    owned: frozenset[str]
    others: frozenset[str]
    phones: frozenset[str]
    titles: frozenset[str]
    past: frozenset[str]
    denials: frozenset[str]
    needless: frozenset[str]
    refusals: frozenset[str]
    lasting: frozenset[str]
    failing: frozenset[str]
    agreements: frozenset[str]
    leads: frozenset[str]
    times: frozenset[str]


@dataclass(frozen=True, slots=True)
class NameWords:
    """How people say whether they may be named."""

    names: frozenset[str]
    own: frozenset[str]
    whole: frozenset[str]
    selves: frozenset[str]
    elders: frozenset[str]
    secret: frozenset[str]
    using: frozenset[str]
    noting: frozenset[str]
    agreeing: frozenset[str]
    may: frozenset[str]
    refusing: frozenset[str]
    denials: frozenset[str]
    matter: frozenset[str]
    needless: frozenset[str]
    only: frozenset[str]
    either: frozenset[str]
    leads: frozenset[str]
    past: frozenset[str]
    hushing: frozenset[str]
    telling: frozenset[str]
    reporting: frozenset[str]


@cache
def contact_verbs() -> frozenset[str]:
    """Give the words of writing to somebody, calling them and reaching them."""
    ways = contact_words()
    return ways.writing | ways.calling | ways.reaching


@cache
def name_words() -> NameWords:
    """Give the words by which writers say whether they may be named."""
    return _sets_of(NameWords, "name_wish")


@cache
def contact_words() -> ContactWords:
    """Give the words by which the contact question is answered."""
    return _sets_of(ContactWords, "contact_ways")


@cache
def erase_words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Give the verbs of a wish to delete, what is to be deleted, and words that make it somebody else's."""
    table = written_words()["erase"]
    return folded_set(table["verbs"]), folded_set(table["things"]), folded_set(table["others"])


@cache
def asked_back_words() -> Mapping[str, frozenset[str]]:
    """Give the words by which people ask of this service.

    Those of `<topic>_alone` count where little else stands, those of `<topic>_if` beside one of `<topic>_with`.
    """
    return _parts_of("asked_back")


@cache
def disturbing_words() -> Mapping[str, frozenset[str]]:
    """Give the words of `persons` who may not read along, of `coming`, and of its being now or `soon`."""
    return _parts_of("disturbing")


@cache
def thanking_words() -> frozenset[str]:
    """Give the words of which a message consists that only thanks."""
    return folded_set(written_words()["thanking"]["words"])


@cache
def human_words() -> Mapping[str, frozenset[str]]:
    """Give the words of `speaking` with somebody, and those of `humans`."""
    return _parts_of("human")


@cache
def worry_words() -> Mapping[str, frozenset[str]]:
    """Give the words by which people ask about their own case, by what they are of."""
    return _parts_of("worry")


@cache
def recounting_words() -> Mapping[str, frozenset[str]]:
    """Give the words by which a number of victims is put right: of `one`, of `only`, of `denying`, and the others."""
    return _parts_of("recounting")


@cache
def departing_words() -> Mapping[str, frozenset[str]]:
    """Give the words by a day: of `leaving`, of `carriers`, of another day after all, of `moving`, and mere company."""
    return _parts_of("departing")


@dataclass(frozen=True, slots=True)
class AgreeingWords:
    """Words behind a yes: those that only urge, and those by which it is no longer a plain one."""

    urging: frozenset[str]
    hesitating: frozenset[str]
    sending: frozenset[str]
    leading: frozenset[str]
    sent: frozenset[str]
    joining: frozenset[str]
    fearing: frozenset[str]
    weary: frozenset[str]


@cache
def agreeing_words() -> AgreeingWords:
    """Give the words that may stand behind a yes to a last step, and those that take it back."""
    return _sets_of(AgreeingWords, "agreeing")


def _sets_of(kind: Callable[..., T], table: str) -> T:
    """Give a table of words as `kind`, whose fields are the table's lines."""
    return kind(**_parts_of(table))


def _parts_of(table: str) -> Mapping[str, frozenset[str]]:
    """Give the lines of a table by their names."""
    return {part: folded_set(words) for part, words in written_words()[table].items()}


def folded_set(words: str) -> frozenset[str]:
    """Give the words of a line, as messages are compared with them."""
    return frozenset(fold(words))


@cache
def written_words() -> Mapping[str, Any]:
    """Give all tables of the file."""
    return tomllib.loads(files("flows.texts").joinpath("words.toml").read_text("utf-8"))
