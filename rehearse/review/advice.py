"""What to do about each check that was not shown, as one imperative sentence: words for the one thing for next time."""

from __future__ import annotations

# Where in the take a check belongs, when no words of yours come near it: at the start, at an objection, or at the end.
START, OBJECTION, END = "start", "objection", "end"

# `{she}` `{her}` `{possessive}` `{needs}` are filled with the person's pronouns.
ADVICE: dict[tuple[str, str], tuple[str, str]] = {
    ("problem", "first"): ("Say what goes wrong today before you say what you want.", START),
    ("problem", "theirs"): ("Say what the problem costs {her} or {possessive} customers.", START),
    ("problem", "inaction"): ("Say what happens if nothing is done, and by when.", START),
    ("outcome", "goal"): ("Tie the benefit to a goal of {possessive} own, and say the link.", START),
    ("outcome", "business"): ("Give the result in money, customers, time or risk.", START),
    ("outcome", "words"): ("Say each engineering term in plain words, or leave it out.", START),
    ("evidence", "figure"): ("Bring one figure or one real case.", START),
    ("evidence", "source"): ("Say where your figure comes from.", OBJECTION),
    ("evidence", "limits"): ("Say how far off your figure may be.", OBJECTION),
    ("evidence", "shown"): ("Tell one thing as it happened, to whom and when.", OBJECTION),
    ("listening", "open"): ("Ask what has to go right for {her} before you argue.", START),
    ("listening", "follows"): ("Take up a word of {possessive} last answer and ask about it.", OBJECTION),
    ("listening", "says_back"): ("Say {possessive} worry back in your own words before you go on.", OBJECTION),
    ("listening", "asks_first"): ("Ask what {she} would need to see before you answer.", OBJECTION),
    ("objections", "acknowledged"): ("Say what is fair about the worry before you answer it.", OBJECTION),
    ("objections", "explored"): ("Ask what is behind the worry before you answer it.", OBJECTION),
    ("objections", "root"): ("Answer what is behind the worry, or put it off with an owner and a date.", OBJECTION),
    ("objections", "heavy"): (
        "Stay with {possessive} heaviest worry until it is answered, or park it with an owner and a date.",
        OBJECTION,
    ),
    ("objections", "confirmed"): ("Ask whether that answers it, and what is still missing.", OBJECTION),
    ("step", "size"): ("Offer a small first step, and say how small.", END),
    ("step", "success"): ("Say by which mark both of you would see that it worked.", END),
    ("step", "stop"): ("Say when you would stop.", END),
    ("step", "back"): ("Say how today's state comes back if it does not work.", END),
    ("honesty", "trade_off"): ("Name what gets worse or later because of your plan.", OBJECTION),
    ("honesty", "unknown"): ("Name the one thing that you do not know yet.", OBJECTION),
    ("honesty", "concedes"): ("Change one part of the plan where {she} {is_} right, and say so.", OBJECTION),
    ("honesty", "figures"): ("Use the figures of the situation as they are.", START),
    ("ask", "what"): ("Ask for one thing that {she} can say yes or no to, with its size.", END),
    ("ask", "owner"): ("Name one person who answers for the next step.", END),
    ("ask", "date"): ("Name the day for the decision or the next step.", END),
    ("ask", "condition"): ("Say {possessive} condition back as part of what is agreed.", END),
    ("seed", "view"): ("Ask how {she} {sees} it.", START),
    ("seed", "gives"): ("Give something first: an hour, a look at the data, credit.", END),
    ("seed", "next"): ("Name the day of the next talk.", END),
    ("seed", "no_push"): ("Leave the decision with {her}: ask for nothing today.", END),
}

# In which order the checks of a criterion move most, where it is not the rubric's order.
FIRST_OF: dict[str, tuple[str, ...]] = {
    "listening": ("asks_first", "open", "says_back", "follows"),
    "objections": ("heavy", "root", "explored", "acknowledged", "confirmed"),
}
