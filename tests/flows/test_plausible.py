"""What could answer a question at all."""

import pytest

from flows import questions as q
from flows.plausible import could_answer, knows_nothing
from flows.question import Question
from flows.reading import Found, Reading

_NOTHING_READ = Reading()


@pytest.mark.parametrize(
    "text",
    [
        "cepat",
        "hp mau mati",
        "udah lapor 3x ga ditanggepin",
        "kasih tau namanya",
        "saya takut",
        "please hurry",
        "gemeteran sy pak",
    ],
)
def test_talk_names_nobody(text: str) -> None:
    assert not could_answer(q.RECRUITER, text, _NOTHING_READ)


@pytest.mark.parametrize(
    "text",
    [
        "Durahim",
        "si udin",
        "temen smp saya",
        "orang dari praya",
        "namanya Ipul",
        "ga tau namanya, orang bima",
        "mamiq sul",
        "pt Sinar kayaknya",
    ],
)
def test_a_name_or_a_role_answers_who(text: str) -> None:
    assert could_answer(q.RECRUITER, text, _NOTHING_READ)


@pytest.mark.parametrize(
    ("question", "text"), [(q.DEPARTURE, "jangan sampe ketauan ya"), (q.DESTINATION, "katanya jd pelayan resto")]
)
def test_talk_is_no_day_and_no_country(question: Question, text: str) -> None:
    assert not could_answer(question, text, _NOTHING_READ)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (q.DEPARTURE, "habis lebaran"),
        (q.DEPARTURE, "udah lama"),
        (q.DEPARTURE, "tgl 3"),
        (q.DEPARTURE, "maulid"),
        (q.DESTINATION, "brunai"),
        (q.DESTINATION, "pulau seberang"),
    ],
)
def test_a_day_and_a_country_are_taken_as_told(question: Question, text: str) -> None:
    assert could_answer(question, text, _NOTHING_READ)


@pytest.mark.parametrize(
    "text",
    [
        "gatau namanya pt apa",
        "gatau nama nya",
        "gtw pt nya apa",
        "ga tau nomor nya",
        "lupa nomornya pak",
        "ga tau siapa",
        "tidak ingat tanggalnya",
        "entah",
        "gatau dia dimana",
    ],
)
def test_not_knowing_is_an_answer_of_its_own(text: str) -> None:
    assert knows_nothing(text)


@pytest.mark.parametrize("text", ["gatau, katanya Udin", "lupa bawa hp terus dikurung", "tau kok namanya Udin"])
def test_who_tells_something_after_all_knows_something(text: str) -> None:
    assert not knows_nothing(text)


@pytest.mark.parametrize("question", [q.WHAT, q.EVIDENCE])
def test_other_questions_take_anything(question: Question) -> None:
    assert could_answer(question, "cepat pak", _NOTHING_READ)


@pytest.mark.parametrize(
    "text",
    [
        "hujan deras ini",
        "tiketnya dah dibeliin",
        "besok subuh jam 4 jalan",
        "semua laki2, dari KLU katanya",
        "lewat bandara trus ke medan dulu",
    ],
)
def test_talk_is_no_place(text: str) -> None:
    assert not could_answer(q.VICTIM_NOW, text, _NOTHING_READ)


@pytest.mark.parametrize(
    "text",
    ["masih di rumah", "kos2an deket pasar", "penampungan pak haji", "Dasan Lekong", "lantai 3", "Bunut Baok praya"],
)
def test_a_place_is_taken_as_told(text: str) -> None:
    assert could_answer(q.VICTIM_NOW, text, _NOTHING_READ)


@pytest.mark.parametrize("text", ["sdh seminggu", "gatau calonya siapa", "hujan deras"])
def test_talk_is_no_victim(text: str) -> None:
    assert not could_answer(q.VICTIM, text, _NOTHING_READ)


@pytest.mark.parametrize("text", ["Siti", "orang kampung saya", "cewek 3 org", "teman sekelas", "sepupu, 17"])
def test_somebody_is_a_victim(text: str) -> None:
    assert could_answer(q.VICTIM, text, _NOTHING_READ)


