"""What each signal catches, and what it leaves alone."""

from __future__ import annotations

import pytest

from rehearse.signals import GROUPS, SIGNALS, Context, expand, find, nearest, warm

# kind -> wordings that hold it; (wording, span) where the words matter
CATCHES: dict[str, list[str | tuple[str, str]]] = {
    "figure.money": [
        ("We lose $50k a month.", "$50k"),
        ("It is £212k.", "£212k"),
        ("It costs forty thousand euros.", "forty thousand euros"),
        ("That is $1.2M.", "$1.2M"),
        ("About 70,000 dollars.", "70,000 dollars"),
        ("€ 3.5 million in refunds.", "€ 3.5 million"),
        ("Fifty thousand a month.", "Fifty thousand"),
        ("It was 40k a month.", "40k"),
        ("We paid $48,200.50 twice.", "$48,200.50"),
        ("It is 300 pounds a day.", "300 pounds"),
        ("two hundred and ten thousand dollars", "two hundred and ten thousand dollars"),
        ("US$ 5m a year", "US$ 5m"),
        ("half a million euros", "half a million euros"),
    ],
    "figure.percent": [
        ("It fell by 15 %.", "15 %"),
        ("It fell by 15%.", "15%"),
        ("3.5 percent of orders", "3.5 percent"),
        ("twelve per cent", "twelve per cent"),
        "We lose half of our orders.",
        "A third of the tickets are about it.",
    ],
    "figure.count": [
        ("We had 14 incidents in two quarters.", "14 incidents"),
        ("It went down nine times.", "nine times"),
        ("It hit 40 customers.", "40 customers"),
        ("9 of 14 incidents were in checkout.", "9 of 14 incidents"),
        ("3 out of 4 were at peak.", "3 out of 4"),
        ("one in three customers left", "one in three customers"),
        ("1,200 tickets a week", "1,200 tickets"),
        ("We had two outages.", "two outages"),
        ("nine production outages", "nine production outages"),
        ("We lose 12 hours a week.", "12 hours"),
        ("40 hours of support a month", "40 hours"),
        ("10k requests", "10k requests"),
        "It goes down twice a week.",
    ],
    "figure.effort": [
        ("Two engineers for six weeks.", "Two engineers for six weeks"),
        ("2 devs x 3 sprints", "2 devs x 3 sprints"),
        ("two of your engineers for six weeks", "two of your engineers for six weeks"),
        "six engineer-weeks",
        "Two people, six weeks.",
        "one engineer half-time for a month",
        "six weeks of two engineers",
        "12 person days",
    ],
    "period": [
        ("We lose $50k a month.", "a month"),
        ("$50k per week", "per week"),
        ("It fell last quarter.", "last quarter"),
        ("14 incidents in two quarters", "in two quarters"),
        ("It saves 40k over six months.", "over six months"),
        ("It saves $48k from June.", "from June"),
        "$40k/month",
        "12 incidents each quarter",
        "We lose $40k monthly.",
        "since last year it cost us $1m",
        "$2m annually",
        "nine outages within the last two quarters",
        "Ten tickets every week.",
    ],
    "date": [
        ("I need it by Friday.", "by Friday"),
        ("We start on 12 May.", "on 12 May"),
        ("See you next Tuesday.", "next Tuesday"),
        ("Done at the end of Q3.", "end of Q3"),
        ("I will call tomorrow.", "tomorrow"),
        "By the end of the month.",
        "Before your launch we freeze.",
        "On May 12 we stop.",
        "2026-05-12 is the day.",
        "on the 18th",
        "Next week I show you.",
        "by June",
    ],
    "source": [
        "That is from the refund ledger.",
        "According to finance, yes.",
        "Finance checked it.",
        "Out of the incident log.",
        "We measured it.",
        "The dashboard shows it.",
        "Tom in finance confirmed the number.",
        "From the survey of 400 users.",
        "It comes from Grafana.",
        "The figure is in the incident log.",
        "The number is based on last year's invoices.",
        "Maria from support counted them.",
        "It was checked by finance.",
        "I pulled it from the billing system.",
        "Source: the refund ledger.",
        "Per the incident review, nine.",
    ],
    "error_range": [
        ("give or take 15 %", "give or take 15 %"),
        ("±15%", "±15%"),
        "between 30 and 40k",
        "It could be 15% off.",
        "at least 30k, at most 50k",
        "plus or minus ten percent",
        "within 10 % either way",
        "off by half",
        "best case 60k, worst case 30k",
    ],
    "comparison": [
        "instead of a rewrite",
        "compared with last year",
        "Last time it took a year.",
        "this versus that",
        "twice as fast",
        "Rather than waiting, we act.",
        "three times faster",
        "down from 14",
        "Unlike the last project, this is small.",
    ],
    "outcome": [
        "orders lost at peak",
        "Churn went up.",
        "Revenue falls.",
        "40 hours of support",
        "We lose orders.",
        "It saves $40k.",
        "fewer refunds",
        "It costs us customers.",
        "It pays for itself by June.",
    ],
    "customer": [
        "Customers see an empty basket.",
        "Shoppers give up.",
        "every user waits",
        "Orders vanish.",
        "Our clients call.",
    ],
    "precedent": [
        "Payments did the same last year.",
        "Dana backs it.",
        "Team Search already did it.",
        "It worked for the mobile team.",
        "Maria stands behind it.",
        "Finance has already agreed.",
    ],
    "demo": ["Let me show you.", "Here is a prototype.", "I can show you the screen.", "Try it yourself."],
    "story": [
        "Last Friday at nine checkout went down.",
        "Picture this: a shopper waits.",
        "One customer wrote to us twice.",
        "When checkout went down we sat there.",
    ],
    "credit": ["Thanks to Maria we know.", "It was your idea.", "Dana found this.", "Credit goes to support."],
    "small_step": [
        "one service for two weeks",
        "a two-week trial",
        "pilot in one region",
        "one team, one sprint",
        "One region for two weeks behind a flag.",
        "We start with one service.",
        "10 % of the traffic first",
        "A small experiment.",
    ],
    "success_measure": [
        "Success is half the incidents.",
        "if incidents halve",
        "It worked if refunds fall by a third.",
        "We measure it by refunds.",
        "The target is seven incidents.",
    ],
    "stop_rule": [
        "We stop if it does not help.",
        "or we hand the people back",
        "if it doesn't fall by 30 % we stop",
        "If incidents have not halved, we stop.",
        "Otherwise we hand your people back.",
        "We pull the plug after two weeks unless it works.",
    ],
    "rollback": [
        "behind a flag",
        "back in a minute",
        "We revert.",
        "We can switch back.",
        "It is reversible.",
        "roll it back in ten minutes",
        "go back to the old system",
    ],
    "risk": ["The risk is the launch.", "It could fail.", "what can go wrong", "the worst case"],
    "mitigation": [
        "so that the launch does not move",
        "only read traffic",
        "a second person on call",
        "Your launch date stays.",
        "in case it breaks",
        "to protect the launch",
    ],
    "trade_off": [
        "The cost is two weeks.",
        "it means the admin screen slips two weeks",
        "We give up the admin screen.",
        "The downside is a slower start.",
    ],
    "unknown": [
        "I do not know yet.",
        "We have not measured that.",
        "I don't know.",
        "We haven't tested it.",
        "I'm not sure.",
        "That is an open question.",
    ],
    "owner": [
        "I own it.",
        "Maria will own it.",
        "I'll run it.",
        "Dana leads.",
        "My team owns it.",
        "Dana Lopez will lead the trial.",
        "I'll take responsibility.",
    ],
    "own_time": [
        "I'll do the migration myself.",
        "Call me any time.",
        "I'll sit with your team on Tuesday.",
        "I give two hours of my own time.",
        "I can pair with your people.",
    ],
    "ask": [
        "I'd like two engineers.",
        "I'm asking for six weeks.",
        "A yes to the two-week trial.",
        "Can we agree?",
        "Will you sign off?",
        "I need your decision.",
        "Give us two engineers.",
        "Approve the trial.",
        "Could you lend me Dana for a week?",
        "My ask is simple: two people.",
        "Can we start on Monday?",
        "Let us run it for two weeks.",
    ],
    "invitation": [
        "What would you change?",
        "Help us shape it.",
        "What would make this work for you?",
        "How would you do it?",
        "Where would you start?",
        "What am I missing?",
    ],
    "concession": [
        "You're right, we'll drop the dashboard.",
        "I'll take that out.",
        "We'll move it after your launch.",
        "Fair, then only one region.",
        "Good point; we leave the admin screen alone.",
        "Then we start after your launch.",
    ],
    "acknowledgement": [
        "Fair point.",
        "That's a real cost.",
        "I understand that the board is watching.",
        "I hear you.",
        "You have a point.",
        "It makes sense that you worry.",
        "I would ask the same in your place.",
        "That is fair.",
        "I understand why you are careful.",
    ],
    "reflection": [
        "So you paid for this twice.",
        "What I hear is that the launch comes first.",
        "You promised the board a date.",
        "It sounds like the launch is what counts.",
    ],
    "question.open": [
        "What worries you most?",
        "How do you measure that?",
        "Tell me about the launch.",
        "Walk me through your quarter.",
        "Is that where you feel it, or is it renewals?",
        "And why is that?",
        "Fair point. What would convince you?",
        "In which region does it hurt?",
    ],
    "question.closed": ["Does it matter to you?", "Is that a priority?", "Why don't you just say yes?", "What's your problem?"],
    "deferral": [
        "Later.",
        "We'll figure it out.",
        "I'll get back to you.",
        "We'll work out the numbers later.",
        "Let's take that offline.",
        "We will see.",
    ],
    "vague": [
        "It is better.",
        "Trust me, it is just cleaner.",
        "It is more scalable.",
        "It would help significantly.",
        "Quality always pays off in the long run.",
    ],
    "absolute": ["It always works.", "It can't fail.", "There is zero risk.", "Everyone wants it.", "It never fails."],
    "promise": [
        ("I will send you the count by Friday.", "I will send you the count by Friday"),
        "I'll call you.",
        "You have my word.",
    ],
    "pressure": [
        "Trust me.",
        "Just say yes.",
        "Everyone does it.",
        "You have to.",
        "We must do this now.",
        "You have no choice.",
        "It's obvious.",
        "You'd be the only one.",
        "Come on.",
        "Time is running out.",
        "It's now or never.",
        "Don't let me down.",
    ],
    "rank": [
        "The CTO wants this.",
        "I'll take it to your boss.",
        "The CEO already approved it.",
        "Or else I'll escalate.",
        "Your boss said yes.",
    ],
    "threat": [
        "Or I'll escalate.",
        "Otherwise I quit.",
        "You will regret this.",
        "Or else I'll escalate.",
        "If you say no, I will escalate.",
    ],
    "flattery": [
        "You're the smartest person here.",
        "Someone with your vision sees it.",
        "You're brilliant.",
        "Only you can decide that well.",
    ],
    "dismissal": [
        "That's not important.",
        "You don't understand.",
        "That's not my problem.",
        "Don't worry about it.",
        "It's just politics.",
        "That's irrelevant.",
        "It doesn't matter.",
    ],
    "jargon": ["We move to CQRS.", "It is a Kubernetes migration.", "microservices fix that", "We refactor the monolith."],
    "hedge": ["Maybe it works.", "It is sort of slow.", "I think it helps."],
    "filler": ["Um, well.", "It basically works.", "It is, uh, slow."],
}

