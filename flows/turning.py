"""A turn while it is being taken: what was heard, what has been decided, what will be said."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from flows.conversation import Answer, Conversation, Origin, Shown
from flows.events import Event
from flows.facts import Facts
from flows.labels import Urgency
from flows.reading import Reading
from flows.reply import Reply
from flows.said import Said
from flows.texts import say

_LONGEST_STORY = 4000  # characters kept as the story of a draft; the transcript keeps every word


@dataclass
class Turning:
    """The one mutable thing in flows/: it lives for one call of `take_turn` and never leaves it."""

    conversation: Conversation
    said: Said
    facts: Facts
    reading: Reading = field(default_factory=Reading)
    prefaces: list[str] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Give the words of the message."""
        return self.said.text

    def tell(self, key: str, **values: object) -> None:
        """Say something before the next question, in the same message."""
        self.prefaces.append(say(key, self.conversation.language, **values))

    def reply(self, reply: Reply) -> None:
        """Say something, with all that was to be told before it."""
        text = "\n\n".join([*self.prefaces, reply.text] if reply.text else self.prefaces)
        self.prefaces.clear()
        self.replies.append(replace(reply, text=text))

    def reply_prefaces(self) -> None:
        """Say what was to be told, with no question after it."""
        if self.prefaces:
            self.reply(Reply(""))

    def say_and_rest(self, key: str, **values: object) -> None:
        """Say a last thing and let the conversation rest."""
        self.reply(Reply(say(key, self.conversation.language, **values)))
        self.conversation = self.conversation.at_rest()

    def begin(self, flow: str, answers: Mapping[str, Answer] | None = None) -> None:
        """Start a flow from its top."""
        self.conversation = Conversation(flow=flow, answers=dict(answers or {}), language=self.conversation.language)

    def answer(self, changes: Mapping[str, Answer]) -> None:
        """Set answers."""
        self.conversation = self.conversation.with_answers(changes)

    def show_nothing(self) -> None:
        """Forget the question last shown."""
        self.conversation = replace(self.conversation, shown=None)

    def count_miss(self) -> int:
        """Note that the question last shown was not understood; give how often in a row."""
        shown = self.conversation.shown
        if shown is None:
            return 0
        self.conversation = replace(
            self.conversation, shown=Shown(shown.prompt, shown.options, misses=shown.misses + 1)
        )
        return shown.misses + 1

    def add_to_story(self, text: str) -> None:
        """Keep words with the story, after what was told before."""
        told = self.conversation.answers.get("what")
        story = "\n".join(part for part in (told.value if told else "", text.strip()) if part)
        origin = told.origin if told and told.is_known else Origin.VOLUNTEERED
        self.answer({"what": Answer(story[:_LONGEST_STORY], origin)})

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
            signs.setdefault(sign.name, sign.words)
        if len(signs) > len(known):
            lines = "\n".join(f"{name}\t{words}" for name, words in signs.items())
            changes["signals"] = Answer(lines, Origin.READ)
        if changes:
            self.answer(changes)


def signs_of(conversation: Conversation) -> list[tuple[str, str]]:
    """Give the signs read so far, each with the words it rests on."""
    lines = conversation.value("signals").splitlines()
    return [(name, words) for name, _, words in (line.partition("\t") for line in lines)]
