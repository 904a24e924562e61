//! The Shapley value and random arrival against all orders, one by one; the nucleolus against the rule of the Talmud, and against the
//! condition of Kohlberg (1971), tested by eliminating variables (Fourier and Motzkin); ranges against all games of a small grid.

use std::collections::BTreeSet;

use coprod_core::workload::share::{ShareAnswer, ShareRequest, share};
use coprod_tests::dice::Dice;
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use serde_json::{Map, Value, json};

type Number = BigRational;

fn whole(pence: i64) -> Number {
    Number::from_integer(BigInt::from(pence))
}

fn money(pence: i64) -> String {
    let sign = if pence < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", pence.abs() / 100, pence.abs() % 100)
}

fn asked(request: Value) -> ShareAnswer {
    let request: ShareRequest = serde_json::from_value(request).unwrap();
    share(&request).unwrap()
}

/// The exact shares in pence of one rule.
fn shares(answer: &ShareAnswer, rule: usize) -> Vec<Number> {
    let pence = |text: String| text.parse::<Number>().unwrap() * BigInt::from(100);
    answer.results[rule].shares.iter().map(|share| pence(share.exact.as_ref().unwrap().to_string())).collect()
}

fn parties(count: usize) -> Vec<Value> {
    (0..count).map(|place| json!({"id": format!("p{place}")})).collect()
}

/// A game stated group by group.
fn stated(worths: &[i64], count: usize) -> Map<String, Value> {
    let key = |group: usize| {
        (0..count).filter(|place| group >> place & 1 == 1).map(|place| format!("p{place}")).collect::<Vec<_>>().join("+")
    };
    (1..1 << count).map(|group| (key(group), json!(money(worths[group])))).collect()
}

/// All orders of so many.
fn orders(count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let last = count - 1;
    orders(last)
        .into_iter()
        .flat_map(|order| {
            (0..=last).map(move |place| {
                let mut order = order.clone();
                order.insert(place, last);
                order
            })
        })
        .collect()
}

/// The mean over all orders of what each adds.
fn mean_added(count: usize, worth: impl Fn(usize) -> i64) -> Vec<Number> {
    let mut sums = vec![0_i64; count];
    let orders = orders(count);
    for order in &orders {
        let mut group = 0;
        for party in order {
            let before = worth(group);
            group |= 1 << party;
            sums[*party] += worth(group) - before;
        }
    }
    sums.into_iter().map(|sum| whole(sum) / BigInt::from(orders.len())).collect()
}

fn random_game(dice: &mut Dice, count: usize, spread: usize) -> Vec<i64> {
    let mut worths: Vec<i64> = (0..1 << count).map(|_| i64::try_from(dice.below(spread)).unwrap()).collect();
    worths[0] = 0;
    worths
}

fn shapley_games(rounds: usize, seed: u64) {
    let mut dice = Dice::new(seed);
    for _ in 0..rounds {
        let count = 1 + dice.below(5);
        let mut worths = random_game(&mut dice, count, 500);
        for worth in worths.iter_mut().skip(1) {
            *worth -= 100;
        }
        *worths.last_mut().unwrap() += 100;
        let of = if dice.once_in(2) { "cost" } else { "surplus" };
        let answer =
            asked(json!({"of": of, "parties": parties(count), "game": {"worth": stated(&worths, count)}, "rules": ["shapley"]}));
        assert_eq!(shares(&answer, 0), mean_added(count, |group| worths[group]), "{worths:?}");
    }
}

#[test]
fn the_shapley_value_is_the_mean_over_all_orders() {
    shapley_games(150, 1);
}