LEAVES: dict[str, list[str]] = {
    "figure.money": [
        "It took 40 days.",
        "14 incidents",
        "in 2023",
        "v1.2 is out",
        "10k requests a second",
        "two engineers",
        "a thousand customers",
        "It runs on k8s.",
    ],
    "figure.percent": ["It is 15 minutes.", "a quarter of an hour", "half a day", "the third attempt"],
    "figure.count": [
        "in 2024",
        "version 2 is out",
        "1. We start small.",
        "two engineers for six weeks",
        "six weeks",
        "12 May",
        "for two things",
        "one region",
        "Q3",
        "step 2",
        "three times faster",
        "at 3 pm",
        "$40k a month",
        "by 12 June",
        "two weeks",
        "the 2 engineers",
    ],
    "figure.effort": ["14 incidents in two quarters", "40 customers a month", "six weeks", "two outages for every release"],
    "period": [
        "by Friday",
        "on 12 May",
        "next Tuesday",
        "end of Q3",
        "tomorrow",
        "two engineers for six weeks",
        "2 devs x 3 sprints",
        "a two-week trial",
        "one service for two weeks",
        "Give me a month.",
        "six weeks",
        "one engineer half-time for a month",
    ],
    "date": [
        "It may fail.",
        "a month",
        "in two quarters",
        "from June",
        "nine times",
        "This may be 12 times more.",
        "today we lose orders",
    ],
    "source": [
        "from June",
        "from you",
        "It is from Monday.",
        "from now on",
        "We need a test.",
        "Where does it come from?",
        "far from it",
        "Dana from finance joins us.",
        "The customers are from the north.",
    ],
    "error_range": ["between you and me", "15 %", "take it or leave it", "at least we tried"],
    "comparison": ["It is fast.", "We stop.", "for the last quarter"],
    "outcome": ["It is cleaner code.", "The code is old.", "We use queues."],
    "customer": ["We lose money.", "in order to win", "The engineers complain."],
    "precedent": ["It works.", "We did not start.", "I like it."],
    "small_step": ["a full rewrite", "one more thing", "the whole platform", "one of them"],
    "success_measure": ["It is good.", "if you agree", "when we start"],
    "stop_rule": ["It never stops.", "We start on Monday.", "if you like it"],
    "rollback": ["We go live.", "Get back to work.", "a red flag"],
    "unknown": ["You do not know us.", "I know it.", "We measured it."],
    "owner": ["Nobody knows.", "It runs on Friday.", "on my own", "You will own it.", "Time will tell."],
    "own_time": ["I will send it.", "We have time.", "You do it yourself."],
    "ask": [
        "I'd like to know more.",
        "I'd like to understand your view.",
        "I need to know more.",
        "What would you ask me?",
        "Can you tell me more?",
        "Give me a sense of it.",
        "Could you walk me through it?",
        "We lose $40k a month.",
    ],
    "invitation": ["Do you agree?", "I would change it.", "We need help."],
    "concession": ["We will not drop it.", "I am right.", "You're wrong."],
    "acknowledgement": [
        "I understand, but trust me.",
        "I don't understand that.",
        "It is unfair.",
        "I understand but we must go on.",
        "You have a budget.",
    ],
    "reflection": ["So you can sleep.", "So you get fewer pages.", "You can have it.", "We had two outages."],
    "question.open": [
        "Why don't you just say yes?",
        "What's your problem?",
        "Is that important?",
        "What we lose is $50k a month.",
        "How we do it is simple.",
    ],
    "question.closed": ["What worries you?", "We lose orders.", "Is it the price, or is it your launch that worries you?"],
    "deferral": [
        "I'll get back to you by Friday.",
        "Two weeks later it was fixed.",
        "no later than Friday",
        "We see it in the log.",
    ],
    "vague": ["It is better by 15 %.", "You'd better ask finance.", "The figure is clear."],
    "absolute": ["Orders that never came back.", "It works.", "everyone in the room"],
    "promise": ["I will not.", "You will pay.", "I'll escalate."],
    "pressure": [
        "You have a choice.",
        "Do you trust the number?",
        "Everyone in support was asked.",
        "You do not have to decide today.",
        "You have to answer for it.",
    ],
    "rank": ["I'll take it to your team.", "The CTO is on holiday.", "The customer wants this."],
    "threat": ["or I'll call you", "We stop or we go on.", "Otherwise we hand your people back."],
    "flattery": ["You have a point.", "Your vision is on the wall.", "You are right."],
    "dismissal": ["It is important.", "I do not understand.", "It's just one region.", "That is not what I meant."],
    "jargon": [
        "CQRS, that is two copies of the data.",
        "We use Kubernetes, which means machines that restart by themselves.",
        "CI/CD (how fast we can change our mind)",
        "the customers",
    ],
    "hedge": ["It works.", "What kind do you like?"],
    "filler": ["It works.", "You know the ledger."],
}


