"""The doctor's look at WhatsApp: numbers, templates and their approval, and what Twilio itself says of the account."""

import re
from collections.abc import Iterator

from sqlalchemy import Connection

from bot.channel import SendError
from bot.twilio_rest import open_rest
from bot.whatsapp_sync import standings
from bot.whatsapp_templates import ALL
from webhook.findings import Finding, bad, good, note
from webhook.settings import Settings
from webhook.twilio_routes import MESSAGE_PATH
from webhook.whatsapp_side import access_of

_ABOUT = "whatsapp"
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


async def ask_twilio(settings: Settings) -> Finding:
    """Ask Twilio whether it knows us."""
    try:
        async with open_rest(access_of(settings)) as rest:
            state = await rest.account_state()
    except SendError as error:
        if error.reason == "set_up":
            return bad(_ABOUT, "Twilio does not accept TPPO_TWILIO_ACCOUNT_SID with TPPO_TWILIO_AUTH_TOKEN.")
        return bad(_ABOUT, f"Twilio does not answer ({error.reason}).")
    if state != "active":
        return bad(_ABOUT, f"Twilio says the account is {state or 'in an unknown state'}.")
    return good(_ABOUT, "Twilio knows the account, and it is active.")
