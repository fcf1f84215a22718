//! The rows of a plan: what each is, field by field, with its tick.

use crate::import::{PlanPage, Row, names};
use crate::markup::Markup;
use crate::wording::Lang;
use domain::listing::entry::{Aspect, AspectSet, Cells};
use domain::listing::import::Outcome;
use domain::listing::{Column, Subject};

messages! {
    row_take: "导入这一行" / "Import this row";
    row_before: "原来" / "before";
    row_after: "改为" / "after";
    row_blank: "（空）" / "(blank)";
    row_sensitive: "要第二个人确认" / "takes a second person";
    row_closes: "勾选后按永久关闭处理" / "ticked, it is closed for good";
    row_dropped: "勾选后从清单里去掉" / "ticked, it is taken off the list";
}

/// The list of them.
pub(super) fn rows(lang: Lang, model: &PlanPage) -> Markup {
    let rows: Markup = model
        .shown
        .iter()
        .map(|row| one(lang, model, row))
        .collect();
    html!(r#"<ol class="rows">"# {rows} "</ol>")
}

fn one(lang: Lang, model: &PlanPage, row: &Row) -> Markup {
    let subject = model.plan.subject;
    let can_tick = matches!(row.outcome, Outcome::New | Outcome::Changed | Outcome::Gone);
    let tick = (can_tick && model.may_change).then(|| tick(lang, row));
    let sensitive = (row.is_sensitive && row.outcome != Outcome::Gone)
        .then(|| html!(" · <b>" {lang.row_sensitive()} "</b>"));
    let problems: Markup = (row.problems.iter())
        .map(|words| html!("<li>" {&**words} "</li>"))
        .collect();
    let problems =
        (!row.problems.is_empty()).then(|| html!(r#"<ul class="reasons">"# {problems} "</ul>"));
    html!(
        r#"<li id="row-"# {row.place} r#""><p>"# {row.at.map(|at| lang.row_number(at))} " <b>"
        {title(subject, row)} "</b> · " {lang.comes_to(row.outcome)} {sensitive} "</p>"
        {what(lang, subject, row)} {problems} {tick} "</li>"
    )
}

fn tick(lang: Lang, row: &Row) -> Markup {
    let checked = row.ticked.then(|| html!(" checked"));
    let words = match row.outcome {
        Outcome::Gone => lang.row_take_away(row),
        _ => lang.row_take().to_owned(),
    };
    html!(
        r#"<input type="hidden" name=""# {names::SHOWN} r#"" value=""# {row.place}
        r#""><label class="tick"><input type="checkbox" name=""# {names::TICKED} r#"" value=""#
        {row.place} "\"" {checked} "> " {words} "</label>"
    )
}

/// The name of the entry and its number; of a row that came to nothing what stands in it.
fn title(subject: Subject, row: &Row) -> String {
    let column = match subject {
        Subject::Stations => Column::Name,
        Subject::Classes => Column::Host,
    };
    let named = row.before.as_ref().or(row.after.as_ref());
    let name = named.map_or_else(
        || row.cells.join(" · "),
        |cells| cells.get(column).to_owned(),
    );
    match (row.number, name.is_empty()) {
        (Some(number), true) => format!("#{number}"),
        (Some(number), false) => format!("{name} #{number}"),
        (None, _) => name,
    }
}

fn what(lang: Lang, subject: Subject, row: &Row) -> Option<Markup> {
    let changed = |before: &Cells, after: &Cells| -> Markup {
        let what = AspectSet::between(before, after);
        Aspect::of(subject)
            .filter(|aspect| what.contains(*aspect))
            .map(|aspect| {
                html!(
                    "<dt>" {lang.aspect(aspect)} r#"</dt><dd><del><span class="unseen">"#
                    {lang.row_before()} " </span>" {texts(lang, aspect, before)}
                    r#"</del> → <ins><span class="unseen">"# {lang.row_after()} " </span>"
                    {texts(lang, aspect, after)} "</ins></dd>"
                )
            })
            .collect()
    };
    match (&row.before, &row.after) {
        (Some(before), Some(after)) => Some(html!("<dl>" {changed(before, after)} "</dl>")),
        (None, Some(after)) => {
            let texts: Markup = Aspect::of(subject)
                .skip(1)
                .map(|aspect| (aspect, texts(lang, aspect, after)))
                .filter(|(_, text)| text != lang.row_blank())
                .map(
                    |(aspect, text)| html!("<dt>" {lang.aspect(aspect)} "</dt><dd>" {text} "</dd>"),
                )
                .collect();
            Some(html!("<dl>" {texts} "</dl>"))
        }
        _ => None,
    }
}

fn texts(lang: Lang, aspect: Aspect, cells: &Cells) -> String {
    let texts = aspect
        .columns()
        .iter()
        .map(|column| (column, cells.get(*column)));
    let texts = texts.filter(|(_, text)| !text.is_empty());
    let texts: Vec<_> = texts
        .map(|(column, text)| lang.cell(*column, text))
        .collect();
    match texts.is_empty() {
        true => lang.row_blank().to_owned(),
        false => texts.join(lang.pick("，", ", ")),
    }
}

impl Lang {
    fn row_number(self, at: u32) -> String {
        match self {
            Self::Zh => format!("第 {at} 行"),
            Self::En => format!("Row {at}"),
        }
    }

    fn row_take_away(self, row: &Row) -> String {
        let before = row.before.as_ref();
        let has_status = before.is_some_and(|cells| !cells.get(Column::Status).is_empty());
        let words = match has_status {
            true => self.row_closes(),
            false => self.row_dropped(),
        };
        words.to_owned()
    }
}
