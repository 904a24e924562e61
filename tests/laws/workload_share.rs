//! What holds whenever an amount is shared.

use coprod_core::workload::share::{ShareAnswer, ShareRequest, share};
use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;
use serde_json::{Value, json};

const BY_CLAIMS: [&str; 6] = ["by_claim", "cea", "cel", "talmud", "random_arrival", "piniles"];

fn money(pence: u64) -> String {
    format!("{}.{:02}", pence / 100, pence % 100)
}

fn asked(request: &Value) -> ShareAnswer {
    let request: ShareRequest = serde_json::from_value(request.clone()).unwrap();
    share(&request).unwrap()
}

fn claiming(claims: &[u64], amount: u64, rules: &[&str]) -> Value {
    let parties: Vec<Value> =
        claims.iter().enumerate().map(|(place, claim)| json!({"id": format!("p{place}"), "claim": money(*claim)})).collect();
    json!({"parties": parties, "amount": money(amount), "rules": rules})
}

fn exact(answer: &ShareAnswer, rule: usize) -> Vec<BigRational> {
    let hundred = BigInt::from(100);
    let pence = |text: String| text.parse::<BigRational>().unwrap() * &hundred;
    answer.results[rule].shares.iter().map(|share| pence(share.exact.as_ref().unwrap().to_string())).collect()
}

/// The exact shares in pence under one rule.
fn shares(claims: &[u64], amount: u64, rule: &str) -> Vec<BigRational> {
    exact(&asked(&claiming(claims, amount, &[rule])), 0)
}

fn whole(pence: u64) -> BigRational {
    BigRational::from_integer(BigInt::from(pence))
}

