"""Spelling tolerance over a closed vocabulary: dropped vowels, one wrong letter, nothing else."""

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from flows.understanding.folding import skeleton

# Shorter words have too many honest neighbours (malu, malam; luka, suka).
_SHORTEST = 5
_SHORTEST_BONES = 4
_TWO_ERRORS_FROM = 10


class Spelling:
    """Answers which known word a misspelt one most likely is."""

    __slots__ = ("_bones", "_deletes")

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._deletes: dict[str, list[str]] = {}
        self._bones: dict[str, list[str]] = {}
        for word in vocabulary:
            if len(word) >= _SHORTEST:
                for cut in _one_shorter(word):
                    self._deletes.setdefault(cut, []).append(word)
            bones = skeleton(word)
            if len(bones) >= _SHORTEST_BONES:
                self._bones.setdefault(bones, []).append(word)

    def repair(self, word: str) -> str | None:
        """Find the word meant by `word`, or None where nothing is near enough."""
        return self._without_vowels(word) or self._one_wrong_letter(word)

    def _without_vowels(self, word: str) -> str | None:
        bones = skeleton(word)
        # a word that still has most of its vowels was not shortened on purpose
        if len(bones) < _SHORTEST_BONES or len(word) - len(bones) > len(bones) // 3:
            return None
        for known in self._bones.get(bones, ()):
            if known[0] == word[0] and _is_inside(word, known):
                return known
        return None

    def _one_wrong_letter(self, word: str) -> str | None:
        if len(word) < _SHORTEST:
            return None
        best: tuple[int, str] | None = None
        for cut in _one_shorter(word):
            for known in self._deletes.get(cut, ()):
                allowed = 2 if len(known) >= _TWO_ERRORS_FROM else 1
                distance = OSA.distance(word, known, score_cutoff=allowed)
                if distance <= allowed and known[0] == word[0] and (best is None or distance < best[0]):
                    best = (distance, known)
        return best[1] if best else None


def _one_shorter(word: str) -> Iterator[str]:
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _is_inside(short: str, full: str) -> bool:
    rest = iter(full)
    return all(letter in rest for letter in short)
