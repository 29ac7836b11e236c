# Founding signatories before launch: the list, spreadsheets of it, invitations and their answers.

founders-title = Founding signatories
founders-lead = Whom you want to have signed when the letter becomes public. Each gets an invitation in confidence, with a link of their own: by mail, or from you where there is no address.
founders-launched = The letter has launched. Who accepted stands on its roll; names and addresses of the others are deleted.
founders-missing-text = Nobody can be invited yet: no text has been released to be signed.
founders-missing-recipients = Nobody can be invited yet: the letter has no keys to its contacts.
founders-missing-tests = Nobody can be invited yet: not every key to the contacts is tested, and they might be sealed to one that is lost.
founders-key-lost = The names and addresses of this letter’s founders cannot be read: the key under which they lie is missing or damaged on the server. Nobody is invited or added meanwhile, and founders’ links say that they cannot be opened now. No answer is lost. Tell whoever runs the server: “undersigned doctor” says which file to put back. If there is no copy of it, take off the list whoever has not accepted, and list them again.
board-title = How far it is
board-what = “Link opened” says that somebody opened the link, the invited or a mail scanner; nothing in the mail reports back. “Link handed over” counts those for whom an organizer made a link.
board-who = Who
board-listed = Not invited yet
board-invited = Invited
board-handed = Link handed over
board-visited = Link opened
board-held = To be decided
board-accepted = Accepted
board-declined = Declined
board-bounced = Mail refused
board-silent = No answer yet
board-all = All
board-countries = By country
board-map-what = Where they accepted. The table has the same figures, and more of them.
founders-ask = Invite and remind
founders-ask-what = Invitations go out in each one’s language and name you, not the letter. A reminder goes out three days after the last mail at the earliest, three times in all.
founders-unaddressed = { $count ->
    [one] One has no e-mail address and gets no mail: make a link and hand it over yourselves.
   *[other] { $count } have no e-mail address and get no mail: make a link for each and hand it over yourselves.
}
founders-unaddressed-who = See who
founders-no-address = without an address
founders-other-keys = sealed to other keys
founders-earlier-text = under an earlier text
founders-earlier = { $count ->
    [one] One founder accepted an earlier version of the text than the one that would launch.
   *[other] { $count } founders accepted an earlier version of the text than the one that would launch.
}
founders-earlier-what = They stand under what they read. No mail can go out to them from here, because their address is sealed: ask them yourself. Their link shows the newest text, and whoever saves their entry there stands under it.
founders-held = { $count ->
    [one] One acceptance waits for you, and does not count until you decide: the name is another than the one listed, or on the watch list.
   *[other] { $count } acceptances wait for you, and do not count until you decide: the names are others than those listed, or on the watch list.
}
founders-held-what = “That’s right” takes an answer as it stands. “Ask again” throws it away and goes back to the name that you listed: remind them, or make a link to hand over.
founders-undecided-changed = Nothing was decided: it was changed while you looked, or somebody else decided. Please look again.
founders-undecided-taken = Nothing was decided: another signature from the same mailbox has this name.
founders-undecided-too-many = Nothing was decided: this mailbox carries as many signatures as it may.
founders-made = The link for { $name }
founders-made-once = It is shown this once; a link that was made for them here before leads nowhere now. Whoever has it can answer in their place. Hand it over by a way that you trust: in person, or by a messenger that encrypts.
founders-email-hint = Without one they get no mail: you make a link and hand it over.
founders-invite-all = { $count ->
    [one] Invite the one who is not invited yet
   *[other] Invite all { $count } who are not invited yet
}
founders-remind-all = { $count ->
    [one] Remind the one who has not answered
   *[other] Remind the { $count } who have not answered, where a reminder may go out
}
founders-mails = { $count ->
    [one] One mail is going out.
   *[other] { $count } mails are going out.
}
founders-mails-none = Nobody is due, and no mail goes out. A reminder goes out three days after the last mail at the earliest, three times in all, and never to an address that refused one.
founders-list = The list
founders-filter = Show
founders-none = Nobody here yet.
founders-chosen-what = From the launch on the letter’s page shows the first four, in this order. After it you change this among the statements.
founders-add = Add somebody
founders-more = Contact’s name, website, title, affiliation
founders-add-submit = Add to the list
founders-another = This is another person of the same name
founder-state-listed = not invited yet
founder-state-due = the mail is being written
founder-state-invited = invited
founder-state-held = accepted, to be decided
founder-state-accepted = accepted
founder-state-declined = declined
founder-said-waiting = This statement waits for an organizer to read it.
founder-said-approved = This statement will be public with the letter.
founder-said-refused = This statement will not be public.
founder-logo-waiting = This logo waits for an organizer to look at it.
founder-logo-approved = This logo will be public with the letter.
founder-logo-refused = This logo will not be public.
founder-forgotten = deleted at launch
founder-in-roll = in the roll now, under the name that is shown there
founder-unreadable = cannot be read just now
founder-mailed = Mails: { $count }, the last { $at }.
founder-visited = Link opened in the hours of: { $list }.
founder-bounced = Their mail server refused it: { $at }. Is the address right?
founder-answered = Answered { $at }.
founder-handed = Link made to be handed over: { $at }.
founder-unaddressed = No e-mail address: no mail goes out. Make a link and hand it over.
founder-sealed-elsewhere = Their address is sealed to other keys than today’s. Ask them to open their link, give it once more and save.
founder-earlier-text = Accepted an earlier version of the text. Their link shows the newest one, to be agreed to by saving.
founder-held = The answer is not in the listed name, or names somebody of the watch list. Until you decide it does not count as accepted.
founder-held-listed = Listed
founder-held-given = Answered
founder-held-watched = On the watch list
founder-name-right = That’s right
founder-ask-again = Ask again
founder-invite = Invite
founder-remind = Remind
founder-link = Make a link to hand over
founder-link-again = Make another link
founder-approve-logo = Approve the logo
founder-refuse-logo = Leave the logo out
founder-approve = Approve the statement
founder-refuse = Leave it out
founder-field-kind = Kind
founder-field-name = Name
founder-field-country = Country
founder-field-email = E-mail
founder-field-contact-name = Contact’s name
founder-field-language = Language
founder-field-website = Website
founder-field-title = Title
founder-field-affiliation = Affiliation
founder-problem-missing = It is empty.
founder-problem-too-long = It is too long.
founder-problem-unprintable = It holds signs that cannot be printed, or was saved in another encoding.
founder-problem-has-address = It cannot hold a web address.
founder-problem-not-an-email = This is no e-mail address like name@example.org.
founder-problem-unknown-country = This is no country’s name, and no code like DE. ZZ stands for unknown.
founder-problem-not-a-website = This is no address like https://example.org.
founder-problem-unknown-choice = Write individual, organization or company.
founder-problem-not-a-name = It has no letter or digit.
founder-problem-language = This is no language’s name, and no tag like en or pt-BR.
founder-problem-repeated = Line { $figure } says the same.
founder-problem-known = This entry is on the list already.
founder-problem-namesake = { $figure ->
    [0] This name is on the list already, with other details: the same person, or another?
   *[other] Line { $figure } has the same name, with other details: the same person, or another?
}

