# Signataires fondateurs avant le lancement : la liste, ses feuilles de calcul, les invitations et leurs réponses.

founders-title = Signataires fondateurs
founders-lead = Ceux que vous souhaitez voir parmi les signataires quand la lettre deviendra publique. Chacun reçoit une invitation confidentielle, avec un lien à lui : par courriel, ou de votre main s’il n’y a pas d’adresse.
founders-launched = La lettre est lancée. Qui a accepté figure dans sa liste ; les noms et adresses des autres sont effacés.
founders-missing-text = Personne ne peut encore être invité : aucun texte n’a été mis à la signature.
founders-missing-recipients = Personne ne peut encore être invité : la lettre n’a pas de clés des contacts.
founders-missing-tests = Personne ne peut encore être invité : les clés des contacts ne sont pas toutes essayées, et des contacts pourraient être scellés pour une clé perdue.
founders-key-lost = Les noms et adresses des fondateurs de cette lettre ne peuvent être lus : la clé sous laquelle ils se trouvent manque ou est abîmée sur le serveur. En attendant, personne n’est invité ni ajouté, et les liens des fondateurs disent qu’ils ne peuvent s’ouvrir pour l’instant. Aucune réponse n’est perdue. Prévenez la personne qui gère le serveur : « undersigned doctor » dit quel fichier remettre. S’il n’en existe pas de copie, retirez de la liste ceux qui n’ont pas accepté, et ajoutez-les de nouveau.
board-title = Où l’on en est
board-what = « Lien ouvert » dit que quelqu’un a ouvert le lien, l’invité ou un filtre de courrier ; rien dans le message ne rapporte quoi que ce soit. « Lien remis » compte ceux pour qui un organisateur a créé un lien.
board-who = Qui
board-listed = Pas encore invités
board-invited = Invités
board-handed = Lien remis
board-visited = Lien ouvert
board-held = À décider
board-accepted = Acceptés
board-declined = Refus
board-bounced = Courriel rejeté
board-silent = Pas encore de réponse
board-all = Tous
board-countries = Par pays
board-map-what = Là où l’on a accepté. Le tableau donne les mêmes chiffres, et davantage.
founders-ask = Inviter et relancer
founders-ask-what = Les invitations partent dans la langue de chacun et donnent votre nom, pas celui de la lettre. Une relance part au plus tôt trois jours après le dernier message, trois fois en tout.
founders-unaddressed = { $count ->
    [one] L’un d’eux n’a pas d’adresse et ne reçoit pas de courriel : créez un lien et remettez-le vous-même.
   *[other] { $count } n’ont pas d’adresse et ne reçoivent pas de courriel : créez un lien pour chacun et remettez-le vous-même.
}
founders-unaddressed-who = Voir qui
founders-no-address = sans adresse
founders-other-keys = scellés pour d’autres clés
founders-earlier-text = sous un texte antérieur
founders-earlier = { $count ->
    [one] Un signataire fondateur a accepté une version du texte antérieure à celle qui serait publiée.
   *[other] { $count } signataires fondateurs ont accepté une version du texte antérieure à celle qui serait publiée.
}
founders-earlier-what = Ils figurent sous ce qu’ils ont lu. Aucun courriel ne peut leur être envoyé d’ici, car leur adresse est scellée : demandez-leur vous-même. Leur lien montre le texte le plus récent, et qui y enregistre ses indications figure sous celui-ci.
founders-held = { $count ->
    [one] Une acceptation attend votre décision, et ne compte pas d’ici là : le nom est un autre que celui de la liste, ou figure sur la liste de surveillance.
   *[other] { $count } acceptations attendent votre décision, et ne comptent pas d’ici là : les noms sont d’autres que ceux de la liste, ou figurent sur la liste de surveillance.
}
founders-held-what = « C’est juste » prend la réponse telle quelle. « Demander à nouveau » l’écarte et revient au nom de votre liste : envoyez un rappel, ou créez un lien à remettre.
founders-undecided-changed = Rien n’a été décidé : cela a changé pendant que vous regardiez, ou quelqu’un d’autre a décidé. Veuillez regarder à nouveau.
founders-undecided-taken = Rien n’a été décidé : une autre signature de la même boîte porte ce nom.
founders-undecided-too-many = Rien n’a été décidé : cette boîte porte déjà autant de signatures qu’elle le peut.
founders-made = Le lien pour { $name }
founders-made-once = Il n’est montré que cette fois ; un lien créé ici auparavant pour la même personne ne mène plus nulle part. Qui l’a peut répondre à sa place. Remettez-le par une voie sûre : en personne, ou par une messagerie qui chiffre.
founders-email-hint = Sans elle, aucun courriel ne part : vous créez un lien et le remettez.
founders-invite-all = { $count ->
    [one] Inviter celui qui ne l’est pas encore
   *[other] Inviter les { $count } qui ne le sont pas encore
}
founders-remind-all = { $count ->
    [one] Relancer celui qui n’a pas répondu
   *[other] Relancer les { $count } qui n’ont pas répondu, là où c’est possible
}
founders-mails = { $count ->
    [one] Un courriel part.
   *[other] { $count } courriels partent.
}
founders-mails-none = Ce n’est le tour de personne, et aucun courriel ne part. Un rappel part au plus tôt trois jours après le dernier courriel, trois fois en tout, et jamais à une adresse qui en a refusé un.
founders-list = La liste
founders-filter = Montrer
founders-none = Personne pour l’instant.
founders-chosen-what = Dès le lancement, la page de la lettre montre les quatre premières, dans cet ordre. Ensuite, cela se change parmi les déclarations.
founders-add = Ajouter quelqu’un
founders-more = Nom du contact, site, titre, affiliation
founders-add-submit = Ajouter à la liste
founders-another = C’est une autre personne du même nom
founder-state-listed = pas encore invité
founder-state-due = le message est en cours d’écriture
founder-state-invited = invité
founder-state-held = a accepté, à décider
founder-state-accepted = accepté
founder-state-declined = refusé
founder-said-waiting = Cette déclaration attend d’être lue par un organisateur.
founder-said-approved = Cette déclaration sera publique avec la lettre.
founder-said-refused = Cette déclaration ne sera pas publique.
founder-logo-waiting = Ce logo attend d’être vu par un organisateur.
founder-logo-approved = Ce logo sera public avec la lettre.
founder-logo-refused = Ce logo ne sera pas public.
founder-forgotten = effacé au lancement
founder-in-roll = désormais dans la liste publique, sous le nom qui y est montré
founder-unreadable = illisible pour l’instant
founder-mailed = Messages : { $count }, le dernier le { $at }.
founder-visited = Lien ouvert dans les heures de : { $list }.
founder-bounced = Son serveur de courrier l’a rejeté : { $at }. L’adresse est-elle juste ?
founder-answered = Réponse le { $at }.
founder-handed = Lien créé pour être remis : { $at }.
founder-unaddressed = Pas d’adresse électronique : aucun courriel ne part. Créez un lien et remettez-le.
founder-sealed-elsewhere = Son adresse est scellée pour d’autres clés que celles d’aujourd’hui. Demandez d’ouvrir le lien, de la donner encore une fois et d’enregistrer.
founder-earlier-text = A accepté une version antérieure du texte. Son lien montre la plus récente, qui s’accepte en enregistrant.
founder-held = La réponse ne porte pas le nom de la liste, ou nomme quelqu’un de la liste de surveillance. Tant que vous n’avez pas décidé, elle ne compte pas comme acceptation.
founder-held-listed = Sur la liste
founder-held-given = Dans la réponse
founder-held-watched = Sur la liste de surveillance
founder-name-right = C’est juste
founder-ask-again = Demander à nouveau
founder-invite = Inviter
founder-remind = Relancer
founder-link = Créer un lien à remettre
founder-link-again = Créer un autre lien
founder-approve-logo = Approuver le logo
founder-refuse-logo = Écarter le logo
founder-approve = Approuver la déclaration
founder-refuse = L’écarter
founder-field-kind = Genre
founder-field-name = Nom
founder-field-country = Pays
founder-field-email = Adresse électronique
founder-field-contact-name = Nom du contact
founder-field-language = Langue
founder-field-website = Site
founder-field-title = Titre
founder-field-affiliation = Affiliation
founder-problem-missing = C’est vide.
founder-problem-too-long = C’est trop long.
founder-problem-unprintable = Il y a des signes qui ne peuvent être imprimés, ou un autre encodage.
founder-problem-has-address = Il ne peut y avoir d’adresse web.
founder-problem-not-an-email = Ce n’est pas une adresse comme nom@example.org.
founder-problem-unknown-country = Ce n’est ni le nom d’un pays ni un code comme DE. ZZ veut dire inconnu.
founder-problem-not-a-website = Ce n’est pas une adresse comme https://example.org.
founder-problem-unknown-choice = Écrivez individual, organization ou company.
founder-problem-not-a-name = Il n’y a ni lettre ni chiffre.
founder-problem-language = Ce n’est ni le nom d’une langue ni une étiquette comme fr ou pt-BR.
founder-problem-repeated = La ligne { $figure } dit la même chose.
founder-problem-known = Cette entrée est déjà dans la liste.
founder-problem-namesake = { $figure ->
    [0] Ce nom est déjà dans la liste, avec d’autres indications : la même personne, ou une autre ?
   *[other] La ligne { $figure } porte le même nom, avec d’autres indications : la même personne, ou une autre ?
}

