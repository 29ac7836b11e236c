# Où une lettre est commencée, réglée, écrite et traduite.

new-letter-title = Une nouvelle lettre
new-letter-what = Personne d’autre que vous ne peut la voir avant que vous ne la lanciez. Tout peut être changé ensuite, sauf son mot dans les adresses.
new-letter-for-ever = Le mot dans les adresses reste pour toujours : les signatures, les reçus et le registre public le portent. Le registre s’appellera
new-letter-submit = Commencer la lettre

label-organizer = Organisation responsable
label-slug = Mot dans les adresses
hint-slug = De 1 à 64 lettres de a à z, chiffres et traits d’union : « rivieres-propres ».
label-lang = Langue dans laquelle elle est d’abord écrite
hint-lang = Choisissez-en une dans la liste ou tapez sa forme courte, comme en, es, fr, ar ou pt-BR. D’autres langues peuvent s’ajouter ensuite.
label-title = Titre
hint-title = 300 caractères au plus ; le plus court est le mieux.
label-to = À qui
hint-to = « À celles et ceux qui gouvernent le monde »
label-from = De qui
hint-from = Qui écrit la lettre, comme cela figure sous le titre.
label-description = En une phrase ou deux
hint-description = Pour les moteurs de recherche et pour les aperçus là où la lettre est partagée.
label-id = Nom court
label-brief = Demande en bref
label-place = Place
label-markdown = La lettre
hint-markdown = Markdown : une ligne vide commence un paragraphe, ### un titre, les *étoiles* soulignent, [des mots](https://…) font un lien. Le titre de chaque demande finit par son nom court, ainsi : ### Pas de portes dérobées { "{#no-back-doors}" }
label-offered = Langues proposées
label-add = Une langue de plus
hint-add = Choisissez-en une dans la liste ou tapez sa forme courte, comme de, sw ou zh-Hant. Vide, rien n’est ajouté.
label-default = Langue principale
hint-default = Montrée à qui ne trouve pas sa propre langue. Les autres en sont traduites.
label-closing = Dernier jour pour signer
hint-closing = La lettre se ferme d’elle-même à la fin de ce jour (UTC). Il figure dans le registre public.
label-retention = Jour jusqu’auquel vous gardez les adresses des signataires
hint-retention = Chaque personne qui signe en est informée. Il figure dans le registre public.
label-name = Nom
label-website = Site web
label-contact = Où écrire
hint-contact = Une adresse électronique ou une page ; elle est montrée sur la page de confidentialité.
label-privacy = Vos propres mots sur la confidentialité
hint-privacy = Montrés sous ce que le site dit de lui-même. Une ligne vide commence un paragraphe.
label-watched = Noms surveillés
hint-watched = Un par ligne. Les graphies sont séparées par | ; ce qui est entre guillemets compte comme une expression.

wrong-missing = Ceci est nécessaire.
wrong-too-long = Ceci dépasse { $number } caractères.
wrong-unprintable = Ceci contient des caractères invisibles, ou qui changent le sens d’écriture de la suite. Saisissez-le de nouveau.
wrong-no-language = Ce n’est pas une étiquette de langue. Elles ressemblent à en, pt-BR ou zh-Hant.
wrong-not-offered = Cette langue n’est pas parmi celles qui sont proposées.
wrong-no-day = Ce n’est pas un jour. Il s’écrit comme 2028-12-31.
wrong-past = Ce jour est passé.
wrong-before-closing = C’est avant le dernier jour pour signer.
wrong-no-website = Ce n’est pas une adresse web. Elle ressemble à https://example.org.
wrong-names-nobody = La ligne { $number } ne nomme personne.
wrong-no-slug = Il faut de 1 à 64 lettres de a à z, chiffres et traits d’union, sans trait d’union aux bouts.
wrong-taken = Ce mot est pris sur ce serveur. Choisissez-en un autre.
wrong-bad-id = Il faut de 1 à 40 lettres de a à z, chiffres et traits d’union.
wrong-same-id = Une autre demande porte ce nom court.
wrong-no-heading = Aucun titre de la lettre ne finit par le nom court de cette demande, entre accolades après un #.
wrong-has-address = Ceci contient une adresse web, et part par courriel. Dites-le sans elle.
wrong-too-deep = Des citations, des listes ou des emphases sont trop imbriquées. Trente niveaux au plus.
wrong-too-much = Ceci donne une page trop grande. Retirez les signes répétés.

mistakes-kept = Rien n’est encore enregistré. Ce que vous avez saisi est toujours là.

