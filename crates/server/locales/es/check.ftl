# Cómo se comprueba el recuento, qué demuestra eso y qué no.

check-title = Cómo comprobar el recuento
check-lead = No hace falta que crea en esta página. Cada firma, corrección y retirada es un asiento de un registro público, encadenado de modo que ninguno se puede quitar ni alterar sin que se note, y las cifras salen solo de los asientos. Un programa pequeño los cuenta en su propio ordenador.
check-how = En tres pasos
check-step-program = Consiga el programa undersigned-verify, o compílelo a partir del código fuente.
check-step-run = Ejecútelo con la dirección y la clave de la carta:
check-step-compare = Compare lo que cuenta con las cifras de aquí. Solo da el visto bueno si todo se cumple, y nombra lo primero que no.
check-bundle = Para comprobarlo sin red, o dentro de muchos años, llévese todo el registro en un archivo:
check-bundle-link = Descargar el archivo completo
check-key = Clave pública del registro
check-key-what = El registro se firma con una sola clave. Está aquí, en cada correo a un signatario y, si quien mantiene el sitio la ha puesto, en los registros públicos del dominio (DNS). Compárelas: quien pudiera cambiar esta página podría cambiar la clave que hay en ella.
check-origin = Nombre del registro
check-size = Asientos
check-root = Raíz del árbol
check-checkpoint-link = El último punto de control
check-key-link = Solo la clave
check-proves = Qué demuestra
check-proves-count = Las cifras son exactamente la suma de los asientos.
check-proves-order = No se quitó, cambió ni intercaló nada desde cualquier punto de control anterior con el que lo compare, como el de un recibo.
check-proves-text = Cada firma está ligada al texto exacto que se mostró.
check-proves-yours = Con un recibo: que esta misma firma está entre ellas.
check-not = Qué no demuestra
check-not-person = Un buzón no es una persona. El nivel de prueba dice qué se sabe de cada signatario.
check-not-invented = Que nada se haya quitado ni alterado no demuestra que no se haya inventado a nadie.
check-not-witness = Mientras no firmen también el registro testigos independientes, a otros se les podría mostrar uno distinto. Comparar puntos de control con otra persona lo descubre.
check-not-hour = Los asientos dan la hora y nada más preciso; quien observe crecer el registro puede ver el momento con más detalle.
