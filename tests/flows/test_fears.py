"""What frightened people ask of themselves, how it is answered where they are, and what only sounds like it."""

import pytest

from flows.fears import fears
from flows.labels import Language
from flows.said import Said
from flows.texts import has, say
from flows.worries import worries_in, worry_in
from tests.flows.pretend_desk import talk, told

ID = Language.INDONESIAN
BEGUN = ("adik saya dibawa ke malaysia sama pak Dullah, paspornya ditahan", "aman")
SENT = (*BEGUN, "cukup", "jangan hubungi saya", "tanpa nama", "sudah benar", "ya kirim")


@pytest.mark.parametrize(
    ("text", "worry"),
    [
        ("aku bakal ditangkep ga kak, aku kan ikut kerja disitu", "jail"),
        ("sy dipaksa ikut nipu, nanti pulang kena pasal ga ya", "jail"),
        ("kalau polisi datang saya ikut ditangkap nggak bu", "jail"),
        ("katanya kalo berhenti kena penalti, emang bener?", "pay"),
        ("majikan pegang paspor saya, itu boleh ga sih", "papers"),
        ("ijazah anak saya gimana cara ambilnya ya", "papers"),
        ("disuruh kirim ktp sama kk, kasi ga ya", "give"),
        ("aman ga kalau saya serahin paspor asli", "give"),
        ("polisinya bukan temen si calo kan?", "crony"),
        ("germonya kenal sama polisi sini pak", "crony"),
        ("mama saya dikasih tau ga kak", "family"),
        ("apakah keluarga saya akan diberi tahu?", "family"),
        ("nama saya disebutin ke agennya ga", "secret"),
        ("kalo aku lapor nanti dia dipukulin ga", "secret"),
        ("boleh saya posting di facebook ga", "announce"),
        ("mending diviralin aja apa gimana", "announce"),
        ("boleh ga kami datangi rumah sponsornya", "collect"),
        ("uangnya saya tagih sendiri gapapa kan", "collect"),
        ("ini bs dituntut gk pak??", "prosecute"),
        ("pelakunya bisa dipenjara ga", "prosecute"),
        ("aku lari ke rumah nenek boleh ga", "flee"),
        ("mending saya mundur aja ya bu", "cancel"),
        ("sy bayar dulu separo biar dia dilepas", "pay"),
        ("abis ini gimana pak?", "next"),
        ("proses selanjutnya apa ya", "next"),
        ("siapa aja yang bisa lihat laporan saya ini", "readers"),
        ("polres sini deket sama sponsornya", "crony"),
        ("jadi orangnya bisa dipercaya ga", "fake"),
        ("mending sy brgkt apa ga kak", "leave"),
        ("besok kami grebek rumah calonya rame2", "revenge"),
        ("sy ke rumah sponsor malam ini bawa parang", "revenge"),
        ("kalo senin ga ada kabar saya bakar rumahnya", "revenge"),
        ("sekolah bakal tau ga kalau saya yang lapor", "secret"),
        ("ini legit ga sih", "fake"),
        ("berarti bodong ya pak?", "fake"),
        ("kalo udah ttd kontrak trs mundur bisa dipenjara ga ya", "debt"),
        ("klo sy batal nanti dituntut ga pak", "debt"),
        ("dia blg kalo ga jadi berangkat hrs ganti 3x lipat", "debt"),
        ("katanya klo mundur kena denda 20jt", "debt"),
        ("can they put me in prison if i cancel the contract?", "debt"),
        ("mau pulang disuruh bayar denda dulu", "pay"),
        ("emang agen bisa deport aku ya?", "deport"),
        ("sy bakal dideportasi ga kak", "deport"),
        ("saya kena tipu ya pak?", "fake"),
        ("apa anak saya ditipu ya bu?", "fake"),
        ("ini beneran ga sih min", "fake"),
        ("apa salah saya ya allah, aku ga bikin salah", "blame"),
        ("saya yang salah ya bu?", "blame"),
        ("sy ini dosa ga ya pak", "blame"),
        ("jujur saya malu cerita begini", "ashamed"),
        ("yg begini bisa dilaporin ga?", "reportable"),
        ("boleh lapor di sini ga kak?", "reportable"),
        ("kasus ini ditangani siapa, polres apa polda?", "handled"),
        ("nanti diteruskan ke mana ya laporannya?", "handled"),
        ("apa saya hrs lapor ke polres juga?", "polsek"),
        ("sebaiknya kami lapor polsek atau cukup disini", "polsek"),
        ("duit saya bisa balik gak ya", "money"),
        ("gaji saya yang urus siapa?", "money"),
        ("bos saya bakal tau ga kalau saya lapor?", "secret"),
        ("nanti calonya tau gak pak", "secret"),
        ("itu petugasnya polisi juga ya?", "police_here"),
        ("ini dilaporin ke polisi taiwan ga?", "other_police"),
        ("polisi sini dikasih tau ga kak?", "other_police"),
        ("kira2 kapan saya dihubungi?", "when"),
        ("berapa lama lagi dijawab?", "when"),
        ("jam berapa saya ditelpon pak?", "when"),
        ("petugas udah sampai mana?", "coming"),
        ("kapan orang dateng ke sini pak", "coming"),
        ("sy hrs ngomong apa ke sponsornya?", "reply"),
        ("pesan dia dibales aja apa jangan?", "reply"),
        ("kalau dia ngamuk gimana?", "angry"),
        ("nanti kalo agennya marah gimana ya", "angry"),
        ("kalo agennya jemput saya gimana?", "taken"),
        ("saya gajadi berangkat gapapa kan", "cancel"),
        ("udah ttd tp boleh mundur ga sih", "cancel"),
        ("bapaknya mau nyusul ke batam, boleh ga?", "follow"),
        ("apa kami susul sendiri aja ya?", "follow"),
        ("cara hapus chat ini dari hp gimana?", "delete"),
        ("takut dibaca, hapus dulu ya", "delete"),
        ("saya sudah pernah lapor tapi ga ada tanggapan", "old_report"),
        ("laporan saya yg dulu gimana nasibnya", "old_report"),
        ("laporan ibu sy di amman nomor 0362 gmn? gajinya masih blm jg", "own_report"),
        ("pak laporan saya kmrn kok blm ada yg datang, dia masih ditahan", "own_report"),
        ("nomor buktinya ga saya simpan", "lost_code"),
        ("plat mobilnya dicatat juga kan?", "noted"),
        ("pertanyaannya masih lama ga?", "questions_left"),
        ("bisa kirim polisi ke sini ga", "fate"),
        ("will my agent know that i told you?", "secret"),
        ("is it my fault?", "blame"),
        ("when will somebody call me?", "when"),
        ("can i get my money back?", "money"),
        ("can i still refuse to go?", "cancel"),
        ("do i have to report it at a police station too?", "polsek"),
        ("how do i delete this chat", "delete"),
        ("should i answer him?", "reply"),
    ],
)
def test_a_fear_is_known(text: str, worry: str) -> None:
    assert worry_in(text) == worry


