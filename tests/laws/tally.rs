//! What holds for every count, method by method. Where a law holds for some methods only, only they are asked.

use std::collections::BTreeSet;

use coprod_core::api::call;
use coprod_core::power::tally::{Pairwise, RankedBallots, TallyMethod, TieRules, Ties, count_ranked};
use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use proptest::prelude::*;
use serde_json::{Value, json};

const RANKED: [&str; 12] = [
    r#"{"plurality":{}}"#,
    r#"{"borda":{}}"#,
    r#"{"borda":{"unranked":"average"}}"#,
    r#"{"irv":{}}"#,
    r#"{"copeland":{}}"#,
    r#"{"minimax":{}}"#,
    r#"{"minimax":{"strength":"winning_votes"}}"#,
    r#"{"schulze":{}}"#,
    r#"{"schulze":{"strength":"margins"}}"#,
    r#"{"ranked_pairs":{}}"#,
    r#"{"scottish_stv":{"seats":2}}"#,
    r#"{"meek_stv":{"seats":2}}"#,
];

const CONDORCET: [&str; 5] = [
    r#"{"copeland":{}}"#,
    r#"{"minimax":{}}"#,
    r#"{"minimax":{"strength":"winning_votes"}}"#,
    r#"{"schulze":{}}"#,
    r#"{"ranked_pairs":{}}"#,
];

fn method(text: &str) -> TallyMethod {
    serde_json::from_str(text).unwrap()
}

type Cast = Vec<(u64, Vec<u16>)>;

/// Ballots with options one after another; not all of them named.
fn ballots(options: usize, dice: &mut Dice) -> Cast {
    let one = |dice: &mut Dice| {
        let mut left: Vec<u16> = (0..u16::try_from(options).unwrap()).collect();
        let named = dice.below(options + 1);
        (0..named).map(|_| left.swap_remove(dice.below(left.len()))).collect()
    };
    (0..1 + dice.below(7)).map(|_| (1 + dice.below(5) as u64, one(dice))).collect()
}

fn elections(least: usize, most: usize) -> impl Strategy<Value = (usize, Cast, Dice)> {
    (least..=most, any::<u64>()).prop_map(|(options, seed)| {
        let mut dice = Dice::new(seed);
        let cast = ballots(options, &mut dice);
        (options, cast, dice)
    })
}

fn typed(options: usize, cast: &Cast) -> RankedBallots {
    let mut typed = RankedBallots::new(options).unwrap();
    cast.iter().for_each(|(count, order)| typed.push(*count, order).unwrap());
    typed
}

fn outcomes(options: usize, cast: &Cast, method: &TallyMethod) -> BTreeSet<Vec<usize>> {
    let counted = count_ranked(&typed(options, cast), method, &Ties::default()).unwrap();
    counted.outcomes.into_iter().map(|outcome| outcome.chosen).collect()
}

