//! Every page as people see it, for eyes and for the README.

use std::path::Path;

use crate::sh::{Outcome, announce, run};
use crate::{build, place, setup};

/// Builds, starts the site and photographs each page in two sizes, light and dark, two languages.
pub(crate) fn take(folder: &Path) -> Outcome {
    build::site()?;
    setup::for_browsing()?;
    announce(&format!(
        "Photographing every page into {}",
        folder.display()
    ));
    run(setup::browsing_node()
        .arg(place::root().join("e2e/screenshots.mjs"))
        .arg(folder))
}
