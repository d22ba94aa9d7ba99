"""Whether lines are English: another language says so by its little words, and figures and names are foreign to none."""

from __future__ import annotations

import pytest

from rehearse.signals.language import FEWEST, english

SPANISH = "El lunes perdimos cuarenta pedidos, lo dice el registro de incidencias, y los clientes no pueden pagar porque la caja se cae."


@pytest.mark.parametrize(
    "text",
    [
        SPANISH,
        "Wir verlieren jede Woche vierzig Bestellungen, weil die Kasse ausfällt, und das steht im Protokoll vom März.",
        "Nous perdons quarante commandes par semaine parce que la caisse tombe en panne, et c'est dans le registre.",
        "Vi mister førti ordre i uken fordi kassen faller ut, og det står i loggen for mars, som jeg har med.",
        "Мы теряем сорок заказов каждую неделю, потому что касса падает, и это записано в журнале происшествий за март.",
    ],
)
def test_another_language_is_known_by_its_little_words(text: str) -> None:
    assert not english([text])


@pytest.mark.parametrize(
    "text",
    [
        "We lose forty orders a week because the till goes down, and that stands in the incident log for March.",
        "payback, source, ledger, finance, rollback, stop rule, owner, Friday, customers, revenue, $48k, per month, risk, trial",
        "Señora García de la Cruz und Herr von der Heide were there; we lost 40 orders, she said, and nobody rang us about it.",
        "Two weeks. One engineer. Tom. From Monday. Stop on the 17th if not halved. Old page stays. Your call, Noor.",
        "no no no",
    ],
)
def test_english_terms_and_names_can_be_read(text: str) -> None:
    assert english([text])


def test_of_few_words_nobody_can_tell() -> None:
    assert english([" ".join(SPANISH.split()[: FEWEST - 1])])
