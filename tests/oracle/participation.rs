//! Levels found by trying everything that everybody can do, from the definitions and apart from the core.

use coprod_core::api::call;
use coprod_tests::dice::Dice;
use coprod_tests::participation::{CONTROL, VOICE, random_request};
use coprod_tests::power::{Did, Group, passes};
use serde_json::{Value, json};

const DID: [Did; 5] = ['x', 'a', 'o', 'n', 'y'];

/// Every outcome of a rule; a combination is a number whose digit `i`, to base 5, is what member `i` did.
struct Everything {
    outcomes: Vec<bool>,
    size: usize,
}

impl Everything {
    fn of(rule: &Value, group: &Group) -> Self {
        let size = group.0.len();
        let digit = |code: usize, member: usize| DID[code / 5_usize.pow(member as u32) % 5];
        let outcome = |code: usize| passes(rule, group, &(0..size).map(|member| digit(code, member)).collect::<Vec<Did>>());
        Self { outcomes: (0..5_usize.pow(size as u32)).map(outcome).collect(), size }
    }

    fn codes(&self, bloc: &[usize], states: std::ops::RangeInclusive<usize>) -> Vec<usize> {
        let mut codes = vec![0];
        for member in bloc {
            let place = 5_usize.pow(*member as u32);
            codes = codes.iter().flat_map(|code| states.clone().map(move |digit| code + digit * place)).collect();
        }
        codes
    }

    fn others(&self, bloc: &[usize]) -> Vec<usize> {
        (0..self.size).filter(|member| !bloc.contains(member)).collect()
    }

    /// All say yes, and it passes whatever the others do; without `absence` they attend.
    fn decides(&self, bloc: &[usize], absence: bool) -> bool {
        let from = usize::from(!absence);
        let all_yes = self.codes(bloc, 4..=4)[0];
        self.codes(&self.others(bloc), from..=4).iter().all(|code| self.outcomes[all_yes + code])
    }

    /// There is something that it can do (attending, or else staying away) so that it fails whatever the others do.
    fn blocks(&self, bloc: &[usize], attending: bool, absence: bool) -> bool {
        let own = if attending { 1..=4 } else { 0..=0 };
        let others = self.codes(&self.others(bloc), usize::from(!absence)..=4);
        self.codes(bloc, own).iter().any(|code| others.iter().all(|other| !self.outcomes[code + other]))
    }

    fn five(&self, bloc: &[usize]) -> [bool; 5] {
        [
            self.decides(bloc, false),
            self.decides(bloc, true),
            self.blocks(bloc, true, false),
            self.blocks(bloc, true, true),
            self.blocks(bloc, false, true),
        ]
    }

    /// With everybody saying yes or objecting, the bloc's votes together can make a difference.
    fn matters(&self, bloc: &[usize]) -> bool {
        let (yes, object) = (self.codes(bloc, 4..=4)[0], self.codes(bloc, 2..=2)[0]);
        let mut others = vec![0];
        for member in self.others(bloc) {
            let place = 5_usize.pow(member as u32);
            others = others.iter().flat_map(|code| [code + 2 * place, code + 4 * place]).collect();
        }
        others.iter().any(|code| self.outcomes[yes + code] != self.outcomes[object + code])
    }
}

/// Who has a vote in a rule, and what it weighs.
fn voters(rule: &Value, group: &Group) -> Vec<(usize, i64)> {
    let number = |id: &Value| id.as_str().unwrap()[1..].parse::<usize>().unwrap();
    let everybody = || (0..group.0.len()).map(|member| (member, 1)).collect::<Vec<_>>();
    let who = |among: &Value| match among {
        Value::Null => everybody(),
        Value::String(side) => everybody().into_iter().filter(|(member, _)| group.0[*member] == side).collect(),
        ids => ids.as_array().unwrap().iter().map(|id| (number(id), 1)).collect(),
    };
    let several = |rules: &Value| rules.as_array().unwrap().iter().flat_map(|rule| voters(rule, group)).collect::<Vec<_>>();
    let (key, body) = rule.as_object().unwrap().iter().next().unwrap();
    match key.as_str() {
        "votes" => match body.get("weights") {
            Some(weights) => {
                let weights = weights.as_object().unwrap().iter();
                weights.map(|(id, weight)| (number(&json!(id)), weight.as_i64().unwrap())).collect()
            }
            None => who(&body["among"]),
        },
        "sign_off" => who(body),
        "all" | "any" => several(body),
        "at_least" => several(&body["of"]),
        "quorum" => voters(&body["then"], group),
        "veto" | "override" => {
            let unless = body.get("unless").map(|rule| voters(rule, group)).unwrap_or_default();
            [who(&body["by"]), voters(&body["then"], group), unless].concat()
        }
        "each_constituency" => everybody(),
        "advisory" => {
            let deciders = who(&body["deciders"]);
            everybody().into_iter().map(|(member, _)| (member, i64::from(deciders.contains(&(member, 1))))).collect()
        }
        _ => who(&body["among"]),
    }
}

