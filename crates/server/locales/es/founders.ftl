# Firmantes fundadores antes del lanzamiento: la lista, sus hojas de cálculo, las invitaciones y sus respuestas.

founders-title = Firmantes fundadores
founders-lead = Quienes quiere que hayan firmado cuando la carta se haga pública. Cada cual recibe una invitación confidencial, con un enlace propio: por correo o, si no hay dirección, de su mano.
founders-launched = La carta se ha lanzado. Quien aceptó figura en su lista; los nombres y direcciones de los demás se han borrado.
founders-missing-text = Aún no se puede invitar a nadie: no se ha publicado para la firma ningún texto.
founders-missing-recipients = Aún no se puede invitar a nadie: la carta no tiene claves de los contactos.
founders-missing-tests = Aún no se puede invitar a nadie: no todas las claves de los contactos están probadas, y podrían sellarse con una perdida.
founders-key-lost = No se pueden leer los nombres ni las direcciones de los fundadores de esta carta: la clave bajo la que están falta o está dañada en el servidor. Mientras tanto no se invita ni se añade a nadie, y los enlaces de los fundadores dicen que ahora no se pueden abrir. No se pierde ninguna respuesta. Avise a quien administra el servidor: «undersigned doctor» dice qué archivo hay que reponer. Si no hay copia, quite de la lista a quienes no hayan aceptado y añádalos de nuevo.
board-title = Estado
board-what = «Enlace abierto» dice que alguien abrió el enlace, la persona invitada o un filtro de correo; nada en el mensaje informa de vuelta. «Enlace entregado» cuenta a quienes alguien de la organización hizo un enlace.
board-who = Quién
board-listed = Sin invitar
board-invited = Invitados
board-handed = Enlace entregado
board-visited = Enlace abierto
board-held = Por decidir
board-accepted = Aceptaron
board-declined = Rechazaron
board-bounced = Correo rechazado
board-silent = Sin respuesta aún
board-all = Todos
board-countries = Por país
board-map-what = Dónde aceptaron. La tabla tiene las mismas cifras, y más.
founders-ask = Invitar y recordar
founders-ask-what = Las invitaciones salen en el idioma de cada cual y dicen su nombre, no el de la carta. Un recordatorio sale como pronto tres días después del último mensaje, tres veces en total.
founders-unaddressed = { $count ->
    [one] Una persona o entidad no tiene dirección y no recibe correo: haga un enlace y entrégueselo.
   *[other] { $count } no tienen dirección y no reciben correo: haga un enlace para cada cual y entrégueselo.
}
founders-unaddressed-who = Ver quiénes
founders-no-address = sin dirección
founders-other-keys = sellados para otras claves
founders-earlier-text = con un texto anterior
founders-earlier = { $count ->
    [one] Un firmante fundador aceptó una versión del texto anterior a la que se publicaría.
   *[other] { $count } firmantes fundadores aceptaron una versión del texto anterior a la que se publicaría.
}
founders-earlier-what = Constan bajo lo que leyeron. Desde aquí no se les puede enviar correo, porque su dirección está sellada: pregúnteles usted. Su enlace muestra el texto más reciente, y quien guarda ahí sus datos consta bajo él.
founders-held = { $count ->
    [one] Una aceptación espera su decisión, y no cuenta hasta entonces: el nombre es otro que el de la lista, o está en la lista de vigilancia.
   *[other] { $count } aceptaciones esperan su decisión, y no cuentan hasta entonces: los nombres son otros que los de la lista, o están en la lista de vigilancia.
}
founders-held-what = «Es correcto» toma la respuesta tal como está. «Preguntar otra vez» la descarta y vuelve al nombre de su lista: envíe un recordatorio, o haga un enlace para entregar.
founders-undecided-changed = No se ha decidido nada: se cambió mientras usted miraba, o decidió otra persona. Mírelo de nuevo, por favor.
founders-undecided-taken = No se ha decidido nada: otra firma del mismo buzón lleva este nombre.
founders-undecided-too-many = No se ha decidido nada: este buzón tiene ya todas las firmas que puede tener.
founders-made = El enlace para { $name }
founders-made-once = Solo se muestra esta vez; un enlace que se le hizo aquí antes ya no lleva a ninguna parte. Quien lo tenga puede responder en su lugar. Entréguelo por un medio de confianza: en persona, o por una mensajería que cifre.
founders-email-hint = Sin ella no recibe correo: usted hace un enlace y lo entrega.
founders-invite-all = { $count ->
    [one] Invitar a quien falta por invitar
   *[other] Invitar a los { $count } que faltan por invitar
}
founders-remind-all = { $count ->
    [one] Recordárselo a quien no ha respondido
   *[other] Recordárselo a los { $count } que no han respondido, donde se pueda
}
founders-mails = { $count ->
    [one] Sale un correo.
   *[other] Salen { $count } correos.
}
founders-mails-none = No le toca a nadie, y no sale ningún correo. Un recordatorio sale tres días después del último correo como pronto, tres veces en total, y nunca a una dirección que rechazó uno.
founders-list = La lista
founders-filter = Mostrar
founders-none = Aún no hay nadie.
founders-chosen-what = Desde el lanzamiento, la página de la carta muestra las cuatro primeras, en este orden. Después se cambia en las declaraciones.
founders-add = Añadir a alguien
founders-more = Nombre del contacto, sitio web, título, afiliación
founders-add-submit = Añadir a la lista
founders-another = Es otra persona con el mismo nombre
founder-state-listed = sin invitar
founder-state-due = se está escribiendo el mensaje
founder-state-invited = invitado
founder-state-held = aceptó, por decidir
founder-state-accepted = aceptó
founder-state-declined = rechazó
founder-said-waiting = Esta declaración espera a que alguien de la organización la lea.
founder-said-approved = Esta declaración será pública con la carta.
founder-said-refused = Esta declaración no será pública.
founder-logo-waiting = Este logotipo espera a que alguien de la organización lo vea.
founder-logo-approved = Este logotipo será público con la carta.
founder-logo-refused = Este logotipo no será público.
founder-forgotten = borrado en el lanzamiento
founder-in-roll = ahora en la lista pública, con el nombre que allí se muestra
founder-unreadable = ahora no se puede leer
founder-mailed = Mensajes: { $count }, el último el { $at }.
founder-visited = Enlace abierto en las horas de: { $list }.
founder-bounced = Su servidor de correo lo rechazó: { $at }. ¿Es correcta la dirección?
founder-answered = Respondió el { $at }.
founder-handed = Enlace hecho para entregar: { $at }.
founder-unaddressed = Sin dirección de correo: no sale ningún mensaje. Haga un enlace y entréguelo.
founder-sealed-elsewhere = Su dirección está sellada para otras claves que las de hoy. Pida que abra su enlace, la dé otra vez y guarde.
founder-earlier-text = Aceptó una versión anterior del texto. Su enlace muestra la más reciente; la acepta quien guarda sus datos.
founder-held = La respuesta no lleva el nombre de la lista, o nombra a alguien de la lista de vigilancia. Hasta que usted decida no cuenta como aceptada.
founder-held-listed = En la lista
founder-held-given = En la respuesta
founder-held-watched = En la lista de vigilancia
founder-name-right = Es correcto
founder-ask-again = Preguntar otra vez
founder-invite = Invitar
founder-remind = Recordar
founder-link = Hacer un enlace para entregar
founder-link-again = Hacer otro enlace
founder-approve-logo = Aprobar el logotipo
founder-refuse-logo = Dejar fuera el logotipo
founder-approve = Aprobar la declaración
founder-refuse = Dejarla fuera
founder-field-kind = Tipo
founder-field-name = Nombre
founder-field-country = País
founder-field-email = Correo electrónico
founder-field-contact-name = Nombre del contacto
founder-field-language = Idioma
founder-field-website = Sitio web
founder-field-title = Título
founder-field-affiliation = Afiliación
founder-problem-missing = Está vacío.
founder-problem-too-long = Es demasiado largo.
founder-problem-unprintable = Contiene signos que no se pueden imprimir, o se guardó con otra codificación.
founder-problem-has-address = No puede contener una dirección web.
founder-problem-not-an-email = No es una dirección de correo como nombre@example.org.
founder-problem-unknown-country = No es el nombre de un país ni un código como DE. ZZ significa desconocido.
founder-problem-not-a-website = No es una dirección como https://example.org.
founder-problem-unknown-choice = Escriba individual, organization o company.
founder-problem-not-a-name = No tiene ninguna letra ni cifra.
founder-problem-language = No es el nombre de un idioma ni una etiqueta como es o pt-BR.
founder-problem-repeated = La línea { $figure } dice lo mismo.
founder-problem-known = Esta entrada ya está en la lista.
founder-problem-namesake = { $figure ->
    [0] Este nombre ya está en la lista, con otros datos: ¿la misma persona u otra?
   *[other] La línea { $figure } tiene el mismo nombre, con otros datos: ¿la misma persona u otra?
}

