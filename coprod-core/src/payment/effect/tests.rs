//! How long an effect takes without a trace; run with `--release -- --ignored --nocapture`.

use std::hint::black_box;
use std::time::Instant;

use super::fixture::{case, payment, shelf};
use super::{Case, IncomeCase, PayCase, TaxCode, Workspace, effect};
use crate::payment::HowPaid;
use crate::payment::ledger::Silent;
use crate::payment::person::Nation;

#[test]
#[ignore = "a measurement: it prints and checks nothing"]
fn how_long_an_effect_takes() {
    let wages = IncomeCase { wages: 2_000_000, ..IncomeCase::default() };
    let staff = PayCase { other_pay: 166_667, pay_to_date: 500_000, ..payment() };
    let people = [
        ("nothing but the payment", case(), payment()),
        ("wages, BR", Case { income: wages, ..case() }, PayCase { code: TaxCode::read("BR").unwrap(), ..payment() }),
        ("the payer's staff", Case { income: wages, ..case() }, staff),
        ("gross", Case { income: wages, ..case() }, PayCase { how: HowPaid::Gross, ..payment() }),
        ("Scotland", Case { income: wages, nation: Nation::Scotland, ..case() }, staff),
        (
            "higher rate",
            Case { income: IncomeCase { wages: 6_000_000, ..wages }, ..case() },
            PayCase { other_pay: 500_000, pay_to_date: 1_500_000, ..staff },
        ),
    ];
    let (shelf, mut space) = (shelf(), Workspace::default());
    for (name, person, pay) in people {
        // The quickest of many rounds: what the machine does besides slows the others.
        let (rounds, times) = (200, 10_000_i32);
        let mut best = u128::MAX;
        for _ in 0..rounds {
            let start = Instant::now();
            for extra in 0..times {
                let pay = PayCase { gross: pay.gross + i64::from(extra % 7), ..pay };
                let outcome = effect(black_box(&person), black_box(&[pay]), &shelf, &mut Silent, &mut space);
                black_box(outcome.unwrap());
            }
            best = best.min(start.elapsed().as_nanos());
        }
        println!("{name}: {} ns", best / u128::from(times.unsigned_abs()));
    }
}
