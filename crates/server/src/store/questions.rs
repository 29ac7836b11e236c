//! What moderators ask about what is held, and what is answered.

use super::sql::{execute, rows, rows_values, values};
use super::{Result, Tx};

/// The most questions about one submission.
pub const MOST: i64 = 2;

/// A question.
#[derive(Clone, sqlx::FromRow)]
pub struct QuestionRow {
    /// About which submission.
    pub submission: i64,
    /// From 1.
    pub number: i64,
    /// Name of the key that `words` is under.
    pub key_name: String,
    /// `model::Question` as JSON, encrypted.
    pub words: Vec<u8>,
    /// Hash of the token in the mail; none where none could be sent.
    pub link: Option<Vec<u8>>,
    /// When it was asked, unix seconds.
    pub asked_at: i64,
    /// Name of the key that the answer is under.
    pub answer_key: Option<String>,
    /// The answer, encrypted.
    pub answer: Option<Vec<u8>>,
    /// When it was given.
    pub answered_at: Option<i64>,
    /// How many mails with it came back.
    pub lost: i64,
}

/// A question about to be asked.
pub struct NewQuestion {
    /// About which submission.
    pub submission: i64,
    /// Name of the key that `words` is under.
    pub key_name: String,
    /// `model::Question` as JSON, encrypted.
    pub words: Vec<u8>,
    /// Hash of the token in the mail, where one is sent.
    pub link: Option<Vec<u8>>,
    /// When it is asked.
    pub asked_at: i64,
}

/// Asks. False where the submission is not held any more, was asked as often as it may be, or is being asked by
/// somebody else this very moment: the primary key decides.
pub async fn ask(tx: &mut Tx, new: &NewQuestion) -> Result<bool> {
    let asked = execute!(
        tx,
        "insert into questions (submission, number, key_name, words, link, asked_at)
         select id, 1 + (select count(*) from questions where submission = $1), $2, $3, $4, $5
         from submissions where id = $1 and state = 'held'
         and (select count(*) from questions where submission = $1) < $6
         on conflict (submission, number) do nothing",
        new.submission,
        &new.key_name,
        &new.words,
        new.link.as_deref(),
        new.asked_at,
        MOST
    )?;
    Ok(asked == 1)
}

/// Keeps an answer, in the place of one that was given before. False where nothing was asked, or it was decided.
pub async fn answer(
    tx: &mut Tx,
    (submission, number): (i64, i64),
    (key_name, answer): (&str, &[u8]),
    now: i64,
) -> Result<bool> {
    let answered = execute!(
        tx,
        "update questions set answer_key = $1, answer = $2, answered_at = $3
         where submission = $4 and number = $5 and exists
         (select 1 from submissions where id = $4 and state = 'held' and expires_at > $3)",
        key_name,
        answer,
        now,
        submission,
        number
    )?;
    Ok(answered == 1)
}

/// The questions about submissions, in the order in which they were asked.
pub async fn of(tx: &mut Tx, submissions: &[i64]) -> Result<Vec<QuestionRow>> {
    let mut found = rows_values!(
        tx,
        QuestionRow,
        "select submission, number, key_name, words, link, asked_at, answer_key, answer, answered_at,
                (select count(*) from bounces where token_hash = questions.link) as lost
         from questions where submission in (select column1 from (",
        submissions,
        |id| (*id),
        ") as wanted)"
    )?;
    found.sort_unstable_by_key(|row| (row.submission, row.number));
    Ok(found)
}

/// The submission that would correct a signature, where one is held.
pub async fn correction_of(tx: &mut Tx, signature: i64, now: i64) -> Result<Option<i64>> {
    let found = rows!(
        tx,
        (i64,),
        "select id from submissions where corrects = $1 and state = 'held' and expires_at > $2",
        signature,
        now
    )?;
    Ok(found.first().map(|(id,)| *id))
}
