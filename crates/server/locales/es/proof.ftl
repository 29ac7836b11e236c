# Cómo demuestra su dominio una organización o empresa.

prove-title = Demuestre su dominio
prove-what = Quien administra { $domain } puede mostrar que su firma habla en su nombre, con una línea de texto en un lugar público. El nivel de prueba junto a su nombre lo dirá entonces, y nadie tendrá que comprobar su firma por ese motivo.
prove-how = Qué poner y dónde
prove-record = Con un registro del dominio
prove-record-how = Quien administra el DNS del dominio añade este registro:
prove-name = Nombre
prove-type = Tipo
prove-value = Valor
prove-check-record = Comprobar el registro ahora
prove-file = O con un archivo en el sitio web
prove-file-how = Quien administra el sitio web pone en esta dirección un archivo de texto con esta línea. El archivo puede tener también otras líneas.
prove-address = Dirección
prove-check-file = Comprobar el archivo ahora
prove-private = La línea es solo suya: demuestra su firma al pie de esta carta y de ninguna otra. Cuando esté puesta, todos podrán verla; no revela nada.
prove-found-record = Su dominio está demostrado por su registro.
prove-found-file = Su dominio está demostrado por el archivo en su sitio web.
prove-checked = Se vio por última vez el { $date }.
prove-missing = { $times ->
    [one] La última vez que se buscó, faltaba.
   *[other] Las últimas { $times } veces que se buscó, faltaba.
}
prove-keep = Deje la línea donde está. Se busca cada semana mientras la carta está abierta; si falta tres veces seguidas, el nivel de prueba vuelve a ser el de antes.

looked-proven = La línea está puesta: su dominio está demostrado. El registro público lo recogerá en unos segundos.
looked-still-held = La línea está puesta: su dominio está demostrado. Es posible que su firma se compruebe aún antes de hacerse pública.
looked-nothing = Todavía no hay nada ahí que se vea desde el Internet público. Un registro nuevo puede tardar una hora o más en verse; inténtelo de nuevo entonces.
looked-other = Hay algo, pero no es su línea. Compare cada carácter.
looked-too-long = Hay demasiado texto para leerlo entero. Ponga la línea cerca del principio, o en un lugar propio.
looked-elsewhere = El sitio web lleva a una dirección fuera de su dominio, o sin cifrado. Ponga el archivo donde no haya redirección.
looked-timeout = No hubo respuesta a tiempo. Inténtelo de nuevo dentro de un rato.
looked-name-server = El servidor de nombres del dominio no dio una respuesta útil. Inténtelo de nuevo dentro de un rato.
looked-chain = El nombre lleva a otros nombres demasiadas veces. Haga que lleve directamente al registro.
looked-connection = No fue posible conectarse al sitio web por HTTPS, o la conexión se cortó.
looked-certificate = El certificado del sitio web no es de los que los navegadores aceptan para este nombre.
looked-status = El sitio web respondió con un error, o no nos deja leer el archivo.
looked-redirects = El sitio web redirige demasiadas veces.
looked-busy = Se están comprobando demasiadas cosas en este momento. Inténtelo de nuevo dentro de un minuto.
looked-too-soon = { $seconds ->
    [one] Se acaba de comprobar muchas veces. Inténtelo de nuevo dentro de un segundo.
   *[other] Se acaba de comprobar muchas veces. Inténtelo de nuevo dentro de { $seconds } segundos.
}