def kinds(text: str, context: Context = Context()) -> set[str]:  # noqa: B008
    return {s.kind for s in find(text, context)}


@pytest.mark.parametrize(("kind", "case"), [(k, c) for k, cases in CATCHES.items() for c in cases])
def test_catches(kind: str, case: str | tuple[str, str]) -> None:
    text, span = case if isinstance(case, tuple) else (case, None)
    found = [text[s.start : s.end] for s in find(text) if s.kind == kind]
    assert found, f"{kind} in {text!r}: {find(text)}"
    if span is not None:
        assert span in found


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, cases in LEAVES.items() for t in cases])
def test_leaves_alone(kind: str, text: str) -> None:
    assert kind not in kinds(text), [text[s.start : s.end] for s in find(text) if s.kind == kind]


def test_every_signal_has_a_wording() -> None:
    assert set(SIGNALS) - set(CATCHES) == {"alignment", "question.follow_up"}


def test_alignment_is_their_goal() -> None:
    context = Context(goals=("return on investment", "risk to customers", "the loyalty launch", "renewals"))
    for text in (
        "It brings renewals back.",
        "The loyalty launch keeps its date.",
        "It lowers the risk for your customers.",
        "The launch of loyalty is safe.",
    ):
        assert "alignment" in kinds(text, context), text
    for text in ("It is cleaner.", "We lose orders.", "The rocket launches."):
        assert "alignment" not in kinds(text, context), text


