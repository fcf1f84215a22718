//! What stands open, who can tell, and how to ask them.

use crate::check::Check;
use crate::markup::Markup;
use crate::wording::Lang;
use domain::policy::{Assessment, Condition, State, Test, Verdict};
use domain::request::Field;

messages! {
    still_unknown: "还不知道：" / "Not known yet: ";
    not_written: "来源没有写清：" / "Not stated: ";
    who_can_tell: "谁说得准：" / "Who can tell: ";
    or_12351: "，或者打 12351" / ", or 12351";
    read_it_out: "打 12351，或者到工会服务站，照着念就行；也可以写给工会，到点有答复：" / "Call 12351 or go to a union service station. Read this out, or show it; or write it to the union, who must answer in time:";
    write_to_the_union: "把这段话写给工会" / "Write this to the union";
}

/// What stands open, and who can tell.
pub(super) fn unknown(lang: Lang, check: &Check, assessment: &Assessment) -> Option<Markup> {
    let open = Open::of(lang, check, assessment)?;
    let line = |words: &str, what: &[&str]| {
        let what = what.join(lang.pick("；", "; "));
        (!what.is_empty()).then(|| html!("<p>" {words} {what} "</p>"))
    };
    let body = lang.text(assessment.programme.body());
    Some(html!(
        {line(lang.still_unknown(), &open.facts)} {line(lang.not_written(), &open.unstated)}
        "<p>" {lang.who_can_tell()} {body} {lang.or_12351()} "</p>"
    ))
}

/// A request that is ready to be made where a person must decide: what somebody has answered, and
/// what they want to know. In Chinese for every reader, for that is what is spoken there.
pub(super) fn to_ask(lang: Lang, check: &Check, assessment: &Assessment) -> Option<Markup> {
    let zh = Lang::Zh;
    let open = Open::of(zh, check, assessment)?;
    let known = assessment.version.facts().iter().filter_map(|fact| {
        let answer = zh.answer(fact, check.answers.get(fact)?);
        Some([zh.text(fact.name()), "：", &answer].concat())
    });
    let sentence = |opening: &str, what: Vec<String>| match what.is_empty() {
        true => String::new(),
        false => [opening, &what.join("；"), "。"].concat(),
    };
    let look_up = open.facts.iter().map(|fact| (*fact).to_owned());
    let unstated = open.unstated.iter().map(|text| (*text).to_owned());
    let words = [
        format!("你好，我想问“{}”。", zh.text(assessment.programme.name())),
        sentence("我的情况：", known.collect()),
        sentence("这几样我不清楚，请帮我查一查：", look_up.collect()),
        sentence("还想问：", unstated.collect()),
    ]
    .concat();
    Some(html!(
        "<p>" {lang.read_it_out()} r#"</p><blockquote lang="zh-CN">"# {&*words} "</blockquote>"
        {to_write(lang, assessment, &words)}
    ))
}

/// The way to the request form with those words in it. They are posted, so that no address holds
/// what somebody has answered.
fn to_write(lang: Lang, assessment: &Assessment, words: &str) -> Markup {
    let programme = assessment.programme;
    let filled_in = [
        (Field::Category, programme.request()),
        (Field::Programme, programme.id()),
        (Field::Text, words),
    ];
    let inputs: Markup = filled_in
        .into_iter()
        .map(|(field, value)| {
            html!(
                r#"<input type="hidden" name=""# {field.code()} r#"" value=""# {value} r#"">"#
            )
        })
        .collect();
    html!(
        r#"<form method="post" action="/requests/new">"# {inputs} r#"<p><button class="chip">"#
        {lang.write_to_the_union()} "</button></p></form>"
    )
}

/// The parts of conditions that nobody can decide yet.
#[derive(Default)]
struct Open {
    facts: Vec<&'static str>,
    unstated: Vec<&'static str>,
}

impl Open {
    /// `None` where something is decided.
    fn of(lang: Lang, check: &Check, assessment: &Assessment) -> Option<Self> {
        let mut open = Self::default();
        for condition in assessment.version.conditions {
            open.look(lang, check, condition);
        }
        (assessment.verdict == Verdict::Undetermined).then_some(open)
    }

    /// Goes only where a part can still decide the whole.
    fn look(&mut self, lang: Lang, check: &Check, condition: &'static Condition) {
        if condition.state(&check.answers) != State::Unknown {
            return;
        }
        let (list, text) = match (&condition.test, condition.fact()) {
            (Test::Unstated(unstated), _) => (&mut self.unstated, lang.text(unstated.text())),
            (_, Some(fact)) => (&mut self.facts, lang.text(fact.name())),
            (_, None) => {
                for part in condition.parts() {
                    self.look(lang, check, part);
                }
                return;
            }
        };
        if !list.contains(&text) {
            list.push(text);
        }
    }
}
