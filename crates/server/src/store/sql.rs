//! One SQL text for two databases.
//!
//! `$1` marks, integers, text, booleans and blobs mean the same to SQLite and PostgreSQL, so a
//! statement is written once and these macros run it on whichever database the [`Tx`](super::Tx)
//! belongs to.

/// Runs a statement; gives the number of rows that it touched.
macro_rules! execute {
    ($tx:expr, $sql:expr $(, $bind:expr)* $(,)?) => {
        match $tx {
            $crate::store::Tx::Sqlite(c) => sqlx::query::<sqlx::Sqlite>($sql)
                $(.bind($bind))*.execute(&mut **c).await.map(|done| done.rows_affected()),
            $crate::store::Tx::Postgres(c) => sqlx::query::<sqlx::Postgres>($sql)
                $(.bind($bind))*.execute(&mut **c).await.map(|done| done.rows_affected()),
        }
        .map_err($crate::store::StoreError::from)
    };
}

/// Runs a query; gives all its rows as `$row`s.
macro_rules! rows {
    ($tx:expr, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => {
        match $tx {
            $crate::store::Tx::Sqlite(c) => sqlx::query_as::<sqlx::Sqlite, $row>($sql)
                $(.bind($bind))*.fetch_all(&mut **c).await,
            $crate::store::Tx::Postgres(c) => sqlx::query_as::<sqlx::Postgres, $row>($sql)
                $(.bind($bind))*.fetch_all(&mut **c).await,
        }
        .map_err($crate::store::StoreError::from)
    };
}

/// Runs a query; gives its first row, if there is one.
macro_rules! row {
    ($tx:expr, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => {
        match $tx {
            $crate::store::Tx::Sqlite(c) => sqlx::query_as::<sqlx::Sqlite, $row>($sql)
                $(.bind($bind))*.fetch_optional(&mut **c).await,
            $crate::store::Tx::Postgres(c) => sqlx::query_as::<sqlx::Postgres, $row>($sql)
                $(.bind($bind))*.fetch_optional(&mut **c).await,
        }
        .map_err($crate::store::StoreError::from)
    };
}

/// Runs one statement for many items, in groups that both databases take: `$head`, then `values`
/// with a row for each item, then `$tail`. Gives the number of rows that were touched.
///
/// A derived table of values names its columns `column1`, `column2`, … on both databases.
macro_rules! execute_values {
    ($tx:expr, $head:literal, $items:expr, |$item:pat_param| ($($bind:expr),+ $(,)?), $tail:literal) => {{
        let mut touched = 0;
        for group in $items.chunks($crate::store::sql::VALUES) {
            touched += match $tx {
                $crate::store::Tx::Sqlite(c) => {
                    values!(sqlx::Sqlite, $head, group, |$item| ($($bind),+), $tail)
                        .build().persistent(false).execute(&mut **c).await
                        .map(|done| done.rows_affected())
                }
                $crate::store::Tx::Postgres(c) => {
                    values!(sqlx::Postgres, $head, group, |$item| ($($bind),+), $tail)
                        .build().persistent(false).execute(&mut **c).await
                        .map(|done| done.rows_affected())
                }
            }
            .map_err($crate::store::StoreError::from)?;
        }
        Ok::<u64, $crate::store::StoreError>(touched)
    }};
}

/// The same for a statement that gives rows.
macro_rules! rows_values {
    ($tx:expr, $row:ty, $head:literal, $items:expr, |$item:pat_param| ($($bind:expr),+ $(,)?), $tail:literal) => {{
        let mut found: Vec<$row> = Vec::new();
        for group in $items.chunks($crate::store::sql::VALUES) {
            found.extend(match $tx {
                $crate::store::Tx::Sqlite(c) => {
                    values!(sqlx::Sqlite, $head, group, |$item| ($($bind),+), $tail)
                        .build_query_as::<$row>().persistent(false).fetch_all(&mut **c).await
                }
                $crate::store::Tx::Postgres(c) => {
                    values!(sqlx::Postgres, $head, group, |$item| ($($bind),+), $tail)
                        .build_query_as::<$row>().persistent(false).fetch_all(&mut **c).await
                }
            }
            .map_err($crate::store::StoreError::from)?);
        }
        Ok::<Vec<$row>, $crate::store::StoreError>(found)
    }};
}

/// The statement of both.
macro_rules! values {
    ($database:ty, $head:literal, $group:expr, |$item:pat_param| ($($bind:expr),+), $tail:literal) => {{
        let mut query = sqlx::QueryBuilder::<$database>::new($head);
        query.push_values($group, |mut row, $item| { $(row.push_bind($bind);)+ });
        query.push($tail);
        query
    }};
}

/// Rows of one `values`: far below what either database takes, enough that more gains nothing.
pub(crate) const VALUES: usize = 250;

pub(crate) use {execute, execute_values, row, rows, rows_values, values};