settings-title = Réglages
settings-saved = Enregistré.
settings-public = La lettre est lancée. Ses langues et ses dates figurent dans le registre public, et l’on a signé sous les noms de qui l’organise : cela reste. L’endroit où vous écrire, vos mots sur la confidentialité et les noms surveillés peuvent encore changer.
settings-newer = Quelqu’un d’autre a enregistré entre-temps
settings-newer-what = Ce que vous avez saisi est dans le formulaire et n’est pas encore enregistré. Ci-dessous, ce qui diffère de ce qui a été enregistré. Changez ce que vous voulez, puis enregistrez.
settings-newer-same = Rien ne diffère de ce que vous avez saisi.
settings-theirs = Enregistré entre-temps :
settings-empty = (rien)
settings-organizers = Qui mène la lettre
settings-organizers-what = Comme on le lit sur la page de confidentialité. Videz les champs d’une organisation pour la retirer ; enregistrez pour avoir place pour une autre.
settings-privacy = Confidentialité
settings-privacy-what = La page de confidentialité dit en mots simples ce qui est gardé, comment et jusqu’à quand. Si vous n’ajoutez rien, elle ne dit que cela ; rien ne vous y oblige.
settings-watched-what = Qui signe sous l’un de ces noms, quelle qu’en soit la graphie, attend qu’une personne de la modération ait regardé. Nommez les personnes dont quelqu’un usurperait le nom. Une lettre nouvelle commence par une liste de personnes de la vie publique : réduisez-la et ajoutez les vôtres.
settings-submit = Enregistrer

writing-demands = Demandes
write-title = La lettre en { $language }
write-saved = Enregistré comme une version à laquelle vous pouvez revenir.
write-newer = { $who } a enregistré entre-temps
write-newer-what = Ce que vous avez saisi est dans le formulaire et n’est pas encore enregistré. Rien de l’autre version n’est perdu non plus : si vous enregistrez, elle reste une version à laquelle revenir.
write-newer-same = C’est la même chose que vous.
write-newer-changes = Voici ce qu’enregistrer changerait à l’autre version :
write-unfinished = Tout est enregistré. Ceci doit être corrigé avant que le texte puisse être ouvert à la signature.
write-preview = Aperçu
write-saved-at = Enregistré à { $time }
write-waiting = Enregistrement…
write-offline = Non enregistré : le serveur ne répond pas. Ce que vous avez saisi reste dans cette page, et un nouvel essai suivra.
write-stale = Quelqu’un d’autre a enregistré entre-temps. Appuyez sur « Enregistrer » pour voir les deux ; rien n’est perdu.
write-long = Non enregistré : ceci est plus long qu’un brouillon ne peut l’être. Ce que vous avez saisi reste dans cette page ; raccourcissez-le et il sera enregistré.
write-out = Non enregistré : votre session est finie, ou vous ne pouvez plus écrire ici. Connectez-vous dans une autre fenêtre ; cette page essaie de nouveau.
write-last = { $who }, { $at }
write-demands-what = Chacune en une phrase, montrée à côté de la lettre. Son nom court est le même dans toutes les langues et la relie à son titre. Videz les deux pour la retirer ; enregistrez pour avoir place pour d’autres.
write-demands-translated = Chaque demande garde le nom court qu’elle a dans l’original.
write-heading-mark = Son titre finit par
write-submit = Enregistrer
write-submit-over = Enregistrer la mienne

drift-title = L’original et cette traduction diffèrent
drift-what = Comparez-les, puis enregistrez : cela dit que la traduction correspond à l’original tel qu’il est maintenant à côté d’elle.
drift-missing = La demande « { $demand } » manque ou n’est pas entière : il lui faut son résumé et son titre.
drift-extra = La demande « { $demand } » n’est pas dans l’original.
drift-moved = La demande « { $demand } » est à une autre place que dans l’original.
drift-changed = L’original de la demande « { $demand } » a changé depuis la traduction.
drift-around = L’original a changé hors des demandes depuis la traduction.

versions-title = Versions
versions-of = Versions en { $language }
versions-what = Une version est gardée quand quelqu’un d’autre poursuit, après une pause de dix minutes, et à chaque appui sur « Enregistrer ». Revenir en arrière fait une nouvelle version ; aucune n’est jamais perdue.
versions-same = Elles disent la même chose.
versions-marks = <del>Barré</del> : ce qui est parti ; <ins>souligné</ins> : ce qui est venu.
versions-newest = (la plus récente)
versions-released = Ouverte à la signature avant que quiconque écrive ici
versions-compare-newest = Comparer avec la plus récente
versions-compare-before = Ce qu’elle a changé
versions-restore = Y revenir
versions-compared = De la version { $from } à la version { $to }
version-number = Version { $number }
wording-deleted = Supprimé :
wording-inserted = Ajouté :
wording-skipped = pareil dans les deux
wording-end = (fin)

texts-title = Textes
texts-what = Ce que dit la lettre, dans chaque langue. Il n’est qu’à vous tant qu’il n’est pas ouvert à la signature.
texts-language = Langue
texts-state = État
texts-source = les autres en sont traduites
texts-add = Ajouter ou retirer une langue
texts-empty = Pas commencé.
texts-no-body = La lettre elle-même manque.
texts-mistakes = { $count ->
    [one] Une chose est à corriger.
   *[other] { $count } choses sont à corriger.
}
texts-drift = { $count ->
    [one] Une différence avec l’original.
   *[other] { $count } différences avec l’original.
}
texts-fit = Complet.
texts-progress = { $done } sur { $due }

preview-word = Aperçu.
preview-what = Voici à quoi ressemblera le texte. Il n’est pas ouvert à la signature, personne d’autre ne peut le voir, et rien ne peut être signé ici.

