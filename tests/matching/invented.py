"""Invented lists of placement companies, with the overlap of words that real lists have; deterministic by seed."""

from random import Random

_COMMON = """
KARYA JASA MANDIRI UTAMA SEJAHTERA ABADI JAYA INDONESIA INTERNASIONAL SUKSES BERSAMA MULIA PERKASA MITRA CITRA
BINA SUMBER INDAH GRAHA DUTA CAHAYA SURYA PUTRA TUNAS PRIMA MAJU MAKMUR LESTARI SENTOSA NUSANTARA BERKAH
AMANAH GLOBAL INDO ANUGERAH SARANA TAMA DAYA CIPTA WIRA
""".split()  # noqa: SIM905 - a list of words reads as words
_MEDIUM = """
ADITYA ARTHA ASRI BAHANA BAKTI BARUNA BUANA DHARMA DIAN EKA FAJAR GEMILANG GUNA HARAPAN HARMONI HASTA INSANI
IRAMA JATI KENCANA KHARISMA KURNIA LANGGENG LARAS MEGA MENTARI MERAPI MUTIARA NIAGA NIRWANA PANCA PELITA
PERMATA PERSADA PERTIWI PRATAMA RAHARJA RATU RIZKI SAKTI SAMUDRA SANJAYA SATRIA SEMERU SENTRA SETIA SINAR SRI
SURYATI TIRTA TRI UNGGUL VICTORY WAHANA WIJAYA YASA ZAMRUD ZAHRA RINJANI SYAFIRA QORI FORTUNA VISTA PUSPITA
CENDANA KHATULISTIWA
""".split()  # noqa: SIM905 - a list of words reads as words
_STARTS = """
b c d f g h j k l m n p r s t v w y z br dw gr kr pr sr tr sy kh ny
""".split()  # noqa: SIM905 - a list of words reads as words
_MIDDLES = """
a i u e o a i u a
""".split()  # noqa: SIM905 - a list of words reads as words
_ENDS = """
n r s ng l m t k
""".split()  # noqa: SIM905 - a list of words reads as words
_WESTERN = """
INTERNATIONAL MANPOWER SERVICES RESOURCES AGENCY PLACEMENT RECRUITMENT OVERSEAS EMPLOYMENT HUMAN GLOBAL
MARITIME PROMOTIONS MANAGEMENT DEVELOPMENT PERSONNEL SOLUTIONS WORLD STAFFING SKILLS
""".split()  # noqa: SIM905 - a list of words reads as words
_WESTERN_FORMS = ("INC", "CORPORATION", "CORP.", "INC.", "CO", "", ", INC.")


def invented_names(count: int, seed: int = 1) -> list[str]:
    """Make that many different Indonesian names, a sixth of them near twins of another."""
    random = Random(f"{seed}/{count}")
    names: dict[str, str] = {}
    while len(names) < count:
        words = (
            _twin(random, random.choice(list(names.values())[-2000:]))
            if names and random.random() < 0.16
            else _fresh(random)
        )
        key = "".join(words.split())
        if 6 <= len(key) <= 48:
            names.setdefault(key, words)
    return [_spell(random, words) for words in names.values()]


def invented_western_names(count: int, seed: int = 1) -> list[str]:
    """Make names as the Philippine list spells them: few distinguishing words, many forms, numbers, brackets."""
    random = Random(f"western/{seed}/{count}")
    names: dict[str, str] = {}
    while len(names) < count:
        own = [_syllables(random, random.choice((2, 2, 3))) for _ in range(random.choice((1, 1, 1, 2)))]
        if random.random() < 0.12:
            own = [f"{random.choice('ABCDEFGHJKLMNPRST')} & {random.choice('ABCDEFGHJKLMNPRST')}"]
        elif random.random() < 0.1:
            own.insert(0, str(random.choice((1, 3, 5, 88, 101, 168, 888, 1010, 2000)) + random.randrange(30)))
        rest = random.sample(_WESTERN, random.choice((1, 2, 2, 3)))
        name = " ".join((*own, *rest)) + " " + random.choice(_WESTERN_FORMS)
        if random.random() < 0.08:
            name += f" (FORMERLY {_syllables(random, 3)} {random.choice(_WESTERN)})"
        name = (
            name.replace(" ,", ",")
            .replace("INTERNATIONAL", random.choice(("INTERNATIONAL", "INTERNATIONAL", "INTL", "INT`L.")))
            .strip()
        )
        names.setdefault("".join(filter(str.isalnum, name)), name)
    return list(names.values())


def invented_words() -> tuple[str, ...]:
    """Return the everyday words that half of the names share."""
    return tuple(_COMMON)


def _fresh(random: Random) -> str:
    size = random.choice((2, 2, 3, 3, 3, 3, 4))
    words: list[str] = []
    while len(words) < size:
        dice = random.random()
        if dice < 0.45:
            # the first of the common words are several times as common as the last
            word = _COMMON[min(int(random.expovariate(0.07)), len(_COMMON) - 1)]
        elif dice < 0.78:
            word = random.choice(_MEDIUM)
        else:
            word = _syllables(random, random.choice((2, 2, 3)))
        if word not in words:
            words.append(word)
    return " ".join(words)


def _twin(random: Random, name: str) -> str:
    words = name.split()
    place = random.randrange(len(words))
    dice = random.random()
    if dice < 0.45:
        words[place] = random.choice(_COMMON if dice < 0.3 else _MEDIUM)
    elif dice < 0.65:
        words.insert(len(words), random.choice(_COMMON))
    elif dice < 0.8 and len(words) > 2:
        del words[place]
    elif dice < 0.9:
        words.insert(0, random.choice(_MEDIUM))
    else:
        words.reverse()
    return " ".join(dict.fromkeys(words))


def _syllables(random: Random, count: int) -> str:
    made = "".join(random.choice(_STARTS) + random.choice(_MIDDLES) for _ in range(count))
    return (made + (random.choice(_ENDS) if random.random() < 0.5 else "")).upper()


def _spell(random: Random, words: str) -> str:
    shape = random.choice(("PT {}", "PT {}", "PT. {}", "{}", "{}, PT", "{} PT", "PT {}"))
    return shape.format(words if random.random() < 0.8 else words.title())
