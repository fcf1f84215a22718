//! Both sides of every rule about words.

use super::*;
use proptest::prelude::*;

#[track_caller]
fn signals(texts: &[&str]) {
    for text in texts {
        assert!(signals_danger(text), "{text}");
    }
}

#[track_caller]
fn silent(texts: &[&str]) {
    for text in texts {
        assert!(!signals_danger(text), "{text}");
    }
}

#[test]
fn words_of_danger_signal() {
    signals(&[
        "我不想活了",
        "活着没意思，想自杀",
        "再不给工资我就跳楼",
        "跟老板同归于尽",
        "有人说要弄死我",
        "他拿刀砍人",
        "老李要上吊",
        "我 想 死",
        "不\u{3000}想活了",
        "I want to die",
        "I'm going to kill myself.",
        "thinking about SUICIDE",
        "ｓｕｉｃｉｄｅ",
        "self-harm",
        "I don’t want to live any more",
        "我想suicide了",
    ]);
}

#[test]
fn sayings_do_not() {
    silent(&[
        "累死了",
        "笑死我了",
        "屋里热死",
        "烦死人，气死我了",
        "饿死了也没人管饭",
        "想死你们了",
        "清仓跳楼价",
        "打死我也不签",
        "工地上吊篮坏了",
        "去上吊车培训",
        "楼上吊下来一块板子",
        "年轻生病没人管",
        "各自尽力",
        "不想活动",
        "干活够了一个月",
        "所以死活不给工资",
        "要求死亡赔偿",
        "the deadline is killing me",
        "my boss will kill me",
        "we want to live near the site",
        "dying to see the result",
        "",
    ]);
}

#[test]
fn denials_take_it_back_in_their_own_clause_alone() {
    silent(&[
        "我没想过自杀",
        "不会跳楼的，只是想讨个说法",
        "千万别跳楼",
        "预防自杀的讲座",
        "我不是不想活",
        "I am not suicidal",
        "I would never hurt myself",
    ]);
    signals(&[
        "我不会，我要自杀",
        "没有钱，跳楼算了",
        "不是不想活，是活不下去了",
        "not paid, suicide is all that is left",
        "not\nsuicidal",
    ]);
}

#[test]
fn a_question_or_a_comparison_denies_nothing() {
    signals(&[
        "要不要自杀",
        "会不会跳楼",
        "是不是想死",
        "还不如死了算了",
        "要不自杀算了",
        "忍不住想死",
        "恨不得跳楼",
        "不敢自杀",
    ]);
}

#[test]
fn words_are_whole_in_english() {
    silent(&["insuicidely", "kill mean traffic", "skill medals"]);
}

#[test]
fn the_file_is_sound() {
    let kinds = [SIGNAL, HARMLESS, DENIED];
    let mut seen = std::collections::BTreeSet::new();
    for row in WORDS
        .lines()
        .filter(|row| !row.is_empty() && !row.starts_with('#'))
    {
        let (kind, words) = row.split_once('\t').unwrap();
        assert!(kinds.contains(&kind), "{row}");
        assert!(seen.insert(words), "{words} is there twice");
        let compared = clauses(words);
        let found = compared.concat();
        assert_eq!(found.trim(), words, "is not written as it is compared");
    }
    for signal in words(SIGNAL) {
        assert!(
            signals_danger(&signal),
            "{signal} is taken out or denied by itself"
        );
    }
    for saying in words(HARMLESS) {
        let mut contained = words(SIGNAL).filter(|signal| saying.contains(signal.trim()));
        assert!(contained.next().is_some(), "{saying} contains no signal");
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        signals_danger(&text);
    }

    #[test]
    fn a_signal_between_stops_is_seen(before in "[一-龥a-z ]{0,12}", after in "[一-龥a-z ]{0,12}") {
        prop_assert!(signals_danger(&[&*before, "。跳桥。", &after].concat()));
    }
}