sheet-title = Depuis une feuille de calcul
sheet-what = Une ligne pour chacun, avec au moins nom et pays, et l’adresse électronique si vous l’avez ; la première ligne nomme les colonnes, dans n’importe quel ordre. Rien n’est gardé avant que vous ayez vu ce qui ne va pas et où.
sheet-of = Feuille du { $at }
sheet-file = Fichier
sheet-file-hint = CSV ou texte à tabulations, jusqu’à 32 Mo, comme « Enregistrer sous » le fait dans tout tableur.
sheet-paste = Ou collez les cellules
sheet-paste-hint = Sélectionnez-les dans le tableur, avec la ligne qui nomme les colonnes, copiez et collez.
sheet-bring = Regarder
sheet-unfit-empty = Il n’y a rien à importer : il faut une ligne qui nomme les colonnes, et des lignes dessous.
sheet-unfit-workbook = C’est un classeur. Dans votre tableur, choisissez « Enregistrer sous » et CSV, et apportez ce fichier.
sheet-unfit-binary = Ce fichier n’est pas du texte. Dans votre tableur, choisissez « Enregistrer sous » et CSV, et apportez ce fichier.
sheet-state-mapping = Que contiennent les colonnes ?
sheet-state-checking = Les lignes sont en cours de vérification.
sheet-state-checked = Toutes les lignes sont vérifiées. Rien n’est encore importé.
sheet-state-importing = Les lignes valables sont en cours d’importation.
sheet-state-done = Importé.
sheet-stale = Cette feuille a avancé depuis que la page a été chargée : dans un autre onglet, ou parce que quelqu’un d’autre a poursuivi. Ce que vous avez envoyé n’a rien changé. Voici où elle en est.
sheet-separator-comma = des virgules
sheet-separator-semicolon = des points-virgules
sheet-separator-tab = des tabulations
sheet-read-as = Lu en { $encoding }, avec { $separator } entre les colonnes. Si des lettres paraissent fausses, enregistrez en UTF-8 et recommencez.
sheet-columns = Colonnes
sheet-columns-what = Ce que chacune contient a été deviné d’après son nom. Comparez avec ce qui s’y trouve.
sheet-column = Colonne « { $name } »
sheet-nothing = (laissée de côté)
sheet-kind = Là où une ligne ne dit pas le genre, ce sont
sheet-kind-each = (chaque ligne le dit)
sheet-missing = Aucune colonne ne contient ceci : { $field }.
sheet-twice = Deux colonnes ne peuvent contenir la même chose : { $field }.
sheet-check = Vérifier toutes les lignes
sheet-running = Vous pouvez quitter cette page ; le travail continue.
sheet-again = Voir où c’en est
sheet-count-done = { $count ->
    [one] Une ligne jusqu’ici.
   *[other] { $count } lignes jusqu’ici.
}
sheet-count-good = { $count ->
    [one] { $count } ligne est valable.
   *[other] { $count } lignes sont valables.
}
sheet-count-known = { $count ->
    [0] Aucune n’est déjà dans la liste.
    [one] Une est déjà dans la liste et reste comme elle est.
   *[other] { $count } sont déjà dans la liste et restent comme elles sont.
}
sheet-count-namesakes = { $count ->
    [one] Une porte le nom de quelqu’un qui y est, avec d’autres indications. Elle est écartée, sauf si vous dites ci-dessous que c’est une autre personne.
   *[other] { $count } portent le nom de quelqu’un qui y est, avec d’autres indications. Elles sont écartées, sauf si vous dites ci-dessous que ce sont d’autres personnes.
}
sheet-count-unaddressed = { $count ->
    [one] Une n’a pas d’adresse électronique : aucun courriel ne peut partir, et vous remettez un lien.
   *[other] { $count } n’ont pas d’adresse électronique : aucun courriel ne peut partir, et vous remettez un lien à chacun.
}
sheet-count-bad = { $count ->
    [0] Aucune ligne n’est fautive.
    [one] Une ligne n’est pas valable et est écartée.
   *[other] { $count } lignes ne sont pas valables et sont écartées.
}
sheet-count-added = { $count ->
    [0] Personne n’était nouveau dans la liste.
    [one] Une entrée a été ajoutée à la liste.
   *[other] { $count } entrées ont été ajoutées à la liste.
}
sheet-import = { $count ->
    [0] Ajouter celles cochées ci-dessus
    [one] Ajouter la nouvelle entrée
   *[other] Ajouter les { $count } nouvelles entrées
}
sheet-import-what = Personne n’est invité par là. Pour corriger des lignes, changez la feuille et apportez-la de nouveau : personne n’est ajouté deux fois.
sheet-to-founders = À la liste
sheet-faults = Ce qui ne va pas, ligne par ligne
sheet-line = Ligne
sheet-field = Colonne
sheet-problem = Ce qui ne va pas
sheet-more-faults = D’autres lignes
sheet-keep-others = Garder ces coches et voir d’autres lignes
sheet-discard = Jeter cette feuille