def test_a_question_back_is_no_time_to_call() -> None:
    assert not could_answer(q.CONTACT_WHEN, "bisa balik ga uangnya?", _NOTHING_READ)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (q.CONTACT_WHEN, "siang2"),
        (q.CONTACT_WHEN, "kalau suami tidur"),
        (q.CONTACT_WORDING, "guru ngaji anak saya"),
        (q.CONTACT_WORDING, "bilang dari JNE"),
        (q.CONTACT_PHONE, "wa ini aja"),
        (q.CONTACT_PHONE, "yang ini aja kak"),
        (q.CONTACT_PHONE, "lewat chat sini"),
        (q.CONTACT_PHONE, "nomor istri saya"),
        (q.CONTACT_PHONE, "this number is fine"),
        (q.REPORTER_NAME, "nama saya Lalu"),
        (q.REPORTER_NAME, "Doni kak"),
        (q.DOCUMENTS, "sama mami"),
        (q.DOCUMENTS, "masih proses"),
        (q.VICTIM_SPOT, "kamar 9"),
    ],
)
def test_short_answer_of_its_kind_is_taken(question: Question, text: str) -> None:
    assert could_answer(question, text, _NOTHING_READ)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (q.CONTACT_WHEN, "berangkatnya dulu pakai visa turis"),
        (q.CONTACT_WHEN, "terserah mau pake nama saya apa ngga"),
        (q.CONTACT_WORDING, "aku takut dia dipukul lagi"),
        (q.CONTACT_PHONE, "jangan sampai ketahuan"),
        (q.CONTACT_PHONE, "ibunya yang minta saya nulis ini tapi beliau takut"),
        (q.CONTACT_PHONE, "sudah itu saja, makasih"),
        (q.CONTACT_PHONE, "hp saya disita majikan"),
        (q.CONTACT_PHONE, "ini kuitansinya saya foto"),
        (q.REPORTER_NAME, "dia yang cari orang dia juga yang pungut uang"),
        (q.DOCUMENTS, "klo batal dendanya 3x lipat"),
        (q.RECRUITER, "barusan saya telp kepala sekolahnya langsung"),
        (q.VICTIM_NOW, "eh bentar pak"),
        (q.QUESTIONS["visa"], "bukti transfer"),
        (q.VICTIM_SPOT, "data tinggal 40 mb"),
        (q.VICTIM_SPOT, "sy hamil 7 bulan gk bisa jalan jauh"),
        (q.DEPARTURE, "dulu dijanjiin jadi pelayan, sampe sana disuruh ikut tamu"),
    ],
)
def test_line_of_a_script_is_no_answer_to_what_was_asked(question: Question, text: str) -> None:
    assert not could_answer(question, text, _NOTHING_READ)


@pytest.mark.parametrize(
    ("question", "key"),
    [(q.CONTACT_WORDING, "payment"), (q.CONTACT_PHONE, "recruiter"), (q.CHECK_ACCOUNT, "destination")],
)
def test_fact_of_another_question_is_no_answer(question: Question, key: str) -> None:
    assert not could_answer(question, "teman saya yang ini", Reading(found={key: Found("x", "x")}))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (q.RECRUITER, "permisi numpang nanya"),
        (q.RECRUITER, "tadi malam wa dari hp teman katanya dikunci di kantor agen bareng orang lain"),
        (q.VICTIM_NOW, "aman inggih"),
        (q.VICTIM_NOW, "Jayadi laki2 dari desa lenek"),
        (q.RECRUITER, "ombaknya besar terus mesin mati"),
        (q.RECRUITER, "awalnya ditawarin gratis"),
        (q.VICTIM, "naik truk malam malam"),
        (q.VICTIM, "nomor om Jalil 0812 7000 3311"),
        (q.VICTIM_NAME, "anak saya"),
        (q.VICTIM_NAME, "banyak utang dia"),
        (q.VICTIM_AGE, "ongkosnya ditanggung"),
        (q.PAYMENT, "ada satpam di gerbang, ga bisa lewat"),
        (q.PAYMENT, "disuruh bilang mau jalan jalan"),
        (q.RECRUITER_PHONE, "hp cuma dikasih malam, ini sembunyi2"),
        (q.RECRUITER_PHONE, "she only has telegram"),
    ],
)
def test_what_is_told_on_the_way_answers_nothing_else(question: Question, text: str) -> None:
    assert not could_answer(question, text, _NOTHING_READ)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (q.RECRUITER, "dollah"),
        (q.RECRUITER, "inaq sum"),
        (q.RECRUITER, "Samsudin"),
        (q.VICTIM, "jumadil, 20"),
        (q.VICTIM, "sepupu jauh"),
        (q.VICTIM_NAME, "hamid"),
        (q.VICTIM_NAME, "Nurul Aini"),
        (q.VICTIM_AGE, "dua puluhan"),
        (q.VICTIM_AGE, "masih smp"),
        (q.PAYMENT, "lima juta"),
        (q.PAYMENT, "potong gaji katanya"),
        (q.PAYMENT, "gratis"),
        (q.RECRUITER_PHONE, "fb nya Rina Sukses"),
        (q.RECRUITER_PHONE, "@rinakerja"),
        (q.RECRUITER_PHONE, "0812 7000 3311"),
    ],
)
def test_names_ages_sums_and_numbers_answer_their_question(question: Question, text: str) -> None:
    assert could_answer(question, text, _NOTHING_READ)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("diajak temen kerja sawit di sarawak", False),
        ("teman saya yang nawarin kerja", False),
        ("pak mamad dari praya", True),
        ("PT Rinjalo Abadi", True),
        ("cv sumber rezeki itu lho", True),
        ("0812 7000 3311", True),
        ("haji sul", True),
    ],
)
def test_only_a_name_is_looked_up(text: str, *, is_one: bool) -> None:
    assert could_answer(q.CHECK_NAME, text, _NOTHING_READ) is is_one


