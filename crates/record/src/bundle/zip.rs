//! The one legal ZIP: stored members without gaps, each byte of every header a function of names, sizes and checksums.
//!
//! APPNOTE.TXT 6.3.10: sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.14 to 4.3.16 (end records),
//! 4.5.3 (ZIP64 extra field).

/// Version needed: 2.0 for folders in names, 4.5 for ZIP64.
const PLAIN: u16 = 20;
const ZIP64: u16 = 45;
/// 1980-01-01, the first date that ZIP can write.
const DATE: u16 = 0x0021;
const MOST: u32 = u32::MAX;

/// The longest member in bytes: sizes stay within 32 bits.
pub(super) const LONGEST: u64 = MOST as u64 - 1;

/// A member as its headers tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Member {
    pub(super) crc: u32,
    pub(super) size: u32,
    pub(super) offset: u64,
}

struct Bytes(Vec<u8>);

impl Bytes {
    fn u16(mut self, value: u16) -> Self {
        self.0.extend(value.to_le_bytes());
        self
    }

    fn u32(mut self, value: u32) -> Self {
        self.0.extend(value.to_le_bytes());
        self
    }

    fn u64(mut self, value: u64) -> Self {
        self.0.extend(value.to_le_bytes());
        self
    }

    fn text(mut self, value: &str) -> Self {
        self.0.extend(value.as_bytes());
        self
    }

    /// What the local and the central header share: flags, method "stored", time, date, checksum, both sizes.
    fn shared(self, member: &Member, name: &str) -> Self {
        let length = u16::try_from(name.len()).expect("names of the layout are short");
        self.u16(0)
            .u16(0)
            .u16(0)
            .u16(DATE)
            .u32(member.crc)
            .u32(member.size)
            .u32(member.size)
            .u16(length)
    }
}

fn saturated(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(MOST)
}

pub(super) fn local_header(name: &str, member: &Member) -> Vec<u8> {
    let head = Bytes(Vec::with_capacity(30 + name.len()))
        .u32(0x0403_4b50)
        .u16(PLAIN);
    head.shared(member, name).u16(0).text(name).0
}

pub(super) fn central_header(name: &str, member: &Member) -> Vec<u8> {
    let offset = saturated(member.offset);
    let version = if offset == MOST { ZIP64 } else { PLAIN };
    let extra = if offset == MOST { 12 } else { 0 };
    let head = Bytes(Vec::with_capacity(58 + name.len()))
        .u32(0x0201_4b50)
        .u16(version)
        .u16(version);
    // Comment length, disk, internal and external attributes: none.
    let head = head
        .shared(member, name)
        .u16(extra)
        .u16(0)
        .u16(0)
        .u16(0)
        .u32(0)
        .u32(offset)
        .text(name);
    if extra > 0 {
        head.u16(1).u16(8).u64(member.offset).0
    } else {
        head.0
    }
}

/// Where the central directory lies, and how many members it lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Directory {
    pub(super) count: u64,
    pub(super) size: u64,
    pub(super) offset: u64,
}

/// Length of the plain end record, and of the two ZIP64 records before it.
const END: usize = 22;
const ZIP64_END: usize = 56 + 20;

/// The longest tail of a file.
pub(super) const LONGEST_TAIL: usize = END + ZIP64_END;

impl Directory {
    /// The end records, with those of ZIP64 when a number needs them and then only.
    pub(super) fn tail(&self) -> Vec<u8> {
        let count = u16::try_from(self.count).unwrap_or(u16::MAX);
        let (size, offset) = (saturated(self.size), saturated(self.offset));
        let mut bytes = Bytes(Vec::with_capacity(LONGEST_TAIL));
        if count == u16::MAX || size == MOST || offset == MOST {
            bytes = bytes
                .u32(0x0606_4b50)
                .u64(44)
                .u16(ZIP64)
                .u16(ZIP64)
                .u32(0)
                .u32(0);
            bytes = bytes
                .u64(self.count)
                .u64(self.count)
                .u64(self.size)
                .u64(self.offset);
            bytes = bytes
                .u32(0x0706_4b50)
                .u32(0)
                .u64(self.offset.saturating_add(self.size))
                .u32(1);
        }
        bytes
            .u32(0x0605_4b50)
            .u16(0)
            .u16(0)
            .u16(count)
            .u16(count)
            .u32(size)
            .u32(offset)
            .u16(0)
            .0
    }

    /// Reads the end of a file of `length` bytes; `None` unless it is what [`Directory::tail`] writes and all adds up.
    pub(super) fn from_tail(end: &[u8], length: u64) -> Option<Self> {
        let plain = end.last_chunk::<END>()?;
        let mut directory = Self {
            count: u64::from(u16::from_le_bytes([plain[10], plain[11]])),
            size: u64::from(u32_at(plain, 12)?),
            offset: u64::from(u32_at(plain, 16)?),
        };
        let before = &end[..end.len() - END];
        let saturated = directory.count == u64::from(u16::MAX)
            || directory.size == u64::from(MOST)
            || directory.offset == u64::from(MOST);
        if saturated {
            let records = before.last_chunk::<ZIP64_END>()?;
            directory = Self {
                count: u64_at(records, 32)?,
                size: u64_at(records, 40)?,
                offset: u64_at(records, 48)?,
            };
        }
        let tail = directory.tail();
        let ends = directory
            .offset
            .checked_add(directory.size)?
            .checked_add(u64::try_from(tail.len()).ok()?)?;
        (end.ends_with(&tail) && ends == length).then_some(directory)
    }
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes
        .get(at..)?
        .first_chunk()
        .map(|chunk| u32::from_le_bytes(*chunk))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    bytes
        .get(at..)?
        .first_chunk()
        .map(|chunk| u64::from_le_bytes(*chunk))
}

const CRC_TABLE: [u32; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut value = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            value = if value & 1 == 1 {
                (value >> 1) ^ 0xedb8_8320
            } else {
                value >> 1
            };
            bit += 1;
        }
        table[byte] = value;
        byte += 1;
    }
    table
};

/// CRC-32 as ZIP counts it, chunk by chunk.
#[derive(Debug, Clone, Copy)]
pub(super) struct Crc(u32);

impl Crc {
    pub(super) fn new() -> Self {
        Self(MOST)
    }

    pub(super) fn update(&mut self, bytes: &[u8]) {
        for byte in bytes {
            let [low, ..] = self.0.to_le_bytes();
            self.0 = (self.0 >> 8) ^ CRC_TABLE[usize::from(low ^ byte)];
        }
    }

    pub(super) fn value(self) -> u32 {
        !self.0
    }

    pub(super) fn of(bytes: &[u8]) -> u32 {
        let mut crc = Self::new();
        crc.update(bytes);
        crc.value()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_check_value() {
        assert_eq!(Crc::of(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn many_members_and_far_offsets_take_zip64() {
        for directory in [
            Directory {
                count: 3,
                size: 200,
                offset: 1_000,
            },
            Directory {
                count: 65_535,
                size: 4_000_000,
                offset: 9_000_000,
            },
            Directory {
                count: 12,
                size: 700,
                offset: 5_000_000_000,
            },
        ] {
            let tail = directory.tail();
            let length = directory.offset + directory.size + tail.len() as u64;
            assert_eq!(Directory::from_tail(&tail, length), Some(directory));
            assert_eq!(Directory::from_tail(&tail, length + 1), None);
        }
        let far = Member {
            crc: 1,
            size: 2,
            offset: 5_000_000_000,
        };
        assert_eq!(central_header("key", &far).len(), 46 + 3 + 12);
    }
}
