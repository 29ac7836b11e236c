//! Every page and mail renders in every language, whole and sound.

mod letter;
mod samples;
mod sound;
mod weight;
mod words;