@pytest.mark.parametrize(
    ("text", "fits"),
    [("20", True), ("umur 20", True), ("lahir 2004", True), ("janjinya RM 1200", False), ("800", False)],
)
def test_an_age_is_of_few_digits(text: str, fits: bool) -> None:  # noqa: FBT001 - a column of the table
    assert could_answer(q.VICTIM_AGE, text, _NOTHING_READ) is fits


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (q.CHECK_OFFICE, "yg nawarin orang kenalan di ig"),
        (q.CHECK_OFFICE, "kontraknya gaji 12 juta bersih"),
        (q.CHECK_ORDER, "katanya tiket pesawat dibeliin"),
        (q.CHECK_ORDER, "umurnya baru 18"),
    ],
)
def test_a_line_about_another_matter_tells_of_no_office_and_no_order(question: Question, text: str) -> None:
    assert not could_answer(question, text, _NOTHING_READ)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (q.CHECK_OFFICE, "ada kok di jalan pejanggik"),
        (q.CHECK_OFFICE, "kantornya di rumah yang bawa itu"),
        (q.CHECK_ORDER, "sudah tanya disnaker katanya belum ada"),
        (q.CHECK_ORDER, "cuma dikirim foto"),
    ],
)
def test_what_tells_of_an_office_or_an_order_is_kept(question: Question, text: str) -> None:
    assert could_answer(question, text, _NOTHING_READ)


@pytest.mark.parametrize(
    ("text", "is_where"),
    [
        ("BILANGNYA JAGA TOKO OLEH2", False),
        ("katanya jadi pembantu", False),
        ("ngakunya kerja di kafe", False),
        ("katanya di waingapu", True),
        ("toko oleh2 di labuan bajo", True),
    ],
)
def test_what_was_said_of_the_work_is_no_place(text: str, *, is_where: bool) -> None:
    assert could_answer(q.VICTIM_NOW, text, Reading(text)) is is_where


@pytest.mark.parametrize("text", ["gak tau pt nya apa", "gatau ptnya"])
def test_who_does_not_know_the_firm_names_none(text: str) -> None:
    assert knows_nothing(text)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("sy tinggal sm papuq, papuq tiap malem nangis", False),
        ("tlg cari ya pk saya tiap hari nangis", False),
        ("ibunya setiap pagi nunggu depan rumah", False),
        ("every day her mother asks where she is", False),
        ("waktu dia masih kecil rambutnya pendek", False),
        ("tiap kali ditanya katanya tgl 5", True),
        ("berangkatnya malam waktu ujan gede", True),
        ("pas musim durian kemarin", True),
        ("selesai panen", True),
    ],
)
def test_what_is_of_every_day_is_no_day_of_leaving(text: str, *, fits: bool) -> None:
    assert could_answer(q.DEPARTURE, text, _NOTHING_READ) is fits
