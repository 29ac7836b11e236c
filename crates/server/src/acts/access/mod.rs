//! Organizers' access: how they get in, what they may, and the trail that they leave.

pub mod ceremony;
pub mod dismissal;
pub mod invitation;
pub mod may;
pub mod moderator;
pub mod passkey;
pub mod people;
pub mod recovery;
pub mod recovery_code;
pub mod session;
pub mod trail;

pub use moderator::Moderator;
pub use session::Session;
pub use trail::Act;
