# What waits for a moderator.

trail-approved = a approuvé
trail-rejected = a refusé
trail-signature-removed = a retiré une signature, entrée
trail-statement-approved = a publié une déclaration
trail-statement-rejected = a refusé une déclaration
trail-statement-featured = a mis une déclaration en avant
trail-statement-unfeatured = ne met plus en avant une déclaration
