//! Take-home pay against a slow and obvious second calculation: its own calendar, figures typed in from the yearly orders, exact
//! fractions, written from the regulations and not from the fast code.
//!
//! Each random household is asked for as JSON; every amount of the answer is compared to the penny. The number of households is
//! `COPROD_HOUSEHOLDS`, a million in a release run, a small number where it is not set.

mod annual;
mod credit;
mod day;
mod household;
mod law;
mod make;
mod penny;
mod published;
mod weekly;
mod whole;
mod withheld;

#[test]
fn households_can_be_made_and_reckoned() {
    let mut dice = coprod_tests::dice::Dice::new(1);
    for _ in 0..2_000 {
        let (person, payments) = make::household(&mut dice);
        let shifts = vec![0; payments.len()];
        let kept = whole::reckon(&person, &payments, &shifts);
        assert!(household::request(&person, &payments).is_object() && kept.pension >= 0);
    }
}
