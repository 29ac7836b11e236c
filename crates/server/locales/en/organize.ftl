# Organizers' pages: getting in, one's letters, who runs them, what was done.

organize-nav = For organizers
organize-promise = These pages keep one cookie, for the session of who is signed in, and load nothing from anybody else. Readers of letters get none.
organize-letters-title = Your letters
organize-letters-none = No letter is yours yet. Whoever owns one can invite you to it.
organize-public-page = The public page
organize-tasks = What there is to do
tasks-launch = To the launch, step by step
tasks-signatures = Signatures, and what comes of them
organize-to-letters = To your letters
organize-sign-out = Sign out
organize-at = { $date }, { $hour } UTC

stage-draft = In preparation: nobody but its organizers can see it.
stage-open = Open for signatures.
stage-closed = Closed.

role-owner = Owner
role-editor = Editor
role-moderator = Moderator
role-press = Press
role-what-owner = may do everything, and decides who else may do what.
role-what-editor = looks after the texts and the founding signatories.
role-what-moderator = decides what waits to be checked.
role-what-press = reads the figures, and gives previews to the press.

people-title = Who runs this letter
people-name = Name
people-role = Role
people-role-of = Role of { $name }
people-change = Change role
people-remove = Remove
people-link = Give a new link
people-link-what = Somebody has lost every passkey? Give a new link to whoever it is, once you know it is they: it leads to a new passkey, ends their open sessions, and every owner of their letters sees in What was done that you gave it.
people-revoke = Revoke
people-invited = Invited; the link works until { $until }.
people-linked = Was given a new link for a passkey; it works until { $until }.
roles-title = What each role may do
invite-title = Invite somebody
invite-what = The link works once, for 48 hours, and whoever opens it first is in.
invite-name = Their name
invite-email = Their e-mail
invite-email-hint = The link is mailed there. Without an address it is shown to you, to be handed over.
invite-submit = Invite
link-title = A link for one person
link-what = Hand this to { $name } in confidence.
link-once = It is shown this once. It works once, for 48 hours.
link-back = Back to the letter

sign-in-title = Sign in
sign-in-what = For the people who run a letter. Signing a letter needs no account.
sign-in-button = Sign in with a passkey
sign-in-lost = I have no passkey any more
fresh-title = Is it still you?
fresh-what = What you are about to do needs your passkey once more.
fresh-button = Show my passkey and go on
unsent-title = Not saved yet
unsent-what = You are not signed in any more. Nothing was saved, and nothing of what you typed is lost: it is on this page, and nowhere else. Leave it open.
unsent-what-anew = You have signed in anew since you opened this form. Nothing was saved yet, and nothing of what you typed is lost: send it once more.
unsent-sign-in = Sign in, in another window
unsent-then = When you have signed in there, come back to this page and send it.
unsent-typed = What you typed
unsent-send = Send it again
recovery-title = Back in with a recovery code
recovery-what = Type the code that you printed. It works once, and leads to a new passkey.
recovery-label = Recovery code
recovery-wrong = This is not a code that works here. Each works once; compare it with your print, letter by letter.
recovery-submit = Go on
recovery-else = No code either? Whoever runs this server can give you a new link.
deletion-title = Delete this letter
deletion-what = Everything of this letter is deleted, at once and for ever, for everybody who runs it. Nobody can bring it back.
deletion-lost = What is lost
deletion-lost-languages = { $count ->
    [one] The text in one language, with its older versions
   *[other] The text in { $count } languages, with its older versions
}
deletion-lost-versions = { $count ->
    [one] One version that was released to be signed
   *[other] { $count } versions that were released to be signed
}
deletion-lost-founders = { $count ->
    [one] One founding signatory on the list; their link stops working, and nobody tells them
   *[other] { $count } founding signatories on the list; their links stop working, and nobody tells them
}
deletion-lost-accepted = { $count ->
    [one] The signature of one founder who has accepted, with their address
   *[other] The signatures of { $count } founders who have accepted, with their addresses
}
deletion-lost-spreadsheets = { $count ->
    [one] One spreadsheet
   *[other] { $count } spreadsheets
}
deletion-lost-previews = { $count ->
    [one] One preview link
   *[other] { $count } preview links
}
deletion-lost-keys = { $count ->
    [one] The public half of one key, which its contacts are sealed to
   *[other] The public halves of { $count } keys, which its contacts are sealed to
}
deletion-lost-people = { $count ->
    [one] The role of one organizer, and the list of what was done
   *[other] The roles of { $count } organizers, and the list of what was done
}
deletion-left = Whoever runs the server still sees that you deleted it, and its word in addresses. A backup of the server has it until the backup is deleted; its keys are in no backup. A letter that has launched cannot be deleted.
deletion-word = To delete it, type its word in addresses: { $word }
deletion-wrong = This is not { $word }. Nothing was deleted.
deletion-button = Delete it for ever