sheet-title = From a spreadsheet
sheet-what = One line for each, with name and country at least, and e-mail where you have it; the first line names the columns, in any order. Nothing is kept before you have seen what is wrong with which line.
sheet-of = Spreadsheet of { $at }
sheet-file = File
sheet-file-hint = CSV or text with tabs, up to 32 MB, as “Save as” in any spreadsheet program makes it.
sheet-paste = Or paste the cells
sheet-paste-hint = Mark them in the spreadsheet, with the line that names the columns, copy and paste.
sheet-bring = Look at it
sheet-unfit-empty = There is nothing to import: it needs a line that names the columns, and lines under it.
sheet-unfit-workbook = This is a workbook. In your spreadsheet program choose “Save as” and CSV, and bring that file.
sheet-unfit-binary = This file is no text. In your spreadsheet program choose “Save as” and CSV, and bring that file.
sheet-state-mapping = What do the columns hold?
sheet-state-checking = The lines are being checked.
sheet-state-checked = Every line was checked. Nothing is imported yet.
sheet-state-importing = The lines that hold are being imported.
sheet-state-done = Imported.
sheet-stale = This spreadsheet has moved on since the page was loaded: in another tab, or because somebody else went on with it. What you sent changed nothing. Below is how it stands now.
sheet-separator-comma = commas
sheet-separator-semicolon = semicolons
sheet-separator-tab = tabs
sheet-read-as = Read as { $encoding }, with { $separator } between the columns. If letters look wrong, save it as UTF-8 and bring it again.
sheet-columns = Columns
sheet-columns-what = What each holds was guessed from its name. Compare it with what stands in it.
sheet-column = Column “{ $name }”
sheet-nothing = (passed over)
sheet-kind = Where a line names no kind, they are
sheet-kind-each = (each line names it)
sheet-missing = No column holds this: { $field }.
sheet-twice = Two columns cannot hold the same: { $field }.
sheet-check = Check every line
sheet-running = You can leave this page; the work goes on.
sheet-again = See how far it is
sheet-count-done = { $count ->
    [one] One line so far.
   *[other] { $count } lines so far.
}
sheet-count-good = { $count ->
    [one] One line holds.
   *[other] { $count } lines hold.
}
sheet-count-known = { $count ->
    [0] None of them is on the list already.
    [one] One of them is on the list already and stays as it is.
   *[other] { $count } of them are on the list already and stay as they are.
}
sheet-count-namesakes = { $count ->
    [one] One of them has the name of somebody who is there, with other details. It is left out unless you say below that it is another person.
   *[other] { $count } of them have the name of somebody who is there, with other details. They are left out unless you say below that they are other people.
}
sheet-count-unaddressed = { $count ->
    [one] One of them has no e-mail address: no mail can go there, and you hand a link over.
   *[other] { $count } of them have no e-mail address: no mail can go there, and you hand each a link.
}
sheet-count-bad = { $count ->
    [0] No line is wrong.
    [one] One line does not hold and is left out.
   *[other] { $count } lines do not hold and are left out.
}
sheet-count-added = { $count ->
    [0] Nobody was new to the list.
    [one] One was added to the list.
   *[other] { $count } were added to the list.
}
sheet-import = { $count ->
    [0] Add those ticked above
    [one] Add the one who is new
   *[other] Add the { $count } who are new
}
sheet-import-what = Nobody is invited by this. To mend lines instead, change the spreadsheet and bring it again: nobody is added twice.
sheet-to-founders = To the list
sheet-faults = What is wrong, line by line
sheet-line = Line
sheet-field = Column
sheet-problem = What is wrong
sheet-more-faults = More lines
sheet-keep-others = Keep these ticks and go on to more lines
sheet-discard = Throw this spreadsheet away

