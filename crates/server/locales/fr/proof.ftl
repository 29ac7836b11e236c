# Comment une organisation ou une entreprise prouve son domaine.

prove-title = Prouvez votre domaine
prove-what = Qui gère { $domain } peut montrer que votre signature parle en son nom, par une ligne de texte dans un lieu public. Le niveau de preuve à côté de votre nom le dira alors, et personne n’aura à vérifier votre signature pour cette raison.
prove-how = Que mettre, et où
prove-record = Par une donnée du domaine
prove-record-how = Qui gère le DNS du domaine ajoute cet enregistrement :
prove-name = Nom
prove-type = Type
prove-value = Valeur
prove-check-record = Vérifier l’enregistrement maintenant
prove-file = Ou par un fichier sur le site web
prove-file-how = Qui gère le site web place à cette adresse un fichier texte avec cette ligne. Le fichier peut contenir d’autres lignes.
prove-address = Adresse
prove-check-file = Vérifier le fichier maintenant
prove-private = Cette ligne n’est qu’à vous : elle prouve votre signature sous cette lettre et sous aucune autre. Une fois en place, chacun peut la voir ; elle ne révèle rien.
prove-found-record = Votre domaine est prouvé par son enregistrement.
prove-found-file = Votre domaine est prouvé par le fichier sur son site.
prove-checked = Vu pour la dernière fois le { $date }.
prove-missing = { $times ->
    [one] La dernière fois qu’elle a été recherchée, elle manquait.
   *[other] Les { $times } dernières fois qu’elle a été recherchée, elle manquait.
}
prove-keep = Laissez la ligne où elle est, s’il vous plaît. Elle est recherchée chaque semaine tant que la lettre est ouverte ; si elle manque trois fois de suite, le niveau de preuve redevient ce qu’il était.

looked-proven = La ligne est là : votre domaine est prouvé. Le registre le prend en compte en quelques secondes.
looked-still-held = La ligne est là : votre domaine est prouvé. Votre signature peut encore être vérifiée avant d’être publique.
looked-nothing = Il n’y a encore rien qui se voie depuis l’Internet public. Un nouvel enregistrement peut mettre une heure ou plus à être visible ; réessayez alors.
looked-other = Il y a quelque chose, mais pas votre ligne. Comparez chaque caractère, s’il vous plaît.
looked-too-long = Il y a trop de texte pour tout lire. Placez la ligne vers le début, ou dans un lieu à elle.
looked-elsewhere = Le site renvoie vers une adresse hors de votre domaine, ou sans chiffrement. Placez le fichier là où rien n’est redirigé.
looked-timeout = Pas de réponse à temps. Réessayez dans un moment.
looked-name-server = Le serveur de noms du domaine n’a pas donné de réponse utile. Réessayez dans un moment.
looked-chain = Le nom renvoie trop de fois vers d’autres noms. Faites-le mener directement à l’enregistrement.
looked-connection = La connexion au site par HTTPS n’a pas été possible, ou s’est rompue.
looked-certificate = Le certificat du site n’est pas de ceux que les navigateurs acceptent pour ce nom.
looked-status = Le site a répondu par une erreur, ou ne nous laisse pas lire le fichier.
looked-redirects = Le site redirige trop de fois.
looked-busy = Trop de vérifications sont en cours. Réessayez dans une minute.
looked-too-soon = { $seconds ->
    [one] Cela vient d’être vérifié très souvent. Réessayez dans une seconde.
   *[other] Cela vient d’être vérifié très souvent. Réessayez dans { $seconds } secondes.
}