sheet-title = Desde una hoja de cálculo
sheet-what = Una línea para cada cual, con nombre y país al menos, y correo donde lo tenga; la primera línea nombra las columnas, en cualquier orden. No se guarda nada antes de que haya visto qué está mal en qué línea.
sheet-of = Hoja de cálculo del { $at }
sheet-file = Archivo
sheet-file-hint = CSV o texto con tabuladores, hasta 32 MB, tal como lo guarda «Guardar como» en cualquier hoja de cálculo.
sheet-paste = O pegue las celdas
sheet-paste-hint = Márquelas en la hoja de cálculo, con la línea que nombra las columnas, copie y pegue.
sheet-bring = Examinar
sheet-unfit-empty = No hay nada que importar: hace falta una línea que nombre las columnas, y líneas debajo.
sheet-unfit-workbook = Esto es un libro de cálculo. En su programa elija «Guardar como» y CSV, y traiga ese archivo.
sheet-unfit-binary = Este archivo no es texto. En su hoja de cálculo elija «Guardar como» y CSV, y traiga ese archivo.
sheet-state-mapping = ¿Qué contienen las columnas?
sheet-state-checking = Se están comprobando las líneas.
sheet-state-checked = Se comprobaron todas las líneas. Aún no se ha importado nada.
sheet-state-importing = Se están importando las líneas correctas.
sheet-state-done = Importado.
sheet-stale = Esta hoja de cálculo ha avanzado desde que se cargó la página: en otra pestaña, o porque alguien siguió con ella. Lo que envió no cambió nada. Abajo está su estado actual.
sheet-separator-comma = comas
sheet-separator-semicolon = puntos y comas
sheet-separator-tab = tabuladores
sheet-read-as = Leído como { $encoding }, con { $separator } entre las columnas. Si hay letras extrañas, guárdelo como UTF-8 y tráigalo de nuevo.
sheet-columns = Columnas
sheet-columns-what = Lo que contiene cada una se ha adivinado por su nombre. Compárelo con lo que hay en ella.
sheet-column = Columna «{ $name }»
sheet-nothing = (se pasa por alto)
sheet-kind = Donde una línea no dice el tipo, son
sheet-kind-each = (lo dice cada línea)
sheet-missing = Ninguna columna contiene esto: { $field }.
sheet-twice = Dos columnas no pueden contener lo mismo: { $field }.
sheet-check = Comprobar todas las líneas
sheet-running = Puede dejar esta página; el trabajo continúa.
sheet-again = Ver por dónde va
sheet-count-done = { $count ->
    [one] Una línea hasta ahora.
   *[other] { $count } líneas hasta ahora.
}
sheet-count-good = { $count ->
    [one] Una línea es correcta.
   *[other] { $count } líneas son correctas.
}
sheet-count-known = { $count ->
    [0] Ninguna está ya en la lista.
    [one] Una ya está en la lista y queda como está.
   *[other] { $count } ya están en la lista y quedan como están.
}
sheet-count-namesakes = { $count ->
    [one] Una lleva el nombre de alguien que ya está, con otros datos. Se deja fuera, salvo que abajo diga que es otra persona.
   *[other] { $count } llevan el nombre de alguien que ya está, con otros datos. Se dejan fuera, salvo que abajo diga que son otras personas.
}
sheet-count-unaddressed = { $count ->
    [one] Una no tiene dirección de correo: no puede salir ningún mensaje, y usted entrega un enlace.
   *[other] { $count } no tienen dirección de correo: no puede salir ningún mensaje, y usted entrega un enlace a cada cual.
}
sheet-count-bad = { $count ->
    [0] Ninguna línea está mal.
    [one] Una línea no es correcta y se deja fuera.
   *[other] { $count } líneas no son correctas y se dejan fuera.
}
sheet-count-added = { $count ->
    [0] Nadie era nuevo en la lista.
    [one] Se añadió una entrada a la lista.
   *[other] Se añadieron { $count } entradas a la lista.
}
sheet-import = { $count ->
    [0] Añadir las marcadas arriba
    [one] Añadir la entrada nueva
   *[other] Añadir las { $count } entradas nuevas
}
sheet-import-what = Con esto no se invita a nadie. Para corregir líneas, cambie la hoja y tráigala de nuevo: nadie se añade dos veces.
sheet-to-founders = A la lista
sheet-faults = Qué está mal, línea por línea
sheet-line = Línea
sheet-field = Columna
sheet-problem = Qué está mal
sheet-more-faults = Más líneas
sheet-keep-others = Guardar estas marcas y ver más líneas
sheet-discard = Desechar esta hoja de cálculo

