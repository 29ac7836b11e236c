# La liste des signataires, une signature, sortes et niveaux.

roll-title = Qui a signé
roll-kind = Qui
roll-kind-all = Tous
roll-country = Pays
roll-country-all = Tous les pays
roll-search = Le nom commence par
roll-submit = Montrer
roll-empty = Personne ne correspond. Une autre graphie aidera peut-être.
roll-further = Personne ne correspond jusqu’ici. La page suivante cherche plus loin.
roll-cut = Beaucoup de mots commencent ainsi, et tous n’ont pas été cherchés. Plus de lettres trouvent davantage.
roll-col-name = Nom
roll-col-country = Pays
roll-col-level = Niveau de preuve
roll-col-date = Signé le
roll-pages = Pages de la liste
roll-first = Première page
roll-next = Page suivante
country-unsaid = non dit

kind-individual = personne
kind-organization = organisation
kind-company = entreprise
kinds-individual = Personnes
kinds-organization = Organisations
kinds-company = Entreprises
signatory-count = Une signature de plus, sans nom

signed-as-individual = Une personne qui a signé
signed-as-organization = Une organisation qui a signé
signed-as-company = Une entreprise qui a signé
signed-as-founding-individual = Une personne qui a signé en premier, sur invitation
signed-as-founding-organization = Une organisation qui a signé en premier, sur invitation
signed-as-founding-company = Une entreprise qui a signé en premier, sur invitation
on-hour = { $date }, dans l’heure commençant à { $hour } UTC

levels-title = Ce que disent les niveaux de preuve
level-mailbox = confirmée par courriel
level-what-mailbox = Qui lit la boîte aux lettres a confirmé la signature. Qu’une boîte ait répondu ne prouve pas qui est la personne.
level-domain = confirmée depuis son propre domaine
level-what-domain = La boîte aux lettres qui a confirmé appartient au domaine internet du signataire.
level-dns = confirmée dans les données de son domaine
level-what-dns = Qui gère le domaine internet du signataire a placé une marque pour cette lettre dans ses données publiques (DNS).
level-well-known = confirmée sur son site
level-what-well-known = Qui gère le site web du signataire y a placé un fichier pour cette lettre.
level-checked = Elle y était le { $date }.
level-invited = sur invitation
level-what-invited = Les organisateurs ont invité le signataire, nommément, avant la publication de la lettre, et il a accepté.
level-vouched = attestée
level-what-vouched = Un organisateur se porte garant du signataire.
level-vouched-note = Comment ils le savent, dit le { $date } : « <bdi lang="{ $lang }">{ $note }</bdi> ».
level-since = Au registre depuis le { $date }.
level-mailbox-at = boîte aux lettres chez <bdi dir="ltr">{ $domain }</bdi>
level-and-mailbox-at = { $level }, boîte aux lettres chez <bdi dir="ltr">{ $domain }</bdi>
mailbox-at-title = boîte aux lettres à un domaine
mailbox-at-means = Le signataire a choisi de montrer le domaine de la boîte qui a confirmé, à l’appui d’une affiliation. Cela dit que la boîte s’y trouve, non ce que la personne y est. Le niveau de preuve est le même sans cela.
mailbox-at-what = La boîte qui a confirmé cette signature, au registre depuis le { $date }, est à ce domaine ; le signataire a choisi de le montrer. Cela ne dit pas ce que la personne y est.

signature-text = Version { $version }, <bdi lang="{ $tag }">{ $language }</bdi>
signature-text-bytes = Le lien donne ses octets exacts, dont l’empreinte (SHA-256) est
signature-check = La vérifier
signature-check-how = Cette signature est une entrée d’un registre public que nul ne peut altérer sans que cela se voie.
signature-check-link = Comment vérifier le compte
signature-receipt = Télécharger la preuve de cette entrée
signature-yours = Si elle est vôtre, le lien de votre courriel la corrige, cache votre nom ou la retire. Si vous avez perdu le courriel, signez de nouveau avec le même nom et la même adresse et vous recevrez un nouveau lien.
