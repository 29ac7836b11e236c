//! Rolling forward: each entry of the copy that the database lacks is appended as it is, and does
//! to the database what it did when it was recorded.

use undersigned_record::Hash;
use undersigned_record::disclosure::Disclosed;
use undersigned_record::entry::{Act, Correct, Entry, Sign, State, Text};
use undersigned_record::layout::File;
use undersigned_record::opening::Opening;
use undersigned_record::tile::WIDTH;

use super::copy::{RecordCopy, Shown};
use super::waiting::Waiting;
use super::{RecoveryError, Result};
use crate::acts::enrolment::Face;
use crate::model::submission::Public;
use crate::model::{Country, Kind, Letter, LetterState};
use crate::recorder::Append;
use crate::seal::TagKey;
use crate::seal::row_id;
use crate::store::contacts::{self, NewContact};
use crate::store::letters::{self, TextRow};
use crate::store::openings::{self, NewOpening};
use crate::store::record::{self, Head};
use crate::store::signatures::{self, Placed, SignatureRow};
use crate::store::statements::{self, StatementRow};
use crate::store::submissions::{self, SubmissionRow};
use crate::store::{StoreError, Tx, links, mailbox, roll};

/// A database on its way to the copy's head.
pub(super) struct Roll<'a> {
    letter: &'a Letter,
    copy: RecordCopy,
    append: Append,
    waiting: Waiting,
    tag_key: TagKey,
    now_ms: i64,
    shown: Shown,
    words: Shown,
}

impl<'a> Roll<'a> {
    /// Begins where the database's record ends, which must be on the copy's way.
    pub(super) async fn begin(
        tx: &mut Tx,
        letter: &'a Letter,
        mut copy: RecordCopy,
        tag_key: TagKey,
        now_ms: i64,
    ) -> Result<Self> {
        let now = now_ms.div_euclid(1000);
        let append = match record::head(tx, letter.id).await? {
            Some(head) if copy.extends(head.size, head.root) => {
                Append::resume(tx, letter.id, now, i64::MAX).await?
            }
            Some(_) => return Err(RecoveryError::Contradiction),
            None => Append::genesis(letter.id, now),
        };
        Ok(Self {
            waiting: Waiting::read(tx, letter.id).await?,
            letter,
            copy,
            append,
            tag_key,
            now_ms,
            shown: Shown::new(),
            words: Shown::new(),
        })
    }

    /// Appends what is missing. The head comes out as the copy says, or nothing is kept.
    pub(super) async fn run(mut self, tx: &mut Tx) -> Result<Head> {
        let mut next = self.append.next();
        while next < self.copy.checkpoint.size {
            let n = next / WIDTH;
            self.shown = self.copy.openings(n)?;
            self.words = self.copy.statements(n)?;
            let from = usize::try_from(next - n * WIDTH).unwrap_or(usize::MAX);
            for bytes in self.copy.entries(n)?.into_iter().skip(from) {
                self.entry(tx, &bytes).await?;
            }
            next = self.append.next();
        }
        let head = self.append.finish(tx).await?;
        let told = &self.copy.checkpoint;
        if (head.size, head.root) == (told.size, told.root) && head.figures == self.copy.figures {
            Ok(head)
        } else {
            Err(RecoveryError::Mismatch)
        }
    }

    async fn entry(&mut self, tx: &mut Tx, bytes: &[u8]) -> Result<()> {
        let index = self.append.next();
        let entry = Entry::parse(bytes).map_err(|_| RecoveryError::Unknown(index))?;
        self.append.push_bytes(bytes.to_vec());
        self.append.flush(tx).await?;
        self.append.set_hour(entry.at.unix());
        let hour = entry.at.unix().cast_signed();
        match entry.act {
            Act::Genesis(_) | Act::Deliver(_) | Act::Respond { .. } | Act::Audit(_) => Ok(()),
            Act::Issue { .. } | Act::Support(_) | Act::Key { .. } => {
                Err(RecoveryError::Unknown(index))
            }
            Act::Text(text) => self.text(tx, &text).await,
            Act::State(state) => self.state(tx, state, hour).await,
            Act::Sign(sign) => self.sign(tx, index, hour, &sign).await,
            Act::Correct(correct) => self.correct(tx, index, &correct).await,
            Act::Level { sign, level } => {
                let signature = self.signature(tx, sign).await?;
                Ok(signatures::set_level(tx, signature.id, level.as_str()).await?)
            }
            Act::Statement { sign, statement } => {
                let signature = self.signature(tx, sign).await?;
                self.statement(tx, index, signature.id, statement).await
            }
            Act::Withdraw { sign } => self.forget(tx, sign, false).await,
            Act::Remove { sign, .. } => self.forget(tx, sign, true).await,
        }
    }

