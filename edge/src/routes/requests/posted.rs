//! The form as it was sent: plain, or with photos, which are kept before anything else is said.
//!
//! A browser cannot be given a chosen file back, so a photo that has come is kept for a while, and
//! the form carries its name from page to page. It could carry the photo itself, sealed; but then a
//! phone on a bad connection sends megabytes with every step.

use crate::body::Incoming;
use crate::limits::Doing;
use crate::multipart::{Bounds, File, Parts};
use crate::problem::Problem;
use crate::routes::form_body;
use crate::routes::photo::{NotTaken, take_in};
use crate::visit::Visit;
use app::request::Form;
use domain::photo::{self, Unusable};
use domain::request::{self, bounds};

const BOUNDS: Bounds = Bounds {
    parts: Form::MOST_INPUTS,
    text_bytes: Form::MOST_BYTES,
    files: bounds::PHOTOS,
    file_bytes: photo::bounds::BYTES,
};

/// Reads the form. What keeps a photo from being one is a problem of the form.
pub(super) async fn read(
    visit: &Visit,
    incoming: &Incoming,
    fresh_key: &str,
) -> Result<Form, Problem> {
    let Some(parts) = form_body::parts(visit, incoming, BOUNDS).await? else {
        let body = incoming.read(Form::MOST_BYTES).await?;
        return Ok(Form::read(&body, fresh_key));
    };
    let Parts { texts, files } = parts;
    let texts = texts.iter().map(|(name, value)| (&**name, &**value));
    let mut form = Form::of(texts, fresh_key);
    for file in files {
        match keep(visit, &form, file).await {
            Ok(name) => form.add_photo(name),
            Err(problem) => form.refuse_photo(problem),
        }
    }
    Ok(form)
}

async fn keep(
    visit: &Visit,
    form: &Form,
    file: File,
) -> Result<request::PhotoName, request::Problem> {
    let before = form.photos().count();
    let too_many = request::Problem::TooMany {
        found: before + 1,
        most: bounds::PHOTOS,
    };
    let bytes = match file {
        File::Read(bytes) => bytes,
        File::TooLarge => return Err(request::Problem::NotAPhoto(Unusable::TooLarge)),
        File::OneTooMany => return Err(too_many),
    };
    if before >= bounds::PHOTOS {
        return Err(too_many);
    }
    match take_in(visit, Doing::Filing, bytes).await {
        Ok(kept) => Ok(kept.name),
        Err(NotTaken::Unusable(why)) => Err(request::Problem::NotAPhoto(why)),
        Err(NotTaken::Problem(_)) => Err(request::Problem::NotKept),
    }
}
