//! Forms as browsers send them, in pieces of any size, and bodies that are none.

use super::*;

const BOUNDS: Bounds = Bounds {
    parts: 6,
    text_bytes: 40,
    files: 2,
    file_bytes: 10,
};

const TYPE: &str = "multipart/form-data; boundary=----x";

fn text(name: &str, value: &str) -> String {
    format!("------x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
}

fn file(file_name: &str, value: &str) -> String {
    let disposition = format!("form-data; name=\"photo\"; filename=\"{file_name}\"");
    let kind = "Content-Type: image/jpeg";
    format!("------x\r\nContent-Disposition: {disposition}\r\n{kind}\r\n\r\n{value}\r\n")
}

fn body(parts: &[String]) -> String {
    parts.concat() + "------x--\r\n"
}

fn read_in(body: &[u8], piece: usize) -> Result<Parts, Unreadable> {
    let mut form = Multipart::of(TYPE, BOUNDS).unwrap();
    for piece in body.chunks(piece) {
        form.push(piece)?;
    }
    form.finish()
}

/// Reads a body whole, byte by byte, and in pieces of some other sizes: always with the same end.
#[track_caller]
fn read(body: &str) -> Result<Parts, Unreadable> {
    let whole = read_in(body.as_bytes(), body.len().max(1));
    for piece in [1, 2, 3, 7, 20] {
        assert_eq!(read_in(body.as_bytes(), piece), whole, "{piece}");
    }
    whole
}

#[test]
fn everything_typed_comes_with_the_files() {
    let parts = [
        text("text", "一\r\n--二\r"),
        file("a.jpg", "\r\n-----\r\n"),
        text("步骤", ""),
        file("", ""),
    ];
    let read = read(&body(&parts)).unwrap();
    let texts = [("text", "一\r\n--二\r"), ("步骤", "")];
    assert_eq!(
        read.texts,
        texts.map(|(name, value)| (name.to_owned(), value.to_owned()))
    );
    assert_eq!(read.files, [File::Read(b"\r\n-----\r\n".to_vec())]);
}

#[test]
fn what_a_file_is_called_changes_nothing() {
    for naughty in [
        "../../x",
        "\"; name=\"step",
        "a\\\"; filename=\"",
        "<script>",
        "\0",
        "照片.jpg",
    ] {
        let read = read(&body(&[file(naughty, "x"), text("a", "b")])).unwrap();
        assert_eq!(read.texts, [("a".to_owned(), "b".to_owned())]);
        assert_eq!(read.files, [File::Read(b"x".to_vec())], "{naughty}");
    }
}

#[test]
fn both_sides_of_every_bound() {
    let files = |content: &str| read(&body(&[file("a", content), text("a", "b")])).unwrap();
    assert_eq!(
        files("1234567890").files,
        [File::Read(b"1234567890".to_vec())]
    );
    let large = files("12345678901");
    assert_eq!((large.files, large.texts.len()), (vec![File::TooLarge], 1));

    let three = [
        file("a", "1"),
        file("b", "2"),
        file("c", "3"),
        text("a", "b"),
    ];
    let read_three = read(&body(&three)).unwrap();
    assert_eq!(read_three.files[2], File::OneTooMany);
    assert_eq!(read_three.texts.len(), 1);

    let typed = |bytes: usize| read(&body(&[text("a", "b"), text("c", &"x".repeat(bytes - 1))]));
    assert!(typed(40).is_ok());
    assert_eq!(typed(41), Err(Unreadable::TooLong));

    let many = |count| read(&body(&vec![text("a", ""); count]));
    assert_eq!(many(6).unwrap().texts.len(), 6);
    assert_eq!(many(7), Err(Unreadable::TooLong));

    let head = |bytes: usize| {
        text(
            &"n".repeat(bytes - text("", "").find("\r\n\r\n").unwrap() + 7),
            "",
        )
    };
    assert!(read(&body(&[head(MOST_HEAD_BYTES)])).is_ok());
    assert_eq!(
        read(&body(&[head(MOST_HEAD_BYTES + 1)])),
        Err(Unreadable::Malformed)
    );
}

#[test]
fn what_is_no_form_is_malformed() {
    let whole = body(&[text("a", "b"), file("c", "d")]);
    for cut in 0..whole.len() - 4 {
        assert_eq!(
            read_in(&whole.as_bytes()[..cut], 9),
            Err(Unreadable::Malformed),
            "{cut}"
        );
    }
    for head in [
        "",
        "X: y",
        "Content-Disposition: attachment",
        "Content-Disposition: form-data; name=x",
    ] {
        assert_eq!(
            read(&format!("------x\r\n{head}\r\n\r\nx\r\n------x--")),
            Err(Unreadable::Malformed)
        );
    }
}

#[test]
fn only_a_form_with_a_boundary_is_one() {
    for form in [TYPE, "Multipart/Form-Data;charset=utf-8; Boundary=\"a b\""] {
        assert!(Multipart::of(form, BOUNDS).is_some(), "{form}");
    }
    let long = format!("multipart/form-data; boundary={}", "x".repeat(71));
    for other in [
        "",
        "multipart/form-data",
        "multipart/mixed; boundary=x",
        "multipart/form-data; boundary=",
        &long,
    ] {
        assert!(Multipart::of(other, BOUNDS).is_none(), "{other}");
    }
}
