"""Makes at Twilio the templates that are missing there, hands the knocks in for approval, and asks how that stands."""

from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine

from bot.twilio_rest import TwilioRest
from bot.whatsapp_templates import ALL, Template
from storage import content_templates
from storage.content_templates import Kept

APPROVED = "approved"
UNSUBMITTED = "unsubmitted"
_OVER = frozenset({"rejected", "paused", "disabled"})


@dataclass(frozen=True, slots=True)
class Standing:
    """How a template stands; `is_new` where it was made just now."""

    template: Template
    approval: str
    is_new: bool

    @property
    def is_ready(self) -> bool:
        """Say whether it can be sent."""
        return not self.template.needs_approval or self.approval == APPROVED

    @property
    def is_over(self) -> bool:
        """Say whether WhatsApp will not have it, so that its words must be changed."""
        return self.approval in _OVER


async def sync(rest: TwilioRest, engine: Engine, clock: Callable[[], datetime]) -> AsyncGenerator[Standing, None]:
    """Bring every template up to date, one after the other; run again at any time.

    Raises:
        SendError: Twilio refused or did not answer; what was done until then is kept.
    """
    with engine.connect() as conn:
        known = content_templates.find(conn, [template.digest for template in ALL])
    for template in ALL:
        kept = known.get(template.digest)
        sid = kept.sid if kept else await rest.make_content(template.definition)
        approval = kept.approval if kept else UNSUBMITTED
        # kept at once: a template that was made but not remembered would be made again with every try
        _keep(engine, template, sid, approval, clock())
        if template.needs_approval and approval != APPROVED:
            approval = await _approval(rest, template, sid)
            _keep(engine, template, sid, approval, clock())
        yield Standing(template, approval, kept is None)


def standings(conn: Connection) -> list[Standing]:
    """Give how the templates stood when they were last asked for; those never made are left out."""
    known = content_templates.find(conn, [template.digest for template in ALL])
    return [
        Standing(template, known[template.digest].approval, is_new=False)
        for template in ALL
        if template.digest in known
    ]


async def _approval(rest: TwilioRest, template: Template, sid: str) -> str:
    standing = await rest.approval_of(sid)
    if standing != UNSUBMITTED:
        return standing
    # a name that was rejected once cannot be used again: the content is part of it
    return await rest.submit(sid, f"{template.name}_{template.language}_{template.digest[:8]}")


def _keep(engine: Engine, template: Template, sid: str, approval: str, now: datetime) -> None:
    kept = Kept(template.name, template.language, template.digest, sid, approval)
    with engine.begin() as conn:
        content_templates.put(conn, kept, now)
