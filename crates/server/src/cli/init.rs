//! `undersigned init`: makes a data directory with its configuration and keys.

use std::fs::OpenOptions;
use std::io::{BufRead, IsTerminal, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::{Installation, say};
use crate::app::open_store;
use crate::config::Config;
use crate::mail::is_loopback;
use crate::seal::{KeyDir, Recipients};

/// Arguments of `init`.
#[derive(clap::Args)]
pub(super) struct Init {
    /// An age recipient (age1…) that contacts are sealed to; give it again for each. None where each
    /// letter's owners make their keys in the browser.
    #[arg(long = "recipient", value_name = "AGE1")]
    recipients: Vec<String>,
    /// Where readers find the site, like https://letters.example.org
    #[arg(long)]
    base_url: Option<String>,
    /// sqlite or postgres://… [default: sqlite]
    #[arg(long)]
    database: Option<String>,
    /// The mail server.
    #[arg(long, value_name = "HOST")]
    mail_host: Option<String>,
    /// The address that mails come from.
    #[arg(long, value_name = "ADDRESS")]
    mail_from: Option<String>,
}

impl Init {
    pub(super) async fn run(mut self, place: &Installation) -> Result<()> {
        let file = place.config_file();
        if file.exists() {
            bail!("{} is there already; nothing was changed", file.display());
        }
        if std::io::stdin().is_terminal() {
            self.ask()?;
        }
        if !self.recipients.is_empty() {
            Recipients::parse(&self.recipients)?;
        }
        let toml = self.toml()?;
        let data = place.data();
        if Config::is_demos(&data) {
            bail!(
                "{} is a demo's data: name another directory",
                data.display()
            );
        }
        std::fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&data)
            .with_context(|| format!("data directory {}", data.display()))?;
        write(&file, &toml)?;
        let config = match Config::load(&data, Some(&file)) {
            Ok(config) => config,
            Err(error) => {
                // What this very call wrote doesn't hold: let it be run again.
                std::fs::remove_file(&file)?;
                return Err(error.into());
            }
        };
        KeyDir::open(&config.keys)?;
        // PostgreSQL may not be there yet; this is only a file.
        if config.sqlite_file().is_some() {
            open_store(&config).await?.close().await;
        }
        say_next(&file, &config);
        Ok(())
    }

    /// Asks for what the flags don't say.
    fn ask(&mut self) -> Result<()> {
        if self.base_url.is_none() {
            self.base_url = answer("Where will readers find the site (https://…)? ")?;
        }
        if self.recipients.is_empty() {
            let typed = answer(
                "The organizers' age recipients (age1…), with spaces between (empty: each letter's \
                 owners make them in the browser)? ",
            )?;
            let typed = typed.unwrap_or_default();
            self.recipients = typed.split_whitespace().map(str::to_owned).collect();
        }
        if self.mail_host.is_none() {
            self.mail_host = answer("Mail server (empty: later)? ")?;
        }
        if self.mail_host.is_some() && self.mail_from.is_none() {
            self.mail_from = answer("Mails come from (address)? ")?;
        }
        Ok(())
    }

    fn toml(&self) -> Result<String> {
        let base_url = self.base_url.as_deref();
        let base_url = base_url.context("say where readers find the site with --base-url")?;
        // A JSON string is a basic string of TOML (v1.0, "String").
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        let recipients: Vec<String> = self.recipients.iter().map(|word| quoted(word)).collect();
        let mail = match (&self.mail_host, &self.mail_from) {
            (Some(host), Some(from)) => {
                let (host_word, from) = (quoted(host), quoted(from));
                let mut mail = format!("[mail]\nhost = {host_word}\nfrom = {from}\n");
                if is_loopback(host) {
                    // No certificate names this machine itself.
                    mail.push_str("security = \"none\"\n");
                }
                mail
            }
            (None, None) => {
                "# [mail]\n# host = \"mail.example.org\"\n# from = \"letters@example.org\"\n".into()
            }
            _ => bail!("--mail-host and --mail-from go together"),
        };
        Ok(TEMPLATE
            .replace(
                "base_url = BASE_URL",
                &format!("base_url = {}", quoted(base_url)),
            )
            .replace("RECIPIENTS", &recipients.join(", "))
            .replace(
                "DATABASE",
                &quoted(self.database.as_deref().unwrap_or("sqlite")),
            )
            .replace("MAIL\n", &mail))
    }
}

const TEMPLATE: &str = r#"# The configuration of Undersigned. Each value can also be given in the environment, as
# UNDERSIGNED_BASE_URL or, below [mail], UNDERSIGNED_MAIL__HOST.

# Where readers find the site. Letters carry the host in their records for ever.
base_url = BASE_URL

# ADDRESS:PORT, unix:/path/to/socket or systemd.
listen = "127.0.0.1:8080"

# Where the proxy asks for which names it may get certificates: this site's, and letters' own once they
# may be known. packaging/Caddyfile asks here.
ask_listen = "127.0.0.1:9180"

# sqlite (a file beside this one) or postgres://user@host/name.
database = DATABASE

# To whom contacts are sealed, where an imported letter doesn't name its own recipients.
recipients = [RECIPIENTS]

# Proxies whose X-Forwarded-For is believed, as addresses or networks: here one on this machine.
trusted_proxies = ["127.0.0.1", "::1"]

# Mails of confirmation. `security` is tls (the default), starttls or none; see docs/OPERATING.md
# for accounts, DKIM and the rest.
MAIL
"#;

fn write(file: &Path, toml: &str) -> Result<()> {
    let name = || file.display().to_string();
    let mut out = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)
        .with_context(name)?;
    out.write_all(toml.as_bytes()).with_context(name)?;
    out.sync_all().with_context(name)
}

/// A line from the terminal; nothing where it is empty.
fn answer(question: &str) -> Result<Option<String>> {
    say::ask(question)?;
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    let line = line.trim();
    Ok((!line.is_empty()).then(|| line.to_owned()))
}

fn say_next(file: &Path, config: &Config) {
    say::line(format_args!("Wrote {}", file.display()));
    say::line(format_args!(
        "Keys will be kept in {}: no backup of the database holds them, so copy that folder to a \
         safe place of its own.",
        config.keys.display()
    ));
    if config.recipients.len() == 1 {
        say::line(
            "One recipient: if its identity is lost, no contact can be read. Two are better.",
        );
    }
    if config.mail.is_none() {
        say::line("No mail server yet: without [mail] nobody can confirm a signature.");
    }
    say::line("Next: undersigned import letter DIR, where a letter comes from files;");
    say::line("or undersigned organizer invite NAME, for letters that are made in the browser");
}
