"""Short replies to the line just said: what answers it in few or idiomatic words, what only looks like it, what brushes it off."""

from __future__ import annotations

import pytest

from rehearse.conversation import ConcernVerdict, Turn, TurnId
from rehearse.signals import Context, find
from rehearse.signals.needs import met
from rehearse.stakeholder import appraisal as rules
from tests.core.play import setting

# The person, the worry, the line just said, the reply that answers it.
SHOWN: list[tuple[str, str, str, str]] = [
    ('skeptical-executive', 'surprise', 'When it goes wrong, who rings me, and how soon? A name and a day.', 'Samira Haddad, our head of operations, within the hour.'),
    ('skeptical-executive', 'surprise', 'When it goes wrong, who rings me, and how soon? A name and a day.', 'I do. The same evening, on your mobile.'),
    ('skeptical-executive', 'payback', 'What comes back for this, and when would I see it?', "About 48 000 kr a month from February, that's the rent on the second hall."),
    ('skeptical-executive', 'payback', 'What comes back for this, and when would I see it?', 'Zendesk counted 310 calls last month about the same wrong invoice.'),
    ('skeptical-executive', 'finish', 'On which day do you stop if it is not working?', "The 14th of March. If the queue's still there by then, we pack up and you get your people back."),
    ('skeptical-executive', 'finish', "How do I know that it's finished?", 'When the night shift prints labels without calling anybody for ten days in a row; otherwise we pull the plug on 1 June.'),
    ('skeptical-executive', 'why-now', 'What happens on the day after I say no?', 'Nothing that day. In January the old meters lose their certificate and the regulator can fine us.'),
    ('skeptical-executive', 'why-now', 'You lived with this for years. What has changed?', 'The vendor stops support on 31 March. After that each fix is billed at 900 an hour.'),
    ('skeptical-executive', 'exposure', 'If it fails at noon, how do customers get back on board by five past?', "The old booking page never goes away. One click in the console and they're on it again."),
    ('skeptical-executive', 'exposure', 'You have told me the sunny half. Where is the other one?', 'Orders could be booked twice for an hour or so. Sales would see it first.'),
    ('finance-partner', 'provenance', 'May I ask for the figure behind this, and how it was counted, and by whom?', 'PLN 212,000, off the freight bills for last year. Agnieszka added them up.'),
    ('finance-partner', 'provenance', 'May I ask for the figure behind this, and how it was counted, and by whom?', '1,480 hours, read straight from the time clock in hall two.'),
    ('finance-partner', 'real-money', 'Suppose that it succeeds completely. Which payment do we no longer make?', 'The weekend agency. We stop paying them 6,200 francs a month as of May.'),
    ('finance-partner', 'real-money', 'Which part of it should we merely feel, and never receive?', 'The shorter meetings. Nobody gets a pound for those.'),
    ('finance-partner', 'run-cost', 'What does the second year cost, and who carries it?', "Eleven thousand pounds, and it's on my own cost centre."),
    ('finance-partner', 'run-cost', 'What does the second year cost, and who carries it?', "Half a day a month of Sven's, that is all."),
    ('finance-partner', 'staged', 'At what point would I be entitled to stop the payments?', "After the first ward. If falls haven't dropped by a tenth by 1 May, the second invoice never comes."),
    ('finance-partner', 'staged', 'At what point would I be entitled to stop the payments?', 'Any month end. You release 20,000 for April; May only follows if the count is under fifty.'),
    ('time-constrained-em', 'capacity', 'Who, exactly, and for how many days? I know all seven of them by name.', "Dorota, three mornings. That's the lot."),
    ('time-constrained-em', 'pager', 'Does it make my week quieter? In numbers, like calls or hours.', "Nineteen calls fewer a month, going by October's call log."),
    ('time-constrained-em', 'orphan', 'Who feeds it afterwards, and until when? A name, please, not a channel.', 'Mine, till the end of next year. My pager, my nights.'),
    ('time-constrained-em', 'orphan', 'Who feeds it afterwards, and until when? A name, please, not a channel.', "The data platform crew from July on; before that it's me."),
    ('time-constrained-em', 'promised-dates', 'When would this land, and what keeps my dates where they are?', 'Not before your release is out on the 9th. It sits behind a flag until then.'),
    ('time-constrained-em', 'wear', "It isn't the days. It's that there's never a last one.", "Then here's a last one: 12 May. After that nobody's on nights, I do them myself."),
    ('time-constrained-em', 'wear', "It isn't the days. It's that there's never a last one.", "I'll take both weekends in June, so they have two in a row off."),
    ('product-manager', 'customer-value', 'Picture Beatriz at the till on Monday morning. Does it happen to her, and to how many like her?', 'Yes. One in nine shop owners sees the spinning wheel on a Monday, says Datadog.'),
    ('product-manager', 'roadmap', "Which card comes off my wall? I'd like you to be the one who takes it down.", 'The loyalty badges. They go to October.'),
    ('product-manager', 'roadmap', "Which card comes off my wall? I'd like you to be the one who takes it down.", 'Seat maps. Pushed to the autumn release.'),
    ('product-manager', 'predictability', 'When does it end, and how sure are you, on a scale from weather to train?', "The 30th, and I'd put my holiday on it; if the import fails on the 20th we stop there."),
    ('product-manager', 'story', "Give me the sentence that I say to Jorunn, and don't use a noun that ends in -ion.", "Say: you tap your card and the gate opens, even when the network's down."),
    ('peer-lead', 'our-roadmap', 'What does it cost us? In days, on our side of the fence.', 'Four hours, and we bring the cake.'),
    ('peer-lead', 'our-roadmap', 'What does it cost us? In days, on our side of the fence.', 'Nothing to write. One of yours reads our diff for an afternoon.'),
    ('peer-lead', 'moving-ground', "What moves underneath us while you're at it, and what stays put till we've caught up?", 'The payload stays byte for byte the same until 1 October; only the host name changes, and we redirect it.'),
    ('peer-lead', 'moving-ground', 'How long can we stay on the old way without anybody calling us difficult?', 'As long as you like, we run both till the end of March.'),
    ('peer-lead', 'whose-after', "Whose name is on it in a year? I'd like to hear it before there's a sign on the door.", 'Ours. The alarm goes to our phone in Leeds, not to yours.'),
    ('peer-lead', 'whose-after', "Whose name is on it in a year? I'd like to hear it before there's a sign on the door.", "Ewa Lindqvist's, and her boss has it in writing."),
    ('peer-lead', 'our-gain', 'And what do we get, on our side, that I could show to mine?', 'Your nightly export, done by one instead of by six.'),
    ('peer-lead', 'our-gain', "My lot will ask me one thing. What's in it for us?", 'You stop getting our angry parents on your line: 60 a week now, maybe ten after.'),
    ('peer-lead', 'already-decided', "Is there a part of it that isn't decided yet?", "The schema, all of it. Red pen's yours."),
    ('peer-lead', 'already-decided', "Is there a part of it that isn't decided yet?", 'Yes: the names, the order and the date. You pick.'),
    ('direct-report', 'workload', "I'd like to say yes. Could you tell me what I'd put down for it?", 'Your Friday rota. Piotr has it till Easter.'),
    ('direct-report', 'workload', "I'd like to say yes. Could you tell me what I'd put down for it?", "The two open import bugs go to Deepa until you're back."),
    ('direct-report', 'growth', "Can I ask what I'd be able to do afterwards that I can't do now?", "You'd run a release alone, and you'd be the one showing it to the directors in June."),
    ('direct-report', 'autonomy', 'Would it be okay if I did it a bit differently?', 'Yes. Throw my draft away if you like, you hold the pen.'),
    ('direct-report', 'safe-to-fail', "And if I get it wrong? Who'd be standing next to me?", "I am. And yesterday's copy stays on the shelf, so nothing's gone."),
    ('direct-report', 'safe-to-fail', "And if I get it wrong? Who'd be standing next to me?", 'Then I pull the lever back and we look at it over lunch. Nobody outside notices.'),
    ('direct-report', 'thrown-away', "Who'd miss it if it didn't come? I'd like to know them.", 'The ward sisters in Lund. They ring every Monday and ask.'),
    ('skeptical-executive', 'surprise', 'Dashboards are where bad news goes to be green. What else?', 'A text from my own phone each Monday before nine, with the worst number first.'),
    ('skeptical-executive', 'payback', 'If I put the same money into two more people in sales, I get it back by winter. Beat that.', 'By August it has paid for itself: 2,900 a month less for the courier, per their October bill.'),
    ('skeptical-executive', 'payback', 'What comes back for this, and when would I see it?', 'A quarter million yen a month in late fees, Ito-san in accounting keeps the sheet.'),
    ('skeptical-executive', 'exposure', 'Who stands on the quay when it goes wrong, you or my support people?', 'We do. And the old line stays open next to it, a single phone call moves everyone back.'),
    ('skeptical-executive', 'finish', 'Nearly done is the longest part of every crossing. I have sat in it.', "So no crossing. Ten days, one counter, and on day eleven it's either on or out."),
    ('skeptical-executive', 'why-now', 'What happens on the day after I say no?', 'The lease on the scanners is up in June, and the new one costs double per unit.'),
    ('finance-partner', 'provenance', 'The word significant is used in every case that I receive. I have not yet found a column for it.', 'Then put 3.4 per cent in the column. Mr Adeyemi reconciled it with the March ledger.'),
    ('finance-partner', 'equal-treatment', 'Why this one before the other nine on my desk?', "It's back in five months; the nearest of the nine takes fourteen."),
    ('finance-partner', 'run-cost', 'What does the second year cost, and who carries it?', 'Roughly 400 zł a month, booked on our line, not yours.'),
    ('finance-partner', 'staged', 'At what point would I be entitled to stop the payments?', 'At each of three gates. Miss one, and the rest of the money stays with you.'),
    ('time-constrained-em', 'capacity', 'Who, exactly, and for how many days? I know all seven of them by name.', 'Just Jonas. A day and a half, both before lunch.'),
    ('time-constrained-em', 'pager', 'If I do this, who sleeps better? Me, or somebody on another floor?', 'Your lot. Of the 33 night calls in May, 20 were this one; I went through every one in Opsgenie.'),
    ('time-constrained-em', 'orphan', "If it lives in our repo, it's ours. That's how it always goes.", "It doesn't live in yours. It's in ours, on our rota, till it's switched off in 2028."),
    ('time-constrained-em', 'promised-dates', 'Parallel is a word for things that one person does at night.', 'Then not in parallel: we begin on the 20th, when yours is out the door.'),
    ('time-constrained-em', 'wear', "It isn't the days. It's that there's never a last one.", 'We take the Sunday call from them, all summer.'),
    ('product-manager', 'customer-value', "Nobody's ever rung me to say that the inside of our product is lovely.", 'No, but 61 parents rang last week to say the pick-up list was blank.'),
    ('product-manager', 'roadmap', "Which card comes off my wall? I'd like you to be the one who takes it down.", 'Gift cards give way. We told sales on Tuesday.'),
    ('product-manager', 'predictability', "I've learned to hear nearly done as halfway. Am I wrong here?", 'Judge us on the 6th: either ten shops are live by then or we hand it back.'),
    ('product-manager', 'side-door', 'Did anyone think of asking me first?', "No, and that was wrong. So here's the draft with three empty lines, fill them in as you see fit."),
    ('peer-lead', 'our-roadmap', 'If we lend you our quarter, who explains it at my review?', "I do, I'll come along. And it's three days, not a quarter."),
    ('peer-lead', 'moving-ground', "What moves underneath us while you're at it, and what stays put till we've caught up?", "Nothing you call changes before Easter. The old topic runs on until your last consumer's gone."),
    ('peer-lead', 'whose-after', 'Guests have a way of becoming residents here.', 'This one has a return ticket: on 1 July it moves to our cluster and Nils runs it.'),
    ('peer-lead', 'our-gain', "My lot will ask me one thing. What's in it for us?", 'Forty minutes less per build. Your own CI says 58 today.'),
    ('peer-lead', 'already-decided', "I'm happy to be asked. I'm less happy to be informed with a question mark.", "Then cross out what you like. The date and the field names haven't been picked."),
    ('direct-report', 'workload', "I get a bit tight in the chest when the board moves. It's maybe only me.", 'Then one thing goes: the newsletter exports. Samuel does them from tomorrow.'),
    ('direct-report', 'growth', 'Would it be mine, or would I be helping with it?', 'Yours. Your name in the header, and you take the questions on demo day.'),
    ('direct-report', 'autonomy', 'Would it be okay if I did it a bit differently?', 'Please do. I only mind that it survives a restart, the rest I leave to you.'),
    ('direct-report', 'safe-to-fail', "And if I get it wrong? Who'd be standing next to me?", 'Agnes, all morning. And it only runs on the practice ward that day.'),
    ('direct-report', 'thrown-away', "Will it still be wanted when I'm done?", 'Two schools have already paid for next term.'),
]  # fmt: skip
# Vague, denied, supposed, hearsay, intended, or a keyword without an answer.
EMPTY: list[tuple[str, str, str, str]] = [
    ('skeptical-executive', 'surprise', 'When it goes wrong, who rings me, and how soon? A name and a day.', 'Somebody from the team, in good time.'),
    ('skeptical-executive', 'surprise', 'When it goes wrong, who rings me, and how soon? A name and a day.', 'Management, as always, by the usual way.'),
    ('skeptical-executive', 'payback', 'What comes back for this, and when would I see it?', "If we had a figure from Grafana, say forty thousand a month, you'd be convinced."),
    ('skeptical-executive', 'payback', 'What comes back for this, and when would I see it?', 'A stitch in time saves nine, as my grandmother said every week.'),
    ('skeptical-executive', 'payback', 'What comes back for this, and when would I see it?', 'A friend at another bank tells me they got 2 million a year out of it.'),
    ('skeptical-executive', 'payback', 'What comes back for this, and when would I see it?', "I'm going to count the tickets next week."),
    ('skeptical-executive', 'finish', 'On which day do you stop if it is not working?', "It will work, so the question doesn't come up."),
    ('skeptical-executive', 'finish', 'On which day do you stop if it is not working?', "If it doesn't work by June we add two more people."),
    ('skeptical-executive', 'finish', 'On which day do you stop if it is not working?', "We don't pull the plug on things, that's not who we are."),
    ('skeptical-executive', 'why-now', 'What happens on the day after I say no?', "We'd all be very sad, and the competition would be happy."),
    ('skeptical-executive', 'exposure', 'If it fails at noon, how do customers get back on board by five past?', "There is no switch, but it won't fail at noon."),
    ('skeptical-executive', 'exposure', 'You have told me the sunny half. Where is the other one?', "There isn't one. Nothing can drift and nothing can jam."),
    ('finance-partner', 'provenance', 'May I ask for the figure behind this, and how it was counted, and by whom?', 'CHF 86,400. Everybody in the building knows that.'),
    ('finance-partner', 'provenance', 'May I ask for the figure behind this, and how it was counted, and by whom?', 'I could have it taken from the invoices, if you insist.'),
    ('finance-partner', 'real-money', 'Suppose that it succeeds completely. Which payment do we no longer make?', "All sorts of payments, you'd be surprised."),
    ('finance-partner', 'run-cost', 'What does the second year cost, and who carries it?', 'Less than the first, certainly, and somebody will carry it.'),
    ('finance-partner', 'staged', 'At what point would I be entitled to stop the payments?', 'After the last one.'),
    ('time-constrained-em', 'capacity', 'Who, exactly, and for how many days? I know all seven of them by name.', "Whoever's free. It's nothing really."),
    ('time-constrained-em', 'capacity', 'Who, exactly, and for how many days? I know all seven of them by name.', "Somebody good, and in two weeks we're live."),
    ('time-constrained-em', 'capacity', 'Okay, so it goes in. What comes out?', 'The small stuff, the usual things.'),
    ('time-constrained-em', 'capacity', 'Okay, so it goes in. What comes out?', 'Nothing comes out, your lot just work a bit faster.'),
    ('time-constrained-em', 'pager', 'Does it make my week quieter? In numbers, like calls or hours.', "Like a library on Sunday. You won't hear a pin drop."),
    ('time-constrained-em', 'orphan', 'Who feeds it afterwards, and until when? A name, please, not a channel.', 'Kubernetes, for ever.'),
    ('time-constrained-em', 'orphan', 'Who feeds it afterwards, and until when? A name, please, not a channel.', "Yours, obviously, it's your repo until the end of time."),
    ('time-constrained-em', 'orphan', 'Who feeds it afterwards, and until when? A name, please, not a channel.', 'Nobody needs to, until 2030 at least.'),
    ('time-constrained-em', 'promised-dates', 'When would this land, and what keeps my dates where they are?', 'Some time in spring. Your dates are safe with us.'),
    ('time-constrained-em', 'wear', "It isn't the days. It's that there's never a last one.", "Everybody's tired, it's February."),
    ('product-manager', 'customer-value', 'Picture Beatriz at the till on Monday morning. Does it happen to her, and to how many like her?', "To lots of them. Thousands, I'd imagine."),
    ('product-manager', 'roadmap', "Which card comes off my wall? I'd like you to be the one who takes it down.", 'None. We squeeze it in between.'),
    ('product-manager', 'roadmap', "Which card comes off my wall? I'd like you to be the one who takes it down.", 'The question is wrong. Walls are patient.'),
    ('product-manager', 'roadmap', "Which card comes off my wall? I'd like you to be the one who takes it down.", "Your favourite, probably. I'm joking."),
    ('product-manager', 'predictability', 'When does it end, and how sure are you, on a scale from weather to train?', 'Train! A German one, mind you. Spring or so.'),
    ('product-manager', 'story', "Give me the sentence that I say to Jorunn, and don't use a noun that ends in -ion.", "Tell her it's complicated."),
    ('product-manager', 'story', "Give me the sentence that I say to Jorunn, and don't use a noun that ends in -ion.", 'We split the write path from the read model.'),
    ('peer-lead', 'our-roadmap', 'What does it cost us? In days, on our side of the fence.', 'Hardly a minute, we did the same in two weeks elsewhere.'),
    ('peer-lead', 'our-roadmap', 'What does it cost us? In days, on our side of the fence.', 'It went live two days ago, so nothing.'),
    ('peer-lead', 'moving-ground', "What moves underneath us while you're at it, and what stays put till we've caught up?", "Everything moves, that's the beauty of it. You'll catch up by June."),
    ('peer-lead', 'whose-after', "Whose name is on it in a year? I'd like to hear it before there's a sign on the door.", "Yours, if it goes well. Everybody's, really."),
    ('peer-lead', 'whose-after', "Whose name is on it in a year? I'd like to hear it before there's a sign on the door.", 'Good question. A name like Thor would look nice on the door.'),
    ('peer-lead', 'whose-after', "Whose name is on it in a year? I'd like to hear it before there's a sign on the door.", "Not mine, I'll have moved on by then."),
    ('peer-lead', 'our-gain', 'And what do we get, on our side, that I could show to mine?', 'The warm feeling of having helped.'),
    ('peer-lead', 'already-decided', "Is there a part of it that isn't decided yet?", 'No. Steering signed it on Thursday.'),
    ('direct-report', 'workload', "I'd like to say yes. Could you tell me what I'd put down for it?", 'Your worries. You can put those down.'),
    ('direct-report', 'workload', "I'd like to say yes. Could you tell me what I'd put down for it?", "Nothing, it's a small extra."),
    ('direct-report', 'growth', "Can I ask what I'd be able to do afterwards that I can't do now?", "Loads. You'd be a better engineer."),
    ('direct-report', 'autonomy', 'Would it be okay if I did it a bit differently?', 'As long as it ends up like my drawing.'),
    ('direct-report', 'safe-to-fail', "And if I get it wrong? Who'd be standing next to me?", "You won't get it wrong."),
    ('direct-report', 'thrown-away', "Who'd miss it if it didn't come? I'd like to know them.", 'All of us, in a way.'),
    ('finance-partner', 'provenance', 'May I ask for the figure behind this, and how it was counted, and by whom?', 'We will count it in March, with Excel and with care.'),
    ('skeptical-executive', 'surprise', 'I have been the last to know before. It had a headline.', "Headlines sell papers. This time it won't come to that."),
    ('skeptical-executive', 'payback', 'What comes back for this, and when would I see it?', "Some 30 or 40 thousand a month, don't ask me where I read that."),
    ('skeptical-executive', 'payback', 'What comes back for this, and when would I see it?', "Imagine 500 happier customers a week. Nice, isn't it?"),
    ('skeptical-executive', 'finish', "How do I know that it's finished?", "You'll see it, trust me. By summer at the latest."),
    ('skeptical-executive', 'exposure', 'If it fails at noon, how do customers get back on board by five past?', "The old one's gone by then, so we fix it forward."),
    ('skeptical-executive', 'exposure', 'Who stands on the quay when it goes wrong, you or my support people?', 'Me and your people, shoulder to shoulder, as ever.'),
    ('finance-partner', 'real-money', 'Suppose that it succeeds completely. Which payment do we no longer make?', 'The future pays for itself.'),
    ('finance-partner', 'run-cost', 'What does the second year cost, and who carries it?', 'Peanuts, and finance will hardly feel it.'),
    ('finance-partner', 'staged', 'At what point would I be entitled to stop the payments?', 'Stopping halfway would be the most expensive thing you could do.'),
    ('time-constrained-em', 'capacity', 'Who, exactly, and for how many days? I know all seven of them by name.', 'The best ones, please, and as long as it takes.'),
    ('time-constrained-em', 'orphan', 'Who feeds it afterwards, and until when? A name, please, not a channel.', "The channel is called platform-help, and there's always somebody in it."),
    ('time-constrained-em', 'pager', 'If I do this, who sleeps better? Me, or somebody on another floor?', 'All of us sleep better once the debt is paid.'),
    ('time-constrained-em', 'wear', "It isn't the days. It's that there's never a last one.", 'A last one will come, it always does.'),
    ('product-manager', 'roadmap', "Which card comes off my wall? I'd like you to be the one who takes it down.", "Marketing, I'd think, can tell you that."),
    ('product-manager', 'story', "If a customer asks me what you're all doing, what's my answer?", "That we're modernising the stack for tomorrow."),
    ('product-manager', 'predictability', 'When does it end, and how sure are you, on a scale from weather to train?', "Two weeks, and I'm very sure."),
    ('peer-lead', 'our-roadmap', 'What does it cost us? In days, on our side of the fence.', 'Who counts days among friends? A few, at most.'),
    ('peer-lead', 'whose-after', "Whose name is on it in a year? I'd like to hear it before there's a sign on the door.", 'Ask me in a year.'),
    ('peer-lead', 'our-gain', 'And what do we get, on our side, that I could show to mine?', 'My undying thanks, and a mention in the newsletter.'),
    ('direct-report', 'safe-to-fail', "And if I get it wrong? Who'd be standing next to me?", "Google, Stack Overflow, and a good night's sleep."),
    ('direct-report', 'workload', "I'd like to say yes. Could you tell me what I'd put down for it?", 'A bit of everything, five per cent here, five there.'),
    ('direct-report', 'growth', 'Would it be mine, or would I be helping with it?', 'The lead stays with Piotr, but you learn by watching him.'),
    ('direct-report', 'thrown-away', "Will it still be wanted when I'm done?", 'Everybody wants it, today more than ever.'),
    ('skeptical-executive', 'exposure', 'The last harmless change cost us a weekend and two accounts.', "There's a big lever called trust. Pull the lever and we all win."),
    ('skeptical-executive', 'exposure', 'If it fails at noon, how do customers get back on board by five past?', 'They keep on working as if nothing had happened.'),
    ('skeptical-executive', 'finish', 'On which day do you stop if it is not working?', "Either it works or it's back to the drawing board, that's life."),
    ('skeptical-executive', 'why-now', 'What happens on the day after I say no?', 'My patience runs out on Friday.'),
    ('skeptical-executive', 'surprise', 'When it goes wrong, who rings me, and how soon? A name and a day.', "Trust me, on the day you'll know."),
    ('skeptical-executive', 'surprise', 'When it goes wrong, who rings me, and how soon? A name and a day.', 'Good people, every day of the week.'),
    ('finance-partner', 'real-money', 'Suppose that it succeeds completely. Which payment do we no longer make?', 'We stop paying the price of the past every year.'),
    ('finance-partner', 'provenance', 'May I ask for the figure behind this, and how it was counted, and by whom?', '40,000, from what I remember of the lunch last month.'),
    ('finance-partner', 'provenance', 'May I ask for the figure behind this, and how it was counted, and by whom?', "Rs 2 million. I took it from a slide of the vendor's."),
    ('finance-partner', 'staged', 'At what point would I be entitled to stop the payments?', 'Should you not trust us, the whole thing is pointless.'),
    ('time-constrained-em', 'capacity', 'Who, exactly, and for how many days? I know all seven of them by name.', 'Not Ravi, and not for three days.'),
    ('time-constrained-em', 'capacity', 'Who, exactly, and for how many days? I know all seven of them by name.', "I've been asking for three days now."),
    ('time-constrained-em', 'capacity', 'Okay, so it goes in. What comes out?', 'The truth comes out in the end.'),
    ('time-constrained-em', 'orphan', 'Who feeds it afterwards, and until when? A name, please, not a channel.', "It's in the contract that somebody must, until 2030."),
    ('time-constrained-em', 'orphan', 'Who feeds it afterwards, and until when? A name, please, not a channel.', 'Your Marit, until she retires.'),
    ('product-manager', 'roadmap', "Which card comes off my wall? I'd like you to be the one who takes it down.", 'Everything on the wall stays as it is and this comes on top.'),
    ('product-manager', 'roadmap', "Which card comes off my wall? I'd like you to be the one who takes it down.", "Something has to give way, doesn't it?"),
    ('product-manager', 'story', "Give me the sentence that I say to Jorunn, and don't use a noun that ends in -ion.", 'Tell her: we refactor the persistence layer with an event-sourced aggregate and Kafka.'),
    ('peer-lead', 'whose-after', "Whose name is on it in a year? I'd like to hear it before there's a sign on the door.", 'Time will tell, from experience.'),
    ('peer-lead', 'whose-after', "Whose name is on it in a year? I'd like to hear it before there's a sign on the door.", 'Great things have no owner.'),
    ('direct-report', 'workload', "I'd like to say yes. Could you tell me what I'd put down for it?", 'The same as last time, really.'),
    ('direct-report', 'autonomy', 'Would it be okay if I did it a bit differently?', 'When you decide things, they take twice as long. I choose, you build.'),
    ('peer-lead', 'moving-ground', 'How long can we stay on the old way without anybody calling us difficult?', 'You keep running, we keep changing. Until March, say.'),
]  # fmt: skip
# The question handed back, put off, or answered with push and praise.
BRUSHED_OFF: list[tuple[str, str, str, str]] = [
    ('skeptical-executive', 'payback', 'What comes back for this, and when would I see it?', 'What did the last project you signed bring back? You tell me.'),
    ('time-constrained-em', 'wear', "It isn't the days. It's that there's never a last one.", "Oh, don't be such a softie."),
    ('product-manager', 'story', "I nodded just now, and I couldn't repeat a word of it.", "Everything's written up in the handbook, just read chapter two."),
    ('finance-partner', 'provenance', 'I should be signing for your arithmetic, and I sign slowly.', 'Could you sign a bit faster this time? The CFO already nodded.'),
    ('peer-lead', 'our-gain', "My lot will ask me one thing. What's in it for us?", "Ask your director, he's the one who wanted it."),
    ('direct-report', 'safe-to-fail', "I'd check everything four times, and then you'd think that I'm slow.", "At your level I'd expect nobody to hold your hand."),
    ('product-manager', 'predictability', "Could it be in a state that's worse than today, in the middle?", "Let's take that up when we've started."),
    ('skeptical-executive', 'exposure', 'The last harmless change cost us a weekend and two accounts.', 'You of all people, with your nose for good bets, will see why this one is different.'),
    ('time-constrained-em', 'capacity', "We're full. Not busy-full, sold-twice full.", 'I need the names by tonight.'),
    ('peer-lead', 'moving-ground', "What moves underneath us while you're at it, and what stays put till we've caught up?", 'What about what you changed under us last year?'),
    ('direct-report', 'growth', 'Would it be mine, or would I be helping with it?', 'First we deliver, then we can look at who gets what.'),
    ('finance-partner', 'run-cost', 'Once it exists, can it be ended, or shall we own it for good?', "That's a question for procurement, isn't it?"),
    ('skeptical-executive', 'surprise', 'I have been the last to know before. It had a headline.', 'The board loves the project, by the way.'),
    ('skeptical-executive', 'payback', 'What comes back for this, and when would I see it?', "I'd need your signature before I can spend time on sums."),
    ('time-constrained-em', 'orphan', "If it lives in our repo, it's ours. That's how it always goes.", "Well, that is how it goes, isn't that what teams are for?"),
    ('product-manager', 'roadmap', "Which card comes off my wall? I'd like you to be the one who takes it down.", "You're the product manager, that's your job."),
    ('peer-lead', 'already-decided', "Who's already been told that we're in?", "Your VP, and she's thrilled, so let's not disappoint her."),
    ('finance-partner', 'staged', 'Money that has left cannot be asked to think again.', "The CEO has seen the plan and he didn't ask for stages."),
    ('direct-report', 'workload', "I tend to say yes and count afterwards. I'm trying to count first, this time.", "Count on the train, I've got another meeting in two minutes."),
    ('direct-report', 'thrown-away', "Who'd miss it if it didn't come? I'd like to know them.", "That's above my pay grade, and yours."),
    ('skeptical-executive', 'surprise', 'I have been the last to know before. It had a headline.', "Let's cross fingers and move on to the architecture."),
]  # fmt: skip
# Said in the corridor; it has nothing to do with the line.
BESIDE: list[tuple[str, str, str, str]] = [
    ("time-constrained-em", "wear", "It isn't the days. It's that there's never a last one.", "The soup in the canteen was great today."),
    ("finance-partner", "staged", "At what point would I be entitled to stop the payments?", "My bike has a flat tyre, sorry, I had to walk."),
    ("peer-lead", "whose-after", "Guests have a way of becoming residents here.", "Is there any cake left from the birthday?"),
]  # fmt: skip


