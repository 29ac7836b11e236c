-- Few statements are featured, and each look at the letters asks which.
create index statements_featured on statements (letter, id) where featured;
