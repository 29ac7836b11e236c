//! Organizers: who gets in, what each may, and what the trail says.

mod autosave;
mod ceremonies;
mod crew;
mod drafted;
mod embargo;
mod figures;
mod founders;
mod handed;
mod invited;
mod keyboard;
mod keys;
mod launches;
mod logos;
mod moderation;
mod released;
mod removed;
mod resealed;
mod retention;
mod roles;
mod rules;
mod spreadsheets;
mod translators;
mod writing;
