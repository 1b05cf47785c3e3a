"""How a place or a trade that is told now goes together with what was told before."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from flows import questions as q
from flows.conversation import Conversation
from flows.departures import is_away
from flows.folding import fold
from flows.labels import Category
from flows.outranking import PARTS_OF_THE_WORLD
from flows.phrases import Words
from flows.reading import Found, Reading
from flows.seen_here import seen_where_the_writer_is
from flows.spoken_of import names_told
from flows.spots_told import is_only_a_spot, spot_around, spot_in, with_town
from flows.turning import signs_of
from flows.understanding.days_numbered import WEEKDAYS
from flows.understanding.days_over import PLANNED
from flows.understanding.days_written import MONTHS
from flows.understanding.lexicon import word_set
from flows.understanding.parents_homes import SPOUSES
from flows.understanding.places_abroad import inland_in, is_district, is_inland
from flows.understanding.whereabouts import is_nameless_building

_A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_A_YEAR = re.compile(r"\d{4}")
_THERE_ALREADY = frozenset({"unpaid", "lost_contact", "escaped", "forced_labour"})
_SOON = timedelta(30)
_JUST_BEFORE = 5  # words
_LINE = 60  # characters
_SALES = frozenset({Category.ORGAN_SALE, Category.SURROGACY, Category.CONTRACT_MARRIAGE})
_PROMISES = ("janji", "dijanji", "iming", "diiming", "promise")
_PAYS = frozenset(fold("bayar dibayar transfer dp setor biaya minta diminta utang hutang pinjam nikah mahar"))
_LEAP_DAY = (2, 29)
_ADDRESSED = re.compile(r"\s+(?:kak|pak|bu|min|bang|mas|mbak)(?=\s+(?:di|dekat|deket|dkt|sebelah)\s)", re.IGNORECASE)
_THE_DAY, _BARE = frozenset(fold("tgl tanggal")), 2  # words of "tgl 14"
_NAMED_DAYS = frozenset({*MONTHS, *WEEKDAYS, "bulan", "depan"})
_NOW, _TRANSIT, _GOAL = q.VICTIM_NOW.id, "transit", q.DESTINATION.id
_STILL = frozenset(fold("masih sekarang skrg skg skrng msh still now ketinggalan tertinggal tersisa"))
_BY_WAY_OF = frozenset(fold("lewat via transit mampir singgah passed through"))
_SETTING_OUT = frozenset(fold("dari berangkat rute rutenya jalur jalurnya from"))
_TRAVELLING = frozenset(fold("terbang naik pesawat bus bis kapal kereta mobil travel flew plane bus boat van"))
_LONGEST_WAY = 160  # characters
_PEOPLE = ("orang",)
_WAITING = frozenset(fold("nunggu menunggu tunggu nungguin waiting"))
_RIDES = frozenset(fold("mobil mobilnya bus bis travel jemputan tekong car van"))
_AT_WORK = frozenset(fold("kerja bekerja jadi work working"))
_ASKED_FOR_A_FIRM = frozenset({q.RECRUITER.id, q.RECRUITER_PHONE.id})
_BESIDE_A_SPOT = frozenset({_GOAL, "company", "job"})  # "ktv golden star" is read as a firm
_SAID = frozenset(fold("bilangnya blgnya dibilang dibilangin katanya ngakunya ngomongnya told said"))
_AS_A_PLAN = frozenset(fold("dulu dulunya awalnya pertama mulanya kerja kerjanya mau cuma hanya first work job"))
_OFFERED = frozenset(fold("ditawarin ditawari tawarannya rencananya offered"))
_ON_THE_WAY = _BY_WAY_OF | frozenset(fold("dari dr berangkat terbang nyebrang through from"))
_A_PROMISE = 6  # words
_BEFORE_NOW = frozenset(fold("lalu kemarin silam ago last"))
_THERE = frozenset(fold("disana sana disitu there"))
_OVER_THERE = frozenset(fold("sana disana situ disitu there"))
_HAPPENED = frozenset(fold("ternyata trnyata ternyta trnyt tnyata trnyta taunya tahunya rupanya nyatanya kenyataannya"))
_HERE, _GUESTS = frozenset(fold("sini disini kesini here")), frozenset(fold("tamu tamunya pelanggan guest guests"))
_ARRIVED = frozenset(fold("sampai sampe nyampe nyampai smp smpe tiba setiba sesampai sesampainya"))
_DONE_TO_THEM = frozenset(fold(
    "disuruh dipaksa dijadikan dijadiin dipekerjakan dipekerjain dijual dipukul dipukuli disekap dikurung dikunci"
    " dikasih dikasi dibayar disiksa diperkosa suruh paksa"
))  # fmt: skip
_FROM_THERE = frozenset(fold("dari dr dri from"))
_REACHES_US = frozenset(
    fold("wa nelpon telpon telepon tlp telp chat ngechat kabari ngabarin sms kirim hubungi bilang vc")
)
_DEMANDED = frozenset(fold("bayar setor transfer tf nunggu tunggu bikin urus"))
_BACK = frozenset(fold("pulang balik kembali kabur lolos selamat dipulangkan rumah"))
_PLANS = frozenset(fold("mau akan bakal nanti rencana rencananya takut takutnya katanya kalau kalo klo dijanjikan"))
_A_WAY_BACK = 5  # words


def with_what_was_told(conversation: Conversation, found: Mapping[str, Found], text: str) -> dict[str, Found]:
    """Read places in the light of the ones told before: the way to a goal that is known, "masih di sana"."""
    fitted = dict(found)
    if conversation.knows(_NOW) and _tells_the_way(fold(text[:_LONGEST_WAY])):
        fitted.pop(_NOW, None)
    if _NOW in fitted and _is_of_the_recruiter(conversation, fold(text[:_LINE])):
        del fitted[_NOW]  # "rusdi skrg ada di lombok lagi nyari org lain"
    if _is_of_the_spouse(conversation, fold(text[:_LINE])):
        fitted = {key: found for key, found in fitted.items() if key not in {_NOW, _GOAL}}
    _leave_out_who_is_addressed(fitted)
    _find_the_building(conversation, fitted)
    _find_the_spot(conversation, fitted, text)
    _find_the_way(conversation, fitted, text)
    _find_where_they_were_sold(conversation, fitted, text)
    if _NOW in fitted and is_inland(fitted[_NOW].value) and _waits_to_go_on(conversation, fitted, text):
        fitted.setdefault(_TRANSIT, fitted[_NOW])
    told, way = conversation.value(_TRANSIT), fitted.get(_TRANSIT)
    if way and told and way.value not in told:
        fitted[_TRANSIT] = Found(f"{told}; {way.value}", way.words)
    if _NOW not in fitted and _is_still_there(text):
        there = fitted[_GOAL].value if _GOAL in fitted else conversation.value(_GOAL)
        if there:
            fitted[_NOW] = Found(there, text[:80])
    elif _NOW not in fitted and _has_come_there(conversation, fitted, text):
        fitted[_NOW] = Found(conversation.value(_GOAL), text[:80])
    elif seen := seen_where_the_writer_is(conversation, fitted, text):
        fitted[_NOW] = seen
    return fitted


def _waits_to_go_on(conversation: Conversation, fitted: Mapping[str, Found], text: str) -> bool:
    """Read "masih di nunukan, nunggu mobil", of who is to go abroad: the town lies on the way."""
    goal = fitted[_GOAL].value if _GOAL in fitted else conversation.value(_GOAL)
    words = fold(text[:_LONGEST_WAY])
    waits = any(word in _WAITING and not _RIDES.isdisjoint(words[at + 1 : at + 3]) for at, word in enumerate(words))
    return waits and bool(goal) and not is_inland(goal)


def _has_come_there(conversation: Conversation, fitted: Mapping[str, Found], text: str) -> bool:
    """Say whether a line tells that another came to the goal told before: "ternyata disuruh ...", "dia wa dari sana".

    Where somebody was only promised to go, and whoever writes of themselves or is back, is not taken to be there.
    """
    words = fold(text[:_LONGEST_WAY])
    if _HAPPENED.isdisjoint(words) and _THERE.isdisjoint(words) and "sana" not in words:
        return False
    goal = conversation.answers.get(_GOAL)
    if conversation.knows(_NOW) or goal is None or not goal.is_known or _GOAL in fitted or _TRANSIT in fitted:
        return False
    if conversation.value(q.VICTIM.id) in {"", "self"} or not (_BACK | _PLANS | _DEMANDED).isdisjoint(words):
        return False
    story = conversation.value(q.WHAT.id)
    words_of_goal = goal.words or goal.value  # one that was asked for has no words beside it
    before = fold(story.partition(words_of_goal)[0][-_LINE:])[-_A_PROMISE:]
    is_planned = _was_promised(story, words_of_goal) or not _PLANS.isdisjoint(before)
    if is_planned or "escaped" in dict(signs_of(conversation)):
        return False
    return _came_of_it(words) or _writes_from_there(words)


def _came_of_it(words: Words) -> bool:
    """Read "ternyata di bar disuruh nemenin tamu" and "sampe sana dikasi 40rb": it was done, and is not to be."""
    first = next((at for at, word in enumerate(words) if word in _HAPPENED), None)
    if first is None:
        arrived = (at for at, word in enumerate(words[1:], 1) if word in _OVER_THERE | _HERE)
        first = next((at for at in arrived if not _ARRIVED.isdisjoint(words[max(0, at - 2) : at])), None)
    return first is not None and any(word in _DONE_TO_THEM for word in words[first + 1 : first + 1 + _A_PROMISE])


def _writes_from_there(words: Words) -> bool:
    """Read "dia wa saya diam2 dari kamar mandi sana" and "nelpon dari sana nangis"."""
    there = next((at for at, word in enumerate(words) if word in _OVER_THERE), 0)
    is_from = not _FROM_THERE.isdisjoint(words[max(0, there - _A_WAY_BACK) : there])
    return is_from and not _REACHES_US.isdisjoint(words[:there])


def _tells_the_way(words: Words) -> bool:
    """Read "lewat jakarta dulu di penampungan, baru ke dubai" and "dari lombok terbang ke jakarta, trus ke mae sot"."""
    if not _BY_WAY_OF.isdisjoint(words[:2]):
        return True
    return not _SETTING_OUT.isdisjoint(words[:1]) and not _TRAVELLING.isdisjoint(words) and _STILL.isdisjoint(words)


def _is_of_the_spouse(conversation: Conversation, words: Words) -> bool:
    """Read "lakinya di malaysia" and "suaminya kerja di brunei", of whom the victim is the wife."""
    who, where = words[:1], words[1:3]
    is_at_work = where[:1] == ("di",) or (where[1:] == ("di",) and where[0] in _AT_WORK)
    is_known = conversation.value(q.VICTIM.id) not in {"", "self"} or conversation.knows("victim_name")
    is_other = conversation.value("victim_relation") not in {"suami", "istri"}
    return who != () and who[0] in SPOUSES and is_at_work and is_known and is_other


def _is_of_the_recruiter(conversation: Conversation, words: Words) -> bool:
    """Say whether a line begins with the name of who recruits, and of nobody else."""
    named = tuple(word for word in words if word not in word_set("titles") | {"si"})[:1]
    theirs = names_told(conversation.value(q.RECRUITER.id)) - names_told(conversation.value("victim_name"))
    return named != () and named[0] in theirs


def _leave_out_who_is_addressed(fitted: dict[str, Found]) -> None:
    """Give "rumah di sakra" for "rumah kak di sakra"."""
    here = fitted.get(_NOW)
    if here and _ADDRESSED.search(here.value):
        fitted[_NOW] = Found(_ADDRESSED.sub("", here.value), here.words)


def _find_the_building(conversation: Conversation, fitted: dict[str, Found]) -> None:
    """Put "barak proyek" where the work is; "masih di rumah" and "di penampungan" are worth a question first."""
    here = fitted.get(_NOW)
    if here is None:
        return
    goal = fitted[_GOAL].value if _GOAL in fitted else conversation.value(_GOAL)
    if goal and _is_lodging(here.value):
        fitted[_NOW] = Found(f"{here.value}, {goal}", here.words)
    elif _NOW not in conversation.answers and (_is_any_home(here.value) or is_nameless_building(fold(here.value))):
        del fitted[_NOW]


def _find_the_spot(conversation: Conversation, fitted: dict[str, Found], text: str) -> None:
    """Let "KTV Ria, lantai 2" stand before the town of its line, and by itself tell more of the town told before."""
    here, asked = fitted.get(_NOW), conversation.shown.prompt if conversation.shown else ""
    if here is not None:
        spot = spot_around(text, here.words or here.value)
        fitted[_NOW] = Found(with_town(spot, here.value), here.words) if spot else here
    elif (
        conversation.knows(_NOW)
        and not (asked in _ASKED_FOR_A_FIRM and "company" in fitted)
        and fitted.keys() <= _BESIDE_A_SPOT
        and is_only_a_spot(text)
    ):
        fitted[_NOW] = Found(spot_in(text), text[:80])


def promised_for_work(conversation: Conversation, reading: Reading, text: str) -> Reading:
    """Let "dijanjiin 14 jt" be the wage of the work that was told a line before."""
    told = reading.found.get(q.PAYMENT.id)
    forms = {reading.category, conversation.value("category")}
    if told is None or "salary" in reading.found or not conversation.knows("job") or not forms.isdisjoint(_SALES):
        return reading
    before, _, after = text.partition(told.words)
    near = fold(before[-_LINE:])[-_JUST_BEFORE:]
    if not any(word.startswith(_PROMISES) for word in (*near, *fold(after[:_LINE])[:1])) or not _PAYS.isdisjoint(near):
        return reading
    found = {key: one for key, one in reading.found.items() if key != q.PAYMENT.id}
    return reading._replace(found=MappingProxyType({**found, "salary": told}))


def left_before(conversation: Conversation, reading: Reading, text: str, today: date) -> Reading:
    """Let "berangkat 14 april" of somebody who is there already be the last such day, not the next."""
    told = reading.found.get(q.DEPARTURE.id)
    if told is None or not _A_DAY.fullmatch(told.value):
        return reading
    signs = {sign.name for sign in reading.signals if sign.is_met} | {name for name, _ in signs_of(conversation)}
    told_before = _A_DAY.match(conversation.value(q.DEPARTURE.id))
    was_over = told_before is not None and date.fromisoformat(told_before[0]) < today  # "eh tgl 13", after "tgl 12"
    if _THERE_ALREADY.isdisjoint(signs) and not is_away(conversation) and not was_over:
        return reading
    day = date.fromisoformat(told.value)
    before = fold(text.partition(told.words)[0])[-_JUST_BEFORE:]
    is_of_now = fold(text.partition(told.words)[2][:_LINE])[:1] == ("ini",)  # "kapal jalan tgl 28 ini"
    if is_of_now:
        return reading
    if _is_a_day_of_this_month(told.words) and PLANNED.isdisjoint((*before, *fold(told.words))):
        return _with_departure(reading, _a_month_before(day), told.words) if day >= today else reading
    if day - today <= _SOON or _A_YEAR.search(told.words) or not PLANNED.isdisjoint((*before, *fold(told.words))):
        return reading
    is_leap_day = (day.month, day.day) == _LEAP_DAY
    over = day.replace(year=day.year - 1) if not is_leap_day else day
    return _with_departure(reading, over, told.words)


def has_left(reading: Reading, today: date) -> bool:
    """Say whether a message tells of a journey that has begun: "berangkat 2 bulan lalu"."""
    told = reading.found.get(q.DEPARTURE.id)
    if told is None:
        return False
    if _A_DAY.fullmatch(told.value):
        return date.fromisoformat(told.value) < today
    return not _BEFORE_NOW.isdisjoint(fold(told.value))


def _with_departure(reading: Reading, day: date, words: str) -> Reading:
    found = {**reading.found, q.DEPARTURE.id: Found(day.isoformat(), words)}
    return reading._replace(found=MappingProxyType(found))


def _is_a_day_of_this_month(words: str) -> bool:
    """Tell "tgl 14" and "maksudnya tgl 14", of somebody who has left, from "tgl 14 desember" and "jumat tgl 14"."""
    said = fold(words)
    is_bare = _NAMED_DAYS.isdisjoint(said) and len(said) >= _BARE
    return is_bare and said[-2] in _THE_DAY and said[-1].isdigit()


def _a_month_before(day: date) -> date:
    """Give the last such day before: the 31st of a shorter month is its last day."""
    last = day.replace(day=1) - timedelta(1)
    return last.replace(day=min(day.day, last.day))


def _find_the_way(conversation: Conversation, fitted: dict[str, Found], text: str) -> None:
    """Tell a town at home that lies on the way from the country to which the journey goes."""
    told, goal = conversation.value(_GOAL), fitted.get(_GOAL)
    if goal and told and _is_of_people(text, goal.words):
        del fitted[_GOAL]
        return
    if goal and told and _is_one_stop_more(told, goal.value, fitted, text):
        fitted[_TRANSIT] = Found(f"{fitted[_TRANSIT].value}; {fitted.pop(_GOAL).value}", text[:80])
        return
    if goal is None or not told or is_inland(told) == is_inland(goal.value):
        return
    way = goal.value if is_inland(goal.value) else told
    if way == told and _was_where_work_is(conversation):
        return  # "mau kerja bangunan di kalimantan", of who is taken to Kuching
    if way == goal.value:
        del fitted[_GOAL]
        if _was_promised(text, goal.words):
            return  # "dulu bilangnya kerja di batam", of who is in Singapore
    if is_district(way):
        return  # "kerja dulu di kafe di Praya" lies on no way abroad
    here = fitted[_NOW].value if _NOW in fitted else conversation.value(_NOW)
    if way.casefold() not in here.casefold():
        fitted.setdefault(_TRANSIT, Found(way, goal.words))


def _is_one_stop_more(told: str, new: str, fitted: Mapping[str, Found], text: str) -> bool:
    """Say whether a line of stops ends at one in another country than the goal: "passed bangkok then mae sot"."""
    is_elsewhere = new.rpartition(", ")[2] != told.rpartition(", ")[2] and told not in PARTS_OF_THE_WORLD
    is_way = not _BY_WAY_OF.isdisjoint(fold(text[:_LONGEST_WAY])[:_JUST_BEFORE])
    return _TRANSIT in fitted and is_elsewhere and is_way and not (is_inland(told) or is_inland(new))


def _was_where_work_is(conversation: Conversation) -> bool:
    """Say whether a goal was told as where somebody was to work: "mau kerja bangunan di Kalimantan"."""
    said = conversation.answers[_GOAL].words
    if not said:
        return False  # a goal that was asked for has no words of its own
    before = fold(conversation.value(q.WHAT.id).partition(said)[0][-_LINE:])[-_A_PROMISE:]
    return before[-1:] == ("di",) and not _PLANS.isdisjoint(before) and not _AT_WORK.isdisjoint(before)


def _find_where_they_were_sold(conversation: Conversation, fitted: dict[str, Found], text: str) -> None:
    """Take the town where somebody is for where they were brought: "dipaksa layani tamu", of who is in Batam."""
    here = conversation.value(_NOW)
    if not here or _GOAL in fitted or _NOW in fitted or conversation.knows(_GOAL):
        return
    words = fold(text[:_LONGEST_WAY])
    serves = not (_DONE_TO_THEM.isdisjoint(words) or _GUESTS.isdisjoint(words))
    if (serves or _came_of_it(words)) and (town := inland_in(here)):
        fitted[_GOAL] = Found(town, text[:80])


def _is_of_people(text: str, country: str) -> bool:
    """Tell the bridegroom in "dikawinin sama orang arab" from where a journey goes."""
    return fold(text.partition(country)[0])[-1:] == _PEOPLE


def _was_promised(text: str, place: str) -> bool:
    """Say whether a place was only where somebody was said to go: "awalnya katanya di batam", "ditawarin ke bali"."""
    before = fold(text.partition(place)[0])[-_A_PROMISE:]
    if not _ON_THE_WAY.isdisjoint(before):
        return False  # "bilangnya berangkat dr lombok ke batam" tells the way
    is_heard = not _SAID.isdisjoint(before) and not _AS_A_PLAN.isdisjoint(before)
    return is_heard or any(word in _OFFERED or word.startswith(_PROMISES) for word in before)


def _is_any_home(place: str) -> bool:
    return word_set("homes").issuperset(fold(place))


def _is_lodging(place: str) -> bool:
    """Say whether a place is where those sleep who work there, and has no name: "barak proyek", "kongsi"."""
    words = fold(place)
    return words[0] in word_set("work_quarters") and is_nameless_building(words)


def _is_still_there(text: str) -> bool:
    words = frozenset(fold(text[:200]))
    return not ((_STILL | word_set("staying")).isdisjoint(words) or _THERE.isdisjoint(words))
