# Páginas de quienes organizan: entrar, sus cartas, quién las lleva, qué se hizo.

organize-nav = Para quienes organizan
organize-promise = Estas páginas guardan una sola cookie, la de la sesión iniciada, y no cargan nada de terceros. Quienes leen cartas no reciben ninguna.
organize-letters-title = Sus cartas
organize-letters-none = Todavía no lleva ninguna carta. Quien tenga una puede invitarle.
organize-public-page = La página pública
organize-tasks = Lo que hay que hacer
tasks-launch = Hasta el lanzamiento, paso a paso
tasks-signatures = Las firmas y lo que sigue
organize-to-letters = A sus cartas
organize-sign-out = Cerrar la sesión
organize-at = { $date }, { $hour } UTC

stage-draft = En preparación: solo la ven quienes la organizan.
stage-open = Abierta a firmas.
stage-closed = Cerrada.

role-owner = Titular
role-editor = Edición
role-moderator = Moderación
role-press = Prensa
role-what-owner = puede hacerlo todo y decide qué pueden hacer los demás.
role-what-editor = se ocupa de los textos y de los firmantes fundadores.
role-what-moderator = decide lo que espera revisión.
role-what-press = consulta las cifras y da vistas previas a la prensa.

people-title = Quién lleva esta carta
people-name = Nombre
people-role = Función
people-role-of = Función de { $name }
people-change = Cambiar la función
people-remove = Retirar
people-link = Dar un nuevo enlace
people-link-what = ¿Alguien ha perdido todas sus llaves de acceso? Dele un nuevo enlace cuando le conste que es esa persona: lleva a una nueva llave, termina sus sesiones abiertas, y cada titular de sus cartas ve en Qué se hizo que usted lo dio.
people-revoke = Revocar
people-invited = Con invitación; el enlace sirve hasta el { $until }.
people-linked = Recibió un nuevo enlace para una llave de acceso; sirve hasta el { $until }.
roles-title = Qué puede hacer cada función
invite-title = Invitar a alguien
invite-what = El enlace sirve una sola vez, durante 48 horas, y entra quien lo abra primero.
invite-name = Su nombre
invite-email = Su correo electrónico
invite-email-hint = El enlace se envía allí. Sin dirección se le muestra a usted, para que lo entregue.
invite-submit = Invitar
link-title = Un enlace para una persona
link-what = Entregue esto a { $name } en confianza.
link-once = Solo se muestra esta vez. Sirve una sola vez, durante 48 horas.
link-back = Volver a la carta

sign-in-title = Iniciar sesión
sign-in-what = Para quienes llevan una carta. Firmar una carta no requiere cuenta.
sign-in-button = Entrar con una llave de acceso
sign-in-lost = Ya no tengo ninguna llave de acceso
fresh-title = ¿Sigue siendo usted?
fresh-what = Lo que va a hacer requiere otra vez su llave de acceso.
fresh-button = Mostrar mi llave y continuar
unsent-title = Aún no se ha guardado
unsent-what = Su sesión ha terminado. No se ha guardado nada, y nada de lo que escribió se ha perdido: está en esta página, y en ningún otro sitio. Déjela abierta.
unsent-what-anew = Ha iniciado otra sesión desde que abrió este formulario. Aún no se ha guardado nada, y nada de lo que escribió se ha perdido: envíelo una vez más.
unsent-sign-in = Iniciar sesión en otra ventana
unsent-then = Cuando haya iniciado la sesión allí, vuelva a esta página y envíelo.
unsent-typed = Lo que escribió
unsent-send = Enviarlo de nuevo
recovery-title = Volver a entrar con un código de recuperación
recovery-what = Escriba el código que imprimió. Sirve una sola vez y lleva a una nueva llave de acceso.
recovery-label = Código de recuperación
recovery-wrong = Este código no sirve aquí. Cada uno sirve una sola vez; compárelo con su impreso, letra por letra.
recovery-submit = Continuar
recovery-else = ¿Tampoco tiene código? Quien administra este servidor puede darle un nuevo enlace.
deletion-title = Borrar esta carta
deletion-what = Se borra todo lo de esta carta, al momento y para siempre, para todas las personas que la llevan. Nadie puede recuperarla.
deletion-lost = Lo que se pierde
deletion-lost-languages = { $count ->
    [one] El texto en un idioma, con sus versiones anteriores
   *[other] El texto en { $count } idiomas, con sus versiones anteriores
}
deletion-lost-versions = { $count ->
    [one] Una versión que se abrió a la firma
   *[other] { $count } versiones que se abrieron a la firma
}
deletion-lost-founders = { $count ->
    [one] Un firmante fundador de la lista; su enlace deja de servir y nadie le avisa
   *[other] { $count } firmantes fundadores de la lista; sus enlaces dejan de servir y nadie les avisa
}
deletion-lost-accepted = { $count ->
    [one] La firma de un fundador que ha aceptado, con su dirección
   *[other] Las firmas de { $count } fundadores que han aceptado, con sus direcciones
}
deletion-lost-spreadsheets = { $count ->
    [one] Una hoja de cálculo
   *[other] { $count } hojas de cálculo
}
deletion-lost-previews = { $count ->
    [one] Un enlace previo
   *[other] { $count } enlaces previos
}
deletion-lost-keys = { $count ->
    [one] La mitad pública de una clave, con la que se sellan sus contactos
   *[other] Las mitades públicas de { $count } claves, con las que se sellan sus contactos
}
deletion-lost-people = { $count ->
    [one] La función de una persona que la organiza, y la lista de lo que se hizo
   *[other] Las funciones de { $count } personas que la organizan, y la lista de lo que se hizo
}
deletion-left = Quien administra el servidor sigue viendo que usted la borró y su palabra en las direcciones. Una copia de seguridad del servidor la conserva hasta que se borre la copia; sus claves no están en ninguna. Una carta lanzada no se puede borrar.
deletion-word = Para borrarla, escriba su palabra en las direcciones: { $word }
deletion-wrong = Esto no es { $word }. No se borró nada.
deletion-button = Borrarla para siempre

