"""Learns flows/understanding/evidence.json from labelled messages: a network with one hidden layer over their features.

    make learn                                           write the weights from every set but the held-out ones
    python -m tests.understanding.learn without each     leave every stranger's set out in turn, print how it is judged
    python -m tests.understanding.learn without <set>    the same for one

Wants scikit-learn, which `make learn` fetches and nothing else needs: the hotline only reads the numbers. The same
messages and the same release of scikit-learn give the same file. A minute; leaving out each takes half an hour.
"""

import json
import math
import re
import sys
import warnings
from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

import numpy as np
from scipy.sparse import diags
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.neural_network import MLPClassifier

from flows.understanding import evidence
from flows.understanding.judging import marks_of
from flows.understanding.lexicon import word_set
from flows.understanding.reader import look
from tests.understanding.score import HELD_OUT, TODAY, Message, score, sets

# chosen by leaving every stranger's set out in turn; a pair must be common, or the file grows for nothing
HIDDEN, ROUNDS, PACE, SHRINKING, SEEN_AT_LEAST, PAIR_SEEN_AT_LEAST = 48, 6, 3e-3, 1e-3, 2, 60
WORTH_KEEPING = 4  # of the 127 steps of the largest weight
SAID_OFTEN = 2
_WORD = re.compile(r"[a-zA-Z]{2,}")
# what is polite tells nothing of danger: every message is learned a second time with more or less of it
_GREETINGS = (
    "halo pak", "selamat pagi", "assalamualaikum", "permisi kak", "maaf mengganggu bu", "selamat siang admin",
    "assalamu alaikum wr wb selamat sore bapak ibu", "hallo min", "pagi pak maaf mengganggu waktunya", "hello sir",
    "selamat malam pak, mohon maaf", "punten", "good evening", "tabe pak",
)  # fmt: skip
_THANKS = (
    "terima kasih", "makasih pak", "terima kasih sebelumnya", "mohon bantuannya", "mksh kak", "thank you",
    "mohon petunjuknya pak", "suksma", "wassalam", "demikian terima kasih",
)  # fmt: skip

# nor does it tell anything who writes, and where to reach them
_SIGNED = (
    "hubungi saya di 0819{}", "nomor saya 0878{}", "wa aja ke 0853{}", "bisa ditelepon di 0812{}", "no hp sy 0852{}",
    "ini nomor saya 0877{}", "hub sy di +62823{}", "call me at +62819{}", "saya Marni", "nama saya Hasan",
    "sy Yuli, 0895{}", "my name is Lina", "tlg hubungi sy 0823{}", "saya bisa dihubungi kapan saja",
    "jangan sebut nama saya", "tunggu kabarnya",
)  # fmt: skip


def main() -> None:
    """Learn from all sets but those held out, or leave sets out one by one and score them."""
    held = sets()
    if len(sys.argv) < 3:
        _write(learn([m for name, rows in held.items() if name not in HELD_OUT for m in rows]))
        return
    kept = evidence.FILE.read_text(encoding="utf-8")
    try:
        for name in [n for n in held if n.startswith("stranger") and sys.argv[2] in {"each", n}]:
            _write(learn([m for other, rows in held.items() if other not in {*HELD_OUT, name} for m in rows]))
            evidence.forget()
            print(name, score(held[name]))
    finally:
        evidence.FILE.write_text(kept, encoding="utf-8")


