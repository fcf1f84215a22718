//! The secret's text, there and back.

use super::*;
use proptest::prelude::*;

const COUNTING: [u8; 20] = [
    0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf, 0x84, 0x65, 0x3a, 0x56, 0xd7, 0xc6,
    0x75, 0xbe, 0x77, 0xdf,
];

#[track_caller]
fn check(typed: &str, read: Result<[u8; 20], SecretProblem>) {
    assert_eq!(Secret::parse(typed).map(|secret| *secret.bytes()), read);
}

#[test]
fn each_character_has_its_five_bits() {
    let secret = Secret::new(COUNTING);
    assert_eq!(secret.text(), "0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    assert_eq!(secret.grouped(), "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ");
}

#[test]
fn it_is_read_as_people_type_it() {
    check("o123 4567 89ab cdef ghjk mnpq rstu wxyz", Ok(COUNTING));
    check("0l23—4567—89AB—CDEF—GHJK—MNPQ—RSTV—WXYZ", Ok(COUNTING));
    check("０ｉ23-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ", Ok(COUNTING));
    check("", Err(SecretProblem::Length(0)));
    check(
        "0123456789ABCDEFGHJKMNPQRSTVWXY",
        Err(SecretProblem::Length(31)),
    );
    check(
        "0123456789ABCDEFGHJKMNPQRSTVWXYZ0",
        Err(SecretProblem::Length(33)),
    );
    check("暖", Err(SecretProblem::Character('暖')));
}

#[test]
fn it_is_not_written_by_accident() {
    assert_eq!(format!("{:?}", Secret::new(COUNTING)), "Secret(…)");
}

proptest! {
    #[test]
    fn what_is_written_is_read(bytes: [u8; 20]) {
        let secret = Secret::new(bytes);
        for text in [secret.text(), secret.grouped(), secret.text().to_lowercase()] {
            prop_assert_eq!(Secret::parse(&text).map(|read| *read.bytes()), Ok(bytes));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = Secret::parse(&text);
    }
}