@pytest.mark.parametrize(
    "text",
    [
        "ini alamatnya, bener ga?",
        "polisi sudah jemput teman saya",
        "teman saya kenal petugas imigrasi waktu kerja dulu",
        "paspornya ditahan majikan dari awal",
        "mereka ngancam mau bakar rumah saya",
        "paspornya ditahan di polsek",
        "rumahnya dekat polsek praya",
        "mandor dateng bawa parang, saya takut",
        "kapten mabuk pukuli kami pakai besi",
        "siapa yang lapor tolong kasih tau namanya",
        "gaji 8 bulan cara nagihnya ke agen",
        "dia kabur dari rumah majikan kemarin",
        "ibu saya sudah tau semua",
        "uangnya saya transfer kemarin ke rekening dia",
        "disuruh transfer dulu biar anaknya dilepas",
        "nomornya 081912345678 ya?",
        "nomornya salah ya pak?",
        "maaf saya salah ketik ya",
        "yang bawa dia namanya haji mukmin",
        "dia ditahan di kantor polisi sana",
        "ibu saya ga tau apa2 soal hutang itu",
        "boleh ditelpon kapan saja pak",
        "terakhir dia nelpon kapan ya, senin kalau ga salah",
        "adik saya mau dijemput besok",
        "bapaknya sudah menyusul ke batam",
        "uangnya sudah dikirim ke rekening dia",
        "uang 5 juta harus kembali dua minggu lagi katanya",
        "sponsornya bilang jangan lapor polisi",
        "saya sudah lapor polsek tapi ga ditanggapi",
        "dia bilang apa aja saya nurut",
        "umurnya ditulis 23 di paspor",
        "suami saya marah waktu itu",
        "kode posnya lupa",
        "dia dihapus dari grup",
        "majikan tau saya sakit",
        "saya batal puasa",
        "berangkatnya jadi senin depan",
        "PT nya beneran ada izin ga?",
        "dulu bapak saya punya utang ke dia",
    ],
)
def test_what_only_sounds_like_a_fear_is_none(text: str) -> None:
    assert worry_in(text) == ""


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("sponsornya nanti tau ga kalo saya kirim", "worry_secret"),
        ("perlu lapor polsek juga ga?", "worry_polsek"),
        ("ini diteruskan ke siapa?", "worry_handled"),
    ],
)
def test_it_is_answered_before_the_question_that_waits(text: str, line: str) -> None:
    desk = told(*BEGUN)
    waits = desk.conversation.shown

    (reply,) = desk.hear(Said(text=text)).replies

    assert reply.text.startswith(say(line, ID))
    assert desk.conversation.shown == waits
    assert text in desk.conversation.value("what")