mail-founding-subject = Une invitation confidentielle
mail-founding-subject-again = Rappel d’une invitation confidentielle
mail-founding-first = { $by } invite { $name } à être parmi les premiers à signer une lettre ouverte, sur { $host }. Si vous ne faites rien, rien n’est publié.
mail-founding-first-again = { $by } a invité { $name } à être parmi les premiers à signer une lettre ouverte, sur { $host }, et serait heureux d’une réponse. Si vous ne faites rien, rien n’est publié.
mail-founding-open = Sur votre page privée vous pouvez lire la lettre, corriger la manière dont vous figureriez, et accepter ou refuser :
mail-founding-button = Lire la lettre
mail-founding-confidence = La lettre n’est pas encore publique. Merci de la garder confidentielle, et son existence aussi, jusqu’à ce qu’elle le soit. Elle n’est pas nommée ici à dessein.
mail-founding-personal = Le lien n’est qu’à vous : qui l’a peut répondre à votre place. Merci de ne pas le transmettre.
mail-founding-seen = Si vous acceptez, les organisateurs voient votre signature avant que la lettre soit publique, de même que les journalistes et partenaires à qui ils donnent un aperçu privé.
mail-founding-not = Si vous refusez sur cette page, votre adresse est effacée ici et aucune relance ne suit.