/// The answer to a statement: `y`, `n` or `?`.
fn said(how: &Value, statement: &str) -> char {
    let items = how["evidence"].as_array().unwrap();
    match items.iter().find(|item| item["statement"] == statement).map(|item| item["holds"].as_str().unwrap()) {
        Some("yes") => 'y',
        Some("no") => 'n',
        _ => '?',
    }
}

/// What being told, asked and answered supports.
fn voice(how: &Value, told: bool, asked: bool) -> (u8, u8) {
    let high = (0..3).find(|at| said(how, VOICE[*at]) == 'n').unwrap_or(3);
    let mut low = (0..3).filter(|at| said(how, VOICE[*at]) == 'y').map(|at| at + 1).max().unwrap_or(0);
    if told || asked {
        low = low.max(1.min(high));
    }
    if asked {
        low = low.max(if high >= 2 { 2 } else { low });
    }
    (low as u8, high as u8)
}

struct Found {
    by_rule: Option<(u8, u8)>,
    level: (u8, u8),
    equal: Option<bool>,
}

/// One way to count: the chair is on this side, and these sign-offs were declared in time.
fn count(request: &Value, group: &Group, chair: &str, in_time: &[bool]) -> Found {
    let how = &request["stages"]["design"];
    let members = |wanted: &str| -> Vec<usize> {
        let side = |member: &usize| match group.0[*member] {
            "lived" => "lived",
            "staff" => "host",
            _ => chair,
        };
        (0..group.0.len()).filter(|member| side(member) == wanted).collect()
    };
    let (lived, host, third) = (members("lived"), members("host"), members("independent"));
    let empty = Vec::new();
    let list = |key: &str| how.get(key).and_then(Value::as_array).unwrap_or(&empty).clone();
    let mut must = vec![how["rule"].clone()];
    let (mut late, mut named) = (false, false);
    for (sign_off, in_time) in list("sign_offs").iter().zip(in_time) {
        late |= !in_time;
        if !in_time || sign_off.get("limited_to").is_none() {
            must.push(json!({"sign_off": sign_off["by"]}));
            named = true;
        }
    }
    for holder in list("agenda_held_by") {
        must.push(json!({"sign_off": [holder]}));
    }
    let mut ways = vec![json!({ "all": must })];
    for holder in list("can_impose") {
        ways.push(json!({"sign_off": [holder]}));
        named = true;
    }
    ways.extend(how.get("fallback").cloned());
    let rule = json!({ "any": ways });

    let all = Everything::of(&rule, group);
    let votes = voters(&rule, group);
    let has = |weighs: bool| votes.iter().any(|(member, weight)| (*weight > 0) == weighs && lived.contains(member));
    let (low_voice, high_voice) = voice(how, has(false), has(true));
    let with_third = [lived.clone(), third.clone()].concat();
    let somehow = |bloc: &[usize]| all.blocks(bloc, true, false) || all.blocks(bloc, true, true) || all.blocks(bloc, false, true);
    let matters = all.matters(&lived);
    // Votes that never matter are no share in what the third parties hold back.
    let host_alone =
        |low: bool| matters && !third.is_empty() && if low { all.blocks(&with_third, true, true) } else { somehow(&with_third) };

    let (d, b) = (all.decides(&lived, true), all.blocks(&lived, true, true));
    let mut low = low_voice;
    if matters || d {
        low = 3;
    }
    if b || host_alone(true) {
        low = 4;
    }
    if d && b {
        low = 5;
    }
    let (d, b) = (all.decides(&lived, false), somehow(&lived));
    let mut high = high_voice;
    if matters {
        high = 3;
    }
    if b || host_alone(false) {
        high = 4;
    }
    if d {
        high = 5;
    }
    let controls: Vec<char> = CONTROL.iter().map(|statement| said(how, statement)).collect();
    if low == 5 && controls.iter().all(|control| *control == 'y') {
        low = 6;
    }
    if high == 5 && b && !controls.contains(&'n') {
        high = 6;
    }
    let by_rule = (low, high);

    let outside = said(how, "no_power_outside_rule");
    let deadlock = if how.get("fallback").is_some() { 'y' } else { said(how, "deadlock_changes_nothing") };
    let change = said(how, "rule_change_needs_lived");
    if outside == '?' || deadlock == '?' || deadlock == 'n' || (outside == 'n' && !named) {
        low = low.min(low_voice);
    }
    if change != 'y' {
        low = low.min(3);
    }
    if late || [outside, deadlock, change].contains(&'n') {
        high = high.min(3);
        low = low.min(high);
    }
    let veto = |members: &[usize]| members.iter().any(|member| all.blocks(&[*member], true, false));
    let equal = !lived.is_empty() && !host.is_empty() && all.five(&lived) == all.five(&host) && veto(&lived) == veto(&host);
    Found { by_rule: Some(by_rule), level: (low, high), equal: Some(equal) }
}

