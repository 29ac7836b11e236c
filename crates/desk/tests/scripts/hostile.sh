desk keygen -o identity.txt >recipient 2>/dev/null
recipient=$(cat recipient)
good=$(contact individual Good good@a.example true | seal "$recipient")

# refused WORDS: export.jsonl is refused as a whole, and no table is made.
refused() {
    run desk contacts open -i identity.txt export.jsonl -o table.csv
    exits 1
    silent
    complains "$1"
    missing table.csv
}

# Cut short in transit, or made longer.
{ header 3; line 1 individual true "$good"; line 2 individual true "$good"; } >export.jsonl
refused "it says that it holds 3 contacts, and holds 2"
{ header 1; line 1 individual true "$good"; line 2 individual true "$good"; } >export.jsonl
refused "it says that it holds 1 contact, and holds 2"

# Not an export at all.
: >export.jsonl
refused "it is empty"
head -c 100000 /dev/urandom >export.jsonl
refused "export.jsonl is not an export of contacts"
head -c 3000000 /dev/zero >export.jsonl
refused "its first line is too long"
echo '{"undersigned":"contacts/v2","letter":"'$letter'","count":0}' >export.jsonl
refused "update undersigned-desk"
echo '{"undersigned":"test-contact/v1","letter":"'$letter'"}' >export.jsonl
refused "open it with: contacts test"
echo '{"undersigned":"contacts/v1","letter":"'$letter'"}' >export.jsonl
refused "does not say how many"
printf '{"undersigned":"contacts/v1","letter":"a.example/letters/x\\u001b[2J","count":0}\n' >export.jsonl
refused "unexpected characters"
lacks err "$(printf '\033')"

# Bad lines among good ones: each is named, the good ones are written, the exit code is 1.
foreign=$(contact individual Foreign f@a.example true | sed 's/security-for-all/another/' | seal "$recipient")
newer=$(contact individual Newer n@a.example true | sed 's/"v":1/"v":2/' | seal "$recipient")
nothing=$(echo '[]' | seal "$recipient")
twice=$(contact individual Twice t@a.example true | sed 's/"v":1/"v":1,"name":"Once"/' | seal "$recipient")
altered=$(echo "$good" | base64 -d | head -c -1 | base64 -w0)
{
    header 13
    line 1 individual true "$good"
    echo '{"index":2,'
    line 3 individual true '***'
    line 4 individual true "$(echo 'no age file' | base64 -w0)"
    line 5 individual true "$altered"
    line 6 individual true "$foreign"
    line 7 company true "$good"
    line 8 individual true "$newer"
    line 9 individual true "$nothing"
    line 10 individual true "$twice"
    head -c 2000000 /dev/zero; echo
    printf '\377\376\000\n'
    line 13 individual true "$good"
} >export.jsonl
run desk contacts open -i identity.txt export.jsonl -o table.csv
exits 1
complains "line 3 not opened: it is not a line of an export"
complains "line 4 not opened: its sealed part is not base64"
complains "line 5 not opened: its sealed part is not an age file"
complains "line 6 not opened: its sealed part is damaged or was altered"
complains "line 7 not opened: it was sealed for another letter"
complains "line 8 not opened: it was sealed for another kind of signatory"
complains "line 9 not opened: it was written by a newer server"
complains "lines 10 to 11 not opened: what it holds is not a contact"
complains "line 12 not opened: it is too long"
complains "line 13 not opened: it is not a line of an export"
complains "2 of 13 contacts opened"
lacks err "is another identity needed?"
[ "$(grep -c good@a.example table.csv)" -eq 2 ] || fail "expected both good contacts"
lacks table.csv f@a.example

# An export of nobody is an export.
header 0 >export.jsonl
run desk contacts open -i identity.txt export.jsonl
exits 0
complains "0 of 0 contacts opened"

# A reader of the table that goes away is an error, not a crash.
{ header 1; line 1 individual true "$good"; } >export.jsonl
run sh -c '"$DESK" contacts open -i identity.txt export.jsonl >/dev/full'
exits 1
complains "the output cannot be written"

# Whoever writes the export can seal to the recipient, under any index. No later line takes over a row.
correction=$(contact individual Corrected "" false | sed 's/"email":""/"email":null/; s/\["Publish my name."\]/[]/')
sealed=$(echo "$correction" | seal "$recipient")
said_no=$(contact individual Good good@a.example false | seal "$recipient")
other=$(contact individual Other other@a.example true | seal "$recipient")
wants=$(echo "$correction" | sed 's/"updates":false/"updates":true/' | seal "$recipient")
agrees=$(echo "$correction" | sed 's/"consent":\[\]/"consent":["Everything."]/' | seal "$recipient")
notes=$(echo "$correction" | sed 's/"note":null/"note":"Pay here"/' | seal "$recipient")
firm=$(echo "$correction" | sed 's/"kind":"individual"/"kind":"company"/' | seal "$recipient")
for forged in "$other" "$wants" "$agrees" "$notes"; do
    {
        header 4
        line 1 individual true "$said_no"
        line 1 individual true "$forged"
        line 1 individual true "$sealed"
        line 2 individual true "$good"
    } >export.jsonl
    run desk contacts open -i identity.txt export.jsonl
    exits 1
    complains "line 3 set apart: it claims the signature of the line above, and holds what no correction does"
    complains "3 of 4 contacts opened, 1 of them wants updates; 2 written"
    says '"1","individual","mailbox","Corrected","good@a.example","DE",'
    says ',"name","","no","Publish my name.",'
    lacks out other@a.example
    lacks out Everything
    lacks out Pay
done
{ header 2; line 1 individual true "$good"; line 1 company true "$firm"; } >export.jsonl
run desk contacts open -i identity.txt export.jsonl
exits 1
complains "line 3 not opened: it was sealed for another kind of signatory"
# Nor does a line elsewhere, which a second row of the same index would be to an import.
{ header 3; line 1 individual true "$good"; line 2 individual true "$good"; line 1 individual true "$other"; } >export.jsonl
run desk contacts open -i identity.txt export.jsonl
exits 1
complains "line 4 set apart: its index is smaller than that of a line above"
lacks out other@a.example
