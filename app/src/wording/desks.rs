//! Desks and streets, as they stand in a sentence.

use crate::markup::Markup;
use crate::wording::Lang;
use domain::places::Street;
use domain::union::Desk;

impl Lang {
    /// A desk: 东华门街道总工会, the Dongcheng district union.
    pub(crate) fn desk(self, desk: Desk) -> Markup {
        self.desk_after("the ", desk)
    }

    /// The same where a sentence begins with it.
    pub(crate) fn desk_first(self, desk: Desk) -> Markup {
        self.desk_after("The ", desk)
    }

    /// Several of them.
    pub(crate) fn desks(self, desks: &[Desk]) -> Markup {
        let desks = desks.iter().enumerate().map(|(place, desk)| {
            let between = (place > 0).then(|| html!({ self.pick("、", ", ") }));
            html!({between} {self.desk(*desk)})
        });
        desks.collect()
    }

    fn desk_after(self, article: &str, desk: Desk) -> Markup {
        match (self, desk) {
            (Self::Zh, desk) => html!({ desk.name_zh() }),
            (Self::En, Desk::City) => html!({article} "city union"),
            (Self::En, Desk::District(district)) => {
                html!({article} {district.name_en()} " district union")
            }
            (Self::En, Desk::Street(street)) => {
                html!({article} "street union of " {self.street(street)})
            }
        }
    }

    /// A street, which has a Chinese name alone.
    pub(crate) fn street(self, street: Street) -> Markup {
        match self {
            Self::Zh => html!({ street.name_zh() }),
            Self::En => html!(r#"<span lang="zh-CN">"# { street.name_zh() } "</span>"),
        }
    }
}