fn infer(request: &Value, group: &Group) -> Found {
    let how = &request["stages"]["design"];
    if how.get("host_decides").is_some() {
        let heard = voice(how, false, false);
        return Found { by_rule: Some(heard), level: heard, equal: Some(false) };
    }
    if how.get("rule").is_none() {
        return Found { by_rule: None, level: (voice(how, false, false).0, 6), equal: None };
    }
    let chairs: Vec<&str> = match request["constituencies"][2].get("side") {
        Some(side) => vec![side.as_str().unwrap()],
        None if group.0.contains(&"chair") => vec!["host", "lived"],
        None => vec!["host"],
    };
    let mut in_time: Vec<Vec<bool>> = vec![Vec::new()];
    for sign_off in how.get("sign_offs").and_then(Value::as_array).unwrap_or(&Vec::new()) {
        let agreed = sign_off["agreed_by_lived"].as_str().unwrap();
        let answers: &[bool] = match (sign_off["declared_before_work"].as_str().unwrap(), agreed) {
            ("yes", _) => &[true],
            ("no", "no") => &[false],
            _ => &[false, true],
        };
        in_time =
            in_time.iter().flat_map(|before| answers.iter().map(|answer| [before.clone(), vec![*answer]].concat())).collect();
    }
    let ways = chairs.iter().flat_map(|chair| in_time.iter().map(|in_time| count(request, group, chair, in_time)));
    let span = |one: (u8, u8), other: (u8, u8)| (one.0.min(other.0), one.1.max(other.1));
    ways.reduce(|one, other| Found {
        by_rule: one.by_rule.zip(other.by_rule).map(|(one, other)| span(one, other)),
        level: span(one.level, other.level),
        equal: if one.equal == other.equal { one.equal } else { None },
    })
    .unwrap()
}

fn compare(seeds: std::ops::Range<u64>, size: usize) {
    for seed in seeds {
        let mut dice = Dice::new(seed);
        let group = Group::random(1 + dice.below(size), &mut dice);
        let request = random_request(&group, &mut dice);
        let expected = infer(&request, &group);
        let answer = call("participation.level", &request.to_string()).unwrap_or_else(|error| panic!("{error} {request}"));
        let answer: Value = serde_json::from_str(&answer).unwrap();
        let decision = &answer["stages"][1]["decisions"][0];
        let range = |range: &Value| range["low"].as_u64().map(|low| (low as u8, range["high"].as_u64().unwrap() as u8));
        assert_eq!(range(decision), Some(expected.level), "{request}");
        assert_eq!(range(&decision["by_rule"]), expected.by_rule, "{request}");
        let equal = match expected.equal {
            Some(true) => "yes",
            Some(false) => "no",
            None => "unknown",
        };
        assert_eq!(decision["equal_influence"], equal, "{request}");
    }
}

#[test]
fn levels_of_groups_of_up_to_four() {
    compare(0..700, 4);
}

#[test]
#[ignore = "takes a minute: run it after a change to levels"]
fn levels_of_groups_of_up_to_five() {
    compare(100_000..104_000, 5);
}
