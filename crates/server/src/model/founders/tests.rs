//! Tables as people make them.

use super::*;

fn read(table: &[u8]) -> Vec<Result<Founder, Vec<String>>> {
    let mut founders = Founders::open(table, "en".parse().unwrap()).unwrap();
    let mut lines = Vec::new();
    while let Some(line) = founders.next_line().unwrap() {
        let words = |errors: Vec<LineError>| errors.iter().map(ToString::to_string).collect();
        lines.push(line.founder.map_err(words));
    }
    lines
}

fn names(table: &[u8]) -> Vec<String> {
    let name = |line: Result<Founder, Vec<String>>| line.unwrap_or_else(|e| panic!("{e:?}"));
    read(table)
        .into_iter()
        .map(|l| name(l).public.name)
        .collect()
}

#[test]
fn separators_marks_and_order_do_not_matter() {
    let wanted = ["Críptica, S.A.", "B"];
    let comma = "\u{feff}name,country,kind\n\"Críptica, S.A.\",ES,company\nB,ZZ,individual\n";
    assert_eq!(names(comma.as_bytes()), wanted);
    let semicolon = "kind;name;country\r\ncompany;Críptica, S.A.;es\r\nindividual;B;zz\r\n";
    assert_eq!(names(semicolon.as_bytes()), wanted);
    let tab = "kind\tname\tcountry\ncompany\tCríptica, S.A.\tES\n\nindividual\tB\tZZ";
    assert_eq!(names(tab.as_bytes()), wanted);
}

#[test]
fn every_fault_is_named_with_its_line() {
    let table = "kind,name,country,website,featured\nrobot,,XX,a b,maybe\n\
                 company,Acme,DE,,\n\ncompany, ACME,DE,,\n";
    let lines = read(table.as_bytes());
    let first = lines[0].as_ref().err().unwrap().join("\n");
    for wanted in [
        "line 2, column kind: write individual",
        "line 2, column name: it is empty",
        "line 2, column country: it is no country",
        "line 2, column featured: write yes",
    ] {
        assert!(first.contains(wanted), "{wanted} in {first}");
    }
    assert!(lines[1].is_ok());
    let twice = lines[2].as_ref().err().unwrap().join("\n");
    assert!(
        twice.starts_with("line 5, column name: an earlier line"),
        "{twice}"
    );
}

#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    let table = "kind,name,country,statement\r\nindividual,Ana,DE,\"a\r\nb\"\r\n\r\nx,,,\r\nx,,,";
    let mut founders = Founders::open(table.as_bytes(), "en".parse().unwrap()).unwrap();
    let mut numbers = Vec::new();
    while let Some(line) = founders.next_line().unwrap() {
        numbers.push(line.number);
    }
    assert_eq!(numbers, [2, 5, 6]);
}

#[test]
fn bytes_that_are_no_text_are_named() {
    let lines = read(b"kind,name,country\ncompany,\xff\xfe,DE\n");
    let errors = lines[0].as_ref().err().unwrap().join("\n");
    assert!(
        errors.contains("line 2, column name: it is not UTF-8"),
        "{errors}"
    );
}

#[test]
fn statements_have_a_language() {
    let table = "kind,name,country,statement,statement_lang,featured\n\
                 individual,Ana,ES,Hola,es,yes\nindividual,Ben,GB,Hello,,\n";
    let lines: Vec<_> = read(table.as_bytes())
        .into_iter()
        .map(|l| l.ok().unwrap())
        .collect();
    assert_eq!(
        lines[0].statement,
        Some(("es".to_owned(), "Hola".to_owned()))
    );
    assert!(lines[0].featured && !lines[1].featured);
    assert_eq!(
        lines[1].statement,
        Some(("en".to_owned(), "Hello".to_owned()))
    );
}

#[test]
fn strange_tables_are_refused() {
    let open = |table: &'static str| {
        Founders::open(table.as_bytes(), "en".parse().unwrap())
            .err()
            .unwrap()
    };
    assert!(matches!(open(""), TableError::Missing("kind")));
    assert!(matches!(
        open("kind,name\n"),
        TableError::Missing("country")
    ));
    assert!(matches!(
        open("kind,name,country,email\n"),
        TableError::Unknown(_)
    ));
    assert!(matches!(
        open("kind,name,country,name\n"),
        TableError::Twice(_)
    ));
}