mail-founding-subject = Una invitación confidencial
mail-founding-subject-again = Recordatorio de una invitación confidencial
mail-founding-first = { $by } invita a { $name } a estar entre los primeros en firmar una carta abierta, en { $host }. Si no hace nada, no se publica nada.
mail-founding-first-again = { $by } ha invitado a { $name } a estar entre los primeros en firmar una carta abierta, en { $host }, y agradecería una respuesta. Si no hace nada, no se publica nada.
mail-founding-open = En su página privada puede leer la carta, corregir cómo figuraría, y aceptar o rechazar:
mail-founding-button = Leer la carta
mail-founding-confidence = La carta aún no es pública. Guarde en confianza la carta, y que existe, hasta que lo sea. No se nombra aquí a propósito.
mail-founding-personal = El enlace es solo suyo: quien lo tenga puede responder en su lugar. No lo reenvíe, por favor.
mail-founding-seen = Si acepta, antes de que la carta sea pública verán sus datos de firmante la organización y los periodistas y aliados a quienes esta dé una vista previa privada.
mail-founding-not = Si rechaza en esa página, su dirección se borra aquí y no sigue ningún recordatorio.

invited-title = Invitación a firmar entre los primeros
invited-lead = { $by } invita a { $name } a ser firmante fundador de esta carta.
invited-confidence = La carta aún no es pública. Guarde en confianza la carta, y que existe, hasta que lo sea.
invited-personal = Esta página es solo suya: quien tenga su enlace puede responder en su lugar. La organización ve cuándo se abrió.
invited-accepted = Aceptó el { $date }, { $hour } UTC.
invited-held = Aceptó el { $date }, { $hour } UTC. Como sus datos difieren de a quién invitó la organización, alguien de ella los mira antes.
invited-held-what = Hasta que esté de acuerdo no cuenta, y nada de ello se publica. Aquí puede cambiarlo o retirarlo.
invited-asked-again = Su respuesta del { $date }, { $hour } UTC no cuenta: difería de a quién invitó la organización. Responda otra vez, por favor, o consulte con ella.
invited-declined = Rechazó el { $date }, { $hour } UTC.
invited-until-launch = Nada es público antes que la carta. Hasta entonces puede cambiarlo todo aquí, o retirarlo.
invited-declined-what = Su dirección se ha borrado y no sigue ningún recordatorio. Si lo piensa mejor antes de que la carta se haga pública, aún puede aceptar aquí.
invited-shown = Cómo figurará
invited-answer = Su respuesta
invited-change = Cambiar sus datos
invited-correct = Corrija lo que no esté bien.
invited-name-hint = Se muestra en público desde el lanzamiento de la carta.
invited-website-hint = Se muestra en público desde el lanzamiento de la carta.
invited-email-unknown = Aquí aún no se conoce. Nunca se muestra, y se sella para que solo la organización pueda abrirla.
invited-email-deleted = La suya se borró cuando rechazó. Nunca se muestra, y se sella para que solo la organización pueda abrirla.
invited-email-sealed = Las claves de la organización han cambiado, y aquí nadie puede leer la que dio. Nunca se muestra, y se sella para que solo la organización pueda abrirla.
invited-sealed-elsewhere = Las claves de la organización han cambiado desde que aceptó. Dé abajo su dirección otra vez y guarde, para que puedan escribirle. Su respuesta sigue en pie en todo caso.
invited-earlier-text = El texto ha cambiado desde que aceptó. Usted consta bajo la versión que leyó; abajo está la más reciente. Si está de acuerdo con ella, guarde sus datos una vez más.
invited-logo-later = Cuando haya aceptado podrá añadir un logotipo.
invited-means = Aceptar es figurar como firmante fundador desde el momento en que la carta se haga pública. Su dirección se sella, para que solo la organización pueda abrirla.
invited-seen = Hasta entonces, una firma aceptada la ven la organización y los periodistas y aliados a quienes esta dé una vista previa privada.
invited-accept = Aceptar y firmar
invited-save = Guardar los cambios
invited-decline-what = Si rechaza, su dirección se borra aquí.
invited-decline = Rechazar
invited-take-back = Retirarla y rechazar

