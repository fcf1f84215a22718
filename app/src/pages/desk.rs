//! The pages on which staff work a desk.

mod asked;
mod clock;
mod forms;
mod list;
mod moves;
mod narrowing;
mod opened;
mod row;
mod stage;

pub(crate) use list::list;
pub(crate) use opened::opened;

messages! {
    desk_title: "诉求" / "Requests";
    opened_title: "一件诉求" / "A request";
}
