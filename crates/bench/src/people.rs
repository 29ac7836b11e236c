//! People who sign, all invented: the same number is always the same person.

const GIVEN: [&str; 48] = [
    "Ana", "Luis", "María", "Jean", "Chloé", "Mehmet", "Ayşe", "Olga", "Ivan", "Nina", "Tomáš",
    "Jana", "Piotr", "Zofia", "Lars", "Ingrid", "Aino", "Matti", "Giulia", "Marco", "Eleni",
    "Nikos", "Fatima", "Omar", "Layla", "Yusuf", "Amina", "Kwame", "Ngozi", "Thandi", "Wanjiru",
    "Asha", "Ravi", "Priya", "Arjun", "Mei", "Wei", "Hana", "Kenji", "Yuki", "Minh", "Linh",
    "Maria", "João", "Camila", "Diego", "Emma", "Noah",
];

const FAMILY: [&str; 40] = [
    "García",
    "Martin",
    "Müller",
    "Rossi",
    "Silva",
    "Novák",
    "Kowalska",
    "Hansen",
    "Virtanen",
    "Papadopoulou",
    "Yılmaz",
    "Ivanova",
    "Petrenko",
    "Haddad",
    "Mansour",
    "Okafor",
    "Mensah",
    "Dlamini",
    "Kamau",
    "Sharma",
    "Patel",
    "Khan",
    "Nguyen",
    "Tran",
    "Chen",
    "Wang",
    "Tanaka",
    "Sato",
    "Kim",
    "Park",
    "Santos",
    "Reyes",
    "Smith",
    "Jones",
    "O’Brien",
    "MacLeod",
    "Dubois",
    "Janssen",
    "Weber",
    "Andersson",
];

const COUNTRIES: [&str; 24] = [
    "DE", "FR", "ES", "US", "GB", "IT", "BR", "IN", "MX", "AR", "PL", "NL", "SE", "FI", "CZ", "GR",
    "TR", "EG", "KE", "NG", "ZA", "JP", "VN", "ZZ",
];

/// Somebody who signs.
pub(crate) struct Person {
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) country: &'static str,
}

impl Person {
    pub(crate) fn number(n: u64) -> Self {
        // Spreads neighbours over the lists (the multiplier is 2^64 divided by the golden ratio).
        let spread = n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let pick = |list: &[&'static str], shift: u32| {
            list[usize::try_from((spread >> shift) & 0xffff).unwrap_or(0) % list.len()]
        };
        Self {
            name: format!("{} {}", pick(&GIVEN, 48), pick(&FAMILY, 32)),
            email: format!("person{n}@mail{}.example", n % 997),
            country: pick(&COUNTRIES, 16),
        }
    }

    /// Beginnings of words to search for.
    pub(crate) fn search(n: usize) -> String {
        let name = GIVEN[n % GIVEN.len()];
        name.chars().take(3 + n % 3).collect()
    }
}
