//! Certificates of others: how long they hold, and why one doesn't.

use tokio_rustls::rustls::{CertificateError, Error};

use super::Point;

const DAY: i64 = 24 * 3600;
/// Days before its end at which a certificate ought to have been renewed: most are renewed 30 before.
const SOON: i64 = 14;

/// How many days the certificate `der` holds from `now` (unix seconds).
pub(super) fn days_left(der: &[u8], now: i64) -> Option<i64> {
    let (_, certificate) = x509_parser::parse_x509_certificate(der).ok()?;
    let end = certificate.validity().not_after.timestamp();
    Some((end - now).div_euclid(DAY))
}

/// What to say of a certificate with so many days left.
pub(super) fn lasts(whose: &str, days: i64) -> Point {
    let seen = format!("the certificate of {whose} holds for {days} more days");
    match days {
        SOON.. => Point::good(seen),
        _ => Point::warning(seen).mend(
            "It ought to have been renewed by now: what does the log of the program say \
                 that renews it?",
        ),
    }
}

/// Why TLS failed, in words for an operator.
pub(super) fn why(error: &Error) -> String {
    let Error::InvalidCertificate(error) = error else {
        return match error {
            Error::NoCertificatesPresented => "it shows no certificate".to_owned(),
            Error::InvalidMessage(_) => "what answers there speaks no TLS".to_owned(),
            other => format!("TLS failed ({other})"),
        };
    };
    match error {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            "its certificate has expired".to_owned()
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "its certificate is not valid yet (is this machine's clock right?)".to_owned()
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "its certificate is for another name".to_owned()
        }
        CertificateError::UnknownIssuer => {
            "its certificate is from an authority that is not trusted, or lacks the \
                 certificates in between"
                .to_owned()
        }
        other => format!("its certificate does not hold ({other})"),
    }
}

/// The error of TLS inside one of a connection.
pub(super) fn tls_error(error: &std::io::Error) -> Option<&Error> {
    error.get_ref().and_then(|inner| inner.downcast_ref())
}
