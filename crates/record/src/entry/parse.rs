use super::{
    Act, Audit, Correct, Deliver, Entry, EntryError, Genesis, LONGEST, LONGEST_TEXT, Predecessor,
    Sign, Support, Text,
};
use crate::json::{Fault, Fields};

impl From<Fault> for EntryError {
    fn from(fault: Fault) -> Self {
        Self::Field(fault.0)
    }
}

impl Entry {
    /// Reads an entry in its one spelling.
    ///
    /// # Errors
    /// [`EntryError`] for any byte that [`Entry::to_bytes`] wouldn't write.
    pub fn parse(bytes: &[u8]) -> Result<Self, EntryError> {
        if bytes.len() > LONGEST {
            return Err(EntryError::Long);
        }
        let mut fields = Fields::open(bytes)?;
        let version = fields.number("v")?;
        if version != 1 {
            return Err(EntryError::Version(version));
        }
        let name = fields.text("type")?;
        let at = fields.parsed("at")?;
        let act = read(&mut fields, &name)?;
        fields.close()?;
        let entry = Self { at, act };
        // The reader above takes one spelling only; this holds it to that, whatever a field's own parser may forgive.
        if entry.to_bytes() == bytes {
            Ok(entry)
        } else {
            Err(EntryError::Field("another spelling of the same entry"))
        }
    }
}

fn read(fields: &mut Fields<'_>, name: &str) -> Result<Act, EntryError> {
    Ok(match name {
        "genesis" => Act::Genesis(read_genesis(fields)?),
        "text" => Act::Text(read_text(fields)?),
        "state" => Act::State(fields.parsed("state")?),
        "sign" => Act::Sign(read_sign(fields)?),
        "correct" => Act::Correct(Correct {
            sign: fields.number("sign")?,
            country: fields.parsed("country")?,
            opening: fields.parsed("opening")?,
            contact: fields.parsed("contact")?,
        }),
        "level" => Act::Level {
            sign: fields.number("sign")?,
            level: fields.parsed("level")?,
        },
        "statement" => Act::Statement {
            sign: fields.number("sign")?,
            statement: fields.maybe("statement")?,
        },
        "withdraw" => Act::Withdraw {
            sign: fields.number("sign")?,
        },
        "remove" => Act::Remove {
            sign: fields.number("sign")?,
            reason: fields.parsed("reason")?,
        },
        "issue" => Act::Issue {
            issuer: fields.parsed("issuer")?,
        },
        "support" => Act::Support(Support {
            issuer: fields.parsed("issuer")?,
            token: fields.parsed("token")?,
            signature: fields.bytes("signature")?,
        }),
        "deliver" => Act::Deliver(Deliver {
            recipient: free_text(fields, "recipient")?,
            channel: free_text(fields, "channel")?,
            size: fields.number("size")?,
            root: fields.parsed("root")?,
        }),
        "respond" => Act::Respond {
            deliver: fields.number("deliver")?,
            digest: fields.parsed("digest")?,
        },
        "key" => Act::Key {
            role: fields.parsed("role")?,
            act: fields.parsed("act")?,
            value: free_text(fields, "value")?,
        },
        "audit" => Act::Audit(read_audit(fields)?),
        unknown => return Err(EntryError::Type(unknown.chars().take(40).collect())),
    })
}

fn read_genesis(fields: &mut Fields<'_>) -> Result<Genesis, EntryError> {
    let origin = free_text(fields, "origin")?;
    let key = fields.parsed("key")?;
    let recipients = fields.list("recipients")?;
    if recipients.is_empty() || !recipients.iter().all(|recipient| is_recipient(recipient)) {
        return Err(EntryError::Field("recipients"));
    }
    let retention = fields.parsed("retention")?;
    let closing = fields.maybe("closing")?;
    let predecessor = fields.maybe_object("predecessor", |inner| {
        Ok(Predecessor {
            origin: inner.text("origin")?,
            size: inner.number("size")?,
            root: inner.parsed("root")?,
        })
    })?;
    if predecessor
        .as_ref()
        .is_some_and(|it| !is_free_text(&it.origin))
    {
        return Err(EntryError::Field("predecessor"));
    }
    Ok(Genesis {
        origin,
        key,
        recipients,
        retention,
        closing,
        predecessor,
    })
}

fn read_text(fields: &mut Fields<'_>) -> Result<Text, EntryError> {
    let version = fields.number("version")?;
    let fault = EntryError::Field("texts");
    let pairs = fields.map("texts")?;
    if version == 0 || pairs.is_empty() {
        return Err(fault);
    }
    let texts = pairs
        .iter()
        .map(|(lang, digest)| Some((lang.parse().ok()?, digest.parse().ok()?)));
    let texts = texts.collect::<Option<_>>().ok_or(fault)?;
    Ok(Text { version, texts })
}

fn read_sign(fields: &mut Fields<'_>) -> Result<Sign, EntryError> {
    Ok(Sign {
        kind: fields.parsed("kind")?,
        country: fields.parsed("country")?,
        level: fields.parsed("level")?,
        version: fields.number("version")?,
        founding: fields.flag("founding")?,
        opening: fields.parsed("opening")?,
        contact: fields.parsed("contact")?,
    })
}

fn read_audit(fields: &mut Fields<'_>) -> Result<Audit, EntryError> {
    Ok(Audit {
        size: fields.number("size")?,
        root: fields.parsed("root")?,
        sample: fields.number("sample")?,
        beacon: free_text(fields, "beacon")?,
        round: fields.number("round")?,
    })
}

fn is_free_text(text: &str) -> bool {
    !text.is_empty() && text.len() <= LONGEST_TEXT && !text.chars().any(char::is_control)
}

fn free_text(fields: &mut Fields<'_>, key: &'static str) -> Result<String, EntryError> {
    let text = fields.text(key)?;
    if is_free_text(&text) {
        Ok(text)
    } else {
        Err(EntryError::Field(key))
    }
}

/// The shape of an age recipient (C2SP age, "X25519 recipients" and plugins' recipients): bech32 after `age1`.
fn is_recipient(text: &str) -> bool {
    text.len() <= LONGEST_TEXT * 4
        && text.strip_prefix("age1").is_some_and(|rest| {
            !rest.is_empty()
                && rest
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_+".contains(&b))
        })
}
