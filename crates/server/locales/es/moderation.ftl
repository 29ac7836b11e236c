# What waits for a moderator.

trail-approved = aprobó
trail-rejected = rechazó
trail-signature-removed = eliminó una firma, entrada
trail-statement-approved = publicó una declaración
trail-statement-rejected = rechazó una declaración
trail-statement-featured = destacó una declaración
trail-statement-unfeatured = dejó de destacar una declaración

held-title = Firmas en espera
held-none = No hay nada en espera.
held-unproven = Retenida: el buzón no está en el dominio de la organización.
held-watched = Retenida: nombra a alguien de la lista de vigilancia.
held-corrects = Corrige una firma existente.
held-since = Espera desde { $at }.
held-marked = Todas las marcadas
held-count = Firmas en espera: { $count }
moderation-approve = Aprobar
moderation-reject = Rechazar
moderation-reason = Motivo
moderation-decided = Decididas: { $done }. Ya no esperaban, porque otra persona decidió o se retiraron, o porque su buzón tiene ya todas las firmas que puede tener: { $gone }.
statements-title = Declaraciones en espera
statements-public = Declaraciones públicas
statements-feature = Poner en la página de la carta
statements-unfeature = Quitar de la página de la carta
statements-count = Declaraciones en espera: { $count }
removal-title = Eliminar una firma
removal-what = El nombre desaparece enseguida de todas las páginas. Lo que queda para siempre en el registro no contiene ningún nombre: la entrada de la firma y otra que dice que se eliminó y por qué. Las copias hechas por otros no pueden recuperarse.
removal-remove = Eliminar definitivamente
removal-entry = entrada { $index }
reason-forged = otra persona firmó con ese nombre
reason-repeated = el mismo firmante ya había firmado
reason-abusive = usada para insultar o anunciar
reason-unlawful = la ley lo exige
reason-mistaken = registrada por error
