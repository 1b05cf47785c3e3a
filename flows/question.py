"""A question as declared: what it is called, how it is asked, what answers it."""

from dataclasses import dataclass
from enum import StrEnum


class Expects(StrEnum):
    """What kind of answer a question takes."""

    CHOICE = "choice"
    """One of its choices and nothing else; free text is kept with the story and the question comes again."""
    TEXT = "text"
    """Anything said; choices are shortcuts."""
    FILES = "files"
    """Pictures, sound and papers, one after the other, until the citizen has enough."""


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """One question of a flow, declared once and compared as itself.

    Its texts stand in the catalogue under `ask.<id>` and `why.<id>`.
    `choices` are stable ids; their titles stand under `option.<id>.<choice>`, the words that also mean them in
    flows/texts/words.toml. `binding` marks consent and the like: only the choice itself answers, in full, and
    neither "skip" nor a voice note does. `leads_on` marks a choice of ways: without it nothing can go on.
    `agrees` lets a yes to such a last step stand with other words behind it ("kirim, cepat pak").
    `fits` names keys of a reading that answer this question as well.
    """

    id: str
    expects: Expects = Expects.TEXT
    choices: tuple[str, ...] = ()
    binding: bool = False
    sensitive: bool = False
    fits: tuple[str, ...] = ()
    fuzzy: bool = False
    leads_on: bool = False
    agrees: bool = False

    @property
    def must_choose(self) -> bool:
        """True where nothing but a choice will do."""
        return self.binding or self.leads_on
