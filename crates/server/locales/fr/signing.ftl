# Ce qui suit le formulaire : courriel, confirmation, page privée.

sent-title = Consultez maintenant votre courriel
sent-lead = Il reste un pas à faire. D’ici là, rien n’est public.
sent-step-mail = Un courriel est en route vers l’adresse que vous avez donnée. Il vient de { $from }.
sent-step-open = Ouvrez le lien qu’il contient. Vous verrez exactement ce que verrait le public.
sent-step-press = Appuyez sur « Confirmer ». C’est là votre signature.
sent-nothing = { $hours ->
    [one] Si vous ne faites rien, tout ce que vous avez saisi est effacé sous { $hours } heure, et rien n’est publié.
   *[other] Si vous ne faites rien, tout ce que vous avez saisi est effacé sous { $hours } heures, et rien n’est publié.
}
sent-demo = Aucun courriel ne sort de cette démonstration.
sent-demo-link = Lire le courriel retenu
sent-late = Si le courriel tarde
sent-late-wait = Certains serveurs font attendre un quart d’heure les courriels d’inconnus.
sent-late-spam = Cherchez parmi les indésirables l’expéditeur indiqué plus haut.
sent-late-typo = L’adresse contenait-elle une faute ? Alors le courriel ne peut vous parvenir :
sent-late-again = signez de nouveau avec la bonne.
sent-late-same = Si vous aviez déjà signé, le courriel apporte à la place un nouveau lien vers votre signature.

confirm-title = Est-ce bien votre signature ?
confirm-lead = Quelqu’un, vous-même nous l’espérons, a signé avec cette boîte aux lettres. Merci d’y jeter un dernier regard.
confirm-public = Ce qui sera public
confirm-updates-yes = Vous avez aussi demandé les nouvelles des organisateurs sur cette lettre.
confirm-updates-no = Vous n’avez pas demandé de nouvelles, et aucune ne sera envoyée.
confirm-yes = Confirmer
confirm-no = Ce n’était pas moi
confirm-nothing = Si vous ne faites ni l’un ni l’autre d’ici au { $date }, { $hour } UTC, tout ce qui a été saisi est effacé.

confirmed-title = Votre signature est confirmée
standing-soon = Merci. Le registre reçoit votre signature dans quelques secondes.
standing-recorded = Merci. Votre signature est au registre.
standing-held = Merci. Votre signature sera peut-être vérifiée d’abord, et n’est pas publique d’ici là.
confirmed-see = Vous pouvez la voir ici :
confirmed-entry = entrée { $index } du registre
confirmed-manage-title = Gardez le courriel
confirmed-manage = Son lien n’appartient qu’à vous. Il ouvre désormais la page où vous pouvez corriger votre signature, cacher votre nom, la retirer ou prendre votre reçu.
confirmed-manage-held = Son lien n’appartient qu’à vous. Quand votre signature sera publique, il ouvrira la page où vous pouvez la corriger, cacher votre nom, la retirer ou prendre votre reçu.
confirmed-manage-link = Ouvrir cette page

receipt-title = Votre reçu
receipt-what = Un petit fichier qui prouve, sans nous, que votre signature est au registre et n’a jamais été altérée.
receipt-warning = Il contient ce que vous avez choisi de montrer, votre nom aussi. Si l’avoir sur vous est un danger, prenez celui sans nom, ou aucun.
receipt-with = Télécharger le reçu
receipt-without = Reçu sans nom

declined-title = Merci de nous l’avoir dit
declined-lead = Ce qui avait été saisi est effacé, et rien n’est publié.
declined-quiet = { $days ->
    [one] Aucun courriel sur cette lettre ne sera envoyé à votre adresse pendant { $days } jour.
   *[other] Aucun courriel sur cette lettre ne sera envoyé à votre adresse pendant { $days } jours.
}

