# The letter's page, and the figures wherever they stand.

letter-kicker = An open letter
letter-from = From
letter-untranslated = This letter has no text in your language. It is shown here in another: <bdi lang="{ $tag }">{ $shown }</bdi>.
letter-untranslated-others = You can also read it in:
letter-sign = Sign this letter
letter-closed = The letter was closed on { $date }. It takes no more signatures.
letter-read-only = Nothing can be signed just now. The text can be read; the names and the record are kept back until the server has been looked after, and the figures may be old.
letter-demands = What the letter asks, in brief
letter-statements = In their words
letter-founding = Who signed first
letter-founding-lead = { $count ->
    [one] One founding signatory signed by invitation, before the letter was published.
   *[other] { $count } founding signatories signed by invitation, before the letter was published.
}
letter-roll = See everyone who signed
letter-recent = Signed lately
letter-recent-none = Nobody has signed since the letter was published.
letter-colophon = Version { $version }, published on { $date }. Fingerprint of this text (SHA-256): <code class="hash" dir="ltr">{ $digest }</code>
letter-description = { $to }. { $figures } Read it, sign it, check the count.

figures-plain = { $total ->
    [one] One signatory
   *[other] { $total } signatories
} from { $countries ->
    [one] one country.
   *[other] { $countries } countries.
}
figures-rich = { $total ->
    [one] <strong>1</strong> signatory
   *[other] <strong>{ $total }</strong> signatories
} from { $countries ->
    [one] <strong>1</strong> country
   *[other] <strong>{ $countries }</strong> countries
}
figures-split = { $parts }.
figures-organizations = { $count ->
    [one] 1 organization
   *[other] { $count } organizations
}
figures-companies = { $count ->
    [one] 1 company
   *[other] { $count } companies
}
figures-individuals = { $count ->
    [one] 1 individual
   *[other] { $count } individuals
}
figures-support = { $count ->
    [one] 1 anonymous signature
   *[other] { $count } anonymous signatures
}
figures-as-of = As of { $date }, { $hour } UTC.
figures-as-of-old = As of { $date }, { $hour } UTC, in a copy that may be old: later signatures and withdrawals are not counted, and the count can’t be checked just now.
figures-check = Check it

names-more = { $count ->
    [one] Show one more
   *[other] Show { $count } more
}
kind-organizations = Organizations
kind-companies = Companies
kind-individuals = Individuals
