//! `/staff/accounts` and `/staff/accounts/{id}`: the accounts that an administrator keeps.

use super::frame::{frame, post};
use super::inputs::{Line, hidden};
use super::own::good;
use super::places::places;
use crate::live::request::street::option;
use crate::markup::Markup;
use crate::staff::{
    AccountDraft, AccountProblem, AccountRow, Accounts, Invited, OneAccount,
    account_wishes as wishes, names,
};
use crate::wording::Lang;
use domain::staff::{NameProblem, Role, StaffId};
use domain::union::Desk;
use leptos::prelude::*;

messages! {
    accounts_lead: "本单位和下级的账号。" / "The accounts at your place and below.";
    accounts_find: "按姓名或账号找" / "Find by name or account";
    accounts_find_act: "找" / "Find";
    accounts_none: "没有找到。" / "None was found.";
    accounts_more: "还有更多，写得再细一点。" / "There are more: say more of the name.";
    account_new: "开一个账号" / "Make an account";
    account_make: "开账号" / "Make it";
    account_save: "保存" / "Save";
    account_saved: "改好了。" / "It is changed.";
    account_name_hint: "登录用：2 到 32 个小写字母、数字，中间可以有 . - _" / "To sign in with: 2 to 32 Latin letters and digits, with . - _ between them.";
    person_label: "姓名" / "Person";
    role_label: "角色" / "Role";
    desk_label: "单位" / "Place";
    choose_first: "选一个" / "Choose";
    name_wrong: "账号只能用小写字母和数字，2 到 32 个，中间可以有 . - _" / "Use 2 to 32 Latin letters and digits, with . - _ between them.";
    name_missing: "写上账号。" / "Give an account name.";
    name_taken: "这个账号已经有人用了，换一个。" / "Somebody has this name. Choose another.";
    person_missing: "写上姓名。" / "Give the person’s name.";
    person_wrong: "姓名至多 40 个字。" / "A name has at most 40 characters.";
    role_missing: "选一个角色。" / "Choose a role.";
    desk_missing: "选一个单位：本单位或者下级。" / "Choose a place: yours, or one below.";
    account_stop: "停用" / "Stop the account";
    account_stop_why: "停用以后登录不了，正在登录的马上退出。记录都留着。" / "Nobody can sign in with it, and whoever is signed in is out at once. The records stay.";
    account_resume: "恢复使用" / "Let it work again";
    account_invite: "给一个新链接" / "Give a new link";
    account_invite_why: "忘了密码、丢了手机，用新链接重新设置。用了以后，旧密码和动态码作废。" / "For whoever lost password or phone: with it the account is set up anew, and password and codes until now are void.";
    account_is_stopped: "已停用" / "stopped";
    account_not_set_up: "还没设置" / "not set up yet";
    invited_title: "把这个链接交给本人" / "Give this link to nobody else than";
    invited_keep: "只显示这一次，一天之内有效，只能用一次。当面给，或者用单位的内部渠道发。" / "It is shown this once, and works for a day, and once. Hand it over in person, or the way your office sends what is confidential.";
}

/// The list, and the form for a new one.
pub(crate) fn accounts(lang: Lang, model: Accounts) -> impl IntoView {
    let token = &*model.who.form_token;
    let rows: Markup = model
        .accounts
        .iter()
        .map(|row| account(lang, row))
        .collect();
    let list = match model.accounts.is_empty() {
        true => html!("<p>" {lang.accounts_none()} "</p>"),
        false => html!("<ul>" {rows} "</ul>"),
    };
    let more =
        (model.total > model.accounts.len()).then(|| html!("<p>" {lang.accounts_more()} "</p>"));
    let find = Line {
        name: names::WANTED,
        label: lang.accounts_find(),
        hint: None,
        problem: None,
        value: &model.wanted,
        attributes: r#" type="search" autocomplete="off""#,
    };
    let form = Form {
        lang,
        draft: &model.draft,
        problems: &model.problems,
        above: model.who.staff.desk,
    };
    let make = html!(
        {form.name()} {form.rest()} r#"<p><button class="act">"# {lang.account_make()} "</button></p>"
    );
    let content = html!(
        {invited(lang, model.invited.as_ref())} "<p>" {lang.accounts_lead()}
        r#"</p><form method="get" action="/staff/accounts">"# {find.field()}
        r#"<p><button class="quiet">"# {lang.accounts_find_act()} "</button></p></form>" {list} {more}
        "<section><h2>" {lang.account_new()} "</h2>" {post("/staff/accounts", token, make)} "</section>"
    );
    frame(lang, &model.who, lang.accounts_title(), content)
}

/// One of them.
pub(crate) fn one_account(lang: Lang, model: OneAccount) -> impl IntoView {
    let token = &*model.who.form_token;
    let row = &model.account;
    let address = address(row.staff.id);
    let form = Form {
        lang,
        draft: &model.draft,
        problems: &model.problems,
        above: model.who.staff.desk,
    };
    let wish = |wish: &str, why: &str, act: &str| {
        let form = html!(
            {hidden(names::WISH, wish)} r#"<p><button class="quiet">"# {act} "</button></p>"
        );
        html!("<section><p>" {why} "</p>" {post(&address, token, form)} "</section>")
    };
    let stop = match row.active {
        true => wish(wishes::STOP, lang.account_stop_why(), lang.account_stop()),
        false => wish(
            wishes::RESUME,
            lang.account_is_stopped(),
            lang.account_resume(),
        ),
    };
    let save = html!(
        {hidden(names::WISH, wishes::SAVE)} {form.rest()} r#"<p><button class="act">"#
        {lang.account_save()} "</button></p>"
    );
    let content = html!(
        {model.saved.then(|| good(lang.account_saved()))} {invited(lang, model.invited.as_ref())}
        "<p>" {lang.account_name()} " <b>" {&*row.name} "</b></p>" {post(&address, token, save)}
        {wish(wishes::INVITE, lang.account_invite_why(), lang.account_invite())} {stop}
    );
    frame(lang, &model.who, &row.person, content)
}

