# Courriels. Objet et première ligne se voient sur un écran verrouillé : ceux aux personnes ne nomment pas la lettre.

mail-sender = Confirmations
mail-confirm-subject = Merci de confirmer, ou d’ignorer
mail-confirm-subject-body = Merci de confirmer la signature de « { $title } »
mail-confirm-first = Quelqu’un, vous-même nous l’espérons, a saisi cette adresse dans un formulaire de { $host }. Si vous ne faites rien, rien n’est publié, et tout ce qui a été saisi est effacé sous { $hours } heures.
mail-confirm-open = Si c’était vous, ouvrez cette page, regardez ce qui sera public et appuyez sur « Confirmer » :
mail-confirm-button = Regarder et confirmer
mail-confirm-not = Si ce n’était pas vous, appuyez sur « Ce n’était pas moi » à la même page. Ce qui a été saisi est alors effacé, et aucun courriel de ce genre ne suit au sujet de cette lettre pendant 30 jours.
mail-letter = Il s’agit de la lettre ouverte « { $title } », de { $from }.
mail-public = Ce qui serait public
mail-fact = { $label } : { $value }
mail-keep = Gardez ce courriel. Une fois la signature confirmée, le même lien la corrige, cache votre nom ou la retire.
mail-link-subject = Votre lien
mail-link-subject-body = Le lien vers la signature de « { $title } »
mail-link-first = Quelqu’un, vous-même nous l’espérons, a saisi encore une fois cette adresse dans un formulaire de { $host }. Si vous ne faites rien, rien ne change.
mail-link-open = Vous avez déjà signé, et votre signature tient. Ce lien privé la corrige, cache votre nom ou la retire, et contient votre reçu :
mail-link-button = Ouvrir ma signature
mail-link-not = Si ce n’était pas vous : qui a saisi votre adresse n’en a rien appris.
mail-key = La clé publique du registre, à comparer avec celle du site :
mail-private = Le lien n’appartient qu’à vous. Merci de ne pas le transmettre.
