"""A turn while it is being taken: what was heard, what has been decided, what will be said."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from flows.choices import NO_CHOICE, Choice
from flows.commands import Command
from flows.conversation import CALLED, PLACE, Answer, Conversation, Origin, Shown
from flows.events import Event
from flows.facts import Facts
from flows.labels import Urgency
from flows.reading import Reading
from flows.registers import as_to_a_child
from flows.reply import Reply
from flows.said import Said
from flows.spoken_of import SPOKEN_OF
from flows.tellers import is_victims_own, says_aku
from flows.texts import say
from flows.ticket import State, TicketView
from flows.wishes import NO_WISHES, Wishes
from flows.worries import worries_in

LONGEST_STORY = 4000  # characters kept as the story of a draft; the transcript keeps every word
_LONGEST_HEARD = 300  # characters of fragments kept in mind until they make sense together
_OF_ANOTHER = frozenset({"victim", "victim_relation", "victim_name", "victim_sex"})
_REOPENED = Origin.REOPENED
_NOTHING_READ = Reading()
_CARRIED = frozenset({"files", "heard", "child", SPOKEN_OF, PLACE})  # what a new flow takes over from the one before


@dataclass(slots=True)
class Turning:
    """The one mutable thing in flows/: it lives for one call of `take_turn` and never leaves it."""

    conversation: Conversation
    said: Said
    facts: Facts
    reading: Reading = _NOTHING_READ
    choice: Choice = NO_CHOICE
    command: Command | None = None
    wishes: Wishes = NO_WISHES
    prefaces: list[str] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    text: str = field(init=False)
    """The words of the message."""
    _worries: tuple[str, ...] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        """Keep the words at hand: they are looked at a dozen times."""
        self.text = self.said.text

    @property
    def worries(self) -> tuple[str, ...]:
        """What the message asks or begs of the case: read once, whoever looks."""
        if self._worries is None:
            self._worries = worries_in(self.text)
        return self._worries

    @property
    def worry(self) -> str:
        """What the message asks or begs last, "" for nothing."""
        return self.worries[-1] if self.worries else ""

    def leave_out_worries(self, answered: Container[str]) -> None:
        """Leave these unanswered: something else answers them."""
        self._worries = tuple(worry for worry in self.worries if worry not in answered)

    @property
    def call(self) -> TicketView | None:
        """The ticket by which an officer was called to this talk, while nobody has taken it and nothing was told."""
        ticket = self.facts.ticket(self.conversation.value(CALLED))
        return ticket if ticket and ticket.state is State.NEW else None

    def forget(self, keys: Container[str]) -> None:
        """Take these out of what was read: the message tells them of somebody or something else."""
        kept = {key: found for key, found in self.reading.found.items() if key not in keys}
        self.reading = self.reading._replace(found=MappingProxyType(kept))

    def tell(self, key: str, **values: object) -> None:
        """Say something before the next question, in the same message."""
        self.prefaces.append(say(key, self.conversation.language, **values))

    def reply(self, reply: Reply) -> None:
        """Say something, with all that was to be told before it."""
        text = reply.text
        if self.prefaces:
            text = "\n\n".join([*self.prefaces, text] if text else self.prefaces)
            self.prefaces.clear()
        if self.conversation.value("child"):
            text = as_to_a_child(text)
        self.replies.append(reply if text is reply.text else Reply(text, reply.options, reply.prompt))

    def reply_prefaces(self) -> None:
        """Say what was to be told, with no question after it."""
        if self.prefaces:
            self.reply(Reply(""))

    def say_and_rest(self, key: str, **values: object) -> None:
        """Say a last thing and let the conversation rest."""
        self.reply(Reply(say(key, self.conversation.language, **values)))
        self.conversation = self.conversation.at_rest()

    def begin(self, flow: str, answers: Mapping[str, Answer] | None = None) -> None:
        """Start a flow from its top; what was sent or stammered before stays with it.

        A report goes on with the ticket of a call that nobody has taken yet.
        """
        carried = {key: answer for key, answer in self.conversation.answers.items() if key in _CARRIED}
        call = self.call
        if call:
            carried[CALLED] = Answer(call.code, Origin.READ)
            if flow == "report":
                carried["ticket"] = carried[CALLED]
        self.conversation = Conversation(
            flow=flow, answers={**carried, **(answers or {})}, language=self.conversation.language
        )

    def answer(self, changes: Mapping[str, Answer]) -> None:
        """Set answers; each remembers what it replaces."""
        if not changes:
            return
        answers = dict(self.conversation.answers)
        for key, answer in changes.items():
            old = answers.get(key)
            if old is None:
                answers[key] = answer
                continue
            if old.origin is _REOPENED:
                del answers[key]  # told anew, it is the last that was told
            answers[key] = _with_history(old, answer)
        self.conversation = self.conversation.holding(answers)

    def leave_open(self, question_id: str, origin: Origin = Origin.SKIPPED) -> None:
        """Ask the question no more: it was passed by, or the citizen said outright not to know."""
        self.answer({question_id: Answer(origin=origin, words=self.text[:60])})

    def reopen(self, question_ids: Iterable[str]) -> None:
        """Let questions be asked again; the old answers stay until there are new ones."""
        told = self.conversation.answers
        again = {key: told[key]._replace(origin=Origin.REOPENED) for key in question_ids if key in told}
        self.conversation = self.conversation.with_answers(again)

    def is_reopened(self, *question_ids: str) -> bool:
        """Say whether one of these is being put right by its giver."""
        return any(_is_reopened(self.conversation.answers.get(key)) for key in question_ids)

    def show_nothing(self) -> None:
        """Forget the question last shown."""
        self.conversation = self.conversation.showing(None)

    def count_miss(self) -> int:
        """Note that the question last shown was not understood; give how often in a row."""
        shown = self.conversation.shown
        if shown is None:
            return 0
        self.conversation = self.conversation.showing(Shown(shown.prompt, shown.options, shown.misses + 1))
        return shown.misses + 1

    def add_to_story(self, text: str) -> None:
        """Keep words with the story, after what was told before."""
        told = self.conversation.answers.get("what")
        if told and text.strip() and told.value.endswith(text.strip()):
            return  # it was kept already
        origin = told.origin if told and told.is_known else Origin.VOLUNTEERED
        parts = (self.conversation.value("heard"), told.value if told else "", text.strip())
        story = "\n".join(part for part in parts if part)
        self.conversation = self.conversation.without(["heard"]).with_answers(
            {"what": Answer(story[:LONGEST_STORY], origin)}
        )

    def keep_in_mind(self, text: str) -> None:
        """Keep words that say too little yet, to be read together with what comes next."""
        heard = "\n".join(part for part in (self.conversation.value("heard"), text.strip()) if part)
        self.answer({"heard": Answer(heard[-_LONGEST_HEARD:], Origin.READ)})

    def _told_so_far(self) -> str:
        told = self.conversation.value("what")
        return f"{told}\n{self.said.text}" if told else self.said.text

    def note_reading(self) -> None:
        """Keep what was read between the lines: the worst urgency, the first form, every sign with its words."""
        reading, conversation = self.reading, self.conversation
        changes: dict[str, Answer] = {}
        before = Urgency(conversation.value("urgency") or Urgency.NORMAL)
        if reading.urgency.rank < before.rank:
            changes["urgency"] = Answer(reading.urgency.value, Origin.READ)
        if reading.category not in {"none", "other"} and conversation.value("category") in {"", "none", "other"}:
            changes["category"] = Answer(reading.category.value, Origin.READ)
        known = signs_of(conversation)
        signs = dict(known)
        for sign in reading.signals:
            signs.setdefault(sign.name, " ".join(sign.words.split()))
        if len(signs) > len(known):
            lines = "\n".join(f"{name}\t{words}" for name, words in signs.items())
            changes["signals"] = Answer(lines, Origin.READ)
        is_open = not conversation.knows("victim_relation") and not _was_named(conversation.answers.get("victim"))
        if is_open and is_victims_own(self._told_so_far(), reading):
            changes["victim"] = Answer("self", Origin.VOLUNTEERED)
            self.forget(_OF_ANOTHER if "victim_relation" in reading.found else _OF_ANOTHER - {"victim_sex"})
            if "child_victim" in signs and says_aku(self.said.text):
                changes["child"] = Answer("yes", Origin.READ)
        if changes:
            self.answer(changes)


def _is_reopened(answer: Answer | None) -> bool:
    return answer is not None and answer.origin is _REOPENED


def _was_named(victim: Answer | None) -> bool:
    """Say whether it was answered outright that the victim is another than the writer."""
    is_told = victim is not None and victim.is_known and victim.origin in {Origin.ASKED, Origin.CORRECTED}
    return victim is not None and is_told and victim.value not in {"self", "nobody"}


def _with_history(old: Answer, new: Answer) -> Answer:
    if new.was or not old.value or old.value == new.value or Origin.READ in {old.origin, new.origin}:
        return new
    return new._replace(was=old.value)


def signs_of(conversation: Conversation) -> list[tuple[str, str]]:
    """Give the signs read so far, each with the words it rests on."""
    lines = conversation.value("signals").splitlines()
    return [(name, words) for name, _, words in (line.partition("\t") for line in lines)]
