# Words that the stories use. A story runs in an empty folder, under sh -eu.

desk() { "$DESK" "$@"; }

# run COMMAND…: notes its exit code, its output in ./out and its errors in ./err.
run() {
    ran="$*"
    code=0
    "$@" >out 2>err </dev/null || code=$?
}

fail() {
    echo "after: $ran (exit code $code)"
    echo "$*"
    echo "--- out"; cat out
    echo "--- err"; cat err
    exit 1
}

exits() { [ "$code" -eq "$1" ] || fail "expected exit code $1"; }
says() { grep -qF -e "$1" out || fail "expected on standard output: $1"; }
complains() { grep -qF -e "$1" err || fail "expected on standard error: $1"; }
silent() { [ ! -s out ] || fail "expected nothing on standard output"; }
holds() { grep -qF -e "$2" "$1" || fail "expected in $1: $2"; }
lacks() { ! grep -qF -e "$2" "$1" || fail "not expected in $1: $2"; }
missing() { [ ! -e "$1" ] || fail "expected no file $1"; }
mode() { [ "$(stat -c %a "$1")" = "$2" ] || fail "expected mode $2 of $1"; }

letter=demo.example/letters/security-for-all

# seal RECIPIENT…: standard input as a base64 age file, made by the age command.
seal() {
    recipients=""
    for recipient in "$@"; do recipients="$recipients -r $recipient"; done
    # shellcheck disable=SC2086
    age $recipients | base64 -w0
}

# contact KIND NAME EMAIL UPDATES: the plaintext of a contact.
contact() {
    printf '{"v":1,"letter":"%s","kind":"%s","name":"%s","email":"%s","country":"DE","title":null,' \
        "$letter" "$1" "$2" "$3"
    printf '"affiliation":null,"website":null,"contact_name":null,"contact_role":null,'
    printf '"authority":false,"display":"name","note":null,"updates":%s,' "$4"
    printf '"consent":["Publish my name."],"lang":"ar","at":"2026-11-22T23:00:00Z"}'
}

# line INDEX KIND UPDATES SEALED: a line of an export.
line() {
    printf '{"index":%s,"kind":"%s","level":"mailbox","updates":%s,"age":"%s"}\n' "$@"
}

# header COUNT: the first line of an export.
header() {
    printf '{"undersigned":"contacts/v1","letter":"%s","exported_at":"2026-11-22T23:04:05Z","count":%s}\n' \
        "$letter" "$1"
}