manage-title = Votre signature
manage-private = Cette page n’appartient qu’à vous. Qui en a l’adresse peut changer votre signature : merci de ne pas la transmettre.
manage-correction-held = Une de vos corrections attend d’être vérifiée. D’ici là, votre signature montre ce qu’elle montrait.
manage-public = Ce que voit le public
change-corrected = Votre correction est acceptée ; le registre la reçoit dans quelques secondes.
change-correction-held = Votre correction est acceptée, et sera peut-être vérifiée avant d’être publiée.
change-hidden = Votre nom est caché. Vous comptez comme avant.
change-stands = Votre signature était déjà confirmée, elle reste donc en place. Si ce n’était pas vous, ou si vous avez changé d’avis, retirez-la en bas de cette page.
change-no-news = Vous ne recevrez plus de nouvelles de cette lettre.
hide-title = Cacher votre nom
hide-what = Votre nom, votre titre, votre affiliation et le domaine de votre boîte disparaissent aussitôt de toutes les pages de ce site et sont effacés. Votre signature compte comme avant.
hide-submit = Cacher mon nom
correct-title = La corriger
correct-what = Changez ce que voit le public. Le registre garde qu’il y a eu correction, et quand.
correct-submit = Enregistrer la correction
news-title = Nouvelles de la lettre
news-what = Si vous avez demandé des nouvelles en signant, vous pouvez les arrêter ici. Votre signature demeure.
news-submit = Ne plus m’envoyer de nouvelles
withdraw-title = La retirer
withdraw-what = Votre nom disparaît de toutes les pages de ce site, votre adresse scellée est effacée et votre signature n’est plus comptée. Le registre garde, sans nom, qu’une signature a été donnée puis retirée.
withdraw-submit = Retirer ma signature
withdraw-sure = Oui, retirer ma signature
withdrawn-title = Votre signature est retirée
withdrawn-lead = Votre nom et votre adresse scellée sont effacés, et vous n’êtes plus dans le compte.
withdrawn-stays = Le registre garde, sans nom, qu’une signature a été donnée puis retirée. Les copies faites auparavant par d’autres ne peuvent être rappelées.
withdrawn-again = Si vous changez d’avis :
withdrawn-again-link = le formulaire est toujours là.

fact-name = Nom
fact-title = Titre ou fonction
fact-affiliation = Affiliation
fact-website = Site web
fact-kind = Signe comme
fact-country = Pays
fact-level = Niveau de preuve
fact-statement = Déclaration
fact-statement-read-first = Publique après lecture par un organisateur.
fact-hour = Signature
fact-entry = Entrée au registre
fact-text = Texte montré

fact-mailbox = Boîte aux lettres chez
confirm-kept-back = Vous avez demandé de montrer la partie de votre adresse qui suit l’@. Elle n’est pas montrée : chacun peut y obtenir une boîte, elle ne dirait donc rien de votre affiliation.
correct-show-mailbox = Si vous l’ôtez, elle ne pourra être montrée de nouveau qu’en signant à nouveau : personne ici ne connaît votre adresse.
questions-title = Les organisateurs vous demandent
questions-what = Avant de décider de votre signature, les organisateurs de la lettre aimeraient savoir ceci. Sans réponse, ils décident sans elle.
questions-hint = Seuls les organisateurs la lisent. Elle est chiffrée, et effacée dès qu’ils ont décidé.
questions-submit = Envoyer la réponse
questions-again = L’envoyer à nouveau
questions-kept = Les organisateurs ont votre réponse. Vous pouvez l’envoyer à nouveau jusqu’à leur décision.
question-asked-on = Demandé le { $date }
question-person = Êtes-vous la personne que vous dites être ? Indiquez une page tenue par d’autres, comme celle de votre employeur, où l’on vous trouve sous ce nom.
question-namesake = Quelqu’un de très connu porte ce nom. Est-ce vous, ou portez-vous le même nom ?
question-authority = Pouvez-vous signer pour l’organisation ? Dites qui peut le confirmer, et où ses propres pages disent comment le joindre.
question-affiliation = Qu’est-ce qui vous lie à l’affiliation que vous avez indiquée ?
question-twice = Il semble que vous ayez signé plus d’une fois. Quelle signature doit rester ?
form-answer = Votre réponse
error-missing-answer = La réponse est vide. Écrivez quelque chose, ou laissez la question telle quelle.