fn closed_forms(rounds: usize, seed: u64) {
    let mut dice = Dice::new(seed);
    for _ in 0..rounds {
        let count = 1 + dice.below(6);
        let each: Vec<i64> = (0..count).map(|_| i64::try_from(dice.below(60)).unwrap()).collect();
        let inside = |group: usize| (0..count).filter(move |place| group >> place & 1 == 1);
        let named = |value: &dyn Fn(i64) -> Value| {
            each.iter().enumerate().map(|(place, own)| (format!("p{place}"), value(*own))).collect::<Map<_, _>>()
        };
        // What each would need.
        let airport = asked(
            json!({"of": "cost", "parties": parties(count), "game": {"airport": named(&|own| json!(money(own)))}, "rules": ["shapley"]}),
        );
        assert_eq!(shares(&airport, 0), mean_added(count, |group| inside(group).map(|place| each[place]).max().unwrap_or(0)));
        // Steps by size.
        let mut steps = vec![(1 + i64::try_from(dice.below(30)).unwrap(), i64::try_from(dice.below(50)).unwrap())];
        for _ in 0..dice.below(4) {
            let (from, amount) = *steps.last().unwrap();
            steps.push((from + 1 + i64::try_from(dice.below(40)).unwrap(), amount + i64::try_from(dice.below(50)).unwrap()));
        }
        let listed: Vec<Value> = steps.iter().map(|(from, amount)| json!({"from": from, "amount": money(*amount)})).collect();
        let by_steps = asked(json!({
            "parties": parties(count), "game": {"steps": {"sizes": named(&|own| json!(own)), "steps": listed}}, "rules": ["shapley"]
        }));
        let reached = |group: usize| {
            let size: i64 = inside(group).map(|place| each[place]).sum();
            steps.iter().rev().find(|(from, _)| *from <= size).map_or(0, |(_, amount)| *amount)
        };
        assert_eq!(shares(&by_steps, 0), mean_added(count, reached));
        // Parts.
        let parts: Vec<(usize, usize, i64)> = (0..1 + dice.below(5))
            .map(|_| {
                let members = 1 + dice.below((1 << count) - 1);
                (members, 1 + dice.below(members.count_ones() as usize), i64::try_from(dice.below(100)).unwrap())
            })
            .collect();
        let listed: Vec<Value> = parts
            .iter()
            .map(|(members, least, amount)| {
                let ids: Vec<String> = inside(*members).map(|place| format!("p{place}")).collect();
                json!({"amount": money(*amount), "members": ids, "at_least": least})
            })
            .collect();
        let by_parts = asked(json!({"parties": parties(count), "game": {"parts": listed}, "rules": ["shapley"]}));
        let there = |group: usize| {
            parts
                .iter()
                .filter(|(members, least, _)| (members & group).count_ones() as usize >= *least)
                .map(|(_, _, amount)| amount)
                .sum()
        };
        assert_eq!(shares(&by_parts, 0), mean_added(count, there));
        // Taking what one claims while there is something left.
        let total: i64 = each.iter().sum();
        let amount = i64::try_from(dice.below(usize::try_from(total).unwrap() + 1)).unwrap();
        let claiming: Vec<Value> =
            each.iter().enumerate().map(|(place, claim)| json!({"id": format!("p{place}"), "claim": money(*claim)})).collect();
        let arrival = asked(json!({
            "parties": claiming, "amount": money(amount), "game": {"bankruptcy": {}}, "rules": ["random_arrival", "shapley"]
        }));
        let taken = mean_added(count, |group| inside(group).map(|place| each[place]).sum::<i64>().min(amount));
        assert_eq!(shares(&arrival, 0), taken);
        assert_eq!(shares(&arrival, 1), taken);
    }
}

#[test]
fn games_in_closed_form_are_the_mean_over_all_orders() {
    closed_forms(60, 2);
}

/// Beyond the groups that can be looked at: parties that are alike make groups that can be counted by hand.
#[test]
fn many_parties_are_counted_as_few_are() {
    // 30 claims of 1 and one of 30: it takes min(30, what is left) after k others came, each k as likely.
    let mut claiming: Vec<Value> = (0..30).map(|place| json!({"id": format!("p{place}"), "claim": "1.00"})).collect();
    claiming.push(json!({"id": "large", "claim": "30.00"}));
    let answer = asked(json!({"parties": claiming, "amount": "40.00", "rules": ["random_arrival"]}));
    let large: i64 = (0..=30).map(|before| 3_000.min(4_000 - before * 100)).sum();
    let large = whole(large) / BigInt::from(31);
    let small = (whole(4_000) - &large) / BigInt::from(30);
    let shares = shares(&answer, 0);
    assert_eq!(shares[30], large);
    assert!(shares.iter().take(30).all(|share| *share == small));
}