    async fn text(&mut self, tx: &mut Tx, text: &Text) -> Result<()> {
        for lang in text.texts.keys() {
            let file = File::Text {
                version: text.version,
                lang: lang.clone(),
            };
            let row = TextRow {
                version: text.version.cast_signed(),
                lang: lang.as_str().to_owned(),
                body: self.copy.text(&file)?,
            };
            let stored = letters::text(tx, self.letter.id, row.version, &row.lang).await?;
            if stored.is_some_and(|stored| stored != row.body) {
                return Err(RecoveryError::Contradiction);
            }
            letters::insert_text(tx, self.letter.id, &row).await?;
        }
        Ok(())
    }

    async fn state(&self, tx: &mut Tx, state: State, hour: i64) -> Result<()> {
        let (from, to) = match state {
            State::Opened => (LetterState::Draft, LetterState::Open),
            State::Closed => (LetterState::Open, LetterState::Closed),
        };
        letters::advance(tx, self.letter.id, from, to, hour).await?;
        Ok(())
    }

    async fn sign(&mut self, tx: &mut Tx, index: u64, hour: i64, sign: &Sign) -> Result<()> {
        self.append.count(sign);
        let idx = index.cast_signed();
        if let Some(known) = self.waiting.take_sign(tx, sign.opening).await? {
            let placed = [Placed {
                id: known,
                idx,
                hour,
            }];
            signatures::place(tx, &placed).await?;
            return Ok(openings::place_new(tx, &placed).await?);
        }
        let submission = match self.waiting.take_submission(sign.contact) {
            Some(id) => submissions::any(tx, id).await?,
            None => None,
        };
        let new = self.insert(tx, sign, submission.as_ref()).await?;
        signatures::place(
            tx,
            &[Placed {
                id: new.id,
                idx,
                hour,
            }],
        )
        .await?;
        if let Some(shown) = self.shown.remove(&index) {
            self.open(tx, &new, &shown).await?;
            openings::place(tx, new.id, &shown.salt.0, idx).await?;
        }
        Ok(())
    }

    /// Adds a signature that the database never had. Whose it is, it knows only where the
    /// submission still waited.
    async fn insert(
        &self,
        tx: &mut Tx,
        sign: &Sign,
        submission: Option<&SubmissionRow>,
    ) -> Result<SignatureRow> {
        let mut new = SignatureRow {
            id: row_id(self.now_ms),
            letter: self.letter.id,
            state: "queued".to_owned(),
            kind: sign.kind.as_str().to_owned(),
            country: sign.country.as_str().to_owned(),
            level: sign.level.as_str().to_owned(),
            founding: sign.founding,
            person: submission.map(|row| row.person.clone()),
            mailbox: submission.map(|row| row.mailbox.clone()),
            idx: None,
            opened_by: None,
            signed_at: None,
        };
        if !signatures::insert(tx, &new).await? {
            new.person = None;
            signatures::insert(tx, &new).await?;
        }
        if let Some(row) = submission {
            if sign.kind == Kind::Individual {
                mailbox::take_slot(tx, new.letter, &row.mailbox, new.id).await?;
            }
            let contact = NewContact {
                id: row_id(self.now_ms),
                signature: new.id,
                file: &row.contact,
            };
            contacts::insert_all(tx, &[contact]).await?;
            links::repoint(tx, row.id, new.id).await?;
            submissions::take(tx, row.id).await?;
        }
        Ok(new)
    }

