"""An invented night at the duty desk: sixteen tickets, nobody in them exists."""

# ruff: noqa: E501 - a table of talk reads best one ticket a line

from datetime import timedelta

from tests.desk_room import DeskRoom, Told, fact

_SAVED = (
    ("citizen", "pak tolong adik sy di batam dikurung di ruko HP nya mau diambil besok pagi katanya mau dibawa ke kamboja"),
    ("hotline", "Kalau dalam bahaya, telepon 110 sekarang.\nPetugas sudah saya panggil. Di bagian mana Batam? Nama jalan, toko atau bangunan apa saja yang terlihat membantu."),
    ("citizen", "ruko dekat Nagoya, lantai 3, ada tulisan Mitra Laut Sentosa"),
    ("hotline", "Saya catat: ruko dekat Nagoya, lantai 3. Siapa yang mengajak berangkat?"),
    ("citizen", "namanya Bu Ratna, eh salah, Bu Ratih. nomornya 0812-0000-1111. janjinya kerja restoran di Malaysia, gaji 9 juta"),
    ("hotline", "Baik, saya ganti: perekrutnya Bu Ratih, bukan Bu Ratna. Boleh petugas menghubungi Anda?"),
    ("citizen", "boleh tapi jangan telepon, chat saja sesudah jam 9 malam, bilang dari toko baju"),
)  # fmt: skip

