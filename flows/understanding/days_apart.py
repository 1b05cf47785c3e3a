"""Days of something else than leaving: a deportation, a visit of the family, a last day to pay, a ship sailing on."""

from flows.understanding.moments import Moment
from flows.understanding.words import Words

_SENT_HOME = ("deport", "dideport", "dipulang", "pulangkan", "pulangin")
_VISITS = frozenset({
    *("menyusul", "nyusul", "susul", "menjenguk", "jenguk", "jengukin", "nengok", "menengok", "nyari", "mencari"),
    *("nyariin", "njemput", "jemput", "menjemput", "ngejemput", "datangi", "mendatangi", "visit"),
})  # fmt: skip
_FAMILY = frozenset({
    *("tua", "ayah", "bapak", "ibu", "mama", "emak", "mamak", "keluarga", "suami", "kakek", "paman", "inaq"),
})  # fmt: skip
_WRITERS = frozenset({"saya", "aku", "kami", "kita"})
_OWNERS = _WRITERS | {"nya"}
_PLANS = frozenset(
    {"mau", "akan", "ingin", "bakal", "rencana", "rencananya", "juga", "sudah", "besok", "bisa", "boleh"}
)
_LAST_DAY = frozenset({"lambat", "batas", "batasnya", "batesnya", "tempo", "temponya", "tenggat", "deadline", "tempoh"})
_PAYS = frozenset({
    *("bayar", "membayar", "dibayar", "bayarnya", "lunas", "lunasin", "dilunasi", "pelunasan", "setor", "nyetor"),
    *("transfer", "ditransfer", "cicil", "cicilan", "nyicil", "ditagih", "nagih", "tagih", "pay", "due"),
})  # fmt: skip
_DUE = _PAYS | {"sisa", "sisanya", "kurang", "kurangnya", "minta", "diminta"}
_BEFORE_PAYING = frozenset({"cuma", "hanya", "baru", "harus", "mau", "disuruh", "untuk", "buat", "ini", "itu", "depan"})
_MONEY = frozenset({"juta", "ribu", "ringgit", "riyal", "dolar", "dollar", "usd", "yuan", "rupiah"})
_AFTER_A_SUM = frozenset({"lagi", "dulu", "hari", "pada", "tanggal", "on"})
_SHIPS = frozenset({"kapal", "kapalnya", "ship", "boat"})
_SAILS, _AGAIN = frozenset({"jalan", "berangkat", "berlayar", "melaut", "layar", "brangkat", "sail"}), "lagi"
_AFLOAT = frozenset({"berlayar", "melaut"})  # "3 hari lagi berlayar lagi", of who is on a ship already
_LEAVING = frozenset({"berangkat", "berangkatnya", "terbang", "diberangkatkan", "flight"})
_GOALS = frozenset({"ke", "to"})
_BEFORE = "sebelum"
_HANDED = frozenset({
    *("kirim", "ngirim", "mengirim", "kirimin", "ngirimin", "kirimkan", "kirimi", "share", "send", "serlok", "dikirim"),
    *("dikirimin", "dikirimkan", "upload"),
})  # fmt: skip
_OF_PAPER = frozenset({
    *("foto", "poto", "gambar", "video", "bukti", "screenshot", "ss", "ssan", "struk", "kwitansi", "kuitansi", "nota"),
    *("chat", "chatnya", "rekaman", "data", "nomor", "lokasi", "alamat", "dokumen", "berkas", "surat", "uang", "duit"),
    *("photo", "picture", "proof", "pictures", "photos", "file", "scan", "fotokopi", "barang", "paket", "pesan"),
})  # fmt: skip
_CALLED_OFF = (["tidak", "jadi"], ["batal", "yang"], ["not", "on"])
_CLOSE, _JUST_BEFORE = 4, 2  # terms


