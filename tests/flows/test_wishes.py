"""How writers wish to be reached and named, in whatever message and whatever order they say it."""

import pytest

from flows.adding import told_again
from flows.contact_wishes import contact_wish
from flows.draft import draft_of
from flows.name_wishes import name_wish
from flows.said import Said
from tests.flows.pretend_desk import PretendDesk, told


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("sy standby terus, telp aja", "phone"),
        ("tlg telpon balik ya pak", "phone"),
        ("boleh telepon saya habis magrib saja ya pak", "phone"),
        ("Telpon kapan saja", "phone"),
        ("telpon ke no sy ini boleh, sy panggilin nenek", "phone"),
        ("you may call me after 8 pm", "phone"),
        ("jangan ditelpon. wa aja jam 3 sampe 5 pagi", "chat"),
        ("bales disini aja", "chat"),
        ("please only message here, never call", "chat"),
        ("jangan telepon ke kantor desa. WA ke nomor ini saja", "chat"),
        ("hubungi saya via telpon jam 7 keatas malam", "phone"),
        ("no sy ganti2 jd lewat chat ini aja", "chat"),
        ("anonim please, gue chat doang gabisa angkat telp dikantor", "chat"),
        ("kirim pesan saja jangan telepon nanti dia dengar", "chat"),
        ("whatsapp je bang jgn call", "chat"),
        ("bisa di wa jam 10 pagi pas yg lain tidur", "chat"),
        ("kalau mau nanya2 lagi chat aku ya", "chat"),
        ("saya bisa dihubungi malam hari", "chat"),
        ("boleh dihubungi di 0819 3327 8846 kapan aja", "phone"),
        ("gak boleh dihubungi di 0819 3327 8846", ""),
        ("dia boleh dihubungi di 0819 3327 8846", ""),
        ("bole telpon sore sore", "phone"),
        ("gpp ditelpon", "phone"),
        ("telpon jgn pas jam sholat, malam aja", "phone"),
        ("lewat wa jgn nelpon", "chat"),
        ("kontaknya lewat chat jgn call", "chat"),
        ("telp jangan chat boleh", "chat"),
        ("jangan wa jangan telpon", "no"),
        ("kalo mau nanya japri aja", "chat"),
        ("nmr sy yg bs dihubungi 0817 0022 3311 tp jgn telpon", "chat"),
        ("jangan telp ya kak nanti nenek kaget", "no"),
        ("no calls please", "no"),
        ("chat. jgn tlp", "chat"),
        ("jgn ditelp chat aja", "chat"),
        ("saya bisa dihubungi telepon di hp ini", "phone"),
        ("eh jangan deh chat aja", "chat"),
        ("telp boleh chat boleh.. chat aja deh", "chat"),
        ("hubungi sy aja telp boleh", "phone"),
        ("chat aja, klo kerja ga bs ngangkat telp", "chat"),
        ("please don't call me", "no"),
        ("please write to me here, I'd rather not be called", "chat"),
        ("don't ring or call, just text", "chat"),
        ("you can write to me after nine", "chat"),
        ("bole telpon pak sore2 saya ada", "phone"),
        ("telpon bisa pak kalo malam, nama sy Marni", "phone"),
        ("wa bisa habis isya", "chat"),
        ("telp jgn pas jam sekolah, sore aja", "phone"),
        ("hubunginya lewat wa jgn telp", "chat"),
        ("i can't call here, text only", "chat"),
        ("NO TELEPON. chat only!!", "chat"),
        ("just message me in this chat, no need to call", "chat"),
        ("WhatsApp is best, you can use my name", "chat"),
        ("kalau butuh telpon saya sore jam 4 setelah posyandu", "phone"),
        ("telp hari minggu aja", "phone"),
        ("ga masalah telp aja", "phone"),
    ],
)
def test_wish_about_contact_is_heard_anywhere(text: str, way: str) -> None:
    assert contact_wish(text).way == way


