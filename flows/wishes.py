"""What a message wishes about its writer: how to be reached, at which hours, and whether to be named."""

from types import MappingProxyType
from typing import NamedTuple

from flows.contact_wishes import NO_CONTACT_WISH, ContactWish, contact_wish
from flows.folding import fold
from flows.kept_from import is_kept_from_one
from flows.name_wishes import name_wish
from flows.not_anonymous import name_given_instead
from flows.reading import Found, Reading

PHONES = ("contact", "recruiter_phone", "victim_phone")
"""The keys under which a number of somebody is read."""
_ABOUT_THE_NAME = frozenset({"anonymous", "reporter_name", "summary", "consent"})
"""Questions at which "pakai nama Hendra" can be of nobody but the writer."""
_ABOUT_CONTACT = frozenset({"contact", "contact_phone", "contact_when", "contact_wording"})
_LONGEST = 80  # characters of the words a wish rests on


class Wishes(NamedTuple):
    """The wishes of one message; `name` is "hide", "name" or ""."""

    contact: ContactWish = NO_CONTACT_WISH
    name: str = ""


NO_WISHES = Wishes()


def wishes_in(text: str, asked: str = "") -> Wishes:
    """Read the wishes of a message, whatever was asked; asked for the name, "pakai nama Hendra" is one."""
    contact = contact_wish(text)
    of_oneself = bool(contact.way) or asked in _ABOUT_CONTACT
    return Wishes(contact, name_wish(text, is_asked=asked in _ABOUT_THE_NAME, is_of_oneself=of_oneself))


def with_wishes(reading: Reading, wishes: Wishes, text: str) -> Reading:
    """Give the reading with the writer's own number as such, and with the wish about the name."""
    found = dict(reading.found)
    if wishes.name:
        found["anonymous"] = Found("yes" if wishes.name == "hide" else "no", text[:_LONGEST])
    elif wishes.contact.silence and is_kept_from_one(fold(wishes.contact.silence)):
        found.pop("anonymous", None)  # "nama sy jgn sampe ketauan pak wir": whether officers may read it is asked
    if wishes.name == "name" and "reporter_name" not in found and (name := name_given_instead(text)):
        found["reporter_name"] = Found(name, text[:_LONGEST])
    if wishes.name == "hide":
        found.pop("reporter_name", None)  # "jangan sebut nama saya, Nurjanah itu ipar"
    numbers = [key for key in PHONES if key in found]
    if wishes.contact.has_own_number and len(numbers) == 1:
        found["contact"] = found.pop(numbers[0])
    return reading if found == reading.found else reading._replace(found=MappingProxyType(found))