/// The same game by groups and by sizes: 20 parties are looked at group by group, and 21, one of which claims nothing, by sizes.
#[test]
fn sizes_say_what_groups_say() {
    let mut dice = Dice::new(9);
    for _ in 0..3 {
        let claims: Vec<i64> = (0..20).map(|_| i64::try_from(dice.below(40)).unwrap()).collect();
        let amount = i64::try_from(dice.below(usize::try_from(claims.iter().sum::<i64>()).unwrap())).unwrap();
        let mut claiming: Vec<Value> =
            claims.iter().enumerate().map(|(place, claim)| json!({"id": format!("p{place}"), "claim": money(*claim)})).collect();
        let few = asked(json!({"parties": claiming, "amount": money(amount), "rules": ["random_arrival"]}));
        claiming.push(json!({"id": "nothing", "claim": "0.00"}));
        let more = asked(json!({"parties": claiming, "amount": money(amount), "rules": ["random_arrival"]}));
        let mut expected = shares(&few, 0);
        expected.push(whole(0));
        assert_eq!(shares(&more, 0), expected);
    }
}

#[test]
fn random_orders_are_within_their_errors_and_the_same_for_a_seed() {
    let claims: Vec<i64> = (0..25).map(|place| 100 + 7 * place).collect();
    let claiming: Vec<Value> =
        claims.iter().enumerate().map(|(place, claim)| json!({"id": format!("p{place:02}"), "claim": money(*claim)})).collect();
    let exact = shares(&asked(json!({"parties": claiming, "amount": "20.00", "rules": ["random_arrival"]})), 0);
    // One party more, with a claim of nothing, and many more beyond what is counted.
    let mut many = claiming;
    many.extend((0..40).map(|place| json!({"id": format!("q{place}"), "claim": "0.00"})));
    for seed in 0..5 {
        let request =
            json!({"parties": many, "amount": "20.00", "rules": ["random_arrival"], "sample": {"samples": 2000, "seed": seed}});
        let answer = asked(request.clone());
        assert_eq!(answer, asked(request));
        let result = &answer.results[0];
        assert_eq!(result.sampled.as_ref().unwrap().seed, seed);
        for (share, exact) in result.shares.iter().zip(&exact) {
            let seen = share.seen.as_ref().unwrap().approximately();
            let exact = (exact / BigInt::from(100)).to_string().parse::<coprod_core::unit::Exact>().unwrap().approximately();
            assert!((seen - exact).abs() <= share.error.unwrap(), "{seen} {exact} {:?}", share.error);
        }
        assert_eq!(result.shares.iter().map(|share| share.amount.unwrap().pence()).sum::<i64>(), 2_000);
    }
}

fn nucleolus_is_talmud(rounds: usize, seed: u64, most: usize) {
    let mut dice = Dice::new(seed);
    for _ in 0..rounds {
        let count = 1 + dice.below(most);
        let spread = dice.pick(&[4, 30, 100_000]);
        let claims: Vec<i64> = (0..count).map(|_| i64::try_from(dice.below(spread)).unwrap()).collect();
        let total: i64 = claims.iter().sum();
        let amount = i64::try_from(dice.below(usize::try_from(total).unwrap() + 1)).unwrap();
        let claiming: Vec<Value> =
            claims.iter().enumerate().map(|(place, claim)| json!({"id": format!("p{place}"), "claim": money(*claim)})).collect();
        let answer = asked(json!({
            "parties": claiming, "amount": money(amount), "game": {"bankruptcy": {}}, "rules": ["nucleolus", "talmud"]
        }));
        assert_eq!(shares(&answer, 0), shares(&answer, 1), "{claims:?} {amount}");
    }
}

#[test]
fn the_nucleolus_of_what_claims_leave_is_the_rule_of_the_talmud() {
    nucleolus_is_talmud(100, 3, 6);
}

/// Whether rows `factors . y >= least` can all hold: variables are eliminated one after another.
fn can_hold(mut rows: BTreeSet<(Vec<BigInt>, BigInt)>, variables: usize) -> bool {
    for variable in 0..variables {
        let (mut up, mut down, mut rest) = (Vec::new(), Vec::new(), BTreeSet::new());
        for row in rows {
            match row.0[variable].sign() {
                num_bigint::Sign::Plus => up.push(row),
                num_bigint::Sign::Minus => down.push(row),
                num_bigint::Sign::NoSign => drop(rest.insert(row)),
            }
        }
        for (above, least) in &up {
            for (below, other) in &down {
                let (by, times) = (&above[variable], -&below[variable]);
                let mut factors: Vec<BigInt> = above.iter().zip(below).map(|(one, two)| one * &times + two * by).collect();
                let mut bar = least * &times + other * by;
                let common = factors.iter().fold(bar.clone(), |common, factor| common.gcd(factor));
                if common.is_positive() {
                    factors.iter_mut().for_each(|factor| *factor /= &common);
                    bar /= &common;
                }
                rest.insert((factors, bar));
            }
        }
        rows = rest;
    }
    rows.iter().all(|(_, least)| !least.is_positive())
}

