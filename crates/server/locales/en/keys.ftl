# Keys to a letter's contacts, and the contacts themselves.

keys-title = Keys to the contacts
keys-what = Whoever signs leaves an address. The server locks each away on arrival and cannot unlock it again. Only who holds a key can.
keys-lost = If all keys of a letter are lost, nobody can ever read its contacts: not you, not whoever runs the server, not we who wrote the program. So have two, with two people, in two places.
keys-who = Who can open the contacts
keys-none = Nobody yet. The letter can launch only when somebody can, and has shown it.
keys-one = There is one key. If it is lost, so are all the contacts: add another, for somebody else.
keys-unnamed = From the server’s settings
keys-tested = Tested on { $at }
keys-untested = Not tested yet: the letter can’t launch before.
keys-remove = Remove
keys-sealed = Contacts that are sealed already: { $count }. They stay sealed to the keys that were there when they came. Don’t throw a key away because it was removed here.
keys-elsewhere = { $count ->
    [one] One founder accepted while the keys were others than these.
   *[other] { $count } founders accepted while the keys were others than these.
}
keys-elsewhere-what = Their contacts stay sealed to those keys. No mail can go out from here: the server gave their addresses up when it sealed them. Ask them yourselves to open their links, give their addresses once more and save; whoever has lost the link gets one that you hand over. Their answers stand in any case. Until they have, keep the old keys.
keys-elsewhere-who = See who
keys-launched = The letter has launched. Its keys stand in its record, and stay as they are.

keys-add-title = Add a key
keys-make-what = This browser makes the key. The key itself never leaves it: only the public half is sent, which can lock and not unlock.
keys-make-trust = You trust this page, which the server sends, while the key is made and tested. Where that is too much, make it with the desk as a saved page, or with undersigned-desk, and paste the public half below.
keys-name = Whose key
keys-name-hint = A person or a place: “Ana”, “Office safe”.
keys-make = Make the key
keys-unable = This browser is too old to make keys. Firefox 102, Chrome 80, Edge 80 and Safari 15 or newer can.
keys-keep-title = Now keep it
keys-keep-what = Do both. The key is shown nowhere on this page, and it is gone when you leave it.
keys-save = Save the key as a file
keys-print = Print it
keys-proof = Its last six characters
keys-proof-hint = Look them up in the saved file or on the print, so that it is certain that you have it.
keys-unproven = The key ends otherwise. Look once more, in the file or on the print.
keys-add-made = I have kept it: add its public half
keys-paper-title = A key to the contacts of an open letter
keys-paper-what = Whoever has this paper can read every contact that is sealed to it. If all keys of the letter are lost, nobody ever can. Keep it where you keep deeds, not near a computer, and in no photograph.
keys-paper-identity = The key
keys-paper-recipient = Its public half, which is no secret
keys-type-title = I have a key already
keys-type-what = From undersigned-desk, age-keygen or the desk’s page. Only the public half belongs here.
keys-recipient = Public half
keys-recipient-hint = It begins with age1 and has 62 characters.
keys-secret-here = That was a key itself, and not its public half. It was not sent. Paste what begins with age1.
keys-add = Add the key

keys-test-title = Test the keys
keys-test-what = For each key the server has sealed a code that only this key opens. Whoever brings it back has shown that the key works, now and not in a year.
keys-test-file = The key’s file
keys-test-file-hint = It is read in this browser, and not sent.
keys-test-opened = The key works. It belongs to
keys-test-opened-code = Its code is
keys-test-code = Code
keys-test-code-hint = From the desk, or filled in when the file has opened its test contact.
keys-test-send = Bring the code back
keys-test-download = Download the test contacts
keys-test-desk = Without loading a key here: open that file with the desk, or with undersigned-desk contacts test, and type the code.
keys-open-locked = The file is locked with a passphrase. Unlock it first, with age: age -d -o unlocked.txt, then the file’s name.
keys-open-damaged = The key in that file is damaged: cut short, or changed by a character or more. Take the other copy, or compare it with the print.
keys-open-none = That is no file of a key. It has a line that begins with AGE-SECRET-KEY-1.
keys-open-stranger = That key is none of those above. Its public half is
keys-open-shut = The key fits, and its test contact did not open. Load the page anew; if it happens again, remove the key and add it once more.

keys-wrong-name = The name takes one line of at most 80 characters, with a letter in it and no web address.
keys-wrong-secret = That was a key itself (AGE-SECRET-KEY-…), not its public half. It has reached the server and is a secret no more: throw it away, and make another.
keys-wrong-recipient = That is no public half of a key. It begins with age1 and has 62 characters; copy it whole.
keys-wrong-known = This key is there already.
keys-wrong-many = There are as many keys as a letter can have. Remove one first.
keys-wrong-launched = The letter has launched. Nothing was changed.
keys-wrong-code = No test contact of this letter held that code. Copy it whole, with its dashes.

contacts-title = Contacts
contacts-what = The contacts of everybody who signed, each locked with the letter’s keys. The file is as locked as the server’s own copy.
contacts-count = Contacts to export: { $count }
contacts-kept-until = They are kept until { $date }, as everybody was told who signed; then the server deletes them. Take along what you may still need.
contacts-over = They were kept until { $date }, as everybody was told who signed, and are deleted.
contacts-draft = They come once the letter has launched.
contacts-unlock = Show my passkey first
contacts-download = Download the contacts, locked
contacts-desk-title = Open them
contacts-desk-what = The desk is a page that needs no network. Save it, take it and the contacts to the computer where your key is, and open it there.
contacts-desk-save = Save the desk’s page
contacts-desk-open = Look at it here
contacts-desk-digest = SHA-256 of the page. Compare it with the one that is published with the program’s source, not with this.
contacts-program = Or use the program undersigned-desk, or age itself.
contacts-keys = Who can open them

trail-recipient-added = added a key
trail-recipient-removed = removed a key
trail-recipient-tested = tested a key
trail-contacts-deleted = deleted the contacts, whose last day was over
trail-contacts-exported = exported the contacts
