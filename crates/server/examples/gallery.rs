//! Writes every page and mail, made of sample data, into a folder: `gallery FOLDER`.
//! Serve the folder and look at it in a browser.

#[path = "../tests/pages/letter.rs"]
mod letter;
#[path = "../tests/pages/samples.rs"]
mod samples;

use std::path::PathBuf;
use std::{env, fs, io};

use undersigned::l10n::Lang;
use undersigned::render::assets;

fn main() -> io::Result<()> {
    let folder = env::args()
        .nth(1)
        .map(PathBuf::from)
        .ok_or_else(|| io::Error::other("which folder?"))?;
    fs::create_dir_all(folder.join("assets"))?;
    for asset in assets::all() {
        fs::write(folder.join(asset.path.trim_start_matches('/')), asset.bytes)?;
    }
    for lang in Lang::ALL {
        let samples = samples::Samples::new(lang);
        for (name, html) in samples.pages() {
            fs::write(folder.join(format!("{name}.{lang}.html")), html)?;
        }
        for (name, mail) in samples.mails() {
            fs::write(folder.join(format!("{name}.{lang}.html")), mail.html)?;
            let text = format!(
                "From: {}\nSubject: {}\n\n{}",
                mail.sender_name, mail.subject, mail.text
            );
            fs::write(folder.join(format!("{name}.{lang}.txt")), text)?;
        }
    }
    Ok(())
}