/// Kohlberg: a division is the nucleolus if and only if, for every level, no shift between the parties that takes nothing from the groups
/// with at most that much beyond their worth, nor from those who have no more than alone, gives any of those groups more.
fn is_nucleolus(worths: &[i64], shares: &[Number]) -> bool {
    let count = shares.len();
    let has = |group: usize| (0..count).filter(|place| group >> place & 1 == 1).map(|place| &shares[place]).sum::<Number>();
    let all = (1 << count) - 1;
    let beyond: Vec<Number> = (0..all).map(|group| has(group) - whole(worths[group])).collect();
    // The last party gives what the others get.
    let factors = |group: usize| -> Vec<BigInt> {
        let last = (group >> (count - 1) & 1) as i64;
        (0..count - 1).map(|place| BigInt::from((group >> place & 1) as i64 - last)).collect()
    };
    let alone = (0..count).map(|place| 1_usize << place).filter(|group| beyond[*group].is_zero());
    let alone: Vec<usize> = alone.collect();
    if (0..count).any(|place| beyond[1 << place].is_negative()) {
        return false;
    }
    let levels: BTreeSet<&Number> = beyond.iter().skip(1).collect();
    levels.into_iter().all(|level| {
        let tight: Vec<usize> = (1..all).filter(|group| beyond[*group] <= *level).collect();
        let mut rows: BTreeSet<(Vec<BigInt>, BigInt)> =
            tight.iter().chain(&alone).map(|group| (factors(*group), BigInt::zero())).collect();
        let sum = tight.iter().fold(vec![BigInt::zero(); count - 1], |sum, group| {
            sum.iter().zip(factors(*group)).map(|(sum, factor)| sum + factor).collect()
        });
        rows.insert((sum, BigInt::from(1)));
        !can_hold(rows, count - 1)
    })
}

fn kohlberg(rounds: usize, seed: u64) {
    let mut dice = Dice::new(seed);
    let (mut held, mut empty) = (0, 0);
    for _ in 0..rounds {
        let count = 2 + dice.below(3);
        let spread = dice.pick(&[3, 10, 1_000]);
        let mut worths = random_game(&mut dice, count, spread);
        // Little alone, so that what groups have is often more than there is.
        (0..count).for_each(|place| worths[1 << place] /= 4);
        let alone: i64 = (0..count).map(|place| worths[1 << place]).sum();
        let largest = usize::try_from(alone).unwrap() + dice.below(spread);
        *worths.last_mut().unwrap() = i64::try_from(largest).unwrap();
        let cost = dice.once_in(3);
        let signed: Vec<i64> =
            if cost { worths.iter().map(|worth| 2 * i64::try_from(spread).unwrap() - worth).collect() } else { worths.clone() };
        let mut signed = signed;
        signed[0] = 0;
        let game = stated(&signed, count);
        let of = if cost { "cost" } else { "revenue" };
        let request = json!({"of": of, "parties": parties(count), "game": {"worth": game}, "rules": ["nucleolus"]});
        let Ok(answer) = share(&serde_json::from_value::<ShareRequest>(request).unwrap()) else {
            // A cost below zero, or no division in which nobody does worse than alone.
            assert!(cost);
            continue;
        };
        let (worths, found): (Vec<i64>, Vec<Number>) = if cost {
            (signed.iter().map(|worth| -worth).collect(), shares(&answer, 0).into_iter().map(|share| -share).collect())
        } else {
            (worths, shares(&answer, 0))
        };
        assert!(is_nucleolus(&worths, &found), "{of} {worths:?} {found:?}");
        held += 1;
        // The core has a division if and only if the nucleolus is one.
        let core = answer.core.as_ref().unwrap();
        assert_eq!(core.empty, !answer.results[0].core.as_ref().unwrap().in_core, "{worths:?}");
        empty += usize::from(core.empty);
        // The certificate: every party counts once.
        for place in 0..if core.empty { count } else { 0 } {
            let id = format!("p{place}");
            let with = core.groups.iter().filter(|group| group.members.iter().any(|member| member.as_str() == id));
            let sum: Number = with.map(|group| group.weight.to_string().parse::<Number>().unwrap()).sum();
            assert_eq!(sum, whole(1));
        }
        // A penny moved makes it another division, which is not the nucleolus.
        let mut moved = found;
        moved[0] += whole(1);
        moved[count - 1] -= whole(1);
        assert!(!is_nucleolus(&worths, &moved), "{worths:?}");
    }
    assert!(held > rounds / 2 && empty > rounds / 10, "{held} {empty}");
}

