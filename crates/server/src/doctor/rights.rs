//! Who may look into folders and files.

use std::fs::{self, Metadata};
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use super::Point;

/// Bits of a mode that let others than the owner in.
const OTHERS: u32 = 0o077;

/// That nobody but the owner may look into a folder, and that all that is right in it is the owner's.
/// Nothing, where that is so.
pub(super) fn of_folder(folder: &Path) -> Vec<Point> {
    let looked = fs::metadata(folder).and_then(|own| {
        let mut points: Vec<Point> = open_to_others(folder, &own).into_iter().collect();
        points.extend(strangers(folder, &own)?);
        Ok(points)
    });
    looked.unwrap_or_else(|error| vec![unreadable(folder, &error)])
}

/// That a file system doesn't say.
pub(super) fn unreadable(path: &Path, error: &io::Error) -> Point {
    let point = Point::not_checked(format!("{}: {error}", path.display()));
    match error.kind() {
        io::ErrorKind::PermissionDenied => point.mend("Run this as the server's user, or as root."),
        _ => point,
    }
}

/// That others may look into a folder or a file.
pub(super) fn open_to_others(path: &Path, own: &Metadata) -> Option<Point> {
    let mode = own.permissions().mode() & 0o777;
    let path = path.display();
    (mode & OTHERS != 0).then(|| {
        Point::wrong(format!(
            "others than its owner may look into {path} (mode {mode:04o})"
        ))
        .copy(format_args!("chmod go= {path}"))
    })
}

/// That something in a folder belongs to somebody else: a command that was run as another user.
fn strangers(folder: &Path, own: &Metadata) -> io::Result<Option<Point>> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        // A file may go while this looks.
        let Ok(found) = entry.metadata() else {
            continue;
        };
        if found.uid() != own.uid() {
            let point = Point::wrong(format!(
                "{} belongs to another user than its folder: the server may be unable to write it",
                entry.path().display()
            ));
            let folder = folder.display();
            return Ok(Some(
                point.copy(format_args!("chown -R --reference={folder} {folder}")),
            ));
        }
    }
    Ok(None)
}
