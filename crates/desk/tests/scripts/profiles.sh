desk keygen -o identity.txt >recipient 2>/dev/null
recipient=$(cat recipient)
agreed=$(contact individual "Agreed" agreed@a.example true | seal "$recipient")
silent=$(contact individual "Silent" silent@a.example false | seal "$recipient")
left=$(contact individual "Left" left@a.example true | seal "$recipient")
firm=$(contact company "Firm" firm@a.example true | seal "$recipient")
{
    header 4
    line 1 individual true "$agreed"
    line 2 individual true "$silent"
    line 3 individual false "$left"
    line 4 company true "$firm"
} >export.jsonl

# Updates need both: the signer's consent, which is sealed, and no unsubscription since.
run desk contacts open -i identity.txt export.jsonl --updates-only
exits 0
says agreed@a.example
says firm@a.example
lacks out silent@a.example
lacks out left@a.example
complains "4 of 4 contacts opened, 2 of them want updates; 2 written"

# Action Network subscribes whoever is uploaded, so its table holds nobody else, asked or not.
run desk contacts open -i identity.txt export.jsonl --profile action-network
exits 0
says '"email","first_name","last_name","country","language","organization","job_title","signatory_kind","letter"'
says '"agreed@a.example","Agreed","","DE","ar","","","individual","'"$letter"
lacks out silent@a.example
lacks out left@a.example

# CiviCRM gets everybody, with a flag for bulk mail, and one type of contact at a time.
run desk contacts open -i identity.txt export.jsonl --profile civicrm
exits 0
says '"External Identifier","First Name","Last Name","Organization Name","Job Title","Current Employer","Email","Country","Website","Preferred Language","No Bulk Emails (User Opt Out)","Contact Source","Note"'
says '"security-for-all#3","Left","","","","","left@a.example","DE","","ar_EG","1","'"$letter"
complains "CiviCRM imports individuals and organizations apart"
run desk contacts open -i identity.txt export.jsonl --profile civicrm --kind organization --kind company
exits 0
says '"security-for-all#4","","","Firm","","","firm@a.example","DE","","ar_EG","0","'"$letter"
lacks out Agreed
lacks err "apart"