#[test]
fn the_nucleolus_meets_kohlbergs_condition() {
    kohlberg(120, 4);
}

/// Every way of filling in what is not stated, on a grid.
fn filled(known: &[Option<i64>], values: &[i64], at: usize, so_far: &mut Vec<i64>, all: &mut Vec<Vec<i64>>) {
    if at == known.len() {
        return all.push(so_far.clone());
    }
    let tried = known[at].map_or_else(|| values.to_vec(), |stated| vec![stated]);
    for value in tried {
        so_far.push(value);
        filled(known, values, at + 1, so_far, all);
        so_far.pop();
    }
}

fn ranges(rounds: usize, seed: u64) {
    let mut dice = Dice::new(seed);
    for _ in 0..rounds {
        let count = 3;
        // A monotone and superadditive game of small numbers, some of it not stated.
        let parts: Vec<i64> = (0..8).map(|_| i64::try_from(dice.below(3)).unwrap()).collect();
        let worths: Vec<i64> =
            (0..8_usize).map(|group| (1..8_usize).filter(|part| part & group == *part).map(|part| parts[part]).sum()).collect();
        let superadditive = dice.once_in(2);
        let known: Vec<Option<i64>> = (0..8_usize)
            .map(|group| {
                let needed = group == 0 || group == 7 || (superadditive && group.is_power_of_two());
                (needed || dice.once_in(2)).then_some(worths[group])
            })
            .collect();
        if known.iter().all(Option::is_some) {
            continue;
        }
        let mut game = stated(&worths, count);
        game.retain(|key, _| {
            let group = key.split('+').map(|id| 1_usize << id[1..].parse::<usize>().unwrap()).sum::<usize>();
            known[group].is_some()
        });
        let taking = if superadditive { "superadditive" } else { "monotone" };
        let answer =
            asked(json!({"parties": parties(count), "game": {"worth": game}, "unknown_worth": taking, "rules": ["shapley"]}));
        let values: Vec<i64> = (0..=worths[7]).collect();
        let mut all = Vec::new();
        filled(&known, &values, 0, &mut Vec::new(), &mut all);
        let fits = |worths: &&Vec<i64>| {
            (0..8_usize).all(|one| {
                (0..8_usize).all(|other| {
                    if superadditive {
                        one & other != 0 || worths[one] + worths[other] <= worths[one | other]
                    } else {
                        one & other != one || worths[one] <= worths[other]
                    }
                })
            })
        };
        let seen: Vec<Vec<Number>> = all.iter().filter(fits).map(|worths| mean_added(count, |group| worths[group])).collect();
        assert!(!seen.is_empty());
        for (party, share) in answer.results[0].shares.iter().enumerate() {
            let end = |end: &Option<coprod_core::unit::Exact>| {
                end.as_ref().unwrap().to_string().parse::<Number>().unwrap() * BigInt::from(100)
            };
            let (low, high) = (end(&share.low), end(&share.high));
            let least = seen.iter().map(|shares| &shares[party]).min().unwrap();
            let most = seen.iter().map(|shares| &shares[party]).max().unwrap();
            assert!(low <= *least && *most <= high, "{known:?}");
            if !superadditive {
                assert_eq!((&low, &high), (least, most), "{known:?}");
            }
        }
    }
}

#[test]
fn ranges_hold_every_game_that_fits() {
    ranges(40, 5);
}

#[test]
#[ignore = "ten thousand games of each kind: minutes"]
fn the_same_at_length() {
    shapley_games(10_000, 11);
    closed_forms(10_000, 12);
    nucleolus_is_talmud(10_000, 13, 6);
    kohlberg(10_000, 14);
    ranges(1_000, 15);
}