fn account(lang: Lang, row: &AccountRow) -> Markup {
    let state = match (row.active, row.is_set_up) {
        (false, _) => Some(lang.account_is_stopped()),
        (true, false) => Some(lang.account_not_set_up()),
        (true, true) => None,
    };
    let state = state.map(|state| html!(" · <b>" {state} "</b>"));
    html!(
        r#"<li><a href=""# {address(row.staff.id)} r#"">"# {&*row.person} " (" {&*row.name} ")</a> <span>"
        {lang.role(row.staff.role)} " · " {lang.desk_first(row.staff.desk)} {state} "</span></li>"
    )
}

fn address(id: StaffId) -> String {
    format!("/staff/accounts/{}", id.0)
}

fn invited(lang: Lang, invited: Option<&Invited>) -> Option<Markup> {
    let Invited { person, link } = invited?;
    Some(html!(
        r#"<section class="receipt" role="status"><h2>"# {lang.invited_title()} " " {&**person}
        r#"</h2><p class="link">"# {&**link} "</p><p><b>" {lang.invited_keep()} "</b></p></section>"
    ))
}

/// The inputs of an account.
struct Form<'a> {
    lang: Lang,
    draft: &'a AccountDraft,
    problems: &'a [AccountProblem],
    /// The desk at and below which it may be.
    above: Desk,
}

impl Form<'_> {
    fn problem(&self, fits: impl Fn(&AccountProblem) -> bool) -> Option<&'static str> {
        let found = self.problems.iter().find(|problem| fits(problem))?;
        Some(self.lang.account_problem(*found))
    }

    fn name(&self) -> Markup {
        Line {
            name: names::NAME,
            label: self.lang.account_name(),
            hint: Some(self.lang.account_name_hint()),
            problem: self.problem(|problem| {
                matches!(problem, AccountProblem::Name(_) | AccountProblem::NameTaken)
            }),
            value: &self.draft.name,
            attributes: r#" required autocomplete="off" autocapitalize="none" spellcheck="false""#,
        }
        .field()
    }

    fn rest(&self) -> Markup {
        let lang = self.lang;
        let person = Line {
            name: names::PERSON,
            label: lang.person_label(),
            hint: None,
            problem: self.problem(|problem| matches!(problem, AccountProblem::Person(_))),
            value: &self.draft.person,
            attributes: r#" required autocomplete="off""#,
        };
        let roles: Markup = Role::ALL
            .iter()
            .map(|role| {
                option(
                    role.code(),
                    lang.role(*role),
                    self.draft.role == role.code(),
                )
            })
            .collect();
        let role = self.problem(|problem| *problem == AccountProblem::Role);
        let desk = self.problem(|problem| *problem == AccountProblem::Desk);
        html!(
            {person.field()} {self.select(names::ROLE, lang.role_label(), role, roles)}
            {self.select(names::DESK, lang.desk_label(), desk, self.desks())}
        )
    }

    fn select(
        &self,
        name: &'static str,
        label: &str,
        problem: Option<&str>,
        options: Markup,
    ) -> Markup {
        let said = problem
            .map(|problem| html!(r#"<p class="problem" id="p-"# {name} r#"">"# {problem} "</p>"));
        let described =
            problem.map(|_| html!(r#" aria-invalid="true" aria-describedby="p-"# {name} "\""));
        html!(
            r#"<div class="field"><label for="f-"# {name} r#"">"# {label} "</label>" {said}
            r#"<select id="f-"# {name} r#"" name=""# {name} "\"" {described} " required>"
            {option("", self.lang.choose_first(), false)} {options} "</select></div>"
        )
    }

    /// The desks at and below the administrator's own.
    fn desks(&self) -> Markup {
        let lang = self.lang;
        let city = Desk::City.code();
        let is_chosen = self.draft.desk == city;
        let city = (self.above == Desk::City).then(|| option(&city, lang.the_city(), is_chosen));
        html!({city} {places(lang, self.above, &self.draft.desk)})
    }
}

impl Lang {
    /// What is wrong with an account as it was typed.
    const fn account_problem(self, problem: AccountProblem) -> &'static str {
        match problem {
            AccountProblem::Name(NameProblem::Missing) => self.name_missing(),
            AccountProblem::Name(_) => self.name_wrong(),
            AccountProblem::NameTaken => self.name_taken(),
            AccountProblem::Person(NameProblem::Missing) => self.person_missing(),
            AccountProblem::Person(_) => self.person_wrong(),
            AccountProblem::Role => self.role_missing(),
            AccountProblem::Desk => self.desk_missing(),
        }
    }

    const fn the_city(self) -> &'static str {
        self.pick("北京市总工会", "the city union")
    }
}