def test_a_follow_up_builds_on_the_line_just_said() -> None:
    context = Context(previous="I close the plan in two weeks and the board asks me about renewals.")
    for text in ("What does the board ask?", "Which renewals are late?", "And how is that measured?", "Who else is in there?"):
        assert "question.follow_up" in kinds(text, context), text
    assert "question.open" in kinds("What does the board ask?", context)
    for text in ("What do you like?", "Are you well?"):
        assert "question.follow_up" not in kinds(text, context), text
    assert "question.follow_up" not in kinds("What does the board ask?")


def test_reflection_shares_content_and_is_no_parrot() -> None:
    line = "Twice I stood in front of the board with a saving that never arrived."
    context = Context(previous=line)
    assert "reflection" in kinds("The board heard of savings from you that did not arrive.", context)
    assert "reflection" not in kinds("You said: twice I stood in front of the board with a saving that never arrived.", context)
    assert "reflection" not in kinds("The weather bothers you.", context)


def test_costly_words_are_jargon_until_explained() -> None:
    context = Context(costly=("event loop", "refactor"))
    assert "jargon" in kinds("The event loops are slow.", context)
    assert "jargon" in kinds("We are refactoring it.", context)
    assert "jargon" not in kinds("The event loop, that is the one clerk who serves all.", context)


