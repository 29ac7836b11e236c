//! Organizers: who gets in, what each may, and what the trail says.

mod autosave;
mod ceremonies;
mod crew;
mod figures;
mod invited;
mod keyboard;
mod keys;
mod moderation;
mod released;
mod removed;
mod roles;
mod rules;
mod translators;
mod writing;
