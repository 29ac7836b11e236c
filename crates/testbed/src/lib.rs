//! Real servers for tests: PostgreSQL, Postfix, NSD, Chromium, Caddy, our own program, and a whole
//! machine.
//!
//! Everything listens on 127.0.0.1 only, keeps its files in a directory of its own, and ends when
//! its handle is dropped. Nothing here is used in production. What cannot be started is a broken
//! machine, not a finding, so these types panic with a sentence instead of returning errors.

mod authority;
mod caddy;
mod campaign;
mod chrome;
mod disk;
mod login_server;
mod machine;
mod name_server;
mod postgres;
mod process;
mod root;
mod server;
mod smtp_sink;
mod tap;
mod tls_proxy;
mod web_host;

pub use self::{
    authority::Authority,
    caddy::Caddy,
    campaign::{LONG, chance, rounds},
    chrome::{Chrome, Look},
    disk::Disk,
    login_server::LoginServer,
    machine::{Machine, Said},
    name_server::NameServer,
    postgres::{Database, POSTGRES_URL, Postgres},
    process::{Running, free_port},
    server::Server,
    smtp_sink::{Message, SmtpSink},
    tap::Tap,
    tls_proxy::TlsProxy,
    web_host::WebHost,
};