refusal-not-ready = Aún no se puede invitar a nadie
refusal-what-not-ready = Antes hacen falta un texto publicado para la firma y las claves de los contactos probadas. No se hizo nada.
refusal-answered = Este firmante fundador ya ha respondido
refusal-what-answered = Tiene un enlace con el que puede cambiar su respuesta hasta que la carta se publique; un segundo sería otro camino hacia su firma. No se ha creado ningún enlace.
refusal-launched = La carta se ha lanzado
refusal-what-launched = Lo que va antes del lanzamiento ya no se puede cambiar. No se hizo nada.
refusal-invited-later = Esta invitación no se puede abrir ahora
refusal-what-invited-later = Falta algo en el servidor que solo puede reponer quien lo administra. Lo que haya respondido sigue en pie y su enlace sigue siendo válido: inténtelo más tarde, o avise a quien le invitó.
refusal-founders-key = No se puede leer a los fundadores
refusal-what-founders-key = La clave bajo la que están los fundadores de esta carta falta o está dañada en el servidor. No se hizo nada. Quien administra el servidor escribe allí «undersigned doctor», que dice qué archivo hay que reponer.

trail-founders-listed = añadió a la lista de firmantes fundadores
trail-signatories-imported = trajo firmas fundadoras de archivos
trail-spreadsheet-brought = trajo una hoja de cálculo de firmantes fundadores
trail-spreadsheet-mapped = dijo qué contienen las columnas de una hoja de cálculo
trail-spreadsheet-imported = hizo importar una hoja de cálculo
trail-spreadsheet-told-apart = dijo qué líneas de una hoja de cálculo nombran a otras personas con el mismo nombre
trail-spreadsheet-discarded = descartó una hoja de cálculo
trail-founders-invited = invitó a firmantes fundadores
trail-founders-reminded = envió recordatorios a firmantes fundadores
trail-founder-removed = quitó de la lista a un firmante fundador
trail-statement-refused = dejó fuera la declaración de un firmante fundador
trail-founder-link-made = hizo un enlace para entregar al firmante fundador
trail-founder-name-approved = aceptó otro nombre del firmante fundador
trail-founder-asked-again = pidió otra respuesta al firmante fundador
trail-preview-made = creó un enlace previo para
trail-preview-revoked = revocó el enlace previo para
trail-launch-scheduled = fijó el lanzamiento para
trail-launch-cancelled = canceló el lanzamiento
trail-launched = lanzó la carta

