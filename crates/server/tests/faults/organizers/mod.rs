//! Organizers: who gets in, what each may, and what the trail says.

mod ceremonies;
mod crew;
mod drafted;
mod embargo;
mod figures;
mod founders;
mod invited;
mod launches;
mod removed;
mod roles;
mod spreadsheets;
