//! The page on a brochure by six people shows what is answered. `COPROD_WRITE=1` writes its parts anew.

use coprod_tests::page::{answer, check, table};
use coprod_tests::tree::root;
use serde_json::{Value, json};

const PAGE: &str = "coprod-core/src/workload/brochure.md";

/// The people and the tasks that the page gives as JSON, and how they are split.
struct Page {
    request: Value,
    split: Value,
}

impl Page {
    fn read(page: &str) -> Self {
        let mut blocks = page
            .split("```json\n")
            .skip(1)
            .map(|block| serde_json::from_str::<Value>(block.split_once("```").unwrap().0).unwrap());
        let (people, tasks) = (blocks.next().unwrap(), blocks.next().unwrap());
        assert!(page.contains("`\"from\": \"2026-06-01\"`"));
        let request = json!({"people": people, "tasks": tasks, "from": "2026-06-01"});
        let split = answer("workload.split", &request);
        Self { request, split }
    }

    fn written(&self, part: &str) -> String {
        match part {
            "split" => self.split(),
            "reasons" => lines(self.split["people"].as_array().unwrap().iter().map(|load| text(&load["reason"]).to_owned())),
            "dates" => self.dates(),
            "missing" => self.missing(),
            "sides" => self.sides(),
            "alternatives" => self.alternatives(),
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
        let found = answer("workload.alternatives", &request);
        let choice = &found["choices"][0];
        let rows = choice["options"].as_array().unwrap().iter().map(|option| {
            let back = option.get("in_return").map_or_else(|| "nothing".to_owned(), |task| self.label("tasks", "title", task));
            let to = self.label("people", "name", &option["to"]);
            format!("{to} | {back} | {}", text(&option["effect"]["words"]))
        });
        let from = self.label("people", "name", &choice["from"]);
        table(&[&format!("Instead of {from}"), "In return", "What it would do"], rows)
    }
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
    check(PAGE, 6, |part| source.written(part));
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
