//! One question to a time server (RFC 4330).

use std::io;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::net::{UdpSocket, lookup_host};
use tokio::time::timeout;

/// The longest that an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(5);
/// The port of time servers.
const PORT: u16 = 123;
/// Seconds from 1900, where NTP begins, to 1970.
const FROM_1900: i64 = 2_208_988_800;
/// Seconds of an era of NTP: 32 bits.
const ERA: i64 = 1 << 32;

/// By how many milliseconds this machine's clock is ahead of that of `server`, a host or `HOST:PORT`.
pub(super) async fn ask(server: &str) -> io::Result<i64> {
    let asked = timeout(PATIENCE, async {
        let mut found = match server.parse::<std::net::IpAddr>() {
            Ok(address) => vec![(address, PORT).into()],
            Err(_) if server.contains(':') => lookup_host(server).await?.collect::<Vec<_>>(),
            Err(_) => lookup_host((server, PORT)).await?.collect(),
        };
        let address = found.pop().ok_or(io::ErrorKind::NotFound)?;
        let any = if address.is_ipv4() {
            "0.0.0.0:0"
        } else {
            "[::]:0"
        };
        let socket = UdpSocket::bind(any).await?;
        socket.connect(address).await?;
        // Version 4, a client.
        let mut question = [0; 48];
        question[0] = 0x23;
        let sent = now_ms();
        // What comes back is the answer to this question and to no other.
        question[40..48].copy_from_slice(&sent.to_be_bytes());
        socket.send(&question).await?;
        let mut answer = [0; 48];
        let length = socket.recv(&mut answer).await?;
        let told = read(&answer[..length], sent.to_be_bytes());
        let (received, answered) = told.ok_or(io::ErrorKind::InvalidData)?;
        Ok(((sent - received) + (now_ms() - answered)) / 2)
    });
    asked
        .await
        .unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
}

/// When the question came and when it was answered, in milliseconds since 1970; none where the answer
/// is not one to this question, or of a server that doesn't know the time.
fn read(answer: &[u8], question: [u8; 8]) -> Option<(i64, i64)> {
    let answer: &[u8; 48] = answer.try_into().ok()?;
    let (leap, mode, stratum) = (answer[0] >> 6, answer[0] & 7, answer[1]);
    let ours = answer[24..32] == question;
    let knows = leap != 3 && mode == 4 && (1..16).contains(&stratum);
    (ours && knows).then(|| (stamp(&answer[32..40]), stamp(&answer[40..48])))
}

/// A timestamp of NTP in milliseconds since 1970, in the era that is ours.
fn stamp(bytes: &[u8]) -> i64 {
    let part = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(0, |sum, byte| sum << 8 | i64::from(*byte))
    };
    let (seconds, fraction) = (part(&bytes[..4]), part(&bytes[4..]));
    let seconds = if seconds < ERA / 2 {
        seconds + ERA
    } else {
        seconds
    };
    (seconds - FROM_1900) * 1000 + ((fraction * 1000) >> 32)
}

fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| {
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_are_of_our_era() {
        // 2026-11-25 23:00:00.5 UTC, and 2036-02-07 06:28:16 UTC, where the second era begins.
        let at: u32 = 1_795_647_600_u32.wrapping_add(2_208_988_800);
        let bytes = [at.to_be_bytes(), 0x8000_0000_u32.to_be_bytes()].concat();
        assert_eq!(stamp(&bytes), 1_795_647_600_500);
        assert_eq!(stamp(&[0; 8]), 2_085_978_496_000);
    }

    #[test]
    fn only_an_answer_to_the_question_counts() {
        let mut answer = [0; 48];
        answer[0] = 0x24;
        answer[1] = 2;
        answer[24..32].copy_from_slice(&[7; 8]);
        assert!(read(&answer, [7; 8]).is_some());
        assert!(read(&answer, [8; 8]).is_none());
        assert!(read(&answer[..47], [7; 8]).is_none());
        answer[0] = 0xe4;
        assert!(
            read(&answer, [7; 8]).is_none(),
            "it says that it doesn't know"
        );
    }
}