def judged(person: str, concern: str, said: str, line: str) -> ConcernVerdict:
    """The verdict on a reply to what was said just before."""
    persona = setting(person).persona
    take = (Turn(id=TurnId("t1"), parent=None, speaker="stakeholder", text=said, concern=concern),)
    verdict = rules.appraise(rules.read(line, persona, take, concern), persona).of(concern)
    assert verdict is not None
    return verdict


@pytest.mark.parametrize(("person", "concern", "said", "line"), SHOWN)
def test_shown(person: str, concern: str, said: str, line: str) -> None:
    verdict = judged(person, concern, said, line)
    assert verdict.verdict == "evidenced"
    assert verdict.quote
    assert verdict.quote in line


@pytest.mark.parametrize(("person", "concern", "said", "line"), EMPTY)
def test_empty(person: str, concern: str, said: str, line: str) -> None:
    verdict = judged(person, concern, said, line)
    assert verdict.verdict != "evidenced"
    assert not verdict.tests


@pytest.mark.parametrize(("person", "concern", "said", "line"), BRUSHED_OFF)
def test_brushed_off(person: str, concern: str, said: str, line: str) -> None:
    assert judged(person, concern, said, line).verdict == "deflected"


@pytest.mark.parametrize(("person", "concern", "said", "line"), BESIDE)
def test_beside_the_point(person: str, concern: str, said: str, line: str) -> None:
    assert judged(person, concern, said, line).verdict == "ignored"


