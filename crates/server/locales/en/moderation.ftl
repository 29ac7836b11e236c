# What waits for a moderator.

trail-approved = let through
trail-rejected = turned down
trail-signature-removed = removed a signature, entry
trail-statement-approved = published a statement
trail-statement-rejected = turned a statement down
trail-statement-featured = put a statement on the page
trail-statement-unfeatured = took a statement off the page
