//! The headers that every answer carries.

/// Scripts, styles and connections from here only; WebAssembly may compile; nothing inline. It ends
/// with where pictures come from.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; \
    frame-ancestors 'none'; base-uri 'none'; img-src 'self'";

/// The policy of a page that shows pictures of those hosts, too.
pub(crate) fn policy_with_images(origins: &str) -> String {
    [CONTENT_SECURITY_POLICY, " ", origins].concat()
}

/// Name and value of each.
pub(crate) const HEADERS: &[(&str, &str)] = &[
    ("content-security-policy", CONTENT_SECURITY_POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    (
        "permissions-policy",
        "geolocation=(self), camera=(), microphone=(), payment=(), usb=()",
    ),
    ("cross-origin-opener-policy", "same-origin"),
];

/// Two years, once somebody has come over TLS.
pub(crate) const STRICT_TRANSPORT: (&str, &str) = (
    "strict-transport-security",
    "max-age=63072000; includeSubDomains",
);