@pytest.mark.parametrize(
    "text",
    [
        "CHF 9,300 a year",
        "R$ 4.000 each month",
        "kr 40,000",
        "12 000 kr a month",
        "300 Swiss francs",
        "zł 900",
        "6 000 zł",
        "\u20b92,000",
    ],
)
def test_money_in_any_currency(text: str) -> None:
    assert "figure.money" in {s.kind for s in find(text)}


@pytest.mark.parametrize("text", ["The crew of 12", "page 3 000", "version 2.000", "they were 40 years old"])
def test_a_number_is_not_yet_money(text: str) -> None:
    assert "figure.money" not in {s.kind for s in find(text)}


@pytest.mark.parametrize(
    ("said", "reply", "kind"),
    [
        ("Who looks after it?", "Mine, and Ada's when I'm away.", "owner"),
        ("Who looks after it?", "Hanne Olsen.", "owner"),
        ("How many days is that for us?", "Two afternoons.", "figure.effort"),
        ("What comes off my list?", "The price import.", "trade_off"),
        ("What part isn't decided?", "The order of the sites.", "unknown"),
    ],
)
def test_a_fragment_counts_only_where_it_was_asked_for(said: str, reply: str, kind: str) -> None:
    assert met(((kind,),), reply, find(reply, Context(previous=said)), answers=True) is not None
    assert kind not in {s.kind for s in find(reply, Context(previous="I have seen this before."))}


@pytest.mark.parametrize(
    ("said", "reply"),
    [
        ("Who looks after it?", "Whoever has time."),
        ("Who looks after it?", "Nobody, so far."),
        ("Who looks after it?", "Certainly."),
        ("Who looks after it?", "Me, maybe."),
        ("How many days is that for us?", "We asked you two days ago."),
        ("What comes off my list?", "The usual stuff."),
        ("What comes off my list?", "Your worries."),
    ],
)
def test_a_fragment_that_names_nothing(said: str, reply: str) -> None:
    found = {s.kind for s in find(reply, Context(previous=said))}
    assert found.isdisjoint({"owner", "figure.effort", "trade_off"})


@pytest.mark.parametrize(
    "text",
    [
        "Let's get one ward done first, and if it isn't quicker by 1 June we stop.",
        "What about you, would you start with Leeds?",
        "That's a question for you: which region?",
        "You'll find a way in the plan to stop it.",
        "It's time you got something back.",
    ],
)
def test_no_brush_off_in_what_only_begins_like_one(text: str) -> None:
    assert {s.kind for s in find(text)}.isdisjoint({"deferral", "dismissal", "pressure", "rank", "threat", "flattery"})
