# The roll, one signature, kinds and levels.

roll-title = Who signed
roll-kind = Who
roll-kind-all = Everyone
roll-country = Country
roll-country-all = All countries
roll-search = Name starts with
roll-submit = Show
roll-empty = Nobody matches. Another spelling may help.
roll-further = Nobody matches so far. The next page looks further.
roll-cut = Many words begin like this, and not all were looked up. More letters find more.
roll-col-name = Name
roll-col-country = Country
roll-col-level = Level of proof
roll-col-date = Signed on
roll-pages = Pages of the roll
roll-first = First page
roll-next = Next page
country-unsaid = not said

kind-individual = a person
kind-organization = an organization
kind-company = a company
kinds-individual = Individuals
kinds-organization = Organizations
kinds-company = Companies
signatory-count = One more, without a name

signed-as-individual = A person who signed
signed-as-organization = An organization that signed
signed-as-company = A company that signed
signed-as-founding-individual = A person who signed first, by invitation
signed-as-founding-organization = An organization that signed first, by invitation
signed-as-founding-company = A company that signed first, by invitation
on-hour = { $date }, in the hour from { $hour } UTC

levels-title = What the levels of proof mean
level-mailbox = confirmed by mail
level-what-mailbox = Whoever reads the mailbox confirmed the signature. That a mailbox answered does not prove who the person is.
level-domain = confirmed from its own domain
level-what-domain = The mailbox that confirmed belongs to the signatory’s own internet domain.
level-dns = confirmed in its domain’s records
level-what-dns = Whoever runs the signatory’s internet domain put a mark for this letter into its public records (DNS).
level-well-known = confirmed on its website
level-what-well-known = Whoever runs the signatory’s website put a file for this letter there.
level-checked = On { $date } it was there.
level-invited = invited
level-what-invited = The organizers invited the signatory by name before the letter was published, and the signatory accepted.
level-vouched = vouched for
level-what-vouched = An organizer vouches for the signatory.
level-vouched-note = How they know, as said on { $date }: “<bdi lang="{ $lang }">{ $note }</bdi>”.
level-since = In the record since { $date }.
level-mailbox-at = mailbox at <bdi dir="ltr">{ $domain }</bdi>
level-and-mailbox-at = { $level }, mailbox at <bdi dir="ltr">{ $domain }</bdi>
mailbox-at-title = mailbox at a domain
mailbox-at-means = The signatory chose to show the domain of the mailbox that confirmed, as support for an affiliation. It says that the mailbox is there, and not what the person is there. The level of proof is the same without it.
mailbox-at-what = The mailbox that confirmed this signature, in the record since { $date }, is at this domain; the signatory chose to show it. It does not say what the person is there.

signature-text = Version { $version }, <bdi lang="{ $tag }">{ $language }</bdi>
signature-text-bytes = The link gives its exact bytes, whose fingerprint (SHA-256) is
signature-check = Check it
signature-check-how = This signature is an entry of a public record that nobody can alter unnoticed.
signature-check-link = How to check the count
signature-receipt = Download the proof for this entry
signature-yours = If this is yours, the link in your mail corrects, hides or withdraws it. If you lost the mail, sign again with the same name and the same address, and a fresh link will come.
