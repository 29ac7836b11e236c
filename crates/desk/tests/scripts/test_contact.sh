age-keygen -o first.txt 2>/dev/null
desk keygen -o second.txt >second.pub 2>/dev/null
first=$(age-keygen -y first.txt)
second=$(cat second.pub)

# code LETTER CODE: the plaintext of a test contact.
code() { printf '{"v":1,"letter":"%s","code":"%s"}' "$1" "$2"; }
head_line='{"undersigned":"test-contact/v1","letter":"'$letter'"}'
test_line() { printf '{"recipient":"%s","age":"%s"}\n' "$1" "$2"; }

{
    echo "$head_line"
    test_line "$first" "$(code $letter K7Q2-9MPD-44XW | seal "$first")"
    test_line "$second" "$(code $letter ZZTP-1C8N-0QKM | seal "$second")"
} >test.jsonl

# Each organizer sees the code of their own identity, and what to do with it.
run desk contacts test -i first.txt test.jsonl
exits 0
[ "$(cat out)" = K7Q2-9MPD-44XW ] || fail "expected the code alone"
complains "undersigned recipients confirm security-for-all K7Q2-9MPD-44XW"
run desk contacts test -i second.txt test.jsonl
exits 0
[ "$(cat out)" = ZZTP-1C8N-0QKM ] || fail "expected the code alone"
run desk contacts test -i first.txt -i second.txt test.jsonl
exits 0
[ "$(wc -l <out)" -eq 2 ] || fail "expected both codes"

# Somebody else's identity.
age-keygen -o other.txt 2>/dev/null
run desk contacts test -i other.txt test.jsonl
exits 1
silent
complains "sealed to $first, $second, not to your identity, whose recipient is $(age-keygen -y other.txt)"

# Lines that say one thing and hold another.
refused() {
    { echo "$head_line"; test_line "$1" "$2"; } >bad.jsonl
    run desk contacts test -i first.txt bad.jsonl
    exits 1
    silent
    complains "$3"
}
refused "$first" "$(code $letter AAAA-BBBB | seal "$second")" "line 2 of bad.jsonl: it is sealed to another identity"
refused "$first" "$(code other.example/letters/x AAAA-BBBB | seal "$first")" "sealed for another letter"
refused "$first" "$(code $letter 'A\u001b[2J' | seal "$first")" "unexpected characters"
refused "$first" "$(code $letter '$(reboot)' | seal "$first")" "unexpected characters"
refused "$first" "$(echo 5 | seal "$first")" "not a test contact"
refused '\u001b]0;owned' AAAA "something that is no age recipient"
lacks err "$(printf '\033')"

# Files of another sort.
echo '{"undersigned":"contacts/v1","letter":"'$letter'","count":0}' >bad.jsonl
run desk contacts test -i first.txt bad.jsonl
exits 1
complains "open it with: contacts open"
: >bad.jsonl
run desk contacts test -i first.txt bad.jsonl
exits 1
complains "it is empty"
echo "$head_line" >bad.jsonl
run desk contacts test -i first.txt bad.jsonl
exits 1
complains "sealed to nobody"
