//! Forgetting in SQLite's file.
//!
//! `secure_delete` overwrites what is deleted, but not the copies of rows that the splitting of a
//! page leaves in its unused part. Only a file written anew has none.

use super::{Result, Store};

impl Store {
    /// Writes SQLite's file anew where signatures, contacts or logos were forgotten since it last was;
    /// gives whether it did. How often they had been then stands in the file itself, as its
    /// `user_version`.
    pub async fn rewrite(&self) -> Result<bool> {
        let Self::Sqlite {
            readers, writer, ..
        } = self
        else {
            return Ok(false);
        };
        let gone: i64 = sqlx::query_scalar(
            "select (select count(*) from signatures where state = 'gone')
                  + (select count(*) from trail where act = 'contacts-deleted')
                  + (select coalesce(sum(gone), 0) from logo_changes)",
        )
        .fetch_one(readers)
        .await?;
        let known: i64 = sqlx::query_scalar("pragma user_version")
            .fetch_one(readers)
            .await?;
        if gone == known {
            return Ok(false);
        }
        sqlx::query("vacuum").execute(writer).await?;
        // A number that we counted ourselves; a pragma takes no parameters.
        let note = format!("pragma user_version = {gone}");
        sqlx::query(sqlx::AssertSqlSafe(note))
            .execute(writer)
            .await?;
        self.truncate_log().await?;
        Ok(true)
    }
}
