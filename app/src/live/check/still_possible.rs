//! What is left to do after a no: for each thing that stands against it, one sentence.

use crate::check::Check;
use crate::markup::Markup;
use crate::wording::Lang;
use domain::policy::{
    Assessment, Condition, Fact, FactSet, Programme, Standing, State, Value, Verdict,
};

messages! {
    grade_fits: "孩子的年级够。" / "Your child’s grade fits. ";
    no_class_yet: "你身边还没有班：问单位工会和街道工会服务站今年办不办；没有，打 12351 提一提。" / "There is no class near you yet: ask the union at work and the street’s service station about this year. If there is none, ask for one on 12351.";
    class_of_area_only: "街道社区办的班收双职工的孩子。单位办不办班，问单位工会；没有，打 12351 提一提。" / "The class of the area takes children whose parents both work. Ask the union at work about a class there; if there is none, ask for one on 12351.";
    grade_does_not_fit: "这一项孩子的年级对不上。看孩子、供上学有难处，照样可以打 12351。" / "This is not for your child’s grade. If minding a child or paying for school is hard, 12351 is there for you.";
    join_first: "先在北京入会，把互助服务卡办好，再来查。" / "Join the union in Beijing and get the mutual-aid card, then check again.";
    ask_at_work: "医保、工会经费、会员关系，单位工会能查；单位没有工会，打 12351 问。" / "The union at work can look up insurance, dues and membership; where there is none, ask on 12351.";
    tell_hardship: "哪天家里有了难处，去工会服务站或打 12351 说一声。" / "Should your family run into difficulty, tell a union service station or 12351.";
    when_you_start: "想自己干的时候，再来查。" / "Check again when you want to start something of your own.";
    when_you_have_it: "证书、名次、成果、称号到手了，再来查。" / "Check again once you have the certificate, the place, the result or the title.";
    trade_with_certificate: "你的工种有职业资格证：考下来，看看考证资助。" / "Your trade has a certificate: once you earn it, see the grant for certificates.";
}

/// What somebody can do who is told no today; `None` where there is only to wait.
pub(super) fn still_possible(lang: Lang, check: &Check, assessment: &Assessment) -> Option<Markup> {
    let mut against = FactSet::EMPTY;
    for condition in assessment.version.conditions {
        against = against.union(unmet(condition, check));
    }
    let is_no = assessment.verdict == Verdict::NotEligible;
    let has_begun = assessment.standing != Standing::NotBegun;
    let mut ways: Vec<_> = match against.contains(Fact::CHILD_GRADE) {
        // No class and no certificate makes a child older or younger.
        true => vec![html!({ lang.grade_does_not_fit() })],
        false => against
            .iter()
            .filter_map(|fact| way(lang, check, fact))
            .collect(),
    };
    ways.dedup();
    let each = |way: Markup| html!("<p>" {way} "</p>");
    (is_no && has_begun && !ways.is_empty()).then(|| ways.into_iter().map(each).collect())
}

/// The facts whose answers stand against a condition.
fn unmet(condition: &Condition, check: &Check) -> FactSet {
    if condition.state(&check.answers) != State::NotMet {
        return FactSet::EMPTY;
    }
    let parts = condition.parts().iter().map(|part| unmet(part, check));
    let parts = parts.fold(FactSet::EMPTY, FactSet::union);
    condition.fact().map_or(parts, |fact| parts.with(fact))
}

fn way(lang: Lang, check: &Check, fact: Fact) -> Option<Markup> {
    let answered = check.answers.get(fact);
    Some(match fact {
        Fact::CLASS_NEAR if answered == Some(Value::Options(0)) => {
            let grade = check.answers.get(Fact::CHILD_GRADE);
            html!({grade.map(|_| lang.grade_fits())} {lang.no_class_yet()})
        }
        Fact::BOTH_PARENTS_WORK => html!({ lang.class_of_area_only() }),
        Fact::MEMBERSHIP => leads_to(lang, check, lang.join_first(), Programme::JOINING),
        Fact::INSURED | Fact::DUES | Fact::MANAGED => html!({ lang.ask_at_work() }),
        Fact::HARDSHIP => html!({ lang.tell_hardship() }),
        Fact::START_BUSINESS => html!({ lang.when_you_start() }),
        Fact::ACHIEVEMENTS => html!({ lang.when_you_have_it() }),
        Fact::CONTEST_TRADE => leads_to(
            lang,
            check,
            lang.trade_with_certificate(),
            Programme::SKILL_CERTIFICATE,
        ),
        _ => return None,
    })
}

/// Words, and the way to another programme with what was answered.
fn leads_to(lang: Lang, check: &Check, words: &str, programme: Programme) -> Markup {
    let link = check.about(programme).showing().address();
    html!({words} r#" <a href=""# {link} r#"">"# {lang.text(programme.name())} "</a>")
}
