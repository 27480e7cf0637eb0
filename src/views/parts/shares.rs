//! The parts of a whole as percentages that add up to a hundred.

use crate::language::Language;

/// Each part in per cent, rounded so that all add up to 100 (the method of largest remainders).
#[must_use]
pub fn percents(parts: &[f64], language: Language) -> Vec<String> {
    let whole: f64 = parts.iter().sum();
    if whole <= 0.0 {
        return parts.iter().map(|_| language.percent(0.0)).collect();
    }
    let exact: Vec<f64> = parts.iter().map(|part| part / whole * 100.0).collect();
    let mut rounded: Vec<f64> = exact.iter().map(|share| share.floor()).collect();
    let mut missing = 100.0 - rounded.iter().sum::<f64>();
    let mut by_remainder: Vec<(f64, &mut f64)> = exact
        .iter()
        .zip(&mut rounded)
        .map(|(exact, rounded)| (exact - *rounded, rounded))
        .collect();
    by_remainder.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    for (_, share) in by_remainder {
        // All shares are whole here: half a unit separates one missing from none.
        if missing > 0.5 {
            *share += 1.0;
            missing -= 1.0;
        }
    }
    rounded
        .into_iter()
        .map(|share| language.percent(share / 100.0))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_whole_add_up_to_a_hundred() {
        assert_eq!(
            percents(&[71.6, 23.7, 4.7], Language::English),
            ["71%", "24%", "5%"]
        );
        assert_eq!(
            percents(&[1.0, 1.0, 1.0], Language::English),
            ["34%", "33%", "33%"]
        );
        assert_eq!(percents(&[0.0, 2.0], Language::English), ["0%", "100%"]);
        assert_eq!(percents(&[0.0, 0.0], Language::English), ["0%", "0%"]);
    }
}