invited-title = Invitation à signer parmi les premiers
invited-lead = { $by } invite { $name } à être signataire fondateur de cette lettre.
invited-confidence = La lettre n’est pas encore publique. Merci de la garder confidentielle, et son existence aussi, jusqu’à ce qu’elle le soit.
invited-personal = Cette page n’est qu’à vous : qui a son lien peut répondre à votre place. Les organisateurs voient quand elle a été ouverte.
invited-accepted = Vous avez accepté le { $date }, { $hour } UTC.
invited-held = Vous avez accepté le { $date }, { $hour } UTC. Comme vos indications diffèrent de qui les organisateurs ont invité, l’un d’eux les regarde d’abord.
invited-held-what = Tant qu’il n’est pas d’accord, cela ne compte pas et rien n’en est publié. Vous pouvez le modifier ici, ou le retirer.
invited-asked-again = Votre réponse du { $date }, { $hour } UTC ne compte pas : elle différait de qui les organisateurs ont invité. Veuillez répondre encore une fois, ou vous adresser à eux.
invited-declined = Vous avez refusé le { $date }, { $hour } UTC.
invited-until-launch = Rien n’est public avant la lettre. D’ici là vous pouvez tout changer ici, ou vous retirer.
invited-declined-what = Votre adresse est effacée et aucune relance ne suit. Si vous changez d’avis avant que la lettre soit publique, vous pouvez encore accepter ici.
invited-shown = Comment vous figurerez
invited-answer = Votre réponse
invited-change = Changer votre entrée
invited-correct = Corrigez ce qui n’est pas juste.
invited-name-hint = Montré en public à partir du lancement de la lettre.
invited-website-hint = Montré en public à partir du lancement de la lettre.
invited-email-unknown = Elle n’est pas encore connue ici. Elle n’est jamais montrée, et scellée pour que seuls les organisateurs puissent l’ouvrir.
invited-email-deleted = La vôtre a été effacée quand vous avez refusé. Elle n’est jamais montrée, et scellée pour que seuls les organisateurs puissent l’ouvrir.
invited-email-sealed = Les clés des organisateurs ont changé, et personne ici ne peut lire celle que vous aviez donnée. Elle n’est jamais montrée, et scellée pour que seuls les organisateurs puissent l’ouvrir.
invited-sealed-elsewhere = Les clés des organisateurs ont changé depuis que vous avez accepté. Merci de donner votre adresse encore une fois ci-dessous et d’enregistrer, pour qu’ils puissent vous écrire. Votre réponse tient dans tous les cas.
invited-earlier-text = Le texte a changé depuis que vous avez accepté. Vous figurez sous la version que vous avez lue ; voici plus bas la plus récente. Si vous y souscrivez, enregistrez vos indications encore une fois.
invited-logo-later = Une fois que vous aurez accepté, vous pourrez ajouter un logo.
invited-means = Accepter, c’est figurer comme signataire fondateur dès que la lettre devient publique. Votre adresse est scellée, pour que seuls les organisateurs puissent l’ouvrir.
invited-seen = D’ici là, une signature acceptée est vue par les organisateurs, et par les journalistes et partenaires à qui ils donnent un aperçu privé.
invited-accept = Accepter et signer
invited-save = Enregistrer les changements
invited-decline-what = Si vous refusez, votre adresse est effacée ici.
invited-decline = Refuser
invited-take-back = Me retirer et refuser

