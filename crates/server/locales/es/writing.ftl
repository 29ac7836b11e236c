# Donde una carta se empieza, se ajusta, se escribe y se traduce.

new-letter-title = Una carta nueva
new-letter-what = Nadie más puede verla hasta que usted la lance. Todo esto puede cambiarse después, salvo su palabra en las direcciones.
new-letter-for-ever = La palabra en las direcciones queda para siempre: la llevan las firmas, los comprobantes y el registro público. El registro se llamará
new-letter-submit = Empezar la carta

label-organizer = Entidad organizadora
label-slug = Palabra en las direcciones
hint-slug = De 1 a 64 letras de la a a la z, cifras y guiones: «rios-limpios».
label-lang = Idioma en que se escribe primero
hint-lang = Elija uno de la lista o escriba su forma corta, como en, es, fr, ar o pt-BR. Después se pueden añadir más idiomas.
label-title = Título
hint-title = 300 caracteres como mucho; cuanto más corto, mejor.
label-to = A quién
hint-to = «A quienes gobiernan el mundo»
label-from = De quién
hint-from = Quién escribe la carta, tal como figura bajo el título.
label-description = En una o dos frases
hint-description = Para los buscadores y para las vistas previas donde se comparte la carta.
label-id = Nombre corto
label-brief = Demanda en breve
label-place = Lugar
label-markdown = La carta
hint-markdown = Markdown: una línea vacía empieza un párrafo, ### un título, *asteriscos* dan énfasis, [palabras](https://…) enlazan. El título de cada demanda termina en su nombre corto, así: ### Sin puertas traseras { "{#no-back-doors}" }
label-offered = Idiomas ofrecidos
label-add = Un idioma más
hint-add = Elija uno de la lista o escriba su forma corta, como de, sw o zh-Hant. Vacío no añade ninguno.
label-default = Idioma principal
hint-default = Se muestra a quien lee si no se ofrece su idioma. Los demás se traducen de él.
label-closing = Último día para firmar
hint-closing = La carta se cierra sola al final de ese día (UTC). Figura en el registro público.
label-retention = Día hasta el que se guardan las direcciones de quienes firman
hint-retention = Se le dice a cada persona que firma. Figura en el registro público.
label-name = Nombre
label-website = Sitio web
label-contact = Adónde escribir
hint-contact = Una dirección de correo o una página; se muestra en la página sobre privacidad.
label-privacy = Sus propias palabras sobre privacidad
hint-privacy = Se muestran debajo de lo que el sitio dice por sí mismo. Una línea vacía empieza un párrafo.
label-watched = Nombres vigilados
hint-watched = Uno por línea. Las grafías se separan con |; lo que va entre comillas cuenta como frase.

wrong-missing = Esto hace falta.
wrong-too-long = Esto tiene más de { $number } caracteres.
wrong-unprintable = Esto tiene caracteres que no se ven o que cambian la dirección de lo que sigue. Escríbalo de nuevo.
wrong-no-language = Esto no es una etiqueta de idioma. Son como en, pt-BR o zh-Hant.
wrong-not-offered = Este idioma no está entre los ofrecidos.
wrong-no-day = Esto no es un día. Son como 2028-12-31.
wrong-past = Este día ya pasó.
wrong-before-closing = Es anterior al último día para firmar.
wrong-no-website = Esto no es una dirección web. Son como https://example.org.
wrong-names-nobody = La línea { $number } no nombra a nadie.
wrong-no-slug = Lleva de 1 a 64 letras de la a a la z, cifras y guiones, sin guion en los extremos.
wrong-taken = Esta palabra ya está tomada en este servidor. Elija otra.
wrong-bad-id = Lleva de 1 a 40 letras de la a a la z, cifras y guiones.
wrong-same-id = Otra demanda tiene este nombre corto.
wrong-no-heading = Ningún título de la carta termina en el nombre corto de esta demanda, entre llaves y tras un #.
wrong-has-address = Contiene una dirección web, y se envía por correo. Dígalo sin ella.
wrong-too-deep = Hay citas, listas o énfasis demasiado anidados. El máximo son treinta niveles.
wrong-too-much = Esto da una página demasiado grande. Quite los signos repetidos.

mistakes-kept = Aún no se ha guardado nada. Lo que escribió sigue aquí.

