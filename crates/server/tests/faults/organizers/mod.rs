//! Organizers: who gets in, what each may, and what the trail says.

mod ceremonies;
mod crew;
mod figures;
mod invited;
mod removed;
mod roles;
