//! SHA-256 digests of the page's style and script, by which its policy knows them.
//!
//! Written by a test: `APES_BLESS=1 cargo test --test house digests`, then build again.

/// Digest of the style.
pub(super) const STYLE: &str = "sha256-Xpvo18EYhxfIJZ7IBu4eH4td6Ynu1lAzp7O6mdwDVBQ=";

/// Digest of the script.
pub(super) const SCRIPT: &str = "sha256-hYrChJJXqzC9+EOy0dbXWWyRp92cBAicT34rXsAxRYs=";
