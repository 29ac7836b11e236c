# Comment chacun vérifie le compte, ce que cela prouve, et ce que cela ne prouve pas.

check-title = Comment vérifier le compte
check-lead = Vous n’avez pas à croire cette page. Chaque signature, correction et retrait est une entrée d’un registre public, enchaînée de sorte qu’aucune ne puisse être ôtée ni altérée sans que cela se voie, et les chiffres découlent des seules entrées. Un petit programme les compte sur votre propre ordinateur.
check-how = En trois étapes
check-step-program = Procurez-vous le programme undersigned-verify, ou compilez-le depuis le code source.
check-step-run = Lancez-le avec l’adresse et la clé de la lettre :
check-step-compare = Comparez ce qu’il compte avec les chiffres d’ici. Il ne donne raison que si tout tient, et nomme la première chose qui ne tient pas.
check-bundle = Pour vérifier sans réseau, ou dans bien des années, prenez tout le registre en un fichier :
check-bundle-link = Télécharger le fichier complet
check-key = Clé publique du registre
check-key-what = Le registre est signé avec une seule clé. Elle figure ici, dans chaque courriel à un signataire et, si les responsables du site l’y ont mise, dans les données publiques du domaine (DNS). Comparez-les : qui pourrait changer cette page pourrait changer la clé qu’elle porte.
check-origin = Nom du registre
check-size = Entrées
check-root = Racine de l’arbre
check-checkpoint-link = Le dernier point de contrôle
check-key-link = La clé seule
check-proves = Ce que cela prouve
check-proves-count = Les chiffres sont exactement la somme des entrées.
check-proves-order = Rien n’a été ôté, changé ni glissé entre les entrées depuis tout point de contrôle antérieur auquel vous le comparez, comme celui d’un reçu.
check-proves-text = Chaque signature est liée au texte exact qui a été montré.
check-proves-yours = Avec un reçu : que cette signature même est du nombre.
check-not = Ce que cela ne prouve pas
check-not-person = Une boîte aux lettres n’est pas une personne. Le niveau de preuve dit ce qu’on sait de chaque signataire.
check-not-invented = Que rien n’ait été ôté ni altéré ne montre pas que personne n’a été inventé.
check-not-witness = Tant que des témoins indépendants ne signent pas aussi le registre, d’autres pourraient en voir un différent. Comparer ses points de contrôle avec quelqu’un le révèle.
check-not-hour = Les entrées donnent l’heure et rien de plus fin ; qui regarde croître le registre peut voir le moment de plus près.
