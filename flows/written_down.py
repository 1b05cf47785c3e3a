"""What of an answer is written down: what was understood of it, a choice, or its words without what is beside them."""

import re

from flows import questions as q
from flows.conversation import Answer, Origin
from flows.folding import fold
from flows.plausible import knows_nothing
from flows.question import Question
from flows.sayings import Saying, saying_in
from flows.sentences import Sentence, asks, sentences_of
from flows.spots_told import spot_in, with_town
from flows.tellers import speaks_of_oneself
from flows.topics import leads
from flows.turning import Turning
from flows.understanding.home_places_right import with_home_places_right
from flows.understanding.places_abroad import is_inland
from flows.volunteering import as_choice
from flows.word_tables import having_words, telling_words, topic_words

_LONGEST_ANSWER = 500  # characters of one answer; the transcript keeps every word
MORE_THAN_ASKED = 8
"""Words; so long an answer tells more than what was asked."""
_A_NAME = 3  # words; "kamar 12?" is a place in doubt
_SPOT = "tempatnya|posisinya|lokasinya|alamatnya"
_HEAD = re.compile(rf"^(?:(?:ini|itu|{_SPOT})\s+)*(?:{_SPOT})\s+", re.IGNORECASE)
_DENIED = re.compile(r"[\s,]+(?:ya\s+)?bukan\s+(?:di\s+)?\S+$", re.IGNORECASE)  # "masih batam ya bukan johor"
_WHERE, _KNOW = "mana", "tahu"


def worded(turn: Turning, question: Question) -> Answer:
    """Give the answer that the message is to the question."""
    found = turn.reading.found.get(question.id)
    if question is q.VICTIM_NOW and found and tells_danger(turn):
        # "dikurung di batam" is a place and a part of the story
        turn.add_to_story(turn.text)
        return Answer(_with_its_spot(turn.text, found.value), Origin.VOLUNTEERED, found.words)
    if question is q.CONTACT_PHONE:
        told = turn.reading.found
        found = told.get("contact") or told.get("recruiter_phone") or told.get("victim_phone")
    # "KM Bahari di laut arafura" says more than its name
    in_own_words = question in {q.WHAT, q.VICTIM_NOW, q.VICTIM_SPOT, q.SHIP}
    # "di kos di Praya, bebas kok ga dikurung ..." goes on after the place; all of it stays with the story
    is_long = len(turn.text.split()) >= MORE_THAN_ASKED
    goes_on = is_long and (question is q.VICTIM_NOW or (question is q.VICTIM_SPOT and _talks_on(turn.text)))
    found = turn.reading.found.get(q.VICTIM_NOW.id) if goes_on else found
    if found and (goes_on or not in_own_words):
        value = as_choice(question.id, found.value)
        value = _with_its_spot(turn.text, value) if goes_on else value
        return Answer(value, Origin.ASKED, turn.text[:_LONGEST_ANSWER])
    firm = turn.reading.found.get("company") if question is q.RECRUITER and is_long else None
    if firm:
        return Answer(firm.value, Origin.VOLUNTEERED, firm.words)  # "masuk lewat PT ... di tegal tahun lalu"
    if question is q.WHAT:
        turn.add_to_story(turn.text)
        return Answer(turn.conversation.value(q.WHAT.id), Origin.ASKED)
    if question is q.VICTIM and speaks_of_oneself(turn.text):
        return Answer("self", Origin.ASKED, turn.text[:_LONGEST_ANSWER])
    written = place_alone(with_home_places_right(turn.text)) if in_own_words else turn.text.strip()
    if written != turn.text.strip():
        turn.add_to_story(turn.text)
    return Answer(written[:_LONGEST_ANSWER], Origin.ASKED)


def _talks_on(text: str) -> bool:
    """Tell "di rumah majikan di tripoli dikunci. dia kirim suara ..." from "near the blok m market, a green gate"."""
    return not telling_words().isdisjoint(fold(text[:_LONGEST_ANSWER]))


def _with_its_spot(text: str, town: str) -> str:
    """Give all that was told of a place where it was asked for: "salmiya block 10, flat 3, Kuwait"."""
    spot = spot_in(text)
    return with_town(spot, town)[:_LONGEST_ANSWER] if spot else town


def add_spot(turn: Turning) -> None:
    """Put the spot that was told before the town where the victim is."""
    spot, town = turn.conversation.value(q.VICTIM_SPOT.id), turn.conversation.value(q.VICTIM_NOW.id)
    read = turn.reading.found.get(q.VICTIM_NOW.id)
    if read and spot.endswith(read.value):
        spot = read.value  # "dia nginap di wisma Seruni"
    if spot.casefold() in town.casefold():
        whole = town
    elif read and q.RECRUITER.id not in turn.reading.found and _lies_elsewhere(read.value, town):
        whole = _with_its_spot(turn.text, read.value)  # "tau2 nelpon dari Sambas", of whom Brunei was told
    else:
        bare = spot.removeprefix("di ") if town else spot
        whole = spot if town.partition(",")[0].casefold() in spot.casefold() else f"{bare}, {town}"
    turn.conversation = turn.conversation.with_answers({q.VICTIM_NOW.id: Answer(whole, Origin.ASKED, turn.text[:200])})


def _lies_elsewhere(place: str, town: str) -> bool:
    """Tell a town of the land from a part of the country that was told before."""
    return is_inland(place) and bool(town) and not any(map(is_inland, (town, town.rpartition(", ")[2])))


def tells_danger(turn: Turning) -> bool:
    """Say whether a sign of danger rests on this very message."""
    # the signs of the story so far are read along: only what stands in this very message makes it more than a place
    text = turn.text.casefold()
    return any(sign.words.casefold() in text for sign in turn.reading.signals)


def place_alone(text: str) -> str:
    """Give the sentences of an answer that may name a place; the whole answer where none is left, or all are."""
    text = _DENIED.sub("", _HEAD.sub("", text.strip())) or text
    said = sentences_of(text)
    named = [one for one in said if not _is_beside(one)]
    if spot_in(text):  # "dekat Kuantan. kbri bayar ndak, polisi sana ..."
        named = [one for one in named if spot_in(one.written) or _may_be_a_street(one)]
    if not named or len(named) == len(said):
        return text.strip()
    return " ".join(one.written.strip() for one in named).strip(" .!")


def _may_be_a_street(said: Sentence) -> bool:
    """Tell "jl melati no 5" and "Salmiya", beside a spot, from "kbri bayar ndak, polisi sana nangkep"."""
    is_placed = not topic_words()[q.VICTIM_NOW.id].anywhere.isdisjoint(said.words)
    return (is_placed or len(said.words) <= _A_NAME) and not asks(said)


def _is_beside(said: Sentence) -> bool:
    """Tell "tak tau nama jalan", "kan sudah sy bilang" and "ngapain nanya terus" from what names a place."""
    words = said.words
    nots, haves = having_words()
    is_unknown = knows_nothing(said.written) or (words[0] in nots and not haves.isdisjoint(words[1:3]))
    is_unknown |= words[0] == _WHERE and _KNOW in words  # "mana saya tau jalannya"
    is_said = is_unknown or saying_in(said.written) is Saying.TOLD_ALREADY or (len(words) > _A_NAME and asks(said))
    return is_said and not leads(words)
