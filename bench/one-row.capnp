# One row a request in plain JavaScript, on the same workerd; `state` is named on the command line.

using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "one-row", worker = .oneRow),
    (name = "state", disk = (path = ".", writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "one-row")],
);

const oneRow :Workerd.Worker = (
  modules = [(name = "one-row.worker.js", esModule = embed "one-row.worker.js")],
  compatibilityDate = "2026-11-17",
  bindings = [(name = "ONE_ROW", durableObjectNamespace = "OneRow")],
  durableObjectNamespaces = [(className = "OneRow", uniqueKey = "one-row", enableSql = true)],
  durableObjectStorage = (localDisk = "state"),
);
