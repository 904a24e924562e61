//! The page on a brochure by six people shows what is answered. `COPROD_WRITE=1` writes its parts anew.

use coprod_tests::ask::ask;
use coprod_tests::page::{check, table};
use coprod_tests::tree::root;
use serde_json::{Value, json};

const PAGE: &str = "coprod-core/src/workload/brochure.md";

/// The people and the tasks that the page gives as JSON, and how they are split.
struct Page {
    request: Value,
    split: Value,
    /// The ways to organise the work.
    ways: Value,
}

impl Page {
    fn read(page: &str) -> Self {
        let mut blocks = page
            .split("```json\n")
            .skip(1)
            .map(|block| serde_json::from_str::<Value>(block.split_once("```").unwrap().0).unwrap());
        let (people, tasks, ways) = (blocks.next().unwrap(), blocks.next().unwrap(), blocks.next().unwrap());
        assert!(page.contains("`\"from\": \"2026-06-01\"`"));
        let request = json!({"people": people, "tasks": tasks, "from": "2026-06-01"});
        let split = ask("workload.split", &request);
        let mut asked = request.clone();
        asked.as_object_mut().unwrap().extend(ways.as_object().unwrap().clone());
        Self { request, split, ways: json!({"asked": ways, "found": ask("workload.compare", &asked)}) }
    }

    fn written(&self, part: &str) -> String {
        match part {
            "split" => self.split(),
            "reasons" => lines(self.split["people"].as_array().unwrap().iter().map(|load| text(&load["reason"]).to_owned())),
            "dates" => self.dates(),
            "missing" => self.missing(),
            "sides" => self.sides(),
            "alternatives" => self.alternatives(),
            "ways" => self.ways(),
            "loads" => self.loads(),
            "least" => self.least(),
            "absences" => self.absences(),
            "resilience" => {
                lines(self.resilience()["words"].as_array().unwrap().iter().map(|words| format!("{}.", upper(text(words)))))
            }
            "leaving" => self.leaving(),
            other => panic!("no part is called {other}"),
        }
    }

    fn label(&self, list: &str, name: &str, id: &Value) -> String {
        let all = self.request[list].as_array().unwrap();
        text(&all.iter().find(|entry| entry["id"] == *id).unwrap()[name]).to_owned()
    }

    fn split(&self) -> String {
        let rows = self.split["people"].as_array().unwrap().iter().map(|load| {
            let tasks: Vec<String> =
                load["tasks"].as_array().unwrap().iter().map(|held| self.label("tasks", "title", &held["task"])).collect();
            let name = self.label("people", "name", &load["id"]);
            let cells = [&load["hours"], &load["capacity"], &load["of_capacity"]].map(text);
            format!("{name} | {} | {} | {} | {}", cells[0], cells[1], cells[2], tasks.join(", "))
        });
        table(&["Who", "Hours", "Agreed", "Ratio", "Tasks"], rows)
    }

    fn dates(&self) -> String {
        let rows = self.split["dates"].as_array().unwrap().iter().map(|dates| {
            let day = |value: &Value| value.as_str().unwrap_or("-").to_owned();
            let planned = self.split["schedule"]["tasks"].as_array().unwrap();
            let planned = planned.iter().find(|planned| planned["task"] == dates["task"]);
            let ends = planned.map_or_else(|| "nobody has it".to_owned(), |planned| day(&planned["ends"]));
            let title = self.label("tasks", "title", &dates["task"]);
            format!("{title} | {} | {} | {ends}", day(&dates["earliest"]), day(&dates["latest"]))
        });
        table(&["Task", "Can begin on", "Must be finished by", "Finished at the soonest on"], rows)
    }

    fn missing(&self) -> String {
        let unfilled = self.split["unfilled"].as_array().unwrap().iter().map(|need| {
            let title = self.label("tasks", "title", &need["task"]);
            format!("{title}: {}. It would be filled if {}.", text(&need["reason"]), text(&need["smallest_change"]))
        });
        let notes = self.split["notes"].as_array().unwrap().iter().map(|note| format!("To look at: {}.", text(&note["words"])));
        lines(unfilled.chain(notes))
    }

    fn sides(&self) -> String {
        let rows = self.split["sides"].as_array().unwrap().iter().map(|side| {
            let hidden: Vec<String> = side["hidden"]
                .as_array()
                .unwrap()
                .iter()
                .map(|hidden| format!("{} {}", text(&hidden["work"]), text(&hidden["hours"])))
                .collect();
            let hidden = if hidden.is_empty() { "none".to_owned() } else { hidden.join(", ") };
            let cells = [&side["constituency"], &side["hours"], &side["capacity"], &side["of_all_hours"]].map(text);
            format!("{} | {} | {} | {} | {hidden}", cells[0], cells[1], cells[2], cells[3])
        });
        table(&["Constituency", "Hours", "Agreed", "Of all hours", "Hidden work, in hours"], rows)
    }

    fn alternatives(&self) -> String {
        let mut request = self.request.clone();
        request["assignments"] = self.split["assignments"].clone();
        request["task"] = json!("court");
        let found = ask("workload.alternatives", &request);
        let choice = &found["choices"][0];
        let rows = choice["options"].as_array().unwrap().iter().map(|option| {
            let back = option.get("in_return").map_or_else(|| "nothing".to_owned(), |task| self.label("tasks", "title", task));
            let to = self.label("people", "name", &option["to"]);
            format!("{to} | {back} | {}", text(&option["effect"]["words"]))
        });
        let from = self.label("people", "name", &choice["from"]);
        table(&[&format!("Instead of {from}"), "In return", "What it would do"], rows)
    }

