//! What somebody has already: no failure, there is just nothing left to apply for.

use crate::check::Check;
use crate::wording::Lang;
use domain::policy::{Assessment, Fact, Programme, Value, Verdict};

messages! {
    has_already: "已经有了" / "You have this already";
    member_already: "你已经入会了。" / "You are a member already.";
    card_to_come: "你已经入会了。卡还没有，去工会服务站问。" / "You are a member already. The card has not come yet: ask at a union service station.";
}

/// What to tell a member about joining; `None` where there is something left to apply for.
pub(super) fn already(lang: Lang, check: &Check, assessment: &Assessment) -> Option<&'static str> {
    let joining = assessment.programme == Programme::JOINING;
    let is_no = assessment.verdict == Verdict::NotEligible;
    let Some(Value::Options(mask)) = check.answers.get(Fact::MEMBERSHIP) else {
        return None;
    };
    match Fact::MEMBERSHIP.chosen(mask).next()? {
        "card" if joining && is_no => Some(lang.member_already()),
        "member" if joining && is_no => Some(lang.card_to_come()),
        _ => None,
    }
}
