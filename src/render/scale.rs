//! Powers of ten, of which the steps of an axis are made.

/// The highest power of ten that is no higher than a number above zero, exactly as its digits have it; 1 for any other.
///
/// The digits are asked, and no logarithm, since that would have the library of the C language for such things loaded at
/// every start, and rounds besides.
pub fn power_of_ten(number: f64) -> f64 {
    let digits = format!("{number:e}");
    let exponent = digits.split_once('e').filter(|_| number > 0.0);
    let power = exponent.map(|(_, exponent)| format!("1e{exponent}").parse());
    power.and_then(Result::ok).unwrap_or(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_the_power_below_it() {
        let powers = [61_580.0, 1000.0, 999.9, 1.0, 0.07, 1e-7, 1e300].map(power_of_ten);
        assert_eq!(powers, [10_000.0, 1000.0, 100.0, 1.0, 0.01, 1e-7, 1e300]);
        let none = [0.0, -50.0, f64::NAN, f64::INFINITY].map(power_of_ten);
        assert_eq!(none, [1.0; 4]);
    }
}
