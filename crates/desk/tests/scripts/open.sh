# Two organizers, one identity from age-keygen and one from the desk. The letter seals to both.
age-keygen -o first.txt 2>/dev/null
desk keygen -o second.txt >second.pub 2>/dev/null
first=$(age-keygen -y first.txt)
second=$(cat second.pub)

both=$(contact individual "Käthe Büttner" kaethe@muehltor.example true | seal "$first" "$second")
old=$(contact company "Quillfeather Mail, Inc." "=1+1@quillfeather.example" true | seal "$first")
{ header 2; line 17 individual true "$both"; line 18 company false "$old"; } >export.jsonl

# Either identity opens what both share; together they open everything.
run desk contacts open -i first.txt export.jsonl
exits 0
says '"index","kind","level","name","email","country","title","affiliation","website","contact_name","contact_role","authority","display","note","updates","consent","lang","at","letter"'
says '"17","individual","mailbox","Käthe Büttner","kaethe@muehltor.example","DE","","","","","","no","name","","yes","Publish my name.","ar","2026-11-22T23:00:00Z","'"$letter"
complains "2 of 2 contacts opened, 1 of them wants updates; 2 written"

run desk contacts open -i second.txt -i first.txt export.jsonl -o contacts.csv
exits 0
silent
mode contacts.csv 600

# The formula is disarmed, every cell is quoted, and who unsubscribed wants no updates.
holds contacts.csv "\"18\",\"company\",\"mailbox\",\"Quillfeather Mail, Inc.\",\"'=1+1@quillfeather.example\","
holds contacts.csv ',"no","Publish my name.",'

# Nothing is overwritten unasked.
cp contacts.csv before.csv
run desk contacts open -i first.txt export.jsonl -o contacts.csv
exits 1
complains "contacts.csv is there already"
cmp -s contacts.csv before.csv || fail "the table was changed"
run desk contacts open -i first.txt export.jsonl -o contacts.csv --profile civicrm --force
exits 0
holds contacts.csv "External Identifier"
mode contacts.csv 600

# The second identity alone: the rest is still written, the line is named, the exit code is 1.
run desk contacts open -i second.txt export.jsonl -o part.csv
exits 1
complains "line 3 not opened: it is sealed to another identity"
complains "1 of 2 contacts opened"
complains "is another identity needed?"
holds part.csv "kaethe@muehltor.example"
lacks part.csv quillfeather

# An identity of no organizer.
age-keygen -o other.txt 2>/dev/null
run desk contacts open -i other.txt export.jsonl
exits 1
complains "lines 2 to 3 not opened: it is sealed to another identity"
complains "0 of 2 contacts opened"

# Identity files that are none.
run desk contacts open -i export.jsonl export.jsonl
exits 1
complains "export.jsonl is not an identity file"
run desk contacts open -i absent.txt export.jsonl
exits 1
complains "absent.txt cannot be read"
run desk contacts open export.jsonl
exits 2
