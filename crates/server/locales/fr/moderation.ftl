# What waits for a moderator.

trail-approved = a approuvé
trail-rejected = a refusé
trail-signature-removed = a retiré une signature, entrée
trail-statement-approved = a publié une déclaration
trail-statement-rejected = a refusé une déclaration
trail-statement-featured = a mis une déclaration en avant
trail-statement-unfeatured = ne met plus en avant une déclaration

held-title = Signatures en attente
held-none = Rien n’est en attente.
held-unproven = Retenue : la boîte n’est pas au domaine de l’organisation.
held-watched = Retenue : elle nomme quelqu’un de la liste surveillée.
held-corrects = Elle corrige une signature existante.
held-since = En attente depuis { $at }.
held-marked = Toutes celles qui sont cochées
held-count = Signatures en attente : { $count }
moderation-approve = Approuver
moderation-reject = Refuser
moderation-reason = Motif
moderation-decided = Décidées : { $done }. N’étaient plus en attente, parce que quelqu’un d’autre a décidé ou qu’elles ont été reprises, ou parce que leur boîte porte déjà autant de signatures que permis : { $gone }.
statements-title = Déclarations en attente
statements-public = Déclarations publiques
statements-feature = Mettre sur la page de la lettre
statements-unfeature = Ôter de la page de la lettre
statements-count = Déclarations en attente : { $count }
removal-title = Retirer une signature
removal-what = Le nom disparaît aussitôt de toutes les pages. Ce qui reste pour toujours dans le registre ne contient aucun nom : l’entrée de la signature, et une entrée qui dit qu’elle a été retirée et pourquoi. Les copies faites par d’autres ne peuvent être rappelées.
removal-remove = Retirer définitivement
removal-entry = entrée { $index }
reason-forged = quelqu’un d’autre a signé de ce nom
reason-repeated = le même signataire avait déjà signé
reason-abusive = sert à insulter ou à faire de la publicité
reason-unlawful = la loi l’exige
reason-mistaken = enregistrée par erreur
