//! Photos on their way to the desks and from them.

use super::{Client, broken};
use crate::desk::questions::{Denied, Done, Question, Shown, Waiting};
use crate::desk::vault;
use crate::keys::Keys;
use crate::photo_key::{self, PhotoKey};
use crate::problem::Problem;
use crate::visit::Visit;
use domain::photo::Photo;
use domain::request::{PhotoName, Reference, Secret};
use domain::time::BeijingTime;
use domain::union::Desk;
use records::moment;

/// A photo that is kept for a while, until what it belongs to comes.
pub(crate) struct KeptPhoto {
    /// With what that names it.
    pub(crate) name: PhotoName,
    /// Until when.
    pub(crate) until: BeijingTime,
}

/// A photo that waits, as it is kept.
pub(crate) struct WaitingPhoto {
    /// What opens it.
    pub(crate) key: PhotoKey,
    pub(crate) sealed: Vec<u8>,
}

impl Client {
    /// Keeps a photo for a while. Nobody knows yet whose request it belongs to, so it waits at the
    /// city's desk.
    pub(crate) async fn keep_photo(
        visit: &Visit,
        keys: &Keys,
        photo: &Photo,
    ) -> Result<KeptPhoto, Problem> {
        let key = keys.first();
        let name = photo_key::name(key, &photo.bytes);
        let photo_key = PhotoKey::new(name);
        let mut question = Question::KeepPhoto(Waiting {
            name: name.to_string(),
            data_key: key.id().to_owned(),
            wrapped: photo_key.wrap(key),
            sealed: photo_key.seal(&photo.bytes),
        });
        let city = Self::keeper(visit, &Desk::City.code())?;
        let Done::PhotoKept { until } = city.bring(&mut question).await? else {
            return Err(Problem::Internal);
        };
        let until = moment(until).map_err(|unreadable| broken(unreadable.into()))?;
        Ok(KeptPhoto { name, until })
    }

    /// A photo that waits there; `None` if it does not any more, or never did.
    pub(crate) async fn waiting_photo(
        visit: &Visit,
        keys: &Keys,
        name: PhotoName,
    ) -> Result<Option<WaitingPhoto>, Problem> {
        let city = Self::keeper(visit, &Desk::City.code())?;
        let question = Question::TakePhoto {
            name: name.to_string(),
        };
        let waiting = match city.try_to(&question).await? {
            Ok(Done::PhotoTaken(waiting)) => waiting,
            Err(Denied::PhotoGone) => return Ok(None),
            _ => return Err(Problem::Internal),
        };
        let key = vault::key(keys, &waiting.data_key).map_err(broken)?;
        let key = PhotoKey::unwrap(&waiting.wrapped, key, name);
        Ok(Some(WaitingPhoto {
            key: key.map_err(|not_ours| broken(not_ours.into()))?,
            sealed: waiting.sealed,
        }))
    }

    /// The photo of that number, for the worker.
    pub(crate) async fn photo(
        &self,
        reference: Reference,
        secret: Secret,
        number: u32,
    ) -> Result<Vec<u8>, Problem> {
        let shown = Shown::new(reference.to_string(), secret);
        let Done::Photo { bytes } = self.ask(&Question::Photo(shown, number)).await? else {
            return Err(Problem::Internal);
        };
        Ok(bytes)
    }
}
