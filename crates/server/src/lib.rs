//! Undersigned: a self-hosted home for open letters that people sign in public.
//!
//! `http → acts → seal, store → model`, `recorder → store, record`, `mail → render`: see
//! docs/ARCHITECTURE.md, which ends in walkthroughs of one signature and one page view.

pub mod acts;
pub mod app;
pub mod cli;
pub mod clock;
pub mod config;
pub mod doctor;
pub mod http;
pub mod jobs;
pub mod l10n;
pub mod lock;
pub mod mail;
pub mod model;
pub mod proof;
pub mod recorder;
pub mod render;
pub mod seal;
pub mod store;
