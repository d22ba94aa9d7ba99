"""Families of ways to show something and to listen: what must be caught, and what only has its words."""

from __future__ import annotations

import pytest

from rehearse.signals.find import told

CAUGHT: dict[str, list[str]] = {
    "precedent": [
        "The library in Leeds moved its lending desk over in the same way.",
        "Two other clinics have done it already.",
        "Ask the colleagues in Ghent, they've got two of these.",
        "The harbour office in Bergen has worked this way since 2019.",
        "Our sister plant in Lyon switched in March.",
        "Since the Bristol depot dropped the form, they close a case in a day.",
        "We copied it from the night desk.",
        "Karin's team in Oslo has had it for three years.",
        "Nobody at the Dundee office wants the old one back.",
        "Hanne in compliance has read every page and is for it.",
        "That's how the Utrecht branch does it.",
    ],
    "source": [
        "Straight off the billing dashboard.",
        "Don't take it from me, take it from the audit report.",
        "It's Mr Petrov's count from the ramp.",
        "Every call is logged at the desk.",
        "By our tally sheet, seven in ten opened it.",
        "We had Marek count them for a week.",
        "I have it in writing.",
        "The complaint register had nineteen entries.",
        "I sat down and counted every lorry.",
    ],
    "error_range": [
        "It'll take a week, could be a week, could be two.",
        "Five minutes, on a cold day maybe eight.",
        "Forty calls, in a bad month sixty.",
        "It's right to within ten or so.",
        "On bad days one and on good days three.",
        "Sixty, so two or three may have slipped through.",
        "He says six days and is usually two days short.",
    ],
    "acknowledgement": [
        "You were right about the nights.",
        "Your worry about the data is justified.",
        "You've every reason to be tired of pilots.",
        "I can't argue with that.",
        "I don't think that's a small worry at all.",
        "You're not seeing ghosts.",
        "I share your worry about the floor.",
        "That would keep me awake as well.",
        "I'd be just as nervous about it.",
        "You're asking the right question.",
        "From where you sit that must look like the fourth one in a row.",
    ],
    "reflection": [
        "If I've got you right, the cost is fine and the noise isn't.",
        "So for you it boils down to the evenings.",
        "Put differently, you would pay if somebody else took the blame.",
        "You'd sooner have no chat than a bad one.",
        "So it isn't the price, it's that you hear of it last.",
    ],
    "outcome": [
        "The clerks no longer retype the form at night.",
        "It saves us forty hours a month.",
        "Two grocers walked away over it.",
    ],
    "comparison": [
        "It used to take forty days, now it's nineteen.",
        "That's a third of what the agency charges.",
        "It was promised for May and came in November.",
    ],
    "credit": [
        "It was your team who found it.",
        "You'd be the one presenting it to the directors.",
        "Full marks to your porters.",
    ],
    "demo": ["Come over to my desk and try it.", "Here's the prototype on my laptop.", "Press the green button."],
    "story": ["Last Tuesday a nurse in ward three rang four times and nobody came."],
    "rank": [
        "The managing director wants this in by June.",
        "Our CFO has set her mind on it.",
        "Head office has looked at this already.",
        "I've got the green light from the very top.",
        "The order came from the minister's office.",
    ],
    "threat": [
        "Refuse, and the next outage goes on your account.",
        "Sign by noon or I'm going to your boss.",
        "I can't guarantee that your budget survives.",
        "Your branch will be the first one on the closing list.",
        "I'd hate to see your name in the report.",
        "People who blocked the last one aren't here any more.",
        "Don't be surprised when your best two developers walk out.",
    ],
    "pressure": [
        "All the other regions have already signed.",
        "I need your yes before you leave this room.",
        "Every week you hesitate costs us the lead.",
        "Make up your mind, please.",
        "There's nothing left to think about.",
    ],
    "figure.effort": ["One of yours spends half an hour on it."],
    "alignment": ["That is your target for the quarter.", "You said you want fewer calls, and that's what this does."],
}

NOT_CAUGHT: dict[str, list[str]] = {
    "precedent": [
        "The top floor is behind it one hundred percent.",
        "Birgit has agreed to look after it.",
        "We've put two people on that.",
        "Two nurses could open the same chart.",
        "Other departments have ten times the trouble.",
        "My team has the same problem.",
        "I believe that other houses in the group have done the same.",
        "The head of operations wants it this way.",
        "If the Lyon plant had done it, we would know.",
    ],
    "source": [
        "It's seven weeks in the calendar.",
        "I'll take that off the bill.",
        "They did it with half the people.",
        "You can count on me.",
        "Did anybody count them?",
    ],
    "error_range": ["I'm one hundred percent certain.", "They take a day off for it.", "The bill for May could come."],
    "acknowledgement": [
        "If you were right, we would stop.",
        "I give you my word.",
        "In your place I'd sell the car.",
        "I'd be careful about your budget.",
        "I understand, but it has to go on.",
    ],
    "reflection": [
        "Whatever you said, I wasn't there.",
        "What I'm hearing is a whistle in the speaker.",
        "You were right.",
        "So you choose the day.",
    ],
    "outcome": [
        "Jorunn doesn't have to get it.",
        "Not a single order will ever be lost.",
        "You missed a good band.",
        "Fewer than six corrections a day means we were right.",
    ],
    "comparison": [
        "Instead we talk on Friday.",
        "There were four holes, and we've plugged all four.",
        "It was down eleven times in two quarters, and that costs us orders.",
    ],
    "credit": ["Give full marks to every check.", "Thanks to the fog we started late.", "Who gets the credit isn't important."],
    "demo": ["Have a good look at yourself.", "One day there may be a demo."],
    "story": ["There was a mistake in there.", "It could be sold twice on the first evening."],
    "rank": ["Your head office is in Leeds.", "What did the board hear about it?", "The board asked who decides."],
    "threat": [
        "You mean you don't want to be the one who gets called.",
        "What would make you say no, and why?",
        "Your team will be the first to get it.",
        "We can't guarantee it.",
    ],
    "pressure": [
        "Can I have your yes by Friday 12 March?",
        "Each month we wait costs us 40 complaints.",
        "There's no hurry on our side.",
        "The slot is yours if you want it.",
    ],
    "alignment": ["It's good for you as well, in the long run."],
}


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, texts in CAUGHT.items() for t in texts])
def test_a_way_of_saying_it_is_caught(kind: str, text: str) -> None:
    assert kind in told(text)


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, texts in NOT_CAUGHT.items() for t in texts])
def test_the_words_alone_are_not_enough(kind: str, text: str) -> None:
    assert kind not in told(text)
