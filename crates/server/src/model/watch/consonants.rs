//! The consonants of a romanised word: what is left of a name in scripts that write few vowels, or
//! that put vowels between consonants.

/// Clusters that write one consonant, the longest first.
const CLUSTERS: &[(&str, char)] = &[
    ("shch", 'S'),
    ("dzh", 'S'),
    ("tch", 'S'),
    ("sch", 'S'),
    ("sh", 'S'),
    ("ch", 'S'),
    ("zh", 'S'),
    ("ts", 'S'),
    ("tz", 'S'),
    ("dz", 'S'),
    ("cz", 'S'),
    ("sz", 'S'),
    ("dj", 'S'),
    ("ph", 'F'),
    ("th", 'T'),
    ("dh", 'D'),
    ("kh", 'K'),
    ("ck", 'K'),
    ("gh", 'G'),
    ("gia", 'S'),
    ("gio", 'S'),
    ("giu", 'S'),
    ("ng", 'N'),
    ("ce", 'S'),
    ("ci", 'S'),
    ("cy", 'S'),
];

/// The consonants, sibilants taken as one, doubled ones once; h, w and y count as vowels.
pub(super) fn fine(roman: &str) -> String {
    let mut found = String::new();
    let mut rest = roman;
    while let Some(first) = rest.chars().next() {
        let cluster = CLUSTERS
            .iter()
            .find(|(letters, _)| rest.starts_with(letters));
        let (sound, length) = match cluster {
            Some((letters, sound)) => (Some(*sound), letters.len()),
            None => (single(first), first.len_utf8()),
        };
        // In front x is a sibilant: Xi, Xavier.
        if first == 'x' && !found.is_empty() {
            push(&mut found, 'K');
        }
        if let Some(sound) = sound {
            push(&mut found, sound);
        }
        rest = &rest[length..];
    }
    found
}

/// The same where voiced and unvoiced, stop and fricative, l and r are one.
pub(super) fn coarse(fine: &str) -> String {
    let mut found = String::new();
    for sound in fine.chars() {
        let sound = match sound {
            'B' | 'F' => 'P',
            'D' => 'T',
            'G' => 'K',
            'L' => 'R',
            sound => sound,
        };
        push(&mut found, sound);
    }
    found
}

/// How many consonants off a word with these may be.
pub(super) fn allowed(consonants: &str) -> usize {
    usize::from(consonants.len() >= 4)
}

fn single(letter: char) -> Option<char> {
    Some(match letter {
        'b' => 'B',
        'p' => 'P',
        'f' | 'v' => 'F',
        'd' => 'D',
        't' => 'T',
        'g' => 'G',
        'c' | 'k' | 'q' => 'K',
        'j' | 's' | 'z' | 'x' => 'S',
        'l' => 'L',
        'r' => 'R',
        'm' => 'M',
        'n' => 'N',
        _ => return None,
    })
}

/// Adds a sound, unless it stands there. A nasal before lips is m, since kana have one letter for
/// both; a stop melts into the sibilant behind it: Gates, Гейтс.
fn push(found: &mut String, sound: char) {
    if matches!(sound, 'B' | 'P' | 'F') && found.ends_with('N') {
        found.pop();
        found.push('M');
    }
    if sound == 'S' && found.ends_with(['T', 'D']) {
        found.pop();
    }
    if !found.ends_with(sound) {
        found.push(sound);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn consonants_survive_the_loss_of_vowels() {
        for (one, other) in [
            ("donald", "dwnld"),
            ("trump", "toranpu"),
            ("merkel", "merukeru"),
            ("angela", "nglh"),
            ("netanyahu", "ntnyhw"),
            ("macron", "makeuron"),
        ] {
            assert_eq!(coarse(&fine(one)), coarse(&fine(other)), "{one} {other}");
        }
        assert_ne!(fine("putin"), fine("budin"));
    }
}
