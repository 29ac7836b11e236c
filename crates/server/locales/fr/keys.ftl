# Les clés des contacts d'une lettre, et les contacts eux-mêmes.

keys-title = Clés des contacts
keys-what = Qui signe laisse une adresse. Le serveur enferme chacune dès son arrivée et ne peut plus l’ouvrir. Seule la personne qui détient une clé le peut.
keys-lost = Si toutes les clés d’une lettre sont perdues, personne ne pourra jamais lire ses contacts : ni vous, ni qui administre le serveur, ni nous qui avons écrit le programme. Ayez-en donc deux, chez deux personnes, en deux lieux.
keys-who = Qui peut ouvrir les contacts
keys-none = Personne encore. La lettre ne peut être lancée que lorsque quelqu’un le peut, et l’a montré.
keys-one = Il n’y a qu’une clé. Si elle est perdue, tous les contacts le sont : ajoutez-en une autre, pour quelqu’un d’autre.
keys-unnamed = De la configuration du serveur
keys-tested = Essayée le { $at }
keys-untested = Pas encore essayée : la lettre ne peut être lancée avant.
keys-remove = Retirer
keys-sealed = Contacts déjà scellés : { $count }. Ils restent scellés pour les clés qui étaient là à leur arrivée. Ne jetez pas une clé parce qu’elle a été retirée ici.
keys-elsewhere = { $count ->
    [one] Un fondateur a accepté alors que les clés étaient d’autres que celles-ci.
   *[other] { $count } fondateurs ont accepté alors que les clés étaient d’autres que celles-ci.
}
keys-elsewhere-what = Leurs contacts restent scellés pour ces clés-là. Aucun courriel ne peut partir d’ici : le serveur s’est défait de leurs adresses en les scellant. Demandez-leur vous-même d’ouvrir leur lien, de donner leur adresse encore une fois et d’enregistrer ; qui a perdu le lien en reçoit un de votre main. Leurs réponses tiennent dans tous les cas. D’ici là, gardez les anciennes clés.
keys-elsewhere-who = Voir qui
keys-launched = La lettre est lancée. Ses clés figurent dans son registre et restent ce qu’elles sont.

keys-add-title = Ajouter une clé
keys-make-what = C’est ce navigateur qui fabrique la clé. La clé elle-même n’en sort jamais : seule est envoyée sa moitié publique, qui peut fermer et non ouvrir.
keys-make-trust = Pendant que la clé est fabriquée et essayée, vous faites confiance à cette page, que le serveur envoie. Si c’est trop, fabriquez-la avec le bureau enregistré comme page, ou avec undersigned-desk, et collez ci-dessous la moitié publique.
keys-name = À qui est la clé
keys-name-hint = Une personne ou un lieu : « Ana », « Coffre du bureau ».
keys-make = Fabriquer la clé
keys-unable = Ce navigateur est trop ancien pour fabriquer des clés. Firefox 102, Chrome 80, Edge 80 et Safari 15 ou plus récents le peuvent.
keys-keep-title = Maintenant, gardez-la
keys-keep-what = Faites les deux. La clé n’est montrée nulle part sur cette page et disparaît quand vous la quittez.
keys-save = Enregistrer la clé dans un fichier
keys-print = L’imprimer
keys-proof = Ses six derniers caractères
keys-proof-hint = Cherchez-les dans le fichier enregistré ou sur le papier, pour qu’il soit certain que vous l’avez.
keys-unproven = La clé se termine autrement. Regardez encore, dans le fichier ou sur le papier.
keys-add-made = Je l’ai gardée : ajouter sa moitié publique
keys-paper-title = Une clé des contacts d’une lettre ouverte
keys-paper-what = Qui a ce papier peut lire chaque contact scellé pour elle. Si toutes les clés de la lettre sont perdues, personne ne le pourra jamais. Rangez-le avec vos actes, loin d’un ordinateur et sur aucune photographie.
keys-paper-identity = La clé
keys-paper-recipient = Sa moitié publique, qui n’est pas secrète
keys-type-title = J’ai déjà une clé
keys-type-what = De undersigned-desk, d’age-keygen ou de la page du bureau. Seule la moitié publique va ici.
keys-recipient = Moitié publique
keys-recipient-hint = Elle commence par age1 et compte 62 caractères.
keys-secret-here = C’était la clé elle-même, et non sa moitié publique. Elle n’a pas été envoyée. Collez ce qui commence par age1.
keys-add = Ajouter la clé