    /// Each way with its title.
    fn options(&self) -> impl Iterator<Item = (&str, &Value)> {
        let asked = self.ways["asked"]["options"].as_array().unwrap().iter().map(|way| text(&way["title"]));
        asked.zip(self.ways["found"]["options"].as_array().unwrap())
    }

    fn ways(&self) -> String {
        let rows = self.options().map(|(title, way)| {
            let (low, high) = (&way["figures"], way.get("at_most").unwrap_or(&way["figures"]));
            let of = |key: &str| span(text(&low[key]), text(&high[key]));
            let worst = span(text(&low["vector"][0]), text(&high["vector"][0]));
            let plain = way.get("without_quality").map_or("as many", |plain| text(&plain["hours"]));
            let out = way["drop_outs"].as_array().unwrap().iter().find(|out| out["person"] == way["worst_drop_out"]).unwrap();
            let name = self.label("people", "name", &out["person"]);
            let out = format!("{name}: {} undone, ratio {}", text(&out["undone_hours"]), text(&out["largest_ratio"]));
            format!("{title} | {} | {} | {worst} | {plain} | {out}", of("hours"), of("coordination_hours"))
        });
        let heads = [
            "Way",
            "Hours in all",
            "Of these coordination",
            "Largest ratio",
            "Hours if quality needed none",
            "The drop-out that tells most",
        ];
        table(&heads, rows)
    }

    fn loads(&self) -> String {
        let people = self.request["people"].as_array().unwrap();
        let rows = people.iter().enumerate().map(|(number, person)| {
            let of = |way: &Value| {
                let load = &way["people"][number];
                format!("{} ({})", text(&load["hours"]), text(&load["of_capacity"]))
            };
            let cells: Vec<String> = self.options().map(|(_, way)| of(way)).collect();
            format!("{} | {}", text(&person["name"]), cells.join(" | "))
        });
        let heads: Vec<&str> = std::iter::once("Who").chain(self.options().map(|(title, _)| title)).collect();
        table(&heads, rows)
    }

    fn least(&self) -> String {
        let found = &self.ways["found"];
        let words = found["words"].as_array().unwrap().iter().map(|words| format!("{}.", upper(text(words))));
        lines(
            words.chain(found["questions"].as_array().unwrap().iter().map(|question| format!("To answer: {}.", text(question)))),
        )
    }

    fn resilience(&self) -> Value {
        let mut request = self.request.clone();
        request["assignments"] = self.split["assignments"].clone();
        ask("workload.resilience", &request)
    }

    fn absences(&self) -> String {
        let found = self.resilience();
        let rows: Vec<String> = found["absences"]
            .as_array()
            .unwrap()
            .iter()
            .map(|absence| {
                let name = self.label("people", "name", &absence["person"]);
                let titles = |list: &Value, key: &str| -> String {
                    let all: Vec<String> =
                        list.as_array().unwrap().iter().map(|entry| self.label("tasks", "title", &entry[key])).collect();
                    if all.is_empty() { "nothing".to_owned() } else { all.join(", ") }
                };
                let keep = &absence["take_over"];
                let taken: Vec<String> = keep["takes_over"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|taken| {
                        let who = self.label("people", "name", &taken["people"][0]);
                        format!("{who}: {}", self.label("tasks", "title", &taken["task"]))
                    })
                    .collect();
                let taken = if taken.is_empty() { "nothing".to_owned() } else { taken.join(", ") };
                let open = titles(&keep["unfilled"], "task");
                let worst = |plan: &Value| text(&plan["vector"][0]).to_owned();
                format!(
                    "{name} | {} | {taken} | {open} | {} | {}",
                    text(&absence["hours"]),
                    worst(keep),
                    worst(&absence["again"])
                )
            })
            .collect();
        let heads = ["Without", "Hours for others", "Could be taken over", "Nobody could do", "Largest ratio then", "Split anew"];
        table(&heads, rows.into_iter())
    }

    fn leaving(&self) -> String {
        let mut request = self.request.clone();
        request.as_object_mut().unwrap().remove("from");
        request["assignments"] = self.split["assignments"].clone();
        request["change"] = json!({"left": "jo", "from": "2026-06-18"});
        request["most_handovers"] = json!(0);
        let plan = ask("workload.replan", &request)["frontier"][0].clone();
        lines(plan["consents"].as_array().unwrap().iter().map(|consent| upper(text(&consent["question"]))))
    }
}

/// One figure, or a range of two.
fn span(low: &str, high: &str) -> String {
    if low == high { low.to_owned() } else { format!("{low} to {high}") }
}

fn upper(words: &str) -> String {
    let (first, rest) = words.split_at(1);
    format!("{}{rest}", first.to_uppercase())
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn lines(items: impl Iterator<Item = String>) -> String {
    items.map(|item| format!("- {item}\n")).collect()
}

#[test]
fn the_page_shows_what_is_answered() {
    let source = Page::read(&std::fs::read_to_string(root().join(PAGE)).unwrap());
    check(PAGE, 12, |part| source.written(part));
}

#[test]
fn what_it_says_of_the_answer_is_so() {
    let page = Page::read(&std::fs::read_to_string(root().join(PAGE)).unwrap());
    assert_eq!(page.split["optimal"], true);
    assert_eq!(page.split["schedule"]["found"], true);
    let unfilled: Vec<&str> = page.split["unfilled"].as_array().unwrap().iter().map(|need| text(&need["task"])).collect();
    assert_eq!(unfilled, ["design"]);
    let held = |id: &str| {
        let load = page.split["people"].as_array().unwrap().iter().find(|load| load["id"] == id).unwrap();
        load["tasks"].as_array().unwrap().iter().map(|held| text(&held["task"]).to_owned()).collect::<Vec<_>>()
    };
    for hard in ["letter", "court", "children"] {
        assert!(!held("ivy").contains(&hard.to_owned()), "Ivy must not be given {hard}");
    }
}
