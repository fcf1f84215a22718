//! Runs the site on this machine, with the demonstration listing or a real one.

mod administrator;
mod listing;
pub(crate) mod request;
pub(crate) mod secret;
mod server;

use std::fs;
use std::io::ErrorKind;
use std::net::TcpListener;

use domain::listing::Subject;

pub(crate) use administrator::administrator;

use crate::order::Wishes;
use crate::sh::{Outcome, announce, problem};
use crate::{build, place};
use listing::Listing;
use server::Server;

/// Sets up, builds, starts, loads, and stays until it is told to stop.
pub(crate) fn site(wishes: &Wishes) -> Outcome {
    let port = wishes.port;
    is_free(port)?;
    // Before the build: whoever named a wrong file should not wait for it.
    let files = [
        (&wishes.stations, Subject::Stations),
        (&wishes.classes, Subject::Classes),
    ];
    let mut listings = Vec::new();
    for (file, subject) in files {
        if let Some(file) = file {
            listings.push(Listing::read(subject, file, wishes.datum)?);
        }
    }
    build::site()?;
    if wishes.fresh {
        forget()?;
    }
    let token = secret::operator_token()?;
    let server = Server::start(port, &token, &secret::data_keys()?)?;
    for listing in listings {
        listing.hand_over(port, &token)?;
    }
    announce(&format!(
        "Nuanyi 暖驿 is open at http://127.0.0.1:{port} (Ctrl-C closes it)"
    ));
    server.wait()
}

fn is_free(port: u16) -> Outcome {
    match TcpListener::bind(("127.0.0.1", port)) {
        Ok(_) => Ok(()),
        Err(why) => Err(problem(format!(
            "Port {port} cannot be had ({why}): choose another with --port."
        ))),
    }
}

fn forget() -> Outcome {
    match fs::remove_dir_all(place::state()) {
        Err(why) if why.kind() != ErrorKind::NotFound => {
            Err(problem(format!("{}: {why}.", place::state().display())))
        }
        _ => Ok(()),
    }
}
