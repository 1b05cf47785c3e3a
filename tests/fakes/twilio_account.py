"""What a strict Twilio holds of one account, and what it refuses: messages, files, templates, open windows.

It refuses with Twilio's codes; outside the 24 hours it takes a message first and says 63016 later, as Twilio does.
Facts from the published OpenAPI files and from captured calls; nothing of Twilio's is copied.
"""

import itertools
import json
import re
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from tests.fakes.twilio_contents import body_of, too_long
from tests.fakes.twilio_signing import OUR_NUMBER, SID, SMS_NUMBER, TOKEN

WINDOW = timedelta(hours=24)
_SMS_TO = re.compile(r"\+[1-9]\d{6,14}")
_TO = re.compile(r"whatsapp:(\+[1-9]\d{6,14}|[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128})")
# facts of the published description: what every message has
MESSAGE_FIELDS = frozenset(
    {"account_sid", "api_version", "body", "date_created", "date_sent", "date_updated", "direction", "error_code"}
    | {"error_message", "from", "messaging_service_sid", "num_media", "num_segments", "price", "price_unit", "sid"}
    | {"status", "subresource_uris", "to", "uri"}
)
PAGE_FIELDS = frozenset(
    {"first_page_uri", "end", "page", "page_size", "previous_page_uri", "next_page_uri", "start", "uri", "messages"}
)
CONTENT_FIELDS = frozenset(
    {"sid", "account_sid", "friendly_name", "language", "variables", "types", "url", "date_created", "date_updated"}
)


@dataclass
class Message:
    """A message as Twilio keeps it."""

    sid: str
    sender: str
    to: str
    body: str
    direction: str
    at: datetime
    status: str = "queued"
    error: int | None = None
    content: str = ""
    variables: dict[str, str] = field(default_factory=dict)
    media: list[str] = field(default_factory=list)
    callback: str = ""


@dataclass
class File:
    """A stored file, and how its host behaves: as it should, or "404", "endless", "lies", "inside", "slow"."""

    raw: bytes
    mime: str
    manner: str = ""


class Clock:
    """Twilio's clock; a test may share the hotline's."""

    def __call__(self) -> datetime:
        return datetime.now(UTC)


