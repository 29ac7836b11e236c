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

pub(crate) use {execute, row, rows};
