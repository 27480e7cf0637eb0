//! Fingerprints of texts: whether a text is still the one that a translation was written from.

/// Returns the fingerprint of a text: eight hexadecimal digits, the same however its lines are
/// broken and its words are spaced.
///
/// It tells a change that a person made without a thought of it; it is no proof against one who
/// wants to deceive. The algorithm is FNV-1a, 64 bits folded to 32.
#[must_use]
pub fn fingerprint(text: &str) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for (index, word) in text.split_whitespace().enumerate() {
        let space = if index == 0 { "" } else { " " };
        for byte in space.bytes().chain(word.bytes()) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{:08x}", (hash >> 32) ^ (hash & 0xffff_ffff))
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn words_count_and_spaces_do_not() {
        let one = fingerprint("Il soigne, il compte.");
        assert_eq!(one.len(), 8);
        assert_eq!(one, fingerprint("  Il soigne,\n il\u{a0}compte.\n"));
        assert_ne!(one, fingerprint("Il soigne, il conte."));
        assert_ne!(fingerprint("a b"), fingerprint("ab"));
    }
}
