# Saved rules.

trail-rule-made = guardó una regla
trail-rule-holds = hizo que una regla retenga lo que llegue
trail-rule-rests = hizo que una regla ya no retenga nada
trail-rule-deleted = borró una regla
trail-rule-run = aplicó una regla
trail-rule-undone = deshizo una aplicación
doubt-ruled = Retenida: la busca la regla «{ $name }».
rules-title = Reglas
rules-what = Una regla encuentra firmas por lo que tienen en común. Guárdela, mire qué haría, y solo entonces haga que retenga lo que llegue, decida sobre lo que espera o elimine lo que hay.
rules-none = Aún no hay reglas guardadas.
rule-is-holding = Retiene lo que llega.
runs-title = Aplicaciones
runs-progress = Cuánto lleva
run-gathering = Está reuniendo firmas: { $picked } hasta ahora.
run-waiting = { $picked ->
    [one] Se eliminará una firma a partir del { $at }. Hasta entonces se puede deshacer todo.
   *[other] Se eliminarán { $picked } firmas a partir del { $at }. Hasta entonces se puede deshacer todo.
}
run-running = Eliminadas { $done } de { $picked }. Lo que aún no se ha eliminado puede salvarse.
run-done = Hecho: eliminadas { $done } de { $picked }. Las demás se habían ido por sí mismas.
run-undone = Deshecho: { $done } de { $picked } se habían eliminado antes, y así quedan.
run-waiting-approve = { $picked ->
    [one] Se aprobará una firma en espera a partir del { $at }. Hasta entonces se puede deshacer todo.
   *[other] Se aprobarán { $picked } firmas en espera a partir del { $at }. Hasta entonces se puede deshacer todo.
}
run-waiting-reject = { $picked ->
    [one] Se rechazará una firma en espera a partir del { $at }. Hasta entonces se puede deshacer todo.
   *[other] Se rechazarán { $picked } firmas en espera a partir del { $at }. Hasta entonces se puede deshacer todo.
}
run-running-approve = Aprobadas { $done } de { $picked }. Las que aún no se han tocado pueden dejarse para usted.
run-running-reject = Rechazadas { $done } de { $picked }. Las que aún no se han tocado pueden dejarse para usted.
run-done-approve = Hecho: aprobadas { $done } de { $picked }. Sobre las demás alguien decidió antes, o se retiraron, o ahora las retiene la lista de vigilancia, o su buzón tiene ya todas las firmas que puede tener.
run-done-reject = Hecho: rechazadas { $done } de { $picked }. Sobre las demás alguien decidió antes, o se retiraron.
run-undone-approve = Deshecho: { $done } de { $picked } se habían aprobado antes, y así quedan. Las demás esperan su decisión.
run-undone-reject = Deshecho: { $done } de { $picked } se habían rechazado antes, y así quedan. Las demás esperan su decisión.
run-undo = Deshacer
run-again = Mirar otra vez
rule-new = Una regla nueva
rule-all-hold = Todo lo que rellene debe cumplirse a la vez.
rule-name = Cómo la llama
rule-name-hint = Los moderadores lo ven junto a lo que retuvo. Sin nombres de firmantes, por favor.
rule-pattern = Nombre
rule-pattern-hint = Como se muestra, entero. * vale por cualquier letra o letras, ? por una: *Smith
rule-domain = Buzón en
rule-domain-hint = Un dominio y los que están debajo: mail.example. Solo sirve para lo que está por llegar: no se guarda ningún dominio.
rule-from = Confirmada desde
rule-from-hint = Día y hora, UTC.
rule-until = Confirmada antes de
rule-until-hint = Día y hora, UTC.
rule-rate = Al menos tantas en diez minutos
rule-rate-hint = Un número de 2 a 10 000. Cuentan todas las personas que llegan entonces del país de la regla y con su nivel de prueba, se llamen como se llamen.
rule-country = País
rule-level = Nivel de prueba
rule-any = cualquiera
rule-save = Guardar y ver qué haría
criteria-name = El nombre es como { $value }
criteria-country = País: { $value }
criteria-level = Prueba: { $value }
criteria-from = Desde { $value }
criteria-until = Antes de { $value }
criteria-rate = Al menos { $count } en diez minutos
criteria-domain = El buzón está en { $value }
rule-comes = Lo que está por llegar
rule-domain-comes = Mira los buzones mientras se envía una firma. No se puede decir qué habría retenido: no se guarda ningún dominio.
rule-would-hold = Habría retenido { $waiting } de las firmas que esperan ahora, y { $count } de las que hay.
rule-hold = Retener lo que llegue
rule-rest = No retener nada más
rule-waits = Lo que espera
rule-domain-waits = De lo que espera encuentra lo que se envió mientras retenía lo que llegaba, y nada más: no se guarda ningún dominio.
rule-would-decide = De las firmas en espera encuentra { $count }. Las correcciones no están entre ellas: esas debe mirarlas usted.
rule-watched = La lista de vigilancia retiene { $count } de ellas. Una regla nunca las aprueba: ábralas y decida usted.
rule-is-watched = en la lista de vigilancia, ninguna regla la aprueba
rule-decide-what = Durante diez minutos no se decide nada y todo puede deshacerse. Después se decide sobre una tras otra como si lo hubiera hecho usted una por una; la lista de lo hecho tiene cada una, con el número de la regla. Lo decidido no puede volverse atrás.
rule-approve = Aprobar { $count }
rule-reject = Rechazar { $count }
rule-changed = No se ha empezado nada: había { $seen } cuando miró y ahora hay { $count }. Mire otra vez y confirme el número nuevo. Si no dejan de llegar más, dé un final a la regla (Confirmada antes de).
rule-stands = Lo que hay
rule-domain-stands = No puede mirar lo que hay: no se guarda ningún dominio.
rule-would-remove = De las firmas que hay eliminaría { $count }.
rule-and-more = y { $count } más
rule-run-what = Durante diez minutos no se elimina nada y todo puede deshacerse. Después se eliminan una tras otra, cada una con una entrada que dice el motivo; lo que tiene su entrada no puede volver.
rule-run = Eliminar { $count }
rule-drop = Borrar esta regla
flaw-name = Dé un nombre a la regla, con al menos una letra y no más de 80.
flaw-nothing = Rellene al menos una cosa que la regla deba buscar.
flaw-domain = Esto no es un dominio. Debería ser como mail.example.
flaw-pattern = Cualquier nombre encajaría en este patrón, o es demasiado largo. Ponga una letra o una cifra.
flaw-country = Elija un país de la lista.
flaw-level = Elija un nivel de la lista.
flaw-from = Esto no es un día y una hora. Debería ser como 2026-11-22T21:00.
flaw-until = Esto no es un día y una hora, o no es posterior al otro.
flaw-rate = Ponga un número de 2 a 10 000.
