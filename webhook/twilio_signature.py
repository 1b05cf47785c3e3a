"""Proves that a request comes from Twilio: signature over our configured address, then the shape of its fields.

Twilio's own validator raises where a header is missing and signs without separators or time, so it stands behind
checks of our own: nothing about a forged request may make us stumble, and a captured one may not be cut differently.
"""

import hmac
import logging
import re
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from starlette.types import Scope
from twilio.request_validator import (
    HMAC_SHA1,
    HMAC_SHA256,
    RequestValidator,
    add_port,
    get_signature_algorithm,
    remove_port,
)

from bot.twilio_parse import PHONE, address_of
from webhook.guards import Refusal, Refused

log = logging.getLogger(__name__)

FORGED: Final = Refusal(403, "forged", "Permintaan ini tidak bisa dipastikan asalnya.")
NOT_A_FORM: Final = Refusal(415, "not_a_form", "Kiriman ini tidak terbaca.")
TWICE: Final = Refusal(400, "twice", "Kiriman ini tidak terbaca.")

_LONGEST_HEADER, _MOST_FIELDS = 256, 100
_SID: Final = re.compile(r"[SM]M[0-9a-f]{32}")
_FIELD: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,63}")
_STATE: Final = re.compile(r"[a-z_]{2,40}")
_COUNT: Final = re.compile(r"\d{1,3}")
_LOG_EVERY_S: Final = 10.0

Form = Mapping[str, str]


@dataclass(frozen=True, slots=True, repr=False)
class Account:
    """Whose requests are believed: ours by `sid` and `number`, signed with one of `tokens` for `base_url`.

    While a token is rotated the old one counts as well; Twilio signs with the primary one only. `sms_from` is the
    number or the name that SMS come from, "" where none are sent.
    """

    sid: str
    number: str
    tokens: tuple[str, ...]
    base_url: str
    sms_from: str = ""


class Proof:
    """Checks requests; what it gives back is known to come from Twilio and to speak of us."""

    def __init__(self, account: Account, clock: Callable[[], float] = time.monotonic) -> None:
        if not account.tokens or not all(account.tokens):
            raise NoToken
        self._account = account
        self._validators = tuple(RequestValidator(token) for token in account.tokens)
        self._refusals = _Refusals(clock)

    def message(self, scope: Scope, body: bytes) -> Form:
        """Give the fields of an inbound message.

        Raises:
            Refused: It is not signed by Twilio, not for us, or not of the right shape.
        """
        form = self._signed(scope, body)
        # anybody can send an SMS in somebody else's name: one that is taken for WhatsApp could give an officer's orders
        ours = self._is_between(form, "whatsapp:", self._account.number) or self._is_between(
            form, "", self._account.sms_from
        )
        # each required field has a shape of its own, so that no byte can move from a name into its value or back
        shaped = {"Body", "NumMedia"} <= form.keys() and bool(_COUNT.fullmatch(form["NumMedia"]))
        if not (self._is_of_account(form) and ours and shaped):
            raise self._refused(scope, "shape")
        if form.get("SmsStatus", "received") not in {"received", "receiving"}:
            raise self._refused(scope, "shape")
        return form

    def status(self, scope: Scope, body: bytes) -> Form:
        """Give the fields of a status report; raises as `message`."""
        form = self._signed(scope, body)
        sender, sms_from = form.get("From", ""), self._account.sms_from
        ours = sender == f"whatsapp:{self._account.number}" or (bool(sms_from) and sender == sms_from)
        if not (self._is_of_account(form) and ours and _STATE.fullmatch(form.get("MessageStatus", ""))):
            raise self._refused(scope, "shape")
        return form

    @staticmethod
    def _is_between(form: Form, prefix: str, number: str) -> bool:
        """Say whether a message went from somebody's address to this number of ours, on one channel."""
        if not number or form.get("To") != f"{prefix}{number}" or not form.get("From", "").startswith(prefix):
            return False
        sender = form.get("From", "").removeprefix(prefix)
        return address_of(sender) == sender if prefix else bool(PHONE.fullmatch(sender))

    def _is_of_account(self, form: Form) -> bool:
        sid = form.get("MessageSid", "")
        return bool(_SID.fullmatch(sid)) and form.get("AccountSid") == self._account.sid

    def _signed(self, scope: Scope, body: bytes) -> Form:
        signature = self._header(scope, b"x-twilio-signature", required=True)
        named = self._header(scope, b"x-twilio-webhooks-signature-settings", required=False)
        algorithm = get_signature_algorithm(named).upper()
        if algorithm not in {HMAC_SHA1, HMAC_SHA256}:
            raise self._refused(scope, "algorithm")
        form = self._form(scope, body)
        if not self._matches(scope, form, signature, algorithm):
            raise self._refused(scope, "signature")
        return form

    def _matches(self, scope: Scope, form: Form, signature: str, algorithm: str) -> bool:
        query = scope.get("query_string", b"").decode("latin-1")
        # what the request says of its own host and scheme is never asked: a proxy changes it, a forger chooses it
        url = f"{self._account.base_url.rstrip('/')}{scope['path']}{f'?{query}' if query else ''}"
        given = signature.encode()
        spellings = {remove_port(urlsplit(url)), add_port(urlsplit(url))}
        answers = [
            hmac.compare_digest(given, validator.compute_signature(spelling, form, algorithm).encode())
            for validator in self._validators
            for spelling in sorted(spellings)
        ]
        # every one is compared, so that the time taken does not tell which token or spelling was near
        return any(answers)

    def _header(self, scope: Scope, name: bytes, *, required: bool) -> str:
        found = [bytes(value) for key, value in scope["headers"] if key == name]
        if not found and not required:
            return ""
        if len(found) != 1 or not 0 < len(found[0]) <= _LONGEST_HEADER or not found[0].isascii():
            raise self._refused(scope, "header")
        return found[0].decode("ascii")

    def _form(self, scope: Scope, body: bytes) -> Form:
        try:
            pairs = parse_qsl(
                body.decode("ascii"), keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict"
            )
        except ValueError:
            raise self._refused(scope, "form") from None
        if any(count > 1 for count in Counter(name for name, _ in pairs).values()):
            raise Refused(TWICE)
        if not all(_FIELD.fullmatch(name) for name, _ in pairs) or any(_is_unsignable(value) for _, value in pairs):
            raise self._refused(scope, "form")
        return dict(pairs)

    def _refused(self, scope: Scope, reason: str) -> Refused:
        self._refusals.note(scope["path"], reason)
        return Refused(FORGED)


class NoToken(Exception):  # noqa: N818 - a sentence, as all our errors
    """Without a token nothing can be proved, so nothing is taken in."""


class _Refusals:
    """Writes refusals to the log, a flood of them as one line: route, reason, how many; nothing of the sender."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._counts: Counter[tuple[str, str]] = Counter()
        self._next = 0.0

    def note(self, path: str, reason: str) -> None:
        """Count one refusal, and write down what was counted when it is time."""
        self._counts[path, reason] += 1
        if self._clock() < self._next:
            return
        self._next = self._clock() + _LOG_EVERY_S
        for (where, why), count in self._counts.items():
            log.warning("request refused", extra={"path": where, "reason": why, "count": count})
        self._counts.clear()


def _is_unsignable(value: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in value)


def content_type_is_form(values: Sequence[bytes]) -> bool:
    """Say whether a request has exactly one content type and it is that of a form."""
    return len(values) == 1 and values[0].partition(b";")[0].strip().lower() == b"application/x-www-form-urlencoded"
