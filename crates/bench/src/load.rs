//! What makes load: connections, a mail server, and people who sign.

mod connection;
mod signer;
mod sink;

pub(crate) use connection::{Connection, get_request};
pub(crate) use signer::{Signer, sign};
pub(crate) use sink::Sink;
