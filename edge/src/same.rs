//! Comparing what is secret.

/// Compares in a time that does not tell where the difference is.
pub(crate) fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len()
        && a.iter()
            .zip(b)
            .fold(0, |differences, (a, b)| differences | (a ^ b))
            == 0
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn only_the_same_is_the_same() {
        assert!(same(b"", b""));
        assert!(same(b"secret", b"secret"));
        for other in [&b""[..], b"secreT", b"Secret", b"secre", b"secrets"] {
            assert!(!same(b"secret", other), "{other:?}");
        }
    }
}
