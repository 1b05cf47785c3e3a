"""The doctor's look at WhatsApp: numbers, templates and their approval, and what Twilio itself says of the account."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from sqlalchemy import Connection

from bot.channel import SendError
from bot.twilio_rest import SenderSetUp, TwilioRest, open_rest
from bot.whatsapp_sync import standings
from bot.whatsapp_templates import ALL
from webhook.findings import Finding, bad, good, note
from webhook.settings import Settings
from webhook.twilio_routes import MESSAGE_PATH
from webhook.whatsapp_side import access_of

_ABOUT = "whatsapp"
_SMS = "sms"
WEBHOOK_TUNING = "#rc=5&rp=all&ct=3000&rt=4000&tt=15000&e=singapore"
"""What stands behind the webhook's address at Twilio, so that it tries again; see docs/whatsapp.md."""


def look_at_whatsapp(settings: Settings) -> Iterator[Finding]:
    """Check what can be known without asking Twilio."""
    shapes = {
        "TPPO_TWILIO_ACCOUNT_SID": (settings.twilio_account_sid, r"AC[0-9a-f]{32}", "AC and 32 of 0-9 a-f"),
        "TPPO_TWILIO_AUTH_TOKEN": (settings.twilio_auth_token, r"[0-9a-f]{32}", "32 of 0-9 a-f"),
        "TPPO_TWILIO_WHATSAPP_FROM": (settings.own_number, r"\+[1-9]\d{6,14}", "+ and digits"),
    }
    wrong = [(name, want) for name, (value, shape, want) in shapes.items() if not re.fullmatch(shape, value)]
    for name, want in wrong:
        yield bad(_ABOUT, f"{name} should be {want}.")
    if not wrong:
        yield good(_ABOUT, f"At Twilio, the sender's webhook is {settings.address}{MESSAGE_PATH}{WEBHOOK_TUNING}")
    if settings.twilio_auth_token_old:
        yield note(_ABOUT, "The old token still counts: empty TPPO_TWILIO_AUTH_TOKEN_OLD when the change is done.")
    if settings.phone_is_own:
        yield note(
            _ABOUT,
            "TPPO_DUTY_WHATSAPP holds our own number, which cannot write to itself: name the officers' own phones.",
        )
    if not settings.rules().phones:
        yield note(_ABOUT, "No duty phone gets cards.")
    yield from look_at_sms(settings)


def look_at_templates(conn: Connection) -> Iterator[Finding]:
    """Say which templates are missing or refused, as last asked for."""
    known = standings(conn)
    missing = len(ALL) - len(known)
    if missing:
        yield bad(_ABOUT, f"{missing} of {len(ALL)} templates are not made yet: tppo whatsapp sync")
    for one in known:
        if one.is_over:
            yield bad(_ABOUT, f"WhatsApp {one.approval} the template {one.template.name} ({one.template.language}).")
    waiting = [one for one in known if not one.is_ready and not one.is_over]
    if waiting:
        yield note(_ABOUT, f"{len(waiting)} templates wait for approval: tppo whatsapp sync asks again.")
    if not missing and not waiting and all(one.is_ready for one in known):
        yield good(_ABOUT, f"{len(known)} templates are ready.")


async def ask_twilio(settings: Settings) -> list[Finding]:
    """Ask Twilio whether it knows us, and whether our sender of SMS can send them."""
    try:
        async with open_rest(access_of(settings)) as rest:
            state = await rest.account_state()
            if state != "active":
                return [bad(_ABOUT, f"Twilio says the account is {state or 'in an unknown state'}.")]
            known = good(_ABOUT, "Twilio knows the account, and it is active.")
            sender = list(_look_at_sender(settings, await rest.sender_set_up()))
            return [known, *sender, *await _ask_about_sms(settings, rest)]
    except SendError as error:
        if error.reason == "set_up":
            return [bad(_ABOUT, "Twilio does not accept TPPO_TWILIO_ACCOUNT_SID with TPPO_TWILIO_AUTH_TOKEN.")]
        return [bad(_ABOUT, f"Twilio does not answer ({error.reason}).")]


def _look_at_sender(settings: Settings, sender: SenderSetUp | None) -> Iterator[Finding]:
    """Compare what the sender calls with what it should."""
    if sender is None:
        yield bad(_ABOUT, "Twilio has no WhatsApp sender with the number in TPPO_TWILIO_WHATSAPP_FROM.")
        return
    if not sender.status.upper().startswith("ONLINE"):
        yield bad(_ABOUT, f"Twilio says the sender is {sender.status or 'in an unknown state'}, not ONLINE.")
    called, ours = urlsplit(sender.callback), f"{settings.address}{MESSAGE_PATH}"
    if called._replace(fragment="").geturl() != ours or sender.callback_method.upper() not in {"", "POST"}:
        yield bad(_ABOUT, f"The sender's webhook at Twilio is not POST {ours}{WEBHOOK_TUNING}")
    elif not _tries_again(called.fragment):
        yield bad(_ABOUT, f"The sender's webhook does not try again: write {WEBHOOK_TUNING} behind it.")
    else:
        yield good(_ABOUT, "The sender's webhook calls us, and tries again.")
    if not sender.fallback:
        yield bad(_ABOUT, "The sender has no fallback URL: while we are down, nobody is told of 110.")
    elif urlsplit(sender.fallback).hostname == urlsplit(ours).hostname:
        yield bad(_ABOUT, "The sender's fallback URL lies on this machine: while we are down, it is too.")


def _tries_again(tuning: str) -> bool:
    told = dict(parse_qsl(tuning))
    return told.get("rc", "") in {"1", "2", "3", "4", "5"} and told.get("rp") == "all"


def look_at_sms(settings: Settings) -> Iterator[Finding]:
    """Say what the sender of SMS can and cannot do."""
    if not settings.sms_from:
        yield note(_SMS, "None are sent (TPPO_SMS_FROM is empty).")
    elif settings.sms_from.startswith("+"):
        yield good(
            _SMS, f"Neutral ones go out. At Twilio, the number's message webhook is {settings.address}{MESSAGE_PATH}"
        )
    else:
        yield note(_SMS, "Neutral ones go out from a name, which nobody can answer: STOP does not reach us.")


async def _ask_about_sms(settings: Settings, rest: TwilioRest) -> list[Finding]:
    if not settings.sms_from.startswith("+"):
        return []
    can_text = await rest.can_text(settings.sms_from)
    if can_text is None:
        return [bad(_SMS, "TPPO_SMS_FROM is no number of this Twilio account.")]
    return [
        good(_SMS, "Twilio lets the number send.") if can_text else bad(_SMS, "Twilio says the number sends no SMS.")
    ]
