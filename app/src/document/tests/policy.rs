//! Services, questions, results and rules as rendered.

use super::examples::*;
use super::*;
use domain::policy::Service;

#[test]
fn every_service_and_programme_is_listed_and_has_its_page() {
    for lang in Lang::ALL {
        let list = render(&shell(lang), Page::Services);
        let services = Service::all().iter().map(|service| service.id);
        for id in services.chain(Programme::ALL.map(Programme::id)) {
            let link = format!("href=\"/services/{id}\"");
            assert_eq!(list.matches(&link).count(), 1, "{id}");
            let page = render(&shell(lang), offer(id));
            assert!(page.contains("class=\"source\""), "{id} has no source");
        }
    }
}

#[test]
fn what_has_ended_is_listed_last_and_every_row_has_its_year() {
    let list = render(&shell(Lang::Zh), Page::Services);
    let rows: Vec<_> = list.split("class=\"offer\"").skip(1).collect();
    assert!(rows.iter().all(|row| row.contains(" 年的说法")));
    let (open, ended) = list.split_once("<h2>已经结束</h2>").unwrap();
    for programme in Programme::ALL {
        let link = format!("href=\"/services/{}\"", programme.id());
        let place = if programme.ended().is_some() {
            ended
        } else {
            open
        };
        assert!(place.contains(&link), "{link}");
    }
}

#[test]
fn an_ended_benefit_says_so_beside_its_name_and_leads_nowhere() {
    for programme in Programme::ALL {
        let html = render(&shell(Lang::Zh), offer(programme.id()));
        let ended = programme.ended().is_some();
        assert_eq!(html.contains("<small>已经结束</small></h1>"), ended);
        assert_eq!(html.contains("去哪里"), !ended, "{}", programme.id());
        assert_eq!(html.contains("open=now"), !ended, "{}", programme.id());
    }
}

#[test]
fn a_benefit_says_how_much_of_which_year_and_what_to_do() {
    for programme in Programme::ALL {
        says(Lang::Zh, offer(programme.id()), &[programme.next().zh]);
    }
    says(
        Lang::Zh,
        offer("skill-certificate"),
        &["<b>2,000 元</b>（2018 年）", "<b>800 元</b>（2018 年）"],
    );
    says(Lang::En, offer("startup-loan"), &["not stated (2020)"]);
}

#[test]
fn who_wants_to_talk_finds_the_line_that_is_known() {
    let line = r#"href="tel:12356""#;
    says(
        Lang::Zh,
        offer("psychological-help-line"),
        &[line, "拨打 12356"],
    );
    assert!(!render(&shell(Lang::Zh), offer("legal-aid")).contains(line));
}

#[test]
fn about_tells_what_the_sources_are() {
    says(
        Lang::Zh,
        Page::About,
        &["五篇介绍北京工会工作的报道", "“来源没有写”"],
    );
    says(Lang::En, Page::About, &["five newspaper reports"]);
}

