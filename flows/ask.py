"""How a flow asks: it runs from the top with what is known and stops at the first thing that is not."""

from collections.abc import Mapping

from flows.conversation import Answer, Conversation, Origin
from flows.facts import Facts
from flows.question import Question

_REOPENED = Origin.REOPENED  # a name of the module is read twenty times quicker than a member, and this is read often
_NO_VALUES: Mapping[str, str] = {}


class NotYetAnswered(Exception):  # noqa: N818 - not an error: it carries the flow's next question
    """The flow needs this answer before it can go on."""

    __slots__ = ("choices", "question", "values", "variant")

    def __init__(self, question: Question, choices: tuple[str, ...], variant: str, values: Mapping[str, str]) -> None:
        self.question = question
        self.choices = choices
        self.variant = variant
        self.values = values


class Ask:
    """What a flow function is given: call it with a question to get the answer."""

    def __init__(self, conversation: Conversation, facts: Facts) -> None:
        self.conversation = conversation
        self.facts = facts
        self._answers = conversation.answers

    def __call__(
        self,
        question: Question,
        *,
        choices: tuple[str, ...] | None = None,
        variant: str = "",
        values: Mapping[str, str] = _NO_VALUES,
    ) -> Answer:
        """Give the answer to `question`, or stop the flow there.

        `choices` are those of the question's that make sense now, all of them where left out; `variant` picks the
        wording `ask.<id>_<variant>`; `values` fill its braces. Raises `NotYetAnswered` where nothing is known yet:
        the turn then shows the question.
        """
        answer = self._answers.get(question.id)
        if answer is not None and answer.origin is not _REOPENED:
            return answer  # as `known` does: a flow asks a dozen times a message, and nearly always knows
        answer = self.known(question) or self.left_open(question)
        if answer is None:
            raise NotYetAnswered(question, question.choices if choices is None else choices, variant, values)
        return answer

    def known(self, question: Question) -> Answer | None:
        """Give the answer if there is one, told under the question's own id or under a key that fits it."""
        answer = self._answers.get(question.id)
        if answer is not None and answer.origin is not _REOPENED:
            return answer
        for key in question.fits:
            answer = self._answers.get(key)
            if answer is not None and answer.origin is not _REOPENED:
                return answer
        return None

    def left_open(self, question: Question) -> Answer | None:
        """Give what stands for an answer that is not known; here nothing does, and the question is shown."""
        del question
        return None
