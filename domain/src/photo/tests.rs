//! Photos that tell more than the picture, and files that are none.

mod examples;

use super::Unusable::*;
use super::*;
use examples::*;
use proptest::prelude::*;

fn has(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

#[track_caller]
fn cleaned(photo: &[u8]) -> Vec<u8> {
    let cleaned = clean(photo).unwrap();
    assert_eq!(Some(cleaned.kind), Kind::of(photo));
    cleaned.bytes
}

#[track_caller]
fn refused(photo: &[u8], because: Unusable) {
    assert_eq!(clean(photo).err(), Some(because));
}

#[test]
fn place_time_device_and_words_are_gone_and_the_picture_is_as_it_was() {
    for (told, plain) in [
        (jpeg(&TELLING), jpeg(&[])),
        (png(&PNG_TELLING), png(&[])),
        (webp(&WEBP_TELLING), webp(&[])),
    ] {
        let mut told = told;
        told.extend(SECRET);
        assert!(has(&told, SECRET));
        let cleaned = cleaned(&told);
        assert!(!has(&cleaned, SECRET));
        assert_eq!(cleaned, plain);
    }
}

#[test]
fn a_photo_stays_as_it_was_turned_and_nothing_else_of_its_exif_does() {
    for turned in 2..=8 {
        let tiff = exif(turned);
        assert!(has(&tiff, SECRET));
        let in_jpeg = [b"Exif\0\0".as_slice(), &tiff].concat();
        for photo in [
            jpeg(&[(0xe1, &in_jpeg)]),
            png(&[(b"eXIf", &tiff)]),
            webp(&[(b"EXIF", &tiff)]),
            webp(&[(b"EXIF", &in_jpeg)]),
        ] {
            let once = cleaned(&photo);
            assert!(!has(&once, SECRET));
            let at = once
                .windows(4)
                .position(|window| window == b"II*\0")
                .unwrap();
            assert_eq!(once[at + 18], turned);
            assert_eq!(cleaned(&once), once);
        }
    }
}

#[test]
fn what_colours_mean_stays() {
    let profile = b"ICC_PROFILE\0\x01\x01a profile";
    let adobe = b"Adobe\0\x64\x80\0\0\0\x02";
    let photo = cleaned(&jpeg(&[(0xe2, profile), (0xee, adobe)]));
    assert!(has(&photo, profile));
    assert!(has(&photo, b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0\x02"));
    let photo = png(&[
        (b"iCCP", b"profile"),
        (b"gAMA", b"\0\0\xb1\x8f"),
        (b"tRNS", b"\0\0"),
    ]);
    assert_eq!(cleaned(&photo), photo);
    let photo = webp(&[(b"ICCP", b"profile"), (b"ALPH", b"alpha")]);
    let once = cleaned(&photo);
    assert!(has(&once, b"profile") && has(&once, b"alpha"));
    assert_eq!(once[20], 0x30);
}

#[test]
fn the_small_picture_in_a_jpegs_head_is_gone() {
    let head = b"JFIF\0\x01\x02\x01\0\x48\0\x48\x01\x01GPS";
    let photo = cleaned(&jpeg(&[(0xe0, head), (0xe0, b"JFXX\0\x10GPS")]));
    assert!(has(&photo, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff"));
    assert!(!has(&photo, b"GPS") && !has(&photo, b"JFXX"));
}

#[test]
fn every_scan_of_a_progressive_jpeg_stays_and_no_more_than_may_be() {
    let scans = |count| jpeg_of(2, (8, 8), &[], count);
    assert_eq!(cleaned(&scans(bounds::SCANS)), scans(bounds::SCANS));
    refused(&scans(bounds::SCANS + 1), Damaged);
    refused(&scans(0), Damaged);
}

#[test]
fn a_jpeg_without_its_end_is_given_one() {
    let whole = jpeg(&[]);
    assert_eq!(cleaned(&whole[..whole.len() - 2]), whole);
}

#[test]
fn both_sides_of_every_bound() {
    let side = bounds::SIDE as u16;
    for (width, height, expected) in [
        (side, 1, None),
        (1, side, None),
        (side + 1, 1, Some(TooManyPixels)),
        (1, side + 1, Some(TooManyPixels)),
        (8192, 6144, None),
        (8192, 6145, Some(TooManyPixels)),
        (0, 5, Some(Damaged)),
        (5, 0, Some(Damaged)),
    ] {
        for photo in [
            jpeg_of(0, (width, height), &[], 1),
            png_of((width, height), &[]),
        ] {
            assert_eq!(clean(&photo).err(), expected, "{width}×{height}");
        }
        if width > 0 && height > 0 {
            for photo in [webp_of((width, height), &[]), plain_webp((width, height))] {
                assert_eq!(clean(&photo).err(), expected, "{width}×{height}");
            }
        }
    }
    let mut large = jpeg(&[]);
    large.resize(bounds::BYTES, 0);
    cleaned(&large);
    large.push(0);
    refused(&large, TooLarge);
}

#[test]
fn what_is_no_photo_is_called_what_it_is() {
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
    for other in [
        &[][..],
        b"GIF89a",
        b"%PDF-1.7",
        b"<html>",
        b"\xff\xd8",
        heic,
        svg,
    ] {
        refused(other, UnknownKind);
    }
    refused(&png(&[(b"acTL", b"\0\0\0\x02\0\0\0\0")]), Moving);
    refused(&webp(&[(b"ANIM", b"\0\0\0\0\0\0")]), Moving);
    let mut flagged = webp(&[]);
    flagged[20] |= 2;
    refused(&flagged, Moving);
}

#[test]
fn what_no_browser_shows_is_damaged() {
    // Lossless, hierarchical and arithmetic coding; a second frame; a height that comes later.
    for marker in [0xc3, 0xc5, 0xc9, 0xcc, 0xdc] {
        refused(&jpeg(&[(marker, &[0; 15])]), Damaged);
    }
    refused(
        &jpeg(&[(0xc0, &jpeg_of(0, (8, 8), &[], 1)[6..21])]),
        Damaged,
    );
    let mut wrong = png(&[]);
    let end = wrong.len() - 1;
    wrong[end] ^= 1;
    refused(&wrong, Damaged);
    refused(&png(&[(b"CgBI", b"\0")]), Damaged);
    let without_data = png(&[]);
    refused(
        &[&without_data[..33], &without_data[49..]].concat(),
        Damaged,
    );
    let mut canvas = webp(&[]);
    canvas[24] += 1;
    refused(&canvas, Damaged);
    refused(&webp(&[(b"VP8L", b"\x2f\0\0\0\0")]), Damaged);
}

/// Photos of every kind, with and without what they may tell.
fn photos() -> impl Strategy<Value = Vec<u8>> {
    prop::sample::select(vec![
        jpeg(&[]),
        jpeg(&TELLING),
        jpeg_of(2, (640, 480), &TELLING, 3),
        png(&[]),
        png(&PNG_TELLING),
        webp(&[]),
        webp(&WEBP_TELLING),
        plain_webp((640, 480)),
    ])
}

/// Whatever comes: no panic, not more than there was, nothing left to leave out.
fn holds(bytes: &[u8]) -> Result<(), TestCaseError> {
    if let Ok(photo) = clean(bytes) {
        prop_assert!(photo.bytes.len() <= bytes.len() + 80);
        let again = clean(&photo.bytes).map(|again| again.bytes);
        prop_assert_eq!(again, Ok(photo.bytes));
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes_are_a_photo_or_refused(
        start in photos(),
        bytes in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        holds(&bytes)?;
        holds(&[&start[..12], &bytes].concat())?;
    }

    #[test]
    fn a_photo_that_was_changed_anywhere_is_a_photo_or_refused(
        mut photo in photos(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        for (at, byte) in changes {
            let at = at.index(photo.len());
            photo[at] = byte;
        }
        if let Some(cut) = cut {
            photo.truncate(cut.index(photo.len()));
        }
        holds(&photo)?;
    }
}