/// Claims and an amount that they cover.
fn problem() -> impl Strategy<Value = (Vec<u64>, u64)> {
    prop::collection::vec(prop_oneof![Just(0), 0_u64..12, 0_u64..20_000], 1..8)
        .prop_flat_map(|claims| (Just(claims.clone()), 0..=claims.iter().sum()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn shares_sum_to_the_amount_and_stay_between_nothing_and_the_claim((claims, amount) in problem()) {
        let answer = asked(&claiming(&claims, amount, &BY_CLAIMS));
        for (rule, result) in answer.results.iter().enumerate() {
            let shares = exact(&answer, rule);
            prop_assert_eq!(shares.iter().sum::<BigRational>(), whole(amount));
            let pence: Vec<i64> = result.shares.iter().map(|share| share.amount.unwrap().pence()).collect();
            prop_assert_eq!(u64::try_from(pence.iter().sum::<i64>()).unwrap(), amount);
            for ((share, pence), claim) in shares.iter().zip(&pence).zip(&claims) {
                prop_assert!(*share >= whole(0) && *share <= whole(*claim));
                prop_assert!(*pence >= 0 && pence.unsigned_abs() <= *claim);
                let rounded = BigRational::from_integer(BigInt::from(*pence)) - share;
                prop_assert!(rounded < whole(1) && -rounded < whole(1));
            }
        }
        for row in &answer.side_by_side {
            prop_assert!(row.least.unwrap() <= row.most.unwrap());
            prop_assert_eq!(row.amounts.len(), BY_CLAIMS.len());
        }
    }

    #[test]
    fn more_to_share_is_less_for_nobody((claims, amount) in problem(), more in 1_u64..500) {
        let more = (amount + more).min(claims.iter().sum());
        for rule in BY_CLAIMS {
            let (before, after) = (shares(&claims, amount, rule), shares(&claims, more, rule));
            prop_assert!(before.iter().zip(&after).all(|(before, after)| before <= after), "{rule}: {before:?} {after:?}");
        }
    }

    #[test]
    fn who_claims_more_gets_no_less_and_goes_without_no_less((claims, amount) in problem()) {
        for rule in BY_CLAIMS {
            let shares = shares(&claims, amount, rule);
            for (one, own) in claims.iter().zip(&shares) {
                for (other, theirs) in claims.iter().zip(&shares) {
                    if one <= other {
                        prop_assert!(own <= theirs, "{rule}");
                        prop_assert!(rule == "piniles" || whole(*one) - own <= whole(*other) - theirs, "{rule}");
                    }
                }
            }
        }
    }

    #[test]
    fn names_and_their_order_change_nothing((claims, amount) in problem(), turn in 0_usize..8) {
        let turn = turn % claims.len();
        let mut turned = claims.clone();
        turned.rotate_left(turn);
        for rule in BY_CLAIMS {
            let mut expected = shares(&claims, amount, rule);
            expected.rotate_left(turn);
            prop_assert_eq!(shares(&turned, amount, rule), expected);
        }
    }

    /// Sharing what there is under one rule is sharing what is missing under its dual.
    #[test]
    fn duals_share_what_is_missing((claims, amount) in problem()) {
        let missing = claims.iter().sum::<u64>() - amount;
        for (rule, dual) in [("cea", "cel"), ("talmud", "talmud"), ("random_arrival", "random_arrival"), ("by_claim", "by_claim")] {
            let got = shares(&claims, amount, rule);
            let lost = shares(&claims, missing, dual);
            for ((got, lost), claim) in got.iter().zip(&lost).zip(&claims) {
                prop_assert_eq!(got + lost, whole(*claim), "{} {}", rule, dual);
            }
        }
    }

    /// Any two share what they have together as the rule for the contested garment says.
    #[test]
    fn the_talmud_agrees_for_every_two((claims, amount) in problem()) {
        let shares = shares(&claims, amount, "talmud");
        for (one, own) in claims.iter().zip(&shares) {
            for (other, theirs) in claims.iter().zip(&shares).skip(1) {
                if std::ptr::eq(one, other) {
                    continue;
                }
                let (one, other, both) = (whole(*one), whole(*other), own + theirs);
                let zero = whole(0);
                // What each leaves to the other without dispute, and half of the rest.
                let to_one = (&both - &other).max(zero.clone());
                let to_other = (&both - &one).max(zero);
                let contested = &both - &to_one - &to_other;
                prop_assert_eq!(own, &(to_one + contested / BigInt::from(2)));
            }
        }
    }

    #[test]
    fn two_claims_are_shared_alike_by_the_talmud_and_in_random_order(one in 0_u64..5_000, other in 0_u64..5_000, part in 0_u64..=100) {
        let amount = (one + other) * part / 100;
        prop_assert_eq!(shares(&[one, other], amount, "talmud"), shares(&[one, other], amount, "random_arrival"));
    }

    #[test]
    fn what_is_beyond_all_claims_is_shared_equally((claims, _) in problem(), surplus in 1_u64..5_000) {
        let total: u64 = claims.iter().sum();
        prop_assume!(total > 0);
        let mut request = claiming(&claims, total + surplus, &BY_CLAIMS);
        request["above_claims"] = json!("equal");
        let answer = asked(&request);
        let claimants = claims.iter().filter(|claim| **claim > 0).count();
        let more = whole(surplus) / BigInt::from(claimants);
        for rule in 0..BY_CLAIMS.len() {
            for (share, claim) in exact(&answer, rule).iter().zip(&claims) {
                prop_assert_eq!(share, &if *claim > 0 { whole(*claim) + &more } else { whole(0) });
            }
        }
        let refused: ShareRequest = serde_json::from_value(claiming(&claims, total + surplus, &["cea"])).unwrap();
        let error = share(&refused).unwrap_err().to_string();
        prop_assert!(error.contains(&format!("{} would be left over", money(surplus))), "{}", error);
    }

    #[test]
    fn weights_and_hours_share_in_proportion(weights in prop::collection::vec(0_u64..50, 1..6), amount in 0_u64..1_000_000) {
        let total: u64 = weights.iter().sum();
        prop_assume!(total > 0);
        let parties: Vec<Value> = weights
            .iter()
            .enumerate()
            .map(|(place, weight)| json!({"id": format!("p{place}"), "weight": weight, "hours": weight}))
            .collect();
        let answer = asked(&json!({"parties": parties, "amount": money(amount), "rules": ["by_weight", "by_hours"]}));
        for rule in 0..2 {
            for (share, weight) in exact(&answer, rule).iter().zip(&weights) {
                prop_assert_eq!(share, &(whole(amount) * BigInt::from(*weight) / BigInt::from(total)));
            }
        }
    }

    /// Of a game in which joining a larger group never adds less, every order's shares are in the core, and so is their mean.
    #[test]
    fn the_shapley_value_of_what_claims_leave_is_in_the_core((claims, amount) in problem()) {
        let mut request = claiming(&claims, amount, &["shapley", "nucleolus", "talmud", "random_arrival"]);
        request["game"] = json!({"bankruptcy": {}});
        let answer = asked(&request);
        prop_assert!(!answer.core.as_ref().unwrap().empty);
        prop_assert!(answer.results.iter().all(|result| result.core.as_ref().unwrap().in_core));
        prop_assert_eq!(exact(&answer, 0), exact(&answer, 3));
        prop_assert_eq!(exact(&answer, 1), exact(&answer, 2));
    }

    /// A cost game is a revenue game with the sign turned.
    #[test]
    fn an_airport_is_shared_so_that_nobody_would_rather_build_alone(costs in prop::collection::vec(0_u64..10_000, 1..8)) {
        let parties: Vec<Value> = (0..costs.len()).map(|place| json!({"id": format!("p{place}")})).collect();
        let stated: serde_json::Map<String, Value> =
            costs.iter().enumerate().map(|(place, cost)| (format!("p{place}"), json!(money(*cost)))).collect();
        let answer = asked(&json!({"of": "cost", "parties": parties, "game": {"airport": stated}, "rules": ["shapley", "nucleolus"]}));
        for (rule, result) in answer.results.iter().enumerate() {
            prop_assert!(result.core.as_ref().unwrap().in_core);
            prop_assert_eq!(exact(&answer, rule).iter().sum::<BigRational>(), whole(*costs.iter().max().unwrap()));
            for (share, cost) in exact(&answer, rule).iter().zip(&costs) {
                prop_assert!(*share <= whole(*cost));
            }
        }
    }
}
