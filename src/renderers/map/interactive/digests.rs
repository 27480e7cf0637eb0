//! SHA-256 digests of the page's style and script, by which its policy knows them.
//!
//! Written by a test: `APES_BLESS=1 cargo test --test house digests`, then build again.

/// Digest of the style.
pub(super) const STYLE: &str = "sha256-hb5rreseONk3zNWAB7SBFNbQmjYyEMbn6Xr2a8Vj3w0=";

/// Digest of the script.
pub(super) const SCRIPT: &str = "sha256-LgQZvChqk/dxI/K8FPKIfIp24u8kct7FvSqbUYrux5U=";
