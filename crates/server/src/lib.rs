//! Undersigned: a self-hosted home for open letters that people sign in public.

pub mod l10n;
pub mod render;