@pytest.mark.parametrize("fear", sorted(fears()))
def test_every_fear_has_a_line_that_answers_it(fear: str) -> None:
    # of one's own report it is said how it stands
    assert has(f"worry_{fear}") or fear == "own_report"


def test_who_asks_after_a_report_of_another_chat_is_asked_for_its_receipt() -> None:
    (reply,) = told().hear(Said(text="laporan ibu sy di amman nomor 0362 gmn? gajinya masih blm jg")).replies

    assert say("worry_old_report", ID) in reply.text


def test_two_fears_of_one_message_are_both_answered() -> None:
    reply = _last(*BEGUN, "mereka bisa deport adik sy ga? aku ga salah apa2 kok")

    assert say("worry_deport", ID) in reply
    assert say("worry_blame", ID) in reply


def test_a_fear_between_commas_is_answered() -> None:
    assert say("worry_secret", ID) in _last(*BEGUN, "sponsornya tau ga kalau saya lapor kak, namanya pak Salim Basri")


def test_a_fact_beside_a_fear_is_taken() -> None:
    desk = told(*BEGUN, "nomornya pak Dullah 081912345678, dia bakal tau ga saya lapor?")

    assert desk.conversation.value("recruiter_phone") == "+6281912345678"


def test_who_only_tells_is_comforted_once() -> None:
    first = _last(*BEGUN, "saya malu sebenarnya")
    second = _last(*BEGUN, "saya malu sebenarnya", "saya malu pak")

    assert say("worry_ashamed", ID) in first
    assert say("worry_ashamed", ID) not in second


def test_who_is_abroad_is_not_sent_to_110() -> None:
    reply = _last("saya kerja di riyadh, dikurung majikan, paspor diambil", "kalau dia ngamuk gimana?")

    assert say("worry_angry_abroad", ID) in reply


def test_who_accuses_an_official_learns_who_may_read() -> None:
    reply = _last("teman sy dipaksa layani tamu, yg punya oknum polisi", "nanti bocor ke dia gmn")

    assert say("worry_secret_official", ID) in reply


def test_waiting_after_filing_is_answered_with_how_the_report_stands() -> None:
    reply = _last(*SENT, "jd kapan ditelpon min")

    assert reply.startswith(say("worry_when_no_contact", ID))
    assert "AAA-001" in reply
    assert say("added", ID, code="AAA-001") not in reply


@pytest.mark.parametrize(
    "text",
    ["makasih kak. kalau selasa saya ga datang ke bandara boleh kan", "kalau ga jadi nanti pak dullah marah gimana"],
)
def test_a_question_after_filing_opens_no_other_report(text: str) -> None:
    desk = told(*SENT)

    (reply,) = desk.hear(Said(text=text)).replies

    assert list(desk.tickets) == ["AAA-001"]
    assert reply.text.startswith((say("worry_cancel", ID), say("worry_angry", ID)))
    assert reply.prompt == ""


@pytest.mark.parametrize(
    "text",
    [
        "orang tuanya mau menyusul ke Denpasar besok pagi, apakah boleh?",
        "kalau jumat agennya jemput saya harus gimana",
        "kalau selasa saya ga datang ke bandara boleh kan",
    ],
)
def test_a_day_that_is_only_asked_about_is_no_departure(text: str) -> None:
    desk = told(*SENT, text)

    departure = desk.tickets["AAA-001"].draft.facts.get("departure")
    assert departure is None or not departure.is_known


def test_the_new_report_is_no_answer_to_who_asks_for_the_old() -> None:
    reply = _last(*SENT, "laporan saya yg dulu gimana nasibnya")

    assert reply.startswith(say("worry_old_report", ID))
    assert "AAA-001" not in reply


def test_who_complains_of_silence_is_not_thanked_first() -> None:
    reply = _last("SAYA SUDAH LAPOR 2 MINGGU LALU TDK ADA KABAR SAMA SEKALI. KERJA APA KALIAN INI")

    assert reply.startswith(say("worry_old_report", ID))


