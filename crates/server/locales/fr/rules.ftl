# Saved rules.

trail-rule-made = a enregistré une règle
trail-rule-holds = fait retenir ce qui vient par une règle
trail-rule-rests = ne fait plus rien retenir par une règle
trail-rule-deleted = a supprimé une règle
trail-rule-run = a appliqué une règle
trail-rule-undone = a annulé une application
doubt-ruled = Retenue : la règle « { $name } » la cherche.
rules-title = Règles
rules-what = Une règle trouve des signatures par ce qu’elles ont en commun. Enregistrez-la, regardez ce qu’elle ferait, et alors seulement faites-lui retenir ce qui vient, décider de ce qui attend ou retirer ce qui est là.
rules-none = Aucune règle n’est encore enregistrée.
rule-is-holding = Elle retient ce qui vient.
runs-title = Applications
runs-progress = Où elle en est
run-gathering = Elle rassemble des signatures : { $picked } jusqu’ici.
run-waiting = { $picked ->
    [one] Une signature sera retirée à partir du { $at }. D’ici là tout peut être annulé.
   *[other] { $picked } signatures seront retirées à partir du { $at }. D’ici là tout peut être annulé.
}
run-running = { $done } sur { $picked } retirées. Ce qui ne l’est pas encore peut être épargné.
run-done = Fait : { $done } sur { $picked } retirées. Les autres étaient parties d’elles-mêmes.
run-undone = Annulé : { $done } sur { $picked } avaient été retirées avant, et le restent.
run-waiting-approve = { $picked ->
    [one] Une signature en attente sera approuvée à partir du { $at }. D’ici là tout peut être annulé.
   *[other] { $picked } signatures en attente seront approuvées à partir du { $at }. D’ici là tout peut être annulé.
}
run-waiting-reject = { $picked ->
    [one] Une signature en attente sera refusée à partir du { $at }. D’ici là tout peut être annulé.
   *[other] { $picked } signatures en attente seront refusées à partir du { $at }. D’ici là tout peut être annulé.
}
run-running-approve = { $done } sur { $picked } approuvées. Celles auxquelles elle n’est pas encore venue peuvent vous être laissées.
run-running-reject = { $done } sur { $picked } refusées. Celles auxquelles elle n’est pas encore venue peuvent vous être laissées.
run-done-approve = Fait : { $done } sur { $picked } approuvées. Pour les autres, quelqu’un a décidé avant, ou elles ont été reprises, ou la liste surveillée les retient désormais, ou leur boîte porte déjà autant de signatures que permis.
run-done-reject = Fait : { $done } sur { $picked } refusées. Pour les autres, quelqu’un a décidé avant, ou elles ont été reprises.
run-undone-approve = Annulé : { $done } sur { $picked } avaient été approuvées avant, et le restent. Les autres attendent votre décision.
run-undone-reject = Annulé : { $done } sur { $picked } avaient été refusées avant, et le restent. Les autres attendent votre décision.
run-undo = Annuler
run-again = Regarder encore
rule-new = Une nouvelle règle
rule-all-hold = Tout ce que vous remplissez doit être vrai à la fois.
rule-name = Comment vous l’appelez
rule-name-hint = Les modérateurs le voient à côté de ce qu’elle a retenu. Pas de nom de signataire, s’il vous plaît.
rule-pattern = Nom
rule-pattern-hint = Tel qu’il est montré, en entier. * vaut pour des lettres quelconques, ? pour une : *Smith
rule-domain = Boîte chez
rule-domain-hint = Un domaine, et ceux au-dessous : mail.example. Ne sert que pour ce qui est à venir : aucun domaine n’est gardé.
rule-from = Confirmée à partir du
rule-from-hint = Jour et heure, UTC.
rule-until = Confirmée avant le
rule-until-hint = Jour et heure, UTC.
rule-rate = Au moins tant en dix minutes
rule-rate-hint = Un nombre de 2 à 10 000. Compte quiconque arrive alors du pays de la règle et avec son niveau de preuve, quel que soit son nom.
rule-country = Pays
rule-level = Niveau de preuve
rule-any = tous
rule-save = Enregistrer et voir ce qu’elle ferait
criteria-name = Le nom ressemble à { $value }
criteria-country = Pays : { $value }
criteria-level = Preuve : { $value }
criteria-from = À partir du { $value }
criteria-until = Avant le { $value }
criteria-rate = Au moins { $count } en dix minutes
criteria-domain = La boîte est chez { $value }
rule-comes = Ce qui est à venir
rule-domain-comes = Elle regarde les boîtes pendant l’envoi d’une signature. On ne peut dire ce qu’elle aurait retenu : aucun domaine n’est gardé.
rule-would-hold = Elle aurait retenu { $waiting } des signatures en attente, et { $count } de celles qui sont là.
rule-hold = Retenir ce qui vient
rule-rest = Ne plus rien retenir
rule-waits = Ce qui attend
rule-domain-waits = De ce qui attend elle trouve ce qui a été envoyé pendant qu’elle retenait ce qui vient, et rien d’autre : aucun domaine n’est gardé.
rule-would-decide = Des signatures en attente elle en trouve { $count }. Les corrections n’en sont pas : c’est à vous de les regarder.
rule-watched = La liste surveillée en retient { $count }. Une règle ne les approuve jamais : ouvrez-les et décidez vous-même.
rule-is-watched = sur la liste surveillée, aucune règle ne l’approuve
rule-decide-what = Pendant dix minutes rien n’est décidé, et tout peut être annulé. Ensuite elles sont décidées une à une, comme si vous l’aviez fait ; la liste de ce qui a été fait porte chacune, avec le numéro de la règle. Ce qui est décidé ne peut être repris.
rule-approve = Approuver { $count }
rule-reject = Refuser { $count }
rule-changed = Rien n’a été commencé : il y en avait { $seen } quand vous avez regardé, il y en a maintenant { $count }. Regardez encore et confirmez le nouveau nombre. S’il en vient sans cesse, donnez une fin à la règle (Confirmée avant le).
rule-stands = Ce qui est là
rule-domain-stands = Elle ne peut regarder ce qui est là : aucun domaine n’est gardé.
rule-would-remove = Des signatures qui sont là elle en retirerait { $count }.
rule-and-more = et { $count } de plus
rule-run-what = Pendant dix minutes rien n’est retiré, et tout peut être annulé. Ensuite elles sont retirées une à une, chacune par une entrée qui dit le motif ; ce qui a son entrée ne peut être rétabli.
rule-run = Retirer { $count }
rule-drop = Supprimer cette règle
flaw-name = Donnez un nom à la règle, d’au moins une lettre et d’au plus 80.
flaw-nothing = Remplissez au moins une chose que la règle doit chercher.
flaw-domain = Ceci n’est pas un domaine. Il devrait ressembler à mail.example.
flaw-pattern = Tous les noms correspondraient à ce motif, ou il est trop long. Mettez une lettre ou un chiffre.
flaw-country = Choisissez un pays de la liste.
flaw-level = Choisissez un niveau de la liste.
flaw-from = Ceci n’est pas un jour et une heure, comme 2026-11-22T21:00.
flaw-until = Ceci n’est pas un jour et une heure, ou n’est pas après l’autre.
flaw-rate = Donnez un nombre de 2 à 10 000.
