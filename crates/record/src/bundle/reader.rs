use std::io::{self, BufReader, Read, Seek, SeekFrom};

use sha2::{Digest, Sha256};

use super::manifest::Manifest;
use super::zip::{self, Crc, Directory, Member};
use crate::Hash;
use crate::layout::File;
use crate::note::VerifierKey;
use crate::source::{Source, SourceError};

/// The longest legal name is far shorter; this bounds what a hostile directory can make us read.
const LONGEST_NAME: usize = 200;

/// Why a file is no bundle.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// The file could not be read.
    #[error("it could not be read: {0}")]
    Io(#[from] io::Error),
    /// It doesn't end the way a bundle ends: it was cut short, or something was added.
    #[error("it does not end as a bundle does; it may have been cut short")]
    End,
    /// A header, which follows from names, sizes and checksums, differs.
    #[error("its header number {0} is not the one that it must be")]
    Header(u64),
    /// A name that no file of a record has.
    #[error("it holds {0:?}, a name that no file of a record has")]
    Name(String),
    /// Members stand in another order than that of their names, or twice.
    #[error("{0} is out of order, or there twice")]
    Order(String),
    /// A member's bytes don't have the checksum that the headers state.
    #[error("{0} is damaged")]
    Damaged(String),
    /// `MANIFEST` is missing, malformed, or not signed by the log's key alone.
    #[error("its MANIFEST is not signed by the log, or malformed")]
    Manifest,
    /// `MANIFEST` lists other files than there are.
    #[error("its MANIFEST lists other files than it holds")]
    Listed,
    /// A member isn't the file that `MANIFEST` lists.
    #[error("{0} is not the file that MANIFEST lists")]
    Unlisted(String),
}

/// Reads a bundle's files by name, and counts which were read.
#[derive(Debug)]
pub struct Reader<R> {
    file: R,
    members: Vec<Held>,
    bound: bool,
}

#[derive(Debug)]
struct Held {
    name: Box<str>,
    member: Member,
    digest: Option<Hash>,
    read: bool,
}

/// A comparison of a file, in pieces, with what it should be.
pub(crate) struct Comparison {
    place: usize,
    at: u64,
    left: u64,
    crc: Crc,
    sha: Sha256,
}

impl<R: Read + Seek> Reader<R> {
    /// Reads the directory at the end of the file and holds every byte of it to the one legal layout.
    ///
    /// # Errors
    /// [`BundleError`] names the first thing that is illegal.
    pub fn open(mut file: R) -> Result<Self, BundleError> {
        let length = file.seek(SeekFrom::End(0))?;
        let tail = length.min(zip::LONGEST_TAIL as u64);
        file.seek(SeekFrom::Start(length - tail))?;
        let mut end = Vec::new();
        (&mut file).take(tail).read_to_end(&mut end)?;
        let directory = Directory::from_tail(&end, length).ok_or(BundleError::End)?;
        file.seek(SeekFrom::Start(directory.offset))?;
        let members = read_directory(BufReader::new(&mut file).take(directory.size), directory)?;
        Ok(Self {
            file,
            members,
            bound: false,
        })
    }

    /// Binds every member to the signed manifest: from here on each file read must be the one it lists.
    ///
    /// # Errors
    /// [`BundleError`] if the manifest isn't signed by `key` or lists other files.
    pub fn bind(&mut self, key: &VerifierKey) -> Result<(), BundleError> {
        let place = self
            .members
            .len()
            .checked_sub(1)
            .ok_or(BundleError::Manifest)?;
        if &*self.members[place].name != "MANIFEST" {
            return Err(BundleError::Manifest);
        }
        let bytes = self.read_member(place)?;
        let manifest = Manifest::open(&bytes, key).ok_or(BundleError::Manifest)?;
        let names = self.members[..place].iter().map(|held| &*held.name);
        if !names.eq(manifest.0.iter().map(|(name, _)| name.as_str())) {
            return Err(BundleError::Listed);
        }
        for (held, (_, digest)) in self.members.iter_mut().zip(manifest.0) {
            held.digest = Some(digest);
            held.read = false;
        }
        self.bound = true;
        Ok(())
    }

