//! Random people and tasks with everything that an absence touches: caps, help, days away, hours a day, sessions, dates.

use coprod_tests::dice::Dice;
use coprod_tests::workload::list;
use serde_json::{Value, json};

use super::date;

const SKILLS: [&str; 2] = ["writing", "design"];

pub fn request(dice: &mut Dice) -> Value {
    let (everybody, count) = (2 + dice.below(3), 1 + dice.below(4));
    let ids: Vec<String> = (0..everybody).map(|number| format!("p{number}")).collect();
    let people: Vec<Value> = (0..everybody)
        .map(|number| {
            let mut person = json!({"id": ids[number], "capacity": dice.below(9), "skills": []});
            for skill in SKILLS {
                if dice.once_in(2) {
                    person["skills"].as_array_mut().unwrap().push(json!(skill));
                }
            }
            if dice.once_in(3) {
                person["hard_cap"] = json!(2 + dice.below(8));
            }
            if dice.once_in(4) {
                person["burden"] = json!(dice.pick(&["3/2", "2", "1/2"]));
            }
            if dice.once_in(4) {
                let mut support = json!({"by": ids[(number + 1) % everybody], "hours": dice.below(3)});
                match dice.below(3) {
                    0 => support["skill"] = json!("writing"),
                    1 => support["task"] = json!(format!("t{}", dice.below(count))),
                    _ => {}
                }
                person["support"] = json!([support]);
            }
            if dice.once_in(3) {
                person["hours_a_day"] = json!(1 + dice.below(4));
            }
            if dice.once_in(3) {
                let first = 1 + dice.below(12);
                person["unavailable"] = json!([{"from": date(first), "to": date(first + dice.below(4))}]);
            }
            if dice.once_in(6) {
                person["avoids"] = json!([format!("t{}", dice.below(count))]);
            }
            person
        })
        .collect();
    let tasks: Vec<Value> = (0..count)
        .map(|number| {
            let mut task = json!({"id": format!("t{number}"), "hours": 1 + dice.below(5)});
            match dice.below(8) {
                0 => task["mode"] = json!("together"),
                1 => task["needs"] = json!([{"skill": "writing"}, {}]),
                2 => task["needs"] = json!([{"count": 2}]),
                3 | 4 => task["needs"] = json!([{"skill": dice.pick(&SKILLS)}]),
                5 => {
                    task["mode"] = json!("together");
                    task["hours"] = json!(2 + 2 * dice.below(2));
                    task["share"] = json!({"p0": "1/2", "p1": "1/2"});
                }
                _ => {}
            }
            if dice.once_in(3) {
                let first = 2 + dice.below(10);
                task["sessions"] = json!([{"date": date(first), "hours": 1}]);
                if dice.once_in(2) {
                    task["sessions"].as_array_mut().unwrap().push(json!({"date": date(first + 1 + dice.below(5))}));
                }
            } else if dice.once_in(2) {
                task["due"] = json!(date(6 + dice.below(15)));
            }
            task
        })
        .collect();
    let mut people = people;
    if tasks.iter().any(|task| list(task, "needs").len() > 1) {
        // Which of two places somebody has then changes what help they need, and assignments do not say.
        for person in &mut people {
            if let Some(support) = person.get_mut("support") {
                support[0].as_object_mut().unwrap().remove("skill");
            }
        }
    }
    json!({"people": people, "tasks": tasks, "from": date(1)})
}
