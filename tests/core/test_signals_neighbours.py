"""Everyday wordings and their neighbours: what must be seen, and what only looks like it."""

from __future__ import annotations

import pytest

from rehearse.signals import find


def kinds(text: str) -> set[str]:
    return {s.kind for s in find(text)}


SEEN: dict[str, list[str]] = {
    "trade_off concession": [
        "You drop the weekly report while this runs.",
        "That comes off your plate.",
        "The weekly list comes off your desk.",
        "We push the export to next month.",
        "We move the redesign to the autumn.",
        "We stop the migration of the reports for that.",
        "Nothing with a date moves.",
        "In return the reporting page comes a month later.",
        "We'd have to put the newsletter on hold while it runs.",
        "That means you get the export three weeks later than planned.",
    ],
    "owner own_time": [
        "I take over the reviews myself.",
        "I sit next to you for the first release.",
        "I'll look after it until June.",
        "Ruaridh takes your tickets until the first of May.",
        "A colleague covers your shifts during the course.",
        "I'll take your small questions for three weeks.",
        "It's on my desk, and you have the result by Friday 12 March.",
        "I'll be the one who answers for it.",
    ],
    "period": ["We try it out for two weeks.", "It holds for the first year.", "It broke twice in the first two months.", "first two months"],
    "period figure.effort": ["two days a month"],
    "figure.effort": ["two engineers for six weeks"],
    "invitation": [
        "How you build it is up to you.",
        "It's up to your team which one goes first.",
        "I'd like you to choose the format with us.",
        "I'd be glad if you picked the first service.",
        "Feel free to change anything in it.",
    ],
    "unknown": [
        "Nothing is decided about the format yet.",
        "I honestly have no figure for that yet.",
        "That part we still have to find out.",
        "We never counted how many left for good.",
        "It is still open who does the nights.",
    ],
    "customer": ["Shop owners wait two days.", "Maria, who runs a shop, lost a Saturday."],
    "story": ["Maria, who runs a shop, lost a Saturday.", "A shop owner rang us three times."],
    "credit": ["Your name goes on the design.", "I will say so in your review.", "I'll write that in your yearly review."],
    "figure.count": ["Your people answer 20 questions a week.", "They sort 40 items by hand every day."],
    "ask": [
        "Can I have your yes by Wednesday 10 March",
        "I ask you to put two engineers on the roadmap.",
        "We ask you to set aside one day a week.",
        "I'm here to ask for one engineer.",
    ],
    "source": [
        "I took it straight from the on-call calendar.",
        "You can look it up in last month's incident report.",
        "Priya in support keeps the tally.",
        "The number comes from the refund ledger.",
    ],
    "error_range": ["It could be a fifth higher or lower.", "That's plus minus ten percent.", "At worst it is half of that."],
    "stop_rule": ["We begin with one page and stop after ten days if the errors stay.", "If the queue is not shorter by then, that's it."],
    "rollback": ["One switch and everything is as before.", "Nothing is deleted, we can return to the current setup."],
    "reflection": ["So your team paid for it with their weekends.", "So the nights are what bothers you most.", "So what worries you is that it slips."],
    "dismissal": [
        "That is not really what this is about.",
        "People just have to get used to it.",
        "The campaign is marketing's problem.",
        "£18k is nothing compared to what we spend on travel.",
        "You should not take it so personally.",
        "I do not see why you complain.",
        "It will happen anyway.",
        "It is hard to explain to somebody who does not write code.",
    ],
    "rank": [
        "The managing director wants this.",
        "Management will want us to do this.",
        "The architecture board has decided it already.",
        "It comes straight from the CEO.",
        "I'll take it to your director.",
        "The CTO told me to get a yes.",
    ],
    "threat": [
        "If you keep blocking it, that will be in your review.",
        "If you do not give us the time, people will quit.",
        "If you say no, do not blame us when it goes down.",
        "Otherwise I go to your boss.",
        "If you refuse, I'll tell everyone who stopped it.",
    ],
    "pressure": [
        "It is more of a formality.",
        "It is not really optional.",
        "We need to know today.",
        "So are you in or not?",
        "So I will put it down as agreed, yes?",
        "Everybody on the team wants this.",
        "Every engineer will tell you that.",
        "Your team has to come along.",
        "It is not much work for you, trust me.",
        "Please approve it today, the discount ends tonight.",
        "Everyone else is fine with it.",
    ],
    "flattery": ["You will pick it up, someone like you.", "Great work as always!", "You are a rock star."],
    "deferral": ["I will come back to you on that.", "We'll get back to it later.", "That is to be decided.", "We'll work out the numbers once we started."],
}  # fmt: skip

