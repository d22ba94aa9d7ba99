"""Families of numbers, days and lengths of time as people say them: what must be heard, and what must not."""

from __future__ import annotations

import pytest

from rehearse.signals import find

HEARD = {
    "date": [
        "The look is on the seventeenth.",
        "Third of October, and then it is over.",
        "It runs from the second to the eleventh.",
        "21.9. to 2.10., while you are away.",
        "We need it on 3.11., no later.",
        "He is off to sea at Whitsun.",
        "Before midsummer the queue is short.",
        "Until spring 2027 the desk is Ewa's.",
        "Mid-November we look at it again.",
        "A fortnight on Monday you have the list.",
        "You know it the same evening.",
        "I ring before lunch.",
        "It lands in Q2.",
        "By the following morning you have it in writing.",
        "In three weeks' time she is back.",
        "As of 1 September it is ours.",
        "At the latest by half-term.",
    ],
    "period": [
        "Every second Thursday we sit down.",
        "It is Tuesdays and Fridays.",
        "Five years running it came late.",
        "The import took 19 hours.",
        "You would have three months' notice.",
        "It was known four weeks before the fair.",
        "A parcel lies there for eleven days.",
        "Between Easter and Whitsun nobody rings.",
        "He looks twice a term.",
        "We change it every other season.",
    ],
    "figure.count": [
        "They are at fourteen a week.",
        "We had thirty last winter.",
        "It brings them down from 15 a night to 6.",
        "A shopper waits thirteen seconds for the page.",
        "A repair takes 9 days today, and before the move it was 4.",
        "They queue for twenty minutes.",
    ],
    "figure.percent": [
        "Every fifth driver turns back.",
        "With the new form it is one in thirty.",
        "Three in a hundred go missing.",
        "A quarter fewer letters come back.",
        "A sixth of our bookings never turn up.",
        "Half the trucks stand there empty.",
        "The returns fell by a fifth.",
        "It halves the calls.",
    ],
    "figure.money": ["That is nine-ish K.", "It went out as credit, ninety thousand, kroner.", "Forty pence a label.", "Twelve grand."],
    "figure.effort": [
        "It is two mornings of yours in May.",
        "That takes four of your evenings.",
        "You have two days for it.",
        "A day and a half of Marek's.",
        "Two days out of five, no more.",
        "Thirty per cent of your week.",
        "It wants half a day each month.",
        "Call it an hour.",
        "A morning, no more.",
        "It takes Joana two hours a quarter.",
    ],
    "error_range": [
        "It could be six fewer.",
        "It might well be a fifth more.",
        "Take it as 300, thirty either way.",
        "A fortnight more or less.",
        "About ninety, at most a hundred.",
        "If I am wrong, then by four.",
        "It could be out by a dozen.",
        "Somewhere between 60 and 75.",
        "The scanner misses about two in a hundred.",
        "It is a third of the time, or a quarter if the winter is mild.",
        "Nine times out of ten it holds.",
        "I am seventy per cent sure.",
        "Plus or minus a week.",
        "The sixty per cent could as well be forty-eight.",
    ],
}  # fmt: skip
SILENT = {
    "date": ["This may take a while.", "The second team is bigger.", "We are on the fourth floor.", "Version 3.2. is out.", "They may be late."],
    "period": ["Every third one is empty.", "It was worth every minute."],
    "figure.count": ["It takes two weeks.", "I need two engineers.", "It takes three weeks of work."],
    "figure.percent": ["Half the battle is won.", "Every second week we meet.", "One in March and two in May.", "Nine out of ten, I would give it."],
    "figure.effort": ["We lose two hours a week on it.", "It saves half a day a month.", "The page was down for an afternoon."],
    "error_range": [
        "It could be better.",
        "She might be two minutes late.",
        "We are open between nine in the morning and five.",
        "The old one is off by 30 November.",
        "It takes two weeks, maybe three, maybe four.",
        "They went from nine to one.",
        "Between you and me, it is dull.",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "line"), [(k, x) for k, lines in HEARD.items() for x in lines])
def test_heard(kind: str, line: str) -> None:
    assert kind in {s.kind for s in find(line)}, find(line)


@pytest.mark.parametrize(("kind", "line"), [(k, x) for k, lines in SILENT.items() for x in lines])
def test_not_heard(kind: str, line: str) -> None:
    assert kind not in {s.kind for s in find(line)}, [line[s.start : s.end] for s in find(line) if s.kind == kind]
