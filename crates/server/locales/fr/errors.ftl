# Ce qui peut manquer ou clocher dans un champ, dit de façon qu’on puisse y remédier.

error-word = Erreur :
error-title = { $count ->
    [one] { $count } point est à revoir
   *[other] { $count } points sont à revoir
}
error-kept = Rien n’a encore été envoyé. Ce que vous avez saisi est toujours là.
error-missing-kind = Merci de choisir qui signe.
error-missing-name = Merci d’indiquer le nom.
error-missing-email = Merci d’indiquer une adresse électronique : la signature se confirme par courriel.
error-missing-country = Merci de choisir un pays, ou « Je préfère ne pas le dire ».
error-missing-website = Merci d’indiquer le site web.
error-missing-display = Merci de choisir comment vous apparaissez.
error-missing-contact-name = Merci d’indiquer votre propre nom, pour que les organisateurs sachent à qui s’adresser.
error-missing-contact-role = Merci d’indiquer votre fonction.
error-missing-authority = Merci de cocher que vous avez le droit de signer en son nom. Sinon, vous pouvez signer comme personne.
error-too-long = « { $field } » peut contenir { $most } caractères. Merci de raccourcir.
error-unprintable = « { $field } » contient des caractères invisibles qui ne s’impriment pas. Saisissez-le à nouveau au lieu de le coller.
error-has-address = « { $field } » ne peut pas contenir d’adresse web. Merci de l’enlever ; après le point d’une abréviation, laissez une espace.
error-not-an-email = Ceci ne ressemble pas à une adresse électronique, comme nom@example.org.
error-unknown-country = Merci de choisir un pays de la liste.
error-not-a-website = Ceci ne ressemble pas à l’adresse d’un site web, comme https://example.org.
error-unknown-choice = Merci de choisir une des réponses proposées pour « { $field } ».
error-not-a-name = « { $field } » doit contenir au moins une lettre.
error-taken = Une autre signature de la même adresse porte déjà ce nom.
error-missing-show-mailbox = Cela appuierait une affiliation, et il n’y en a pas. Indiquez votre affiliation, ou ne montrez pas la partie qui suit l’@.
