//! Texts to build an answer on. They leave blank what only the desk knows, and promise nothing.

use crate::wording::Lang;
use domain::policy::Programme;
use domain::request::Category;

/// A text to build on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Text {
    /// How one usually answers a request of this category.
    Of(Category),
    /// It is for others to decide.
    NotOurs,
}

const NOT_OURS: &str = "not_ours";

impl Text {
    /// What stands where something is to be filled in. What still has it is not sent.
    pub(crate) const BLANK: &'static str = "____";

    /// The value of its button.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Of(category) => category.code(),
            Self::NotOurs => NOT_OURS,
        }
    }

    /// The text with that code.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        match code {
            NOT_OURS => Some(Self::NotOurs),
            _ => Category::from_code(code).map(Self::Of),
        }
    }

    /// The programme whose rule it speaks of.
    pub(crate) fn cites(self) -> Option<Programme> {
        match self {
            Self::Of(Category::Joining) => Some(Programme::JOINING),
            Self::Of(Category::Childcare) => Some(Programme::HOLIDAY_CLASS),
            Self::Of(Category::Hardship) => Some(Programme::HARDSHIP_AID),
            Self::Of(_) | Self::NotOurs => None,
        }
    }
}

impl Lang {
    /// The words of a text.
    pub(crate) const fn text_to_build_on(self, text: Text) -> &'static str {
        match text {
            Text::Of(category) => self.of_category(category),
            Text::NotOurs => self.pick(
                "这件事归____定，工会定不了。他们的电话：____。我们能帮上的：____。",
                "This is for ____ to decide, not for the union. Their number: ____. What we can do: ____.",
            ),
        }
    }

    const fn of_category(self, category: Category) -> &'static str {
        match category {
            Category::Pay => self.pick(
                "我们找____谈过了。他们答应：____，最晚____。到时候没做到，在这里点“没解决”。",
                "We spoke to ____. They agreed to: ____, by ____ at the latest. If they do not, say “Not solved” here.",
            ),
            Category::Dispute => self.pick(
                "调解约在____（时间）、____（地点），带上____。来不了，在这里写一句，改时间。",
                "The mediation is on ____ at ____. Bring ____. If you cannot come, write here and we find another time.",
            ),
            Category::LegalAid => self.pick(
                "接你这件事的是____，电话____。去的时候带上____。",
                "Your case is with ____, telephone ____. Bring ____ when you go.",
            ),
            Category::Joining => self.pick(
                "入会的条件写在下面的规则里。你这种情况找____办，带上____。",
                "The rule below says who may join. In your case go to ____ and bring ____.",
            ),
            Category::Programme => self.pick(
                "条件写在下面的规则里。对照你说的：____。下一步：____。",
                "The rule below has the conditions. With what you told us: ____. The next step: ____.",
            ),
            Category::Station => self.pick(
                "我们____去看过了：____。现在____。",
                "We went there on ____: ____. Now ____.",
            ),
            Category::Childcare => self.pick(
                "托管班的条件写在下面的规则里。离你近的班：____，报名____到____。",
                "The rule below has the conditions. The class near you: ____, enrolment from ____ to ____.",
            ),
            Category::Hardship => self.pick(
                "帮扶的条件写在下面的规则里。你先备好____，交到____，找____。",
                "The rule below has the conditions. Please get ____ ready and bring it to ____; ask for ____.",
            ),
            Category::Psychological => self.pick(
                "约在____（时间），由____跟你谈，在____。在那之前想找人说说，打 12356。",
                "You can speak to ____ on ____, at ____. If you want to talk to somebody before then, call 12356.",
            ),
            Category::Safety => self.pick(
                "我们____到了现场：____。单位要在____前改好：____。",
                "We were there on ____: ____. The employer is to put this right by ____: ____.",
            ),
            Category::Praise => self.pick(
                "谢谢你写来。已经告诉了____，他们说：____。",
                "Thank you for writing. We told ____, who said: ____.",
            ),
            Category::Other => self.pick(
                "我们问清楚了：____。你可以____。",
                "This is what we found out: ____. You can ____.",
            ),
        }
    }
}