mail-founding-subject = An invitation, in confidence
mail-founding-subject-again = A reminder of an invitation, in confidence
mail-founding-first = { $by } invites { $name } to be among the first to sign an open letter, at { $host }. If you do nothing, nothing is published.
mail-founding-first-again = { $by } has invited { $name } to be among the first to sign an open letter, at { $host }, and would be glad of an answer. If you do nothing, nothing is published.
mail-founding-open = On your private page you can read the letter, correct how you would be shown, and accept or decline:
mail-founding-button = Read the letter
mail-founding-confidence = The letter is not public yet. Please keep it, and that it exists, in confidence until it is. It is not named here on purpose.
mail-founding-personal = The link is yours alone: whoever has it can answer in your place. Please do not pass it on.
mail-founding-seen = If you accept, the organizers see your entry before the letter is public, and so do journalists and partners to whom they give a private preview.
mail-founding-not = If you decline on that page, your address is deleted here and no reminder follows.

invited-title = You are invited to sign first
invited-lead = { $by } invites { $name } to be a founding signatory of this letter.
invited-confidence = The letter is not public yet. Please keep it, and that it exists, in confidence until it is.
invited-personal = This page is yours alone: whoever has its link can answer in your place. The organizers see when it was opened.
invited-accepted = You accepted on { $date }, { $hour } UTC.
invited-held = You accepted on { $date }, { $hour } UTC. Because your entry differs from whom the organizers invited, one of them looks at it first.
invited-held-what = Until they agree it does not count, and nothing of it is published. You can change it here, or take it back.
invited-asked-again = Your answer of { $date }, { $hour } UTC does not count: it differed from whom the organizers invited. Please answer once more, or ask them.
invited-declined = You declined on { $date }, { $hour } UTC.
invited-until-launch = Nothing is public before the letter is. Until then you can change everything here, or take it back.
invited-declined-what = Your address is deleted, and no reminder follows. If you think again before the letter becomes public, you can still accept here.
invited-shown = How you will be shown
invited-answer = Your answer
invited-change = Change your entry
invited-correct = Correct whatever is not right.
invited-name-hint = Shown in public from the launch of the letter on.
invited-website-hint = Shown in public from the launch of the letter on.
invited-email-unknown = Not known here yet. It is never shown, and sealed so that only the organizers can open it.
invited-email-deleted = Yours was deleted when you declined. It is never shown, and sealed so that only the organizers can open it.
invited-email-sealed = The organizers’ keys have changed, and nobody here can read the one you gave. It is never shown, and sealed so that only they can open it.
invited-sealed-elsewhere = The organizers’ keys have changed since you accepted. Please give your address once more below, and save, so that they can write to you. Your answer stands in any case.
invited-earlier-text = The text has changed since you accepted. You stand under the version that you read; below is the newest. If you agree to it, save your entry once more.
invited-logo-later = Once you have accepted you can add a logo.
invited-means = To accept is to be published as a founding signatory, from the moment the letter becomes public. Your address is sealed, so that only the organizers can open it.
invited-seen = Until then an accepted entry is seen by the organizers, and by journalists and partners to whom they give a private preview.
invited-accept = Accept and sign
invited-save = Save the changes
invited-decline-what = If you decline, your address is deleted here.
invited-decline = Decline
invited-take-back = Take it back and decline

