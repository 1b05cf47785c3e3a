"""A second, independent set of noise: no threshold and no word list was ever set on it."""

from collections.abc import Mapping
from random import Random

from tests.matching.noise import Noise

_TOWNS = ("Masbagik", "Gerung", "Dompu", "Sumbawa Besar", "Cilacap", "Indramayu", "Tulungagung", "Batam")
_SEEN_AS = (("RN", "M"), ("M", "RN"), ("L", "I"), ("I", "L"), ("B", "8"), ("G", "6"), ("CL", "D"), ("U", "V"))
_ORDER = "aiueo"
_CYRILLIC = str.maketrans("AEOPCTXHKMBaeopcx", "АЕОРСТХНКМВаеорсх")
_CHATS = (
    "[21/11/26 19.42] Bu Rumini: {} itu gimana ya resmi apa ndak",
    "Diteruskan dari grup RT: tolong dicek {} terima kasih sebelumnya 🙏🙏",
    "Selamat malam pak petugas. Anak saya mau diberangkatkan oleh {}. Apakah itu terdaftar?",
    "tiang mele beketuan, {} niki resmi napi ndek",
    "{}?? katanya udah berizin tp kok minta 25 jt",
    "td ada yg dtg ke rumah ngaku dari {}",
    "Is {} a licensed agency?",
    "please check {} for me, thank you",
    "bu, {} ini beneran bisa berangkatin ke Polandia?",
    "nama pt nya {}",
)
_FLYERS = (
    "🇭🇰 INFO JOB HONGKONG 🇭🇰\nRawat nenek, gaji HKD 4.990\nSyarat: KTP, KK\n\n{}\nCP: 0877 6543 2100 (Mbak Yun)",
    "{}\nIZIN RESMI\nMembuka pendaftaran ABK Taiwan\nTanpa potongan!!!\nwww.lokerabk-contoh.com",
    "*{}*\n_Penyalur tenaga kerja luar negeri_\n1. Malaysia (sawit)\n2. Brunei\n3. Singapura\nDatang ke kantor",
)


def _pick(random: Random, name: str, least: int = 1) -> int:
    return random.choice([place for place, letter in enumerate(name) if letter.isalpha() and place >= least])


def _misread(random: Random, name: str) -> str:
    name = name.upper()
    there = [pair for pair in _SEEN_AS if pair[0] in name]
    if not there:
        return name
    old, new = random.choice(there)
    return name.replace(old, new, 1)


def _slipped_vowel(random: Random, name: str) -> str:
    places = [place for place, letter in enumerate(name) if letter.lower() in _ORDER]
    place = random.choice(places)
    return name[:place] + random.choice(_ORDER.replace(name[place].lower(), "")) + name[place + 1 :]


def _no_first_letter(random: Random, name: str) -> str:
    return name[1:]


def _spoken(random: Random, name: str) -> str:
    name = name.lower()
    heard = (("ng", "n"), ("ai", "e"), ("au", "o"), ("h", ""), ("r", "l"), ("sy", "s"), ("z", "j"), ("f", "p"))
    there = [pair for pair in heard if pair[0] in name[1:]]
    for old, new in random.sample(there, min(1, len(there))):
        name = name[0] + name[1:].replace(old, new, 1)
    return name


def _drawn_out(random: Random, name: str) -> str:
    places = [place for place, letter in enumerate(name) if letter.lower() in _ORDER]
    for place in sorted(random.sample(places, min(2, len(places))), reverse=True):
        name = name[:place] + name[place] * 2 + name[place + 1 :]
    return name


def _two_neighbours_swapped_across_a_space(random: Random, name: str) -> str:
    places = [place for place, letter in enumerate(name) if letter == " " and 0 < place < len(name) - 1]
    if not places:
        return name
    place = random.choice(places)
    return f"{name[: place - 1]} {name[place - 1]}{name[place + 1 :]}"


def _last_word_in_three_letters(random: Random, name: str) -> str:
    words = name.split()
    if len(words) > 2:
        words[-1] = words[-1][:3]
    return " ".join(words)


def _word_twice(random: Random, name: str) -> str:
    words = name.split()
    place = random.randrange(len(words))
    words.insert(place, words[place])
    return " ".join(words)


def _in_english(random: Random, name: str) -> str:
    pairs = (("INTERNASIONAL", "INTERNATIONAL"), ("INDONESIA", "INDONESIAN"), ("SEJAHTERA", "SEJATERA"),
             ("NUSANTARA", "NUSANTRA"), ("SUKSES", "SUCCESS"), ("GLOBAL", "GLOBALINDO"), ("SERVICES", "SERVIS"),
             ("INTERNATIONAL", "INTERNASIONAL"), ("AGENCY", "AGENSI"), ("MANDIRI", "MANDIRY"))  # fmt: skip
    name = name.upper()
    return next((name.replace(old, new) for old, new in pairs if old in name), name)