def is_of_something_else(words: Words, moment: Moment) -> bool:
    """Say whether a day is told of something that is no leaving, whoever was told of before."""
    clause = [at for at, one in enumerate(words.clauses) if one == words.clauses[moment.first]]
    said = [words.forms[at] for at in clause]
    if any(words.raw(at).lower().startswith(_SENT_HOME) for at in clause):
        return True
    return (
        _is_handed_over(said) or _sails_on(said) or _is_a_visit(words, clause) or _is_a_last_day(words, clause, moment)
    )


def is_called_off(words: Words, moment: Moment) -> bool:
    """Read "malam ini dijemput, ga jadi besok" and "bukan kamis": a day on which nothing is to be any more."""
    if words.clauses[moment.last - 1] != words.clauses[moment.first]:
        return False  # "ga jadi besok, lusa katanya"
    before = words.forms[max(0, moment.first - 3) : moment.first]
    if before[-1:] == ["hari"]:
        before.pop()
    return before[-2:] in _CALLED_OFF or before[-1:] in (["batal"], ["bukan"], ["gajadi"], ["gakjadi"])


def _is_handed_over(said: list[str]) -> bool:
    """Read "besok sy kirim fotonya" and "buktinya nanti malam saya kirim", not "besok dikirim ke Jakarta"."""
    sent = next((at for at, form in enumerate(said) if form in _HANDED), None)
    if sent is None or not _LEAVING.isdisjoint(said):
        return False
    near = said[:sent] if said[sent].startswith("di") else said
    return any(form in _OF_PAPER or form.removesuffix("nya") in _OF_PAPER for form in near)


def _sails_on(said: list[str]) -> bool:
    """Read "kapalnya selasa mau jalan lagi", of a ship on which somebody is."""
    again = any(form in _SAILS and _AGAIN in said[at + 1 : at + 3] for at, form in enumerate(said))
    afloat = any(form in _AFLOAT and said[at + 1 : at + 2] == [_AGAIN] for at, form in enumerate(said))
    return (afloat and _GOALS.isdisjoint(said)) or (again and not _SHIPS.isdisjoint(said))


def _is_a_visit(words: Words, clause: list[int]) -> bool:
    """Tell "orang tuanya mau menyusul besok" and "saya jemput dia besok" from "adik saya mau nyusul temannya"."""
    return any(words.forms[at] in _VISITS and _is_family(words, clause[0], at) for at in clause)


def _is_family(words: Words, begins: int, verb: int) -> bool:
    """Say whether the family or the writer stands before a verb, and not another relative: "adik saya"."""
    at = verb - 1
    while at > begins and words.forms[at] in _PLANS:
        at -= 1
    if at < begins:
        return False
    if words.forms[at] not in _OWNERS or at == begins:
        return words.forms[at].removesuffix("nya") in _FAMILY | _WRITERS
    owned = words.forms[at - 1] in _FAMILY
    return owned or (words.forms[at] in _WRITERS and "KIN" not in words.terms[at - 1].ids)


def _is_a_last_day(words: Words, clause: list[int], moment: Moment) -> bool:
    """Tell "sisa 3 juta rabu ini sebelum berangkat" and "rabu cuma bayar" from "berangkat rabu, bayar 3 juta"."""
    before = [words.forms[at] for at in clause if at < moment.first]
    after = [words.forms[at] for at in clause if at >= moment.last]
    if not _LAST_DAY.isdisjoint(before[-_CLOSE:]):
        return True
    if not _LEAVING.isdisjoint(before):
        return False
    if _BEFORE in before[-_JUST_BEFORE:]:
        return True  # "kedutaan bisa datang sebelum selasa?"
    if not _GOALS.isdisjoint(before):
        return False
    close = next((form for form in reversed(before) if form not in _AFTER_A_SUM), "")
    if close in _DUE or (close in _MONEY and not _DUE.isdisjoint(before)):
        return True
    return next((form for form in after if form not in _BEFORE_PAYING), "") in _PAYS
