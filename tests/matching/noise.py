"""What happens to a company's name between the brochure and the chat: deterministic kinds of noise."""

from collections.abc import Callable, Mapping
from random import Random

Noise = Callable[[Random, str], str]

_NEIGHBOURS = {
    "A": "SQ", "B": "VN", "C": "XV", "D": "SF", "E": "WR", "F": "DG", "G": "FH", "H": "GJ", "I": "UO", "J": "HK",
    "K": "JL", "L": "K", "M": "N", "N": "MB", "O": "IP", "P": "O", "Q": "W", "R": "ET", "S": "AD", "T": "RY",
    "U": "YI", "V": "CB", "W": "QE", "X": "ZC", "Y": "TU", "Z": "X",
}  # fmt: skip
_SOUNDS = (("F", "V"), ("V", "F"), ("Z", "S"), ("S", "Z"), ("SY", "S"), ("KH", "K"), ("Y", "I"), ("I", "Y"),
           ("TH", "T"), ("T", "TH"), ("I", "E"), ("U", "O"), ("K", "C"), ("P", "F"),
           ("DH", "D"), ("D", "DH"), ("Q", "K"), ("B", "BH"))  # fmt: skip
_OLD = (("U", "OE"), ("J", "DJ"), ("C", "TJ"), ("NY", "NJ"), ("SY", "SJ"))
_SHORT = {
    "INTERNASIONAL": "INTL", "INTERNATIONAL": "INTL", "INDONESIA": "IND", "SERVICES": "SVCS", "MANAGEMENT": "MGT",
    "MANPOWER": "MPWR", "RESOURCES": "RES", "DEVELOPMENT": "DEV", "AGENCY": "AGCY", "SEJAHTERA": "SJHTRA",
    "MANDIRI": "MNDRI", "UTAMA": "UTM", "NUSANTARA": "NUSTRA", "BERSAMA": "BRSMA", "ABADI": "ABD",
}  # fmt: skip
TOWNS = (
    "Mataram",
    "Lombok Timur",
    "Praya",
    "Selong",
    "Jakarta",
    "Surabaya",
    "Dompu",
    "Lombok Tengah",
    "Malang",
    "Bekasi",
)
_QUESTIONS = (
    "{} itu resmi gak pak",
    "pak mau tanya apakah {} terdaftar?",
    "tolong cek {} dong min",
    "Assalamualaikum, saya ditawari kerja ke Taiwan lewat {} bayar 30 juta, apa benar resmi",
    "{} penipu bukan ya",
    "kalo {} aman ga bu? adik saya mau berangkat",
    "apa {} punya izin",
    "mau nanya {} apakah masih aktif atau sudah dicabut izinnya",
)
_POSTER = (
    (
        "*LOWONGAN KERJA TAIWAN*\n🏭 Pabrik elektronik\n✅ Gaji 12 juta\n✅ Potongan 9 bulan\n{}\n"
        "Hub: Bu Rina 0812-3456-7890\n#loker #tki"
    ),
    (
        "_Diteruskan_\nDIBUTUHKAN SEGERA!!! PRT HONGKONG\nGaji 9 jt bersih\n"
        "Proses cepat, resmi\nPendaftaran di {}\nWA 081234567890"
    ),
)


def bare(name: str) -> str:
    """Take PT, however it is written, off a name."""
    words = [word for word in name.replace(",", " ").split() if word.strip(".").upper() != "PT"]
    return " ".join(words)


def _letters(name: str) -> list[int]:
    return [place for place, letter in enumerate(name) if letter.isalpha()]


def _insert(random: Random, name: str) -> str:
    place = random.choice(_letters(name))
    return name[:place] + random.choice("aeiounrst") + name[place:]


def _delete(random: Random, name: str) -> str:
    place = random.choice(_letters(name)[1:])
    return name[:place] + name[place + 1 :]


def _replace(random: Random, name: str) -> str:
    place = random.choice(_letters(name))
    return name[:place] + random.choice(_NEIGHBOURS.get(name[place].upper(), "E")) + name[place + 1 :]


def _transpose(random: Random, name: str) -> str:
    places = [p for p in range(len(name) - 1) if name[p].isalpha() and name[p + 1].isalpha() and name[p] != name[p + 1]]
    place = random.choice(places)
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def _double(random: Random, name: str) -> str:
    place = random.choice(_letters(name))
    return name[:place] + name[place] * random.choice((1, 1, 2)) + name[place:]


def _exchange(random: Random, name: str, pairs: tuple[tuple[str, str], ...]) -> str:
    name = name.upper()
    there = [pair for pair in pairs if pair[0] in name]
    for old, new in random.sample(there, min(2, len(there))):
        name = name.replace(old, new, 1)
    return name


def _without_vowels(random: Random, name: str) -> str:
    words = name.upper().split()
    place = random.randrange(len(words))
    words[place] = words[place][0] + "".join(letter for letter in words[place][1:] if letter not in "AEIOU")
    return " ".join(words)


