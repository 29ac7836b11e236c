# Pages des personnes qui organisent : entrer, leurs lettres, qui les porte, ce qui a été fait.

organize-nav = Pour l’organisation
organize-promise = Ces pages gardent un seul cookie, celui de la session ouverte, et ne chargent rien d’ailleurs. Les personnes qui lisent les lettres n’en reçoivent aucun.
organize-letters-title = Vos lettres
organize-letters-none = Aucune lettre n’est encore la vôtre. Quiconque en possède une peut vous y inviter.
organize-public-page = La page publique
organize-tasks = Ce qu’il y a à faire
tasks-launch = Jusqu’au lancement, pas à pas
tasks-signatures = Les signatures et la suite
organize-to-letters = Vers vos lettres
organize-sign-out = Se déconnecter
organize-at = { $date }, { $hour } UTC

stage-draft = En préparation : seules les personnes qui l’organisent la voient.
stage-open = Ouverte aux signatures.
stage-closed = Close.

role-owner = Responsable
role-editor = Rédaction
role-moderator = Modération
role-press = Presse
role-what-owner = peut tout faire et décide de ce que peuvent les autres.
role-what-editor = s’occupe des textes et des signataires fondateurs.
role-what-moderator = décide de ce qui attend d’être vérifié.
role-what-press = lit les chiffres et donne des aperçus à la presse.

people-title = Qui porte cette lettre
people-name = Nom
people-role = Rôle
people-role-of = Rôle de { $name }
people-change = Changer le rôle
people-remove = Retirer
people-link = Donner un nouveau lien
people-link-what = Quelqu’un a perdu toutes ses clés d’accès ? Donnez-lui un nouveau lien quand vous savez que c’est bien cette personne : il mène à une nouvelle clé, met fin à ses sessions ouvertes, et chaque responsable de ses lettres voit dans Ce qui a été fait que vous l’avez donné.
people-revoke = Révoquer
people-invited = Invitation en attente ; le lien fonctionne jusqu’au { $until }.
people-linked = A reçu un nouveau lien pour une clé d’accès ; il fonctionne jusqu’au { $until }.
roles-title = Ce que permet chaque rôle
invite-title = Inviter quelqu’un
invite-what = Le lien fonctionne une seule fois, pendant 48 heures, et la première personne qui l’ouvre entre.
invite-name = Son nom
invite-email = Son adresse électronique
invite-email-hint = Le lien y est envoyé. Sans adresse, il vous est montré pour que vous le remettiez.
invite-submit = Inviter
link-title = Un lien pour une personne
link-what = Remettez ceci à { $name } en confiance.
link-once = Il n’est montré que cette fois. Il fonctionne une seule fois, pendant 48 heures.
link-back = Retour à la lettre

sign-in-title = Se connecter
sign-in-what = Pour les personnes qui portent une lettre. Signer une lettre ne demande pas de compte.
sign-in-button = Se connecter avec une clé d’accès
sign-in-lost = Je n’ai plus de clé d’accès
fresh-title = Est-ce toujours vous ?
fresh-what = Ce que vous allez faire demande encore une fois votre clé d’accès.
fresh-button = Montrer ma clé et continuer
unsent-title = Pas encore enregistré
unsent-what = Votre session est terminée. Rien n’a été enregistré, et rien de ce que vous avez écrit n’est perdu : c’est sur cette page, et nulle part ailleurs. Laissez-la ouverte.
unsent-what-anew = Vous avez ouvert une autre session depuis que vous avez ouvert ce formulaire. Rien n’a encore été enregistré, et rien de ce que vous avez écrit n’est perdu : envoyez-le une fois de plus.
unsent-sign-in = Se connecter dans une autre fenêtre
unsent-then = Une fois connecté là-bas, revenez à cette page et envoyez-le.
unsent-typed = Ce que vous avez écrit
unsent-send = Envoyer de nouveau
recovery-title = Revenir avec un code de secours
recovery-what = Saisissez le code que vous avez imprimé. Il fonctionne une seule fois et mène à une nouvelle clé d’accès.
recovery-label = Code de secours
recovery-wrong = Ce code ne fonctionne pas ici. Chacun ne sert qu’une fois ; comparez-le à votre papier, lettre par lettre.
recovery-submit = Continuer
recovery-else = Pas de code non plus ? La personne qui administre ce serveur peut vous donner un nouveau lien.
deletion-title = Supprimer cette lettre
deletion-what = Tout ce qui est de cette lettre est supprimé, aussitôt et pour toujours, pour toutes les personnes qui la portent. Personne ne peut la faire revenir.
deletion-lost = Ce qui est perdu
deletion-lost-languages = { $count ->
    [one] Le texte dans une langue, avec ses versions antérieures
   *[other] Le texte dans { $count } langues, avec ses versions antérieures
}
deletion-lost-versions = { $count ->
    [one] Une version ouverte à la signature
   *[other] { $count } versions ouvertes à la signature
}
deletion-lost-founders = { $count ->
    [one] Un signataire fondateur de la liste ; son lien ne fonctionne plus, et personne ne le prévient
   *[other] { $count } signataires fondateurs de la liste ; leurs liens ne fonctionnent plus, et personne ne les prévient
}
deletion-lost-accepted = { $count ->
    [one] La signature d’un fondateur qui a accepté, avec son adresse
   *[other] Les signatures de { $count } fondateurs qui ont accepté, avec leurs adresses
}
deletion-lost-spreadsheets = { $count ->
    [one] Un tableau
   *[other] { $count } tableaux
}
deletion-lost-previews = { $count ->
    [one] Un lien d’aperçu
   *[other] { $count } liens d’aperçu
}
deletion-lost-keys = { $count ->
    [one] La moitié publique d’une clé, avec laquelle ses contacts sont scellés
   *[other] Les moitiés publiques de { $count } clés, avec lesquelles ses contacts sont scellés
}
deletion-lost-people = { $count ->
    [one] Le rôle d’une personne qui l’organise, et la liste de ce qui a été fait
   *[other] Les rôles de { $count } personnes qui l’organisent, et la liste de ce qui a été fait
}
deletion-left = La personne qui administre le serveur voit encore que vous l’avez supprimée, et son mot dans les adresses. Une sauvegarde du serveur la garde jusqu’à ce que la sauvegarde soit supprimée ; ses clés ne sont dans aucune. Une lettre lancée ne peut pas être supprimée.
deletion-word = Pour la supprimer, saisissez son mot dans les adresses : { $word }
deletion-wrong = Ce n’est pas { $word }. Rien n’a été supprimé.
deletion-button = La supprimer pour toujours

