"""The templates that Twilio keeps for us: choices to tap within the 24 hours, neutral knocks outside of them.

A knock lights up a screen that somebody else may be looking at: it names nobody, no office and no matter (VOICE 8).
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

MOST_BUTTONS, LONGEST_BUTTON = 3, 20
MOST_ITEMS, LONGEST_ITEM = 10, 24
LONGEST_BODY: Final = 1024

READ_WORDS: Final = frozenset({"baca", "read"})
"""The answers to a knock that only open what waits."""


@dataclass(frozen=True, slots=True)
class Template:
    """One template: its name and language among ours, what Twilio is to make, and whether WhatsApp must approve it."""

    name: str
    language: str
    definition: Mapping[str, object]
    needs_approval: bool = False

    @property
    def digest(self) -> str:
        """Give what changes whenever the content does: a changed template is another one."""
        return hashlib.sha256(json.dumps(self.definition, sort_keys=True).encode()).hexdigest()


def _named(name: str, language: str, types: Mapping[str, object], samples: list[str]) -> dict[str, object]:
    variables = {str(number): sample for number, sample in enumerate(samples, 1)}
    return {"friendly_name": f"{name}_{language}", "language": language, "variables": variables, "types": dict(types)}


def _buttons(count: int) -> Template:
    actions = [
        {"type": "QUICK_REPLY", "title": f"{{{{{2 * n}}}}}", "id": f"{{{{{2 * n + 1}}}}}"} for n in range(1, count + 1)
    ]
    samples = ["Pilih satu.", *(word for n in range(1, count + 1) for word in (f"Pilihan {n}", f"menu:{n}"))]
    name = f"pilih_{count}"
    return Template(
        name, "id", _named(name, "id", {"twilio/quick-reply": {"body": "{{1}}", "actions": actions}}, samples)
    )


def _list(count: int) -> Template:
    items = [{"item": f"{{{{{2 * n + 1}}}}}", "id": f"{{{{{2 * n + 2}}}}}"} for n in range(1, count + 1)]
    samples = ["Pilih satu.", "Pilihan", *(word for n in range(1, count + 1) for word in (f"Pilihan {n}", f"menu:{n}"))]
    name = f"daftar_{count}"
    picker = {"twilio/list-picker": {"body": "{{1}}", "button": "{{2}}", "items": items}}
    return Template(name, "id", _named(name, "id", picker, samples))


def _knock(name: str, language: str, body: str, *samples: str) -> Template:
    content = _named(name, language, {"twilio/text": {"body": body}}, list(samples))
    return Template(name, language, content, needs_approval=True)


KNOCKS: Final = (
    _knock("kabar", "id", "Halo, ada kabar baru untuk Anda. Balas BACA kalau sudah aman untuk membacanya."),
    _knock("pertanyaan", "id", "Halo, ada satu pertanyaan untuk Anda. Balas BACA kalau sudah aman untuk membacanya."),
    _knock("jawaban", "id", "Halo, jawaban yang Anda tunggu sudah ada. Balas BACA kalau sudah aman untuk membacanya."),
    _knock("kabar", "en", "Hello, there is news for you. Reply READ when it is safe to read it."),
    _knock("pertanyaan", "en", "Hello, there is one question for you. Reply READ when it is safe to read it."),
    _knock("jawaban", "en", "Hello, the answer you were waiting for is here. Reply READ when it is safe to read it."),
    _knock("tugas", "id", "Halo, ada tugas baru: {{1}}. Balas LIHAT untuk membukanya.", "K7M-2QX"),
    _knock("tugas_mendesak", "id", "Halo, ada tugas mendesak: {{1}}. Balas LIHAT sekarang juga.", "K7M-2QX"),
)
CHOICES: Final = (*(_buttons(count) for count in range(1, 4)), *(_list(count) for count in range(1, 11)))
ALL: Final = (*CHOICES, *KNOCKS)
"""Everything that `tppo whatsapp sync` makes."""
