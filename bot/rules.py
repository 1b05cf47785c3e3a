"""The settings that the hotline at work obeys, as one value."""

from dataclasses import dataclass, field
from datetime import timedelta
from zoneinfo import ZoneInfo

from flows.facts import Promise


@dataclass(frozen=True, slots=True)
class Rules:
    """How long to wait, whom to tell, where we are.

    `places` are the lanes of the duty places that receive cards and alerts; the desk is always one.
    """

    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Makassar"))
    province: str = "52"
    emergency_after: timedelta = timedelta(minutes=5)
    other_after: timedelta = timedelta(minutes=60)
    silence_after: timedelta = timedelta(minutes=30)
    hotline_number: str = "0811-3883-0666"
    places: tuple[str, ...] = ("desk",)
    phones: tuple[str, ...] = ()
    """The duty phones, as +62...; told where "whatsapp" is among the places."""
    has_sms: bool = False
    """True where a sender for neutral SMS is set up."""
    duty_card: str = "full"
    """ "full", or "minimal" where phones and groups are to carry no content."""

    registry_max_age_days: int = 90
    """From this age on a list of companies answers nothing by itself."""

    @property
    def promise(self) -> Promise:
        """Give what citizens may be told of these rules."""
        return Promise(_minutes(self.emergency_after), _minutes(self.other_after), self.hotline_number)


def _minutes(span: timedelta) -> int:
    return max(1, round(span.total_seconds() / 60))