invitation-title = Vous êtes invité·e
invitation-letter = { $name }, vous êtes invité·e à porter la lettre { $title }.
invitation-server = { $name }, vous êtes invité·e à créer des lettres ici.
invitation-recovers = { $name }, ce lien vous donne une nouvelle clé d’accès. Toutes vos sessions encore ouvertes prennent fin.
invitation-as-myself = Accepter avec le compte connecté
invitation-or-new = Ou commencer un nouveau compte
invitation-button = Créer une clé d’accès et entrer
passkey-what = Une clé d’accès remplace le mot de passe. Elle reste dans votre téléphone, votre ordinateur ou une clé de sécurité, et s’ouvre avec le doigt, le visage ou son code. Il n’y a rien à retenir, et rien que l’on puisse voler à ce serveur.
passkey-name = Nom de la clé d’accès
passkey-name-hint = Pour la reconnaître plus tard : « Mon téléphone », « Clé bleue ».
new-passkey-title = Ajouter une clé d’accès
ceremony-failed = Cela n’a pas marché. L’opération a été annulée ou a trop duré, ou cette clé n’est pas d’ici. Vous pouvez réessayer ; en cas de nouvel échec, rechargez la page.
ceremony-missing = Ce navigateur n’a pas de clés d’accès. Firefox, Chrome, Edge et Safari actuels en ont, si l’adresse du site commence par https.
ceremony-no-script = Les clés d’accès demandent JavaScript, sur cette page seulement. Tout ce que font les personnes qui lisent et signent marche sans.
place-elsewhere = Les clés d’accès appartiennent à un nom, et cette page a été ouverte sous un autre. Ouvrez-la ici :
place-nowhere = Les clés d’accès appartiennent au nom d’un serveur, et celui-ci n’a qu’une adresse de réseau. La personne qui l’administre peut lui donner un nom.

account-title = Votre accès
account-passkeys = Clés d’accès
account-used = dernière utilisation : { $at }
account-rename = Renommer
account-code = Code de secours
account-code-none = Il n’y en a pas. Avec un code imprimé, vous pourrez revenir si toutes les clés sont perdues. Créez-en un maintenant et gardez-le avec vos papiers.
account-code-there = Il y en a un. Un nouveau prendrait sa place.
account-code-make = Créer un code de secours
account-sessions = Sessions ouvertes
account-sessions-what = Une session prend fin d’elle-même après douze heures sans usage, et dans tous les cas après quatorze jours.
account-this-session = (celle-ci)
account-session = depuis : { $begun } ; dernière utilisation : { $seen }
account-end-session = Y mettre fin
recovery-code-title = Votre code de secours
recovery-code-what = Imprimez cette page ou notez le code. Quiconque l’a peut entrer à votre place.
recovery-code-where = Il se saisit à l’adresse
recovery-code-once = Il n’est montré que cette fois. Un code créé auparavant ne fonctionne plus.

