//! The parts of a whole as percentages that add up to a hundred.

use crate::language::Language;

/// Each part in per cent; what rounding takes away goes to those that lose most by it.
#[must_use]
pub fn percents(parts: &[f64], language: Language) -> Vec<String> {
    let whole: f64 = parts.iter().sum();
    if whole <= 0.0 {
        return parts.iter().map(|_| language.percent(0.0)).collect();
    }
    let exact: Vec<f64> = parts.iter().map(|part| part / whole * 100.0).collect();
    let mut shares: Vec<f64> = exact.iter().map(|share| share.floor()).collect();
    let mut losers: Vec<usize> = (0..parts.len()).collect();
    losers.sort_by(|one, other| {
        (exact[*other] - shares[*other]).total_cmp(&(exact[*one] - shares[*one]))
    });
    let mut missing = 100.0 - shares.iter().sum::<f64>();
    for place in losers {
        if missing > 0.5 {
            shares[place] += 1.0;
            missing -= 1.0;
        }
    }
    shares
        .into_iter()
        .map(|share| language.percent(share / 100.0))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_whole_add_up_to_a_hundred() {
        let told = |parts: &[f64]| percents(parts, Language::English);
        assert_eq!(told(&[71.6, 23.7, 4.7]), ["71%", "24%", "5%"]);
        assert_eq!(told(&[1.0, 1.0, 1.0]), ["34%", "33%", "33%"]);
        assert_eq!(told(&[0.0, 2.0]), ["0%", "100%"]);
        assert_eq!(told(&[0.0, 0.0]), ["0%", "0%"]);
    }
}
