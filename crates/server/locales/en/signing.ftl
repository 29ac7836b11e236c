# What happens after the form: mail, confirmation, the private page.

sent-title = Now check your mail
sent-lead = One step is left. Nothing is public until you take it.
sent-step-mail = A mail is on its way to the address you gave. It comes from { $from }.
sent-step-open = Open the link in it. You will see exactly what the public would see.
sent-step-press = Press “Confirm”. That is your signature.
sent-nothing = { $hours ->
    [one] If you do nothing, everything you typed is deleted within one hour, and nothing is published.
   *[other] If you do nothing, everything you typed is deleted within { $hours } hours, and nothing is published.
}
sent-demo = No mail leaves this demonstration.
sent-demo-link = Read the caught mail
sent-late = If the mail is late
sent-late-wait = Some mail servers make a stranger’s mail wait for a quarter of an hour.
sent-late-spam = Look among unwanted mail for the sender named above.
sent-late-typo = Was there a slip in the address? Then the mail cannot reach you:
sent-late-again = sign again with the right one.
sent-late-same = If you have signed before, the mail brings a fresh link to your signature instead.

confirm-title = Is this your signature?
confirm-lead = Somebody, we hope you, signed with this mailbox. Please look at it once more.
confirm-public = What will be public
confirm-updates-yes = You also asked for the organizers’ news about this letter.
confirm-updates-no = You asked for no news, and none will be sent.
confirm-yes = Confirm
confirm-no = It wasn’t me
confirm-nothing = If you do neither by { $date }, { $hour } UTC, everything that was typed is deleted.

confirmed-title = Your signature is confirmed
standing-soon = Thank you. The record takes your signature within seconds.
standing-recorded = Thank you. Your signature is in the record.
standing-held = Thank you. Your signature may be checked first, and is not public until then.
confirmed-see = You can see it here:
confirmed-entry = entry { $index } of the record
confirmed-manage-title = Keep the mail
confirmed-manage = Its link is yours alone. From now on it opens the page where you can correct your signature, hide your name, withdraw, or fetch your receipt.
confirmed-manage-held = Its link is yours alone. Once your signature is public, it opens the page where you can correct it, hide your name, withdraw, or fetch your receipt.
confirmed-manage-link = Open that page

receipt-title = Your receipt
receipt-what = A small file that proves, without us, that your signature is in the record and was never altered.
receipt-warning = It holds what you chose to show in public, your name too. If carrying that is a danger to you, take the one without a name, or none.
receipt-with = Download the receipt
receipt-without = Receipt without a name

declined-title = Thank you for telling us
declined-lead = What was typed has been deleted, and nothing is published.
declined-quiet = { $days ->
    [one] No mail about this letter will be sent to your address for a day.
   *[other] No mail about this letter will be sent to your address for { $days } days.
}

manage-title = Your signature
manage-private = This page is yours alone. Whoever has its address can change your signature, so please do not pass it on.
manage-correction-held = A correction of yours waits to be checked. Until then your signature shows what it showed before.
manage-public = What the public sees
change-corrected = Your correction was accepted; the record takes it within seconds.
change-correction-held = Your correction was accepted, and may be checked before it is public.
change-hidden = Your name is hidden. You count as before.
change-stands = Your signature was confirmed before, so it still stands. If it wasn’t you, or you changed your mind, withdraw it at the end of this page.
change-no-news = You will get no more news about this letter.
hide-title = Hide your name
hide-what = Your name, title, affiliation and the domain of your mailbox go from every page here at once, and are deleted. Your signature counts as before.
hide-submit = Hide my name
correct-title = Correct it
correct-what = Change what the public sees. The record keeps that it was corrected, and when.
correct-submit = Save the correction
news-title = News about the letter
news-what = If you asked for news when you signed, you can stop it here. Your signature stays.
news-submit = Send me no news
withdraw-title = Withdraw
withdraw-what = Your name goes from every page here, your sealed address is deleted, and your signature is no longer counted. The record keeps that a signature was given and withdrawn, without a name.
withdraw-submit = Withdraw my signature
withdraw-sure = Yes, withdraw my signature
withdrawn-title = Your signature is withdrawn
withdrawn-lead = Your name and your sealed address are deleted, and you are no longer counted.
withdrawn-stays = The record keeps, without a name, that a signature was given and withdrawn. Copies that others made before cannot be called back.
withdrawn-again = Should you change your mind:
withdrawn-again-link = the form is still there.

fact-name = Name
fact-title = Title
fact-affiliation = Affiliation
fact-website = Website
fact-kind = Signs as
fact-country = Country
fact-level = Level of proof
fact-statement = Statement
fact-statement-read-first = Public once an organizer has read it.
fact-hour = Signed
fact-entry = Entry in the record
fact-text = Text that was shown

fact-mailbox = Mailbox at
confirm-kept-back = You asked to show the part of your address after the @. It is not shown: anybody can get a mailbox there, so it would say nothing about your affiliation.
correct-show-mailbox = If you take this away, it can be shown again only by signing anew: nobody here knows your address.
questions-title = The organizers ask you
questions-what = Before they decide about your signature, the organizers of the letter would like to know this. If you don’t answer, they decide without.
questions-hint = Only the organizers read it. It is encrypted, and deleted as soon as they have decided.
questions-submit = Send the answer
questions-again = Send it anew
questions-kept = Your answer is with the organizers. You can send it anew until they decide.
question-asked-on = Asked on { $date }
question-person = Are you who you say you are? Please name a page that others keep, such as your employer’s, where you can be found by this name.
question-namesake = Somebody well known has this name. Is that you, or do you have the same name?
question-authority = May you sign for the organization? Please say who can confirm it, and where its own pages say how to reach them.
question-affiliation = What ties you to the affiliation that you gave?
question-twice = It seems that you signed more than once. Which signature should stay?
form-answer = Your answer
error-missing-answer = The answer is empty. Write something, or leave the question as it is.
