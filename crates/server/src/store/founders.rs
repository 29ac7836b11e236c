//! Invited founders of letters that have not launched.

use super::sql::{execute, execute_values, row, rows, rows_values, values};
use super::{Result, Tx};

/// An invited founder.
#[derive(Clone, sqlx::FromRow)]
pub struct FounderRow {
    /// Grows with time.
    pub id: i64,
    /// Which letter.
    pub letter: i64,
    /// What nobody else in the letter has: `named`, or of a second of one name `details`.
    pub person: Vec<u8>,
    /// Tag of kind and name as they were listed.
    pub named: Vec<u8>,
    /// Tag of all that they were listed with; none where it was not noted.
    pub details: Option<Vec<u8>>,
    /// `listed`, `due`, `invited`, `held` (accepted; an organizer has to look first), `accepted` or
    /// `declined`.
    pub state: String,
    /// Word of `model::Kind`.
    pub kind: String,
    /// ISO 3166-1 alpha-2, or `ZZ`.
    pub country: String,
    /// BCP 47 tag.
    pub lang: String,
    /// Encrypted under the letter's founders' key; empty once the letter launched.
    pub fields: Vec<u8>,
    /// `none`, `waiting`, `approved` or `refused`.
    pub statement: String,
    /// The signature of who accepted.
    pub signature: Option<i64>,
    /// Who invites.
    pub invited_by: String,
    /// Mails made for them.
    pub mails: i64,
    /// When the last was made.
    pub mailed_at: Option<i64>,
    /// When a mail server took one.
    pub sent_at: Option<i64>,
    /// When one was refused for good.
    pub bounced_at: Option<i64>,
    /// When their link was opened last.
    pub visited_at: Option<i64>,
    /// When they answered last.
    pub answered_at: Option<i64>,
    /// Whether a mail can go to them, as long as they have not answered.
    pub addressed: bool,
    /// When a link was last made to be handed to them.
    pub handed_at: Option<i64>,
    /// The recipients that their contact was sealed to; empty where it was not, or nobody noted it.
    pub sealed_to: String,
    /// The version of the text that they accepted.
    pub version: Option<i64>,
    /// Whether their statement is to stand on the letter's page, once it is approved.
    pub featured: bool,
}

impl FounderRow {
    /// Whether they accepted while there were other recipients than `today`: their contact is sealed
    /// to those.
    #[must_use]
    pub fn is_sealed_elsewhere(&self, today: &str) -> bool {
        self.state == "accepted" && !self.sealed_to.is_empty() && self.sealed_to != today
    }

    /// Whether a link may be handed to them. Whoever answered has theirs, and another would be somebody else's
    /// way to the signature: but where no mail carried one it may be lost, and where their contact has to be
    /// sealed anew they are asked for it again.
    #[must_use]
    pub fn may_be_handed(&self, today: &str) -> bool {
        match &*self.state {
            "declined" | "held" => false,
            "accepted" => self.mails == 0 || self.is_sealed_elsewhere(today),
            _ => true,
        }
    }

    /// Whether they accepted an earlier version of the text than the `newest`.
    #[must_use]
    pub fn stands_under_earlier(&self, newest: i64) -> bool {
        self.state == "accepted" && self.version.is_some_and(|version| version < newest)
    }
}

macro_rules! founder {
    ($($rest:tt)+) => {
        concat!(
            "select id, letter, person, named, details, state, kind, country, lang, fields, statement, signature,
                    invited_by, mails, mailed_at, sent_at, bounced_at, visited_at, answered_at,
                    addressed, handed_at, sealed_to, version, featured
             from founders ",
            $($rest)+
        )
    };
}

pub(super) use founder;

