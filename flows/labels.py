"""The closed sets of words that code, output and statistics share."""

from enum import StrEnum


class Intent(StrEnum):
    """What the writer of a message wants."""

    REPORT = "report"
    CHECK_RECRUITER = "check_recruiter"
    STATUS = "status"
    EDUCATION = "education"
    HUMAN = "human"
    GREETING = "greeting"
    ABUSE = "abuse"
    OTHER = "other"


class Category(StrEnum):
    """Which form of trafficking a story tells."""

    NON_PROCEDURAL_MIGRANT_WORK = "non_procedural_migrant_work"
    FORCED_SCAM = "forced_scam"
    CONTRACT_MARRIAGE = "contract_marriage"
    SURROGACY = "surrogacy"
    ORGAN_SALE = "organ_sale"
    SEXUAL_EXPLOITATION = "sexual_exploitation"
    CHILD = "child"
    FISHING_VESSEL = "fishing_vessel"
    DOMESTIC_WORK = "domestic_work"
    OTHER = "other"
    NONE = "none"


class Urgency(StrEnum):
    """How soon a human must look; the order of the queue."""

    EMERGENCY = "emergency"
    HIGH = "high"
    NORMAL = "normal"

    @property
    def rank(self) -> int:
        """0 for the most urgent, so that ascending order is queue order."""
        return _RANKS[self]


_RANKS = {urgency: place for place, urgency in enumerate(Urgency)}


class Language(StrEnum):
    """Languages that the catalogues speak."""

    INDONESIAN = "id"
    ENGLISH = "en"
