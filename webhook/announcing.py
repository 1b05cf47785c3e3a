"""What the start says: where it listens, the first officer's code, and plainly what is not connected."""

from collections.abc import Collection

from bot.officers import OneTimeCode
from flows.matching import Edition
from webhook.settings import Settings


def announcement(
    settings: Settings, faces: Collection[str], first: OneTimeCode | None, held: Edition | None = None
) -> list[str]:
    """Give the lines that a newcomer reads when the hotline is up; `held` is the list that checks answer from."""
    lines = ["", "The hotline is up. Stop it with Ctrl-C.", ""]
    if "public" in faces:
        lines.append(f"  Citizen chat   {settings.address}")
    if "desk" in faces:
        lines.append(f"  Duty desk      {desk_address(settings)}")
        if first:
            lines.append(f"  First sign-in  {desk_address(settings)}/first  with this one-time code, good for a day:")
            lines.append(f"                 {first.code}   (officer {first.login!r})")
    lines += ["", *(f"  - {line}" for line in (*not_connected(settings), _list_of_companies(held))), ""]
    return lines


def not_connected(settings: Settings) -> list[str]:
    """Say in one line each what this deployment does without."""
    lines: list[str] = []
    if not settings.has_whatsapp and not settings.has_telegram:
        lines.append("No channel is connected yet: citizens write in the web chat or with `tppo talk`.")
    if not settings.has_whatsapp:
        lines.append("WhatsApp is not connected: docs/whatsapp.md says how.")
    if not settings.has_telegram:
        lines.append("Telegram is not connected: docs/telegram.md says how.")
    elif not settings.telegram_webhook_secret:
        lines.append("Telegram is asked for messages from here (polling): talk to your bot now.")
    else:
        lines.append("Telegram sends messages to our webhook; set it once with `tppo webhook set`.")
    lines += _duty_places(settings)
    return lines


def _list_of_companies(held: Edition | None) -> str:
    if held is None:
        return "There is no list of licensed companies: officers answer recruiter checks (`tppo registry import FILE`)."
    if held.invented:
        return "Recruiter checks answer from an invented list and say so; bring yours: `tppo registry import FILE`."
    return f"Recruiter checks answer from {held.source}, {held.rows} companies as of {held.as_of.isoformat()}."


def _duty_places(settings: Settings) -> list[str]:
    """Say who is told of tickets beside the desk, by how many and never by number."""
    lines: list[str] = []
    if settings.phone_is_own:
        lines.append("TPPO_DUTY_WHATSAPP holds our own number, which cannot write to itself: it gets no cards.")
    if settings.rules().places == ("desk",):
        lines.append("The duty desk is the only duty place: no phone and no group is told.")
    if "telegram" in settings.rules().places:
        lines.append("Tickets also go to the duty group on Telegram.")
    if settings.rules().phones:
        lines.append(f"Tickets also go to {len(settings.rules().phones)} duty phone(s) on WhatsApp.")
    if settings.sms_from:
        lines.append("Who does not read their chat is told by a neutral SMS that there is news.")
    return lines


def desk_address(settings: Settings) -> str:
    """Give the desk's address as an officer on this machine types it."""
    host = "localhost" if settings.desk_host in {"127.0.0.1", "0.0.0.0"} else settings.desk_host  # noqa: S104 - compared
    return f"http://{host}:{settings.desk_port}"
