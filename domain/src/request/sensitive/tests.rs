//! What is found in free text, what is not, and what masking leaves.

use super::*;
use Sensitive::*;
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, expected: &[(Sensitive, &str)]) {
    let found = find(text);
    let found: Vec<_> = found
        .iter()
        .map(|each| (each.kind, &text[each.span.clone()]))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn identity_numbers_are_found_by_their_check_character() {
    // The example of GB 11643-1999, and the other check characters.
    check(
        "身份证11010519491231002X，谢谢",
        &[(Identity, "11010519491231002X")],
    );
    check("11010519491231002x", &[(Identity, "11010519491231002x")]);
    check("440524188001010014", &[]); // the standard's other example: nobody born in 1880
    for last in "0123456789X".chars() {
        let number = format!("11010519491231002{last}");
        assert_eq!(find(&number).is_empty(), last != 'X', "{number}");
    }
}

#[test]
fn identity_numbers_need_a_province_and_a_birthday() {
    check("16010519491231002X", &[]);
    check("110105194902300021", &[]);
    check("110105491231002", &[(Identity, "110105491231002")]);
    check("110105491331002", &[]);
    check("160105491231002", &[]);
}

#[test]
fn identity_numbers_are_found_as_people_write_them() {
    check(
        "１１０１０５１９４９１２３１００２Ｘ",
        &[(Identity, "１１０１０５１９４９１２３１００２Ｘ")],
    );
    check(
        "110105 19491231 002X",
        &[(Identity, "110105 19491231 002X")],
    );
    check(
        "110105-19491231-002 X。",
        &[(Identity, "110105-19491231-002 X")],
    );
    check("11010519491231002XL", &[]);
    check("11010519491231002X5", &[]);
    check("111010519491231002X", &[]);
}

#[test]
fn cards_are_found_by_issuer_length_and_check() {
    check(
        "卡号6222 0212 3456 7890 128",
        &[(Card, "6222 0212 3456 7890 128")],
    );
    check("6222021234567890129", &[]);
    check("4111-1111-1111-1111", &[(Card, "4111-1111-1111-1111")]);
    check("4111111111111112", &[]);
    check("7111111111111111", &[]);
    check("5555555555554444", &[(Card, "5555555555554444")]);
    check("2223003122003222", &[(Card, "2223003122003222")]);
    check("378282246310005", &[(Card, "378282246310005")]);
    check("3530111333300000", &[(Card, "3530111333300000")]);
}

#[test]
fn phones_are_found_as_people_write_them() {
    check("电话13800138000，微信同号", &[(Mobile, "13800138000")]);
    check("tel:13800138000", &[(Mobile, "13800138000")]);
    check("138-0013-8000", &[(Mobile, "138-0013-8000")]);
    check(
        "１３８　００１３　８０００",
        &[(Mobile, "１３８　００１３　８０００")],
    );
    check("+86 138 0013 8000", &[(Mobile, "86 138 0013 8000")]);
    check("008613800138000", &[(Mobile, "008613800138000")]);
    check("010-65432100", &[(Landline, "010-65432100")]);
    check("（010）65432100转801", &[(Landline, "010）65432100")]);
    check("(0311) 7654321", &[(Landline, "0311) 7654321")]);
    check("010-65432100-801", &[(Landline, "010-65432100")]);
    check(
        "13800138000/13900139000",
        &[(Mobile, "13800138000"), (Mobile, "13900139000")],
    );
    check(
        "13800138000 13900139000",
        &[(Mobile, "13800138000"), (Mobile, "13900139000")],
    );
    check(
        "11010519491231002X 13800138000",
        &[(Identity, "11010519491231002X"), (Mobile, "13800138000")],
    );
}

#[test]
fn other_numbers_are_left_alone() {
    for text in [
        "12351",
        "12345678",
        "10086",
        "12800138000",
        "1380013800",
        "138001380000",
        "订单202611210001",
        "单号4201987654321098765",
        "SF1234567890123",
        "2026-11-21 09:30",
        "2026年11月21日 13:00-18:00",
        "3000元",
        "138 0013\n8000",
        "138，0013，8000",
        "010-12345678",
        "026",
        "0",
        "",
        "65432100",
        "20261121093000123456",
    ] {
        check(text, &[]);
    }
}

#[test]
fn masking_keeps_what_is_customary() {
    #[track_caller]
    fn check(text: &str, masked: &str) {
        assert_eq!(mask(text), masked);
    }
    check("打13800138000找我", "打138****8000找我");
    check("１３８－００１３－８０００", "１３８－****－８０００");
    check("+86 13800138000", "+86 138****8000");
    check("010-65432100 转 801", "010-****2100 转 801");
    check("0311-7654321", "0311-***4321");
    check("11010519491231002X", "110***********002X");
    check("6222 0212 3456 7890 128", "**** **** **** ***0 128");
    check("没有号码，3000 元", "没有号码，3000 元");
    // What is left of the first makes another number with its neighbour.
    check("13912341381 1234567", "139****138* ***4567");
}

/// Pieces of which numbers and their surroundings are made.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[0-9]{1,20}",
        "1[3-9][0-9]{9}",
        "62[0-9]{14,17}",
        "[0-9]{17}[0-9xX]",
        "0[0-9]{9,11}",
        "[０-９]{1,12}",
        "[ \\-－　()+xX\n]{1,2}",
        "[a-z钱到卡]{1,3}",
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn findings_are_in_order_and_of_whole_characters(text in prop_oneof![pieces(), any::<String>()]) {
        let mut done = 0;
        for finding in find(&text) {
            prop_assert!(finding.span.start >= done && finding.span.start < finding.span.end);
            prop_assert!(text.get(finding.span.clone()).is_some());
            done = finding.span.end;
        }
    }

    #[test]
    fn nothing_is_found_in_what_was_masked(text in prop_oneof![pieces(), any::<String>()]) {
        let masked = mask(&text);
        prop_assert_eq!(find(&masked), []);
        prop_assert_eq!(masked.chars().count(), text.chars().count());
        let changed = text.chars().zip(masked.chars()).filter(|(before, after)| before != after);
        for (before, after) in changed {
            prop_assert!(after == '*' && (half(before).is_ascii_digit() || half(before).eq_ignore_ascii_case(&'x')));
        }
    }

    #[test]
    fn eighteen_digits_with_another_check_are_no_identity_number(number in "110105(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])[0-9]{3}") {
        let found: Vec<_> = "0123456789X".chars().filter(|check| {
            find(&format!("{number}{check}")).iter().any(|each| each.kind == Identity)
        }).collect();
        prop_assert_eq!(found.len(), 1);
    }

    #[test]
    fn of_ten_last_digits_one_makes_a_card(number in "62[0-9]{13,16}") {
        let found = (0..10).filter(|last| !find(&format!("{number}{last}")).iter().all(|each| each.kind != Card));
        prop_assert!(found.count() == 1 || number.len() == 17);
    }

    #[test]
    fn a_mobile_number_is_found_however_it_is_grouped(number in "1[3-9][0-9]{9}", cut in 1..11_usize, separator in "[ \\-－　]{1,3}") {
        let grouped = [&number[..cut], &*separator, &number[cut..]].concat();
        for text in [grouped, number] {
            let found = find(&text);
            prop_assert_eq!(found.len(), 1);
            prop_assert_eq!(found[0].kind, Mobile);
            prop_assert_eq!(found[0].span.clone(), 0..text.len());
        }
    }
}

fn half(typed: char) -> char {
    crate::request::typed::half_width(typed)
}
