# La página de la carta, y las cifras dondequiera que aparezcan.

letter-kicker = Carta abierta
letter-from = De
letter-untranslated = Esta carta no tiene texto en su idioma. Aquí se muestra en otro: <bdi lang="{ $tag }">{ $shown }</bdi>.
letter-untranslated-others = También puede leerla en:
letter-sign = Firmar esta carta
letter-closed = La carta se cerró el { $date }. Ya no admite firmas.
letter-read-only = Ahora mismo no se puede firmar. El texto se puede leer; los nombres y el registro no se muestran hasta que alguien atienda el servidor, y las cifras pueden ser antiguas.
letter-demands = Lo que pide la carta, en breve
letter-statements = En sus palabras
letter-founding = Quiénes firmaron primero
letter-founding-lead = { $count ->
    [one] Un signatario fundador firmó por invitación, antes de que se publicara la carta.
   *[other] { $count } signatarios fundadores firmaron por invitación, antes de que se publicara la carta.
}
letter-roll = Ver a todos los que han firmado
letter-recent = Firmas recientes
letter-recent-none = Nadie ha firmado desde que se publicó la carta.
letter-colophon = Versión { $version }, publicada el { $date }. Huella de este texto (SHA-256): <code class="hash" dir="ltr">{ $digest }</code>
letter-description = { $to }. { $figures } Léala, fírmela, compruebe el recuento.

figures-plain = { $total ->
    [one] Un signatario
   *[other] { $total } signatarios
} de { $countries ->
    [one] un país.
   *[other] { $countries } países.
}
figures-rich = { $total ->
    [one] <strong>1</strong> signatario
   *[other] <strong>{ $total }</strong> signatarios
} de { $countries ->
    [one] <strong>1</strong> país
   *[other] <strong>{ $countries }</strong> países
}
figures-split = { $parts }.
figures-organizations = { $count ->
    [one] 1 organización
   *[other] { $count } organizaciones
}
figures-companies = { $count ->
    [one] 1 empresa
   *[other] { $count } empresas
}
figures-individuals = { $count ->
    [one] 1 persona
   *[other] { $count } personas
}
figures-support = { $count ->
    [one] 1 firma anónima
   *[other] { $count } firmas anónimas
}
figures-as-of = A { $date }, { $hour } UTC.
figures-as-of-old = A { $date }, { $hour } UTC, en una copia que puede ser antigua: no se cuentan las firmas ni las retiradas posteriores, y ahora mismo el recuento no se puede comprobar.
figures-check = Compruébelo

names-more = { $count ->
    [one] Mostrar uno más
   *[other] Mostrar { $count } más
}
kind-organizations = Organizaciones
kind-companies = Empresas
kind-individuals = Personas