def _typed_with_a_thumb(random: Random, name: str) -> str:
    place = _pick(random, name)
    beside = {"a": "s", "i": "o", "e": "r", "n": "m", "t": "y", "u": "i", "o": "p", "s": "d", "r": "t", "m": "n"}
    return name[:place] + name[place] + beside.get(name[place].lower(), "h") + name[place + 1 :]


def _consonant_for_another(random: Random, name: str) -> str:
    pairs = {"b": "p", "p": "b", "d": "t", "t": "d", "g": "k", "k": "g", "m": "n", "n": "m", "l": "r", "r": "l"}
    places = [place for place, letter in enumerate(name) if letter.lower() in pairs and place]
    place = random.choice(places)
    return name[:place] + pairs[name[place].lower()] + name[place + 1 :]


def _broken_line(random: Random, name: str) -> str:
    words = name.split()
    place = random.randrange(1, len(words)) if len(words) > 1 else 0
    return f"PT {' '.join(words[:place])}\n{' '.join(words[place:])}"


EXACT_AGAIN: Mapping[str, Noise] = {
    "chat": lambda random, name: random.choice(_CHATS).format(f"PT {name}"),
    "chat_lower": lambda random, name: random.choice(_CHATS).format(f"pt {name}".lower()),
    "chat_without_pt": lambda random, name: random.choice(_CHATS).format(name.title()),
    "flyer": lambda random, name: random.choice(_FLYERS).format(f"PT {name}"),
    "address_behind": lambda random, name: f"PT {name}, Jl. Contoh Raya No. {random.randrange(99)} {_TOWNS[0]}",
    "regency": lambda random, name: f"pt {name.lower()} kab. lombok timur ntb",
    "town_in_question": lambda random, name: f"apakah PT {name} {random.choice(_TOWNS)} resmi?",
    "said_twice": lambda random, name: f"PT {name}. Resmi nggak PT {name}?",
    "underscores": lambda random, name: f"PT_{name.replace(' ', '_')}",
    "hidden_letters": lambda random, name: f"PT {name}".replace(" ", " \u200b").replace("a", "a\u200d"),
    "cyrillic": lambda random, name: f"PT {name}".translate(_CYRILLIC),
    "marks_all_round": lambda random, name: f"...PT {name}!!! 😭",
    "shares": lambda random, name: f"PT. {name} (Persero) Tbk.",
    "two_spaces": lambda random, name: f"PT  {name.replace(' ', '   ')}  ",
    "account_behind": lambda random, name: f"transfer ke BRI 0123-01-456789-53-4 a.n. PT {name} boleh?",
    "arrow": lambda random, name: f"➡️ PT. {name.upper()} ⬅️ katanya resmi",
}
NEAR_AGAIN: Mapping[str, Noise] = {
    "misread_by_camera": _misread,
    "slipped_vowel": _slipped_vowel,
    "no_first_letter": _no_first_letter,
    "as_heard": _spoken,
    "drawn_out": _drawn_out,
    "space_moved": _two_neighbours_swapped_across_a_space,
    "last_word_short": _last_word_in_three_letters,
    "word_twice": _word_twice,
    "in_english": _in_english,
    "thumb": _typed_with_a_thumb,
    "consonant": _consonant_for_another,
    "broken_line": _broken_line,
    "thumb_in_chat": lambda random, name: random.choice(_CHATS).format(f"PT {_typed_with_a_thumb(random, name)}"),
    "vowel_in_flyer": lambda random, name: random.choice(_FLYERS).format(f"PT {_slipped_vowel(random, name)}"),
    "heard_and_thumbed": lambda random, name: _typed_with_a_thumb(random, _spoken(random, name)),
    "consonant_no_pt_in_chat": lambda random, name: random.choice(_CHATS).format(_consonant_for_another(random, name)),
    "glued_hashtag": lambda random, name: f"#pt{name.replace(' ', '').lower()} #loker",
    "company_typed_wrong": lambda random, name: f"PTT {name}",
    "company_spelled": lambda random, name: f"pe te {name.lower()}",
    "perusahaan": lambda random, name: f"perushaan {_slipped_vowel(random, name)} resmi gk",
}
AGAIN: Mapping[str, Noise] = {**EXACT_AGAIN, **NEAR_AGAIN}