previews-title = Vistas previas para la prensa y aliados
previews-lead = Un enlace privado muestra la carta en cada idioma y quién la funda hasta ahora, bajo embargo, y nada más. Cree uno para cada persona, para poder revocarlo solo a él y ver cuándo se usó.
previews-made = El enlace para { $name }
previews-once = Se muestra solo esta vez. Quien lo tenga puede leer la carta hasta que lo revoque.
previews-make = Crear un enlace
previews-name = Para quién
previews-name-hint = Solo lo ve la organización.
previews-submit = Crear el enlace
previews-list = Enlaces
previews-none = No hay ninguno.
previews-revoke = Revocar
preview-used = creado el { $made }, usado por última vez el { $used }
preview-unused = creado el { $made }, aún sin usar
preview-tab = Bajo embargo
preview-until = Bajo embargo hasta el { $date }, { $hour } UTC.
preview-embargo = Bajo embargo hasta que se lance; el minuto aún no está fijado.
preview-personal = Esta página se hizo solo para usted. No pase su dirección a nadie, por favor.
preview-no-text = Aún no se ha publicado ningún texto.
preview-founders = { $count ->
    [0] Nadie ha firmado aún, a { $date }, { $hour } UTC.
    [one] Una firma hasta ahora, a { $date }, { $hour } UTC.
   *[other] { $count } firmas hasta ahora, a { $date }, { $hour } UTC.
}