refusal-not-ready = Personne ne peut encore être invité
refusal-what-not-ready = Il faut d’abord un texte mis à la signature, et des clés des contacts essayées. Rien n’a été fait.
refusal-answered = Ce signataire fondateur a déjà répondu
refusal-what-answered = Il a un lien, par lequel il peut changer sa réponse jusqu’au lancement ; un second serait un autre accès à sa signature. Aucun lien n’a été créé.
refusal-launched = La lettre est lancée
refusal-what-launched = Ce qui précède le lancement ne peut plus être changé. Rien n’a été fait.
refusal-invited-later = Cette invitation ne peut s’ouvrir pour l’instant
refusal-what-invited-later = Il manque sur le serveur quelque chose que seule la personne qui le gère peut remettre. Ce que vous avez répondu tient, et votre lien reste valable : réessayez plus tard, ou prévenez la personne qui vous a invité.
refusal-founders-key = Les fondateurs ne peuvent être lus
refusal-what-founders-key = La clé sous laquelle se trouvent les fondateurs de cette lettre manque ou est abîmée sur le serveur. Rien n’a été fait. La personne qui gère le serveur y tape « undersigned doctor », qui dit quel fichier remettre.

trail-founders-listed = a ajouté à la liste des signataires fondateurs
trail-signatories-imported = a apporté des signatures fondatrices depuis des fichiers
trail-spreadsheet-brought = a apporté un tableau de signataires fondateurs
trail-spreadsheet-mapped = a dit ce que contiennent les colonnes d’un tableau
trail-spreadsheet-imported = a fait importer un tableau
trail-spreadsheet-told-apart = a dit quelles lignes d’un tableau nomment d’autres personnes du même nom
trail-spreadsheet-discarded = a jeté un tableau
trail-founders-invited = a invité des signataires fondateurs
trail-founders-reminded = a relancé des signataires fondateurs
trail-founder-removed = a retiré un signataire fondateur de la liste
trail-statement-refused = a écarté la déclaration d’un signataire fondateur
trail-founder-link-made = a créé un lien à remettre au signataire fondateur
trail-founder-name-approved = a admis un autre nom du signataire fondateur
trail-founder-asked-again = a demandé une autre réponse au signataire fondateur
trail-preview-made = a créé un lien d’aperçu pour
trail-preview-revoked = a révoqué le lien d’aperçu pour
trail-launch-scheduled = a fixé le lancement au
trail-launch-cancelled = a annulé le lancement
trail-launched = a lancé la lettre