/// Lists founders; those who are there already stay as they are. Gives how many were new.
pub async fn insert_all(tx: &mut Tx, new: &[FounderRow]) -> Result<u64> {
    execute_values!(
        tx,
        "insert into founders
         (id, letter, person, named, details, state, kind, country, lang, fields, statement,
          invited_by, mails, addressed) ",
        new,
        |new| (
            new.id,
            new.letter,
            &new.person,
            &new.named,
            new.details.as_deref(),
            "listed",
            &new.kind,
            &new.country,
            &new.lang,
            &new.fields,
            "none",
            "",
            0_i64,
            new.addressed,
        ),
        " on conflict (letter, person) do nothing"
    )
}

/// Which of these names (tags of kind and name) a letter has already, as founders or as founding
/// signatures that were brought from files, with the tag of what else each was listed with.
pub async fn known(
    tx: &mut Tx,
    letter: i64,
    names: &[Vec<u8>],
) -> Result<Vec<(Vec<u8>, Option<Vec<u8>>)>> {
    let mut found = rows_values!(
        tx,
        (Vec<u8>, Option<Vec<u8>>),
        "select named, details from (",
        names,
        |name| (letter, name),
        ") as wanted join founders on letter = column1 and named = column2"
    )?;
    let brought = rows_values!(
        tx,
        (Vec<u8>,),
        "select person from (",
        names,
        |name| (letter, name),
        ") as wanted join signatures on letter = column1 and person = column2"
    )?;
    found.extend(brought.into_iter().map(|(name,)| (name, None)));
    Ok(found)
}

/// Some of what a letter has under its founders' key, each with its id, and whether there is anything
/// else under it.
pub async fn sealed(tx: &mut Tx, letter: i64) -> Result<(Vec<(i64, Vec<u8>)>, bool)> {
    let rows = rows!(
        tx,
        (i64, Vec<u8>),
        "select id, fields from founders where letter = $1 and length(fields) > 0
         order by id desc limit 3",
        letter
    )?;
    let more = row!(
        tx,
        (i64,),
        "select t.id from founder_tables t join founder_table_parts p on p.founder_table = t.id
         where t.letter = $1 limit 1",
        letter
    )?;
    Ok((rows, more.is_some()))
}

/// A founder of a letter.
pub async fn get(tx: &mut Tx, letter: i64, id: i64) -> Result<Option<FounderRow>> {
    row!(
        tx,
        FounderRow,
        founder!("where letter = $1 and id = $2"),
        letter,
        id
    )
}

/// Which founders a page shows.
#[derive(Clone, Copy, Debug)]
pub enum Which<'a> {
    /// All.
    All,
    /// Those in one state.
    In(&'a str),
    /// Those who have not answered, and to whom no mail can go.
    Unaddressed,
    /// Those whose contact is sealed to other recipients than today's.
    SealedElsewhere,
    /// Those who accepted an earlier version of the text than the newest.
    EarlierText,
}

/// Of which kind and country those are that a page shows; empty where that is no matter.
#[derive(Clone, Copy, Debug, Default)]
pub struct Narrowed<'a> {
    /// Word of `model::Kind`.
    pub kind: &'a str,
    /// ISO 3166-1 alpha-2, or `ZZ`.
    pub country: &'a str,
}

