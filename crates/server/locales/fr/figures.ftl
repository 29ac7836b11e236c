# Graphiques, et la page des chiffres d’une lettre.

chart-growth = Signatures au fil du temps
chart-table = Sous forme de tableau
chart-step-1 = Jour
chart-step-7 = Semaine jusqu’au
chart-step-28 = Quatre semaines jusqu’au
chart-signed = Nouvelles
chart-left = Retirées ou supprimées
chart-total = En tout
chart-number = Signatures
chart-at-least = { $number } ou plus
chart-map-what = Frontières telles que Natural Earth les dessine, selon qui les tient ; elles ne disent rien de ce qu’elles devraient être. Les petits pays sont des points.

figures-title = Chiffres
figures-what = Comptés en somme, par jour, en UTC. Personne n’est suivi : rien ici ne distingue un lecteur ou un signataire d’un autre.
figures-none = Il n’y a pas de chiffres avant l’ouverture de la lettre.
figures-none-yet = Personne n’a encore signé.
figures-kinds = Par type
figures-levels = Par niveau de preuve
figures-countries = Par pays
figures-all-countries = Tout afficher ({ $count })
figures-listed = Sur la liste
figures-waiting = Ce qui attend la modération
figures-daily = Jour par jour
figures-forms = Formulaires et courriels, les 14 derniers jours
figures-rate = { $sent ->
    [one] { $sent } formulaire a été envoyé
   *[other] { $sent } formulaires ont été envoyés
} jusqu’ici ; { $confirmed } ont été confirmés depuis leur boîte, { $hundredths } sur cent.
figures-rate-what = Ce qui n’est jamais confirmé est oublié après 48 heures. Si peu de gens confirment, regardez si les courriels sont refusés ou finissent parmi les indésirables.
figures-sent = Formulaires envoyés
figures-confirmed = Confirmés
figures-mailed = Courriels acceptés
figures-refused = Courriels refusés
figures-returned = Courriels revenus
figures-lost = Courriels perdus, les 30 derniers jours
figures-lost-what = Selon le code du serveur de courriel qui les a refusés : 550 signifie le plus souvent que cette boîte n’existe pas, 552 qu’elle est pleine, 554 que le courriel n’était pas voulu, et 450 que personne ne l’a pris pendant des jours.
figures-code = Code
figures-mails = Courriels
