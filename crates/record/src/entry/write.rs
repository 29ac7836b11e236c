use super::{Act, Audit, Correct, Deliver, Entry, Genesis, Sign, Support, Text};
use crate::encoding;
use crate::json::Object;

impl Act {
    /// The entry's `type`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Genesis(_) => "genesis",
            Self::Text(_) => "text",
            Self::State(_) => "state",
            Self::Sign(_) => "sign",
            Self::Correct(_) => "correct",
            Self::Level { .. } => "level",
            Self::Statement { .. } => "statement",
            Self::Withdraw { .. } => "withdraw",
            Self::Remove { .. } => "remove",
            Self::Issue { .. } => "issue",
            Self::Support(_) => "support",
            Self::Deliver(_) => "deliver",
            Self::Respond { .. } => "respond",
            Self::Key { .. } => "key",
            Self::Audit(_) => "audit",
        }
    }
}

impl Entry {
    /// The one spelling of the entry. [`Entry::parse`] reads it back, provided that free texts are legal (not empty, no
    /// control characters, at most [`super::LONGEST_TEXT`] bytes).
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let head = Object::new()
            .number("v", 1)
            .text("type", self.act.name())
            .shown("at", self.at);
        write(head, &self.act).finish().into_bytes()
    }
}

fn write(head: Object, act: &Act) -> Object {
    match act {
        Act::Genesis(genesis) => write_genesis(head, genesis),
        Act::Text(text) => write_text(head, text),
        Act::State(state) => head.shown("state", state),
        Act::Sign(sign) => write_sign(head, sign),
        Act::Correct(correct) => write_correct(head, correct),
        Act::Level { sign, level } => head.number("sign", *sign).shown("level", level),
        Act::Statement { sign, statement } => {
            head.number("sign", *sign).maybe("statement", *statement)
        }
        Act::Withdraw { sign } => head.number("sign", *sign),
        Act::Remove { sign, reason } => head.number("sign", *sign).shown("reason", reason),
        Act::Issue { issuer } => head.shown("issuer", issuer),
        Act::Support(support) => write_support(head, support),
        Act::Deliver(deliver) => write_deliver(head, deliver),
        Act::Respond { deliver, digest } => {
            head.number("deliver", *deliver).shown("digest", digest)
        }
        Act::Key { role, act, value } => head
            .shown("role", role)
            .shown("act", act)
            .text("value", value),
        Act::Audit(audit) => write_audit(head, audit),
    }
}

fn write_genesis(head: Object, genesis: &Genesis) -> Object {
    let predecessor = genesis.predecessor.as_ref().map(|it| {
        Object::new()
            .text("origin", &it.origin)
            .number("size", it.size)
            .shown("root", it.root)
            .finish()
    });
    head.text("origin", &genesis.origin)
        .shown("key", &genesis.key)
        .list("recipients", &genesis.recipients)
        .shown("retention", genesis.retention)
        .maybe("closing", genesis.closing)
        .raw("predecessor", predecessor.as_deref().unwrap_or("null"))
}

fn write_text(head: Object, text: &Text) -> Object {
    let texts = text
        .texts
        .iter()
        .fold(Object::new(), |texts, (lang, digest)| {
            texts.shown(lang.as_str(), digest)
        });
    head.number("version", text.version)
        .raw("texts", &texts.finish())
}

fn write_sign(head: Object, sign: &Sign) -> Object {
    head.shown("kind", sign.kind)
        .shown("country", sign.country)
        .shown("level", sign.level)
        .number("version", sign.version)
        .flag("founding", sign.founding)
        .shown("opening", sign.opening)
        .shown("contact", sign.contact)
}

fn write_correct(head: Object, correct: &Correct) -> Object {
    head.number("sign", correct.sign)
        .shown("country", correct.country)
        .shown("opening", correct.opening)
        .shown("contact", correct.contact)
}

fn write_support(head: Object, support: &Support) -> Object {
    head.shown("issuer", support.issuer)
        .shown("token", support.token)
        .text("signature", encoding::encode(&support.signature))
}

fn write_deliver(head: Object, deliver: &Deliver) -> Object {
    head.text("recipient", &deliver.recipient)
        .text("channel", &deliver.channel)
        .number("size", deliver.size)
        .shown("root", deliver.root)
}

fn write_audit(head: Object, audit: &Audit) -> Object {
    head.number("size", audit.size)
        .shown("root", audit.root)
        .number("sample", audit.sample)
        .text("beacon", &audit.beacon)
        .number("round", audit.round)
}