trail-letter-made = a commencé la lettre
trail-letter-imported = a apporté la lettre depuis des fichiers
trail-letter-deleted = a supprimé la lettre
trail-settings-changed = a changé les réglages
trail-text-saved = a enregistré le texte en
trail-text-restored = est revenu à une version antérieure en
trail-translator-invited = a fait un lien de traduction
trail-translator-ended = a annulé un lien de traduction
trail-released = a ouvert des textes à la signature
trail-logo-changed = a changé le logo

release-title = Ouvrir à la signature
release-none = Aucun texte n’est encore ouvert à la signature : personne ne peut signer avant.
release-newest = La version { $version } est celle que l’on signe.
release-done = Ouvert à la signature. Il peut falloir quelques secondes avant que cela se voie.
release-unchanged = Ce qui est écrit ici est cette version.
release-lacks = Avant que ce qui est écrit puisse être ouvert à la signature :
release-what = Tout y est. Cela en fait le texte que l’on signe, dans toutes ses langues. Tant que personne ne l’a signé, il peut être ouvert de nouveau.
release-what-public = Tout y est. Cela en fait la version suivante : c’est elle que l’on signe désormais. Qui a signé avant reste sous la version signée ; la page de la lettre le dit, et le registre public aussi, pour toujours.
release-submit = Ouvrir ce texte à la signature
lack-text = Le texte en { $language } n’est pas commencé.
lack-mistakes = { $count ->
    [one] En { $language }, une chose est à corriger.
   *[other] En { $language }, { $count } choses sont à corriger.
}
lack-drift = { $count ->
    [one] En { $language }, il y a une différence avec l’original.
   *[other] En { $language }, il y a { $count } différences avec l’original.
}
lack-dates = Le dernier jour pour signer, ou le jour jusqu’auquel vous gardez les adresses, est passé ou manque.
lack-organizers = Personne n’est nommé qui mène la lettre.
lack-closed = La lettre est fermée.
translators-title = Traduction au-dehors
translators-what = Un lien privé permet à quelqu’un de traduire vers une langue sans compte. On y voit l’original et cette langue, et rien d’autre.
translators-until = Le lien marche jusqu’au { $until }
translators-unused = pas encore utilisé
translators-end = Annuler le lien
translators-submit = Faire un lien
translators-link = Il est montré cette seule fois et marche 30 jours. Qui l’a peut écrire dans cette langue ; ce qui est enregistré figure dans la liste de ce qui a été fait comme venant de la traduction.
refusal-translation = Ce lien de traduction ne marche plus
refusal-what-translation = Il a été annulé, a plus de 30 jours ou a été coupé. Rien de ce qui a été enregistré n’est perdu. Demandez-en un autre à qui vous l’a donné.
trail-translator = traduction en { $language }
trail-name = { $name }

logo-title = Logo
logo-what = Montré sur la page de la lettre, au-dessus de qui l’écrit.
logo-now = Le logo actuel
logo-remove = Retirer le logo
logo-file = Une image
logo-file-hint = PNG, JPEG ou WebP, 2 Mo au plus. Elle est refaite et ajustée ; ce que le fichier dit de qui l’a faite, où et avec quoi est laissé de côté.
logo-submit = Utiliser cette image
own-logo-what = Si vous le souhaitez, un logo est montré avec la signature, une fois qu’une personne l’a vu. Il ne fait pas partie du registre, et vous pouvez le remplacer ou le retirer à tout moment.
own-logo-picture = Le logo tel qu’il sera montré
own-logo-waiting = Il attend qu’une personne le voie. Personne d’autre ne le voit d’ici là.
own-logo-approved = Il est approuvé, et sera public avec la lettre.
own-logo-refused = Les organisateurs ne le montreront pas. Vous pouvez en envoyer un autre.
own-logo-shown = Il est public.
own-logo-submit = Envoyer cette image
own-logo-remove = Retirer le logo
bad-logo-missing = Aucune image n’a été choisie.
bad-logo-too-large = Ce fichier dépasse 2 Mo.
bad-logo-svg = Un SVG est un dessin qui peut porter des programmes, et n’est pas accepté. Exportez-le en PNG.
bad-logo-unknown = Ce n’est ni un PNG, ni un JPEG, ni un WebP.
bad-logo-broken = Cette image est abîmée, incomplète, ou dépasse 5 000 pixels de côté.

# What readers see of versions.
letter-newer-text = Ce texte, version { $version }, en remplace un plus ancien depuis le { $date }. Qui a signé avant reste sous la version signée :
form-superseded = Le texte a changé depuis que vous avez ouvert cette page. Rien n’a été envoyé. Veuillez le relire ; ce que vous avez saisi est gardé ci-dessous.
text-version-title = Une version du texte
text-version-kicker = Version { $version }, signée depuis le { $date }
text-version-superseded = La version { $newest } l’a remplacée. Qui a signé celle-ci reste sous elle telle qu’elle est ici.
text-version-digest = Empreinte de ce texte (SHA-256) : <code class="hash" dir="ltr">{ $digest }</code>
text-version-changes = Ce que la version la plus récente a changé
