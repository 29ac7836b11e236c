# Charts, and the page of a letter's figures.

chart-growth = Signatures over time
chart-table = As a table
chart-step-1 = Day
chart-step-7 = Week until
chart-step-28 = Four weeks until
chart-signed = New
chart-left = Withdrawn or removed
chart-total = In all
chart-number = Signatures
chart-at-least = { $number } or more
chart-map-what = Borders as Natural Earth draws them, by who holds them; they say nothing about whose they should be. Small countries are dots.

figures-title = Figures
figures-what = Counted in sum, by day, in UTC. Nobody is followed: nothing here tells one reader or signatory from another.
figures-none = There are no figures before the letter opens.
figures-none-yet = Nobody has signed yet.
figures-kinds = By kind
figures-levels = By level of proof
figures-countries = By country
figures-all-countries = Show all { $count }
figures-listed = On the list
figures-waiting = What waits for a moderator
figures-daily = Day by day
figures-forms = Forms and mails, the last 14 days
figures-rate = { $sent ->
    [one] One form was sent
   *[other] { $sent } forms were sent
} so far; { $confirmed } of them were confirmed by their mailbox, { $hundredths } in a hundred.
figures-rate-what = Who never confirms is forgotten after 48 hours. Where few confirm, look whether mails are refused, or land among the unwanted.
figures-sent = Forms sent
figures-confirmed = Confirmed
figures-mailed = Mails taken
figures-refused = Mails refused
figures-returned = Mails that came back
figures-lost = Mails that were lost, the last 30 days
figures-lost-what = By the code of the mail server that refused them: 550 mostly means that there is no such mailbox, 552 that it is full, 554 that the mail was not wanted, and 450 that nobody took it for days.
figures-code = Code
figures-mails = Mails