def test_a_cost_asked_for_is_no_return() -> None:
    text = "Two engineers for six weeks, about $70k."
    assert kinds(text) == {"figure.effort", "figure.money"}


def test_a_good_pitch() -> None:
    first = kinds(
        "We lose $50k a month because checkout goes down at peak; that is from the refund ledger. "
        "Is that where you feel it, or is it renewals?"
    )
    assert {"figure.money", "period", "source", "outcome", "question.open"} <= first
    assert not first & {"trade_off", "vague", "pressure", "deferral"}
    third = kinds("One region for two weeks behind a flag, and back in a minute if orders differ.")
    assert {"small_step", "rollback"} <= third
    assert not third & {"period", "figure.count", "deferral", "figure.effort"}
    fourth = kinds("A yes to the two-week trial by Friday; I own it and send you the incident count each week.")
    assert {"ask", "small_step", "date", "owner", "promise"} <= fourth


def test_a_weak_line() -> None:
    weak = kinds("Trust me, it is just cleaner")
    assert {"pressure", "vague"} <= weak
    assert not weak & {"outcome", "figure.money", "acknowledgement", "ask"}


def test_spans_of_one_kind_do_not_overlap_and_are_sorted() -> None:
    text = "We lose $50k a month, that is from the refund ledger, give or take 15 %, and I'll send you the ledger by Friday."
    found = find(text)
    assert list(found) == sorted(found, key=lambda s: (s.start, s.end, s.kind))
    last: dict[str, int] = {}
    for s in found:
        assert s.start >= last.get(s.kind, 0)
        last[s.kind] = s.end
    assert find(text) == found


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        (
            "Every quarter we give back about £120k in refunds, finance counted it, and that could be ten percent off.",
            "figure.money period source error_range outcome",
            "unknown ask",
        ),
        (
            "We try it in the Berlin store only, for fourteen days, and flip it off in thirty seconds if the tills slow down.",
            "small_step rollback",
            "figure.effort",
        ),
        (
            "If tickets have not fallen by a quarter after three weeks we stop, and you get your people back.",
            "stop_rule figure.percent",
            "deferral",
        ),
        ("I'll carry the pager during the trial, and Priya owns the numbers.", "owner promise", "deferral source"),
        ("Can I have your go by Thursday for Anna and Tom, four weeks each?", "ask date question.closed", "period figure.count"),
        (
            "That's fair. You were burned last year. So only the search team, after your launch.",
            "acknowledgement reflection concession",
            "dismissal",
        ),
        ("It means your mobile release slips a week. I do not know yet whether it slips two.", "trade_off unknown", "period"),
        (
            "Honestly our codebase is a mess and we need to refactor it to microservices, everyone does it.",
            "jargon pressure filler",
            "outcome source precedent",
        ),
        ("It will significantly improve quality and velocity in the long run.", "vague", "outcome figure.percent period"),
        ("The CEO loves it, so you have to say yes, or I'll take it to her.", "rank pressure threat", "ask acknowledgement"),
        ("I understand, but you don't get how Kubernetes works.", "dismissal jargon", "acknowledgement"),
        ("Let me come back to you on Tuesday with the exact number.", "date", "deferral"),
        ("Your team spent 11 of its last 20 days on interruptions, according to the on-call log.", "figure.count source", "date"),
        ("Right now 3 of 10 releases break something.", "figure.count", "period"),
        ("Between January and March we lost 2,300 orders.", "figure.count period outcome customer", "source"),
        ("I will not push you for a yes today. You don't have to decide now.", "date", "ask pressure"),
        ("Customers do not see it.", "customer", "demo"),
        ("Nobody on my team has measured that, so it is a guess.", "unknown", "source"),
        (
            "You gave the board your word, so a slip lands on you. The launch keeps 12 May; "
            "what slips by two weeks is the admin screen.",
            "reflection mitigation trade_off date",
            "period pressure",
        ),
    ],
)
def test_whole_lines(text: str, wanted: str, unwanted: str) -> None:
    found = kinds(text)
    assert set(wanted.split()) <= found, find(text)
    assert not set(unwanted.split()) & found, find(text)


def test_warm_changes_nothing() -> None:
    text = "We lose $50k a month; I own it."
    before = find(text)
    warm()
    assert find(text) == before


def test_ids_and_groups() -> None:
    assert expand("figure") == ("figure.money", "figure.percent", "figure.count")
    assert expand("figure.effort") == ("figure.effort",)
    assert expand("question") == GROUPS["question"]
    for unknown in ("figures", "", "Source"):
        with pytest.raises(KeyError):
            expand(unknown)
    assert nearest("sorce") == "source"
    assert nearest("figure.mony") == "figure.money"
    assert nearest("zzzzqqq") is None
    assert len(SIGNALS) == len(set(SIGNALS)) == 46
    assert not set(GROUPS) & set(SIGNALS)
