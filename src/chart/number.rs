//! Numbers as Vietnamese readers write them.

/// More decimals than this are noise in a chart.
const DECIMALS: usize = 6;

/// A decimal comma, dots between thousands, no trailing zeros.
pub(super) fn label(value: f64) -> String {
    let size = value.abs();
    let shortest = size.to_string();
    let decimals = shortest.split_once('.').map_or(0, |(_, tail)| tail.len()).min(DECIMALS);
    let rounded = format!("{size:.decimals$}");
    let (whole, tail) = rounded.split_once('.').unwrap_or((&rounded, ""));
    let tail = tail.trim_end_matches('0');
    let mut out = String::new();
    if value < 0.0 && (whole != "0" || !tail.is_empty()) {
        out.push('−');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    if !tail.is_empty() {
        out.push(',');
        out.push_str(tail);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_a_decimal_comma_and_dots_between_thousands() {
        let cases = [
            (1995.0, "1.995"),
            (6.4, "6,4"),
            (0.0, "0"),
            (-0.0, "0"),
            (-12.5, "−12,5"),
            (1_234_567.0, "1.234.567"),
            (999.0, "999"),
            (0.1 + 0.2, "0,3"),
            (-1e-9, "0"),
            (1_999.999_999_9, "2.000"),
        ];
        for (value, text) in cases {
            assert_eq!(label(value), text);
        }
    }
}
