# Lo que puede estar mal en un campo, dicho de modo que se pueda arreglar.

error-word = Error:
error-title = { $count ->
    [one] Hay una cosa que revisar
   *[other] Hay { $count } cosas que revisar
}
error-kept = Todavía no se ha enviado nada. Lo que escribió sigue aquí.
error-missing-kind = Elija, por favor, quién firma.
error-missing-name = Escriba, por favor, el nombre.
error-missing-email = Escriba, por favor, un correo electrónico: la firma se confirma por correo.
error-missing-country = Elija, por favor, un país o «Prefiero no decirlo».
error-missing-website = Escriba, por favor, el sitio web.
error-missing-display = Elija, por favor, cómo aparece usted.
error-missing-contact-name = Escriba, por favor, su propio nombre, para que los organizadores sepan a quién preguntar.
error-missing-contact-role = Diga, por favor, cuál es su cargo.
error-missing-authority = Marque, por favor, que puede firmar en su nombre. Si no puede, le invitamos a firmar como persona.
error-too-long = En «{ $field }» caben { $most } caracteres. Acórtelo, por favor.
error-unprintable = «{ $field }» contiene caracteres invisibles que no se pueden imprimir. Escríbalo de nuevo en lugar de pegarlo.
error-has-address = «{ $field }» no puede contener una dirección web. Quítela, por favor; tras el punto de una abreviatura, deje un espacio.
error-not-an-email = Esto no parece un correo electrónico. Son como nombre@example.org.
error-unknown-country = Elija, por favor, un país de la lista.
error-not-a-website = Esto no parece la dirección de un sitio web. Son como https://example.org.
error-unknown-choice = Elija, por favor, una de las respuestas de «{ $field }».
error-not-a-name = «{ $field }» necesita al menos una letra.
error-taken = Otra firma de la misma dirección ya lleva este nombre.
error-missing-show-mailbox = Apoyaría una afiliación, y no hay ninguna. Indique su afiliación, o no muestre la parte que sigue a la @.
