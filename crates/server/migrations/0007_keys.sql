-- What organizers call a recipient's key: "Ana", "Office safe". Empty for one that came from files.
alter table recipients add column name ctext not null default '';
