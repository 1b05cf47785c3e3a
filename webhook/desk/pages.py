"""Renders the desk's pages: Jinja with escaping on, words and moments as filters, files by their digest."""

from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files
from typing import Final

from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from bot import departing, ticket_words
from flows.ticket import State, TicketKind
from storage.tickets import TicketRow
from webhook.desk import clock, fact_words, words
from webhook.desk.parts import Parts
from webhook.desk.visible import visible

_KINDS: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".wav": "audio/wav",
}


class Static:
    """The desk's own files, read once; a file's address changes with its content."""

    def __init__(self) -> None:
        folder = files("webhook.desk") / "static"
        found = [path for path in folder.iterdir() if path.is_file()]
        self._content = {path.name: path.read_bytes() for path in found}
        self._digest = {name: sha256(body).hexdigest()[:12] for name, body in self._content.items()}

    def address(self, name: str) -> str:
        """Give the address of a file."""
        return f"/static/{name}?{self._digest[name]}"

    def serve(self, name: str) -> Response:
        """Answer with a file, or say that there is none."""
        body = self._content.get(name)
        if body is None:
            return Response(status_code=404)
        return Response(body, media_type=_KINDS.get(name[name.rfind(".") :], "application/octet-stream"))


class Pages:
    """Turns values into pages."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.static = Static()
        env = Environment(
            loader=PackageLoader("webhook.desk"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        env.globals["static"] = self.static.address
        env.filters.update(self._filters())
        self._env = env

    def render(self, template: str, values: Mapping[str, object], *, status: int = 200) -> HTMLResponse:
        """Give a page. Every page knows the moment, and has no visitor unless one is handed in."""
        known: dict[str, object] = {"now": self._parts.store.clock(), "me": None, "csrf": "", "roster": ()}
        body = self._env.get_template(template).render({**known, **values})
        return HTMLResponse(body, status_code=status)

    def _filters(self) -> Mapping[str, object]:
        zone, areas = self._parts.zone, self._parts.areas
        tables = {
            "urgency_word": ticket_words.URGENCY,
            "state_word": ticket_words.STATE,
            "channel_word": words.CHANNEL,
            "speaker_word": words.SPEAKER,
            "delivery_word": words.DELIVERY,
            "source_word": words.SOURCE,
            "fact_word": fact_words.FACTS,
            "signal_word": words.SIGNAL,
            "refusal_word": words.REFUSAL,
            "media_word": words.MEDIA,
            "kind_word": ticket_words.KIND,
            "shared_word": words.SHARED,
        }
        spoken = {name: lambda code, table=table: words.say(table, code) for name, table in tables.items()}
        return {
            **spoken,
            "visible": lambda text: visible(str(text)),
            "fact_value": lambda value, fact_id: fact_words.fact_value(fact_id, value),
            "place": lambda code: areas.get(code or "", ""),
            "about": about,
            "state_words": state_words,
            "millis": lambda moment: int(moment.timestamp() * 1000),
            "age": lambda moment, now: clock.span(now - moment),
            "countdown": clock.countdown,
            "is_day_alone": lambda departure: departing.is_day_alone(departure, zone),
            "day_left": lambda departure, now: departing.day_words(departure, now, zone),
            "clock": lambda moment: clock.clock_time(moment, zone),
            "day": lambda moment: clock.day(moment, zone),
            "moment": lambda moment, now: clock.moment_words(moment, zone, now),
            "short": lambda moment, now: clock.short_moment(moment, zone, now),
        }


def about(ticket: TicketRow) -> str:
    """Say in few words what a ticket is about."""
    if ticket.kind != TicketKind.REPORT:
        return words.say(ticket_words.KIND, ticket.kind)
    return words.say(ticket_words.CATEGORY, ticket.category)


def state_words(ticket: TicketRow) -> str:
    """Say where a ticket stands, with whom or how it ended."""
    if ticket.state == State.REFERRED and ticket.referred_to:
        return f"Diteruskan ke {ticket.referred_to}"
    if ticket.state == State.CLOSED and ticket.outcome:
        return words.say(ticket_words.OUTCOME, ticket.outcome)
    return words.say(ticket_words.STATE, ticket.state)
