//! Stations that are probably listed twice, and making one of two.

use super::difference::value;
use super::{address, name};
use crate::listings::{Duplicates, Merging, Row, names};
use crate::markup::Markup;
use crate::pages::staff::frame::{frame, post};
use crate::pages::staff::inputs::{Line, hidden};
use crate::wording::Lang;
use domain::listing::Subject;
use domain::listing::entry::{Aspect, AspectSet, Cells};
use leptos::prelude::*;

messages! {
    duplicates_lead: "名称或地址读起来一样、离得又近的两个站点。是不是同一个，去看一眼再定。" / "Two stations whose names or addresses sound alike, near each other. Whether they are one is for you to see.";
    duplicates_none: "没有发现。" / "None was found.";
    duplicates_more: "只列出了前面这些。" / "Only the first are listed here.";
    duplicates_compare: "对一对" / "Compare";
    duplicates_apart: "相距（米）：" / "Metres apart: ";
    duplicates_no_pin: "同一街道，缺坐标" / "in the same street, a pin is missing";
    merging_lead: "留一个，另一个永久关闭并指到留下的那个，两个网址都还能用。永久关闭要第二个人确认，在那之前什么都不改。" / "One stays. The other closes for good and points to it, so both addresses stay alive. That needs a second person; until then nothing is changed.";
    merging_stays: "留哪一个" / "Which one stays";
    merging_act: "提出来，等第二个人确认" / "Propose it to a second person";
    merging_stale: "这两个站点刚被改过。下面是现在的样子，再选一次。" / "One of the two was changed just now. This is how they stand: choose again.";
}

/// The list.
pub(super) fn duplicates(lang: Lang, model: Duplicates) -> impl IntoView {
    let rows: Markup = model
        .pairs
        .iter()
        .map(|(one, other, metres)| pair(lang, one, other, *metres))
        .collect();
    let list = match model.pairs.is_empty() {
        true => html!("<p>" {lang.duplicates_none()} "</p>"),
        false => html!(r#"<ol class="events">"# {rows} "</ol>"),
    };
    let more =
        (model.total > model.pairs.len()).then(|| html!("<p>" {lang.duplicates_more()} "</p>"));
    let content = html!(
        "<p>" {lang.duplicates_lead()} "</p><p>" {lang.find_total()} {model.total.to_string()} "</p>" {list} {more}
    );
    frame(lang, &model.who, lang.duplicates_title(), content)
}

fn pair(lang: Lang, one: &Row, other: &Row, metres: Option<u32>) -> Markup {
    let each = |row: &Row| {
        html!(
            r#"<p><b lang="zh-CN">"# {&*row.name} "</b> № " {row.number} " · " {lang.desk_first(row.desk)} " · "
            {&*row.address} "</p>"
        )
    };
    let apart = match metres {
        Some(metres) => html!({lang.duplicates_apart()} {metres}),
        None => html!({ lang.duplicates_no_pin() }),
    };
    let target = format!("/staff/duplicates/{}/{}", one.number, other.number);
    html!(
        "<li>" {each(one)} {each(other)} r#"<p class="soft">"# {apart} r#"</p><p><a class="chip" href=""# {target}
        r#"">"# {lang.duplicates_compare()} "</a></p></li>"
    )
}

/// Two of them side by side, with a choice for everything in which they differ.
pub(super) fn merging(lang: Lang, model: Merging) -> impl IntoView {
    let Merging {
        who,
        one: (one, one_version, one_cells),
        other: (other, other_version, other_cells),
        draft,
        is_stale,
    } = model;
    let differs = AspectSet::between(&one_cells, &other_cells);
    // Whether it is open is what the one that stays says.
    let asked = Aspect::of(Subject::Stations);
    let asked = asked.filter(|aspect| differs.contains(*aspect) && *aspect != Aspect::Life);
    let choices: Markup = asked
        .map(|aspect| {
            let from_other = draft.from_other.contains(aspect);
            choice(lang, aspect, [&one_cells, &other_cells], from_other)
        })
        .collect();
    let stays = |number: u32, cells: &Cells| {
        let checked = (draft.stays == number).then(|| html!(" checked"));
        html!(
            r#"<label class="tick"><input type="radio" required name=""# {names::STAYS} r#"" value=""# {number} "\""
            {checked} "> <span>" {name(Subject::Stations, cells)} " № " {number} "</span></label>"
        )
    };
    let why = Line {
        name: names::WHY,
        label: lang.form_why(),
        hint: None,
        problem: None,
        value: &draft.why,
        attributes: r#" autocomplete="off" maxlength="500""#,
    };
    let form = html!(
        r#"<fieldset class="field"><legend>"# {lang.merging_stays()} "</legend>" {stays(one, &one_cells)}
        {stays(other, &other_cells)} "</fieldset>" {choices} {why.field()}
        {hidden(names::BASE, &one_version.to_string())} {hidden(names::OTHER_BASE, &other_version.to_string())}
        r#"<p><button class="act">"# {lang.merging_act()} "</button></p>"
    );
    let stale = is_stale
        .then(|| html!(r#"<p class="problem" role="alert">"# {lang.merging_stale()} "</p>"));
    let link = |number: u32| {
        let target = address(Subject::Stations, Some(number));
        html!(r#"<a class="chip" href=""# {target} r#"">№ "# {number} "</a> ")
    };
    let target = format!("/staff/duplicates/{one}/{other}");
    let content = html!(
        {stale} "<p>" {lang.merging_lead()} "</p><p>" {link(one)} {link(other)} "</p>"
        {post(&target, &who.form_token, form)}
    );
    frame(lang, &who, lang.merging_title(), content)
}

fn choice(lang: Lang, aspect: Aspect, cells: [&Cells; 2], from_other: bool) -> Markup {
    let each = [names::MINE, names::THEIRS].into_iter().zip(cells);
    let options: Markup = each
        .map(|(whose, cells)| {
            let is_chosen = from_other == (whose == names::THEIRS);
            let checked = is_chosen.then(|| html!(" checked"));
            html!(
                r#"<label class="tick"><input type="radio" name="take."# {aspect.code()} r#"" value=""# {whose} "\""
                {checked} "> <span>" {value(lang, aspect, cells)} "</span></label>"
            )
        })
        .collect();
    html!(r#"<fieldset class="field"><legend>"# {lang.aspect(aspect)} "</legend>" {options} "</fieldset>")
}