@pytest.mark.parametrize(
    "text",
    [
        "barusan saya telp kepala sekolahnya langsung",
        "i cant call 110 here",
        "gabisa nelpon 110 disini",
        "telp 110 aja ya",
        "tolong hapus semua chat ini",
        "jgn telp hari sabtu",
        "dia nelpon pinjam hp temannya",
        "3 minggu ga bisa ditelpon",
        "telpon bisa seminggu sekali",
        "ini no adik 0812 3344 5566 telp jangan siang, malam aja",
        "terakhir kontak tgl 15 nov abis itu centang satu",
        "jgn dihubungi siang ya hpnya dipegang bos",
        "hp nya cm dikasi malem, ini no dia 0878 6412 9937 tp JANGAN di wa pliss",
        "She still has a hidden phone but please do not call it",
        "disuruh nipu org lewat chat",
        "tlp pak teguh 0811 2604 883, skrg centang satu",
        "disuruh jgn telp rumah",
        "chat aja ga dibales",
        "no contact for two weeks",
        "hp kami disita, cuma boleh telp sebulan sekali",
        "telepon saya disita",
        "jgn balas lama2 ya",
        "I'm writing in English, nobody here reads it",
        "I can't write much now",
        "majikan cek wa saya tiap hari",
        "pesan nasi kotak aja 20",
        "boleh ditelepon gak?",
        "telepon istri saya saja di 0812 3456 7890",
    ],
)
def test_talk_of_calls_is_no_wish(text: str) -> None:
    assert contact_wish(text).way == ""


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("hubungi kaji aja 0853-3308-6619", True),
        ("kalau nak cakap kena melalui saya +60 13-882 4071", True),
        ("boleh mesej je ke +60 16-440 7725, jangan call", True),
        ("no pak sabli 0852 3781 4409 tp udah gak aktif", False),
        ("tekongnya H. Mukti, HP 081 339 070 255", False),
    ],
)
def test_number_given_with_the_wish_is_the_writers(text: str, *, own: bool) -> None:
    assert contact_wish(text).has_own_number is own


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("wa aja jam 3 sampe 5 pagi", "jam 3 sampe 5 pagi"),
        ("telpon aja ke 0877 6412 3359 habis magrib", "habis magrib"),
        ("Silakan hubungi saya di 0812 3699 4470, ba'da isya.", "ba'da isya"),
        ("reply at 1 am if you can", "at 1 am"),
        ("chat aja", ""),
    ],
)
def test_hours_are_taken_with_the_wish(text: str, hours: str) -> None:
    assert contact_wish(text).when == hours


@pytest.mark.parametrize(
    ("text", "way"),
    [("wa ok", "chat"), ("boleh tp jgn skrg", "chat"), ("ya tapi jgn telp", "chat"), ("jangan, ini hp teman", "no")],
)
def test_bare_answer_counts_where_contact_was_asked(text: str, way: str) -> None:
    assert contact_wish(text, is_asked=True).way == way


@pytest.mark.parametrize(
    "text", ["ya ampun maaf ternyata study tour", "jangan kasi tau Sukri siapa yg lapor", "sudah 3 tahun kat sini"]
)
def test_talk_answers_nothing_about_contact(text: str) -> None:
    assert contact_wish(text, is_asked=True).way == ""


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("Nama saya tulis saja tidak masalah", "name"),
        ("tulis aja nama sy, Amaq Wulan", "name"),
        ("Nama kaji Ikhsan, boleh dipakai", "name"),
        ("gausah anonim gapapa, saya mau jd saksi", "name"),
        ("nama saya tidak perlu ditutupi", "name"),
        ("yes you can use my name", "name"),
        ("nama sy jgn disebut ke siapa2", "hide"),
        ("nama saya tak payah tulis ya", "hide"),
        ("anonim ya, gamau kasih nama", "hide"),
        ("please don't tell the family it came from me", "hide"),
        ("iya jgn pake namaku", "hide"),
        ("nama saya Anggun", ""),
        ("nama saya Siti mau lapor", ""),
        ("dia bikinkan saya KTP palsu pakai nama orang lain", ""),
        ("nama saya dipakai buat pinjol", ""),
        ("disuruh jgn bilang ortu", ""),
        ("terserah mau pake nama saya apa ngga", ""),
        ("sy pamannya, Burhan, gapapa dicatat", "name"),
        ("nama sy Herlina, tantenya, boleh disebut", "name"),
        ("gak masalah pakai nama nahu", "name"),
        ("saya kenal dia, boleh dicatat platnya", ""),
        ("nomornya boleh dicatat", ""),
        ("no name for me please", "hide"),
        ("sy rohani tp jgn dicantumin ya", "hide"),
        ("aku wulan, jgn disebutin kak", "hide"),
        ("aku wulan tp samarin aja", "hide"),
        ("nama desa jangan ditulis", ""),
        ("dia bilang jangan dicatat", ""),
        ("silakan mencantumkan nama saya, Lalu Wirajaya", "name"),
        ("sy bisa ditelpon kapan saja di nomor ini jam berapapun dan nama sy boleh dicantumkan", "name"),
        ("saya Dewi, boleh dipakai namanya", "name"),
        ("adik saya Dewi, boleh dipakai namanya", ""),
        ("nama kaku Wahab, tulis saja", "name"),
        ("my name is Owen Pratt, that's fine to write down", "name"),
        ("nama saya Suharto tapi jangan kasi tau bos", ""),
    ],
)
def test_wish_about_the_name_is_heard_anywhere(text: str, wish: str) -> None:
    assert name_wish(text) == wish


