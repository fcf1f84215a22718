//! The form as it was opened or sent: everything typed, and what the page before had shown.

use domain::request::{Category, Draft, Field, PhotoName, Problem, bounds};
use domain::union::Level;

/// What was sent, right or wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Everything typed.
    pub draft: Draft,
    /// What the sender calls this submission, however often it is sent.
    pub key: String,
    /// Which button was pressed.
    pub step: Step,
    /// Whether the help lines were shown for what is written. Kept nowhere but in the form.
    pub danger_shown: bool,
    /// Whether numbers in the text are to stay as they are.
    pub numbers_kept: bool,
    /// Whether the field was filled in that people leave empty.
    pub trapped: bool,
    /// Why a photo that was sent just now is not among those in the draft.
    pub refused: Option<Problem>,
}

/// What a button asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To choose another category.
    Category,
    /// To see the fields again.
    Edit,
    /// To go on to the answers.
    Check,
    /// The same, past the help lines.
    Anyway,
    /// The same, with numbers in the text left as they are.
    Keep,
    /// The same, with numbers in the text masked.
    Mask,
    /// To send it.
    Send,
    /// To send it, and to join it to the like one that was offered.
    Join,
}

const STEPS: [(Step, &str); 8] = [
    (Step::Category, "category"),
    (Step::Edit, "edit"),
    (Step::Check, "check"),
    (Step::Anyway, "anyway"),
    (Step::Keep, "keep"),
    (Step::Mask, "mask"),
    (Step::Send, "send"),
    (Step::Join, "join"),
];

impl Step {
    /// The value of its button.
    pub(crate) const fn code(self) -> &'static str {
        STEPS[self as usize].1
    }

    /// Whether what is complete is sent with it.
    pub(crate) const fn sends(self) -> bool {
        matches!(self, Self::Send | Self::Join)
    }

    fn from_code(code: &str) -> Option<Self> {
        let mut steps = STEPS.iter();
        steps.find_map(|(step, of)| (*of == code).then_some(*step))
    }
}

/// The names of the inputs that are not answers.
pub(crate) mod names {
    /// Which button was pressed.
    pub(crate) const STEP: &str = "step";
    /// The name of the submission.
    pub(crate) const KEY: &str = "key";
    /// There once the help lines were shown.
    pub(crate) const DANGER: &str = "danger";
    /// There once numbers are to stay.
    pub(crate) const NUMBERS: &str = "numbers";
    /// What people leave empty and programs fill in.
    pub(crate) const TRAP: &str = "website";
    /// The files of photos; the names of those that were sent before are a field of the draft.
    pub(crate) const PHOTO: &str = "photo";
}

impl Form {
    /// The longest body of a form: a text of twice its length, each character escaped, and the rest.
    /// What is longer cannot be shown again, so there is some way between this and the bounds.
    pub const MOST_BYTES: usize = 64 << 10;

    /// More inputs than the form has, each box counted by itself.
    pub const MOST_INPUTS: usize = 64;

    /// The form of `POST /requests/new`, from a body of at most [`Self::MOST_BYTES`]. A key that
    /// cannot be one gives way to `fresh_key`. What comes without a key was not sent by the form:
    /// another page has filled something in, and whoever sent it sees the fields first.
    pub fn read(body: &[u8], fresh_key: &str) -> Self {
        Self::of(form_urlencoded::parse(body), fresh_key)
    }

    /// The same, from names and values that came otherwise.
    pub fn of<T: AsRef<str>>(inputs: impl IntoIterator<Item = (T, T)>, fresh_key: &str) -> Self {
        let mut form = Self {
            draft: Draft::default(),
            key: fresh_key.to_owned(),
            step: Step::Check,
            danger_shown: false,
            numbers_kept: false,
            trapped: false,
            refused: None,
        };
        let mut is_of_the_form = false;
        for (name, value) in inputs.into_iter().take(Self::MOST_INPUTS) {
            let value = value.as_ref();
            match name.as_ref() {
                names::STEP => form.step = Step::from_code(value).unwrap_or(Step::Check),
                names::KEY => {
                    is_of_the_form = true;
                    if is_key(value) {
                        form.key = value.to_owned();
                    }
                }
                names::DANGER => form.danger_shown = true,
                names::NUMBERS => form.numbers_kept = true,
                names::TRAP => form.trapped = !value.is_empty(),
                name => form.take(name, value),
            }
        }
        if !is_of_the_form {
            form.step = Step::Edit;
            seen_by_every_level(&mut form.draft);
        }
        form
    }

    fn take(&mut self, name: &str, value: &str) {
        match Field::from_code(name) {
            Some(field @ (Field::PhoneSeenBy | Field::NameSeenBy | Field::Photos)) => {
                self.draft.add(field, value);
            }
            Some(field) => self.draft.set(field, value),
            None => {}
        }
    }

    /// Adds a photo that was kept. One that is there already was sent once more.
    pub fn add_photo(&mut self, name: PhotoName) {
        if !self.photos().any(|photo| photo == name) {
            self.draft.add(Field::Photos, &name.to_string());
        }
    }

    /// Says why a photo is not added; of several reasons the first.
    pub fn refuse_photo(&mut self, problem: Problem) {
        self.refused.get_or_insert(problem);
    }

    /// The photos that are kept.
    pub fn photos(&self) -> impl Iterator<Item = PhotoName> {
        let names = self.draft.get(Field::Photos).split(',');
        names.filter_map(|name| PhotoName::parse(name.trim()))
    }

    /// A body that [`Self::read`] reads as this form.
    pub(crate) fn body(&self) -> String {
        let mut body = form_urlencoded::Serializer::new(String::new());
        for field in Field::all().filter(|field| !self.draft.get(*field).is_empty()) {
            body.append_pair(field.code(), self.draft.get(field));
        }
        body.append_pair(names::KEY, &self.key);
        if self.danger_shown {
            body.append_pair(names::DANGER, "shown");
        }
        if self.numbers_kept {
            body.append_pair(names::NUMBERS, "kept");
        }
        body.append_pair(names::STEP, self.step.code());
        body.finish()
    }

    /// The category, once it is chosen.
    pub fn category(&self) -> Option<Category> {
        Category::from_code(self.draft.get(Field::Category).trim())
    }
}

/// As the form is before anybody has chosen.
pub(super) fn seen_by_every_level(draft: &mut Draft) {
    let every_level: Vec<_> = Level::ALL.iter().map(|level| level.code()).collect();
    for field in [Field::PhoneSeenBy, Field::NameSeenBy] {
        draft.set(field, &every_level.join(","));
    }
}

/// Whether a submission or a move may be called that.
pub(crate) fn is_key(text: &str) -> bool {
    bounds::KEY_CHARS.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}
