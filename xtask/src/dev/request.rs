//! As much HTTP as it takes to talk to the site on this machine.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// An answer: its status, and its body as text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    /// Like 200.
    pub(crate) status: u16,
    /// Decoded leniently: it is for people to read.
    pub(crate) body: String,
}

/// Asks for a path.
pub(crate) fn get(port: u16, path: &str) -> io::Result<Answer> {
    send(port, &format!("GET {path} HTTP/1.1"), &[], b"")
}

/// Sends a body to a path.
pub(crate) fn post(
    port: u16,
    path: &str,
    headers: &[(&str, String)],
    body: &[u8],
) -> io::Result<Answer> {
    send(port, &format!("POST {path} HTTP/1.1"), headers, body)
}

/// Puts a body at a path.
pub(crate) fn put(
    port: u16,
    path: &str,
    headers: &[(&str, String)],
    body: &[u8],
) -> io::Result<Answer> {
    send(port, &format!("PUT {path} HTTP/1.1"), headers, body)
}

fn send(port: u16, line: &str, headers: &[(&str, String)], body: &[u8]) -> io::Result<Answer> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    let length = body.len();
    let mut head = format!(
        "{line}\r\nhost: 127.0.0.1:{port}\r\nconnection: close\r\ncontent-length: {length}\r\n"
    );
    for (name, value) in headers {
        head += &format!("{name}: {value}\r\n");
    }
    stream.write_all((head + "\r\n").as_bytes())?;
    stream.write_all(body)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    parse(&answer).ok_or_else(|| io::Error::other("the answer is not HTTP"))
}

fn parse(answer: &[u8]) -> Option<Answer> {
    let text = String::from_utf8_lossy(answer);
    let (head, body) = text.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let chunked = head
        .to_ascii_lowercase()
        .contains("\r\ntransfer-encoding: chunked");
    let body = if chunked {
        unchunked(body)?
    } else {
        body.to_owned()
    };
    Some(Answer { status, body })
}

fn unchunked(mut rest: &str) -> Option<String> {
    let mut body = String::new();
    loop {
        let (size, after) = rest.split_once("\r\n")?;
        let size = usize::from_str_radix(size, 16).ok()?;
        if size == 0 {
            return Some(body);
        }
        body += after.get(..size)?;
        rest = after.get(size..)?.strip_prefix("\r\n")?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(answer: &str, expected: Option<(u16, &str)>) {
        let expected = expected.map(|(status, body)| Answer {
            status,
            body: body.into(),
        });
        assert_eq!(parse(answer.as_bytes()), expected);
    }

    #[test]
    fn answers() {
        check(
            "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok",
            Some((200, "ok")),
        );
        check(
            "HTTP/1.1 409 Conflict\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
            Some((409, "abcde")),
        );
        check("HTTP/1.1 204 No Content\r\n\r\n", Some((204, "")));
        check("nonsense", None);
        check(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nabc",
            None,
        );
    }
}
