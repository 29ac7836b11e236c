# Saved rules.

trail-rule-made = saved a rule
trail-rule-holds = had a rule hold what comes
trail-rule-rests = had a rule hold nothing more
trail-rule-deleted = deleted a rule
trail-rule-run = ran a rule
trail-rule-undone = undid a run
doubt-ruled = Held: the rule “{ $name }” looks for it.
rules-title = Rules
rules-what = A rule finds signatures by what they have in common. Save it, look at what it would do, and only then have it hold what comes, decide about what waits, or remove what stands.
rules-none = No rule is saved yet.
rule-is-holding = It holds what comes.
runs-title = Runs
runs-progress = How far it is
run-gathering = It is picking signatures: { $picked } so far.
run-waiting = { $picked ->
    [one] One signature will be removed from { $at } on. Until then all of it can be undone.
   *[other] { $picked } signatures will be removed from { $at } on. Until then all of it can be undone.
}
run-running = { $done } of { $picked } removed. What is not removed yet can still be spared.
run-done = Done: { $done } of { $picked } removed. The others had left by themselves.
run-undone = Undone: { $done } of { $picked } had been removed before, and stay so.
run-waiting-approve = { $picked ->
    [one] One signature that waits will be approved from { $at } on. Until then all of it can be undone.
   *[other] { $picked } signatures that wait will be approved from { $at } on. Until then all of it can be undone.
}
run-waiting-reject = { $picked ->
    [one] One signature that waits will be rejected from { $at } on. Until then all of it can be undone.
   *[other] { $picked } signatures that wait will be rejected from { $at } on. Until then all of it can be undone.
}
run-running-approve = { $done } of { $picked } approved. Those that it has not come to yet can still be left to you.
run-running-reject = { $done } of { $picked } rejected. Those that it has not come to yet can still be left to you.
run-done-approve = Done: { $done } of { $picked } approved. About the others somebody decided before, or they were taken back, or the watch list holds them by now, or their mailbox carries as many signatures as it may.
run-done-reject = Done: { $done } of { $picked } rejected. About the others somebody decided before, or they were taken back.
run-undone-approve = Undone: { $done } of { $picked } had been approved before, and stay so. The others wait for you.
run-undone-reject = Undone: { $done } of { $picked } had been rejected before, and stay so. The others wait for you.
run-undo = Undo
run-again = Look again
rule-new = A new rule
rule-all-hold = All that you fill in must hold at once.
rule-name = What you call it
rule-name-hint = Moderators see it beside what it held. No name of a signatory, please.
rule-pattern = Name
rule-pattern-hint = As it is shown, whole. * stands for any letters, ? for one: *Smith
rule-domain = Mailbox at
rule-domain-hint = A domain, and those below it: mail.example. It works for what is still to come alone: no domain is kept.
rule-from = Confirmed from
rule-from-hint = Day and time, UTC.
rule-until = Confirmed before
rule-until-hint = Day and time, UTC.
rule-rate = At least so many within ten minutes
rule-rate-hint = A number from 2 to 10,000. Everybody counts who comes then from the rule’s country and with its level of proof, whatever their name.
rule-country = Country
rule-level = Level of proof
rule-any = any
rule-save = Save and see what it would do
criteria-name = The name is like { $value }
criteria-country = Country: { $value }
criteria-level = Proof: { $value }
criteria-from = From { $value }
criteria-until = Before { $value }
criteria-rate = At least { $count } within ten minutes
criteria-domain = The mailbox is at { $value }
rule-comes = What is still to come
rule-domain-comes = It looks at mailboxes while a signature is sent. What it would have held cannot be told: no domain is kept.
rule-would-hold = It would have held { $waiting } of the signatures that wait now, and { $count } of those that stand.
rule-hold = Hold what comes
rule-rest = Hold nothing more
rule-waits = What waits
rule-domain-waits = Of what waits it finds what was sent while it held what comes, and nothing else: no domain is kept.
rule-would-decide = Of the signatures that wait it finds { $count }. Corrections are not among them: those are for you to look at.
rule-watched = The watch list holds { $count } of them. A rule never approves these: open them and decide for yourself.
rule-is-watched = on the watch list, not approved by a rule
rule-decide-what = For ten minutes nothing is decided, and all can be undone. Then one after another is decided as if you had done so one by one; the list of what was done has each, with the rule’s number. What is decided cannot be taken back.
rule-approve = Approve { $count }
rule-reject = Reject { $count }
rule-changed = Nothing was begun: there were { $seen } when you looked, and now there are { $count }. Look again, and confirm the new number. Where more come all the time, give the rule an end (Confirmed before).
rule-stands = What stands
rule-domain-stands = It cannot look at what stands: no domain is kept.
rule-would-remove = Of the signatures that stand it would remove { $count }.
rule-and-more = and { $count } more
rule-run-what = For ten minutes nothing is removed, and all can be undone. Then they are removed one after another, each by an entry with its reason; what has its entry cannot be brought back.
rule-run = Remove { $count }
rule-drop = Delete this rule
flaw-name = Give the rule a name, with at least one letter and no more than 80.
flaw-nothing = Fill in at least one thing for the rule to look for.
flaw-domain = This is not a domain. It should look like mail.example.
flaw-pattern = Every name would fit this pattern, or it is too long. Give it a letter or a digit.
flaw-country = Choose a country of the list.
flaw-level = Choose a level of the list.
flaw-from = This is not a day and a time. It should look like 2026-11-22T21:00.
flaw-until = This is not a day and a time, or it is not after the other one.
flaw-rate = Give a number from 2 to 10,000.
