# What waits for a moderator.

trail-approved = let through
trail-rejected = turned down
trail-signature-removed = removed a signature, entry
trail-statement-approved = published a statement
trail-statement-rejected = turned a statement down
trail-statement-featured = put a statement on the page
trail-statement-unfeatured = took a statement off the page

held-title = Signatures that wait
held-none = Nothing waits.
held-unproven = Held: the mailbox is not at the organization’s own domain.
held-watched = Held: it names somebody on the watch list.
held-corrects = It corrects a signature that stands.
held-since = Waits since { $at }.
held-marked = All that are marked
held-count = Signatures that wait: { $count }
moderation-approve = Approve
moderation-reject = Reject
moderation-reason = Reason
moderation-decided = Decided: { $done }. Not waiting any more, because somebody else decided or it was taken back, or because its mailbox carries as many signatures as it may: { $gone }.
statements-title = Statements that wait
statements-public = Public statements
statements-feature = Put on the letter’s page
statements-unfeature = Take off the letter’s page
statements-count = Statements that wait: { $count }
removal-title = Remove a signature
removal-what = The name goes from every page at once. What stays in the record for ever has no name in it: the entry of the signature, and an entry that says that it was removed and why. Copies that others made cannot be called back.
removal-remove = Remove for good
removal-entry = entry { $index }
reason-forged = somebody else signed in that name
reason-repeated = the same signatory signed before
reason-abusive = used to insult or to advertise
reason-unlawful = the law demands it
reason-mistaken = recorded by mistake
