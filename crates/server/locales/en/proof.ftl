# How an organization or company proves its domain.

prove-title = Prove your domain
prove-what = Whoever runs { $domain } can show that your signature speaks for it, by one line of text in a public place. The level of proof beside your name then says so, and nobody needs to check your signature on that account.
prove-how = What to put where
prove-record = By a record of the domain
prove-record-how = Whoever manages the domain’s DNS adds this record:
prove-name = Name
prove-type = Type
prove-value = Value
prove-check-record = Check the record now
prove-file = Or by a file on the website
prove-file-how = Whoever manages the website puts a text file with this line at this address. The file may hold other lines too.
prove-address = Address
prove-check-file = Check the file now
prove-private = The line is yours alone: it proves your signature under this letter and no other. Everybody can see it once it is there; it gives away nothing.
prove-found-record = Your domain is proven by its record.
prove-found-file = Your domain is proven by the file on its website.
prove-checked = It was last seen on { $date }.
prove-missing = { $times ->
    [one] The last time it was looked for, it was missing.
   *[other] The last { $times } times it was looked for, it was missing.
}
prove-keep = Please leave the line where it is. It is looked for every week while the letter is open; where it is missing three times in a row, the level of proof goes back to what it was before.

looked-proven = The line is there: your domain is proven. The record takes it within seconds.
looked-still-held = The line is there: your domain is proven. Your signature may still be checked before it is public.
looked-nothing = There is nothing there yet that can be seen from the public Internet. A new record may take an hour or more to be seen; please try again then.
looked-other = Something is there, and none of it is your line. Please compare each character.
looked-too-long = There is too much text to read through. Please put the line near the beginning, or in a place of its own.
looked-elsewhere = The website leads on to an address outside your domain, or without encryption. Please put the file where it is not redirected.
looked-timeout = There was no answer in time. Please try again in a while.
looked-name-server = The domain’s name server gave no usable answer. Please try again in a while.
looked-chain = The name leads on to other names too often. Please let it lead to the record directly.
looked-connection = The website could not be connected to over HTTPS, or the connection broke.
looked-certificate = The website’s certificate is not one that browsers accept for this name.
looked-status = The website answered with an error, or does not let us read the file.
looked-redirects = The website redirects too often.
looked-busy = Too much is being checked at the moment. Please try again in a minute.
looked-too-soon = { $seconds ->
    [one] That was checked very often just now. Please try again in a second.
   *[other] That was checked very often just now. Please try again in { $seconds } seconds.
}
