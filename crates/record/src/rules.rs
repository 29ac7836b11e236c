//! What makes a record valid, entry by entry, and the figures that follow from it.
//!
//! Memory: four bytes for each entry (kind, country, level, whether live, version of the text), and some forty for
//! each signature that was corrected or has a statement. Ten million entries take 40 MB.

mod slot;

use std::collections::{BTreeMap, HashMap};

pub use slot::Signature;
use slot::Slot;

use crate::Hash;
use crate::calendar::{Date, Hour};
use crate::entry::{
    Act, Audit, Correct, Country, Deliver, Entry, Genesis, Lang, Sign, State, Text,
};
use crate::figures::Figures;
use crate::note::VerifierKey;

/// The rule that an entry breaks. Numbers are indices of entries unless named otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// Entry 0 is `genesis`, and no other is.
    #[error("entry 0 is genesis, and no other entry is")]
    Genesis,
    /// Genesis names another origin or key than the checkpoint's.
    #[error("genesis names another origin or key than the one that signed the checkpoint")]
    Origin,
    /// `at` is earlier than in the entry before.
    #[error("its hour is before that of the entry before it")]
    Clock,
    /// Versions count up from 1.
    #[error("its version of the text is not the next one")]
    NextVersion,
    /// More versions than the verifier counts.
    #[error("there are more than 65,535 versions of the text")]
    Versions,
    /// `opened` comes once, after a text; `closed` once, after `opened`.
    #[error("the letter cannot go into this state here")]
    State,
    /// The version signed isn't recorded.
    #[error("it names a version of the text that is not recorded")]
    Version,
    /// Founding signatures precede `opened`, and they alone do.
    #[error("founding signatures, and they alone, come before the letter opens")]
    Founding,
    /// Nobody signs after `closed`, or after the last day of signing that genesis promised.
    #[error("the letter was closed by then")]
    Closed,
    /// The index named isn't that of an earlier, live `sign`.
    #[error("entry {0}, which it names, is not an earlier signature that is live")]
    NotLive(u64),
    /// Tokens are issued and redeemed, and letters delivered, only after `opened`.
    #[error("the letter was not open yet")]
    NotOpened,
    /// The checkpoint named is larger than the log was, or empty.
    #[error("it names a checkpoint that did not exist yet")]
    Checkpoint,
    /// The index named isn't that of an earlier `deliver`.
    #[error("entry {0}, which it names, is not an earlier delivery")]
    NotDelivered(u64),
    /// This version of the format can't check the issuer's signatures, so it counts none.
    #[error("anonymous signatures cannot be checked yet, so none may be recorded")]
    Support,
}

/// The rules with what they must remember.
#[derive(Debug)]
pub struct Rules {
    key: VerifierKey,
    clock: Option<Hour>,
    closing: Option<Date>,
    state: Option<State>,
    texts: Vec<BTreeMap<Lang, Hash>>,
    slots: Vec<Slot>,
    /// For a corrected, live signature: the entry with its current commitment.
    corrected: HashMap<u64, u64>,
    /// For a live signature with a statement: the entry that commits to it.
    statements: HashMap<u64, u64>,
    /// Checkpoints named by `deliver` and `audit`: size, root, and who names them.
    named: Vec<(u64, Hash, u64)>,
    figures: Figures,
}

impl Rules {
    /// The rules for the log with this key.
    #[must_use]
    pub fn new(key: VerifierKey) -> Self {
        Self {
            key,
            clock: None,
            closing: None,
            state: None,
            texts: Vec::new(),
            slots: Vec::new(),
            corrected: HashMap::new(),
            statements: HashMap::new(),
            named: Vec::new(),
            figures: Figures::default(),
        }
    }

    /// Applies the next entry.
    ///
    /// # Errors
    /// [`RuleError`] names the rule that it breaks; the rules are of no further use then.
    pub fn apply(&mut self, entry: &Entry) -> Result<(), RuleError> {
        if self.clock.is_some_and(|clock| entry.at < clock) {
            return Err(RuleError::Clock);
        }
        self.clock = Some(entry.at);
        if matches!(entry.act, Act::Genesis(_)) != self.slots.is_empty() {
            return Err(RuleError::Genesis);
        }
        let slot = match &entry.act {
            Act::Sign(sign) => self.sign(sign, entry.at)?,
            Act::Deliver(deliver) => self.deliver(deliver)?,
            other => {
                self.remember(other)?;
                Slot::NOTHING
            }
        };
        self.slots.push(slot);
        Ok(())
    }

    fn remember(&mut self, act: &Act) -> Result<(), RuleError> {
        match act {
            Act::Genesis(genesis) => self.genesis(genesis),
            Act::Text(text) => self.text(text),
            Act::State(state) => self.go(*state),
            Act::Correct(correct) => self.correct(correct),
            Act::Level { sign, level } => {
                let slot = self.live(*sign)?;
                *slot = slot.with_level(*level);
                Ok(())
            }
            Act::Statement { sign, statement } => self.statement(*sign, statement.is_some()),
            Act::Withdraw { sign } | Act::Remove { sign, .. } => self.end(*sign),
            Act::Issue { .. } => self.after_opened(),
            Act::Support(_) => Err(RuleError::Support),
            Act::Audit(Audit { size, root, .. }) => self.name_checkpoint(*size, *root),
            Act::Respond { deliver, .. } => match self.slot(*deliver) {
                Some(Slot::DELIVERY) => Ok(()),
                _ => Err(RuleError::NotDelivered(*deliver)),
            },
            Act::Key { .. } | Act::Sign(_) | Act::Deliver(_) => Ok(()),
        }
    }

