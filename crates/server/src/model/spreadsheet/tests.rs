//! Spreadsheets as people bring them.

use super::*;
use crate::model::{Field, Problem};

fn read(bytes: &[u8]) -> Vec<Line> {
    let shape = look(bytes).unwrap();
    let columns = Columns::guess(&beginning(bytes, &shape).unwrap().header);
    let countries = HashMap::from([("alemania".to_owned(), "DE")]);
    let lang = "en".parse().unwrap();
    let mut lines = Invitees::open(bytes, &shape, columns, &countries, lang).unwrap();
    let mut all = Vec::new();
    while let Some(line) = lines.next_line().unwrap() {
        all.push(line);
    }
    all
}

#[test]
fn lines_are_read_in_any_encoding_and_with_any_separator() {
    let rows =
        "Nombre;País;Correo;Tipo;Idioma\r\nCríptica, S.A.;Alemania;a@c.example;Empresa;es\r\n";
    let western: Vec<u8> = rows
        .chars()
        .map(|c| u8::try_from(c as u32).unwrap())
        .collect();
    let tabs = rows.replace(';', "\t");
    for bytes in [rows.as_bytes(), &western, tabs.as_bytes()] {
        let lines = read(bytes);
        let Ok(invitee) = &lines[0].invitee else {
            panic!("it holds")
        };
        assert_eq!(invitee.public.name, "Críptica, S.A.");
        assert_eq!(invitee.public.country.as_str(), "DE");
        assert_eq!(invitee.public.kind.as_str(), "company");
        assert_eq!(invitee.public.lang.as_str(), "es");
        assert_eq!((lines.len(), lines[0].number), (1, 2));
    }
}

#[test]
fn every_fault_is_known_with_its_line() {
    let rows = "name,country,email,kind,language\n\
                Acme,DE,a@a.example,company,\n\n\
                ACME,DE,A+2@a.example,company,es\n\
                ,XX,nobody,robot,klingon language\n\
                B\u{fffd}d,DE,c@a.example,company,\n\
                Acme,DE,b@a.example,company,\n\
                Acme,DE,,company,\n";
    let lines = read(rows.as_bytes());
    assert!(lines[0].invitee.is_ok());
    let faults = |at: usize| lines[at].invitee.as_ref().err().unwrap().clone();
    assert_eq!((lines[1].number, faults(1)), (4, vec![Fault::Repeated(2)]));
    let fields: Vec<_> = faults(2)
        .into_iter()
        .filter_map(|fault| match fault {
            Fault::Field(error) => Some(error.field),
            _ => None,
        })
        .collect();
    let wanted = [Field::Kind, Field::Name, Field::Country, Field::Email];
    assert_eq!(fields, wanted);
    assert!(faults(2).contains(&Fault::Language));
    let unreadable = FieldError {
        field: Field::Name,
        problem: Problem::Unprintable,
    };
    assert_eq!(faults(3), [Fault::Field(unreadable)]);
    // Of one name, with other details: they may be others.
    for line in &lines[4..] {
        assert!(line.invitee.is_ok() && line.namesake == Some(2));
    }
    assert_eq!(lines.len(), 6);
}

#[test]
fn what_is_no_table_is_told_apart() {
    for (bytes, unfit) in [
        (&b""[..], Unfit::Empty),
        (b"name,country\n\n", Unfit::Empty),
        (b"PK\x03\x04rest", Unfit::Workbook),
        (b"name,\0country\na,b\n", Unfit::Binary),
    ] {
        assert_eq!(look(bytes).err(), Some(unfit));
    }
}
