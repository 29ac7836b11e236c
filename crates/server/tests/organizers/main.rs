//! Organizers: who gets in, what each may, and what the trail says.

#[path = "../harness/mod.rs"]
mod harness;

mod ceremonies;
mod crew;
mod removed;
mod roles;
