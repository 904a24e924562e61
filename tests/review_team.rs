//! The page on two students among eight shows what is answered. `COPROD_WRITE=1` writes its tables anew.

use coprod_tests::ask::ask;
use coprod_tests::page::{check, table};
use coprod_tests::tree::root;
use serde_json::{Value, json};

const PAGE: &str = "coprod-core/src/power/review_team.md";

/// The group and the rules that the page gives as JSON.
struct Page {
    members: Value,
    rules: Value,
}

impl Page {
    fn read(page: &str) -> Self {
        let mut blocks =
            page.split("```json\n").skip(1).map(|block| serde_json::from_str(block.split_once("```").unwrap().0).unwrap());
        Self { members: blocks.next().unwrap(), rules: blocks.next().unwrap() }
    }

    fn of(&self, endpoint: &str, rule: &Value) -> Value {
        ask(endpoint, &json!({"members": self.members, "rule": rule}))
    }

    fn measured(&self, rule: &Value) -> (Value, Value) {
        let power = self.of("power.measure", rule);
        let students = power["constituencies"].as_array().unwrap().iter().find(|line| line["id"] == "students").unwrap().clone();
        (power, students)
    }

    fn named(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.rules.as_object().unwrap().iter()
    }

    fn written(&self, part: &str) -> String {
        match part {
            "picture" => self.picture(),
            "bars" => self.bars(),
            "words" => self.words(),
            "rules" => self.compared(),
            "absent" => self.absent(),
            other => panic!("no part is called {other}"),
        }
    }

    fn picture(&self) -> String {
        let found = self.of("power.picture", &self.rules["today"]);
        let heads: Vec<&str> = strings(&found["table"]["heads"]);
        // The members' rows are left out: each has an eighth.
        let rows = found["table"]["rows"].as_array().unwrap()[..5].iter().map(|row| strings(row).join(" | "));
        let sentences = strings(&found["text"])[..3].iter().map(|said| format!("- {said}\n")).collect::<String>();
        format!("{}\n{sentences}", table(&heads, rows))
    }

    fn bars(&self) -> String {
        let heads = [
            "votes that are enough",
            "smallest groups that can pass",
            "smallest groups that can block",
            "can both students together block?",
            "can one student alone?",
        ];
        let rows = (4..=8).map(|bar| {
            let rule = json!({"votes": {"at_least": bar}});
            let coalitions = self.of("power.minimal_coalitions", &rule);
            let most_losing = coalitions["maximal_losing"]["coalitions"][0].as_array().unwrap().len();
            let losing = &coalitions["maximal_losing"]["count"];
            let (_, students) = self.measured(&rule);
            let needs = &students["needs_to_block"];
            [
                format!("{bar} of 8"),
                format!("{} of {bar} members", coalitions["minimal_winning"]["count"]),
                format!("{losing} of {}", members(8 - most_losing)),
                yes_no(&students["can_block_by_voting_if_all_attend"]).to_owned(),
                if *needs == json!(1) { "yes" } else { "no" }.to_owned(),
            ]
            .join(" | ")
        });
        table(&heads, rows)
    }

    fn words(&self) -> String {
        let rule = |(name, rule): (&String, &Value)| {
            let found = self.of("power.explain", rule);
            let words: Vec<&str> = strings(&found["words"]).iter().map(|line| line.trim()).collect();
            format!("{} | {}", name.replace('_', " "), words.join(" "))
        };
        table(&["rule", "what it says"], self.named().map(rule))
    }

    fn compared(&self) -> String {
        let heads = [
            "rule",
            "the students can block by voting",
            "by both staying away",
            "students it takes to block",
            "their power if each member votes alone",
            "if each constituency votes as one",
            "a tutor's power",
            "the lead's power",
            "passes in",
        ];
        let rows = self.named().map(|(name, rule)| {
            let (power, students) = self.measured(rule);
            let sum = |key: &str| students[key]["shapley_shubik"]["exact"].as_str().unwrap().to_owned();
            let member = |id: &str| {
                let line = power["members"].as_array().unwrap().iter().find(|line| line["id"] == id).unwrap();
                line["shapley_shubik"]["exact"].as_str().unwrap().to_owned()
            };
            let needs = &students["needs_to_block"];
            [
                name.replace('_', " "),
                yes_no(&students["can_block_by_voting_if_all_attend"]).to_owned(),
                yes_no(&students["can_block_by_staying_away"]).to_owned(),
                if needs.is_null() { "-".to_owned() } else { needs.to_string() },
                sum("if_each_votes_alone"),
                sum("if_each_constituency_votes_as_one"),
                member("ada"),
                member("lou"),
                format!("{} of 256", power["winning"]),
            ]
            .join(" | ")
        });
        table(&heads, rows)
    }

    fn absent(&self) -> String {
        // What sam and tess do, and how many of the other six say yes.
        let motions = [("no", "no", 6), ("no", "absent", 6), ("yes", "absent", 5), ("yes", "absent", 6), ("absent", "absent", 6)];
        let others: Vec<&str> =
            self.members.as_array().unwrap()[2..].iter().map(|member| member["id"].as_str().unwrap()).collect();
        let rules: Vec<(&String, &Value)> = self.named().collect();
        let names: Vec<String> = rules.iter().map(|(name, _)| name.replace('_', " ")).collect();
        let heads: Vec<&str> =
            ["sam", "tess", "yes among the other six"].into_iter().chain(names.iter().map(String::as_str)).collect();
        let rows = motions.map(|(sam, tess, yes)| {
            let mut votes = json!({"sam": sam, "tess": tess});
            for (number, id) in others.iter().enumerate() {
                votes[*id] = json!(if number < yes { "yes" } else { "no" });
            }
            let outcome = |(_, rule): &(&String, &Value)| {
                let found = ask("power.decide", &json!({"members": self.members, "rule": rule, "votes": votes}));
                if found["passed"] == true { "passes" } else { "fails" }
            };
            let cells = [sam.to_owned(), tess.to_owned(), yes.to_string()];
            cells.into_iter().chain(rules.iter().map(|rule| outcome(rule).to_owned())).collect::<Vec<_>>().join(" | ")
        });
        table(&heads, rows.into_iter())
    }
}

fn strings(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|item| item.as_str().unwrap()).collect()
}

fn members(count: usize) -> String {
    if count == 1 { "1 member".to_owned() } else { format!("{count} members") }
}

fn yes_no(value: &Value) -> &'static str {
    if value.as_bool().unwrap() { "yes" } else { "no" }
}

#[test]
fn the_page_shows_what_is_answered() {
    let source = Page::read(&std::fs::read_to_string(root().join(PAGE)).unwrap());
    check(PAGE, 5, |part| source.written(part));
}

#[test]
fn its_pictures_can_be_drawn() {
    let page = Page::read(&std::fs::read_to_string(root().join(PAGE)).unwrap());
    let one = page.of("power.picture", &page.rules["today"]);
    let all = ask("power.compare_picture", &json!({"members": page.members, "rules": page.rules}));
    for (picture, rules) in [(one, 1), (all, 4)] {
        let svg = picture["svg"].as_str().unwrap();
        let document = roxmltree::Document::parse(svg).unwrap();
        let texts: Vec<&str> = document.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text()).collect();
        assert_eq!(texts.iter().filter(|text| **text == "students").count(), rules);
        assert!(texts.iter().filter(|text| **text == "25 %").count() > rules, "the two students' seats");
    }
}
