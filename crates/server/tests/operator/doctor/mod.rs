//! `undersigned doctor` in a world of its own: a name server, a mail server, a proxy and a time server,
//! good ones and bad ones.

mod backups;
mod clocks;
mod files;
mod mail;
mod names;
mod record;
mod site;
mod whole;
mod world;
