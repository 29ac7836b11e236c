//! Room in the data and key directories, and what kind of disk they are on.

use std::path::Path;

use rustix::fs::{statfs, statvfs};

use super::{Point, Subject, Verdict, rights};
use crate::config::Database;

const GIB: u64 = 1 << 30;

/// File systems of other machines, by the numbers that Linux gives them (statfs(2)): NFS, SMB, CIFS,
/// SMB2, AFS, Ceph, 9P, Coda, GFS2 and OCFS2.
const ABROAD: [u32; 10] = [
    0x6969,
    0x517b,
    0xff53_4d42,
    0xfe53_4d42,
    0x5346_414f,
    0x00c3_6400,
    0x0102_1997,
    0x7375_7245,
    0x0116_1970,
    0x7461_636f,
];

pub(super) fn look(of: &Subject) -> Vec<Point> {
    let (data, keys) = (&of.config.data, &of.config.keys);
    let mut points = room(data);
    if !keys.starts_with(data) {
        points.extend(room(keys));
    }
    points.extend(kind(data, of.config.database == Database::Sqlite));
    points.extend(rights::of_folder(data));
    let served = data.join("served");
    if served.is_dir() {
        points.extend(
            rights::of_folder(&served)
                .into_iter()
                .filter(concerns_server),
        );
    }
    points
}

/// The folder of served checkpoints lies in a closed one: whom it is open to doesn't matter.
fn concerns_server(point: &Point) -> bool {
    !point.seen.starts_with("others than its owner")
}

fn room(folder: &Path) -> Vec<Point> {
    let place = folder.display();
    match statvfs(folder) {
        Ok(disk) => {
            let (free, all) = (disk.f_bavail * disk.f_frsize, disk.f_blocks * disk.f_frsize);
            vec![judge(free, all, &place.to_string())]
        }
        Err(error) => vec![rights::unreadable(folder, &error.into())],
    }
}

/// What so many free bytes of so many mean.
fn judge(free: u64, all: u64, place: &str) -> Point {
    let seen = format!(
        "{:.1} of {:.1} GiB are free at {place}",
        free as f64 / GIB as f64,
        all as f64 / GIB as f64
    );
    let verdict = if free < all / 20 {
        Verdict::Wrong
    } else if free < all / 5 || free < GIB {
        Verdict::Warning
    } else {
        return Point::good(seen);
    };
    let point = Point {
        verdict,
        ..Point::good(seen)
    };
    point.mend(
        "Make room: where the disk is full, nobody can sign. Old backups and logs are \
         the usual finds.",
    )
}

fn kind(folder: &Path, holds_database: bool) -> Option<Point> {
    let kind = statfs(folder).ok()?.f_type;
    // The numbers have 32 bits, whatever the type that they come in.
    let abroad = ABROAD.contains(&((kind as u64 & 0xffff_ffff) as u32));
    let place = folder.display();
    abroad.then(|| match holds_database {
        true => Point::wrong(format!(
            "{place} is on a network file system, where SQLite loses data"
        ))
        .mend("Move the data directory to a disk of this machine, or use PostgreSQL."),
        false => Point::warning(format!("{place} is on a network file system")).mend(
            "Move the data directory to a disk of this machine: files must be durable \
                 when a checkpoint is served.",
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_judged_by_share_and_size() {
        let verdict = |free, all| judge(free, all, "/data").verdict;
        assert_eq!(verdict(50 * GIB, 100 * GIB), Verdict::Good);
        assert_eq!(verdict(19 * GIB, 100 * GIB), Verdict::Warning);
        assert_eq!(verdict(GIB - 1, 2 * GIB), Verdict::Warning);
        assert_eq!(verdict(4 * GIB, 100 * GIB), Verdict::Wrong);
        assert_eq!(verdict(0, 0), Verdict::Warning);
    }
}
