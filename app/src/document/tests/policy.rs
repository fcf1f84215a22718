//! Services, questions, results and rules as rendered.

use super::examples::*;
use super::*;
use domain::policy::Service;

#[track_caller]
fn says(lang: Lang, page: Page, all: &[&str]) {
    let html = render(&shell(lang), page);
    for expected in all {
        assert!(html.contains(expected), "{expected} is missing in {html}");
    }
}

#[test]
fn every_service_and_programme_is_listed_and_has_its_page() {
    for lang in Lang::ALL {
        let list = render(&shell(lang), Page::Services);
        let services = Service::all().iter().map(|service| service.id);
        for id in services.chain(Programme::ALL.map(Programme::id)) {
            assert!(list.contains(&format!("href=\"/services/{id}\"")), "{id}");
            let page = render(&shell(lang), offer(id));
            assert!(page.contains("class=\"source\""), "{id} has no source");
        }
    }
}

#[test]
fn every_rule_is_shown_with_its_sources_its_versions_and_its_end() {
    for programme in Programme::ALL {
        let page = || Page::Rules(programme);
        let html = render(&shell(Lang::Zh), page());
        for version in programme.versions() {
            assert!(html.contains(&Lang::Zh.period(version)));
            for condition in version.conditions {
                assert!(
                    html.contains(condition.source.place()),
                    "{}",
                    programme.id()
                );
            }
            for amount in version.amounts {
                assert!(
                    html.contains(&Lang::Zh.sum(amount.sum)),
                    "{}",
                    programme.id()
                );
            }
        }
        if let Some(ended) = programme.ended() {
            says(Lang::Zh, page(), &[ended.zh, "这一项已经结束"]);
            says(Lang::En, page(), &[ended.en, "This is over"]);
        }
    }
    let patent = Page::Rules(Programme::SERVICE_INVENTION_PATENT);
    says(Lang::Zh, patent, &["和前一版不同"]);
}

#[test]
fn a_number_that_cannot_be_one_is_shown_again_with_what_it_may_be() {
    let query = "asked=child_grade&both_parents_work=yes&child_grade=17";
    says(
        Lang::Zh,
        step(Some(Programme::HOLIDAY_CLASS), query),
        &["这里填 0 到 16 的数字", r#"value="17""#],
    );
}

#[test]
fn a_question_can_be_answered_skipped_and_taken_back() {
    says(
        Lang::Zh,
        step(None, "dropped=child_grade&membership=card"),
        &[
            "用不上了，已去掉：孩子的年级",
            r#"<a href="/check?ask=membership&amp;membership=card">上一题"#,
            r#"<input type="hidden" name="membership" value="card">"#,
            "第 2 题，后面最多还有",
            "不知道</a>",
            r#"<a class="chip clear" href="/check">清空我的回答"#,
            "/check?membership=card&amp;show=known",
        ],
    );
    says(
        Lang::En,
        step(Some(Programme::MEDICAL_MUTUAL_AID), "asked=insured"),
        &[
            r#"role="alert""#,
            "Question 1, at most",
            "/check/medical-mutual-aid?insured=unknown",
        ],
    );
}

#[test]
fn results_give_every_verdict_with_reasons_amounts_and_the_next_step() {
    says(
        Lang::Zh,
        step(None, EVERYTHING),
        &[
            "这只是初步判断，最后由工会说了算。",
            "看来符合",
            "就差一样",
            "还差这一样：在北京入会，办好互助服务卡",
            "800 元",
            "还说不准",
            "谁说得准：",
            "眼下不符合",
            "条件变了，再来查",
            "已经结束",
            "你的回答：是，还没有卡",
            "来源没有写要带什么",
            "open=now",
            "tel:12351",
        ],
    );
}

#[test]
fn a_past_day_is_judged_by_the_rules_of_that_day() {
    says(
        Lang::En,
        step(None, "membership=card&on=2018-09-01&show=known"),
        &["By the rules of 1 Sep 2018.", "As of today"],
    );
}

#[test]
fn english_pages_keep_chinese_to_the_words_of_the_sources() {
    for (name, page) in pages() {
        let ours = matches!(
            page,
            Page::Services | Page::Service(_) | Page::Check(_) | Page::Rules(_) | Page::Classes(_)
        );
        if !ours {
            continue;
        }
        let html = render(&shell(Lang::En), page).replace("中文", "");
        let mut outside = String::new();
        for (place, piece) in html.split(r#"<span lang="zh-CN">"#).enumerate() {
            let rest = piece.split_once("</span>").map_or(piece, |(_, rest)| rest);
            outside.push_str(if place == 0 { piece } else { rest });
        }
        // The name by which the mini-programme is found.
        let outside = outside.replace("北京工会i会员", "");
        let is_chinese = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
        let chinese: String = outside.chars().filter(is_chinese).collect();
        assert_eq!(chinese, "", "{name}");
    }
}