refusal-not-ready = Nobody can be invited yet
refusal-what-not-ready = A released text and tested keys to the contacts come first. Nothing was done.
refusal-answered = This founder has answered
refusal-what-answered = They have a link, by which they can change their answer until the launch; a second one would be another way to their signature. No link was made.
refusal-launched = The letter has launched
refusal-what-launched = What belongs before its launch can’t be changed any more. Nothing was done.
refusal-invited-later = This invitation cannot be opened just now
refusal-what-invited-later = Something is missing on the server that only whoever runs it can put back. Whatever you answered before stands, and your link stays valid: please try again later, or tell whoever invited you.
refusal-founders-key = The founders cannot be read
refusal-what-founders-key = The key under which this letter’s founders lie is missing or damaged on the server. Nothing was done. Whoever runs the server types “undersigned doctor” there, which says which file to put back.

trail-founders-listed = added to the list of founding signatories
trail-signatories-imported = brought founding signatures in from files
trail-spreadsheet-brought = brought a spreadsheet of founding signatories
trail-spreadsheet-mapped = said what the columns of a spreadsheet hold
trail-spreadsheet-imported = had a spreadsheet imported
trail-spreadsheet-told-apart = said which lines of a spreadsheet name other people of the same name
trail-spreadsheet-discarded = threw a spreadsheet away
trail-founders-invited = invited founding signatories
trail-founders-reminded = reminded founding signatories
trail-founder-removed = took a founding signatory off the list
trail-statement-refused = left out a founding signatory’s statement
trail-founder-link-made = made a link to be handed to the founding signatory
trail-founder-name-approved = agreed to another name of the founding signatory
trail-founder-asked-again = asked for another answer from the founding signatory
trail-preview-made = made a preview link for
trail-preview-revoked = revoked the preview link for
trail-launch-scheduled = set the launch to
trail-launch-cancelled = called off the launch
trail-launched = launched the letter

previews-title = Previews for the press and partners
previews-lead = A private link shows the letter in each language and who founds it so far, under embargo, and nothing else. Make one for each person, so that you can revoke it alone and see when it was used.
previews-made = The link for { $name }
previews-once = It is shown this once. Whoever has it can read the letter until you revoke it.
previews-make = Make a link
previews-name = For whom
previews-name-hint = Only organizers see this.
previews-submit = Make the link
previews-list = Links
previews-none = There are none.
previews-revoke = Revoke
preview-used = made { $made }, last used { $used }
preview-unused = made { $made }, not used yet
preview-tab = Under embargo
preview-until = Under embargo until { $date }, { $hour } UTC.
preview-embargo = Under embargo until it is launched; the minute is not set yet.
preview-personal = This page was made for you alone. Please do not pass its address on.
preview-no-text = No text has been released yet.
preview-founders = { $count ->
    [0] Nobody has signed yet, as of { $date }, { $hour } UTC.
    [one] One has signed so far, as of { $date }, { $hour } UTC.
   *[other] { $count } have signed so far, as of { $date }, { $hour } UTC.
}

