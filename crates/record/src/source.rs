//! Where the files of a record come from.

use std::error::Error;

use crate::layout::File;

/// Why a source gives no bytes for a file. The words follow the file's name.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// The network, a disk. It says nothing about the record.
    #[error("could not be read: {0}")]
    Unread(Box<dyn Error + Send + Sync>),
    /// The server answered this request with an HTTP status that neither gives the file nor says that there is none.
    #[error("could not be read: the server answered {0}; try again later, or ask whoever runs it")]
    Refused(u16),
    /// It was read, and no file of that name can be like this: too long, damaged.
    #[error("is unusable: {0}")]
    Unusable(Box<dyn Error + Send + Sync>),
}

impl SourceError {
    /// The file could not be read.
    pub fn unread(error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Unread(error.into())
    }

    /// The file was read, and can't be like this.
    pub fn unusable(error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Unusable(error.into())
    }
}

/// Gives the files of one record: a bundle, a record's address on the web, a server's own store.
///
/// It owes no honesty, everything it gives is verified; but it must not give more than [`File::longest`] bytes for a file,
/// and tell a file that isn't there (`None`) from one that it failed to read.
pub trait Source {
    /// The bytes of `file`, or `None` if there is no such file.
    ///
    /// # Errors
    /// [`SourceError`] when it cannot tell.
    fn read(&mut self, file: &File) -> Result<Option<Vec<u8>>, SourceError>;

    /// Whether the record may grow while it is read. One that stands still (a bundle) has no excuse for an opening of an
    /// entry that its checkpoint does not cover.
    const GROWS: bool;

    /// Waits for a moment in which the record may change, and says whether it may. A record that stands still
    /// (a bundle) can't, and a mistake in it is final.
    fn wait(&mut self) -> bool {
        false
    }
}
