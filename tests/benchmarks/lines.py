"""What is said in the meetings that are measured."""

LINES = (
    "Three salons left us this year and named double bookings, worth €54k a year. What matters most to you next quarter?",
    "Two engineers for four weeks move the waiting list to 12 October; group booking stays on 30 September.",
    "If day bookings are not on the new calendar after two weeks, we stop.",
    "I do not know yet whether the rules for public holidays can be moved. What would you need to see?",
    "Can I have your yes by Friday?",
)