    /// The first member that nobody read since [`Reader::bind`].
    #[must_use]
    pub fn unread(&self) -> Option<&str> {
        self.members
            .iter()
            .find(|held| !held.read)
            .map(|held| &*held.name)
    }

    /// Checks what only goes with the record: that it is what `MANIFEST` lists.
    pub(crate) fn skim_attached(&mut self) -> Result<(), BundleError> {
        for place in 0..self.members.len() {
            let file = self.members[place].name.parse::<File>();
            if file.is_ok_and(|file| file.is_attached()) {
                self.skim(place)?;
            }
        }
        Ok(())
    }

    fn skim(&mut self, place: usize) -> Result<(), BundleError> {
        self.enter(place)?;
        let held = &mut self.members[place];
        let (mut crc, mut sha) = (Crc::new(), Sha256::new());
        let mut bytes = (&mut self.file).take(u64::from(held.member.size));
        let length = super::pieces(&mut bytes, |piece| {
            crc.update(piece);
            sha.update(piece);
            Ok(())
        })?;
        if length != u64::from(held.member.size) || crc.value() != held.member.crc {
            return Err(BundleError::Damaged(held.name.to_string()));
        }
        if held.digest != Some(Hash(sha.finalize().into())) {
            return Err(BundleError::Unlisted(held.name.to_string()));
        }
        held.read = true;
        Ok(())
    }

    fn place(&self, file: &File) -> Option<usize> {
        // MANIFEST stands last whatever its name; the others are sorted.
        let sorted = self.members.len().saturating_sub(1);
        if *file == File::Manifest {
            return self
                .members
                .last()
                .filter(|held| &*held.name == "MANIFEST")
                .map(|_| sorted);
        }
        let name = file.to_string();
        self.members[..sorted]
            .binary_search_by(|held| (*held.name).cmp(&name))
            .ok()
    }

    /// Holds the local header to the directory, and leaves the file at the member's first byte.
    fn enter(&mut self, place: usize) -> Result<u64, BundleError> {
        let held = &self.members[place];
        let header = zip::local_header(&held.name, &held.member);
        self.file.seek(SeekFrom::Start(held.member.offset))?;
        let mut found = vec![0; header.len()];
        self.file.read_exact(&mut found)?;
        if found != header {
            return Err(BundleError::Header(place as u64));
        }
        Ok(held.member.offset + header.len() as u64)
    }

    fn read_member(&mut self, place: usize) -> Result<Vec<u8>, BundleError> {
        self.enter(place)?;
        let held = &mut self.members[place];
        let mut bytes = Vec::new();
        (&mut self.file)
            .take(u64::from(held.member.size))
            .read_to_end(&mut bytes)?;
        let whole = bytes.len() as u64 == u64::from(held.member.size);
        if !whole || Crc::of(&bytes) != held.member.crc {
            return Err(BundleError::Damaged(held.name.to_string()));
        }
        if held.digest.is_some_and(|digest| digest != Hash::of(&bytes)) {
            return Err(BundleError::Unlisted(held.name.to_string()));
        }
        held.read = true;
        Ok(bytes)
    }

    /// Begins to compare a file that is too long for memory.
    pub(crate) fn compare(&mut self, file: &File) -> Result<Comparison, BundleError> {
        let place = self.place(file).ok_or(BundleError::Listed)?;
        let at = self.enter(place)?;
        let left = u64::from(self.members[place].member.size);
        Ok(Comparison {
            place,
            at,
            left,
            crc: Crc::new(),
            sha: Sha256::new(),
        })
    }

