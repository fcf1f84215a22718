# How workerd runs the site. `cargo xtask build` copies this file to dist/, beside what it embeds.
#
# From the folder that holds dist/: workerd serve dist/config.capnp
# Elsewhere, or with the state elsewhere:
#   workerd serve config.capnp --directory-path assets=SITE --directory-path state=STATE

using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "nuanyi", worker = .nuanyi),
    # Private: it guesses no types and lists folders, so only the Worker speaks to it.
    (name = "assets", disk = (path = "dist/site")),
    (name = "state", disk = (path = ".state/objects", writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:8787", http = (), service = "nuanyi")],
);

const nuanyi :Workerd.Worker = (
  modules = [
    (name = "index.js", esModule = embed "worker/index.js"),
    (name = "index_bg.wasm", wasm = embed "worker/index_bg.wasm"),
  ],
  # The day of the workerd in xtask/package.json.
  compatibilityDate = "2026-11-17",
  bindings = [
    (name = "REGISTRY", durableObjectNamespace = "Registry"),
    (name = "DESK", durableObjectNamespace = "Desk"),
    (name = "STAFF", durableObjectNamespace = "Staff"),
    (name = "ASSETS", service = "assets"),
    (name = "ASSETS_MANIFEST", text = embed "assets.json"),
    # Whoever bears it may load a listing and make accounts. Unset, nobody may.
    (name = "OPERATOR_TOKEN", fromEnvironment = "OPERATOR_TOKEN"),
    # What personal data is sealed with: id:base64 of 32 random bytes, commas between; the first
    # seals, all open. Unset, the site is not ready and takes no requests.
    (name = "DATA_KEYS", fromEnvironment = "DATA_KEYS"),
    # How many milliseconds a submission waits for others to be written with; 0 is for none. Unset: 2.
    (name = "COLLECT_MS", fromEnvironment = "COLLECT_MS"),
    # How long each class of requests has: class:time:warning, commas between, such as
    # urgent:2h:30m,week:7d:1d. Unset, the defaults of domain::request::Limits.
    (name = "DEADLINES", fromEnvironment = "DEADLINES"),
    # The header in which the proxy in front says whom a request comes from, such as
    # cf-connecting-ip or x-forwarded-for. Unset, requests are limited by desk alone.
    (name = "CLIENT_ADDRESS_HEADER", fromEnvironment = "CLIENT_ADDRESS_HEADER"),
    # How much is taken in a while, where that is not as by default: NAME=COUNT/SECONDS, commas
    # between.
    (name = "LIMITS", fromEnvironment = "LIMITS"),
    # What the map of the browser lies on, as JSON: layers, datum, attribution, approval. Unset, it
    # is the sketch of the build.
    (name = "MAP_TILES", fromEnvironment = "MAP_TILES"),
    # off takes the service worker away from all phones, with what it kept. Unset: on.
    (name = "SERVICE_WORKER", fromEnvironment = "SERVICE_WORKER"),
    # A clock that stands still, for tests. Unset, it is now.
    (name = "FIXED_CLOCK", fromEnvironment = "FIXED_CLOCK"),
  ],
  durableObjectNamespaces = [
    # A key never changes: it names the folder in which the objects live.
    (className = "Registry", uniqueKey = "nuanyi-registry", enableSql = true),
    (className = "Desk", uniqueKey = "nuanyi-desk", enableSql = true),
    (className = "Staff", uniqueKey = "nuanyi-staff", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "state"),
);
