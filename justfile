# Errands of the day. `just` lists them; each is one line that can be typed without just.

_list:
    @just --list --unsorted

# The demonstration letter on http://127.0.0.1:8080
demo *FLAGS:
    cargo run --release -- demo {{FLAGS}}

# Everything that must hold before a change lands
test *WHAT:
    ./test {{WHAT}}

# The pictures of docs/ORGANIZING.md (needs pngquant)
pictures:
    rm -rf target/pictures && mkdir -p target/pictures
    PICTURES={{ justfile_directory() }}/target/pictures cargo test -p undersigned --test faults -- --exact organizers::from_nothing::a_letter_is_launched_from_nothing::on_sqlite
    pngquant --force --ext .png --speed 1 32 target/pictures/guide-*.png
    cp target/pictures/guide-*.png docs/screenshots/

# What the editor would say
check:
    cargo clippy --workspace --all-targets -- -D warnings

format:
    cargo fmt --all

# Our own documentation, with its private parts
docs:
    cargo doc --workspace --no-deps --document-private-items

# Tests of one crate, by its short name: just only desk
only CRATE *FLAGS:
    cargo test -p {{ if CRATE == "server" { "undersigned" } else { "undersigned-" + CRATE } }} {{FLAGS}}

# Licences, sources and banned crates
deny:
    cargo deny check bans licenses sources

# Verify a running letter, a bundle or a receipt
verify WHAT *FLAGS:
    cargo run --release -p undersigned-verify -- {{WHAT}} {{FLAGS}}

# The organizers' program
desk *ARGUMENTS:
    cargo run --release -p undersigned-desk -- {{ARGUMENTS}}
