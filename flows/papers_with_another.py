"""Whether somebody else has the papers, told in own words: "paspor sy di herman ndak dikasi kasi"."""

import re

_PAPERS = r"(?:paspo\w*|passpor\w*|pasport\w*|ijaza?h\w*|ijasah\w*|ktp\w*|kk|akte?a?\w*|surat\w*|dokumen\w*|passports?)"
_WITH = re.compile(
    rf"\b{_PAPERS}(?:\W+(?:saya|sy|aku|anak|dia|adik|adek|asli|aslinya|semua|skrg|sekarang|masih|msh|sdh|udah|ada|nya)){{0,4}}"
    r"\W+(?:di|d|sama|ama|ma|dgn|dengan|with)\W+(?P<whom>\w+)",
    re.IGNORECASE,
)
_NOT_GIVEN = re.compile(
    r"\b(?:tidak|tdk|ndak|ndk|nda|ga|gak|gk|nggak|ngga|belum|blm|blom|endek)\W+(?:pernah\W+|mau\W+|jg\W+|juga\W+)?"
    r"(?:dikasi(?:h|hin|in)?|dibalikin|dibalikkan|dikembalikan|dikembaliin|dipulangin|dipulangkan|diserahin|diserahkan)\b"
    r"(?!\W+(?:ke|sama|untuk|buat)\b)",
    re.IGNORECASE,
)
_ANY = re.compile(rf"\b{_PAPERS}\b", re.IGNORECASE)
_WITH_NOBODY_ELSE = frozenset({
    *("rumah", "rmh", "saya", "sy", "sya", "aku", "ak", "gue", "gw", "kami", "sini", "dia", "sendiri", "tas", "mana"),
    *("ibu", "mamak", "bapak", "ayah", "ortu", "orang", "suami", "istri", "kakak", "adik", "keluarga", "anak"),
    *("imigrasi", "bank", "sekolah", "dukcapil", "disnaker", "dinas", "bp2mi", "bp3mi", "kbri", "me"),
    *("jakarta", "desa", "kampung", "lemari", "tangan"),
    *("kos", "kost", "kamar", "hp", "foto", "visa", "paspor", "ktp", "kk", "ijazah"),
})  # fmt: skip


def are_with_another(text: str) -> bool:
    """Tell it from "ijazahnya masi di rumah blm sy kasi", "paspor masih di imigrasi" and "ktp di saya"."""
    if not _ANY.search(text):
        return False
    told = _WITH.search(text)
    is_with = told is not None and told["whom"].lower() not in _WITH_NOBODY_ELSE and not told["whom"][0].isdigit()
    return is_with or _NOT_GIVEN.search(text) is not None