/// A page of a letter's founders, newest first: at most `limit` before the row `before`. `recipients`
/// are today's.
pub async fn page(
    tx: &mut Tx,
    letter: i64,
    (which, recipients): (Which<'_>, &str),
    narrowed: Narrowed<'_>,
    (before, limit): (i64, i64),
) -> Result<Vec<FounderRow>> {
    macro_rules! narrowed {
        ($which:literal) => {
            founder!(concat!(
                "where letter = $1 and id < $3 and ($5 = '' or kind = $5)
                 and ($6 = '' or country = $6) and ",
                $which,
                " order by id desc limit $4"
            ))
        };
    }
    let (sql, word) = match which {
        Which::All => (narrowed!("$2 = ''"), ""),
        Which::In(state) => (narrowed!("state = $2"), state),
        Which::Unaddressed => (
            narrowed!("not addressed and state in ('listed', 'invited') and $2 = ''"),
            "",
        ),
        Which::SealedElsewhere => (
            narrowed!("state = 'accepted' and sealed_to not in ('', $2)"),
            recipients,
        ),
        Which::EarlierText => (
            narrowed!(
                "state = 'accepted' and $2 = '' and version <
                 (select max(version) from texts where letter = $1)"
            ),
            "",
        ),
    };
    rows!(
        tx,
        FounderRow,
        sql,
        letter,
        word,
        before,
        limit,
        narrowed.kind,
        narrowed.country
    )
}

/// How many founders have a contact that is sealed to others than these recipients.
pub async fn sealed_elsewhere(tx: &mut Tx, letter: i64, recipients: &str) -> Result<i64> {
    let found = row!(
        tx,
        (i64,),
        "select count(*) from founders
         where letter = $1 and state = 'accepted' and sealed_to not in ('', $2)",
        letter,
        recipients
    )?;
    Ok(found.map_or(0, |(count,)| count))
}

/// How many founders of one kind and country are in one state.
#[derive(Clone, sqlx::FromRow)]
pub struct CountRow {
    /// Their state.
    pub state: String,
    /// Word of `model::Kind`.
    pub kind: String,
    /// ISO 3166-1 alpha-2, or `ZZ`.
    pub country: String,
    /// How many.
    pub people: i64,
    /// Of them, whose link was opened.
    pub visited: i64,
    /// Of them, whose address refused a mail.
    pub bounced: i64,
    /// Of them, whose statement waits.
    pub undecided: i64,
    /// Of them, for whom a link was made to be handed over.
    pub handed: i64,
    /// Of them, to whom a mail can go as long as they don't answer.
    pub addressed: i64,
    /// Of them, who accepted an earlier version of the text than the newest.
    pub earlier: i64,
}

/// A letter's founders, counted.
pub async fn counts(tx: &mut Tx, letter: i64) -> Result<Vec<CountRow>> {
    rows!(
        tx,
        CountRow,
        "select state, kind, country, count(*) as people, count(visited_at) as visited,
                count(bounced_at) as bounced,
                count(case when statement = 'waiting' and state = 'accepted' then id end)
                as undecided,
                count(handed_at) as handed, count(case when addressed then id end) as addressed,
                count(case when state = 'accepted' and version <
                      (select max(version) from texts where letter = $1) then id end) as earlier
         from founders where letter = $1 group by state, kind, country",
        letter
    )
}

/// When a mail server last took an invitation of a letter.
pub async fn last_sent(tx: &mut Tx, letter: i64) -> Result<Option<i64>> {
    let found = row!(
        tx,
        (Option<i64>,),
        "select max(sent_at) from founders where letter = $1",
        letter
    )?;
    Ok(found.and_then(|(at,)| at))
}

/// Notes that a founder's link was opened.
pub async fn visited(tx: &mut Tx, id: i64, now: i64) -> Result<()> {
    execute!(
        tx,
        "update founders set visited_at = $2 where id = $1",
        id,
        now
    )?;
    execute!(
        tx,
        "insert into founder_visits (founder, hour) values ($1, $2) on conflict do nothing",
        id,
        now - now.rem_euclid(3600)
    )?;
    Ok(())
}

/// The hours in which founders' links were opened, oldest first: founder and hour.
pub async fn visits(tx: &mut Tx, founders: &[i64]) -> Result<Vec<(i64, i64)>> {
    rows_values!(
        tx,
        (i64, i64),
        "select founder, hour from (",
        founders,
        |id| (*id),
        ") as wanted join founder_visits on founder = column1 order by hour"
    )
}

/// Holds a founder until the transaction ends, and gives them as they are now.
pub async fn hold(tx: &mut Tx, id: i64) -> Result<Option<FounderRow>> {
    execute!(tx, "update founders set state = state where id = $1", id)?;
    row!(tx, FounderRow, founder!("where id = $1"), id)
}

/// What a founder answered.
pub struct Answered<'a> {
    /// Which founder.
    pub id: i64,
    /// `held`, `accepted` or `declined`; `invited` where they are asked again.
    pub state: &'a str,
    /// ISO 3166-1 alpha-2, or `ZZ`.
    pub country: &'a str,
    /// Encrypted.
    pub fields: &'a [u8],
    /// `none`, `waiting`, `approved` or `refused`.
    pub statement: &'a str,
    /// The signature, where they accepted.
    pub signature: Option<i64>,
    /// The recipients that their contact is sealed to, where they accepted.
    pub sealed_to: &'a str,
    /// The version of the text that they accepted.
    pub version: Option<i64>,
    /// Whether a mail can go to them.
    pub addressed: bool,
    /// When.
    pub at: i64,
}

