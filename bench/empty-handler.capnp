# A handler that does nothing, on the same workerd: what is left is the way in and out.

using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "empty", worker = .empty)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "empty")],
);

const empty :Workerd.Worker = (
  serviceWorkerScript =
    "addEventListener('fetch', (event) => event.respondWith(new Response('ok\\n')));",
  compatibilityDate = "2026-11-17",
);