    /// Whether the file goes on with these bytes.
    pub(crate) fn continues(
        &mut self,
        table: &mut Comparison,
        bytes: &[u8],
    ) -> Result<bool, BundleError> {
        let length = bytes.len() as u64;
        if length > table.left {
            return Ok(false);
        }
        let mut found = vec![0; bytes.len()];
        self.file.seek(SeekFrom::Start(table.at))?;
        self.file.read_exact(&mut found)?;
        table.crc.update(&found);
        table.sha.update(&found);
        table.at += length;
        table.left -= length;
        Ok(found == bytes)
    }

    /// Whether the file ends here, with the checksum and the digest that headers and manifest state.
    pub(crate) fn ends(&mut self, table: Comparison) -> Result<bool, BundleError> {
        let held = &mut self.members[table.place];
        if table.crc.value() != held.member.crc {
            return Err(BundleError::Damaged(held.name.to_string()));
        }
        let digest = Hash(table.sha.finalize().into());
        if held.digest != Some(digest) {
            return Err(BundleError::Unlisted(held.name.to_string()));
        }
        held.read = true;
        Ok(table.left == 0)
    }
}

fn read_directory(mut bytes: impl Read, directory: Directory) -> Result<Vec<Held>, BundleError> {
    let mut members: Vec<Held> = Vec::new();
    let mut offset = 0;
    for number in 0..directory.count {
        let fault = BundleError::Header(number);
        let mut fixed = [0; 46];
        bytes
            .read_exact(&mut fixed)
            .map_err(|_| BundleError::Header(number))?;
        let (Some(crc), Some(size)) = (zip::u32_at(&fixed, 16), zip::u32_at(&fixed, 20)) else {
            return Err(fault);
        };
        let length = usize::from(u16::from_le_bytes([fixed[28], fixed[29]]));
        if length > LONGEST_NAME {
            return Err(fault);
        }
        let mut name = vec![0; length];
        bytes
            .read_exact(&mut name)
            .map_err(|_| BundleError::Header(number))?;
        let name = legal_name(&name)?;
        let member = Member { crc, size, offset };
        let header = zip::central_header(&name, &member);
        let mut rest = vec![0; header.len() - fixed.len() - length];
        bytes
            .read_exact(&mut rest)
            .map_err(|_| BundleError::Header(number))?;
        if [&fixed[..], name.as_bytes(), &rest].concat() != header {
            return Err(fault);
        }
        let last = number + 1 == directory.count;
        let sorted = members.last().is_none_or(|before| *before.name < *name)
            || (last && name == "MANIFEST");
        if !sorted || (name == "MANIFEST") != last {
            return Err(BundleError::Order(name));
        }
        offset += zip::local_header(&name, &member).len() as u64 + u64::from(size);
        members.push(Held {
            name: name.into(),
            member,
            digest: None,
            read: false,
        });
    }
    let rest = bytes.read(&mut [0])? > 0;
    if rest || offset != directory.offset {
        Err(BundleError::End)
    } else {
        Ok(members)
    }
}

fn legal_name(bytes: &[u8]) -> Result<String, BundleError> {
    let illegal = || BundleError::Name(String::from_utf8_lossy(bytes).into_owned());
    let name = std::str::from_utf8(bytes).map_err(|_| illegal())?;
    name.parse::<File>().map_err(|_| illegal())?;
    Ok(name.to_owned())
}

impl<R: Read + Seek> Source for Reader<R> {
    const GROWS: bool = false;

    fn read(&mut self, file: &File) -> Result<Option<Vec<u8>>, SourceError> {
        let Some(place) = self.place(file) else {
            return Ok(None);
        };
        if u64::from(self.members[place].member.size) > file.longest() {
            return Err(SourceError::unusable(
                "it is longer than any file of that name may be",
            ));
        }
        let shelf = matches!(file, File::Openings(_) | File::Statements(_));
        if shelf && self.members[place].member.size == 0 {
            return Err(SourceError::unusable("it is empty and should not be there"));
        }
        let bytes = self.read_member(place).map_err(|error| match error {
            BundleError::Io(error) => SourceError::unread(error),
            damage => SourceError::unusable(damage),
        })?;
        Ok(Some(bytes))
    }
}
