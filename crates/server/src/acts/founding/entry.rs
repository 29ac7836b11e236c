//! What is known of an invited founder, as it lies encrypted until launch.

use serde::{Deserialize, Serialize};
use undersigned_record::Hash;

use crate::acts::{ActError, Result};
use crate::app::App;
use crate::model::submission::Public;
use crate::model::{Invitee, Letter};
use crate::seal::{RowKey, TagKey, row_id};
use crate::store::founders::FounderRow;

/// An invited founder's entry.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// What is, or would be, public.
    pub public: Public,
    /// Who answers for a body.
    pub contact_name: Option<String>,
    /// As what.
    pub contact_role: Option<String>,
    /// Where the invitation goes, until it is answered.
    pub email: Option<String>,
    /// Quotable words.
    pub statement: Option<String>,
    /// Once they answered: who they were listed as, or whom an organizer took them for since.
    #[serde(default)]
    pub listed: Option<Box<Listed>>,
    /// Their acceptance, where an organizer has to look at it first.
    #[serde(default)]
    pub held: Option<Held>,
}

/// Who a founder is by the organizers.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Listed {
    /// What would be public.
    pub public: Public,
    /// Who answers for a body.
    pub contact_name: Option<String>,
}

/// What an acceptance that waits needs to become a signature.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Held {
    /// Tag of the mailbox.
    pub mailbox: Vec<u8>,
    /// The sealed contact, base64.
    pub contact: String,
    /// The line of the watch list that names them, if one does.
    pub watched: Option<String>,
}

impl Entry {
    /// Of a founder who is listed.
    #[must_use]
    pub fn of(invitee: Invitee) -> Self {
        Self {
            public: invitee.public,
            contact_name: invitee.contact_name,
            contact_role: None,
            email: invitee.mailbox.map(|mailbox| mailbox.address()),
            statement: None,
            listed: None,
            held: None,
        }
    }

    /// Who they are by the organizers.
    #[must_use]
    pub fn listed(&self) -> Listed {
        let own = || Listed {
            public: self.public.clone(),
            contact_name: self.contact_name.clone(),
        };
        self.listed.as_deref().cloned().unwrap_or_else(own)
    }

    /// What an organizer has seen of an acceptance that waits: another word for each other one.
    #[must_use]
    pub fn answer_mark(&self) -> String {
        mark(&(&self.public, &self.contact_name, &self.contact_role))
    }

    /// The same of the statement.
    #[must_use]
    pub fn statement_mark(&self) -> String {
        mark(&self.statement)
    }

    /// The entry before any answer. The address stays, where it is known.
    pub(super) fn unanswered(&self) -> Self {
        let listed = self.listed();
        Self {
            public: listed.public,
            contact_name: listed.contact_name,
            contact_role: None,
            email: self.email.clone(),
            statement: None,
            listed: None,
            held: None,
        }
    }

    /// The entry of a row. Once the letter launched nobody can read it.
    pub(super) fn read(key: &RowKey, row: &FounderRow) -> Option<Self> {
        serde_json::from_slice(&key.decrypt(row.id, &row.fields)?).ok()
    }

    /// The entry as it is stored in the row `id`.
    pub(super) fn seal(&self, key: &RowKey, id: i64) -> Result<Vec<u8>> {
        let plain = serde_json::to_vec(self).map_err(|_| ActError::Unreadable)?;
        key.encrypt(id, &plain).ok_or(ActError::Unreadable)
    }

    /// A new row in the list.
    pub(super) fn row(
        invitee: Invitee,
        app: &App,
        letter: &Letter,
        (key, tags): (&RowKey, &TagKey),
    ) -> Result<FounderRow> {
        let details = tags.listed(&invitee.details());
        let entry = Self::of(invitee);
        let (public, id) = (&entry.public, row_id(app.clock.now_ms()));
        let named = tags.invited(public.kind, &public.name);
        Ok(FounderRow {
            id,
            letter: letter.id,
            person: named.clone(),
            named,
            details: Some(details),
            state: "listed".to_owned(),
            kind: public.kind.as_str().to_owned(),
            country: public.country.as_str().to_owned(),
            lang: public.lang.as_str().to_owned(),
            fields: entry.seal(key, id)?,
            statement: "none".to_owned(),
            signature: None,
            invited_by: String::new(),
            mails: 0,
            mailed_at: None,
            sent_at: None,
            bounced_at: None,
            visited_at: None,
            answered_at: None,
            addressed: entry.email.is_some(),
            handed_at: None,
            sealed_to: String::new(),
            version: None,
            featured: false,
        })
    }
}

fn mark(of: &impl Serialize) -> String {
    let bytes = serde_json::to_vec(of).unwrap_or_default();
    Hash::of(&bytes).to_string()
}
