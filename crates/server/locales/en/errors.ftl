# What can be wrong with a field, said so that it can be mended.

error-word = Error:
error-title = { $count ->
    [one] One thing needs another look
   *[other] { $count } things need another look
}
error-kept = Nothing was sent yet. What you typed is still here.
error-missing-kind = Please choose who signs.
error-missing-name = Please give the name.
error-missing-email = Please give an e-mail address: the signature is confirmed by mail.
error-missing-country = Please choose a country, or “Rather not say”.
error-missing-website = Please give the website.
error-missing-display = Please choose how you appear.
error-missing-contact-name = Please give your own name, so that the organizers know whom to ask.
error-missing-contact-role = Please say what your role there is.
error-missing-authority = Please tick that you may sign for it. If you may not, you are welcome to sign as a person.
error-too-long = “{ $field }” has room for { $most } characters. Please shorten it.
error-unprintable = “{ $field }” holds invisible characters that cannot be printed. Typing it anew, instead of pasting it, helps.
error-has-address = “{ $field }” cannot hold a web address. Please take it out; put a space after the full stop of an abbreviation.
error-not-an-email = This does not look like an e-mail address. One looks like name@example.org.
error-unknown-country = Please choose a country from the list.
error-not-a-website = This does not look like a website’s address. One looks like https://example.org.
error-unknown-choice = Please choose one of the answers offered for “{ $field }”.
error-not-a-name = “{ $field }” needs at least one letter.
error-taken = Another signature from the same address already has this name.
error-missing-show-mailbox = It would support an affiliation, and there is none. Give your affiliation, or leave the part after the @ out.