    /// Keeps an opening of the copy, and makes the signature findable by it.
    async fn open(&self, tx: &mut Tx, of: &SignatureRow, shown: &Disclosed) -> Result<()> {
        let opening = NewOpening {
            id: row_id(self.now_ms),
            letter: of.letter,
            signature: of.id,
            salt: &shown.salt.0,
            opening: &shown.bytes,
        };
        openings::insert_all(tx, &[opening]).await?;
        let opening = Opening::parse(&shown.bytes).map_err(|_| StoreError::Corrupt("opening"))?;
        let country = of
            .country
            .parse()
            .map_err(|_| StoreError::Corrupt("country"))?;
        let public = public(opening, country);
        if let (Some(mailbox), Some(_)) = (&of.mailbox, &of.person)
            && !public.name.is_empty()
        {
            let person = self.tag_key.person(mailbox, public.kind, &public.name);
            signatures::retag(tx, of.id, of.letter, &person).await?;
        }
        roll::unlist(tx, of.id).await?;
        Ok(Face::of(&public, of.founding).show(tx, of).await?)
    }

    async fn correct(&mut self, tx: &mut Tx, index: u64, correct: &Correct) -> Result<()> {
        let mut of = self.signature(tx, correct.sign).await?;
        self.append.move_country(&of, correct.country)?;
        let idx = index.cast_signed();
        signatures::correct(tx, of.id, correct.country.as_str(), idx).await?;
        if let Some(salt) = self.waiting.take_correction(tx, correct.opening).await? {
            return Ok(openings::place(tx, of.id, &salt.0, idx).await?);
        }
        of.country = correct.country.as_str().to_owned();
        match self.shown.remove(&index) {
            Some(shown) => {
                self.open(tx, &of, &shown).await?;
                Ok(openings::place(tx, of.id, &shown.salt.0, idx).await?)
            }
            // A later entry replaces or withdraws this one too: what it replaced goes already.
            None => {
                roll::unlist(tx, of.id).await?;
                Ok(openings::place(tx, of.id, &[], idx).await?)
            }
        }
    }

    async fn statement(
        &mut self,
        tx: &mut Tx,
        index: u64,
        signature: i64,
        commitment: Option<Hash>,
    ) -> Result<()> {
        let idx = index.cast_signed();
        let Some(commitment) = commitment else {
            statements::drop_all(tx, signature).await?;
            return Ok(());
        };
        let known = self.waiting.take_statement(tx, commitment).await?;
        let id = match (known, self.words.remove(&index)) {
            (Some(id), _) => id,
            (None, Some(words)) => self.disclose(tx, signature, &words).await?,
            // A later entry drops these words again.
            (None, None) => return Ok(()),
        };
        Ok(statements::place(tx, id, signature, idx).await?)
    }

    /// Keeps a statement of the copy as approved: one that was still held here, or a new one.
    async fn disclose(&self, tx: &mut Tx, signature: i64, words: &Disclosed) -> Result<i64> {
        let held = statements::held_with(tx, signature, &words.salt.0).await?;
        let id = match held {
            Some(id) => id,
            None => {
                let row = StatementRow {
                    id: row_id(self.now_ms),
                    signature,
                    state: "held".to_owned(),
                    featured: false,
                    key_name: String::new(),
                    words: Vec::new(),
                    salt: words.salt.0.to_vec(),
                    idx: -1,
                };
                statements::insert_held(tx, self.letter.id, &row, i64::MAX).await?;
                row.id
            }
        };
        statements::approve(tx, id, &words.bytes, false).await?;
        Ok(id)
    }

    /// Forgets whom the copy says withdrew or was removed, and all that waits about them.
    async fn forget(&mut self, tx: &mut Tx, sign: u64, keep_tags: bool) -> Result<()> {
        let of = self.signature(tx, sign).await?;
        self.append.uncount(&of)?;
        record::dequeue_about(tx, of.id).await?;
        submissions::drop_corrections(tx, of.id).await?;
        Ok(signatures::forget(tx, of.id, keep_tags).await?)
    }

    async fn signature(&self, tx: &mut Tx, sign: u64) -> Result<SignatureRow> {
        let found = signatures::by_index(tx, self.letter.id, sign.cast_signed()).await?;
        Ok(found.ok_or(StoreError::Corrupt("a signature is missing"))?)
    }
}

/// What an opening shows, as the form would have it.
fn public(opening: Opening, country: Country) -> Public {
    Public {
        kind: opening.kind,
        display: opening.display,
        name: match opening.display {
            crate::model::Display::Name => opening.name.unwrap_or_default(),
            _ => String::new(),
        },
        country,
        title: opening.title,
        affiliation: opening.affiliation,
        website: opening.website,
        mailbox: opening.mailbox,
        lang: opening.lang,
    }
}