settings-title = Ajustes
settings-saved = Guardado.
settings-public = La carta se ha lanzado. Sus idiomas y fechas figuran en el registro público, y la gente firmó con los nombres de quienes la organizan: eso queda. Adónde escribirles, sus palabras sobre privacidad y los nombres vigilados aún pueden cambiarse.
settings-newer = Otra persona guardó entretanto
settings-newer-what = Lo que usted escribió está en el formulario y aún no se ha guardado. Abajo está lo que difiere de lo que guardó la otra persona. Cambie lo que quiera y guarde.
settings-newer-same = Nada difiere de lo que usted escribió.
settings-theirs = Guardado entretanto:
settings-empty = (nada)
settings-organizers = Quién lleva la carta
settings-organizers-what = Como lo ven quienes leen la página sobre privacidad. Vacíe los campos de una entidad para quitarla; guarde para tener sitio para otra.
settings-privacy = Privacidad
settings-privacy-what = La página sobre privacidad dice en palabras llanas qué se guarda, cómo y hasta cuándo. Si no añade nada, dice solo eso; no hace falta más.
settings-watched-what = Quien firme con uno de estos nombres, se escriba como se escriba, espera hasta que alguien de moderación lo haya visto. Nombre a las personas que alguien querría suplantar. Una carta nueva empieza con una lista de personas de la vida pública: recórtela y añada las suyas.
settings-submit = Guardar

writing-demands = Demandas
write-title = La carta en { $language }
write-saved = Guardado como una versión a la que se puede volver.
write-newer = { $who } guardó entretanto
write-newer-what = Lo que usted escribió está en el formulario y aún no se ha guardado. Tampoco se pierde nada de lo otro: si guarda, aquello queda como versión a la que volver.
write-newer-same = Escribió lo mismo que usted.
write-newer-changes = Esto es lo que cambiaría si usted guarda:
write-unfinished = Todo está guardado. Esto hay que arreglarlo antes de que el texto pueda abrirse a la firma.
write-preview = Vista previa
write-saved-at = Guardado a las { $time }
write-waiting = Guardando…
write-offline = No se ha guardado: el servidor no responde. Lo que escribió sigue en esta página y se vuelve a intentar.
write-stale = Otra persona guardó entretanto. Pulse «Guardar» para ver ambas; no se pierde nada.
write-long = No se ha guardado: es más largo de lo que puede ser un borrador. Lo que escribió sigue en esta página; acórtelo y se guardará.
write-out = No se ha guardado: su sesión terminó o ya no puede escribir aquí. Entre en otra ventana; esta página lo vuelve a intentar.
write-last = { $who }, { $at }
write-demands-what = Cada una en una frase, que se muestra junto a la carta. Su nombre corto es el mismo en todos los idiomas y la une a su título. Vacíe ambos para quitarla; guarde para tener sitio para más.
write-demands-translated = Cada demanda conserva el nombre corto que tiene en el original.
write-heading-mark = Su título termina en
write-submit = Guardar
write-submit-over = Guardar lo mío

drift-title = El original y esta traducción difieren
drift-what = Compárelos y guarde: eso dice que la traducción corresponde al original tal como está ahora a su lado.
drift-missing = La demanda «{ $demand }» falta o no está entera: necesita su resumen y su título.
drift-extra = La demanda «{ $demand }» no está en el original.
drift-moved = La demanda «{ $demand }» está en otro lugar que en el original.
drift-changed = El original de la demanda «{ $demand }» ha cambiado desde que se tradujo.
drift-around = El original ha cambiado fuera de las demandas desde que se tradujo.

versions-title = Versiones
versions-of = Versiones en { $language }
versions-what = Se conserva una versión cuando otra persona sigue escribiendo, tras una pausa de diez minutos y cada vez que se pulsa «Guardar». Volver atrás hace una versión nueva; nunca se pierde ninguna.
versions-same = Dicen lo mismo.
versions-marks = <del>Tachado</del> está lo que se fue, <ins>subrayado</ins> lo que llegó.
versions-newest = (la más reciente)
versions-released = Abierta a la firma antes de que nadie escribiera aquí
versions-compare-newest = Comparar con la más reciente
versions-compare-before = Qué cambió
versions-restore = Volver a ella
versions-compared = De la versión { $from } a la versión { $to }
version-number = Versión { $number }
wording-deleted = Quitado:
wording-inserted = Añadido:
wording-skipped = igual en ambas
wording-end = (fin)

texts-title = Textos
texts-what = Lo que dice la carta, en cada idioma. Es solo de ustedes hasta que se abra a la firma.
texts-language = Idioma
texts-state = Estado
texts-source = los demás se traducen de él
texts-add = Añadir o quitar un idioma
texts-empty = Sin empezar.
texts-no-body = Falta la carta misma.
texts-mistakes = { $count ->
    [one] Hay que arreglar una cosa.
   *[other] Hay que arreglar { $count } cosas.
}
texts-drift = { $count ->
    [one] Una diferencia con el original.
   *[other] { $count } diferencias con el original.
}
texts-fit = Completo.
texts-progress = { $done } de { $due }

preview-word = Vista previa.
preview-what = Así se verá el texto. No está abierto a la firma, nadie más puede verlo y aquí no se puede firmar nada.

