//! The files of the build, and every address that nothing else answers.

use crate::coding::Coding;
use crate::config::{AssetFile, ServiceWorker};
use crate::problem::Problem;
use crate::reply::Reply;
use crate::visit::Visit;
use http::{Method, StatusCode, header};

/// The private service over the folder of files.
const SERVICE: &str = "ASSETS";

/// A file of the build at its own address.
#[worker::send]
pub(super) async fn file(method: Method, visit: Visit) -> Result<Reply, Problem> {
    at(visit.path(), &method, &visit).await
}

/// `/sw.js`: the service worker, or the way out of it.
#[worker::send]
pub(super) async fn service_worker(method: Method, visit: Visit) -> Result<Reply, Problem> {
    let path = match visit.config.service_worker {
        ServiceWorker::On => "/sw.js",
        ServiceWorker::Off => "/way-out.js",
    };
    at(path, &method, &visit).await
}

async fn at(path: &str, method: &Method, visit: &Visit) -> Result<Reply, Problem> {
    let file = visit
        .config
        .assets
        .files
        .get(path)
        .ok_or(Problem::NotFound)?;
    if !matches!(*method, Method::GET | Method::HEAD) {
        return Err(Problem::MethodNotAllowed);
    }
    if visit.holds(&file.tag) {
        return Ok(keep(Reply::empty(StatusCode::NOT_MODIFIED), file));
    }
    let coding =
        Coding::accepted(visit.text(&header::ACCEPT_ENCODING)).filter(|coding| match coding {
            Coding::Brotli => file.br,
            Coding::Gzip => file.gz,
        });
    let address = match coding {
        Some(coding) => format!("http://assets{path}.{}", coding.ending()),
        None => format!("http://assets{path}"),
    };
    let body = fetch(visit, &address).await.map_err(|error| {
        worker::console_error!("asset {path}: {error}");
        Problem::Internal
    })?;
    let reply = Reply::new(StatusCode::OK, &file.content_type, body).encoded(coding);
    Ok(keep(reply, file))
}

fn keep(reply: Reply, file: &AssetFile) -> Reply {
    if file.immutable {
        reply.immutable(&file.tag)
    } else {
        reply.revalidated(&file.tag)
    }
}

async fn fetch(visit: &Visit, address: &str) -> worker::Result<Vec<u8>> {
    let response = visit.env.service(SERVICE)?.fetch(address, None).await?;
    if response.status() != StatusCode::OK {
        return Err(worker::Error::RustError(format!(
            "the folder answers {}",
            response.status()
        )));
    }
    let body = http_body_util::BodyExt::collect(response.into_body()).await?;
    Ok(body.to_bytes().to_vec())
}
