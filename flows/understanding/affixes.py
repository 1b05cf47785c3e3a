"""Indonesian word building undone: which roots a word such as dikunciin or mukulin can come from."""

from collections.abc import Iterator

# Prefix -> the letters that its nasal may have swallowed from the root ("" for none).
# Source: standard morphophonemics of meN-/peN-, and the colloquial ng-, ny-, di- forms of chat language.
_PREFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("memper", ("",)), ("diper", ("",)), ("menge", ("",)), ("meng", ("", "k")), ("meny", ("s",)),
    ("mem", ("", "p")), ("men", ("", "t")), ("me", ("",)), ("nge", ("", "k")), ("ng", ("", "k")), ("ny", ("s", "c")),
    ("peng", ("", "k")), ("peny", ("s",)), ("pem", ("", "p")), ("pen", ("", "t")), ("per", ("",)), ("pe", ("",)),
    ("ter", ("",)), ("te", ("",)), ("ber", ("",)), ("be", ("",)), ("ke", ("",)), ("se", ("",)), ("di", ("",)),
    ("d", ("",)), ("ku", ("",)), ("m", ("p", "")), ("n", ("t", "")),
)  # fmt: skip
_SHORT_PREFIX = 2
_SUFFIXES = ("kannya", "innya", "annya", "inya", "kanlah", "nya", "kan", "lah", "kah", "pun", "in", "an", "ku", "mu")
_SHORT_SUFFIXES = ("i", "q", "e", "x")
CLITICS = ("nya", "lah", "kah", "ku", "mu", "pun", "ny", "ne", "x", "q", "e", "nye")


def without_clitic(word: str) -> Iterator[str]:
    """Give `word` without what is merely attached to it: paspornya -> paspor."""
    for ending in CLITICS:
        if word.endswith(ending) and len(word) - len(ending) >= len(ending) + 1 and len(word) > 4:
            yield word[: -len(ending)]


def possible_roots(word: str) -> Iterator[str]:
    """Give every root that `word` could be built from, the least cut first."""
    for stem in _without_suffix(word):
        if stem != word:
            yield stem
    for prefix, swallowed in _PREFIXES:
        if not word.startswith(prefix):
            continue
        rest = word[len(prefix) :]
        if len(rest) < (4 if len(prefix) <= _SHORT_PREFIX and prefix != "di" else 3):
            continue
        for letter in swallowed:
            yield from _without_suffix(letter + rest)


def _without_suffix(word: str) -> Iterator[str]:
    yield word
    for ending in _SUFFIXES:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            yield word[: -len(ending)]
    for ending in _SHORT_SUFFIXES:
        if word.endswith(ending) and len(word) > 4:
            yield word[:-1]
