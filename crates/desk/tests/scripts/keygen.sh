# An identity is written where it was told, readable by its owner alone.
run desk keygen -o mine.txt
exits 0
mode mine.txt 600
recipient=$(cat out)
[ "$(wc -l <out)" -eq 1 ] || fail "expected one line"
says age1
complains "nobody can ever read its contacts"

# Where standard error is no terminal, the identity is not shown.
secret=$(grep AGE-SECRET-KEY-1 mine.txt)
lacks err "$secret"
lacks out "$secret"

# It is never overwritten.
cp mine.txt before.txt
run desk keygen -o mine.txt
exits 1
silent
complains "mine.txt is there already"
cmp -s mine.txt before.txt || fail "the identity was changed"

# Not even a dangling link is followed.
ln -s nowhere.txt link.txt
run desk keygen -o link.txt
exits 1
missing nowhere.txt

# age-keygen knows the file, and age -d opens with it what was sealed to the recipient.
[ "$(age-keygen -y mine.txt)" = "$recipient" ] || fail "age-keygen reads another recipient"
holds mine.txt "# public key: $recipient"
echo "the quick brown fox" | age -r "$recipient" >fox.age
run age -d -i mine.txt fox.age
exits 0
says "the quick brown fox"

# A folder that is not there, and a command without its flag.
run desk keygen -o nowhere/mine.txt
exits 1
complains "cannot be written"
run desk keygen
exits 2
[ "$(ls -A | grep -c undersigned-desk-)" -eq 0 ] || fail "a temporary file was left"