invitation-title = You are invited
invitation-letter = { $name }, you are invited to run the letter { $title }.
invitation-server = { $name }, you are invited to make letters here.
invitation-recovers = { $name }, this link gives you a new passkey. Every session of yours that is still open ends with it.
invitation-as-myself = Accept with the account that is signed in
invitation-or-new = Or begin a new account
invitation-button = Make a passkey and come in
passkey-what = A passkey takes the place of a password. It stays in your phone, your computer or a security key, and opens with your finger, your face or its code. There is nothing to remember, and nothing that anybody could steal from this server.
passkey-name = Name of the passkey
passkey-name-hint = So that you know it later: “My phone”, “Blue key”.
new-passkey-title = Add a passkey
ceremony-failed = That did not work. Either it was cancelled or took too long, or this passkey does not belong here. You can try again; if it fails once more, load the page anew.
ceremony-missing = This browser has no passkeys. A current Firefox, Chrome, Edge or Safari has them, where the site’s address begins with https.
ceremony-no-script = Passkeys need JavaScript, for this page alone. Everything that readers and signatories do works without.
place-elsewhere = Passkeys belong to a name, and this page was opened under another. Open it here:
place-nowhere = Passkeys belong to a host’s name, and this server has only a network address. Whoever runs it can give it a name.

account-title = Your access
account-passkeys = Passkeys
account-used = last used { $at }
account-rename = Rename
account-code = Recovery code
account-code-none = There is none. With a printed code you get back in when every passkey is lost. Make one now, and keep it where you keep papers.
account-code-there = There is one. A new one takes its place.
account-code-make = Make a recovery code
account-sessions = Open sessions
account-sessions-what = A session ends by itself after twelve hours without use, and after fourteen days in any case.
account-this-session = (this one)
account-session = since { $begun }, last used { $seen }
account-end-session = End it
recovery-code-title = Your recovery code
recovery-code-what = Print this page or write the code down. Whoever has it can get in as you.
recovery-code-where = It is typed in at
recovery-code-once = It is shown this once. A code made before does not work any more.

trail-title = What was done
trail-what = Every act of this letter’s organizers. It names no signatory and no address.
trail-export = Everything as a table (CSV)
trail-when = When
trail-who = Who
trail-did = What
trail-operator = whoever runs the server
trail-pages = Further back
trail-older = Older
trail-invited = invited
trail-invitation-revoked = revoked the link for
trail-joined = accepted an invitation
trail-role-changed = changed a role
trail-removed = removed
trail-making-taken = took the right to make letters from
trail-signed-in = signed in
trail-signed-out = signed out
trail-passkey-added = added a passkey
trail-passkey-renamed = renamed a passkey
trail-passkey-removed = removed a passkey
trail-recovery-code-made = made a recovery code
trail-recovery-code-used = used a recovery code
trail-recovered = gave a new link to
trail-session-ended = ended a session
trail-trail-exported = exported this list
trail-part-text = { $value }
trail-part-name = { $value }
trail-part-key = { $value }
trail-part-letter = { $value }
trail-part-translator = by the link of { $value }
trail-part-role = as: { $value }
trail-part-from = before: { $value }
trail-part-to = now: { $value }
trail-part-number = no. { $value }
trail-part-rule = by rule no. { $value }
trail-part-entry = entry { $value }
trail-part-count = how many: { $value }
trail-part-version = version { $value }
trail-part-revision = back to version { $value }
trail-part-language = { $value }
trail-part-reason = reason: { $value }
trail-part-setting = { $value }
trail-part-how = { $value }
trail-setting-languages = languages offered
trail-setting-default = language that is translated from
trail-setting-closing = last day for signing
trail-setting-retention = day until which addresses are kept
trail-setting-organizers = who runs it
trail-setting-contact = where to write to
trail-setting-privacy = words about privacy
trail-setting-watched = watched names
trail-how-vouched = vouched for
trail-how-taken-away = taken away
trail-how-accepted = with the signature
trail-how-remove = removes what stands
trail-how-approve = approves what waits
trail-how-reject = rejects what waits

refusal-invitation = This link does not work any more
refusal-what-invitation = It works once, and not for long. If you used it, sign in with the passkey that you made. Otherwise ask whoever invited you for another.
refusal-passkey = The passkey did not open this
refusal-what-passkey = Its answer came too late or twice, or it belongs to no organizer here. Nothing was done. Go back and try again.
refusal-foreign = This did not come from your own page
refusal-what-foreign = The form was sent from another site, or from a page of a session that is over. Nothing was done. Load the page anew and send it again.
refusal-role = Your role does not go so far
refusal-what-role = Nothing was done. An owner of the letter can do it, or change your role.
refusal-last-owner = A letter keeps an owner
refusal-what-last-owner = This is its last one. Make somebody else an owner first.
refusal-reaches-further = This account can do more than yours
refusal-what-reaches-further = A new link opens everything that its holder may do, here and elsewhere on this server, so only who may do all of that can give it. Nothing was done. Remove this person and invite them anew, or ask whoever runs the server.
refusal-last-passkey = This is your last way in
refusal-what-last-passkey = Add another passkey or make a recovery code first.
refusal-no-host-name = This server has no name
refusal-what-no-host-name = Passkeys belong to a host’s name, and the server is set up with a network address alone. Whoever runs it can change that.
refusal-name = This name cannot be used
refusal-what-name = It takes one line of at most 80 characters, with a letter in it and no web address. Nothing was done. Go back and type another.
refusal-address = This is not an e-mail address
refusal-what-address = Nothing was done. Go back and type it again, like name@example.org, or leave it empty and hand the link over yourself.

mail-invitation-sender = Invitations
mail-invitation-subject = Invitation
mail-invitation-first = { $by } invites { $name } to help run an open letter at { $host }. If you do nothing, nothing happens, and the link stops working after { $hours } hours.
mail-invitation-open = This link lets whoever opens it first come in, once:
mail-invitation-button = Open the invitation
mail-invitation-not = If you know nobody of that name, delete this mail. The letter is not named here on purpose.
