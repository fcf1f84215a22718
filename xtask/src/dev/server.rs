//! workerd, from its start to its end.

use std::fs;
use std::process::{Child, Command};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::request::{self, Answer};
use crate::place;
use crate::sh::{Outcome, problem};

const LISTENS_WITHIN: Duration = Duration::from_secs(30);
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// A running workerd; it ends when this value does.
pub(crate) struct Server {
    workerd: Child,
    told_to_stop: Receiver<()>,
}

impl Server {
    /// Starts the built site and waits until it answers.
    pub(crate) fn start(port: u16, operator_token: &str, data_keys: &str) -> Outcome<Self> {
        let objects = place::state().join("objects");
        fs::create_dir_all(&objects)
            .map_err(|why| problem(format!("{}: {why}.", objects.display())))?;
        let (stop, told_to_stop) = mpsc::channel();
        let stop = move || {
            // Fails when the server is gone already: then there is nothing to stop.
            let _ = stop.send(());
        };
        ctrlc::set_handler(stop)
            .map_err(|why| problem(format!("Ctrl-C cannot be heard: {why}.")))?;
        let dist = place::dist();
        let workerd = Command::new(place::npm_tool("xtask", "workerd/bin/workerd"))
            .arg("serve")
            .arg(dist.join("config.capnp"))
            .arg(format!("--socket-addr=http=127.0.0.1:{port}"))
            .arg(format!(
                "--directory-path=assets={}",
                dist.join("site").display()
            ))
            .arg(format!("--directory-path=state={}", objects.display()))
            .env("OPERATOR_TOKEN", operator_token)
            .env("DATA_KEYS", data_keys)
            .spawn()
            .map_err(|why| problem(format!("workerd cannot be started: {why}.")))?;
        let mut server = Self {
            workerd,
            told_to_stop,
        };
        server.until_ready(port)?;
        Ok(server)
    }

    /// Stays until the person stops it, which is well, or workerd ends by itself, which is not.
    pub(crate) fn wait(mut self) -> Outcome {
        while !self.is_told_to_stop() {
            self.is_alive()?;
        }
        Ok(())
    }

    fn until_ready(&mut self, port: u16) -> Outcome {
        let start = Instant::now();
        loop {
            match request::get(port, "/readyz") {
                Ok(answer) if answer.status == 200 => return Ok(()),
                Ok(Answer { status, body }) => {
                    return Err(problem(format!(
                        "/readyz answers {status}: {}",
                        body.trim()
                    )));
                }
                Err(_) if start.elapsed() < LISTENS_WITHIN => self.is_alive()?,
                Err(why) => return Err(problem(format!("/readyz does not answer: {why}."))),
            }
            if self.is_told_to_stop() {
                return Err(problem("Stopped."));
            }
        }
    }

    fn is_told_to_stop(&self) -> bool {
        self.told_to_stop.recv_timeout(LOOK_EVERY) != Err(RecvTimeoutError::Timeout)
    }

    fn is_alive(&mut self) -> Outcome {
        match self.workerd.try_wait() {
            Ok(None) => Ok(()),
            Ok(Some(status)) => Err(problem(format!("workerd ended with {status}; see above."))),
            Err(why) => Err(problem(format!("workerd cannot be watched: {why}."))),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Both fail only for a process that has ended.
        let _ = self.workerd.kill();
        let _ = self.workerd.wait();
    }
}
