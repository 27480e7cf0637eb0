//! Pseudorandom numbers that are the same on every machine.

/// A stream of pseudorandom numbers: `SplitMix64`.
///
/// Sources: G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators"
/// (OOPSLA 2014), with the constants of S. Vigna's `splitmix64.c` (2015, public domain).
pub struct Random(u64);

impl Random {
    /// Returns the stream of one aspect of one record. Streams with other names or indices are
    /// independent of it, so that a change of one aspect leaves the others as they are.
    pub fn new(seed: u64, name: &str, index: usize) -> Self {
        let named = name
            .bytes()
            .fold(seed, |state, byte| Self(state ^ u64::from(byte)).number());
        Self(Self(named ^ index as u64).number())
    }

    /// Returns the next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number from 0 to `limit`, which is excluded; 0 if the limit is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        // The upper half of a product is uniform; a remainder would favour small numbers.
        let scaled = (u128::from(self.number()) * limit as u128) >> 64;
        usize::try_from(scaled).unwrap_or_default()
    }

    /// Returns a number between two others, both included.
    pub fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most.saturating_sub(least) + 1)
    }

    /// Returns a year between two others, both included.
    pub fn year(&mut self, first: u16, last: u16) -> u16 {
        first
            + u16::try_from(self.below(usize::from(last.saturating_sub(first)) + 1))
                .unwrap_or_default()
    }

    /// Returns true with a probability of 1 in `n`.
    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// Returns one of several values.
    pub fn pick<'a, T: ?Sized>(&mut self, values: &[&'a T]) -> &'a T {
        self.one_of::<&'a T>(values)
    }

    /// Returns one row of a table.
    #[expect(
        clippy::indexing_slicing,
        reason = "the tables to choose from are constants of this program, and none is empty"
    )]
    pub fn one_of<'t, T>(&mut self, rows: &'t [T]) -> &'t T {
        &rows[self.below(rows.len())]
    }

    /// Returns `count` different values out of several, in their order; all of them if there are
    /// fewer.
    pub fn sample<'a>(&mut self, values: &[&'a str], count: usize) -> Vec<&'a str> {
        let mut missing = count.min(values.len());
        let mut chosen = Vec::with_capacity(missing);
        for (index, value) in values.iter().enumerate() {
            // Each value is chosen with the probability that fills the rest of the sample.
            if self.below(values.len() - index) < missing {
                chosen.push(*value);
                missing -= 1;
            }
        }
        chosen
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    /// The first numbers that `splitmix64.c` gives for the seed 1234567.
    #[test]
    fn gives_the_published_numbers() {
        let mut random = Random(1_234_567);
        let expected = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
        ];
        assert_eq!(
            [random.number(), random.number(), random.number()],
            expected
        );
    }
}