NIGHT = (
    Told("K7M-4QX", 4, "emergency", "forced_scam", area="52.03.07", channel="whatsapp", departs_in_hours=7.6, may_contact=True,
         talk=_SAVED,
         signals=(("locked_up", "dikurung di ruko"), ("departing_soon", "besok pagi mau dibawa"), ("passport_held", "HP nya mau diambil"), ("deceived", "janjinya kerja restoran")),
         facts={"what": fact("adik dikurung di ruko di Batam, mau dibawa ke Kamboja", words="dikurung di ruko HP nya mau diambil"),
                "victim": fact("adik pelapor, perempuan, 19 tahun", words="adik sy"),
                "victim_now": fact("ruko dekat Nagoya, Batam, lantai 3, ada tulisan Mitra Laut Sentosa", "asked", "ruko dekat Nagoya, lantai 3"),
                "departure": fact("2026-11-03 pagi", words="besok pagi"),
                "destination": fact("Kamboja", "corrected", "mau dibawa ke kamboja", "Malaysia"),
                "recruiter": fact("Bu Ratih", "corrected", "eh salah, Bu Ratih", "Bu Ratna"),
                "recruiter_phone": fact("+6281200001111", words="0812-0000-1111"),
                "job": fact("pelayan restoran di Malaysia, gaji 9 juta", words="kerja restoran di Malaysia, gaji 9 juta"),
                "documents": fact("held", "asked", "paspor dipegang bu ratih"),
                "payment": fact("", "unknown")},
         reporter={"contact": "chat", "when": "sesudah pukul 21.00", "wording": "Halo kak, ini dari toko baju"},
         media=({"id": 71, "kind": "photo", "mime": "image/jpeg", "size_bytes": 412_000},
                {"id": 72, "kind": "photo", "mime": "image/jpeg", "size_bytes": 288_000},
                {"id": 73, "kind": "voice", "mime": "audio/ogg", "size_bytes": 96_000},
                {"id": 74, "kind": "document", "mime": "application/pdf", "size_bytes": 0, "refusal": "too_big"})),
    Told("R2D-9HW", 19, "emergency", "child", area="52.71.01", channel="telegram", columns={"ladder_step": 2},
         talk=(("citizen", "ada anak 14 th mau dibawa ke Surabaya malam ini sama orang yg gak dikenal"),),
         signals=(("child_victim", "anak 14 th"), ("departing_soon", "malam ini")), departs_in_hours=2.3),
    Told("P5T-3KA", 41, "high", "non_procedural_migrant_work", area="52.02.04", channel="whatsapp", may_contact=True,
         talk=(("citizen", "suami sy di Arab 2 tahun gak digaji, paspor ditahan majikan"),)),
    Told("N8Q-7VC", 12, "normal", "none", kind="verification", area="52.01.09", channel="web",
         talk=(("citizen", "PT Cahaya Samudra Abadi itu terdaftar tidak? minta bayar 30 juta"),)),
    Told("H4X-2ME", 3, "normal", "none", kind="call", channel="telegram",
         talk=(("citizen", "mau bicara sama petugas saja"),)),
    Told("W6B-5JT", 96, "emergency", "sexual_exploitation", area="52.08.02", channel="whatsapp", may_contact=True, state="in_progress",
         talk=(("citizen", "saya sudah di depan rumah itu, sekarang bagaimana"),), columns={"waiting_since": -6}),
    Told("C3G-8PR", 150, "high", "fishing_vessel", area="52.04.20", channel="telegram", state="waiting_reporter", departs_in_hours=61,
         talk=(("citizen", "anak saya ikut kapal, belum digaji 8 bulan"),)),
    Told("T9F-6DN", 190, "high", "contract_marriage", area="52.03.01", channel="web", state="confirmed", departs_in_hours=30,
         talk=(("citizen", "sepupu mau dinikahkan dengan orang asing, dibayar 40 juta"),)),
    Told("J2K-4WB", 320, "normal", "domestic_work", area="52.06.10", channel="whatsapp", state="referred", may_contact=True,
         columns={"referred_to": "BP3MI NTB"}, talk=(("citizen", "mau pulang dari Malaysia bagaimana caranya"),)),
    Told("M7S-3QE", 400, "normal", "non_procedural_migrant_work", channel="terminal", state="in_progress",
         talk=(("citizen", "teman kantor ditawari kerja di Jepang lewat facebook"),), columns={"waiting_since": -55}),
    Told("V4Y-9TK", 32, "high", "organ_sale", area="52.71.01", channel="web", columns={"is_incomplete": True},
         talk=(("citizen", "ada yg tawarkan 150 juta kalau mau ginjalnya diambil di luar negeri"),)),
    Told("B8N-2XH", 75, "high", "surrogacy", area="52.02.04", channel="whatsapp", state="new",
         columns={"ladder_step": 3, "breached_at": -12}, talk=(("citizen", "kakak saya hamil untuk orang lain di Georgia"),)),
    Told("E5W-7CM", 1500, "normal", "other", area="52.03.07", channel="web", state="in_progress", columns={"names_official": True},
         talk=(("citizen", "pegawai kantor itu ikut mengurus surat palsu"),)),
    Told("X3P-6RV", 2880, "high", "forced_scam", channel="telegram", state="referred", area="52.02.04",
         columns={"referred_to": "Kementerian Luar Negeri"}, talk=(("citizen", "saya di Myawaddy, baterai tinggal sedikit"),)),
    Told("D6H-4NS", 4000, "normal", "none", channel="web", state="closed", columns={"outcome": "answered", "closed_at": -900}),
    Told("A9J-8GT", 5200, "high", "non_procedural_migrant_work", area="52.01.09", channel="whatsapp", state="closed",
         columns={"outcome": "prevented", "closed_at": -2000}),
)  # fmt: skip


def settle_night(room: DeskRoom, owners: list[str]) -> None:
    """Put the whole night on the desk; officers hold what is confirmed, in turn."""
    ids = [room.officer(login).id for login in owners]
    now = room.clock()
    for number, told in enumerate(NIGHT):
        columns = dict(told.columns)
        for name in ("waiting_since", "breached_at", "closed_at"):
            if name in columns:
                columns[name] = now + timedelta(minutes=float(str(columns[name])))
        if told.state != "new":
            columns |= {
                "owner_id": ids[number % len(ids)],
                "confirmed_at": now - timedelta(minutes=told.minutes_ago - 1),
            }
        room.file(Told(**{**{name: getattr(told, name) for name in told.__dataclass_fields__}, "columns": columns}))