def _clipped(random: Random, name: str) -> str:
    return " ".join(w[0] + "".join(x for x in w[1:] if x not in "AEIOU") for w in name.upper().split())


def _one_space_less(random: Random, name: str) -> str:
    places = [place for place, letter in enumerate(name) if letter == " "]
    place = random.choice(places) if places else 0
    return name[:place] + name[place + 1 :] if places else name


def _one_space_more(random: Random, name: str) -> str:
    place = random.choice(_letters(name)[2:-2] or [1])
    return name[:place] + " " + name[place:]


def _swap_words(random: Random, name: str) -> str:
    words = name.split()
    if len(words) > 1:
        place = random.randrange(len(words) - 1)
        words[place], words[place + 1] = words[place + 1], words[place]
    return " ".join(words)


def _drop_word(random: Random, name: str) -> str:
    words = name.split()
    if len(words) > 2:
        del words[random.randrange(1, len(words))]
    return " ".join(words)


def _initial(random: Random, name: str) -> str:
    words = name.split()
    place = random.randrange(len(words))
    if len(words) > 2:
        words[place] = words[place][0] + "."
    return " ".join(words)


def _leet(random: Random, name: str) -> str:
    table = {"O": "0", "I": "1", "E": "3", "A": "4", "S": "5"}
    places = [place for place in _letters(name) if name[place].upper() in table]
    for place in random.sample(places, min(2, len(places))):
        name = name[:place] + table[name[place].upper()] + name[place + 1 :]
    return name


def _shorten(random: Random, name: str) -> str:
    return " ".join(_SHORT.get(word, word) for word in name.upper().split())


def _cut(random: Random, name: str) -> str:
    return name[: -random.choice((2, 3))]


def _stretch(random: Random, name: str) -> str:
    place = random.choice(_letters(name))
    return name[:place] + name[place] * 3 + name[place:]


def _fancy(random: Random, name: str) -> str:
    return "".join(chr(0x1D5D4 + ord(x) - 65) if x.isascii() and x.isalpha() else x for x in name.upper())


def _question(random: Random, name: str) -> str:
    return random.choice(_QUESTIONS).format(f"PT {name}" if random.random() < 0.6 else name)


def _poster(random: Random, name: str) -> str:
    return random.choice(_POSTER).format(f"PT. {name.upper()}")


def _twice(first: Noise, second: Noise) -> Noise:
    return lambda random, name: second(random, first(random, name))


# where only case, PT, spacing, punctuation, a town or a sentence differ the company must also be confirmed
EXACT_KINDS: Mapping[str, Noise] = {
    "as_is": lambda random, name: name,
    "lower_case": lambda random, name: name.lower(),
    "title_case": lambda random, name: name.title(),
    "pt_before": lambda random, name: f"PT {name}",
    "pt_behind": lambda random, name: f"{name}, PT",
    "pt_dotted": lambda random, name: f"P.T. {name.lower()}",
    "pt_glued_dot": lambda random, name: f"PT.{name}",
    "no_spaces": lambda random, name: name.replace(" ", ""),
    "one_space_less": _one_space_less,
    "hyphens": lambda random, name: f"PT {name}".replace(" ", "-"),
    "bold_and_emoji": lambda random, name: f"✅ *PT {name}* 🙏",
    "quoted": lambda random, name: f'PT "{name}"',
    "fancy_letters": _fancy,
    "town": lambda random, name: f"PT {name} {random.choice(TOWNS)}",
    "branch": lambda random, name: f"PT {name.lower()} cabang {random.choice(TOWNS).lower()}",
    "town_in_brackets": lambda random, name: f"{name} ({random.choice(TOWNS)})",
    "question": _question,
    "phone_behind": lambda random, name: f"PT {name} 0819-0733-1234",
    "poster": _poster,
}
# here the company must be found and asked back
NEAR_KINDS: Mapping[str, Noise] = {
    "letter_more": _insert,
    "letter_less": _delete,
    "neighbour_key": _replace,
    "transposed": _transpose,
    "doubled": _double,
    "stretched": _stretch,
    "old_spelling": lambda random, name: _exchange(random, name, _OLD),
    "sound_alike": lambda random, name: _exchange(random, name, _SOUNDS),
    "word_without_vowels": _without_vowels,
    "clipped": _clipped,
    "abbreviated": _shorten,
    "one_space_more": _one_space_more,
    "words_swapped": _swap_words,
    "word_dropped": _drop_word,
    "initial": _initial,
    "leet": _leet,
    "cut_short": _cut,
    "two_typos": _twice(_replace, _delete),
    "typo_in_question": _twice(_replace, _question),
    "typo_in_poster": _twice(_delete, _poster),
    "typo_without_spaces": _twice(_insert, lambda random, name: name.replace(" ", "")),
    "typo_and_town": lambda random, name: f"pt {_replace(random, name).lower()} {random.choice(TOWNS).lower()}",
}
NOISE: Mapping[str, Noise] = {**EXACT_KINDS, **NEAR_KINDS}