fn shuffled(length: usize, dice: &mut Dice) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    (1..length).for_each(|at| order.swap(at, dice.below(at + 1)));
    order
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn neither_the_order_of_ballots_nor_how_they_are_bundled_matters((options, cast, mut dice) in elections(2, 5)) {
        let order = shuffled(cast.len(), &mut dice);
        let one_by_one: Cast =
            order.iter().flat_map(|at| std::iter::repeat_n((1, cast[*at].1.clone()), usize::try_from(cast[*at].0).unwrap())).collect();
        for text in RANKED {
            let method = method(text);
            prop_assert_eq!(outcomes(options, &cast, &method), outcomes(options, &one_by_one, &method), "{}", text);
        }
    }

    #[test]
    fn other_names_give_other_names_and_nothing_else((options, cast, mut dice) in elections(2, 5)) {
        let new = shuffled(options, &mut dice);
        let renamed: Cast = cast
            .iter()
            .map(|(count, order)| (*count, order.iter().map(|option| u16::try_from(new[usize::from(*option)]).unwrap()).collect()))
            .collect();
        for text in RANKED {
            let method = method(text);
            let expected: BTreeSet<Vec<usize>> = outcomes(options, &cast, &method)
                .into_iter()
                .map(|chosen| {
                    let mut chosen: Vec<usize> = chosen.into_iter().map(|option| new[option]).collect();
                    chosen.sort_unstable();
                    chosen
                })
                .collect();
            prop_assert_eq!(outcomes(options, &renamed, &method), expected, "{}", text);
        }
    }

    #[test]
    fn as_many_are_chosen_as_there_are_seats((options, cast, mut dice) in elections(1, 6)) {
        let seats = 1 + dice.below(options);
        for text in ["scottish_stv", "meek_stv"] {
            let method: TallyMethod = serde_json::from_value(json!({text: {"seats": seats}})).unwrap();
            for chosen in outcomes(options, &cast, &method) {
                let different: BTreeSet<usize> = chosen.iter().copied().collect();
                prop_assert_eq!((chosen.len(), different.len()), (seats, seats));
            }
        }
    }

    #[test]
    fn who_beats_everybody_is_chosen((options, cast, _) in elections(2, 6)) {
        let pairs = Pairwise::of(&typed(options, &cast));
        if let Some(winner) = pairs.winner() {
            for text in CONDORCET {
                prop_assert_eq!(outcomes(options, &cast, &method(text)), BTreeSet::from([vec![winner]]), "{}", text);
            }
        }
    }

    #[test]
    fn who_is_first_on_more_than_half_of_the_ballots_is_chosen((options, cast, mut dice) in elections(2, 5)) {
        let favourite = dice.below(options);
        let total: u64 = cast.iter().map(|(count, _)| count).sum();
        let mut cast = cast;
        cast.push((total + 1, vec![u16::try_from(favourite).unwrap()]));
        for text in RANKED.into_iter().filter(|text| !text.contains("borda") && !text.contains("stv")) {
            prop_assert_eq!(outcomes(options, &cast, &method(text)), BTreeSet::from([vec![favourite]]), "{}", text);
        }
        for text in [r#"{"scottish_stv":{"seats":1}}"#, r#"{"meek_stv":{"seats":1}}"#] {
            prop_assert_eq!(outcomes(options, &cast, &method(text)), BTreeSet::from([vec![favourite]]), "{}", text);
        }
    }

    /// The smallest set of options that beat all others: Copeland, Schulze and ranked pairs never leave it.
    #[test]
    fn the_winners_beat_all_outside_their_set((options, cast, _) in elections(2, 6)) {
        let pairs = Pairwise::of(&typed(options, &cast));
        // Grown from each option by all that it does not beat; the smallest is the set.
        let grown = |start: usize| {
            let mut set = BTreeSet::from([start]);
            while let Some(new) = (0..options).find(|new| !set.contains(new) && set.iter().any(|own| !pairs.beats(*own, *new))) {
                set.insert(new);
            }
            set
        };
        let smith = (0..options).map(grown).min_by_key(BTreeSet::len).unwrap();
        for text in [r#"{"copeland":{}}"#, r#"{"schulze":{}}"#, r#"{"schulze":{"strength":"margins"}}"#, r#"{"ranked_pairs":{}}"#] {
            for chosen in outcomes(options, &cast, &method(text)) {
                prop_assert!(smith.contains(&chosen[0]), "{} chose outside {:?}", text, smith);
            }
        }
    }

    /// Under these methods moving a winner up on a ballot never makes it lose. (Run-offs and the single transferable vote can do that.)
    #[test]
    fn raising_a_winner_keeps_it_a_winner((options, cast, mut dice) in elections(2, 5)) {
        for text in [
            r#"{"plurality":{}}"#,
            r#"{"borda":{}}"#,
            r#"{"copeland":{}}"#,
            r#"{"minimax":{}}"#,
            r#"{"schulze":{}}"#,
            r#"{"schulze":{"strength":"margins"}}"#,
        ] {
            let method = method(text);
            let before = outcomes(options, &cast, &method);
            let winner = u16::try_from(before.iter().next().unwrap()[0]).unwrap();
            let mut raised = cast.clone();
            let ballot = dice.below(raised.len());
            let order = &mut raised[ballot].1;
            let at = order.iter().position(|option| *option == winner).unwrap_or(order.len());
            order.retain(|option| *option != winner);
            order.insert(dice.below(at + 1).min(order.len()), winner);
            let after = outcomes(options, &raised, &method);
            prop_assert!(after.contains(&vec![usize::from(winner)]), "{} {:?} {:?}", text, before, after);
        }
    }

    /// A twin of an option, ranked right behind it on every ballot that names it, changes nothing for the others under Schulze
    /// and instant run-off; it can only take its original's place.
    #[test]
    fn a_twin_changes_nothing_for_the_others((options, cast, mut dice) in elections(2, 4)) {
        let original = dice.below(options);
        let twin = options;
        // A voter who names neither stands between no other options and them.
        let doubled: Cast = cast
            .iter()
            .map(|(count, order)| {
                let both = |option: &u16| {
                    let twin = (usize::from(*option) == original).then(|| u16::try_from(twin).unwrap());
                    std::iter::once(*option).chain(twin)
                };
                (*count, order.iter().flat_map(both).collect())
            })
            .collect();
        for text in [r#"{"schulze":{}}"#, r#"{"irv":{}}"#] {
            let method = method(text);
            let others = |found: BTreeSet<Vec<usize>>| {
                found.into_iter().map(|chosen| if chosen[0] == twin { original } else { chosen[0] }).collect::<BTreeSet<usize>>()
            };
            prop_assert_eq!(others(outcomes(options, &cast, &method)), others(outcomes(options + 1, &doubled, &method)), "{}", text);
        }
    }

    #[test]
    fn no_vote_is_lost((options, cast, mut dice) in elections(1, 6)) {
        let total: u64 = cast.iter().map(|(count, _)| count).sum();
        let seats = 1 + dice.below(options);
        for method in [json!({"irv": {}}), json!({"scottish_stv": {"seats": seats}}), json!({"meek_stv": {"seats": seats}})] {
            let places: u32 = if method.get("meek_stv").is_some() { 9 } else { 5 };
            let units = |value: &Value| -> i128 {
                let Some(text) = value.as_str() else { return 0 };
                let (whole, part) = text.split_once('.').unwrap_or((text, ""));
                format!("{whole}{part:0<width$}", width = places as usize).parse().unwrap()
            };
            let answer = asked(options, &cast, &method, &TieRules::default());
            for round in answer["rounds"].as_array().unwrap() {
                let votes: i128 = round["votes"].as_object().unwrap().values().map(units).sum();
                let all = votes + units(&round["not_transferable"]) + units(&round["lost_to_rounding"]);
                prop_assert_eq!(all, i128::from(total) * 10_i128.pow(places), "{}", method);
            }
        }
    }

    /// With a lot there is always one outcome, one of those without; and every outcome has a way to it.
    #[test]
    fn a_lot_picks_one_of_the_possible_outcomes((options, cast, mut dice) in elections(2, 5)) {
        for text in RANKED {
            let method: Value = serde_json::from_str(text).unwrap();
            let open = asked(options, &cast, &method, &TieRules::default());
            let lot: Vec<_> = shuffled(options, &mut dice).into_iter().map(|option| format!("o{option}").parse().unwrap()).collect();
            let drawn = asked(options, &cast, &method, &TieRules { lot: Some(lot), ..TieRules::default() });
            let chosen = |answer: &Value| -> Vec<Value> {
                answer["outcomes"].as_array().unwrap().iter().map(|outcome| outcome["chosen"].clone()).collect()
            };
            prop_assert_eq!(chosen(&drawn).len(), 1, "{}", text);
            prop_assert!(chosen(&open).contains(&chosen(&drawn)[0]), "{}", text);
            prop_assert_eq!(&open["decided"], &json!(chosen(&open).len() == 1));
            let without_ways = open["outcomes"].as_array().unwrap().iter().filter(|outcome| outcome["ways"] == json!([])).count();
            prop_assert!(without_ways == 0 || chosen(&open).len() == 1, "{}", text);
        }
    }

    /// What is written and read again says the same, and is written the same again.
    #[test]
    fn files_come_back_as_they_went((options, _, mut dice) in elections(1, 6)) {
        let ids: Vec<String> = (0..options).map(|option| format!("o{option}")).collect();
        // Ballots by what a form can hold: none blank in PrefLib; complete or with options that share a place only in some.
        for (format, complete, shared, blank) in [
            ("soc", true, false, false),
            ("soi", false, false, false),
            ("toc", true, true, false),
            ("toi", false, true, false),
            ("abif", false, true, true),
            ("blt", false, true, true),
        ] {
            let mut one = || {
                let mut left = ids.clone();
                let named = if complete { options } else { usize::from(!blank) + dice.below(options + usize::from(blank)) };
                let mut places: Vec<Vec<String>> = Vec::new();
                for _ in 0..named {
                    let option = left.swap_remove(dice.below(left.len()));
                    match places.last_mut() {
                        Some(last) if shared && dice.once_in(3) => last.push(option),
                        _ => places.push(vec![option]),
                    }
                }
                let place = |place: &Vec<String>| {
                    let mut place = place.clone();
                    place.sort();
                    if place.len() == 1 { json!(place[0]) } else { json!(place) }
                };
                (1 + dice.below(3) as u64, places.iter().map(place).collect::<Vec<_>>())
            };
            let cast: Vec<(u64, Vec<Value>)> = (0..4).map(|_| one()).collect();
            let ballots: Vec<Value> = cast.iter().map(|(count, ranking)| json!({"count": count, "ranking": ranking})).collect();
            let file = json!({"format": format, "options": ids, "ballots": ballots, "title": "A title", "seats": 1});
            let text = ask("power.ballots_write", &file)["text"].clone();
            let back = ask("power.ballots_read", &json!({"format": format, "text": text}));
            prop_assert_eq!(&back["options"], &json!(ids), "{}", format);
            prop_assert_eq!(&back["title"], "A title");
            // The same rankings with the same counts, whichever lines they are on.
            let sums = |ballots: &Value| {
                let mut sums: std::collections::BTreeMap<String, u64> = std::collections::BTreeMap::new();
                for ballot in ballots.as_array().unwrap() {
                    *sums.entry(ballot["ranking"].to_string()).or_default() += ballot["count"].as_u64().unwrap_or(1);
                }
                sums
            };
            prop_assert_eq!(sums(&back["ballots"]), sums(&json!(ballots)), "{}: {}", format, text);
            let mut again = file.clone();
            again["ballots"] = back["ballots"].clone();
            prop_assert_eq!(&ask("power.ballots_write", &again)["text"], &text);
        }
    }

    /// Whatever the text, reading it ends in ballots or in an error with a line or a place.
    #[test]
    fn any_text_is_read_or_refused(text in "[ab0-9:,{}>=/\\[\\]#\"\n -]{0,60}", format in 0_usize..6) {
        let format = ["soc", "soi", "toc", "toi", "abif", "blt"][format];
        for head in ["", "# NUMBER ALTERNATIVES: 2\n", "2 1\n"] {
            let request = json!({"format": format, "text": format!("{head}{text}")}).to_string();
            if let Err(error) = call("power.ballots_read", &request) {
                prop_assert_eq!(error.path.as_str(), "/text", "{}", error);
            }
        }
    }

    /// The order in which a request lists options and ballots decides nothing but the numbers of ballots.
    #[test]
    fn the_order_of_a_request_decides_nothing((options, cast, mut dice) in elections(2, 5)) {
        let method = serde_json::from_str(dice.pick(&RANKED)).unwrap();
        let mut other = request(options, &cast, &method, &TieRules::default());
        let first = answer(&other);
        for list in ["options", "ballots"] {
            let items = other[list].as_array().unwrap().clone();
            other[list] = shuffled(items.len(), &mut dice).into_iter().map(|at| items[at].clone()).collect();
        }
        prop_assert_eq!(first, answer(&other));
    }
}

fn request(options: usize, cast: &Cast, method: &Value, ties: &TieRules) -> Value {
    let name = |option: &u16| format!("o{option}");
    let ballots: Vec<Value> = cast
        .iter()
        .map(|(count, order)| json!({"count": count, "ranking": order.iter().map(name).collect::<Vec<_>>()}))
        .collect();
    let options: Vec<String> = (0..options).map(|option| format!("o{option}")).collect();
    json!({"options": options, "ballots": ballots, "method": method, "ties": ties})
}

fn answer(request: &Value) -> Value {
    ask("power.tally", request)
}

fn asked(options: usize, cast: &Cast, method: &Value, ties: &TieRules) -> Value {
    answer(&request(options, cast, method, ties))
}
