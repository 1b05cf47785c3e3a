"""Whose spouse is told of: who has a wife is a man, "istri di rumah taunya sy kerja", not "istri majikan"."""

from flows.folding import fold
from flows.phrases import Words
from flows.word_tables import spoken_of_words

_OF_HIS = {"suaminya": "perempuan", "istrinya": "laki-laki", "bininya": "laki-laki"}
_OF_MINE = {
    **dict.fromkeys(("istri", "istriku", "bini", "biniku"), "laki-laki"),
    **dict.fromkeys(("suami", "suamiku"), "perempuan"),
}
_MINE = "ku"
_AT_HOME = frozenset(
    fold("di dirumah dikampung sama dan ga gak tidak ndak tau taunya tahu tahunya lagi lg hamil nunggu nungguin nangis")
)
_BECOMES = frozenset(fold("jadi dijadikan dijadiin sebagai calon mantan cari punya seorang para pura"))


def sex_by_their_spouse(words: Words) -> tuple[str, str]:
    """Give the sex of somebody told of before, and the word that tells it: "suaminya ga ngijinin"."""
    spouse = next((word for word in words if word in _OF_HIS), "")
    return (_OF_HIS[spouse], spouse) if spouse else ("", "")


def sex_by_ones_own_spouse(words: Words) -> tuple[str, str]:
    """Give the sex of the writer, and the word that tells it: "istri di rumah taunya sy kerja proyek"."""
    for at, word in enumerate(words):
        after, before = words[at + 1 : at + 2], words[max(0, at - 1) : at]
        if word not in _OF_MINE or not _BECOMES.isdisjoint(before):
            continue
        if word.endswith(_MINE) or (after and (after[0] in spoken_of_words().mine or after[0] in _AT_HOME)):
            return _OF_MINE[word], word
    return "", ""
