//! What people tell without an account: that something is wrong with a station, how full it is, that
//! nothing changed.

mod confirm;
mod door;
mod form;
mod outcome;
mod photo;

pub(crate) use confirm::{confirm, due_rows};
pub(crate) use door::door;
pub(crate) use form::form;
pub(crate) use outcome::outcome;

messages! {
    report_title: "说说哪儿不对" / "Say what is wrong";
    outcome_title: "你反映的事" / "What you reported";
    door_title: "里面人多吗" / "Is it full?";
    confirm_title: "这些都没变吧" / "Has nothing changed?";
}
