//! Numbers that look like chance and are the same on every machine.

/// A stream of numbers: `SplitMix64`.
///
/// Source: G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators" (OOPSLA
/// 2014), with
/// the constants of S. Vigna's `splitmix64.c` (2015, public domain).
pub struct Chance(u64);

impl Chance {
    /// The stream of one thing: streams of other names or places have nothing to do with it.
    pub fn of(seed: u64, name: &str, place: usize) -> Self {
        let named = name
            .bytes()
            .fold(seed, |state, byte| Self(state ^ u64::from(byte)).number());
        Self(Self(named ^ place as u64).number())
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, but not including, a limit; 0 where the limit is.
    pub fn below(&mut self, limit: usize) -> usize {
        let scaled = (u128::from(self.number()) * limit as u128) >> 64;
        usize::try_from(scaled).unwrap_or_default()
    }

    /// A number between two, both included.
    pub fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most.saturating_sub(least) + 1)
    }

    /// A year between two, both included.
    pub fn year(&mut self, first: u16, last: u16) -> u16 {
        first
            + u16::try_from(self.below(usize::from(last.saturating_sub(first)) + 1))
                .unwrap_or_default()
    }

    /// True once in so many times.
    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of several.
    pub fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }

    /// So many different ones of several, in their order.
    pub fn some<'a>(&mut self, from: &[&'a str], count: usize) -> Vec<&'a str> {
        let mut left = count.min(from.len());
        let mut chosen = Vec::with_capacity(left);
        for (place, word) in from.iter().enumerate() {
            if self.below(from.len() - place) < left {
                chosen.push(*word);
                left -= 1;
            }
        }
        chosen
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    /// The first numbers that `splitmix64.c` gives for the seed 1234567.
    #[test]
    fn gives_the_published_numbers() {
        let mut chance = Chance(1_234_567);
        let expected = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
        ];
        assert_eq!(
            [chance.number(), chance.number(), chance.number()],
            expected
        );
    }
}
