# Mails. Subjects and first lines show on locked screens: those to individuals do not name the letter.

mail-sender = Confirmations
mail-confirm-subject = Please confirm, or ignore
mail-confirm-subject-body = Please confirm the signature under “{ $title }”
mail-confirm-first = Somebody, we hope you, typed this address into a form at { $host }. If you do nothing, nothing is published, and everything that was typed is deleted within { $hours } hours.
mail-confirm-open = If it was you, open this page, look at what will be public, and press “Confirm”:
mail-confirm-button = Look and confirm
mail-confirm-not = If it wasn’t you, press “It wasn’t me” on the same page. It deletes what was typed, and no such mail about this letter follows for 30 days.
mail-letter = It is about the open letter “{ $title }”, by { $from }.
mail-public = What would be public
mail-fact = { $label }: { $value }
mail-keep = Keep this mail. Once you have confirmed, the same link corrects, hides or withdraws your signature.
mail-link-subject = Your link
mail-link-subject-body = The link to the signature under “{ $title }”
mail-link-first = Somebody, we hope you, typed this address into a form at { $host } once more. If you do nothing, nothing changes.
mail-link-open = You have already signed, and your signature stands. This private link corrects, hides or withdraws it, and has your receipt:
mail-link-button = Open my signature
mail-link-not = If it wasn’t you: whoever typed your address has learnt nothing from it.
mail-key = The record’s public key, to compare with the one on the site:
mail-private = The link is yours alone. Please do not pass it on.
