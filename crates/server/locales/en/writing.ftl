# Where a letter is begun, set up, written and translated.

new-letter-title = A new letter
new-letter-what = Nobody but you can see it until you launch it. Everything here can be changed later, but for its word in addresses.
new-letter-for-ever = The word in addresses stays for ever: signatures, receipts and the public record bear it. The record will be called
new-letter-submit = Begin the letter

label-organizer = Organizer
label-slug = Word in addresses
hint-slug = 1 to 64 of a to z, digits and hyphens: “clean-rivers”.
label-lang = Language that it is written in first
hint-lang = Choose one from the list, or type its short form, like en, es, fr, ar or pt-BR. More languages can be added later.
label-title = Title
hint-title = At most 300 characters; the shorter the better.
label-to = To whom
hint-to = “To the leaders of the world’s governments”
label-from = From whom
hint-from = Who writes the letter, as it stands under the title.
label-description = In a sentence or two
hint-description = For search engines and for previews where the letter is shared.
label-id = Short name
label-brief = Demand in brief
label-place = Place
label-markdown = The letter
hint-markdown = Markdown: an empty line begins a paragraph, ### a heading, *stars* emphasize, [words](https://…) link. The heading of each demand ends in its short name, like: ### No back doors { "{#no-back-doors}" }
label-offered = Languages offered
label-add = One more language
hint-add = Choose one from the list, or type its short form, like de, sw or zh-Hant. Nothing adds none.
label-default = Main language
hint-default = Shown to readers whose own language is not offered. The others are translated from it.
label-closing = Last day for signing
hint-closing = The letter closes by itself at the end of that day (UTC). It stands in the public record.
label-retention = Day until which you keep signatories’ addresses
hint-retention = Everybody who signs is told. It stands in the public record.
label-name = Name
label-website = Website
label-contact = Where to write to
hint-contact = An e-mail address or a page; it is shown on the page about privacy.
label-privacy = Your own words about privacy
hint-privacy = Shown below what the site says by itself. An empty line begins a paragraph.
label-watched = Watched names
hint-watched = One a line. Spellings go with | between them; what is in quotes counts as a phrase.

wrong-missing = This is needed.
wrong-too-long = This is longer than { $number } characters.
wrong-unprintable = This has characters that do not show, or that turn the direction of what follows. Type it anew.
wrong-no-language = This is no language tag. It looks like en, pt-BR or zh-Hant.
wrong-not-offered = This language is not among those that are offered.
wrong-no-day = This is no day. It looks like 2028-12-31.
wrong-past = This day is over.
wrong-before-closing = This is before the last day for signing.
wrong-no-website = This is no web address. It looks like https://example.org.
wrong-names-nobody = Line { $number } names nobody.
wrong-no-slug = It takes 1 to 64 of a to z, digits and hyphens, and no hyphen at its ends.
wrong-taken = This word is taken on this server. Choose another.
wrong-bad-id = It takes 1 to 40 of a to z, digits and hyphens.
wrong-same-id = Another demand has this short name.
wrong-no-heading = No heading in the letter ends in this demand’s short name, in braces after a #.
wrong-has-address = This has a web address, and it is mailed. Say it without.
wrong-too-deep = Quotations, lists or emphasis stand in each other too deep. Thirty levels are the most.
wrong-too-much = This becomes too large a page. Take out repeated marks.

mistakes-kept = Nothing was saved yet. What you typed is still here.

settings-title = Settings
settings-saved = Saved.
settings-public = The letter has launched. Its languages and dates stand in the public record, and people signed what its organizers are called: these stay. Where to write to you, your words about privacy and the watched names can still be changed.
settings-newer = Somebody else saved meanwhile
settings-newer-what = What you typed stands in the form and is not saved yet. Below is what differs from what they saved. Change what you want, then save.
settings-newer-same = Nothing differs from what you typed.
settings-theirs = Saved meanwhile:
settings-empty = (nothing)
settings-organizers = Who runs the letter
settings-organizers-what = As readers see it on the page about privacy. Empty the fields of one to remove it; save to get room for one more.
settings-privacy = Privacy
settings-privacy-what = The page about privacy says in plain words what is kept, how, and until when. If you add nothing, that is all it says; you need not.
settings-watched-what = Whoever signs under one of these names, however it is spelled, waits until a moderator has looked. Name the people whom somebody would forge. A new letter begins with a list of people in public life: cut it down, and add your own.
settings-submit = Save

writing-demands = Demands
write-title = The letter in { $language }
write-saved = Saved as a version that you can go back to.
write-newer = { $who } saved meanwhile
write-newer-what = What you typed stands in the form and is not saved yet. Nothing of theirs is lost either: if you save, theirs stays a version to go back to.
write-newer-same = They wrote the same as you.
write-newer-changes = This is what saving would change in theirs:
write-unfinished = Everything is saved. This has to be mended before the text can be released to be signed.
write-preview = Preview
write-saved-at = Saved at { $time }
write-waiting = Saving …
write-offline = Not saved: the server does not answer. What you typed stays in this page, and is tried again.
write-stale = Somebody else saved meanwhile. Press “Save” to see both; nothing is lost.
write-long = Not saved: this is longer than a draft may be. What you typed stays in this page; shorten it and it is saved.
write-out = Not saved: you are signed out, or may not write here any more. Sign in in another window; this page tries again.
write-last = { $who }, { $at }
write-demands-what = Each in one sentence, shown beside the letter. Its short name is the same in every language and links it to its heading. Empty both to remove it; save to get room for more.
write-demands-translated = Each demand keeps the short name that it has in the source.
write-heading-mark = Its heading ends in
write-submit = Save
write-submit-over = Save mine

