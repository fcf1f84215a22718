# A Worker that judges people; copied beside what it embeds.

using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "judge", worker = .judge)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "judge")],
);

const judge :Workerd.Worker = (
  modules = [
    (name = "worker.js", esModule = embed "verdicts.worker.js"),
    (name = "verdicts.js", esModule = embed "verdicts.js"),
    (name = "verdicts_bg.wasm", wasm = embed "verdicts_bg.wasm"),
  ],
  compatibilityDate = "2026-11-17",
);
