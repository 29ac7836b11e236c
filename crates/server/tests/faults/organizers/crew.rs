//! People with roles, made beside the ceremonies so that every rule can be tried by everybody.

use undersigned::app::App;
use undersigned::model::{Letter, LetterState, Role};
use undersigned::seal::{Purpose, Token, random, row_id};
use undersigned::store::founder_tables::{self, TableRow};
use undersigned::store::founders::{self, FounderRow};
use undersigned::store::invitations::InvitationRow;
use undersigned::store::logos::LogoRow;
use undersigned::store::organizers::OrganizerRow;
use undersigned::store::passkeys::PasskeyRow;
use undersigned::store::previews::{self, PreviewRow};
use undersigned::store::rules::RuleRow;
use undersigned::store::runs::RunRow;
use undersigned::store::signatory_logos::{self, HeldImage, SignatoryLogoRow};
use undersigned::store::translators::TranslatorRow;
use undersigned::store::{
    Result, Tx, invitations, letters, logos, organizers, passkeys, roles, rules, runs, sessions,
    signatures, translators,
};

use crate::harness::{Answer, House, Inside, Person, SLUG, block_on};

/// The letter that the crew's strangers own.
pub(crate) const OTHER: &str = "another-letter";

/// Somebody who is signed in.
pub(crate) struct Member {
    pub(crate) id: i64,
    token: Token,
}

impl Member {
    pub(crate) fn cookie(&self) -> String {
        format!("organizer={}", self.token.reveal())
    }

    /// What their forms carry.
    pub(crate) fn form_token(&self) -> String {
        self.token.companion()
    }

    /// The token of their cookie.
    pub(crate) fn token(&self) -> String {
        self.token.reveal()
    }

    /// Sends a form with a file as their browser does.
    pub(crate) fn upload(
        &self,
        house: &House<Inside>,
        path: &str,
        parts: &[(&str, &[u8])],
    ) -> Answer {
        let (token, cookie) = (self.form_token(), self.cookie());
        let mut all: Vec<(&str, &[u8])> = vec![("_form", token.as_bytes())];
        all.extend(parts);
        let headers = [
            ("cookie", cookie.as_str()),
            ("origin", house.visitor.base()),
        ];
        let answer = house.visitor.upload(path, &headers, &all);
        answer.expect("the server answers")
    }

    /// Sends a request as their browser does.
    pub(crate) fn ask(
        &self,
        house: &House<Inside>,
        method: &str,
        path: &str,
        form: &str,
    ) -> Answer {
        let form = format!("_form={}&{form}", self.form_token());
        let cookie = self.cookie();
        let origin = house.visitor.base();
        let headers = [("cookie", cookie.as_str()), ("origin", origin)];
        let answer = house.visitor.ask(method, path, &headers, &form);
        answer.expect("the server answers")
    }
}

/// Writes through the server's own committer.
pub(crate) fn write<T, F>(house: &House<Inside>, work: F) -> T
where
    T: Send + 'static,
    F: for<'t> FnOnce(&'t mut Tx) -> futures_util::future::BoxFuture<'t, Result<T>>
        + Send
        + 'static,
{
    write_by(&house.server.app, work)
}

fn write_by<T, F>(app: &App, work: F) -> T
where
    T: Send + 'static,
    F: for<'t> FnOnce(&'t mut Tx) -> futures_util::future::BoxFuture<'t, Result<T>>
        + Send
        + 'static,
{
    block_on(app.committer.write(work)).expect("it is written")
}

/// An id for a new row.
pub(crate) fn new_id(house: &House<Inside>) -> i64 {
    row_id(house.server.app.clock.now_ms())
}

/// The store's id of the letter `slug`.
pub(crate) fn letter(house: &House<Inside>, slug: &'static str) -> i64 {
    let found = write(house, move |tx| Box::pin(letters::by_slug(tx, slug)));
    found.expect("the letter is there").id
}

/// Drafts a letter that the house's own organizers have nothing to do with.
pub(crate) fn draft_another(house: &House<Inside>) {
    let known = write(house, |tx| Box::pin(letters::by_slug(tx, SLUG)));
    let draft = Letter {
        id: new_id(house),
        slug: OTHER.parse().expect("a slug"),
        origin: "127.0.0.1/letters/another-letter".to_owned(),
        state: LetterState::Draft,
        ..known.expect("the letter is there")
    };
    let added = write(house, move |tx| {
        Box::pin(async move { letters::insert(tx, &draft).await })
    });
    assert!(added, "the draft is new");
}

