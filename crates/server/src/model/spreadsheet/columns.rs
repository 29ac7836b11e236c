//! What the columns of a spreadsheet mean, guessed from their names in four languages.

use serde::{Deserialize, Serialize};
use undersigned_record::lang::Lang;

use crate::model::fold;

/// What a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is the field of a founder with that name")]
pub enum Column {
    Kind,
    Name,
    Country,
    Email,
    ContactName,
    Language,
    Website,
    Title,
    Affiliation,
}

impl Column {
    /// Every column.
    pub const ALL: [Self; 9] = [
        Self::Kind,
        Self::Name,
        Self::Country,
        Self::Email,
        Self::ContactName,
        Self::Language,
        Self::Website,
        Self::Title,
        Self::Affiliation,
    ];

    /// As sent and stored.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Name => "name",
            Self::Country => "country",
            Self::Email => "email",
            Self::ContactName => "contact_name",
            Self::Language => "language",
            Self::Website => "website",
            Self::Title => "title",
            Self::Affiliation => "affiliation",
        }
    }

    /// Whether no line holds without it.
    #[must_use]
    pub const fn is_needed(self) -> bool {
        matches!(self, Self::Name | Self::Country)
    }

    /// Words that its name may have, folded; the more telling columns come first.
    const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Kind => &[
                "kind",
                "type",
                "tipo",
                "genre",
                "categorie",
                "category",
                "categoria",
                "نوع",
                "النوع",
                "الفئة",
            ],
            Self::Name => &[
                "name",
                "nombre",
                "nom",
                "organization",
                "organisation",
                "organizacion",
                "signatory",
                "firmante",
                "signataire",
                "الاسم",
                "اسم",
                "المنظمة",
            ],
            Self::Country => &["country", "pais", "pays", "البلد", "بلد", "الدولة"],
            Self::Email => &[
                "email",
                "e-mail",
                "mail",
                "address",
                "correo",
                "courriel",
                "adresse",
                "direccion",
                "البريد",
                "بريد",
            ],
            Self::ContactName => &[
                "contact",
                "contacto",
                "contact name",
                "persona",
                "جهة",
                "المسؤول",
            ],
            Self::Language => &[
                "language",
                "lang",
                "idioma",
                "lengua",
                "langue",
                "اللغة",
                "لغة",
            ],
            Self::Website => &[
                "website",
                "web",
                "site",
                "url",
                "sitio",
                "pagina",
                "موقع الويب",
                "موقع",
            ],
            Self::Title => &[
                "title",
                "role",
                "cargo",
                "titulo",
                "titre",
                "fonction",
                "position",
                "المنصب",
                "اللقب",
                "الصفة",
            ],
            Self::Affiliation => &[
                "affiliation",
                "afiliacion",
                "institution",
                "institucion",
                "employer",
                "الانتماء",
                "المؤسسة",
            ],
        }
    }
}

impl std::str::FromStr for Column {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut all = Self::ALL.into_iter();
        all.find(|column| column.as_str() == text).ok_or(())
    }
}

/// Which column holds what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Columns {
    /// What each column of the table holds, from the left; none where it is passed over.
    pub holds: Vec<Option<Column>>,
    /// The kind of whoever's line names none; empty where each must.
    pub kind: String,
}

impl Columns {
    /// Guesses from the columns' names. Each meaning is given to one column.
    #[must_use]
    pub fn guess(header: &[String]) -> Self {
        let mut holds = vec![None; header.len()];
        let names: Vec<String> = header.iter().map(|name| bare(name)).collect();
        // Whole names first, then parts of them: "contact email" is an address.
        for whole in [true, false] {
            for column in [
                Column::Email,
                Column::ContactName,
                Column::Website,
                Column::Country,
                Column::Language,
                Column::Kind,
                Column::Affiliation,
                Column::Title,
                Column::Name,
            ] {
                if holds.contains(&Some(column)) {
                    continue;
                }
                let says = |name: &str| {
                    let mut words = column.words().iter().map(|word| bare(word));
                    words.any(|word| match whole {
                        true => name == word,
                        false => name.split([' ', '-', '_']).any(|part| part == word),
                    })
                };
                let free = |at: &usize| holds[*at].is_none() && says(&names[*at]);
                if let Some(at) = (0..names.len()).find(free) {
                    holds[at] = Some(column);
                }
            }
        }
        Self {
            holds,
            kind: String::new(),
        }
    }

    /// Where a meaning stands.
    #[must_use]
    pub fn at(&self, column: Column) -> Option<usize> {
        self.holds.iter().position(|holds| *holds == Some(column))
    }

