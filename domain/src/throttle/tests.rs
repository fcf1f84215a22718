//! Both sides of every limit, and the promise over any clock.

use super::*;
use proptest::prelude::*;

fn at(second: i64) -> BeijingTime {
    BeijingTime::from_unix_seconds(1_800_000_000 + second).unwrap()
}

fn rate(text: &str) -> Rate {
    Rate::parse(text).unwrap()
}

fn wait(seconds: u32) -> Result<(), TooMany> {
    Err(TooMany { seconds })
}

#[test]
fn a_rate_is_two_whole_numbers_and_nothing_else() {
    for text in ["1/1", "30/600", "4294967295/86400"] {
        assert!(Rate::parse(text).is_some(), "{text}");
    }
    let others = [
        "", "/", "1", "1/", "/1", "0/1", "1/0", "1/86401", "-1/1", "1/1/1", "1 /1", "1.5/1",
    ];
    for text in others {
        assert_eq!(Rate::parse(text), None, "{text}");
    }
}

#[test]
fn they_come_back_one_by_one() {
    let rate = rate("3/30");
    let mut bucket = Bucket::FULL;
    for _ in 0..3 {
        assert_eq!(bucket.take(rate, at(0)), Ok(()));
    }
    assert_eq!(bucket.take(rate, at(0)), wait(10));
    assert_eq!(bucket.take(rate, at(9)), wait(1));
    assert_eq!(bucket.take(rate, at(10)), Ok(()));
    assert_eq!(bucket.take(rate, at(10)), wait(10));
    assert!(!bucket.is_full(at(39)) && bucket.is_full(at(40)));
}

#[test]
fn a_bucket_that_was_kept_gives_no_more_than_it_had() {
    let rate = rate("4/10");
    let mut bucket = Bucket::FULL;
    assert_eq!(Bucket::until(bucket.full_again()).look(rate, at(0)), Ok(()));
    for taken in 1..=4 {
        assert_eq!(bucket.take(rate, at(0)), Ok(()));
        let kept = Bucket::until(bucket.full_again());
        assert!(kept.full_again() >= at(0).unix_seconds() + taken * 5 / 2);
        assert!(kept.is_full(at(10)));
    }
    let mut kept = Bucket::until(bucket.full_again());
    assert!(kept.take(rate, at(0)).is_err());
}

#[test]
fn to_look_takes_nothing() {
    let rate = rate("1/5");
    let mut bucket = Bucket::FULL;
    for _ in 0..3 {
        assert_eq!(bucket.look(rate, at(0)), Ok(()));
    }
    assert_eq!(bucket.take(rate, at(0)), Ok(()));
    assert_eq!(bucket.look(rate, at(0)), wait(5));
}

#[test]
fn several_come_back_within_a_second() {
    let rate = rate("50/1");
    let mut bucket = Bucket::FULL;
    let mut taken = |second| {
        (0..200)
            .filter(|_| bucket.take(rate, at(second)).is_ok())
            .count()
    };
    assert_eq!([taken(0), taken(0), taken(1), taken(60)], [50, 0, 50, 50]);
}

#[test]
fn a_clock_set_back_makes_nobody_wait_longer_than_for_one() {
    let rate = rate("2/60");
    let mut bucket = Bucket::FULL;
    assert_eq!(bucket.take(rate, at(100_000)), Ok(()));
    assert_eq!(bucket.take(rate, at(0)), wait(30));
    assert_eq!(
        bucket.take(rate, at(30)),
        wait(30),
        "a refusal changes nothing"
    );
}

#[test]
fn each_of_a_crowd_has_its_own() {
    let rate = rate("1/60");
    let mut crowd = Crowd::new(8);
    assert_eq!(crowd.take('a', rate, at(0)), Ok(()));
    assert_eq!(crowd.take('a', rate, at(0)), wait(60));
    assert_eq!(crowd.take('b', rate, at(0)), Ok(()));
    assert_eq!(crowd.take('a', rate, at(60)), Ok(()));
}

#[test]
fn a_crowd_forgets_who_took_least_and_grows_no_further() {
    let rate = rate("3/60");
    let mut crowd = Crowd::new(4);
    for _ in 0..3 {
        assert_eq!(crowd.take(u32::MAX, rate, at(0)), Ok(()));
    }
    for whose in 0..1000 {
        assert_eq!(crowd.take(whose, rate, at(0)), Ok(()));
        assert!(crowd.len() <= 4);
    }
    assert_eq!(
        crowd.take(u32::MAX, rate, at(0)),
        wait(20),
        "the busiest is remembered"
    );
    assert_eq!(crowd.take(7, rate, at(60)), Ok(()));
    assert_eq!(crowd.len(), 1, "full buckets are not kept");
}

proptest! {
    #[test]
    fn never_more_than_the_burst_and_what_came_back(
        (count, seconds) in (1_u32..40, 1_u32..200),
        steps in prop::collection::vec((-300_i64..300, 1_usize..50), 1..60),
    ) {
        let rate = Rate::new(count, seconds).unwrap();
        let (mut bucket, mut now, mut forward, mut taken) = (Bucket::FULL, 0, 0_i64, 0_u64);
        for (step, tries) in steps {
            now += step;
            forward += step.max(0);
            for _ in 0..tries {
                let before = bucket;
                match bucket.take(rate, at(now)) {
                    Ok(()) => taken += 1,
                    Err(TooMany { seconds: wait }) => {
                        prop_assert_eq!(bucket, before);
                        prop_assert!((1..=seconds.div_ceil(count) + 1).contains(&wait));
                    }
                }
            }
            let came_back = forward.cast_unsigned() * u64::from(count) / u64::from(seconds);
            prop_assert!(taken <= u64::from(count) + came_back);
        }
    }

    #[test]
    fn who_waits_as_told_is_let_in(
        (count, seconds) in (1_u32..40, 1_u32..200),
        steps in prop::collection::vec(0_i64..20, 1..100),
    ) {
        let rate = Rate::new(count, seconds).unwrap();
        let (mut bucket, mut now) = (Bucket::FULL, 0);
        for step in steps {
            now += step;
            if let Err(TooMany { seconds }) = bucket.take(rate, at(now)) {
                let then = now + i64::from(seconds);
                prop_assert!(bucket.look(rate, at(then - 1)).is_err());
                prop_assert!(bucket.look(rate, at(then)).is_ok());
            }
        }
    }
}