    /// The index that the next entry gets.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.slots.len() as u64
    }

    fn slot(&self, index: u64) -> Option<Slot> {
        self.slots.get(usize::try_from(index).ok()?).copied()
    }

    fn live(&mut self, sign: u64) -> Result<&mut Slot, RuleError> {
        let place = usize::try_from(sign).map_err(|_| RuleError::NotLive(sign))?;
        let slot = self.slots.get_mut(place);
        let live = |slot: &&mut Slot| slot.signature().is_some_and(|signature| signature.live);
        slot.filter(live).ok_or(RuleError::NotLive(sign))
    }

    fn genesis(&mut self, genesis: &Genesis) -> Result<(), RuleError> {
        if genesis.origin != self.key.name() || genesis.key != self.key {
            return Err(RuleError::Origin);
        }
        self.closing = genesis.closing;
        Ok(())
    }

    fn text(&mut self, text: &Text) -> Result<(), RuleError> {
        if text.version != self.texts.len() as u64 + 1 {
            return Err(RuleError::NextVersion);
        }
        if text.version > u64::from(u16::MAX) {
            return Err(RuleError::Versions);
        }
        self.texts.push(text.texts.clone());
        Ok(())
    }

    fn go(&mut self, state: State) -> Result<(), RuleError> {
        let legal = match state {
            State::Opened => self.state.is_none() && !self.texts.is_empty(),
            State::Closed => self.state == Some(State::Opened),
        };
        if !legal {
            return Err(RuleError::State);
        }
        self.state = Some(state);
        Ok(())
    }

    fn sign(&mut self, sign: &Sign, at: Hour) -> Result<Slot, RuleError> {
        if self.digests(sign.version).is_none() {
            return Err(RuleError::Version);
        }
        if sign.founding != self.state.is_none() {
            return Err(RuleError::Founding);
        }
        if self.state == Some(State::Closed) || self.closing.is_some_and(|last| at.date() > last) {
            return Err(RuleError::Closed);
        }
        self.figures.add(sign.kind, sign.country, sign.founding);
        Ok(Slot::of(sign))
    }

    fn correct(&mut self, correct: &Correct) -> Result<(), RuleError> {
        let here = self.size();
        let slot = self.live(correct.sign)?;
        let before = slot
            .signature()
            .map_or(Country::ZZ, |signature| signature.country);
        *slot = slot.with_country(correct.country).corrected();
        self.figures.move_country(before, correct.country);
        self.corrected.insert(correct.sign, here);
        Ok(())
    }

    fn statement(&mut self, sign: u64, given: bool) -> Result<(), RuleError> {
        let here = self.size();
        self.live(sign)?;
        // Taking back what isn't there changes nothing, and is no reason to doubt a whole record.
        if given {
            self.statements.insert(sign, here);
        } else {
            self.statements.remove(&sign);
        }
        Ok(())
    }

    fn end(&mut self, sign: u64) -> Result<(), RuleError> {
        let slot = self.live(sign)?;
        let signature = slot.signature();
        *slot = slot.ended();
        if let Some(Signature {
            kind,
            country,
            founding,
            ..
        }) = signature
        {
            self.figures.remove(kind, country, founding);
        }
        self.corrected.remove(&sign);
        self.statements.remove(&sign);
        Ok(())
    }

    fn after_opened(&self) -> Result<(), RuleError> {
        if self.state.is_some() {
            Ok(())
        } else {
            Err(RuleError::NotOpened)
        }
    }

    fn name_checkpoint(&mut self, size: u64, root: Hash) -> Result<(), RuleError> {
        if size == 0 || size > self.size() {
            return Err(RuleError::Checkpoint);
        }
        self.named.push((size, root, self.size()));
        Ok(())
    }

    fn deliver(&mut self, deliver: &Deliver) -> Result<Slot, RuleError> {
        self.after_opened()?;
        self.name_checkpoint(deliver.size, deliver.root)?;
        Ok(Slot::DELIVERY)
    }

    /// The figures after the entries applied so far.
    #[must_use]
    pub fn figures(&self) -> &Figures {
        &self.figures
    }

    /// The letter's state; `None` before it opened.
    #[must_use]
    pub fn state(&self) -> Option<State> {
        self.state
    }

    /// The digests of a version of the text, by language.
    #[must_use]
    pub fn digests(&self, version: u64) -> Option<&BTreeMap<Lang, Hash>> {
        let place = usize::try_from(version.checked_sub(1)?).ok()?;
        self.texts.get(place)
    }

    /// How many versions of the text there are.
    #[must_use]
    pub fn versions(&self) -> u64 {
        self.texts.len() as u64
    }

    /// The signature made by the entry at `sign`; `None` if that entry is no `sign`.
    #[must_use]
    pub fn signature(&self, sign: u64) -> Option<Signature> {
        self.slot(sign)?.signature()
    }

    /// The entry (`sign` itself or a `correct`) with the current opening commitment of a live signature.
    #[must_use]
    pub fn carrier(&self, sign: u64) -> Option<u64> {
        let slot = self.slot(sign)?;
        slot.signature().filter(|signature| signature.live)?;
        if !slot.is_corrected() {
            Some(sign)
        } else {
            self.corrected.get(&sign).copied()
        }
    }

    /// The `statement` entry with the current words of a live signature.
    #[must_use]
    pub fn statement_of(&self, sign: u64) -> Option<u64> {
        self.statements.get(&sign).copied()
    }

    /// Checkpoints that entries name: size, root, and the index of the entry.
    pub(crate) fn named(&self) -> &[(u64, Hash, u64)] {
        &self.named
    }
}
