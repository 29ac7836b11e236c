# La lista de firmas, una firma, clases y niveles.

roll-title = Quiénes han firmado
roll-kind = Quién
roll-kind-all = Todos
roll-country = País
roll-country-all = Todos los países
roll-search = El nombre empieza por
roll-submit = Mostrar
roll-empty = No coincide nadie. Quizá ayude otra grafía.
roll-further = De momento no coincide nadie. La página siguiente sigue buscando.
roll-cut = Muchas palabras empiezan así y no se han buscado todas. Con más letras se encuentra más.
roll-col-name = Nombre
roll-col-country = País
roll-col-level = Nivel de prueba
roll-col-date = Firmó el
roll-pages = Páginas de la lista
roll-first = Primera página
roll-next = Página siguiente
country-unsaid = no dicho

kind-individual = persona
kind-organization = organización
kind-company = empresa
kinds-individual = Personas
kinds-organization = Organizaciones
kinds-company = Empresas
signatory-count = Una firma más, sin nombre

signed-as-individual = Una persona que ha firmado
signed-as-organization = Una organización que ha firmado
signed-as-company = Una empresa que ha firmado
signed-as-founding-individual = Una persona que firmó primero, por invitación
signed-as-founding-organization = Una organización que firmó primero, por invitación
signed-as-founding-company = Una empresa que firmó primero, por invitación
on-hour = { $date }, en la hora que empieza a las { $hour } UTC

levels-title = Qué significan los niveles de prueba
level-mailbox = confirmada por correo
level-what-mailbox = Quien lee el buzón confirmó la firma. Que un buzón haya respondido no demuestra quién es la persona.
level-domain = confirmada desde su propio dominio
level-what-domain = El buzón que confirmó pertenece al dominio de internet del propio signatario.
level-dns = confirmada en los registros de su dominio
level-what-dns = Quien administra el dominio de internet del signatario puso una marca para esta carta en sus registros públicos (DNS).
level-well-known = confirmada en su sitio web
level-what-well-known = Quien administra el sitio web del signatario puso allí un archivo para esta carta.
level-checked = El { $date } estaba puesta.
level-invited = por invitación
level-what-invited = Los organizadores invitaron al signatario por su nombre antes de que se publicara la carta, y el signatario aceptó.
level-vouched = avalada
level-what-vouched = Un organizador responde por el signatario.
level-vouched-note = Cómo lo saben, según dijeron el { $date }: «<bdi lang="{ $lang }">{ $note }</bdi>».
level-since = En el registro desde el { $date }.
level-mailbox-at = buzón en <bdi dir="ltr">{ $domain }</bdi>
level-and-mailbox-at = { $level }, buzón en <bdi dir="ltr">{ $domain }</bdi>
mailbox-at-title = buzón en un dominio
mailbox-at-means = Quien firmó quiso mostrar el dominio del buzón que confirmó, en apoyo de una afiliación. Dice que el buzón está allí, no qué es allí la persona. El nivel de prueba es el mismo sin ello.
mailbox-at-what = El buzón que confirmó esta firma, en el registro desde el { $date }, está en este dominio; quien firmó quiso mostrarlo. No dice qué es allí la persona.

signature-text = Versión { $version }, <bdi lang="{ $tag }">{ $language }</bdi>
signature-text-bytes = El enlace da sus bytes exactos, cuya huella (SHA-256) es
signature-check = Compruébela
signature-check-how = Esta firma es un asiento de un registro público que nadie puede alterar sin que se note.
signature-check-link = Cómo comprobar el recuento
signature-receipt = Descargar la prueba de este asiento
signature-yours = Si es suya, el enlace de su correo la corrige, oculta su nombre o la retira. Si perdió el correo, firme de nuevo con el mismo nombre y la misma dirección y recibirá un enlace nuevo.
