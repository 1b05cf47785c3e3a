"""Who says that they are on a ship: no street, police station or 110 is near there."""

import itertools

from flows.folding import fold

_IN = frozenset(fold("di d diatas atas dalam didalam tengah ditengah on aboard"))
_ABOARD = frozenset(fold("kapal kapalnya laut lautan ship boat vessel sea"))
_BESIDE = frozenset(fold("dekat depan pinggir tepi nunggu menunggu tunggu naik"))
_OVER = frozenset(fold("dulu dulunya mantan bekas turun was last former used"))
_HOME, _WISHES = (
    frozenset(fold("pulang plg plang")),
    frozenset(fold("mau mw ingin pengen pgn minta bisa boleh suruh ga tidak")),
)
_LOOKED_AT = 600  # characters, the last ones


def says_aboard(text: str) -> bool:
    """Read "sy di kapal", "di tengah laut" and "we are on a boat"; "mau naik kapal" and "dekat laut" are ashore."""
    words = tuple(word for word in fold(text[-_LOOKED_AT:]) if word not in {"a", "the"})
    return any(
        first in _IN and then in _ABOARD and _BESIDE.isdisjoint(words[max(0, at - 1) : at])
        for at, (first, then) in enumerate(itertools.pairwise(words))
    )


def was_aboard(text: str) -> bool:
    """Read "dulu di kapal" and "baru pulang dari laut"; "mau pulang tidak boleh" is still aboard."""
    words = fold(text)
    back = (at for at, word in enumerate(words) if word in _HOME)
    return not _OVER.isdisjoint(words) or any(_WISHES.isdisjoint(words[max(0, at - 2) : at]) for at in back)