NOT_SEEN: dict[str, list[str]] = {
    "dismissal": [
        "I take your nights next week, whatever you think of it.",
        "You get both engineers back, whatever the state is.",
        "You do not get the second engineer before June.",
        "You do not know how many there will be.",
        "You pay for it anyway.",
        "What is the problem with it?",
    ],
    "rank": [
        "The number comes from the refund ledger.",
        "That came from finance.",
        "It comes from the board paper.",
        "The head of support counted it.",
        "The head of support told me nine people called.",
        "The CTO asked me the same question.",
        "The director has two numbers for it.",
        "I will take the numbers to your director with you.",
    ],
    "deferral": [
        "Nothing has to be decided today.",
        "Nothing is decided.",
        "Nothing is decided about the format yet.",
        "I do not know yet how many would have come back.",
        "There is a page with nothing to decide.",
        "It has to come back in your accounts.",
        "You are right to come back to it.",
        "Nobody was late on any one day.",
        "It costs us one day.",
        "We see it when orders fall.",
        "You have the list by Friday.",
    ],
    "question.open": ["So what worries you is that it slips.", "What slips is the admin screen.", "What matters to you is the date."],
    "question.closed": ["So what worries you is that it slips.", "What slips is the admin screen.", "What matters to you is the date."],
    "reflection": ["You would have to ask the managers.", "You would have to sign it."],
    "figure.count": ["two days a month", "I have three questions."],
    "period": ["two engineers for six weeks", "one service for two weeks", "Do you have time for a talk?"],
    "pressure": [
        "What would you need to say yes?",
        "If you say yes, we start on Monday.",
        "Is there anything you need to check?",
        "You have to stand in front of the board.",
        "You do not have to take my word for it.",
        "We found it too late.",
        "Once it is decided, I write it down.",
        "You would be the one who decides it.",
        "You do not have to trust me.",
    ],
    "threat": [
        "Otherwise we go back to the old page.",
        "If you say no, we stop here and nothing is lost.",
        "What you will pay for is two engineers.",
        "Otherwise I tell you on Friday.",
        "I'll see to it that the report is ready.",
    ],
    "flattery": ["Only you can decide that.", "That was your work."],
    "vague": ["I show you the number, better or worse.", "If it is not better by then, we stop.", "How much more is it?", "That is a lot."],
    "absolute": ["Nobody wants customers standing outside.", "Nobody likes to be asked twice.", "I cannot guarantee that.", "As always."],
    "hedge": ["You decide which kind of booking goes first.", "It is the same kind of work."],
    "credit": ["Your name stood on the slip."],
    "trade_off": ["You can stop the trial during the first week.", "We push the decision to next month."],
    "figure.money": ["It tells us nothing."],
}  # fmt: skip


@pytest.mark.parametrize(("wanted", "text"), [(k, t) for k, cases in SEEN.items() for t in cases])
def test_seen(wanted: str, text: str) -> None:
    assert kinds(text) & set(wanted.split()), find(text)


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, cases in NOT_SEEN.items() for t in cases])
def test_not_seen(kind: str, text: str) -> None:
    assert kind not in kinds(text), [text[s.start : s.end] for s in find(text) if s.kind == kind]


def test_a_day_and_its_date_are_one() -> None:
    text = "Can I have your yes by Wednesday 10 March?"
    assert [text[s.start : s.end] for s in find(text) if s.kind == "date"] == ["by Wednesday 10 March"]


def test_what_money_costs_us_begins_at_its_sign() -> None:
    text = "It costs us $95,000 a year."
    assert [text[s.start : s.end] for s in find(text) if s.kind == "figure.money"] == ["$95,000"]
