# Gráficos, y la página de las cifras de una carta.

chart-growth = Firmas a lo largo del tiempo
chart-table = En forma de tabla
chart-step-1 = Día
chart-step-7 = Semana hasta
chart-step-28 = Cuatro semanas hasta
chart-signed = Nuevas
chart-left = Retiradas o eliminadas
chart-total = En total
chart-number = Firmas
chart-at-least = { $number } o más
chart-map-what = Fronteras como las dibuja Natural Earth, según quién las controla; no dicen nada de quién debería tenerlas. Los países pequeños son puntos.

figures-title = Cifras
figures-what = Contado en suma, por día, en UTC. No se sigue a nadie: nada aquí distingue a una persona que lee o firma de otra.
figures-none = No hay cifras antes de que la carta se abra.
figures-none-yet = Todavía no ha firmado nadie.
figures-kinds = Por tipo
figures-levels = Por nivel de prueba
figures-countries = Por país
figures-all-countries = Ver los { $count }
figures-listed = En la lista
figures-waiting = Lo que espera a quien modera
figures-daily = Día por día
figures-forms = Formularios y correos, los últimos 14 días
figures-rate = { $sent ->
    [one] Se ha enviado un formulario
   *[other] Se han enviado { $sent } formularios
} hasta ahora; { $confirmed } se confirmaron desde su buzón, { $hundredths } de cada cien.
figures-rate-what = Lo que nunca se confirma se olvida a las 48 horas. Si pocos confirman, mire si los correos se rechazan o acaban entre los no deseados.
figures-sent = Formularios enviados
figures-confirmed = Confirmados
figures-mailed = Correos aceptados
figures-refused = Correos rechazados
figures-returned = Correos devueltos
figures-lost = Correos perdidos, los últimos 30 días
figures-lost-what = Según el código del servidor de correo que los rechazó: 550 suele significar que no existe ese buzón, 552 que está lleno, 554 que el correo no era bienvenido y 450 que nadie lo aceptó durante días.
figures-code = Código
figures-mails = Correos