class TwilioAccount:
    """One account. `faults` are taken one a REST request, oldest first: "429", "500", "500 after", "hang after" ..."""

    def __init__(self, clock: Callable[[], datetime] | None = None) -> None:
        self.clock = clock or Clock()
        self.token = TOKEN
        self.messages: dict[str, Message] = {}
        self.files: dict[str, File] = {}
        self.contents: dict[str, dict[str, object]] = {}
        self.approvals: dict[str, str] = {}
        self.windows: dict[str, datetime] = {}
        self.faults: deque[str] = deque()
        self.requests: list[tuple[str, str]] = []
        self.fetched_with: list[tuple[str, str]] = []
        self.deleted: list[str] = []
        self.refuses: dict[str, int] = {}
        self.stopped: set[str] = set()
        self.can_text = True
        # as the console shows the sender; a test changes it
        self.sender = {
            "callback_url": "https://lapor.invented.id/webhook/twilio#rc=5&rp=all",
            "callback_method": "POST",
        }
        self.sender |= {"fallback_url": "https://elsewhere.invented.id/110", "status_callback_url": ""}
        self.base = self.storage_host = ""
        self._numbers = itertools.count(1)

    def next_number(self) -> int:
        """Give a number that no other message or template of this account has."""
        return next(self._numbers)

    @property
    def sent(self) -> list[Message]:
        """What we sent, oldest first."""
        return [one for one in self.messages.values() if one.direction == "outbound-api"]

    @property
    def texted(self) -> list[Message]:
        """What we sent by SMS, oldest first."""
        return [one for one in self.sent if one.sender == SMS_NUMBER]

    def words_to(self, address: str) -> list[str]:
        """Give what one address was sent, in words: a template by its filled body."""
        return [one.body for one in self.sent if one.to == f"whatsapp:{address}"]

    def refusal(self, form: Mapping[str, str]) -> tuple[int, str] | None:
        """Say with which code and words a message to send is refused; none where it is taken."""
        by_sms = form.get("From") == SMS_NUMBER
        if not (_SMS_TO if by_sms else _TO).fullmatch(form.get("To", "")):
            return 21211, "Invalid 'To' Phone Number"
        if form["To"] in self.refuses:
            return self.refuses[form["To"]], "refused on order"
        if by_sms and form["To"] in self.stopped:
            return 21610, "Attempt to send to unsubscribed recipient"
        if not by_sms and form.get("From") != f"whatsapp:{OUR_NUMBER}":
            return 63007, "Twilio could not find a Channel with the specified From address"
        if form["To"] == form["From"]:
            return 63031, "Message cannot have same To and From"
        body, content = form.get("Body", ""), form.get("ContentSid", "")
        if bool(body) == bool(content):
            return 21619, "A text message body or media urls must be specified"
        if len(body) > 1600:
            return 21617, "The concatenated message body exceeds the 1600 character limit"
        return self._content_refusal(content, form) if content else None

    def _content_refusal(self, content: str, form: Mapping[str, str]) -> tuple[int, str] | None:
        known = self.contents.get(content)
        if known is None:
            return 21655, "The ContentSid is invalid"
        try:
            given = json.loads(form.get("ContentVariables", "{}"))
        except ValueError:
            return 21656, "The ContentVariables are invalid"
        wanted = known["variables"]
        assert isinstance(wanted, dict)
        if not isinstance(given, dict) or given.keys() != wanted.keys():
            return 21656, "The ContentVariables are invalid"
        if any(not isinstance(one, str) or not one or "\t" in one or "    " in one for one in given.values()):
            return 21656, "The ContentVariables are invalid"
        return too_long(self._fill(content, given))

    def keep_outbound(self, form: Mapping[str, str]) -> Message:
        """Take a message to send; whether it may arrive is known at once and told later."""
        variables = json.loads(form.get("ContentVariables", "{}"))
        content = form.get("ContentSid", "")
        body = body_of(self._fill(content, variables)) if content else form["Body"]
        sid = f"SM{self.next_number():031x}f"
        message = Message(
            sid, form["From"], form["To"], body, "outbound-api", self.clock(), content=content, variables=variables,
            callback=form.get("StatusCallback", ""),
        )  # fmt: skip
        is_open = self.windows.get(form["To"], datetime.min.replace(tzinfo=UTC)) > self.clock()
        is_open = is_open or form["From"] == SMS_NUMBER  # an SMS may come at any time
        if not is_open and self.approvals.get(content) != "approved":
            message.error = 63016  # told later, never in this answer
        self.messages[sid] = message
        return message

    def _fill(self, content: str, variables: Mapping[str, str]) -> dict[str, object]:
        text = json.dumps(self.contents[content]["types"])
        for number, value in variables.items():
            text = text.replace(f"{{{{{number}}}}}", json.dumps(value)[1:-1])
        filled: dict[str, object] = json.loads(text)
        return filled

    def as_json(self, message: Message) -> dict[str, object]:
        """Show a message as the REST API does."""
        when = format_datetime(message.at)
        known = {
            "account_sid": SID,
            "api_version": "2010-04-01",
            "body": message.body,
            "date_created": when,
            "date_sent": when,
            "date_updated": when,
            "direction": message.direction,
            "error_code": None,
            "error_message": None,
            "from": message.sender,
            "messaging_service_sid": None,
            "num_media": str(len(message.media)),
            "num_segments": "1",
            "price": None,
            "price_unit": "USD",
            "sid": message.sid,
            "status": message.status,
            "subresource_uris": {"media": ""},
            "to": message.to,
            "uri": f"/2010-04-01/Accounts/{SID}/Messages/{message.sid}.json",
        }
        assert known.keys() == MESSAGE_FIELDS
        return known

    @property
    def storage(self) -> str:
        """The host where files really lie; a test may give them another one."""
        return self.storage_host or self.base

    def approve_all(self) -> None:
        """Let WhatsApp approve every template that was handed in."""
        self.approvals = dict.fromkeys(self.approvals, "approved")
