//! The pages on which staff work a desk.

mod asked;
mod clock;
mod desks;
mod forms;
mod list;
mod moves;
mod narrowing;
mod opened;
mod row;
mod several;
mod stage;
mod together;

pub(crate) use list::list;
pub(crate) use opened::opened;
pub(crate) use together::together;

messages! {
    desk_title: "诉求" / "Requests";
    opened_title: "一件诉求" / "A request";
}