#[test]
fn home_leads_to_what_the_union_does() {
    says(
        Lang::Zh,
        Page::Home,
        &[r#"<a href="/services" class="chip">欠薪、合同、法律援助"#],
    );
}

#[test]
fn the_year_of_a_label_is_that_of_a_text_below() {
    let services = Service::all().iter().map(|service| service.id);
    for id in services.chain(Programme::ALL.map(Programme::id)) {
        let html = render(&shell(Lang::Zh), offer(id));
        let (before, below) = html.split_once("<h2>依据</h2>").unwrap();
        let (_, label) = before.split_once(r#"<p class="kinds">"#).unwrap();
        let year = label.get(..4).unwrap();
        assert!(below.contains(&format!("（{year} 年）")), "{id}, {year}");
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
                let (section, words) = condition.source.place().split_once('：').unwrap();
                let words = words.replace('“', "‘").replace('”', "’");
                let quoted = format!("“{words}……”");
                assert!(
                    html.contains(section) && html.contains(&quoted),
                    "{quoted} in {}",
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
            says(Lang::En, page(), &[ended.en, "This has ended"]);
        }
    }
    let patent = Page::Rules(Programme::SERVICE_INVENTION_PATENT);
    let periods = r#"<th scope="col"><b>2016 年到 2019 年</b>"#;
    says(Lang::Zh, patent, &["和前一版不同", periods]);
    let loan = Page::Rules(Programme::STARTUP_LOAN);
    says(
        Lang::Zh,
        loan,
        &["说这一项的名字：", "首都职工创业小额贷款</p>"],
    );
}

#[test]
fn a_citation_names_the_text_its_year_and_its_section() {
    let rules = || Page::Rules(Programme::SKILL_CERTIFICATE);
    says(
        Lang::Zh,
        rules(),
        &[
            "出自《打造“暖、新、实”的职工之家》（2018 年），",
            "“技能助推”</span>一节：",
            "“助推标准分别为……”",
        ],
    );
    says(Lang::En, rules(), &[" (2018, in Chinese), "]);
    let caption = render(&shell(Lang::Zh), Page::Rules(Programme::MIGRANT_CHECK_UP));
    assert!(caption.contains("图注</span>：") && !caption.contains("图注</span>一节"));
}

#[test]
fn a_member_is_told_so_kindly() {
    let joining = |membership: &str| {
        let query = format!("membership={membership}&show=known");
        let page = step(Some(Programme::JOINING), &query);
        render(&shell(Lang::Zh), page)
    };
    for (membership, words) in [
        ("card", "你已经入会了。</p>"),
        ("member", "你已经入会了。卡还没有，去工会服务站问。"),
    ] {
        let html = joining(membership);
        assert!(html.contains("已经有了") && html.contains(words), "{html}");
        for harsh in ["不符合", "还没入会"] {
            assert!(!html.contains(harsh), "{harsh} in {html}");
        }
    }
    assert!(!joining("none").contains("已经有了"));
}

#[test]
fn where_a_person_must_decide_the_question_is_ready_to_be_read_out() {
    let patent = |lang, query: &str| {
        let query = format!("{query}&show=known");
        let page = step(Some(Programme::SERVICE_INVENTION_PATENT), &query);
        render(&shell(lang), page)
    };
    let open = "achievements=patent_first&managed=unknown&work=platform";
    let ready = "<blockquote lang=\"zh-CN\">你好，我想问“创新助推：职务发明专利”。我的情况：你的工作：快递员";
    for lang in Lang::ALL {
        let html = patent(lang, open);
        assert!(html.contains(ready), "{html}");
        assert!(html.contains("还想问：快递员、外卖员、司机算不算“一线职工”。</blockquote>"));
    }
    assert!(patent(Lang::Zh, open).contains("这几样我不清楚，请帮我查一查："));
    // Decided: there is nothing to ask.
    let decided = patent(Lang::Zh, "achievements=none&managed=yes&work=front_line");
    assert!(!decided.contains("<blockquote"));
}

#[test]
fn a_no_says_what_is_left_to_do() {
    #[track_caller]
    fn check(programme: Programme, query: &str, expected: &str) {
        let query = format!("{query}&show=known");
        let html = render(&shell(Lang::Zh), step(Some(programme), &query));
        assert!(html.contains("眼下不符合"), "{html}");
        assert!(html.contains(expected), "{html}");
    }
    let class = Programme::HOLIDAY_CLASS;
    check(
        class,
        "child_grade=3&class_near=none",
        "孩子的年级够。你身边还没有班：问单位工会和街道工会服务站今年办不办；没有，打 12351 提一提。",
    );
    check(class, "class_near=none", "<p>你身边还没有班");
    check(class, "child_grade=9", "年级对不上");
    check(
        class,
        "child_grade=3&class_near=area&both_parents_work=no",
        "收双职工的孩子",
    );
    check(
        Programme::OTHER_MUTUAL_COVER,
        "membership=none",
        r#"先在北京入会，把互助服务卡办好，再来查。 <a href="/check/joining?membership=none&amp;show=known">加入工会</a>"#,
    );
    check(
        Programme::MEDICAL_MUTUAL_AID,
        "dues=no&insured=no&membership=card",
        "单位工会能查",
    );
}

#[test]
fn a_group_of_reasons_says_how_far_it_is_come() {
    let page = |query| {
        render(
            &shell(Lang::Zh),
            step(Some(Programme::HOLIDAY_CLASS), query),
        )
    };
    let none = page("child_grade=3&class_near=none&show=known");
    assert!(none.contains(r#"下面几条，有一条就行——<b class="unmet">都没有</b>："#));
    // Whether both parents work was not asked.
    assert!(none.contains(r#"这几样要齐——<b class="unmet">至少差一样</b>："#));
    let area = page("both_parents_work=yes&child_grade=3&class_near=area&show=known");
    assert!(area.contains(r#"有一条就行——<b class="met">有了</b>："#));
    assert!(area.contains(r#"这几样要齐——<b class="met">齐了</b>："#));
    let single = page("both_parents_work=no&child_grade=3&class_near=area&show=known");
    assert!(single.contains(r#"这几样要齐——<b class="unmet">差一样</b>："#));
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
fn english_pages_keep_chinese_to_what_is_marked_as_such() {
    for (name, page) in pages() {
        let ours = matches!(
            page,
            Page::Services | Page::Service(_) | Page::Check(_) | Page::Rules(_) | Page::Classes(_)
        );
        if !ours {
            continue;
        }
        let html = render(&shell(Lang::En), page).replace("中文", "");
        // What is handed to another page is read there.
        let handed_on = |piece: &str| Some(piece.split_once("\">")?.1.to_owned());
        let mut pieces = html.split("<input type=\"hidden\" ");
        let first = pieces.next().unwrap_or_default().to_owned();
        let mut outside: String = [first]
            .into_iter()
            .chain(pieces.filter_map(handed_on))
            .collect();
        for element in ["span", "blockquote"] {
            let opening = format!("<{element} lang=\"zh-CN\">");
            let closing = format!("</{element}>");
            let pieces = outside.split(&opening).enumerate();
            outside = pieces
                .map(|(place, piece)| match piece.split_once(&closing) {
                    Some((_, rest)) if place > 0 => rest,
                    _ => piece,
                })
                .collect();
        }
        // The name by which the mini-programme is found.
        let outside = outside.replace("北京工会i会员", "");
        let is_chinese = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
        let chinese: String = outside.chars().filter(is_chinese).collect();
        assert_eq!(chinese, "", "{name}");
    }
}