invitation-title = Tiene una invitación
invitation-letter = { $name }, se le invita a llevar la carta { $title }.
invitation-server = { $name }, se le invita a crear cartas aquí.
invitation-recovers = { $name }, este enlace le da una nueva llave de acceso. Con ello terminan todas sus sesiones abiertas.
invitation-as-myself = Aceptar con la cuenta que tiene la sesión iniciada
invitation-or-new = O empezar una cuenta nueva
invitation-button = Crear una llave de acceso y entrar
passkey-what = Una llave de acceso sustituye a la contraseña. Se queda en su teléfono, su ordenador o una llave de seguridad, y se abre con el dedo, la cara o su código. No hay nada que recordar ni nada que se pueda robar de este servidor.
passkey-name = Nombre de la llave de acceso
passkey-name-hint = Para reconocerla más tarde: «Mi teléfono», «Llave azul».
new-passkey-title = Añadir una llave de acceso
ceremony-failed = No ha funcionado. Se canceló o tardó demasiado, o esta llave no es de aquí. Puede intentarlo otra vez; si vuelve a fallar, cargue la página de nuevo.
ceremony-missing = Este navegador no tiene llaves de acceso. Las tienen Firefox, Chrome, Edge y Safari actuales, si la dirección del sitio empieza por https.
ceremony-no-script = Las llaves de acceso necesitan JavaScript, solo en esta página. Todo lo que hacen quienes leen y firman funciona sin él.
place-elsewhere = Las llaves de acceso pertenecen a un nombre, y esta página se abrió con otro. Ábrala aquí:
place-nowhere = Las llaves de acceso pertenecen al nombre de un servidor, y este solo tiene una dirección de red. Quien lo administra puede darle un nombre.

account-title = Su acceso
account-passkeys = Llaves de acceso
account-used = usada por última vez: { $at }
account-rename = Cambiar el nombre
account-code = Código de recuperación
account-code-none = No hay ninguno. Con un código impreso podrá volver a entrar si pierde todas las llaves. Cree uno ahora y guárdelo donde guarda sus papeles.
account-code-there = Hay uno. Uno nuevo ocuparía su lugar.
account-code-make = Crear un código de recuperación
account-sessions = Sesiones abiertas
account-sessions-what = Una sesión termina sola tras doce horas sin uso y, en todo caso, a los catorce días.
account-this-session = (esta)
account-session = desde: { $begun }; último uso: { $seen }
account-end-session = Terminarla
recovery-code-title = Su código de recuperación
recovery-code-what = Imprima esta página o anote el código. Quien lo tenga puede entrar en su nombre.
recovery-code-where = Se escribe en
recovery-code-once = Solo se muestra esta vez. Los códigos anteriores ya no sirven.

