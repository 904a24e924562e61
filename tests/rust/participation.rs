//! Decisions at random: a small group, its rule, the powers beside it and the evidence.

use serde_json::{Map, Value, json};

use crate::dice::Dice;
use crate::power::{Group, random_rule};

/// The statements about being heard, lowest first.
pub const VOICE: [&str; 3] = ["told", "asked_before", "reply_owed"];
/// The statements about whether the rule stands.
pub const STANDING: [&str; 3] = ["no_power_outside_rule", "rule_change_needs_lived", "deadlock_changes_nothing"];
/// The statements about control.
pub const CONTROL: [&str; 3] = ["lived_control_rules", "lived_control_agenda", "lived_control_resources"];

/// A request about one stage: people, whose side the chair is on, and how design is decided.
#[must_use]
pub fn random_request(group: &Group, dice: &mut Dice) -> Value {
    let mut chair = json!({"id": "chair", "expertise": "third_party"});
    if !dice.once_in(3) {
        chair["side"] = json!(dice.pick(&["lived", "host", "independent"]));
    }
    json!({
        "constituencies": [{"id": "lived", "expertise": "experience"}, {"id": "staff", "expertise": "profession"}, chair],
        "people": group.members(),
        "stages": {"design": random_how(group, dice)},
        "frameworks": ["arnstein"]
    })
}

/// How a decision is made, at random.
#[must_use]
pub fn random_how(group: &Group, dice: &mut Dice) -> Value {
    let someone = |dice: &mut Dice| json!(format!("m{}", dice.below(group.0.len())));
    let mut how = Map::new();
    match dice.below(12) {
        0 => {}
        1 => {
            how.insert("host_decides".into(), json!(true));
        }
        _ => {
            how.insert("rule".into(), random_rule(group, 1, dice));
            if dice.once_in(4) {
                how.insert("fallback".into(), random_rule(group, 0, dice));
            }
        }
    }
    if dice.once_in(3) {
        let sign_offs = (0..1 + dice.below(2)).map(|_| random_sign_off(group, dice)).collect();
        how.insert("sign_offs".into(), sign_offs);
    }
    for power in ["agenda_held_by", "can_impose"] {
        if dice.once_in(5) {
            how.insert(power.into(), json!([someone(dice)]));
        }
    }
    how.insert("evidence".into(), random_evidence(dice));
    Value::Object(how)
}

fn random_sign_off(group: &Group, dice: &mut Dice) -> Value {
    let mut sign_off = json!({
        "by": [format!("m{}", dice.below(group.0.len()))],
        "what": format!("part {}", dice.below(1000)),
        "declared_before_work": dice.pick(&["yes", "no", "unknown"]),
        "agreed_by_lived": dice.pick(&["no", "no", "unknown"]),
    });
    if dice.once_in(3) {
        sign_off["limited_to"] = json!("the law");
    }
    sign_off
}

/// Evidence at random that does not contradict itself.
#[must_use]
pub fn random_evidence(dice: &mut Dice) -> Value {
    let mut evidence = Vec::new();
    let mut say = |statement: &str, holds: &str| evidence.push(json!({"statement": statement, "holds": holds}));
    let (low, high) = (dice.below(4), dice.below(4));
    if low > 0 && dice.once_in(2) {
        say(VOICE[low - 1], "yes");
    }
    if high < 3 && low <= high && dice.once_in(2) {
        say(VOICE[high], "no");
    }
    for statement in STANDING {
        match dice.below(8) {
            0 => say(statement, "unknown"),
            1 => say(statement, "no"),
            2 => {}
            _ => say(statement, "yes"),
        }
    }
    for statement in CONTROL {
        match dice.below(5) {
            0 => {}
            1 => say(statement, "no"),
            _ => say(statement, "yes"),
        }
    }
    Value::Array(evidence)
}
