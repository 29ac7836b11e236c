# What waits for a moderator.

trail-approved = aprobó
trail-rejected = rechazó
trail-signature-removed = eliminó una firma, entrada
trail-statement-approved = publicó una declaración
trail-statement-rejected = rechazó una declaración
trail-statement-featured = destacó una declaración
trail-statement-unfeatured = dejó de destacar una declaración