trail-title = Qué se hizo
trail-what = Cada acto de quienes organizan esta carta. No nombra a ningún firmante ni ninguna dirección.
trail-export = Todo en una tabla (CSV)
trail-when = Cuándo
trail-who = Quién
trail-did = Qué
trail-operator = quien administra el servidor
trail-pages = Más atrás
trail-older = Anteriores
trail-invited = invitó a
trail-invitation-revoked = revocó el enlace para
trail-joined = aceptó una invitación
trail-role-changed = cambió una función
trail-removed = retiró a
trail-making-taken = retiró el derecho a crear cartas a
trail-signed-in = inició sesión
trail-signed-out = cerró la sesión
trail-passkey-added = añadió una llave de acceso
trail-passkey-renamed = cambió el nombre de una llave de acceso
trail-passkey-removed = retiró una llave de acceso
trail-recovery-code-made = creó un código de recuperación
trail-recovery-code-used = usó un código de recuperación
trail-recovered = dio un nuevo enlace a
trail-session-ended = terminó una sesión
trail-trail-exported = exportó esta lista
trail-part-text = { $value }
trail-part-name = { $value }
trail-part-key = { $value }
trail-part-letter = { $value }
trail-part-translator = con el enlace de { $value }
trail-part-role = como: { $value }
trail-part-from = antes: { $value }
trail-part-to = ahora: { $value }
trail-part-number = n.º { $value }
trail-part-rule = por la regla n.º { $value }
trail-part-entry = entrada { $value }
trail-part-count = cuántos: { $value }
trail-part-version = versión { $value }
trail-part-revision = de vuelta a la versión { $value }
trail-part-language = { $value }
trail-part-reason = motivo: { $value }
trail-part-setting = { $value }
trail-part-how = { $value }
trail-setting-languages = idiomas ofrecidos
trail-setting-default = idioma del que se traduce
trail-setting-closing = último día para firmar
trail-setting-retention = día hasta el que se guardan las direcciones
trail-setting-organizers = quién la lleva
trail-setting-contact = dónde escribir
trail-setting-privacy = palabras sobre la privacidad
trail-setting-watched = nombres vigilados
trail-how-vouched = con aval
trail-how-taken-away = quitado
trail-how-accepted = con su firma
trail-how-remove = elimina lo que hay
trail-how-approve = aprueba lo que espera
trail-how-reject = rechaza lo que espera

refusal-invitation = Este enlace ya no sirve
refusal-what-invitation = Sirve una sola vez y por poco tiempo. Si lo usó, entre con la llave de acceso que creó. Si no, pida otro a quien le invitó.
refusal-passkey = La llave de acceso no abrió
refusal-what-passkey = Su respuesta llegó tarde o dos veces, o no es de nadie que organice aquí. No se hizo nada. Vuelva atrás e inténtelo otra vez.
refusal-foreign = Esto no vino de su propia página
refusal-what-foreign = El formulario se envió desde otro sitio o desde una página de una sesión terminada. No se hizo nada. Cargue la página de nuevo y envíelo otra vez.
refusal-role = Su función no llega a tanto
refusal-what-role = No se hizo nada. Puede hacerlo una persona titular de la carta, o cambiarle a usted la función.
refusal-last-owner = Una carta conserva titular
refusal-what-last-owner = Es la última persona titular. Nombre antes a otra.
refusal-reaches-further = Esta cuenta puede más que la suya
refusal-what-reaches-further = Un nuevo enlace abre todo lo que puede hacer su titular, aquí y en el resto de este servidor; por eso solo puede darlo quien puede hacer todo eso. No se hizo nada. Retire a esta persona e invítela de nuevo, o pídalo a quien administra el servidor.
refusal-last-passkey = Es su última forma de entrar
refusal-what-last-passkey = Añada antes otra llave de acceso o cree un código de recuperación.
refusal-no-host-name = Este servidor no tiene nombre
refusal-what-no-host-name = Las llaves de acceso pertenecen al nombre de un servidor, y este solo tiene una dirección de red. Quien lo administra puede cambiarlo.
refusal-name = Este nombre no se puede usar
refusal-what-name = Cabe una línea de 80 caracteres como máximo, con alguna letra y sin direcciones web. No se hizo nada. Vuelva atrás y escriba otro.
refusal-address = Esto no es una dirección de correo
refusal-what-address = No se hizo nada. Vuelva atrás y escríbala otra vez, como nombre@example.org, o déjela vacía y entregue usted el enlace.

mail-invitation-sender = Invitaciones
mail-invitation-subject = Invitación
mail-invitation-first = { $by } invita a { $name } a ayudar a llevar una carta abierta en { $host }. Si no hace nada, no pasa nada, y el enlace deja de servir a las { $hours } horas.
mail-invitation-open = Con este enlace entra, una sola vez, quien lo abra primero:
mail-invitation-button = Abrir la invitación
mail-invitation-not = Si no conoce a nadie con ese nombre, borre este correo. La carta no se nombra aquí a propósito.
