# How anyone checks the count, what that proves, and what it does not.

check-title = How to check the count
check-lead = You need not believe this page. Each signature, correction and withdrawal is an entry of a public record, chained so that none can be dropped or altered unnoticed, and the figures follow from the entries alone. A small program counts them on your own computer.
check-how = In three steps
check-step-program = Get the program undersigned-verify, or build it from the source.
check-step-run = Run it with the letter’s address and key:
check-step-compare = Compare what it counts with the figures here. It reports success only if everything holds, and names the first thing that does not.
check-bundle = To check without a network, or in many years, take the whole record in one file:
check-bundle-link = Download the bundle
check-key = Public key of the record
check-key-what = The record is signed with one key. It stands here, in every mail to a signatory and, where the site’s operator put it, in the domain’s public records (DNS). Compare them: whoever could change this page could change the key on it.
check-origin = Name of the record
check-size = Entries
check-root = Root of the tree
check-checkpoint-link = The latest checkpoint
check-key-link = The key alone
check-proves = What this proves
check-proves-count = The figures are exactly what the entries add up to.
check-proves-order = Nothing was dropped, altered or slipped in since any earlier checkpoint that you compare it with, such as the one in a receipt.
check-proves-text = Each signature is bound to the very text that was shown.
check-proves-yours = With a receipt: this very signature is among them.
check-not = What it does not prove
check-not-person = A mailbox is not a person. The level of proof says what is known of each signatory.
check-not-invented = That nothing was dropped or altered does not show that nobody was invented.
check-not-witness = Until independent witnesses sign the record too, others might be shown another one. Comparing checkpoints with somebody else finds that out.
check-not-hour = Entries give the hour and no more; whoever watches the record as it grows can see the moment more finely.
