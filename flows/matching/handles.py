"""Read web addresses, pages and mail: whoever owns one, it only suggests a name; a chat link is a phone."""

import re

# every repeat is bounded: a page of dots and dashes must cost no more than a page of words
_ADDRESSES = re.compile(
    r"(?:HTTPS?://|WWW\.)\S{1,200}|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,64}|(?<!\w)@\w{1,40}"
    r"|(?<![\w.-])[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.(?:COM|CO\.ID|ID|NET|ORG|INFO|COM\.PH|BIZ|SITE|ONLINE)(?:/\S{0,200}|\b)"
)
_ADDRESS_NOISE = re.compile(
    r"HTTPS?://|WWW\.|\.(?:COM|CO|ID|NET|ORG|INFO|PH|BIZ|SITE|ONLINE|GMAIL|YAHOO|AC|GO)\b|GMAIL|YAHOO|[/?].*$"
)
_CHAT_LINK = re.compile(r"(?:WA\.ME/|(?:API|WEB)\.WHATSAPP\.COM/SEND/?\?PHONE=)\+?([0-9]{9,15})")
# on these the page's own name stands behind the stroke
_PAGES = re.compile(
    r"(?:FACEBOOK|FB|INSTAGRAM|TIKTOK|YOUTUBE|LINKTR|TWITTER|X|T|TELEGRAM|SHOPEE|LINKEDIN)\.(?:COM|ME|EE|CO\.ID)/"
    r"(?:@|PAGES/|GROUPS/|COMPANY/|P/)?([A-Z0-9._-]{3,40})"
)
_EACH_HAS_ONE = frozenset(".@/")
_HANDLES_AT_MOST = 4


def take_handles(folded: str) -> tuple[tuple[str, ...], str]:
    """Give the names in the addresses of folded text, and the text with a hard break in place of each."""
    if _EACH_HAS_ONE.isdisjoint(folded):
        return (), folded
    handles: list[str] = []
    rest = _ADDRESSES.sub(lambda found: _keep(found[0], handles), folded)
    return tuple(handles), rest


def _keep(address: str, handles: list[str]) -> str:
    chat = _CHAT_LINK.search(address)
    if chat:
        return f" | +{chat[1]} | "
    page = _PAGES.search(address)
    if len(handles) < _HANDLES_AT_MOST:
        handles.append(page[1] if page else _ADDRESS_NOISE.sub(" ", address).strip())
    return " | "
