# Claves de los contactos de una carta, y los propios contactos.

keys-title = Claves de los contactos
keys-what = Quien firma deja una dirección. El servidor cierra cada una al recibirla y no puede volver a abrirla. Solo puede quien tiene una clave.
keys-lost = Si se pierden todas las claves de una carta, nadie podrá leer nunca sus contactos: ni ustedes, ni quien administra el servidor, ni quienes escribimos el programa. Por eso tengan dos, en manos de dos personas, en dos lugares.
keys-who = Quién puede abrir los contactos
keys-none = Todavía nadie. La carta solo puede publicarse cuando alguien pueda, y lo haya demostrado.
keys-one = Hay una sola clave. Si se pierde, se pierden todos los contactos: añada otra, para otra persona.
keys-unnamed = De la configuración del servidor
keys-tested = Probada el { $at }
keys-untested = Todavía sin probar: la carta no puede publicarse antes.
keys-remove = Quitar
keys-sealed = Contactos que ya están sellados: { $count }. Siguen sellados para las claves que había cuando llegaron. No tire una clave porque se haya quitado aquí.
keys-elsewhere = { $count ->
    [one] Un fundador aceptó cuando las claves no eran estas.
   *[other] { $count } fundadores aceptaron cuando las claves no eran estas.
}
keys-elsewhere-what = Sus contactos siguen sellados para aquellas claves. De aquí no puede salir ningún mensaje: el servidor dejó de tener sus direcciones al sellarlas. Pídales ustedes que abran sus enlaces, den su dirección otra vez y guarden; quien haya perdido el enlace recibe uno de su mano. Sus respuestas siguen en pie en todo caso. Mientras tanto, conserven las claves antiguas.
keys-elsewhere-who = Ver quiénes
keys-launched = La carta ya se publicó. Sus claves constan en su registro y quedan como están.

keys-add-title = Añadir una clave
keys-make-what = Este navegador crea la clave. La clave misma nunca sale de él: solo se envía la mitad pública, que puede cerrar y no abrir.
keys-make-trust = Mientras se crea y se prueba la clave, usted confía en esta página, que envía el servidor. Si eso es demasiado, créela con el escritorio como página guardada, o con undersigned-desk, y pegue abajo la mitad pública.
keys-name = De quién es la clave
keys-name-hint = Una persona o un lugar: «Ana», «Caja fuerte de la oficina».
keys-make = Crear la clave
keys-unable = Este navegador es demasiado antiguo para crear claves. Sirven Firefox 102, Chrome 80, Edge 80 y Safari 15 o más nuevos.
keys-keep-title = Ahora guárdela
keys-keep-what = Haga las dos cosas. La clave no se muestra en esta página y desaparece cuando usted sale de ella.
keys-save = Guardar la clave como archivo
keys-print = Imprimirla
keys-proof = Sus últimos seis caracteres
keys-proof-hint = Búsquelos en el archivo guardado o en el papel impreso, para que sea seguro que la tiene.
keys-unproven = La clave termina de otra manera. Mire otra vez, en el archivo o en el papel.
keys-add-made = La he guardado: añadir su mitad pública
keys-paper-title = Una clave de los contactos de una carta abierta
keys-paper-what = Quien tenga este papel puede leer todos los contactos sellados para ella. Si se pierden todas las claves de la carta, nadie podrá nunca. Guárdelo donde guarda escrituras, lejos de un ordenador y en ninguna fotografía.
keys-paper-identity = La clave
keys-paper-recipient = Su mitad pública, que no es secreta
keys-type-title = Ya tengo una clave
keys-type-what = De undersigned-desk, age-keygen o la página del escritorio. Aquí va solo la mitad pública.
keys-recipient = Mitad pública
keys-recipient-hint = Empieza por age1 y tiene 62 caracteres.
keys-secret-here = Eso era la clave misma, y no su mitad pública. No se envió. Pegue lo que empieza por age1.
keys-add = Añadir la clave

keys-test-title = Probar las claves
keys-test-what = Para cada clave el servidor ha sellado un código que solo esa clave abre. Quien lo trae de vuelta ha demostrado que la clave funciona, ahora y no dentro de un año.
keys-test-file = El archivo de la clave
keys-test-file-hint = Se lee en este navegador y no se envía.
keys-test-opened = La clave funciona. Es la de
keys-test-opened-code = Su código es
keys-test-code = Código
keys-test-code-hint = Del escritorio, o rellenado cuando el archivo haya abierto su contacto de prueba.
keys-test-send = Devolver el código
keys-test-download = Descargar los contactos de prueba
keys-test-desk = Sin cargar aquí una clave: abra ese archivo con el escritorio, o con undersigned-desk contacts test, y escriba el código.
keys-open-locked = El archivo está cerrado con una contraseña. Ábralo primero, con age: age -d -o unlocked.txt y después el nombre del archivo.
keys-open-damaged = La clave de ese archivo está dañada: cortada, o cambiada en algún carácter. Tome la otra copia o compárela con el papel.
keys-open-none = Eso no es el archivo de una clave. Tiene una línea que empieza por AGE-SECRET-KEY-1.
keys-open-stranger = Esa clave no es ninguna de las de arriba. Su mitad pública es
keys-open-shut = La clave es la buena, y su contacto de prueba no se abrió. Vuelva a cargar la página; si ocurre otra vez, quite la clave y añádala de nuevo.

keys-wrong-name = El nombre ocupa una línea de 80 caracteres como mucho, con alguna letra y sin dirección web.
keys-wrong-secret = Eso era la clave misma (AGE-SECRET-KEY-…), y no su mitad pública. Ha llegado al servidor y ya no es secreta: tírela y cree otra.
keys-wrong-recipient = Eso no es la mitad pública de una clave. Empieza por age1 y tiene 62 caracteres; cópiela entera.
keys-wrong-known = Esta clave ya está.
keys-wrong-many = Hay tantas claves como puede tener una carta. Quite antes una.
keys-wrong-launched = La carta ya se publicó. No se cambió nada.
keys-wrong-code = Ningún contacto de prueba de esta carta contenía ese código. Cópielo entero, con sus guiones.

contacts-title = Contactos
contacts-what = Los contactos de todas las personas que firmaron, cada uno cerrado con las claves de la carta. El archivo está tan cerrado como la copia del servidor.
contacts-count = Contactos para exportar: { $count }
contacts-kept-until = Se conservan hasta el { $date }, como se dijo a quienes firmaron; después el servidor los borra. Lleve consigo lo que aún pueda necesitar.
contacts-over = Se conservaron hasta el { $date }, como se dijo a quienes firmaron, y están borrados.
contacts-draft = Llegan cuando la carta se haya publicado.
contacts-unlock = Primero, mostrar mi llave de acceso
contacts-download = Descargar los contactos, cerrados
contacts-desk-title = Abrirlos
contacts-desk-what = El escritorio es una página que no necesita red. Guárdela, llévela con los contactos al ordenador donde está su clave y ábrala allí.
contacts-desk-save = Guardar la página del escritorio
contacts-desk-open = Verla aquí
contacts-desk-digest = SHA-256 de la página. Compárela con la que se publica junto al código del programa, no con esta.
contacts-program = O use el programa undersigned-desk, o el propio age.
contacts-keys = Quién puede abrirlos

trail-recipient-added = añadió una clave
trail-recipient-removed = quitó una clave
trail-recipient-tested = probó una clave
trail-contacts-deleted = borró los contactos, cuyo último día había pasado
trail-contacts-exported = exportó los contactos
