"""Officers' passwords: what may be chosen, and Argon2id off the event loop, two at a time."""

import asyncio
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

MIN_LENGTH = 12
MAX_LENGTH = 128
# trust.md R47: 64 MiB, t=3, p=1
_HASHER = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
# two at once is 128 MiB at most; a flood of sign-ins queues instead of eating the machine
_AT_ONCE = 2
# words of the trade and of the keyboard: a password may hold one, but not be made of them
_COMMON = (
    "password",
    "passw0rd",
    "qwertyuiop",
    "qwerty",
    "asdfghjkl",
    "asdfgh",
    "zxcvbnm",
    "iloveyou",
    "indonesia",
    "merdeka",
    "rahasia",
    "katasandi",
    "sandi",
    "bismillah",
    "sayang",
    "lombok",
    "mataram",
    "sumbawa",
    "admin",
    "administrator",
    "selamat",
    "welcome",
    "letmein",
    "satgasda",
    "satgas",
    "polisi",
    "polda",
    "polri",
    "piket",
    "petugas",
    "hotline",
    "tppo",
    "ntb",
    "abc",
)
# what must remain besides those words, digits in a row and repeats: fewer letters are guessed from a short list
_MIN_OWN = 6


def refusal(password: str, login: str = "") -> str:
    """Say why a password cannot be taken: "short", "long", "common"; empty where it can. No composition rules."""
    if len(password) < MIN_LENGTH:
        return "short"
    if len(password) > MAX_LENGTH:
        return "long"
    return "common" if _own_part(password, login) < _MIN_OWN else ""


def _own_part(password: str, login: str) -> int:
    """Count the different characters that are left after the words everybody tries."""
    left = unicodedata.normalize("NFKC", password).casefold()
    for word in sorted((*_COMMON, login.casefold()), key=len, reverse=True):
        left = left.replace(word, "") if len(word) > 2 else left
    for run in ("0123456789", "9876543210", "1234567890", "abcdefghijklmnopqrstuvwxyz"):
        left = _without_run(left, run)
    return len(set(left))


def _without_run(text: str, run: str) -> str:
    for length in range(len(run), 3, -1):
        for start in range(len(run) - length + 1):
            text = text.replace(run[start : start + length], "")
    return text


class Passwords:
    """Hashes and checks passwords. One object a process: it holds the queue."""

    def __init__(self, hasher: PasswordHasher = _HASHER) -> None:
        self._hasher = hasher
        self._turns = asyncio.Semaphore(_AT_ONCE)
        # what an unknown login is checked against, so that it takes as long as a known one
        self._nobody: str | None = None

    async def hash(self, password: str) -> str:
        """Hash a new password; takes about 0.2 s in a thread."""
        async with self._turns:
            return await asyncio.to_thread(self._hasher.hash, _normal(password))

    async def fits(self, password: str, password_hash: str | None) -> bool:
        """Compare a password with a stored hash; with none stored it works as long and says no."""
        if self._nobody is None:
            self._nobody = await self.hash("nobody has this one")
        async with self._turns:
            matched = await asyncio.to_thread(self._verify, password_hash or self._nobody, _normal(password))
        return matched and password_hash is not None

    def _verify(self, password_hash: str, password: str) -> bool:
        try:
            return self._hasher.verify(password_hash, password)
        except (VerifyMismatchError, VerificationError, InvalidHashError):
            return False


def _normal(password: str) -> str:
    # the same keys on another keyboard may compose letters differently; cut so that a huge one costs no time
    return unicodedata.normalize("NFKC", password)[: MAX_LENGTH * 2]