trail-letter-made = empezó la carta
trail-letter-imported = trajo la carta de archivos
trail-letter-deleted = borró la carta
trail-settings-changed = cambió los ajustes
trail-text-saved = guardó el texto en
trail-text-restored = volvió a una versión anterior en
trail-translator-invited = hizo un enlace para traducir
trail-translator-ended = anuló un enlace para traducir
trail-released = abrió textos a la firma
trail-logo-changed = cambió el logotipo

release-title = Abrir a la firma
release-none = Aún no se ha abierto ningún texto a la firma: antes nadie puede firmar.
release-newest = La versión { $version } es la que se firma.
release-done = Abierto a la firma. Puede tardar unos segundos hasta que se vea.
release-unchanged = Lo escrito aquí es esa versión.
release-lacks = Antes de que lo escrito pueda abrirse a la firma:
release-what = Todo está. Con esto pasa a ser el texto que se firma, en todos sus idiomas. Mientras nadie lo haya firmado, puede abrirse de nuevo.
release-what-public = Todo está. Con esto pasa a ser la versión siguiente: desde entonces se firma esta. Quien firmó antes queda bajo la versión que firmó; lo dice la página de la carta y lo dice el registro público, para siempre.
release-submit = Abrir este texto a la firma
lack-text = El texto en { $language } está sin empezar.
lack-mistakes = { $count ->
    [one] En { $language } hay que arreglar una cosa.
   *[other] En { $language } hay que arreglar { $count } cosas.
}
lack-drift = { $count ->
    [one] En { $language } hay una diferencia con el original.
   *[other] En { $language } hay { $count } diferencias con el original.
}
lack-dates = El último día para firmar, o el día hasta el que se guardan las direcciones, ya pasó o falta.
lack-organizers = No se nombra a nadie que lleve la carta.
lack-closed = La carta está cerrada.
translators-title = Traducción desde fuera
translators-what = Un enlace privado permite que alguien traduzca a un idioma sin tener cuenta. Ve el original y ese idioma, y nada más.
translators-until = El enlace funciona hasta el { $until }
translators-unused = aún sin usar
translators-end = Anular el enlace
translators-submit = Hacer un enlace
translators-link = Se muestra esta única vez y funciona 30 días. Quien lo tenga puede escribir en ese idioma; lo que guarde consta en la lista de lo hecho como de quien traduce.
refusal-translation = Este enlace para traducir ya no funciona
refusal-what-translation = Se anuló, tiene más de 30 días o se cortó. No se ha perdido nada de lo guardado. Pida otro a quien se lo dio.
trail-translator = quien traduce a { $language }
trail-name = { $name }

logo-title = Logotipo
logo-what = Se muestra en la página de la carta, encima de quién la escribe.
logo-now = El logotipo actual
logo-remove = Quitar el logotipo
logo-file = Una imagen
logo-file-hint = PNG, JPEG o WebP, de 2 MB como mucho. Se hace de nuevo y se ajusta; no se conserva lo que el archivo diga de quién lo hizo, dónde y con qué.
logo-submit = Usar esta imagen
own-logo-what = Si quiere, con la firma se muestra un logotipo, cuando una persona lo haya visto. No forma parte del registro, y puede cambiarlo o quitarlo cuando quiera.
own-logo-picture = El logotipo tal como se mostrará
own-logo-waiting = Espera a que una persona lo vea. Hasta entonces no lo ve nadie más.
own-logo-approved = Se aprobó, y será público con la carta.
own-logo-refused = La organización no lo mostrará. Puede enviar otro.
own-logo-shown = Es público.
own-logo-submit = Enviar esta imagen
own-logo-remove = Quitar el logotipo
bad-logo-missing = No se eligió ninguna imagen.
bad-logo-too-large = Este archivo pasa de 2 MB.
bad-logo-svg = SVG es un dibujo que puede llevar programas, y no se admite. Expórtelo como PNG.
bad-logo-unknown = Esto no es PNG, JPEG ni WebP.
bad-logo-broken = Esta imagen está dañada, está incompleta o tiene más de 5000 píxeles de lado.

# What readers see of versions.
letter-newer-text = Este texto, la versión { $version }, sustituye a uno anterior desde el { $date }. Quien firmó antes queda bajo la versión que firmó:
form-superseded = El texto ha cambiado desde que abrió esta página. No se ha enviado nada. Léalo de nuevo, por favor; lo que escribió sigue abajo.
text-version-title = Una versión del texto
text-version-kicker = Versión { $version }, que se firma desde el { $date }
text-version-superseded = La sustituyó la versión { $newest }. Quien firmó esta queda bajo ella tal como está aquí.
text-version-digest = Huella de este texto (SHA-256): <code class="hash" dir="ltr">{ $digest }</code>
text-version-changes = Qué cambió la versión más reciente
