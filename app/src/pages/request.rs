//! The worker's pages of a request: the form, the answers, the receipt, and how it stands.

mod actions;
pub(super) mod answers;
mod carried;
mod check;
mod contact;
mod danger;
mod details;
pub(super) mod fields;
mod follow;
pub(super) mod history;
mod join;
mod new;
mod numbers;
pub(in crate::pages) mod photos;
mod place;
mod qr;
mod receipt;
mod stage;
mod standing;

pub(super) use carried::hidden;
pub(crate) use check::check_answers;
pub(crate) use follow::follow;
pub(crate) use new::new_request;
pub(crate) use qr::qr;
pub(crate) use receipt::receipt;
pub(crate) use standing::standing;

messages! {
    new_request_title: "说说难处" / "Tell us what is wrong";
    new_request_description: "欠薪、工伤、合同、站点的毛病：一分钟写完，不用注册，多久答复写得明白。" / "Unpaid wages, an injury, a contract, a fault at a station: a minute to write, no account, and plainly by when it is answered.";
    with_problems: "有地方要改" / "Something to correct";
    check_answers_title: "提交前看一遍" / "Check your answers";
    receipt_title: "收到了" / "We have it";
    follow_title: "查办到哪一步" / "See how your request stands";
    standing_title: "你的诉求" / "Your request";
}
