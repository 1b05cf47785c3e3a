"""Which lines that ask something still answer a question of the check: "rekeningnya atas nama dia, aman ga"."""

from collections.abc import Mapping

from flows import questions as q
from flows.folding import fold
from flows.phrases import option_phrases
from flows.question import Question
from flows.sentences import asks_of_us, sentences_of

_OF_IT: Mapping[str, frozenset[str]] = {
    q.CHECK_WHO.id: frozenset(
        fold(
            "orang calo sponsor agen agent tekong tetangga keluarga saudara sodara teman temen kenalan kerabat sepupu "
            "ipar fb facebook ig instagram tiktok wa telegram grup internet online medsos loker staf karyawan kantor"
        )
    ),
    q.CHECK_ACCOUNT.id: frozenset(
        fold(
            "rekening rek norek rekeningnya bank bri bca bni mandiri bsi btn dana ovo gopay nama pribadi uang uangnya "
            "duit bayar bayarnya transfer tf setor cash tunai minta diminta dp"
        )
    ),
}


def asks_beside_another_matter(question: Question, text: str) -> bool:
    """Say whether a line asks, and what it tells besides is of something else than this question of a check."""
    known = _OF_IT.get(question.id)
    if known is None:
        return False
    said = sentences_of(text)
    told = [one for one in said if not asks_of_us(one)]
    if len(told) == len(said):
        return False
    words = [word for one in told for word in one.words]
    return known.isdisjoint(words) and not option_phrases(question.id).inside(tuple(words))
