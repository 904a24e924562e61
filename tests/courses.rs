//! The page on the courses of a Recovery College shows what is answered. `COPROD_WRITE=1` writes its parts anew.

use coprod_core::api::call;
use coprod_tests::ask::ask;
use coprod_tests::page::{check, table};
use coprod_tests::tree::root;
use serde_json::{Value, json};

const PAGE: &str = "coprod-core/src/workload/courses.md";

/// The tutors and courses that the page gives as JSON, and what can run.
struct Page {
    request: Value,
    plan: Value,
}

impl Page {
    fn read() -> Self {
        let page = std::fs::read_to_string(root().join(PAGE)).unwrap();
        let mut blocks = page
            .split("```json\n")
            .skip(1)
            .map(|block| serde_json::from_str::<Value>(block.split_once("```").unwrap().0).unwrap());
        let (tutors, courses) = (blocks.next().unwrap(), blocks.next().unwrap());
        let request = json!({"tutors": tutors, "courses": courses});
        let plan = ask("workload.courses", &request);
        Self { request, plan }
    }

    fn written(&self, part: &str) -> String {
        let plan = &self.plan;
        match part {
            "plan" => self.courses(),
            "headline" => lines([plan["words"].clone()].iter()),
            "lacks" => lines(list(plan, "courses").filter(|course| course["runs"] == false).map(|course| &course["words"])),
            "tutors" => self.tutors(),
            "sides" => lines(words(plan, "sides")),
            "why" => lines([&plan["bottleneck"], &plan["proof"]["words"]].into_iter()),
            "day" => lines(words(plan, "one_more_day")),
            "days" => self.days(),
            "more" => lines(words(plan, "new_tutors").chain(words(plan, "shared"))),
            "lengths" => self.lengths(),
            "target" => lines(words(&ask("workload.targets", &target(json!(11))), "targets")),
            "refused" => refused(&target(Value::Null)),
            "rates" => rates(),
            "aims" => lines(words(&ask("workload.targets", &aims()), "aims")),
            other => panic!("no part is called {other}"),
        }
    }

    fn label(&self, list: &str, name: &str, id: &Value) -> String {
        let all = self.request[list].as_array().unwrap();
        text(&all.iter().find(|entry| entry["id"] == *id).unwrap()[name]).to_owned()
    }

    fn courses(&self) -> String {
        let rows = list(&self.plan, "courses").map(|course| {
            let who = |side: &str| {
                let found = list(course, "team").find(|teacher| teacher["side"] == side);
                found.map_or("-".to_owned(), |teacher| self.label("tutors", "name", &teacher["tutor"]))
            };
            let hours = list(course, "team").next().map_or("-", |teacher| text(&teacher["hours"]));
            let runs = if course["runs"] == true { "yes" } else { "no" };
            let title = self.label("courses", "title", &course["id"]);
            format!("{title} | {runs} | {} | {} | {hours}", who("peer"), who("professional"))
        });
        table(&["Course", "Runs", "Peer tutor", "Professional tutor", "Hours of each"], rows)
    }

    fn tutors(&self) -> String {
        let rows = list(&self.plan, "tutors").map(|load| {
            let courses: Vec<String> = list(load, "courses").map(|course| self.label("courses", "title", course)).collect();
            let cells = [&load["side"], &load["used"], &load["released"], &load["left"]].map(text);
            let name = self.label("tutors", "name", &load["id"]);
            format!("{name} | {} | {} | {} | {} | {}", cells[0], cells[1], cells[2], cells[3], courses.join(", "))
        });
        table(&["Tutor", "Side", "Hours used", "Released", "Left", "Courses"], rows)
    }

    fn days(&self) -> String {
        let all: Vec<&Value> = list(&self.plan, "sides").flat_map(|side| words(side, "more_days")).collect();
        lines(all.into_iter())
    }

    fn lengths(&self) -> String {
        let rows = list(&self.plan, "lengths").map(|line| {
            let sides: Vec<String> = list(line, "sides").map(|side| side["courses"].to_string()).collect();
            let cells = [&line["offered"], &line["run"], &line["alone"], &line["if_all"]];
            format!(
                "{} | {} | {} | {} | {} | {}",
                text(&line["hours"]),
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                sides.join(" | ")
            )
        });
        let heads = [
            "Hours of each tutor",
            "Offered",
            "Run",
            "Could run if no others did",
            "If all were so long",
            "Peer side",
            "Professional side",
        ];
        table(&heads, rows)
    }
}

fn target(baseline: Value) -> Value {
    let mut target = json!({"what": "staff tutors", "increase": "1/5", "by": "2019-10-31", "now": 12, "now_on": "2019-05-01"});
    if !baseline.is_null() {
        target["baseline"] = baseline;
    }
    json!({"targets": [target]})
}

fn comparison(of: bool) -> Value {
    let rate = |name: &str, count: u32, all: u32| {
        let mut rate = json!({"name": name, "count": count});
        if of {
            rate["of"] = json!(all);
        }
        rate
    };
    json!({"comparisons": [{"what": "staff who teach, of staff employed", "ours": rate("Fernhill", 11, 4_000),
        "others": [rate("Northlea", 9, 1_800), rate("Harbourside", 14, 6_000)]}]})
}

fn aims() -> Value {
    json!({"aims": [
        {"aim": "transform the culture of the trust"},
        {"aim": "staff see students as colleagues", "indicator": "the same five questions to 60 staff in May and a year later"}
    ]})
}

fn rates() -> String {
    let told = ask("workload.targets", &comparison(true));
    let comparison = &told["comparisons"][0];
    refused(&comparison_without()) + &lines([&comparison["words"]].into_iter().chain(words(comparison, "others")))
}

fn comparison_without() -> Value {
    comparison(false)
}

fn refused(request: &Value) -> String {
    let error = call("workload.targets", &request.to_string()).unwrap_err();
    let error = serde_json::to_value(&error).unwrap();
    format!(
        "- Refused at `{}`: {} (`{}`). To mend it: {}.\n",
        text(&error["path"]),
        text(&error["message"]),
        text(&error["code"]),
        text(&error["help"])
    )
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value[key].as_array().unwrap().iter()
}

fn words<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    list(value, key).map(|entry| &entry["words"])
}

/// A list in Markdown, each line beginning with a capital letter.
fn lines<'a>(items: impl Iterator<Item = &'a Value>) -> String {
    let line = |item: &Value| {
        let mut letters = text(item).chars();
        let first = letters.next().unwrap().to_uppercase();
        format!("- {first}{}.\n", letters.as_str())
    };
    items.map(line).collect()
}

#[test]
fn the_page_shows_what_is_answered() {
    let source = Page::read();
    check(PAGE, 14, |part| source.written(part));
}

#[test]
fn what_it_says_of_the_answer_is_so() {
    let plan = Page::read().plan;
    assert_eq!(plan["proved"], true);
    assert_eq!(plan["order_settled"], true);
    assert_eq!(plan["short"], json!(["professional"]));
    assert!(list(&plan, "one_more_day").any(|day| day["then"]["gained"] == 1));
    let told = ask("workload.targets", &target(json!(11)));
    assert_eq!(told["targets"][0]["target"], 14);
}