def test_a_frightened_question_is_no_lesson() -> None:
    reply = _last("malam kak, kalau udah tanda tangan surat hutang tapi gk jadi berangkat bisa dipenjara gk ya")

    assert say("worry_debt", ID) in reply
    assert say("ask.learn", ID) not in reply


def test_how_to_delete_raises_no_alarm() -> None:
    desk = told("teman sy dikurung di karaoke di balikpapan, disuruh layani tamu")
    alarms = desk.tickets["AAA-001"].alarms

    (reply,) = desk.hear(Said(text="trus ini dihapus dr hp gimana takut")).replies

    assert say("worry_delete_phone", ID) in reply.text
    assert desk.tickets["AAA-001"].alarms == alarms


def test_danger_told_beside_it_still_does() -> None:
    desk = told("malam ini kami berlima dibawa naik kapal gelap dari batam, pintunya dikunci. hapus dulu ya")

    assert desk.tickets["AAA-001"].alarms == 1


@pytest.mark.parametrize("text", ["maksudnya ngaku gimana kak?", "maksudnya apa? hp sy ga ada yg lihat"])
def test_what_is_not_understood_is_explained(text: str) -> None:
    desk = told("saya dikurung majikan di riyadh")
    while desk.conversation.shown and (asked := desk.conversation.shown.prompt) != "contact_wording":
        desk.hear(Said(text="chat saja" if asked == "contact" else "lewati"))

    (reply,) = desk.hear(Said(text=text)).replies

    assert reply.text.startswith(say("explain.contact_wording", ID))
    assert reply.prompt == "contact_wording"


def _last(*texts: str) -> str:
    return talk(*texts)[1]


@pytest.mark.parametrize("text", ["Rusdi, -", "0,:", ", ?", "ya,,,"])
def test_a_piece_without_a_word_asks_nothing(text: str) -> None:
    assert worry_in(text) == ""


@pytest.mark.parametrize(
    ("text", "worry"),
    [
        ("sip3mi itu apa kak?", "sip3mi"),
        ("gaji 8jt potong 7 bulan. wajar ga?", "cuts"),
        ("110 ga bisa dr sini", "no_110"),
        ("siapa yg bisa bantu dsini bang yusril makin panas", "help_here"),
        ("apa sy boleh bicara ke orang tuanya?", "confide"),
        ("sy boleh gk ngomong ke ortunya", "confide"),
        ("kl mansur ditangkep uang sy bs diganti gak?", "money"),
        ("nomor sip3mi nya 12/2020", ""),
        ("gaji dipotong 3 bulan", ""),
        ("sudah telpon 110", ""),
        ("ibunya bicara sama guru", ""),
    ],
)
def test_what_was_asked_in_live_talks_is_answered(text: str, worry: str) -> None:
    assert worry_in(text) == worry


@pytest.mark.parametrize(
    ("text", "worry"),
    [
        ("emang segitu ya pak biaya ke taiwan?", "price"),
        ("biaya resmi ke jepang berapa", "price"),
        ("dia minta biaya 5 juta", ""),
        ("berapa biaya lapor", ""),
        ("suami sya bisa disalahin gak pak, dia masuk pake paspor pelancong", "jail"),
        ("polisi pasti kasih tau ortu kan?", "family"),
    ],
)
def test_what_a_family_asks_of_costs_and_blame_is_answered(text: str, worry: str) -> None:
    assert worry_in(text) == worry


@pytest.mark.parametrize(
    ("text", "worry"),
    [
        ("they want 5000 US dollars each to let them go. I could pay it honestly. should I?", ("pay",)),
        ("you didnt answer me. do I pay or not?", ("pay",)),
        ("is it better to pay the ransom?", ("pay",)),
        ("is he really safe if I keep answering him? he writes about 2am on telegram", ("write_back",)),
        ("is it safe to message her?", ("write_back",)),
        ("sy mau kirim pesan ke dia lewat hp temennya aman gak", ("write_back",)),
        ("aman ga kirim wa ke adik sy", ("write_back",)),
        ("do i have to pay for this service?", ()),
        ("will they pay me or not", ()),
        ("is it safe to write here?", ()),
        ("tawaran dia aman gak", ("fake",)),
        ("is she safe?", ()),
    ],
)
def test_a_ransom_and_messages_to_a_watched_phone_are_asked_about(text: str, worry: tuple[str, ...]) -> None:
    assert worries_in(text) == worry
