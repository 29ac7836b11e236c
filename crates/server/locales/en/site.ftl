# What stands around every page, and pages that are not a letter's.

skip-to-content = Skip to the content
demo-word = DEMONSTRATION.
demo-what = All names here are invented.
nav-languages = Languages
nav-footer = More about this letter and this site
nav-letters = All letters on this site
nav-letter = The letter
nav-roll = Who signed
nav-check = How to check the count
nav-privacy = Privacy in plain words
nav-texts = The letter’s languages
nav-source = Source and licence of this program
footer-promise = This site sets no cookies, loads nothing from anybody else, and works without scripts.

front-title = Open letters
front-none = There is no letter here yet.
front-read = Read the letter
front-what = Open letters that people, organizations and companies sign in public. Every count here can be checked by anyone.

languages-title = The letter’s languages
languages-lead = Each text says the same, and each signature names the very text that was shown. The letters and digits under a title are the text’s fingerprint (SHA-256), which the record holds too.
languages-digest = This is version { $version } of the letter.

refusal-unreadable = This request could not be read
refusal-what-unreadable = Something in it was cut short or garbled on its way. Nothing was stored. Going back and sending it again usually helps.
refusal-not-found = There is no such page
refusal-what-not-found = The address may be mistyped, or the page may have moved. If you were looking for a signature, it may have been withdrawn.
refusal-wrong-method = This page can only be read
refusal-what-wrong-method = What was sent to it was not stored. Please start from the letter.
refusal-expired = This link is too old
refusal-what-expired = It was not confirmed in time, so everything that had been typed was deleted and nothing was published. You can sign again, and a new link will come.
refusal-used = This link has done its work
refusal-what-used = The signature behind it was declined or withdrawn, and nothing of it is left here but the bare entry in the record, if there was one.
refusal-gone = This signature no longer counts
refusal-what-gone = It was withdrawn by whoever made it, or removed by the organizers. Who it was is deleted here. The record keeps the bare entry, so that everybody can see that the count went down, and why.
refusal-forged = This link leads nowhere
refusal-what-forged = It may have been cut short on its way: copy the whole address from the mail, to its very last character. If you no longer have the mail, sign again with the same address, and a fresh link will come.
refusal-closed = This letter is closed
refusal-what-closed = It takes no more signatures. You can still read it and check its count.
refusal-too-many = An address can carry three signatures
refusal-what-too-many = Three people have signed with this address already, which is as many as one mailbox may carry. Use another address, or withdraw one of the three through its private link.
refusal-too-large = That was more than a form can hold
refusal-what-too-large = Nothing was stored. Please shorten the statement or the note, and send it again.
refusal-wrong-type = This is not how the form is sent
refusal-what-wrong-type = Nothing was stored. Please use the form on the letter’s page.
refusal-wrong-host = This site has another name
refusal-what-wrong-host = You reached this server under a name that is not its own, and it shows nothing under another. The page you asked for may be at the right one.
refusal-too-often = Ten corrections are what a day has room for
refusal-what-too-often = This signature was corrected ten times within a day. What it shows now stays, and this correction was not stored. Please come back when a day has passed. Hiding the name and withdrawing are possible at any time.
refusal-broken = The mistake is ours
refusal-what-broken = Something went wrong on this server, and whoever runs it has been told. Please try again in a few minutes.
refusal-read-only = Nothing can be signed just now
refusal-what-read-only = The letter’s text can be read. Signatures, names, receipts and the record are not to be had until the server has been looked after, and its figures may be old until then. A receipt that you have saved stays valid. Please come back later.
refusal-to-letter = Back to the letter
refusal-to-form = To the form
refusal-to-front = To the letters on this site
refusal-to-right-host = Open this page at { $host }

catcher-title = Caught mails
catcher-lead = This demonstration sends no mail. What it would have sent is kept here, in memory, until it stops.
catcher-none = No mail yet. Sign the letter, and the first one will be here.
catcher-to = To
catcher-open = Open the mail’s link
catcher-text = The mail’s text
