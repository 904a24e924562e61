//! Codes as they stand on payslips.

use super::*;

fn read(text: &str) -> Option<(TaxCodeKind, bool, bool)> {
    TaxCode::read(text).map(|code| (code.kind, code.by_period, code.scottish))
}

#[test]
fn codes_are_read_with_prefix_and_basis() {
    use TaxCodeKind::{Allowance, BasicRate, HigherRate, NoTax};
    let cases = [
        ("1257L", Allowance(12_579), false, false),
        ("1257l m1", Allowance(12_579), true, false),
        ("1257L W1/M1", Allowance(12_579), true, false),
        ("1257LX", Allowance(12_579), true, false),
        ("S1257L", Allowance(12_579), false, true),
        ("C1383M W1", Allowance(13_839), true, false),
        ("1131N", Allowance(11_319), false, false),
        ("500T", Allowance(5_009), false, false),
        ("0T", Allowance(0), false, false),
        ("S0T X", Allowance(0), true, true),
        ("K475", Allowance(-4_759), false, false),
        ("SK475 M1", Allowance(-4_759), true, true),
        ("BR", BasicRate, false, false),
        ("SBR M1", BasicRate, true, true),
        ("CBR", BasicRate, false, false),
        ("D0", HigherRate(0), false, false),
        ("CD1", HigherRate(1), false, false),
        ("SD3", HigherRate(3), false, true),
        ("NT", NoTax, false, false),
    ];
    for (text, kind, by_period, scottish) in cases {
        assert_eq!(read(text), Some((kind, by_period, scottish)), "{text}");
    }
}

#[test]
fn what_is_no_code_is_not_read() {
    for text in
        ["", " ", "L", "1257", "1257A", "D2", "D4", "SD4", "K0", "K", "KL", "SNT", "CNT", "SS1257L", "-5L", "1234567L", "M1", "S"]
    {
        assert_eq!(read(text), None, "{text}");
    }
    assert_eq!(read(&"1257L".repeat(1000)), None);
}
