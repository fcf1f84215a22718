//! What is strange about a file, in a sentence each.

use crate::markup::Markup;
use crate::wording::Lang;
use domain::listing::import::Alarm;

messages! {
    alarms_title: "这份文件有点不对劲" / "Something about this file is strange";
    alarms_two: "请核对。确实没错的话，第二个人看过才导入。" / "Please check. If it is meant so, it is imported once a second person has looked at it.";
}

/// All of them, the first thing on the page.
pub(super) fn alarms(lang: Lang, alarms: &[Alarm]) -> Option<Markup> {
    let items: Markup = alarms
        .iter()
        .map(|alarm| html!("<li>" {lang.alarm(alarm)} "</li>"))
        .collect();
    let takes_two = alarms.iter().any(Alarm::is_of_rows);
    let two = takes_two.then(|| html!("<p>" {lang.alarms_two()} "</p>"));
    (!alarms.is_empty()).then(|| {
        html!(
            r#"<section class="problems" aria-labelledby="alarms"><h2 id="alarms">"#
            {lang.alarms_title()} "</h2><ul>" {items} "</ul>" {two} "</section>"
        )
    })
}

impl Lang {
    pub(crate) fn alarm(self, alarm: &Alarm) -> String {
        match (self, alarm) {
            (
                _,
                Alarm::MostChange {
                    what,
                    rows,
                    of,
                    sorted,
                },
            ) => {
                let what = self.aspect(*what);
                let sorted = sorted.then_some(self.pick(
                    "改后的内容正好是别的行的：是不是只给这一列排了序？",
                    " The texts are those of other rows: was this column sorted by itself?",
                ));
                let sorted = sorted.unwrap_or_default();
                match self {
                    Self::Zh => format!("{of} 个里有 {rows} 个要改{what}。{sorted}"),
                    Self::En => format!("{rows} of {of} change in: {what}.{sorted}"),
                }
            }
            (
                Self::Zh,
                Alarm::MoveTogether {
                    rows,
                    of,
                    metres,
                    looks_like,
                },
            ) => match looks_like {
                Some(datum) => format!(
                    "{of} 个位置里有 {rows} 个一起挪了约 {metres} 米：看起来是 {} 坐标，请选对坐标系。",
                    datum.name()
                ),
                None => format!("{of} 个位置里有 {rows} 个朝同一方向挪了约 {metres} 米。"),
            },
            (
                Self::En,
                Alarm::MoveTogether {
                    rows,
                    of,
                    metres,
                    looks_like,
                },
            ) => match looks_like {
                Some(datum) => format!(
                    "{rows} of {of} places move together by about {metres} m: the numbers look like {}. Choose the right datum.",
                    datum.name()
                ),
                None => format!("{rows} of {of} places move the same way by about {metres} m."),
            },
            (Self::Zh, Alarm::Shifted { columns, rows, of }) => format!(
                "{of} 行里至少有 {rows} 行的这几列对不上：{}。是不是有一列错了位？",
                columns.join("、")
            ),
            (Self::En, Alarm::Shifted { columns, rows, of }) => format!(
                "In {rows} of {of} rows or more these columns hold something else: {}. Has a column shifted?",
                columns.join(", ")
            ),
            (Self::Zh, Alarm::Swapped { rows, of }) => {
                format!("{of} 行里有 {rows} 行的经度和纬度填反了。")
            }
            (Self::En, Alarm::Swapped { rows, of }) => {
                format!("In {rows} of {of} rows latitude and longitude are swapped.")
            }
            (Self::Zh, Alarm::Disappear { gone, of }) => format!(
                "这一片现有 {of} 个，文件里少了 {gone} 个。默认不动它们；文件确实齐全时再去勾选。"
            ),
            (Self::En, Alarm::Disappear { gone, of }) => format!(
                "Of the {of} that are held there, {gone} are not in the file. They stay, unless you tick them."
            ),
        }
    }
}