/// Keeps an answer, or what an organizer decided about one. An address is kept as long as they may be
/// asked again. Mails to them that wait are dropped. Other words than were approved lose their place on
/// the letter's page.
pub async fn answer(tx: &mut Tx, answer: &Answered<'_>) -> Result<()> {
    super::founder_mails::drop_waiting(tx, answer.id).await?;
    execute!(
        tx,
        "update founders set state = $2, country = $3, fields = $4, statement = $5, signature = $6,
                answered_at = $7, sealed_to = $8, version = $9, addressed = $10,
                featured = (featured and $5 = 'approved')
         where id = $1",
        answer.id,
        answer.state,
        answer.country,
        answer.fields,
        answer.statement,
        answer.signature,
        answer.at,
        answer.sealed_to,
        answer.version,
        answer.addressed,
    )?;
    Ok(())
}

/// Whether somebody accepted under this version of the text who waits for an organizer.
pub async fn await_under(tx: &mut Tx, letter: i64, version: i64) -> Result<bool> {
    let found = row!(
        tx,
        (i64,),
        "select id from founders where letter = $1 and state = 'held' and version = $2 limit 1",
        letter,
        version
    )?;
    Ok(found.is_some())
}

/// Keeps what was decided about a founder's statement. False where none waits.
pub async fn decide_statement(tx: &mut Tx, id: i64, decided: &str) -> Result<bool> {
    let done = execute!(
        tx,
        "update founders set statement = $2
         where id = $1 and state = 'accepted' and statement = 'waiting'",
        id,
        decided
    )?;
    Ok(done == 1)
}

/// Everybody whose statement waits.
pub async fn undecided(tx: &mut Tx, letter: i64) -> Result<Vec<FounderRow>> {
    rows!(
        tx,
        FounderRow,
        founder!("where letter = $1 and state = 'accepted' and statement = 'waiting' order by id"),
        letter
    )
}

/// Deletes a founder, with their links, visits and the mails that wait.
pub async fn remove(tx: &mut Tx, id: i64) -> Result<()> {
    super::founder_mails::drop_waiting(tx, id).await?;
    for statement in [
        "delete from founder_links where founder = $1",
        "delete from founder_visits where founder = $1",
        "delete from founder_logos where founder = $1",
        "delete from founders where id = $1",
    ] {
        execute!(tx, statement, id)?;
    }
    Ok(())
}

/// Forgets who is behind a letter's founders, once it launches: those who accepted are signatories
/// now, of the others a number is left. Spreadsheets go with them.
pub async fn forget(tx: &mut Tx, letter: i64) -> Result<()> {
    execute!(
        tx,
        "delete from founder_visits
         where founder in (select id from founders where letter = $1)",
        letter
    )?;
    let nothing: &[u8] = &[];
    execute!(
        tx,
        "update founders set fields = $2 where letter = $1",
        letter,
        nothing
    )?;
    super::founder_logos::remove_all(tx, letter).await?;
    super::founder_tables::remove_all(tx, letter).await
}