previews-title = Aperçus pour la presse et les partenaires
previews-lead = Un lien privé montre la lettre dans chaque langue et qui la fonde jusqu’ici, sous embargo, et rien d’autre. Faites-en un par personne, pour pouvoir révoquer le sien seul et voir quand il a servi.
previews-made = Le lien pour { $name }
previews-once = Il n’est montré que cette fois. Qui l’a peut lire la lettre jusqu’à ce que vous le révoquiez.
previews-make = Faire un lien
previews-name = Pour qui
previews-name-hint = Seuls les organisateurs le voient.
previews-submit = Faire le lien
previews-list = Liens
previews-none = Il n’y en a pas.
previews-revoke = Révoquer
preview-used = fait le { $made }, utilisé pour la dernière fois le { $used }
preview-unused = fait le { $made }, pas encore utilisé
preview-tab = Sous embargo
preview-until = Sous embargo jusqu’au { $date }, { $hour } UTC.
preview-embargo = Sous embargo jusqu’au lancement ; la minute n’est pas encore fixée.
preview-personal = Cette page a été faite pour vous seul. Merci de ne pas transmettre son adresse.
preview-no-text = Aucun texte n’est encore mis à la signature.
preview-founders = { $count ->
    [0] Personne n’a encore signé, au { $date }, { $hour } UTC.
    [one] Une signature jusqu’ici, au { $date }, { $hour } UTC.
   *[other] { $count } signatures jusqu’ici, au { $date }, { $hour } UTC.
}

