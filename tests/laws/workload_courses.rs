//! What holds of every plan of courses, whatever the college.

use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use proptest::prelude::*;
use serde_json::{Value, json};

fn college(seed: u64) -> Value {
    let mut dice = Dice::new(seed);
    let topics = ["sleep", "hope", "rights", "voices"];
    let tutors: Vec<Value> = (0..4 + dice.below(5))
        .map(|number| {
            let side = if number % 2 == 0 { "peer" } else { "professional" };
            let can: Vec<&str> = topics.iter().filter(|_| !dice.once_in(3)).copied().collect();
            json!({"id": format!("t{number}"), "side": side, "hours": 4 + dice.below(16), "topics": can})
        })
        .collect();
    let courses: Vec<Value> = (0..3 + dice.below(5))
        .map(|number| {
            let (hours, learners) = (2 + dice.below(9), 4 + dice.below(12));
            json!({"id": format!("c{number}"), "hours": hours, "topics": [dice.pick(&topics)], "learners": learners})
        })
        .collect();
    json!({"tutors": tutors, "courses": courses})
}

fn answer(request: &Value) -> Value {
    ask("workload.courses", request)
}

fn run(request: &Value) -> u64 {
    answer(request)["run"].as_u64().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_tutors_changes_nothing(seed in any::<u64>()) {
        let before = college(seed);
        let mut after = before.clone();
        after["tutors"].as_array_mut().unwrap().reverse();
        let (before, mut after) = (answer(&before), answer(&after));
        for list in ["tutors", "one_more_day"] {
            after[list].as_array_mut().unwrap().reverse();
        }
        prop_assert_eq!(before, after);
    }

    #[test]
    fn no_side_staffs_fewer_than_run_and_days_only_help(seed in any::<u64>()) {
        let answer = answer(&college(seed));
        prop_assert_eq!(&answer["proved"], true);
        let run = answer["run"].as_u64().unwrap();
        for side in answer["sides"].as_array().unwrap() {
            prop_assert!(side["alone"].as_u64().unwrap() >= run);
            let mut last = (0, run);
            for step in side["more_days"].as_array().unwrap() {
                let now = (step["days"].as_u64().unwrap(), step["then"]["courses"].as_u64().unwrap());
                prop_assert!(now.0 > last.0 && now.1 > last.1);
                last = now;
            }
        }
    }

    #[test]
    fn more_hours_and_more_courses_never_let_fewer_run(seed in any::<u64>(), which in 0_usize..3) {
        let before = college(seed);
        let mut hours = before.clone();
        hours["tutors"][which]["hours"] = json!(before["tutors"][which]["hours"].as_u64().unwrap() + 3);
        prop_assert!(run(&hours) >= run(&before));
        let mut fewer = before.clone();
        fewer["courses"].as_array_mut().unwrap().remove(which);
        prop_assert!(run(&fewer) <= run(&before) && run(&fewer) + 1 >= run(&before));
    }

    #[test]
    fn the_unit_of_hours_changes_nothing(seed in any::<u64>()) {
        let before = college(seed);
        let mut after = before.clone();
        for (list, day) in [("tutors", "hours"), ("courses", "hours")] {
            for entry in after[list].as_array_mut().unwrap() {
                entry[day] = json!(format!("{}/4", entry[day]));
            }
        }
        let runs = |answer: &Value| answer["courses"].as_array().unwrap().iter().map(|course| course["runs"].clone()).collect::<Vec<_>>();
        prop_assert_eq!(runs(&answer(&before)), runs(&answer(&after)));
    }

    #[test]
    fn aiming_at_learners_reaches_no_fewer(seed in any::<u64>()) {
        let courses = college(seed);
        let mut learners = courses.clone();
        learners["aim"] = json!("learners");
        let (courses, learners) = (answer(&courses), answer(&learners));
        prop_assert!(learners["learners"].as_u64() >= courses["learners"].as_u64());
        prop_assert!(learners["run"].as_u64() <= courses["run"].as_u64());
    }

    #[test]
    fn a_target_is_the_least_whole_number_that_is_enough(baseline in 1_u32..10_000, percent in 1_i64..300) {
        let request = json!({"targets": [{"what": "x", "baseline": baseline, "increase": format!("{percent}/100"), "by": "2030-01-01"}]});
        let answer = ask("workload.targets", &request);
        let target = answer["targets"][0]["target"].as_i64().unwrap();
        let wanted = i64::from(baseline) * (100 + percent);
        prop_assert!(target * 100 >= wanted && (target - 1) * 100 < wanted);
    }
}