launch-title = Launch
launch-lead = At the launch the letter, its record and all founding signatures become public in one moment.
launch-done = The letter has launched.
launch-set = When
launch-scheduled = { $date }, { $time } in { $zone } ({ $offset }), that is { $at }. Set by { $who }.
launch-failed = It was not launched at its minute:
launch-cancel = Call it off
launch-checklist = Checklist
launch-names = If the letter gets a host name of its own: certificate logs are public, and show every host name from the moment a certificate is made for it. Under embargo use a name that tells nothing, or a certificate for all names of a domain.
launch-at = Launch at a set minute
launch-at-what = It launches by itself, also when the server comes back after that minute. Until then you can move it or call it off. If something needed is missing at the minute, it does not launch, and this page says what.
launch-date = Date
launch-time = Time of day
launch-zone = Time zone
launch-which = The clocks go back then, and this time comes twice. Which one?
launch-schedule = Set the launch
launch-no-zone = Please choose a time zone from the list.
launch-no-time = Please give a date and a time of day.
launch-past = This time is over. To launch at once, use the button below.
launch-stale = Somebody else set the launch or called it off meanwhile. See what is set now, and send again what you want.
launch-skipped = The clocks go forward then, and this time does not exist. The next one is { $date }, { $time }.
launch-twice = The clocks go back then, and this time comes twice. Choose which below.
launch-now = Launch now
launch-now-sure = The letter is to be public now. It cannot be taken back.
launch-now-unsure = Tick this if the letter is to be public now.
launch-not-ready = Not everything that is needed is there: see the checklist.
check-holds = Done.
check-lacks = Needed:
check-open = Open:
check-mend = Look after it
check-text-ok = A text is released to be signed.
check-text-not = no text is released to be signed.
check-languages-ok = Every language offered has a text: { $languages }.
check-languages-not = languages that are offered lack a released text: { $languages }.
check-recipients-ok = { $all ->
    [one] The one key to the contacts is tested.
   *[other] All { $all } keys to the contacts are tested.
}
check-recipients-not = { $some } of { $all } keys to the contacts are tested. Without all of them, contacts might be sealed to a key that is lost.
check-spare-key-ok = More than one key opens the contacts. Should all of them be lost, the contacts are lost for ever.
check-spare-key-not = only one key opens the contacts. If it is lost, they are lost for ever, and nobody can bring them back: add another, kept by somebody else.
check-spare-owner-ok = More than one person owns the letter.
check-spare-owner-not = only one person owns the letter. A second one can let them back in.
check-released-ok = What is written is what people will sign.
check-released-not = something was written since the last release. People will sign what was released.
check-organizers-ok = It says who runs the letter.
check-organizers-not = nobody is named who runs the letter. Signatories want to know who keeps their address.
check-watched-ok = { $some ->
    [one] One line is on the watch list.
   *[other] { $some } lines are on the watch list.
}
check-watched-not = no name is watched. Whoever signs under a famous name would be public at once.
check-dates-ok = Closing day and retention date are set.
check-dates-not = the closing day or the retention date is missing, or over.
check-host-ok = The record will bear this site’s name.
check-host-not = the record would bear another site’s name for ever. Make the letter anew on its own site.
check-record-ok = No record of it exists yet.
check-record-not = it may have been launched after this database was saved. Whoever runs the server has to recover its record first.
check-invited-ok = Everybody on the list is invited.
check-invited-not = { $some ->
    [one] one on the list of founders is not invited.
   *[other] { $some } on the list of founders are not invited.
}
check-invited-nobody = nobody is on the list of founders. A letter can launch without any.
check-invited-refused = { $some ->
    [one] the mail server of one founder refused the invitation. Look for another address, or make a link to hand over.
   *[other] the mail servers of { $some } founders refused the invitation. Look for other addresses, or make links to hand over.
}
check-answered-ok = Everybody who was invited has answered.
check-answered-not = { $some } of { $all } founders have answered. Who has not is not among the signatories.
check-names-ok = Nobody’s acceptance waits because of its name.
check-names-not = { $some ->
    [one] one founder accepted under another name than the one listed, or one of the watch list. As long as nobody decides they are not among the signatories.
   *[other] { $some } founders accepted under another name than the one listed, or one of the watch list. As long as nobody decides they are not among the signatories.
}
check-statements-ok = Every founder’s statement is decided on.
check-statements-not = { $some ->
    [one] one statement of a founder waits to be read. It would wait after the launch, too.
   *[other] { $some } statements of founders wait to be read. They would wait after the launch, too.
}
check-logos-ok = Every founder’s logo is decided on.
check-logos-not = { $some ->
    [one] one logo of a founder waits to be looked at. It would wait after the launch, too.
   *[other] { $some } logos of founders wait to be looked at. They would wait after the launch, too.
}
check-sealed-ok = Every founder’s contact is sealed to today’s keys.
check-sealed-not = { $some ->
    [one] one contact of a founder is sealed to other keys than today’s. Whoever has only one of today’s may not open it.
   *[other] { $some } contacts of founders are sealed to other keys than today’s. Whoever has only one of today’s may not open them.
}
check-earlier-ok = Every founder who accepted has accepted the newest text.
check-earlier-not = { $some ->
    [one] one founder accepted an earlier version of the text. They stand under the one that they read.
   *[other] { $some } founders accepted an earlier version of the text. They stand under the one that they read.
}
check-founders-key-ok = What is known of the founders can be read.
check-founders-key-not = what is known of the founders cannot be read: their key is missing or damaged on the server. “undersigned doctor” tells whoever runs the server which file to put back. Statements that wait, and logos, cannot come along to the launch without it.
check-mail-ok = Mail works: a mail server took an invitation { $at }.
check-mail-not = no mail server has taken an invitation yet, so nobody knows whether mail works.
check-own-host-ok = The letter’s own host name leads here.
check-own-host-elsewhere = the letter’s own host name leads to another address than this site’s, or to others as well.
check-own-host-nowhere = the letter’s own host name leads nowhere yet.
check-own-host-unclear = where the letter’s own host name leads could not be seen just now. Open this page again in a minute.
check-doctor-ok = The doctor’s last look at the server, { $at }, found nothing wrong.
check-doctor-never = nobody has had the server looked at yet. Whoever runs it types “undersigned doctor” there; it says how to mend what is wrong (docs/OPERATING.md, “Doctor”).
check-doctor-old = the doctor’s last look at the server, { $at }, is more than a week ago. Whoever runs it types “undersigned doctor” there (docs/OPERATING.md, “Doctor”).
check-doctor-wrong = { $some ->
    [one] the doctor’s last look at the server, { $at }, found one thing wrong: { $parts }. “undersigned doctor” tells whoever runs the server how to mend it (docs/OPERATING.md, “Doctor”).
   *[other] the doctor’s last look at the server, { $at }, found { $some } things wrong: { $parts }. “undersigned doctor” tells whoever runs the server how to mend them (docs/OPERATING.md, “Doctor”).
}
check-doctor-unchecked = the doctor’s last look at the server, { $at }, could not see: { $parts }. “undersigned doctor” tells whoever runs the server why (docs/OPERATING.md, “Doctor”).
doctor-database = database
doctor-record = record
doctor-keys = keys
doctor-disk = disk
doctor-backups = backups
doctor-clock = clock
doctor-name-servers = name servers
doctor-site = web site and TLS
doctor-mail-server = mail server
doctor-spf = SPF
doctor-dkim = DKIM
doctor-dmarc = DMARC
doctor-reverse-dns = reverse DNS
doctor-mx = mails that come back (MX)
doctor-test-mail = test mail
launch-missing-launched = The letter was launched already.
launch-missing-text = No text is released to be signed.
launch-missing-languages = A language that is offered lacks a released text.
launch-missing-recipients = There are no keys to the contacts.
launch-missing-tests = Not every key to the contacts is tested.
launch-missing-dates = The closing day or the retention date is missing.
launch-missing-closing = The closing day is over.
launch-missing-host = The record would bear another site’s name.
launch-missing-record = It may have been launched after this database was saved.
launch-missing-founders-key = Statements or logos of founders cannot be read: their key is missing or damaged on the server.
