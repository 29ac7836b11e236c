# La page de la lettre, et les chiffres partout où ils figurent.

letter-kicker = Lettre ouverte
letter-from = De la part de :
letter-untranslated = Cette lettre n’a pas de texte dans votre langue. Elle est montrée ici dans une autre : <bdi lang="{ $tag }">{ $shown }</bdi>.
letter-untranslated-others = Vous pouvez aussi la lire en :
letter-sign = Signer cette lettre
letter-closed = La lettre a été close le { $date }. Elle ne reçoit plus de signatures.
letter-read-only = On ne peut pas signer en ce moment. Le texte reste lisible ; les noms et le registre ne sont pas montrés tant qu’on ne s’est pas occupé du serveur, et les chiffres peuvent être anciens.
letter-demands = Ce que demande la lettre, en bref
letter-statements = Dans leurs mots
letter-founding = Qui a signé en premier
letter-founding-lead = { $count ->
    [one] { $count } signataire fondateur a signé sur invitation, avant la publication de la lettre.
   *[other] { $count } signataires fondateurs ont signé sur invitation, avant la publication de la lettre.
}
letter-roll = Voir tous les signataires
letter-recent = Signatures récentes
letter-recent-none = Personne n’a signé depuis la publication de la lettre.
letter-colophon = Version { $version }, publiée le { $date }. Empreinte de ce texte (SHA-256) : <code class="hash" dir="ltr">{ $digest }</code>
letter-description = { $to }. { $figures } Lisez-la, signez-la, vérifiez le compte.

figures-plain = { $total ->
    [one] { $total } signataire
   *[other] { $total } signataires
} de { $countries ->
    [one] { $countries } pays.
   *[other] { $countries } pays.
}
figures-rich = { $total ->
    [one] <strong>{ $total }</strong> signataire
   *[other] <strong>{ $total }</strong> signataires
} de { $countries ->
    [one] <strong>{ $countries }</strong> pays
   *[other] <strong>{ $countries }</strong> pays
}
figures-split = { $parts }.
figures-organizations = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
figures-companies = { $count ->
    [one] { $count } entreprise
   *[other] { $count } entreprises
}
figures-individuals = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
figures-support = { $count ->
    [one] { $count } signature anonyme
   *[other] { $count } signatures anonymes
}
figures-as-of = Au { $date }, { $hour } UTC.
figures-as-of-old = Au { $date }, { $hour } UTC, dans une copie peut-être ancienne : les signatures et retraits ultérieurs ne sont pas comptés, et le compte ne peut pas être vérifié en ce moment.
figures-check = Vérifiez

names-more = { $count ->
    [one] En montrer { $count } de plus
   *[other] En montrer { $count } de plus
}
kind-organizations = Organisations
kind-companies = Entreprises
kind-individuals = Personnes
