# Lo que viene después del formulario: correo, confirmación, página privada.

sent-title = Ahora mire su correo
sent-lead = Falta un paso. Hasta que lo dé, no se publica nada.
sent-step-mail = Un correo va de camino a la dirección que ha dado. Viene de { $from }.
sent-step-open = Abra el enlace que contiene. Verá exactamente lo que vería el público.
sent-step-press = Pulse «Confirmar». Esa es su firma.
sent-nothing = { $hours ->
    [one] Si no hace nada, todo lo que escribió se borra en una hora y no se publica nada.
   *[other] Si no hace nada, todo lo que escribió se borra en { $hours } horas y no se publica nada.
}
sent-demo = De esta demostración no sale ningún correo.
sent-demo-link = Leer el correo retenido
sent-late = Si el correo tarda
sent-late-wait = Algunos servidores hacen esperar un cuarto de hora al correo de desconocidos.
sent-late-spam = Busque entre el correo no deseado al remitente indicado arriba.
sent-late-typo = ¿Había un error en la dirección? Entonces el correo no puede llegarle:
sent-late-again = firme de nuevo con la correcta.
sent-late-same = Si ya había firmado, el correo trae en su lugar un enlace nuevo a su firma.

confirm-title = ¿Es esta su firma?
confirm-lead = Alguien, esperamos que usted, ha firmado con este buzón. Por favor, mírelo una vez más.
confirm-public = Lo que será público
confirm-updates-yes = También pidió las noticias de los organizadores sobre esta carta.
confirm-updates-no = No pidió noticias, y no se le enviará ninguna.
confirm-yes = Confirmar
confirm-no = No he sido yo
confirm-nothing = Si no elige ninguna de las dos antes del { $date }, { $hour } UTC, todo lo escrito se borra.

confirmed-title = Su firma está confirmada
standing-soon = Gracias. El registro recoge su firma en unos segundos.
standing-recorded = Gracias. Su firma está en el registro.
standing-held = Gracias. Puede que su firma se compruebe antes, y hasta entonces no es pública.
confirmed-see = Puede verla aquí:
confirmed-entry = asiento { $index } del registro
confirmed-manage-title = Conserve el correo
confirmed-manage = Su enlace es solo suyo. Desde ahora abre la página donde puede corregir su firma, ocultar su nombre, retirarla u obtener su recibo.
confirmed-manage-held = Su enlace es solo suyo. Cuando su firma sea pública, abrirá la página donde puede corregirla, ocultar su nombre, retirarla u obtener su recibo.
confirmed-manage-link = Abrir esa página

receipt-title = Su recibo
receipt-what = Un archivo pequeño que demuestra, sin nosotros, que su firma está en el registro y que nadie la ha alterado.
receipt-warning = Contiene lo que eligió mostrar en público, también su nombre. Si llevarlo encima es un peligro para usted, tome el que no lleva nombre, o ninguno.
receipt-with = Descargar el recibo
receipt-without = Recibo sin nombre

declined-title = Gracias por avisarnos
declined-lead = Lo escrito se ha borrado y no se publica nada.
declined-quiet = { $days ->
    [one] Durante un día no se enviará a su dirección ningún correo sobre esta carta.
   *[other] Durante { $days } días no se enviará a su dirección ningún correo sobre esta carta.
}

manage-title = Su firma
manage-private = Esta página es solo suya. Quien tenga su dirección puede cambiar su firma; por favor, no la comparta.
manage-correction-held = Una corrección suya espera a ser comprobada. Hasta entonces su firma muestra lo que mostraba.
manage-public = Lo que ve el público
change-corrected = Su corrección se ha aceptado; el registro la recoge en unos segundos.
change-correction-held = Su corrección se ha aceptado, y puede que se compruebe antes de publicarse.
change-hidden = Su nombre está oculto. Su firma cuenta como antes.
change-stands = Su firma ya estaba confirmada y sigue en pie. Si no fue usted, o si cambió de opinión, retírela al final de esta página.
change-no-news = No recibirá más noticias sobre esta carta.
hide-title = Ocultar su nombre
hide-what = Su nombre, título, afiliación y el dominio de su buzón desaparecen al momento de todas las páginas de este sitio y se borran. Su firma cuenta como antes.
hide-submit = Ocultar mi nombre
correct-title = Corregirla
correct-what = Cambie lo que ve el público. En el registro consta que se corrigió, y cuándo.
correct-submit = Guardar la corrección
news-title = Noticias sobre la carta
news-what = Si pidió noticias al firmar, aquí puede dejar de recibirlas. Su firma se mantiene.
news-submit = No enviarme noticias
withdraw-title = Retirarla
withdraw-what = Su nombre desaparece de todas las páginas de este sitio, su dirección sellada se borra y su firma deja de contarse. En el registro consta, sin nombre, que se dio y se retiró una firma.
withdraw-submit = Retirar mi firma
withdraw-sure = Sí, retirar mi firma
withdrawn-title = Su firma está retirada
withdrawn-lead = Su nombre y su dirección sellada se han borrado, y ya no se le cuenta.
withdrawn-stays = En el registro consta, sin nombre, que se dio y se retiró una firma. Las copias que otros hicieron antes no se pueden recuperar.
withdrawn-again = Si cambia de opinión:
withdrawn-again-link = el formulario sigue ahí.

fact-name = Nombre
fact-title = Título o cargo
fact-affiliation = Afiliación
fact-website = Sitio web
fact-kind = Firma como
fact-country = País
fact-level = Nivel de prueba
fact-statement = Declaración
fact-statement-read-first = Pública cuando la haya leído un organizador.
fact-hour = Firmó
fact-entry = Asiento en el registro
fact-text = Texto que se mostró

fact-mailbox = Buzón en
confirm-kept-back = Pidió mostrar la parte de su dirección que sigue a la @. No se muestra: cualquiera puede tener un buzón allí, y no diría nada de su afiliación.
correct-show-mailbox = Si lo quita, solo podrá mostrarse otra vez firmando de nuevo: aquí nadie conoce su dirección.
questions-title = Los organizadores le preguntan
questions-what = Antes de decidir sobre su firma, los organizadores de la carta quisieran saber esto. Si no responde, deciden sin ello.
questions-hint = Solo lo leen los organizadores. Se cifra, y se borra en cuanto hayan decidido.
questions-submit = Enviar la respuesta
questions-again = Enviarla de nuevo
questions-kept = Los organizadores tienen su respuesta. Puede enviarla de nuevo hasta que decidan.
question-asked-on = Preguntado el { $date }
question-person = ¿Es usted quien dice ser? Indique una página que lleven otros, como la de su empleador, donde figure con este nombre.
question-namesake = Alguien muy conocido se llama así. ¿Es usted, o tiene el mismo nombre?
question-authority = ¿Puede firmar por la organización? Diga quién puede confirmarlo, y dónde dicen las páginas de esta cómo localizarlo.
question-affiliation = ¿Qué le une a la afiliación que indicó?
question-twice = Parece que firmó más de una vez. ¿Qué firma debe quedar?
form-answer = Su respuesta
error-missing-answer = La respuesta está vacía. Escriba algo, o deje la pregunta como está.
