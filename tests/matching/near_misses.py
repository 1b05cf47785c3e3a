"""Names that are almost a listed one and are not, and messages that name nobody: none may ever be asserted."""

from collections.abc import Callable, Mapping, Sequence
from random import Random

from tests.matching.invented import invented_words
from tests.matching.noise import bare

Spoil = Callable[[Random, str, Sequence[str]], str]

NO_NAMES = (
    "",
    "   ",
    "pt",
    "PT.",
    "halo",
    "pak mau tanya",
    "saya mau kerja ke malaysia lewat sponsor, bayar 30 juta aman gak?",
    "karya",
    "jasa mandiri",
    "bank mandiri",
    "rekening mandiri 1610001234567",
    "maju terus pantang mundur",
    "indonesia",
    "lowongan kerja taiwan gaji 12 juta",
    "0812-3456-7890",
    "PT INDONESIA",
    "pt jaya utama sejahtera abadi mandiri",
    "?!?!",
    "👍",
    "resmi",
    "mataram",
    "pak budi",
)


def strictly(name: str) -> str:
    """Write a name the way the law compares it: letters and digits only, without case."""
    return "".join(letter for letter in name.upper() if letter.isalnum())


def _other_word(random: Random, name: str, names: Sequence[str]) -> str:
    pool = [word for word in bare(random.choice(list(names))).upper().split() if word not in name.upper().split()]
    return random.choice(pool or list(invented_words()))


def _add_behind(random: Random, name: str, names: Sequence[str]) -> str:
    return f"{name} {_other_word(random, name, names)}"


def _add_before(random: Random, name: str, names: Sequence[str]) -> str:
    return f"{_other_word(random, name, names)} {name}"


def _add_within(random: Random, name: str, names: Sequence[str]) -> str:
    words = name.split()
    words.insert(random.randrange(1, len(words)) if len(words) > 1 else 0, _other_word(random, name, names))
    return " ".join(words)


def _drop(random: Random, name: str, names: Sequence[str]) -> str:
    words = name.split()
    del words[random.randrange(len(words))]
    return " ".join(words)


def _swap(random: Random, name: str, names: Sequence[str]) -> str:
    words = name.split()
    words[random.randrange(len(words))] = _other_word(random, name, names)
    return " ".join(words)


def _turn(random: Random, name: str, names: Sequence[str]) -> str:
    return " ".join(reversed(name.split()))


def _letter(random: Random, name: str, names: Sequence[str]) -> str:
    places = [place for place, letter in enumerate(name) if letter.isalpha()]
    place = random.choice(places)
    return name[:place] + random.choice("BDGKLMNRT") + name[place + 1 :]


def _sound(random: Random, name: str, names: Sequence[str]) -> str:
    for old, new in (("F", "V"), ("S", "Z"), ("I", "Y"), ("K", "C"), ("U", "OE"), ("T", "TH"), ("A", "AH")):
        if old in name.upper():
            return name.upper().replace(old, new, 1)
    return name + "H"


def _everyday(random: Random, name: str, names: Sequence[str]) -> str:
    return " ".join(random.sample(invented_words(), 3))


def _mixed(random: Random, name: str, names: Sequence[str]) -> str:
    first, second = name.split(), bare(random.choice(list(names))).split()
    return " ".join((*first[: max(1, len(first) // 2)], *second[len(second) // 2 :]))


def _spoken_addition(random: Random, name: str, names: Sequence[str]) -> str:
    word = random.choice(("BARU", "PUSAT", "GROUP", "INDONESIA", "DUA", "2", "PLUS", "ASLI", "TAIWAN", "LUAR NEGERI"))
    return f"{name} {word}"


NEAR_MISSES: Mapping[str, Spoil] = {
    "word_added_behind": _add_behind,
    "word_added_before": _add_before,
    "word_added_within": _add_within,
    "word_dropped": _drop,
    "word_swapped": _swap,
    "order_turned": _turn,
    "one_letter": _letter,
    "sound_alike": _sound,
    "everyday_words": _everyday,
    "half_of_two": _mixed,
    "spoken_addition": _spoken_addition,
}
