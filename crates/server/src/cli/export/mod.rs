//! Writing files for others.

mod bundle;
mod contacts;
mod test_contacts;

use anyhow::Result;

use super::Installation;

/// Writing files for others.
#[derive(clap::Subcommand)]
pub(super) enum Export {
    /// The whole record in one file that anybody can check offline.
    Bundle(bundle::ExportBundle),
    /// The sealed contacts, for the organizers' desk.
    Contacts(contacts::ExportContacts),
    /// The test contacts that each recipient opens before launch.
    TestContacts(test_contacts::ExportTestContacts),
}

impl Export {
    pub(super) async fn run(self, place: &Installation) -> Result<()> {
        match self {
            Self::Bundle(command) => command.run(place).await,
            Self::Contacts(command) => command.run(place).await,
            Self::TestContacts(command) => command.run(place).await,
        }
    }
}