/// Somebody with a role in a letter, or with none, who signed in just now.
pub(crate) fn member(house: &House<Inside>, name: &str, role: Option<(i64, Role)>) -> Member {
    member_of(&house.server.app, name, role)
}

/// The same of any installation.
pub(crate) fn member_of(app: &App, name: &str, role: Option<(i64, Role)>) -> Member {
    let [id, session] = [(); 2].map(|()| row_id(app.clock.now_ms()));
    let token = Token::new(random());
    let row = OrganizerRow {
        id,
        handle: random::<16>().to_vec(),
        name: name.to_owned(),
        makes_letters: false,
    };
    let (hash, now) = (token.hash(), app.clock.now());
    write_by(app, move |tx| {
        Box::pin(async move {
            organizers::insert(tx, &row).await?;
            if let Some((letter, role)) = role {
                roles::set(tx, letter, id, role).await?;
            }
            sessions::insert(tx, (session, &hash), id, "Test", now).await
        })
    });
    Member { id, token }
}

/// Somebody who may make letters, signed in just now.
pub(crate) fn maker(house: &House<Inside>, name: &str) -> Member {
    let maker = member(house, name, None);
    let_make_letters(house, &maker);
    maker
}

/// Lets somebody make letters.
pub(crate) fn let_make_letters(house: &House<Inside>, whom: &Member) {
    let id = whom.id;
    write(house, move |tx| {
        Box::pin(organizers::let_make_letters(tx, id))
    });
}

/// Another session of somebody; gives its id.
pub(crate) fn another_session(house: &House<Inside>, whose: &Member) -> i64 {
    let (session, organizer) = (new_id(house), whose.id);
    let (hash, now) = (Token::new(random()).hash(), house.server.app.clock.now());
    write(house, move |tx| {
        Box::pin(
            async move { sessions::insert(tx, (session, &hash), organizer, "Other", now).await },
        )
    });
    session
}

/// Two passkeys of somebody, which no authenticator has; gives the id of one.
pub(crate) fn passkeys_of(house: &House<Inside>, whose: &Member) -> i64 {
    let made = [new_id(house), new_id(house)];
    let organizer = whose.id;
    write(house, move |tx| {
        Box::pin(async move {
            for id in made {
                let row = PasskeyRow {
                    id,
                    organizer,
                    credential: random::<32>().to_vec(),
                    name: "Key".to_owned(),
                    key: "{}".to_owned(),
                    used_at: 0,
                };
                passkeys::insert(tx, &row).await?;
            }
            Ok(())
        })
    });
    made[0]
}

/// A rule of a letter that looks for nobody.
pub(crate) fn rule(house: &House<Inside>, letter: i64) -> i64 {
    let row = RuleRow {
        id: new_id(house),
        name: "Nobody".to_owned(),
        criteria: "{\"country\":\"AQ\"}".to_owned(),
        holds: false,
    };
    let id = row.id;
    write(house, move |tx| {
        Box::pin(async move { rules::insert(tx, letter, &row).await })
    });
    id
}

/// A run of a letter that picked nobody.
pub(crate) fn run(house: &House<Inside>, letter: i64) -> i64 {
    let row = RunRow {
        id: new_id(house),
        letter,
        rule: 0,
        rule_name: "Nobody".to_owned(),
        verdict: "remove".to_owned(),
        reason: "forged".to_owned(),
        organizer: None,
        who: String::new(),
        state: String::new(),
        due_at: i64::MAX,
        picked: 0,
        done: 0,
    };
    let id = row.id;
    write(house, move |tx| {
        Box::pin(async move { runs::insert(tx, &row).await })
    });
    id
}

/// Somebody on a letter's list of founders; gives their id.
pub(crate) fn founder(house: &House<Inside>, letter: i64) -> i64 {
    let row = FounderRow {
        id: new_id(house),
        letter,
        person: random::<32>().to_vec(),
        state: "listed".to_owned(),
        kind: "company".to_owned(),
        country: "DE".to_owned(),
        lang: "en".to_owned(),
        fields: Vec::new(),
        statement: "none".to_owned(),
        signature: None,
        invited_by: String::new(),
        mails: 0,
        mailed_at: None,
        sent_at: None,
        bounced_at: None,
        visited_at: None,
        answered_at: None,
        addressed: true,
        handed_at: None,
        sealed_to: String::new(),
    };
    let id = row.id;
    write(house, move |tx| {
        Box::pin(async move { founders::insert_all(tx, &[row]).await })
    });
    id
}