drift-title = The source and this translation differ
drift-what = Compare them, then save: that says the translation fits the source as it stands beside it now.
drift-missing = Demand “{ $demand }” is missing, or not whole: it needs its brief and its heading.
drift-extra = Demand “{ $demand }” is not in the source.
drift-moved = Demand “{ $demand }” stands in another place than in the source.
drift-changed = The source of demand “{ $demand }” has changed since this was translated.
drift-around = The source has changed outside the demands since this was translated.

versions-title = Versions
versions-of = Versions in { $language }
versions-what = A version is kept when somebody else goes on writing, after a pause of ten minutes, and whenever “Save” is pressed. Going back makes a new version; none is ever lost.
versions-same = They say the same.
versions-marks = <del>Struck out</del> is what went, <ins>underlined</ins> is what came.
versions-newest = (the newest)
versions-released = Released before anybody wrote here
versions-compare-newest = Compare with the newest
versions-compare-before = What it changed
versions-restore = Go back to it
versions-compared = From version { $from } to version { $to }
version-number = Version { $number }
wording-deleted = Deleted:
wording-inserted = Inserted:
wording-skipped = the same in both
wording-end = (end)

texts-title = Texts
texts-what = What the letter says, in each language. It is yours alone until it is released to be signed.
texts-language = Language
texts-state = State
texts-source = the others are translated from it
texts-add = Add or remove a language
texts-empty = Not begun.
texts-no-body = The letter itself is missing.
texts-mistakes = { $count ->
    [one] One thing has to be mended.
   *[other] { $count } things have to be mended.
}
texts-drift = { $count ->
    [one] One difference from the source.
   *[other] { $count } differences from the source.
}
texts-fit = Complete.
texts-progress = { $done } of { $due }

preview-word = Preview.
preview-what = This is how the text will look. It is not released, nobody else can see it, and nothing can be signed here.

trail-letter-made = began the letter
trail-letter-imported = brought the letter in from files
trail-letter-deleted = deleted the letter
trail-settings-changed = changed the settings
trail-text-saved = saved the text in
trail-text-restored = went back to an older version in
trail-translator-invited = made a translator’s link
trail-translator-ended = ended a translator’s link
trail-released = released texts to be signed
trail-logo-changed = changed the logo

release-title = Release
release-none = No text has been released yet: nobody can sign before one is.
release-newest = Version { $version } is what people sign.
release-done = Released. It can take a few seconds until readers see it.
release-unchanged = What is written here is that version.
release-lacks = Before what is written can be released to be signed:
release-what = Everything is there. Releasing makes this the text that people sign, in all its languages. Until somebody has signed it, it can be released anew.
release-what-public = Everything is there. Releasing makes this the next version: from then on people sign it. Whoever signed before stays under the version that they signed; the letter’s page says so, and so does the public record, for ever.
release-submit = Release this text to be signed
lack-text = The text in { $language } is not begun.
lack-mistakes = { $count ->
    [one] In { $language } one thing has to be mended.
   *[other] In { $language } { $count } things have to be mended.
}
lack-drift = { $count ->
    [one] In { $language } there is one difference from the source.
   *[other] In { $language } there are { $count } differences from the source.
}
lack-dates = The last day for signing, or the day until which you keep addresses, is over or missing.
lack-organizers = Nobody is named who runs the letter.
lack-closed = The letter is closed.
translators-title = Outside translators
translators-what = A private link lets somebody translate into one language without an account. They see the source and that language, and nothing else.
translators-until = The link works until { $until }
translators-unused = not used yet
translators-end = End the link
translators-submit = Make a link
translators-link = It is shown this once and works for 30 days. Whoever has it can write in that language; what they save stands in the trail as the translator’s.
refusal-translation = This translator’s link does not work any more
refusal-what-translation = It was ended, or is older than 30 days, or was cut short. Nothing of what was saved is lost. Ask whoever gave it to you for another.
trail-translator = translator of { $language }
trail-name = { $name }

logo-title = Logo
logo-what = Shown on the letter’s page, above who it is from.
logo-now = The logo now
logo-remove = Remove the logo
logo-file = A picture
logo-file-hint = PNG, JPEG or WebP, at most 2 MB. It is made anew and fitted; what the file says of who made it, where and with what is left out.
logo-submit = Use this picture
own-logo-what = If you like, a logo is shown with the signature, once a person has looked at it. It is no part of the record, and you can replace it or take it away at any time.
own-logo-picture = The logo as it will be shown
own-logo-waiting = It waits for a person to look at it. Nobody else sees it until then.
own-logo-approved = It was approved, and will be public with the letter.
own-logo-refused = The organizers will not show it. You can send another.
own-logo-shown = It is public.
own-logo-submit = Send this picture
own-logo-remove = Take the logo away
bad-logo-missing = No picture was chosen.
bad-logo-too-large = This file is larger than 2 MB.
bad-logo-svg = SVG is a drawing that can carry programs, and is not taken. Export it as a PNG.
bad-logo-unknown = This is no PNG, JPEG or WebP.
bad-logo-broken = This picture is damaged, was cut short, or has more than 5,000 pixels a side.

# What readers see of versions.
letter-newer-text = This text, version { $version }, takes the place of an older one since { $date }. Whoever signed before stands under the version that they signed:
form-superseded = The text has changed since you opened this page. Nothing was sent. Please read it once more; what you typed is kept below.
text-version-title = A version of the text
text-version-kicker = Version { $version }, signed since { $date }
text-version-superseded = Version { $newest } has taken its place. Who signed this one stands under it as it is here.
text-version-digest = Fingerprint of this text (SHA-256): <code class="hash" dir="ltr">{ $digest }</code>
text-version-changes = What the newest version changed
