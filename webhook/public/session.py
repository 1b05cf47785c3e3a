"""Whose chat this is: a random token in a cookie, of which the hotline only ever sees a hash."""

import hashlib
import re
import secrets
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

from starlette.types import Scope

from webhook.guards import header

CHANNEL: Final = "web"
REMEMBER_S: Final = 30 * 24 * 3600
_MARK: Final = "r."
# 32 random bytes as URL-safe base64
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True, slots=True)
class ChatSession:
    """One browser's chat; `is_remembered` when its citizen asked this phone to keep it."""

    token: str
    is_remembered: bool = False

    @property
    def address(self) -> str:
        """The address of this chat for the rest of the hotline: whoever reads it cannot make the cookie from it."""
        return hashlib.sha256(b"tppo web chat\0" + self.token.encode()).hexdigest()


class Sessions:
    """Reads and writes the one cookie of this face."""

    def __init__(self, *, is_secure: bool) -> None:
        # the name tells nothing, too: cookie lists can be looked at
        self._name = "__Host-catatan" if is_secure else "catatan"
        self._flags = "Path=/; HttpOnly; SameSite=Strict" + ("; Secure" if is_secure else "")

    def read(self, scope: Scope) -> ChatSession | None:
        """Give the session of a request, or None when its browser brought none or nonsense."""
        for pair in header(scope, b"cookie").split(";"):
            name, _, value = pair.strip().partition("=")
            if name == self._name:
                is_remembered = value.startswith(_MARK)
                token = value.removeprefix(_MARK)
                return ChatSession(token, is_remembered) if _TOKEN.fullmatch(token) else None
        return None

    def new(self) -> ChatSession:
        """Make a session nobody can guess (256 bits)."""
        return ChatSession(secrets.token_urlsafe(32))

    def cookie(self, session: ChatSession) -> str:
        """Give the Set-Cookie value: gone with the browser, unless the citizen asked to be remembered."""
        if session.is_remembered:
            return f"{self._name}={_MARK}{session.token}; Max-Age={REMEMBER_S}; {self._flags}"
        return f"{self._name}={session.token}; {self._flags}"

    def no_cookie(self) -> str:
        """Give the Set-Cookie value that takes the cookie away."""
        return f"{self._name}=; Max-Age=0; {self._flags}"

    @staticmethod
    def remembered(session: ChatSession) -> ChatSession:
        """Give the same session, kept for thirty days."""
        return replace(session, is_remembered=True)


def is_led_from_elsewhere(scope: Scope) -> bool:
    """Tell whether a link on another site led here: such a visit hides the Strict cookie a browser may well have.

    Setting a fresh cookie then would throw away a chat that its citizen asked to be remembered.
    """
    site = header(scope, b"sec-fetch-site")
    if site:
        return site in {"cross-site", "same-site"}
    referer = header(scope, b"referer")
    return bool(referer) and urlsplit(referer).netloc != header(scope, b"host")