trail-title = Ce qui a été fait
trail-what = Chaque acte des personnes qui organisent cette lettre. Aucun signataire ni aucune adresse n’y est nommé.
trail-export = Le tout en tableau (CSV)
trail-when = Quand
trail-who = Qui
trail-did = Quoi
trail-operator = la personne qui administre le serveur
trail-pages = Plus ancien
trail-older = Précédents
trail-invited = a invité
trail-invitation-revoked = a révoqué le lien pour
trail-joined = a accepté une invitation
trail-role-changed = a changé un rôle
trail-removed = a retiré
trail-making-taken = a retiré le droit de créer des lettres à
trail-signed-in = s’est connecté·e
trail-signed-out = s’est déconnecté·e
trail-passkey-added = a ajouté une clé d’accès
trail-passkey-renamed = a renommé une clé d’accès
trail-passkey-removed = a retiré une clé d’accès
trail-recovery-code-made = a créé un code de secours
trail-recovery-code-used = a utilisé un code de secours
trail-recovered = a donné un nouveau lien à
trail-session-ended = a mis fin à une session
trail-trail-exported = a exporté cette liste
trail-part-text = { $value }
trail-part-name = { $value }
trail-part-key = { $value }
trail-part-letter = { $value }
trail-part-translator = par le lien de { $value }
trail-part-role = comme : { $value }
trail-part-from = avant : { $value }
trail-part-to = maintenant : { $value }
trail-part-number = nº { $value }
trail-part-rule = par la règle nº { $value }
trail-part-entry = entrée { $value }
trail-part-count = combien : { $value }
trail-part-version = version { $value }
trail-part-revision = retour à la version { $value }
trail-part-language = { $value }
trail-part-reason = motif : { $value }
trail-part-setting = { $value }
trail-part-how = { $value }
trail-setting-languages = langues proposées
trail-setting-default = langue de départ des traductions
trail-setting-closing = dernier jour pour signer
trail-setting-retention = jour jusqu’auquel les adresses sont gardées
trail-setting-organizers = qui la porte
trail-setting-contact = où écrire
trail-setting-privacy = mots sur la vie privée
trail-setting-watched = noms surveillés
trail-how-vouched = avec garantie
trail-how-taken-away = enlevé
trail-how-accepted = avec sa signature
trail-how-remove = retire ce qui est là
trail-how-approve = approuve ce qui attend
trail-how-reject = refuse ce qui attend

refusal-invitation = Ce lien ne fonctionne plus
refusal-what-invitation = Il ne sert qu’une fois, et pas longtemps. Si vous l’avez utilisé, connectez-vous avec la clé d’accès que vous avez créée. Sinon, demandez-en un autre à la personne qui vous a invité·e.
refusal-passkey = La clé d’accès n’a pas ouvert
refusal-what-passkey = Sa réponse est arrivée trop tard ou deux fois, ou elle n’appartient à personne qui organise ici. Rien n’a été fait. Revenez en arrière et réessayez.
refusal-foreign = Ceci ne vient pas de votre propre page
refusal-what-foreign = Le formulaire a été envoyé depuis un autre site, ou depuis une page d’une session terminée. Rien n’a été fait. Rechargez la page et renvoyez-le.
refusal-role = Votre rôle ne va pas jusque-là
refusal-what-role = Rien n’a été fait. Une personne responsable de la lettre peut le faire, ou changer votre rôle.
refusal-last-owner = Une lettre garde une personne responsable
refusal-what-last-owner = C’est la dernière. Nommez-en d’abord une autre.
refusal-reaches-further = Ce compte peut plus que le vôtre
refusal-what-reaches-further = Un nouveau lien ouvre tout ce que peut la personne qui le reçoit, ici et ailleurs sur ce serveur ; seul qui peut tout cela peut le donner. Rien n’a été fait. Retirez cette personne et invitez-la de nouveau, ou demandez à la personne qui administre le serveur.
refusal-last-passkey = C’est votre dernier moyen d’entrer
refusal-what-last-passkey = Ajoutez d’abord une autre clé d’accès ou créez un code de secours.
refusal-no-host-name = Ce serveur n’a pas de nom
refusal-what-no-host-name = Les clés d’accès appartiennent au nom d’un serveur, et celui-ci n’a qu’une adresse de réseau. La personne qui l’administre peut y remédier.
refusal-name = Ce nom ne peut pas servir
refusal-what-name = Il tient en une ligne de 80 caractères au plus, avec une lettre et sans adresse web. Rien n’a été fait. Revenez en arrière et saisissez-en un autre.
refusal-address = Ce n’est pas une adresse électronique
refusal-what-address = Rien n’a été fait. Revenez en arrière et saisissez-la de nouveau, comme nom@example.org, ou laissez-la vide et remettez le lien vous-même.

mail-invitation-sender = Invitations
mail-invitation-subject = Invitation
mail-invitation-first = { $by } invite { $name } à aider à porter une lettre ouverte sur { $host }. Si vous ne faites rien, rien ne se passe, et le lien cesse de fonctionner après { $hours } heures.
mail-invitation-open = Avec ce lien entre, une seule fois, la première personne qui l’ouvre :
mail-invitation-button = Ouvrir l’invitation
mail-invitation-not = Si vous ne connaissez personne de ce nom, effacez ce courriel. La lettre n’est pas nommée ici, à dessein.