    /// What no line holds without and no column has.
    #[must_use]
    pub fn missing(&self) -> Vec<Column> {
        let lacks = |column: &Column| self.at(*column).is_none();
        let needed = |column: &Column| match column {
            Column::Kind => self.kind.is_empty(),
            column => column.is_needed(),
        };
        let all = Column::ALL.into_iter();
        all.filter(lacks).filter(needed).collect()
    }

    /// A meaning that two columns were given.
    #[must_use]
    pub fn twice(&self) -> Option<Column> {
        let given = |column: &Column| {
            let same = |holds: &&Option<Column>| **holds == Some(*column);
            self.holds.iter().filter(same).count() > 1
        };
        Column::ALL.into_iter().find(given)
    }
}

/// A name folded, without marks over its letters.
fn bare(text: &str) -> String {
    let words = text.replace('_', " ");
    let mut parts: Vec<String> = Vec::new();
    for word in fold::name(&words).split_whitespace() {
        parts.push(fold::terms(word).join("-"));
    }
    parts.join(" ")
}

/// The kind that a word means, in four languages.
pub(super) fn kind(typed: &str) -> Option<&'static str> {
    const KINDS: [(&str, &[&str]); 3] = [
        (
            "individual",
            &[
                "individual",
                "person",
                "persona",
                "particular",
                "personne",
                "individu",
                "particulier",
                "expert",
                "experto",
                "فرد",
                "شخص",
            ],
        ),
        (
            "organization",
            &[
                "organization",
                "organisation",
                "organizacion",
                "ngo",
                "ong",
                "association",
                "asociacion",
                "nonprofit",
                "منظمة",
                "جمعية",
            ],
        ),
        (
            "company",
            &[
                "company",
                "business",
                "empresa",
                "compania",
                "entreprise",
                "societe",
                "شركة",
            ],
        ),
    ];
    let typed = bare(typed);
    let means = |(_, words): &&(&str, &[&str])| words.iter().any(|word| bare(word) == typed);
    KINDS.iter().find(means).map(|(kind, _)| *kind)
}

/// The language that a tag or a name in four languages means.
pub(super) fn language(typed: &str) -> Option<Lang> {
    const NAMES: [(&str, &[&str]); 4] = [
        ("en", &["english", "ingles", "anglais", "الإنجليزية"]),
        (
            "es",
            &["spanish", "espanol", "castellano", "espagnol", "الإسبانية"],
        ),
        ("fr", &["french", "frances", "francais", "الفرنسية"]),
        ("ar", &["arabic", "arabe", "العربية"]),
    ];
    let name = bare(typed);
    let means = |(_, words): &&(&str, &[&str])| words.iter().any(|word| bare(word) == name);
    match NAMES.iter().find(means) {
        Some((tag, _)) => tag.parse().ok(),
        None => typed.replace('_', "-").parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guess(header: &str) -> Vec<Option<Column>> {
        let header: Vec<String> = header.split(',').map(str::to_owned).collect();
        Columns::guess(&header).holds
    }

    #[test]
    fn names_of_columns_are_understood_in_four_languages() {
        use Column::{ContactName, Country, Email, Kind, Language, Name, Website};
        let wanted = [Name, Country, Email, Kind, Language, Website].map(Some);
        for header in [
            "Name,Country,E-mail,Type,Language,Website",
            "Nombre,País,Correo electrónico,Tipo,Idioma,Sitio web",
            "Nom,Pays,Adresse e-mail,Type,Langue,Site internet",
            "الاسم,البلد,البريد الإلكتروني,النوع,اللغة,موقع الويب",
        ] {
            assert_eq!(guess(header), wanted, "{header}");
        }
        let contact = guess("Organisation,Contact name,Contact email,Notes,country_code");
        let wanted = [
            Some(Name),
            Some(ContactName),
            Some(Email),
            None,
            Some(Country),
        ];
        assert_eq!(contact, wanted);
    }

    #[test]
    fn kinds_and_languages_are_words() {
        assert_eq!(kind("Asociación"), Some("organization"));
        assert_eq!(kind("شركة"), Some("company"));
        assert_eq!(kind("robot"), None);
        assert_eq!(
            language("Français").map(|l| l.as_str().to_owned()),
            Some("fr".to_owned())
        );
        assert_eq!(
            language("pt_BR").map(|l| l.as_str().to_owned()),
            Some("pt-BR".to_owned())
        );
        assert!(language("no such language").is_none());
    }

    #[test]
    fn what_is_missing_or_twice_is_known() {
        let header = ["Name", "Mail", "Mail"].map(str::to_owned);
        let mut columns = Columns::guess(&header);
        assert_eq!(columns.missing(), [Column::Kind, Column::Country]);
        columns.kind = "company".to_owned();
        assert_eq!(columns.missing(), [Column::Country]);
        columns.holds[2] = Some(Column::Email);
        assert_eq!(columns.twice(), Some(Column::Email));
    }
}
