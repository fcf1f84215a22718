//! What is shown once: the receipt with its secret.

use domain::request::{Filed, Secret};

/// A secret on its way to a page.
#[derive(Clone, Copy, Debug)]
pub struct Shown(pub Secret);

/// Of what is on a page, and nothing that anybody waits for: secrets are checked by their hashes.
impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.0.bytes() == other.0.bytes()
    }
}

/// What a worker holds once a request is kept: the answer to a [`super::Step::Send`] that was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Receipt {
    /// How the request begins.
    pub filed: Filed,
    /// With what it is followed.
    pub secret: Shown,
    /// Whether it was joined to a like one.
    pub joined: bool,
    /// Scheme and host of this site, for a link that another phone can read: `https://host`.
    pub origin: String,
}

impl Receipt {
    /// The whole link, the secret in the part that browsers send to nobody.
    pub fn link(&self) -> String {
        [&*self.origin, &self.address()].concat()
    }

    /// The same without scheme and host.
    pub fn address(&self) -> String {
        let secret = self.secret.0.text();
        format!("/requests/{}#{secret}", self.filed.reference)
    }
}
