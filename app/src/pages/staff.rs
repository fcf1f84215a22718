//! The pages on which staff sign in, set their account up, begin, and keep accounts.

mod accounts;
pub(super) mod frame;
mod freshness;
pub(super) mod inputs;
pub(super) mod own;
pub(super) mod places;
mod poster;
mod reports;
mod set_up;
mod sign_in;
mod start;

pub(crate) use accounts::{accounts, one_account};
pub(crate) use freshness::{due_list, unconfirmed};
pub(crate) use own::own_account;
pub(crate) use poster::poster;
pub(crate) use reports::{group, groups};
pub(crate) use set_up::set_up;
pub(crate) use sign_in::sign_in;
pub(crate) use start::start;

messages! {
    sign_in_title: "工作人员登录" / "Staff sign-in";
    set_up_title: "设置账号" / "Set up your account";
    staff_title: "工作台" / "Your desk";
    own_account_title: "我的账号" / "Your account";
    accounts_title: "账号" / "Accounts";
}
