# Ce qui entoure chaque page, et les pages qui ne sont pas d’une lettre.

skip-to-content = Aller au contenu
demo-word = DÉMONSTRATION.
demo-what = Tous les noms sont inventés.
nav-languages = Langues
nav-footer = En savoir plus sur cette lettre et ce site
nav-letters = Toutes les lettres de ce site
nav-letter = La lettre
nav-roll = Qui a signé
nav-check = Comment vérifier le compte
nav-privacy = La vie privée en mots simples
nav-texts = Les langues de la lettre
nav-source = Code source et licence de ce programme
footer-promise = Ce site ne dépose aucun cookie, ne charge rien chez autrui et fonctionne sans scripts.

front-title = Lettres ouvertes
front-none = Il n’y a pas encore de lettre ici.
front-read = Lire la lettre
front-what = Des lettres ouvertes que des personnes, des organisations et des entreprises signent en public. Chacun peut vérifier ici chaque compte.

languages-title = Les langues de la lettre
languages-lead = Tous les textes disent la même chose, et chaque signature désigne le texte exact qui a été montré. Les lettres et chiffres sous un titre sont l’empreinte du texte (SHA-256), qui figure aussi au registre.
languages-digest = Ceci est la version { $version } de la lettre.

refusal-unreadable = La demande n’a pas pu être lue
refusal-what-unreadable = Quelque chose a été coupé ou abîmé en chemin. Rien n’a été conservé. Revenir en arrière et renvoyer suffit en général.
refusal-not-found = Cette page n’existe pas
refusal-what-not-found = L’adresse est peut-être mal saisie, ou la page a été déplacée. Si vous cherchiez une signature, elle a peut-être été retirée.
refusal-wrong-method = Cette page ne peut qu’être lue
refusal-what-wrong-method = Ce qui lui a été envoyé n’a pas été conservé. Merci de repartir de la lettre.
refusal-expired = Ce lien est trop ancien
refusal-what-expired = La confirmation n’est pas venue à temps : tout ce qui avait été saisi a été effacé et rien n’a été publié. Vous pouvez signer de nouveau et vous recevrez un autre lien.
refusal-used = Ce lien a fait son office
refusal-what-used = La signature qu’il ouvrait a été refusée ou retirée ; il n’en reste ici que l’entrée nue du registre, s’il y en avait une.
refusal-gone = Cette signature ne compte plus
refusal-what-gone = Elle a été retirée par qui l’avait faite, ou supprimée par les organisateurs. L’identité est effacée ici. Le registre garde l’entrée nue, pour que chacun voie que le compte a baissé, et pourquoi.
refusal-forged = Ce lien ne mène nulle part
refusal-what-forged = Il a peut-être été coupé en chemin : copiez l’adresse entière depuis le courriel, jusqu’au dernier caractère. Si vous n’avez plus le courriel, signez de nouveau avec la même adresse et vous recevrez un nouveau lien.
refusal-closed = Cette lettre est close
refusal-what-closed = Elle ne reçoit plus de signatures. On peut toujours la lire et en vérifier le compte.
refusal-too-many = Une adresse peut porter trois signatures
refusal-what-too-many = Trois personnes ont déjà signé avec cette adresse, le maximum pour une même boîte. Utilisez une autre adresse, ou retirez l’une des trois signatures par son lien privé.
refusal-too-large = C’est plus que ce qu’un formulaire peut contenir
refusal-what-too-large = Rien n’a été conservé. Merci de raccourcir la déclaration ou la note et de renvoyer le formulaire.
refusal-wrong-type = Le formulaire ne s’envoie pas ainsi
refusal-what-wrong-type = Rien n’a été conservé. Merci d’utiliser le formulaire de la page de la lettre.
refusal-wrong-host = Ce site porte un autre nom
refusal-what-wrong-host = Vous avez atteint ce serveur sous un nom qui n’est pas le sien, et il ne montre rien sous un autre. La page demandée se trouve peut-être à la bonne adresse.
refusal-too-often = Une journée permet dix corrections
refusal-what-too-often = Cette signature a été corrigée dix fois en une journée. Ce qu’elle montre reste tel quel, et cette correction n’a pas été conservée. Merci de revenir quand une journée aura passé. Masquer le nom et retirer la signature reste possible à tout moment.
refusal-broken = L’erreur est de notre fait
refusal-what-broken = Quelque chose a mal tourné sur ce serveur, et les responsables en sont avertis. Merci de réessayer dans quelques minutes.
refusal-read-only = On ne peut pas signer en ce moment
refusal-what-read-only = Le texte de la lettre reste lisible. Les signatures, les noms, les reçus et le registre ne sont pas disponibles tant qu’on ne s’est pas occupé du serveur, et d’ici là les chiffres peuvent être anciens. Un reçu que vous avez enregistré reste valable. Merci de revenir plus tard.
refusal-to-letter = Revenir à la lettre
refusal-to-form = Au formulaire
refusal-to-front = Aux lettres de ce site
refusal-to-right-host = Ouvrir cette page sur { $host }

catcher-title = Courriels retenus
catcher-lead = Cette démonstration n’envoie pas de courriel. Ce qu’elle aurait envoyé reste ici, en mémoire, jusqu’à son arrêt.
catcher-none = Aucun courriel pour l’instant. Signez la lettre et le premier sera ici.
catcher-to = À
catcher-open = Ouvrir le lien du courriel
catcher-text = Le texte du courriel