def learn(rows: Sequence[Message]) -> dict[str, object]:
    """Give the weights as they stand in the file."""
    names = _known([_features(row) for row in rows])
    everyday = _everyday(rows)
    source = f"learned by make learn from {len(rows)} labelled messages"
    rows = [told for row in rows for told in (row, retold(row), signed(row))]
    told = [_features(row) for row in rows]
    seen = CountVectorizer(analyzer=list, vocabulary=names, lowercase=False, dtype=float).fit_transform(told)
    loudness = [evidence.loudness(name) for name in names]
    # as flows.understanding.evidence.weigh has it
    shares = [
        1 / math.sqrt(sum(evidence.loudness(name) ** 2 for name in features if not evidence.is_pair(name)))
        for features in told
    ]
    messages = diags(shares) @ seen @ diags(loudness)
    labels = [(kind, label) for kind in evidence.KINDS for label in sorted({str(getattr(row, kind)) for row in rows})]
    has = np.array([[str(getattr(row, kind)) == label for kind, label in labels] for row in rows])
    network = MLPClassifier(
        (HIDDEN,), max_iter=ROUNDS, learning_rate_init=PACE, alpha=SHRINKING, batch_size=128, random_state=1
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # more rounds would learn the messages by heart
        network.fit(messages, has)
    (heard, told_on), (hidden_bias, output_bias) = network.coefs_, network.intercepts_
    heard *= np.array(loudness)[:, None]
    steps = np.abs(heard).max(axis=0) / (evidence.ABOVE - 1)
    counted = np.rint(heard / steps).astype(int)
    weights = {
        name: b64encode(bytes((row + evidence.ABOVE).tolist())).decode()
        for name, row in zip(names, counted, strict=True)
        if np.abs(row).max() >= WORTH_KEEPING
    }
    return {
        "source": source,
        "labels": labels,
        "steps": steps.round(9).tolist(),
        "hidden_bias": hidden_bias.round(5).tolist(),
        "output_bias": output_bias.round(5).tolist(),
        "outputs": told_on.T.round(5).tolist(),
        "everyday": everyday,
        "weights": weights,
    }


def retold(row: Message) -> Message:
    """Tell a message as another person would send it: behind a greeting, with thanks, or dictated to the phone."""
    chosen = sha256(row.id.encode()).digest()
    before, after = _GREETINGS[chosen[0] % len(_GREETINGS)], _THANKS[chosen[1] % len(_THANKS)]
    spoken = " ".join(re.sub(r"[^\w\s]", " ", row.text.lower()).split())
    ways = (f"{before}\n{row.text}", f"{before} {row.text}\n{after}", f"{row.text} {after}", spoken)
    return replace(row, text=ways[chosen[2] % len(ways)])


def signed(row: Message) -> Message:
    """Tell a message as somebody does who says who they are, or where to reach them."""
    chosen = sha256(f"signed {row.id} {row.text}".encode()).digest()
    words = _SIGNED[chosen[0] % len(_SIGNED)].format(f"{int.from_bytes(chosen[1:4]) % 10**7:07}")
    ways = (f"{row.text}, {words}", f"{row.text}\n{words}", f"{row.text} {words}", f"{words}. {row.text}")
    return replace(row, text=ways[chosen[4] % len(ways)])


def _features(row: Message) -> list[str]:
    seen = look(row.text, today=TODAY)
    return sorted(evidence.features(seen.mentions, marks_of(seen.signs)))


def _known(told: Sequence[Sequence[str]]) -> list[str]:
    """Give the features that enough messages have, in order."""
    often = Counter(name for features in told for name in set(features))
    return sorted(
        name
        for name, count in often.items()
        if count >= (PAIR_SEEN_AT_LEAST if evidence.is_pair(name) else SEEN_AT_LEAST)
    )


def _everyday(rows: Sequence[Message]) -> list[str]:
    """Give the words that people often say and seldom as a name: behind a title, or large inside a sentence."""
    naming = (word_set("grand_titles") | word_set("name_words")) - {"bapak", "ibu"}  # "ibu pengganti" is no name
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for row in rows:
        words = _WORD.findall(row.text)
        for at, word in enumerate(words):
            (small if word.islower() else large)[word.lower()] += word.islower() or at > 0
            named[word.lower()] += at > 0 and words[at - 1].lower() in naming
    return sorted(
        word
        for word, count in small.items()
        if count >= SAID_OFTEN and large[word] * 4 <= count and named[word] * 2 <= count
    )


def _write(weights: dict[str, object]) -> None:
    lines = json.dumps(weights, ensure_ascii=False, separators=(",", ":")).replace('","', '",\n"')
    evidence.FILE.write_text(lines + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