def test_hours_that_are_refused_are_not_the_hours_to_call() -> None:
    assert contact_wish("telpon jgn siang, malam aja").when == "malam aja; telpon jgn siang"


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("nama saya Baiq Kartini, tulis aja ndak apa2 pak", "name"),
        ("nama saya Rudi, jangan dicatat", "hide"),
        ("I'd rather my name isn't written anywhere", "hide"),
    ],
)
def test_leave_in_the_clause_behind_the_name(text: str, wish: str) -> None:
    assert name_wish(text) == wish


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("chat aja, jgn malam hp diperiksa majikan", "jgn malam hp diperiksa majikan"),
        ("chat aja. jgn diatas jam 9", "jgn diatas jam 9"),
        ("chat sini boleh tp habis jam 10 malam aja", "habis jam 10 malam aja"),
        ("wa aja diatas jam 10 malam", "diatas jam 10 malam"),
        ("jgn datang ke rumah ya pak", "jgn datang ke rumah ya pak"),
        ("wa call boleh tp jgn nomor biasa", "jgn nomor biasa"),
        ("wa boleh, jangan telpon biasa", "jangan telpon biasa"),
        ("telp aja ke nomor biasa", ""),
        ("dia jgn dikasih nomor biasa", ""),
        ("jgn hub sy, hub kakak sy aja fitri 082340018876", "hub kakak sy aja fitri"),
        ("dia bilang jangan datang malam", ""),
        ("saya takut mereka datang lagi", ""),
        ("wa aja kak", ""),
    ],
)
def test_what_is_not_wished_is_kept_in_the_writers_words(text: str, when: str) -> None:
    assert contact_wish(text, is_asked=True).when == when


@pytest.mark.parametrize(
    ("text", "silence"),
    [
        ("boleh telpon kapan saja. tapi jangan sampai tetangga saya tau", "jangan sampai tetangga saya tau"),
        ("tolong bapaknya jangan dikasih tau soalnya dia yg terima uang", "tolong bapaknya jangan dikasih tau"),
        ("nama keluarga jangan disebut ke Muhsin", "nama keluarga jangan disebut ke Muhsin"),
        ("bos ga boleh tau sy lapor", "bos ga boleh tau sy lapor"),
        ("dont tell my husband please", "dont tell my husband please"),
        ("nama mada boleh asal haji jgn sampe tau, kpala desa juga", "asal haji jgn sampe tau; kpala desa juga"),
        ("tolong jgn kasih tau suami sy. apalagi mertua", "tolong jgn kasih tau suami sy; apalagi mertua"),
        ("jgn bilang ke pak RT, termasuk pak kadus", "jgn bilang ke pak RT; termasuk pak kadus"),
        ("jgn sampe bapak tau, sy takut juga", "jgn sampe bapak tau"),
        ("jgn sampe bos tau, hp saya jg dicek", "jgn sampe bos tau"),
        ("haji boleh tau, kpala desa juga", ""),
        ("dia bilang jangan kasih tau siapa2", ""),
        ("dia ga boleh cerita sama siapa2", ""),
        ("jangan sebut nama saya", ""),
        ("saya ga boleh tau alamatnya", ""),
        ("adik ga boleh pegang hp, ga tau knp", ""),
    ],
)
def test_who_must_not_learn_of_it_is_kept_in_the_writers_words(text: str, silence: str) -> None:
    assert contact_wish(text).silence == silence


