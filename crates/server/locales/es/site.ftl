# Lo que rodea cada página, y las páginas que no son de una carta.

skip-to-content = Ir al contenido
demo-word = DEMOSTRACIÓN.
demo-what = Todos los nombres son inventados.
nav-languages = Idiomas
nav-footer = Más sobre esta carta y este sitio
nav-letters = Todas las cartas de este sitio
nav-letter = La carta
nav-roll = Quiénes han firmado
nav-check = Cómo comprobar el recuento
nav-privacy = La privacidad en palabras sencillas
nav-texts = Los idiomas de la carta
nav-source = Código fuente y licencia de este programa
footer-promise = Este sitio no usa cookies, no carga nada de terceros y funciona sin scripts.

front-title = Cartas abiertas
front-none = Aquí no hay todavía ninguna carta.
front-read = Leer la carta
front-what = Cartas abiertas que personas, organizaciones y empresas firman en público. Cualquiera puede comprobar aquí cada recuento.

languages-title = Los idiomas de la carta
languages-lead = Todos los textos dicen lo mismo, y cada firma nombra el texto exacto que se mostró. Las letras y cifras bajo cada título son la huella del texto (SHA-256), que consta también en el registro.
languages-digest = Esta es la versión { $version } de la carta.

refusal-unreadable = No se ha podido leer la petición
refusal-what-unreadable = Algo llegó cortado o dañado. No se ha guardado nada. Suele bastar con volver atrás y enviarlo otra vez.
refusal-not-found = Esa página no existe
refusal-what-not-found = Puede que la dirección tenga un error o que la página haya cambiado de sitio. Si buscaba una firma, puede que se haya retirado.
refusal-wrong-method = Esta página solo se puede leer
refusal-what-wrong-method = Lo que se envió no se ha guardado. Por favor, empiece desde la carta.
refusal-expired = Este enlace es demasiado antiguo
refusal-what-expired = No se confirmó a tiempo, así que todo lo escrito se borró y no se publicó nada. Puede firmar de nuevo y recibirá otro enlace.
refusal-used = Este enlace ya ha cumplido su función
refusal-what-used = La firma que había detrás se rechazó o se retiró, y aquí no queda de ella más que el asiento escueto del registro, si lo hubo.
refusal-gone = Esta firma ya no cuenta
refusal-what-gone = La retiró quien la hizo, o la eliminaron los organizadores. Quién era se ha borrado aquí. El registro conserva el asiento sin nombre, para que cualquiera vea que el recuento bajó, y por qué.
refusal-forged = Este enlace no lleva a ninguna parte
refusal-what-forged = Puede que se haya cortado por el camino: copie del correo la dirección entera, hasta el último carácter. Si ya no tiene el correo, firme de nuevo con la misma dirección y recibirá un enlace nuevo.
refusal-closed = Esta carta está cerrada
refusal-what-closed = Ya no admite firmas. Puede seguir leyéndola y comprobar su recuento.
refusal-too-many = Una dirección admite tres firmas
refusal-what-too-many = Ya firmaron tres personas con esta dirección, el máximo que admite un buzón. Use otra dirección o retire una de las tres firmas con su enlace privado.
refusal-too-large = Es más de lo que cabe en un formulario
refusal-what-too-large = No se ha guardado nada. Por favor, acorte la declaración o la nota y envíelo otra vez.
refusal-wrong-type = El formulario no se envía así
refusal-what-wrong-type = No se ha guardado nada. Por favor, use el formulario de la página de la carta.
refusal-wrong-host = Este sitio tiene otro nombre
refusal-what-wrong-host = Ha llegado a este servidor con un nombre que no es el suyo, y con otro nombre no muestra nada. La página que busca puede estar en la dirección correcta.
refusal-too-often = Un día da para diez correcciones
refusal-what-too-often = Esta firma se ha corregido diez veces en un día. Lo que muestra ahora se mantiene, y esta corrección no se ha guardado. Por favor, vuelva cuando haya pasado un día. Ocultar el nombre y retirar la firma es posible en todo momento.
refusal-broken = El error es nuestro
refusal-what-broken = Algo ha fallado en este servidor, y quien lo mantiene ya está al corriente. Por favor, inténtelo de nuevo dentro de unos minutos.
refusal-read-only = Ahora mismo no se puede firmar
refusal-what-read-only = El texto de la carta se puede leer. Las firmas, los nombres, los recibos y el registro no están disponibles hasta que alguien atienda el servidor, y hasta entonces las cifras pueden ser antiguas. El recibo que usted haya guardado sigue siendo válido. Vuelva más tarde, por favor.
refusal-to-letter = Volver a la carta
refusal-to-form = Al formulario
refusal-to-front = A las cartas de este sitio
refusal-to-right-host = Abrir esta página en { $host }

catcher-title = Correos retenidos
catcher-lead = Esta demostración no envía correo. Lo que habría enviado se queda aquí, en la memoria, hasta que se detenga.
catcher-none = Todavía no hay ninguno. Firme la carta y aquí aparecerá el primero.
catcher-to = Para
catcher-open = Abrir el enlace del correo
catcher-text = El texto del correo