/// A logo that waits for the moderators of a launched letter; gives its id.
pub(crate) fn held_logo(house: &House<Inside>, letter: i64) -> i64 {
    let app = &house.server.app;
    let (id, now) = (new_id(house), app.clock.now());
    let sealed = app.waiting.encrypt(Purpose::Held, now, b"PNG");
    let sealed = sealed.expect("the key directory is there");
    let open = self::letter(house, SLUG);
    let signature = write(house, move |tx| {
        Box::pin(async move { signatures::by_index(tx, open, 2).await })
    });
    let row = SignatoryLogoRow {
        id,
        letter,
        signature: signature.expect("a founding signature").id,
        digest: String::new(),
        width: 1,
        height: 1,
    };
    write(house, move |tx| {
        Box::pin(async move {
            let image = HeldImage {
                key_name: &sealed.key_name,
                bytes: &sealed.bytes,
                expires_at: now + 3600,
            };
            signatory_logos::hold(tx, &row, &image).await
        })
    });
    id
}

/// A private link to a letter; gives its id.
pub(crate) fn preview(house: &House<Inside>, letter: i64) -> i64 {
    let row = PreviewRow {
        id: new_id(house),
        letter,
        hash: Token::new(random()).hash(),
        name: "Some paper".to_owned(),
        made_at: house.server.app.clock.now(),
        used_at: None,
    };
    let id = row.id;
    write(house, move |tx| {
        Box::pin(async move { previews::insert(tx, &row).await })
    });
    id
}

/// A spreadsheet of founders that is done with; gives its id.
pub(crate) fn spreadsheet(house: &House<Inside>, letter: i64) -> i64 {
    let row = TableRow {
        id: new_id(house),
        letter,
        organizer: 0,
        state: String::new(),
        shape: r#"{"encoding":"Utf8","separator":",","bytes":0}"#.to_owned(),
        columns: r#"{"holds":[],"kind":""}"#.to_owned(),
        done: 0,
        good: 0,
        known: 0,
        bad: 0,
        unaddressed: 0,
        added: 0,
        made_at: house.server.app.clock.now(),
    };
    let id = row.id;
    write(house, move |tx| {
        Box::pin(async move {
            founder_tables::insert(tx, &row).await?;
            founder_tables::advance(tx, row.id, ["arriving", "arriving"], "done").await
        })
    });
    id
}

/// An invitation to make letters; gives its token.
pub(crate) fn invitation(house: &House<Inside>) -> String {
    let token = Token::new(random());
    let row = InvitationRow {
        id: new_id(house),
        hash: token.hash(),
        inviter: None,
        organizer: None,
        name: "Somebody".to_owned(),
        letter: None,
        role: Role::Owner.as_str().to_owned(),
        expires_at: house.server.app.clock.now() + 3600,
    };
    write(house, move |tx| {
        Box::pin(async move { invitations::insert(tx, &row).await })
    });
    token.reveal()
}

/// A translator's link into Spanish; gives its token and id.
pub(crate) fn translator(house: &House<Inside>, letter: i64) -> (String, i64) {
    let (token, now) = (Token::new(random()), house.server.app.clock.now());
    let row = TranslatorRow {
        id: new_id(house),
        letter,
        lang: "es".to_owned(),
        name: "Tara".to_owned(),
        expires_at: now + 3600,
        used_at: None,
    };
    let (id, hash) = (row.id, token.hash());
    write(house, move |tx| {
        Box::pin(async move { translators::insert(tx, &row, &hash, now).await })
    });
    (token.reveal(), id)
}

/// Brings a founding signatory of a draft in by the command line.
pub(crate) fn found(house: &House<Inside>, slug: &str, name: &str) {
    let table = house.installation.root().join("founders.csv");
    let lines = format!("kind,name,country\nindividual,{name},SE\n");
    std::fs::write(&table, lines).expect("own directory");
    let table = table.to_str().expect("a plain path");
    house
        .installation
        .run(&["import", "signatories", slug, table]);
}

/// Gives a letter a logo; gives the file's name.
pub(crate) fn logo(house: &House<Inside>, letter: i64) -> &'static str {
    let row = LogoRow {
        digest: "0123456789abcdef".to_owned(),
        width: 1,
        height: 1,
    };
    write(house, move |tx| {
        Box::pin(async move { logos::put(tx, letter, &row, b"PNG").await })
    });
    "0123456789abcdef.png"
}

/// The number of something that is held.
pub(crate) fn held(house: &House<Inside>) -> i64 {
    let newest = "select coalesce(max(id), 0) from submissions where state = 'held'";
    if house.installation.number(newest) == 0 {
        house.sign_and_confirm(&Person::unproven_company(700));
    }
    house.installation.number(newest)
}