launch-title = Lancement
launch-lead = Au lancement, la lettre, son registre et toutes les signatures fondatrices deviennent publics en un seul instant.
launch-done = La lettre est lancée.
launch-set = Quand
launch-scheduled = { $date }, { $time } à { $zone } ({ $offset }), soit { $at }. Fixé par { $who }.
launch-failed = Elle n’a pas été lancée à sa minute :
launch-cancel = L’annuler
launch-checklist = Liste de contrôle
launch-names = Si la lettre reçoit un nom d’hôte à elle : les journaux de certificats sont publics et montrent chaque nom dès qu’un certificat est fait pour lui. Sous embargo, prenez un nom qui ne dit rien, ou un certificat pour tous les noms d’un domaine.
launch-at = Lancer à une minute fixée
launch-at-what = Elle se lance d’elle-même, aussi quand le serveur revient après cette minute. D’ici là vous pouvez la déplacer ou l’annuler. S’il manque alors quelque chose de nécessaire, elle n’est pas lancée, et cette page dit quoi.
launch-date = Date
launch-time = Heure
launch-zone = Fuseau horaire
launch-which = Les horloges reculent alors, et cette heure vient deux fois. Laquelle ?
launch-schedule = Fixer le lancement
launch-no-zone = Choisissez un fuseau horaire de la liste.
launch-no-time = Donnez une date et une heure.
launch-past = Cette heure est passée. Pour lancer aussitôt, prenez le bouton ci-dessous.
launch-stale = Entre-temps, quelqu’un d’autre a fixé le lancement ou l’a annulé. Regardez ce qui est fixé maintenant, et envoyez de nouveau ce que vous voulez.
launch-skipped = Les horloges avancent alors, et cette heure n’existe pas. La suivante est { $date }, { $time }.
launch-twice = Les horloges reculent alors, et cette heure vient deux fois. Choisissez ci-dessous laquelle.
launch-now = Lancer maintenant
launch-now-sure = La lettre doit être publique maintenant. On ne peut revenir en arrière.
launch-now-unsure = Cochez ceci si la lettre doit être publique maintenant.
launch-not-ready = Il manque quelque chose de nécessaire : voyez la liste de contrôle.
check-holds = Fait.
check-lacks = Nécessaire :
check-open = À faire :
check-mend = S’en occuper
check-text-ok = Un texte est mis à la signature.
check-text-not = aucun texte n’est mis à la signature.
check-languages-ok = Chaque langue offerte a un texte : { $languages }.
check-languages-not = des langues offertes n’ont pas de texte mis à la signature : { $languages }.
check-recipients-ok = { $all ->
    [one] La seule clé des contacts est essayée.
   *[other] Les { $all } clés des contacts sont essayées.
}
check-recipients-not = { $some } clés des contacts sur { $all } sont essayées. Sans elles toutes, des contacts pourraient être scellés pour une clé perdue.
check-spare-key-ok = Plus d’une clé ouvre les contacts. Si toutes étaient perdues, les contacts le seraient pour toujours.
check-spare-key-not = une seule clé ouvre les contacts. Si elle est perdue, ils le sont pour toujours, et personne ne peut les rendre : ajoutez-en une autre, gardée par quelqu’un d’autre.
check-spare-owner-ok = Plus d’une personne est responsable de la lettre.
check-spare-owner-not = une seule personne est responsable de la lettre. Une deuxième pourrait la laisser rentrer.
check-released-ok = Ce qui est écrit est ce qui sera signé.
check-released-not = quelque chose a été écrit depuis la dernière publication du texte. C’est ce qui a été publié qui sera signé.
check-organizers-ok = Il est dit qui porte la lettre.
check-organizers-not = personne n’est nommé qui porte la lettre. Les signataires veulent savoir qui garde leur adresse.
check-watched-ok = { $some ->
    [one] Une ligne figure sur la liste de surveillance.
   *[other] { $some } lignes figurent sur la liste de surveillance.
}
check-watched-not = aucun nom n’est surveillé. Qui signerait d’un nom célèbre serait public aussitôt.
check-dates-ok = Le jour de clôture et la date de conservation sont fixés.
check-dates-not = le jour de clôture ou la date de conservation manque, ou est passé.
check-host-ok = Le registre portera le nom de ce site.
check-host-not = le registre porterait à jamais le nom d’un autre site. Refaites la lettre sur son propre site.
check-record-ok = Aucun registre n’en existe encore.
check-record-not = elle a pu être lancée après la sauvegarde de cette base. Qui tient le serveur doit d’abord récupérer son registre.
check-invited-ok = Tous ceux de la liste sont invités.
check-invited-not = { $some ->
    [one] une personne de la liste des fondateurs n’est pas invitée.
   *[other] { $some } de la liste des fondateurs ne sont pas invités.
}
check-invited-nobody = personne n’est sur la liste des fondateurs. Une lettre peut être lancée sans eux.
check-invited-refused = { $some ->
    [one] le serveur de courrier d’un fondateur a refusé l’invitation. Cherchez une autre adresse, ou créez un lien à remettre.
   *[other] les serveurs de courrier de { $some } fondateurs ont refusé l’invitation. Cherchez d’autres adresses, ou créez des liens à remettre.
}
check-answered-ok = Tous les invités ont répondu.
check-answered-not = { $some } fondateurs sur { $all } ont répondu. Qui ne l’a pas fait n’est pas parmi les signataires.
check-names-ok = Aucune acceptation n’attend à cause de son nom.
check-names-not = { $some ->
    [one] un fondateur a accepté sous un autre nom que celui de la liste, ou sous un nom de la liste de surveillance. Tant que personne ne décide, il n’est pas parmi les signataires.
   *[other] { $some } fondateurs ont accepté sous un autre nom que celui de la liste, ou sous un nom de la liste de surveillance. Tant que personne ne décide, ils ne sont pas parmi les signataires.
}
check-statements-ok = Toutes les déclarations des fondateurs sont décidées.
check-statements-not = { $some ->
    [one] une déclaration d’un fondateur attend d’être lue. Elle attendrait aussi après le lancement.
   *[other] { $some } déclarations de fondateurs attendent d’être lues. Elles attendraient aussi après le lancement.
}
check-logos-ok = Tous les logos des fondateurs sont décidés.
check-logos-not = { $some ->
    [one] un logo d’un fondateur attend d’être vu. Il attendrait aussi après le lancement.
   *[other] { $some } logos de fondateurs attendent d’être vus. Ils attendraient aussi après le lancement.
}
check-sealed-ok = Les contacts de tous les fondateurs sont scellés pour les clés d’aujourd’hui.
check-sealed-not = { $some ->
    [one] un contact d’un fondateur est scellé pour d’autres clés que celles d’aujourd’hui. Qui n’a que l’une de celles d’aujourd’hui pourrait ne pas l’ouvrir.
   *[other] { $some } contacts de fondateurs sont scellés pour d’autres clés que celles d’aujourd’hui. Qui n’a que l’une de celles d’aujourd’hui pourrait ne pas les ouvrir.
}
check-earlier-ok = Chaque signataire fondateur qui a accepté a accepté le texte le plus récent.
check-earlier-not = { $some ->
    [one] un signataire fondateur a accepté une version antérieure du texte. Il figure sous celle qu’il a lue.
   *[other] { $some } signataires fondateurs ont accepté une version antérieure du texte. Ils figurent sous celle qu’ils ont lue.
}
check-founders-key-ok = Ce que l’on sait des fondateurs peut être lu.
check-founders-key-not = ce que l’on sait des fondateurs ne peut être lu : leur clé manque ou est abîmée sur le serveur. « undersigned doctor » dit à la personne qui le gère quel fichier remettre. Sans elle, ni les déclarations en attente ni les logos ne peuvent passer au lancement.
check-mail-ok = Le courrier marche : un serveur a pris une invitation le { $at }.
check-mail-not = aucun serveur de courrier n’a encore pris d’invitation ; personne ne sait si le courrier marche.
check-own-host-ok = Le nom d’hôte propre à la lettre mène ici.
check-own-host-elsewhere = le nom d’hôte propre à la lettre mène à une autre adresse que celle de ce site, ou à d’autres en plus.
check-own-host-nowhere = le nom d’hôte propre à la lettre ne mène encore nulle part.
check-own-host-unclear = on n’a pas pu voir à l’instant où mène le nom d’hôte propre à la lettre. Rouvrez cette page dans une minute.
check-doctor-ok = Le dernier examen du serveur, le { $at }, n’a rien trouvé d’anormal.
check-doctor-never = personne n’a encore fait examiner le serveur. Qui le tient y tape « undersigned doctor », qui dit comment réparer ce qui ne va pas (docs/OPERATING.md, « Doctor »).
check-doctor-old = le dernier examen du serveur, le { $at }, date de plus d’une semaine. Qui le tient y tape « undersigned doctor » (docs/OPERATING.md, « Doctor »).
check-doctor-wrong = { $some ->
    [one] le dernier examen du serveur, le { $at }, a trouvé un défaut : { $parts }. « undersigned doctor » dit à qui tient le serveur comment le réparer (docs/OPERATING.md, « Doctor »).
   *[other] le dernier examen du serveur, le { $at }, a trouvé { $some } défauts : { $parts }. « undersigned doctor » dit à qui tient le serveur comment les réparer (docs/OPERATING.md, « Doctor »).
}
check-doctor-unchecked = le dernier examen du serveur, le { $at }, n’a pas pu voir : { $parts }. « undersigned doctor » dit à qui tient le serveur pourquoi (docs/OPERATING.md, « Doctor »).
doctor-database = base de données
doctor-record = registre
doctor-keys = clés
doctor-disk = disque
doctor-backups = sauvegardes
doctor-clock = horloge
doctor-name-servers = serveurs de noms
doctor-site = site web et TLS
doctor-mail-server = serveur de courrier
doctor-spf = SPF
doctor-dkim = DKIM
doctor-dmarc = DMARC
doctor-reverse-dns = DNS inverse
doctor-mx = courrier retourné (MX)
doctor-test-mail = courrier d’essai
launch-missing-launched = La lettre était déjà lancée.
launch-missing-text = Aucun texte n’est mis à la signature.
launch-missing-languages = Une langue offerte n’a pas de texte mis à la signature.
launch-missing-recipients = Il n’y a pas de clés des contacts.
launch-missing-tests = Les clés des contacts ne sont pas toutes essayées.
launch-missing-dates = Le jour de clôture ou la date de conservation manque.
launch-missing-closing = Le jour de clôture est passé.
launch-missing-host = Le registre porterait le nom d’un autre site.
launch-missing-record = Elle a pu être lancée après la sauvegarde de cette base.
launch-missing-founders-key = Des déclarations ou des logos de fondateurs ne peuvent être lus : leur clé manque ou est abîmée sur le serveur.