keys-test-title = Essayer les clés
keys-test-what = Pour chaque clé, le serveur a scellé un code que cette clé seule ouvre. Qui le rapporte a montré que la clé fonctionne, maintenant et non dans un an.
keys-test-file = Le fichier de la clé
keys-test-file-hint = Il est lu dans ce navigateur et n’est pas envoyé.
keys-test-opened = La clé fonctionne. C’est celle de
keys-test-opened-code = Son code est
keys-test-code = Code
keys-test-code-hint = Du bureau, ou rempli quand le fichier a ouvert son contact d’essai.
keys-test-send = Rapporter le code
keys-test-download = Télécharger les contacts d’essai
keys-test-desk = Sans charger de clé ici : ouvrez ce fichier avec le bureau, ou avec undersigned-desk contacts test, et tapez le code.
keys-open-locked = Le fichier est fermé par une phrase secrète. Ouvrez-le d’abord, avec age : age -d -o unlocked.txt, puis le nom du fichier.
keys-open-damaged = La clé de ce fichier est abîmée : coupée, ou changée d’un caractère au moins. Prenez l’autre copie, ou comparez-la au papier.
keys-open-none = Ce n’est pas le fichier d’une clé. Il a une ligne qui commence par AGE-SECRET-KEY-1.
keys-open-stranger = Cette clé n’est aucune de celles du dessus. Sa moitié publique est
keys-open-shut = C’est la bonne clé, et son contact d’essai ne s’est pas ouvert. Rechargez la page ; si cela se répète, retirez la clé et ajoutez-la de nouveau.

keys-wrong-name = Le nom tient sur une ligne de 80 caractères au plus, avec une lettre et sans adresse web.
keys-wrong-secret = C’était la clé elle-même (AGE-SECRET-KEY-…), et non sa moitié publique. Elle a atteint le serveur et n’est plus secrète : jetez-la, et fabriquez-en une autre.
keys-wrong-recipient = Ce n’est pas la moitié publique d’une clé. Elle commence par age1 et compte 62 caractères ; copiez-la entière.
keys-wrong-known = Cette clé est déjà là.
keys-wrong-many = Il y a autant de clés qu’une lettre peut en avoir. Retirez-en une d’abord.
keys-wrong-launched = La lettre est lancée. Rien n’a été changé.
keys-wrong-code = Aucun contact d’essai de cette lettre ne contenait ce code. Copiez-le entier, avec ses tirets.

contacts-title = Contacts
contacts-what = Les contacts de toutes les personnes qui ont signé, chacun fermé par les clés de la lettre. Le fichier est aussi fermé que la copie du serveur.
contacts-count = Contacts à exporter : { $count }
contacts-kept-until = Ils sont conservés jusqu’au { $date }, comme l’ont su tous les signataires ; ensuite le serveur les efface. Emportez ce dont vous pourriez encore avoir besoin.
contacts-over = Ils ont été conservés jusqu’au { $date }, comme l’ont su tous les signataires, et sont effacés.
contacts-draft = Ils viennent quand la lettre est lancée.
contacts-unlock = D’abord, montrer ma clé d’accès
contacts-download = Télécharger les contacts, fermés
contacts-desk-title = Les ouvrir
contacts-desk-what = Le bureau est une page qui n’a pas besoin de réseau. Enregistrez-la, portez-la avec les contacts sur l’ordinateur où est votre clé, et ouvrez-la là.
contacts-desk-save = Enregistrer la page du bureau
contacts-desk-open = La voir ici
contacts-desk-digest = SHA-256 de la page. Comparez-la à celle publiée avec les sources du programme, non à celle-ci.
contacts-program = Ou utilisez le programme undersigned-desk, ou age lui-même.
contacts-keys = Qui peut les ouvrir

trail-recipient-added = a ajouté une clé
trail-recipient-removed = a retiré une clé
trail-recipient-tested = a essayé une clé
trail-contacts-deleted = a effacé les contacts, dont le dernier jour était passé
trail-contacts-exported = a exporté les contacts
