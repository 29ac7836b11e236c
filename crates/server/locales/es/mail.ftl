# Correos. El asunto y la primera línea se ven con la pantalla bloqueada: los dirigidos a personas no nombran la carta.

mail-sender = Confirmaciones
mail-confirm-subject = Confirme, por favor, o no haga caso
mail-confirm-subject-body = Confirme, por favor, la firma de «{ $title }»
mail-confirm-first = Alguien, esperamos que usted, escribió esta dirección en un formulario de { $host }. Si no hace nada, no se publica nada y todo lo escrito se borra en { $hours } horas.
mail-confirm-open = Si fue usted, abra esta página, mire lo que será público y pulse «Confirmar»:
mail-confirm-button = Mirar y confirmar
mail-confirm-not = Si no fue usted, pulse «No he sido yo» en la misma página. Así se borra lo escrito y durante 30 días no le llegará otro correo como este sobre esta carta.
mail-letter = Se trata de la carta abierta «{ $title }», de { $from }.
mail-public = Lo que sería público
mail-fact = { $label }: { $value }
mail-keep = Conserve este correo. Cuando haya confirmado, el mismo enlace corrige su firma, oculta su nombre o la retira.
mail-link-subject = Su enlace
mail-link-subject-body = El enlace a la firma de «{ $title }»
mail-link-first = Alguien, esperamos que usted, escribió otra vez esta dirección en un formulario de { $host }. Si no hace nada, no cambia nada.
mail-link-open = Usted ya ha firmado, y su firma sigue en pie. Este enlace privado la corrige, oculta su nombre o la retira, y guarda su recibo:
mail-link-button = Abrir mi firma
mail-link-not = Si no fue usted: quien escribió su dirección no ha averiguado nada con ello.
mail-key = La clave pública del registro, para compararla con la del sitio:
mail-private = El enlace es solo suyo. Por favor, no lo comparta.