def test_who_must_not_learn_of_it_stands_with_how_to_reach_the_writer() -> None:
    desk = PretendDesk()
    for text in ("anak sy dibawa ke batam kemarin", "tidak tau", "chat aja, jgn sampe bibinya tau ya", "tanpa nama"):
        desk.hear(Said(text=text))

    assert draft_of(desk.conversation, desk.facts(Said())).reporter["when"].endswith("jgn sampe bibinya tau ya")


def test_what_was_refused_before_holds_beside_what_is_wished_later() -> None:
    told = told_again({"when": "siang; jgn telpon adik sy", "contact": "phone"}, {"when": "habis isya"})

    assert told == {"when": "habis isya; jgn telpon adik sy", "contact": "phone"}


@pytest.mark.parametrize(
    ("text", "spared"),
    [
        ("boleh chat. jangan telpon anak saya", "jangan telpon anak saya"),
        ("jangan telp hp lastri ya, hp nya dipegang dedi", "jangan telp hp lastri ya; hp nya dipegang dedi"),
        ("nomor adik jangan dihubungi dulu pak", "nomor adik jangan dihubungi dulu pak"),
        ("nomornya +855967712034, jangan dihubungi hp nya disadap bos", "jangan dihubungi hp nya disadap bos"),
        ("hp nya jgn ditelp", "hp nya jgn ditelp"),
        ("dont WA her because her phone is read by the guard", "dont WA her; because her phone is read by the guard"),
        ("jangan telp nomor saya, chat aja", ""),
        ("jgn telp, hp saya dipegang suami", ""),
        ("jangan telp saya", ""),
        ("jgn telp ya hp dicek papi hans bos sini", ""),
        ("hp nya rusak jarang bisa ditelp", ""),
    ],
)
def test_whose_phone_must_be_left_alone_is_no_wish_of_the_writers(text: str, spared: str) -> None:
    wish = contact_wish(text)

    assert wish.spared == spared
    assert not (spared and wish.way == "no")


def test_officers_read_beside_the_number_that_it_must_not_be_called() -> None:
    desk = told(
        "adik saya disekap di poipet, nomornya +855967712034, jangan dihubungi hp nya disadap bos", "aman", "cukup"
    )

    (ticket,) = desk.tickets.values()

    assert ticket.draft.facts["victim_phone"].value == "+855967712034"
    assert ticket.draft.facts["not_to_call"].value == "jangan dihubungi hp nya disadap bos"


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("nama sy inaq sahnim. petugas boleh tau tp haji muhsan jangan sampe tau sy yg lapor", "name"),
        ("petugas tau nama sy boleh, calonya jangan", "name"),
        ("jgn kasih tau petugas nama saya", "hide"),
        ("boleh petugas tau nama saya?", ""),
    ],
)
def test_officers_may_know_whom_the_recruiter_may_not(text: str, wish: str) -> None:
    assert name_wish(text) == wish


@pytest.mark.parametrize(
    ("number", "line", "way", "when"),
    [
        ("ini nomor saya disini +60148832057", "telpon malam aja jam 8", "phone", "malam aja jam 8"),
        ("no ku +60148832057", "wa call boleh tp jgn nomor biasa", "phone", "jgn nomor biasa"),
        ("+60148832057", "wa aja, malam", "chat", "malam"),
        ("nmr sy +60148832057", "chat aja jgn telpon", "chat", None),
    ],
)
def test_the_way_told_after_a_number_stands_beside_it(number: str, line: str, way: str, when: str | None) -> None:
    conversation = told("adik saya dibawa ke kamboja, dia disekap", "ga tau", number, line).conversation

    assert conversation.value("contact_phone") == "+60148832057"
    assert conversation.value("contact") == way
    assert when is None or conversation.value("contact_when") == when


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("telp sy cepat pak", "phone"),
        ("saya Aminah, kalau mau telepon silakan habis isya", "phone"),
        ("sy mau ditelpon tp jgn pagi, sy jualan di pasar", "phone"),
        ("kalau mau wa silakan", "chat"),
        ("sy mau ditelpon bos nanti", ""),
        ("dia mau ditelpon", ""),
    ],
)
def test_who_is_willing_says_so_in_many_words(text: str, way: str) -> None:
    assert contact_wish(text, is_asked=True).way == way