launch-title = Lanzamiento
launch-lead = En el lanzamiento la carta, su registro y todas las firmas fundadoras se hacen públicos en un mismo momento.
launch-done = La carta se ha lanzado.
launch-set = Cuándo
launch-scheduled = { $date }, { $time } en { $zone } ({ $offset }), es decir, { $at }. Lo fijó { $who }.
launch-failed = No se lanzó en su minuto:
launch-cancel = Cancelarlo
launch-checklist = Lista de comprobación
launch-names = Si la carta recibe un nombre de servidor propio: los registros de certificados son públicos y muestran cada nombre desde el momento en que se le hace un certificado. Bajo embargo, use un nombre que no diga nada, o un certificado para todos los nombres de un dominio.
launch-at = Lanzar en un minuto fijado
launch-at-what = Se lanza sola, también cuando el servidor vuelve después de ese minuto. Hasta entonces puede moverlo o cancelarlo. Si en ese minuto falta algo necesario, no se lanza, y esta página dice qué.
launch-date = Fecha
launch-time = Hora
launch-zone = Zona horaria
launch-which = Entonces se atrasan los relojes y esta hora llega dos veces. ¿Cuál?
launch-schedule = Fijar el lanzamiento
launch-no-zone = Elija una zona horaria de la lista.
launch-no-time = Indique una fecha y una hora.
launch-past = Esta hora ya pasó. Para lanzar de inmediato, use el botón de abajo.
launch-stale = Entretanto otra persona fijó el lanzamiento o lo anuló. Mire qué está fijado ahora y envíe de nuevo lo que quiera.
launch-skipped = Entonces se adelantan los relojes y esta hora no existe. La siguiente es { $date }, { $time }.
launch-twice = Entonces se atrasan los relojes y esta hora llega dos veces. Elija abajo cuál.
launch-now = Lanzar ahora
launch-now-sure = La carta debe ser pública ahora. No se puede deshacer.
launch-now-unsure = Marque esto si la carta debe ser pública ahora.
launch-not-ready = Falta algo necesario: vea la lista de comprobación.
check-holds = Hecho.
check-lacks = Necesario:
check-open = Pendiente:
check-mend = Ocuparse de ello
check-text-ok = Hay un texto publicado para la firma.
check-text-not = no hay ningún texto publicado para la firma.
check-languages-ok = Cada idioma ofrecido tiene texto: { $languages }.
check-languages-not = hay idiomas ofrecidos sin texto publicado: { $languages }.
check-recipients-ok = { $all ->
    [one] La única clave de los contactos está probada.
   *[other] Las { $all } claves de los contactos están probadas.
}
check-recipients-not = { $some } de { $all } claves de los contactos están probadas. Sin todas, los contactos podrían sellarse con una clave perdida.
check-spare-key-ok = Más de una clave abre los contactos. Si se perdieran todas, los contactos se perderían para siempre.
check-spare-key-not = solo una clave abre los contactos. Si se pierde, se pierden para siempre y nadie puede recuperarlos: añada otra, guardada por otra persona.
check-spare-owner-ok = Más de una persona es titular de la carta.
check-spare-owner-not = solo una persona es titular de la carta. Una segunda puede volver a dejarla entrar.
check-released-ok = Lo que está escrito es lo que se firmará.
check-released-not = se ha escrito algo desde la última publicación del texto. Se firmará lo que se publicó.
check-organizers-ok = Dice quién lleva la carta.
check-organizers-not = no se nombra a nadie que lleve la carta. Quien firma quiere saber quién guarda su dirección.
check-watched-ok = { $some ->
    [one] Hay una línea en la lista de vigilancia.
   *[other] Hay { $some } líneas en la lista de vigilancia.
}
check-watched-not = no se vigila ningún nombre. Quien firmara con un nombre famoso sería público en el acto.
check-dates-ok = El día de cierre y la fecha de conservación están fijados.
check-dates-not = falta el día de cierre o la fecha de conservación, o ya pasó.
check-host-ok = El registro llevará el nombre de este sitio.
check-host-not = el registro llevaría para siempre el nombre de otro sitio. Haga la carta de nuevo en su propio sitio.
check-record-ok = Aún no existe ningún registro suyo.
check-record-not = puede haberse lanzado después de guardar esta base de datos. Quien lleva el servidor tiene que recuperar antes su registro.
check-invited-ok = Todos los de la lista están invitados.
check-invited-not = { $some ->
    [one] una persona de la lista de fundadores no está invitada.
   *[other] { $some } de la lista de fundadores no están invitados.
}
check-invited-nobody = no hay nadie en la lista de fundadores. Una carta puede lanzarse sin ninguno.
check-invited-refused = { $some ->
    [one] el servidor de correo de una persona de la lista rechazó la invitación. Busque otra dirección, o haga un enlace para entregarlo.
   *[other] los servidores de correo de { $some } personas de la lista rechazaron la invitación. Busque otras direcciones, o haga enlaces para entregarlos.
}
check-answered-ok = Todos los invitados han respondido.
check-answered-not = { $some } de { $all } fundadores han respondido. Quien no lo haya hecho no figura entre los firmantes.
check-names-ok = Ninguna aceptación espera por su nombre.
check-names-not = { $some ->
    [one] una persona de la lista aceptó con otro nombre que el de la lista, o con uno de la lista de vigilancia. Mientras nadie decida no figura entre los firmantes.
   *[other] { $some } fundadores aceptaron con otro nombre que el de la lista, o con uno de la lista de vigilancia. Mientras nadie decida no figuran entre los firmantes.
}
check-statements-ok = Se ha decidido sobre todas las declaraciones.
check-statements-not = { $some ->
    [one] una declaración de un fundador espera a ser leída. También esperaría después del lanzamiento.
   *[other] { $some } declaraciones de fundadores esperan a ser leídas. También esperarían después del lanzamiento.
}
check-logos-ok = Se ha decidido sobre todos los logotipos de fundadores.
check-logos-not = { $some ->
    [one] un logotipo de un fundador espera a ser visto. También esperaría después del lanzamiento.
   *[other] { $some } logotipos de fundadores esperan a ser vistos. También esperarían después del lanzamiento.
}
check-sealed-ok = Los contactos de todos los fundadores están sellados para las claves de hoy.
check-sealed-not = { $some ->
    [one] un contacto de un fundador está sellado para otras claves que las de hoy. Quien solo tenga una de las de hoy quizá no lo abra.
   *[other] { $some } contactos de fundadores están sellados para otras claves que las de hoy. Quien solo tenga una de las de hoy quizá no los abra.
}
check-earlier-ok = Cada firmante fundador que aceptó ha aceptado el texto más reciente.
check-earlier-not = { $some ->
    [one] un firmante fundador aceptó una versión anterior del texto. Consta bajo la que leyó.
   *[other] { $some } firmantes fundadores aceptaron una versión anterior del texto. Constan bajo la que leyeron.
}
check-founders-key-ok = Lo que se sabe de los fundadores se puede leer.
check-founders-key-not = lo que se sabe de los fundadores no se puede leer: su clave falta o está dañada en el servidor. «undersigned doctor» dice a quien lo administra qué archivo hay que reponer. Sin ella, ni las declaraciones que esperan ni los logotipos pueden pasar al lanzamiento.
check-mail-ok = El correo funciona: un servidor aceptó una invitación el { $at }.
check-mail-not = ningún servidor de correo ha aceptado aún una invitación, así que nadie sabe si el correo funciona.
check-own-host-ok = El nombre de servidor propio de la carta lleva aquí.
check-own-host-elsewhere = el nombre de servidor propio de la carta lleva a otra dirección que la de este sitio, o también a otras.
check-own-host-nowhere = el nombre de servidor propio de la carta aún no lleva a ninguna parte.
check-own-host-unclear = ahora mismo no se ha podido ver adónde lleva el nombre de servidor propio de la carta. Vuelva a abrir esta página dentro de un minuto.
check-doctor-ok = La última revisión del servidor, el { $at }, no encontró ningún fallo.
check-doctor-never = nadie ha revisado aún el servidor. Quien lo lleva escribe allí «undersigned doctor», que dice cómo arreglar lo que falla (docs/OPERATING.md, «Doctor»).
check-doctor-old = la última revisión del servidor, el { $at }, fue hace más de una semana. Quien lo lleva escribe allí «undersigned doctor» (docs/OPERATING.md, «Doctor»).
check-doctor-wrong = { $some ->
    [one] la última revisión del servidor, el { $at }, encontró un fallo: { $parts }. «undersigned doctor» dice a quien lleva el servidor cómo arreglarlo (docs/OPERATING.md, «Doctor»).
   *[other] la última revisión del servidor, el { $at }, encontró { $some } fallos: { $parts }. «undersigned doctor» dice a quien lleva el servidor cómo arreglarlos (docs/OPERATING.md, «Doctor»).
}
check-doctor-unchecked = la última revisión del servidor, el { $at }, no pudo ver: { $parts }. «undersigned doctor» dice a quien lleva el servidor por qué (docs/OPERATING.md, «Doctor»).
doctor-database = base de datos
doctor-record = registro
doctor-keys = claves
doctor-disk = disco
doctor-backups = copias de seguridad
doctor-clock = reloj
doctor-name-servers = servidores de nombres
doctor-site = sitio web y TLS
doctor-mail-server = servidor de correo
doctor-spf = SPF
doctor-dkim = DKIM
doctor-dmarc = DMARC
doctor-reverse-dns = DNS inverso
doctor-mx = correo devuelto (MX)
doctor-test-mail = correo de prueba
launch-missing-launched = La carta ya se había lanzado.
launch-missing-text = No hay ningún texto publicado para la firma.
launch-missing-languages = A un idioma ofrecido le falta el texto publicado.
launch-missing-recipients = No hay claves de los contactos.
launch-missing-tests = No todas las claves de los contactos están probadas.
launch-missing-dates = Falta el día de cierre o la fecha de conservación.
launch-missing-closing = El día de cierre ya pasó.
launch-missing-host = El registro llevaría el nombre de otro sitio.
launch-missing-record = Puede haberse lanzado después de guardar esta base de datos.
launch-missing-founders-key = No se pueden leer declaraciones o logotipos de fundadores: su clave falta o está dañada en el servidor.
