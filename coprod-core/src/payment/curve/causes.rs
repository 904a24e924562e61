//! Names a change: the rules at which the working of one fee leaves that of the next.

use super::scene::Scene;
use crate::error::PaymentError;
use crate::payment::ledger::{Line, LineStep, Lines, Rule, Subject};

/// A rule at which something changes, and what it is about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cause {
    pub(super) rule: &'static Rule,
    pub(super) subject: Subject,
}

/// A step with the lines of what it is made of.
struct Made {
    step: LineStep,
    of: Vec<Line>,
    /// How many steps before it are by the same rule about the same subject.
    before: usize,
}

/// Why the fee after `fee` is on other lines.
pub(super) fn causes(scene: &mut Scene<'_>, fee: i64) -> Result<Vec<Cause>, PaymentError> {
    let one = made(scene.lines(fee)?);
    let next = made(scene.lines(fee + 1)?);
    let mut found: Vec<Cause> = Vec::new();
    let mut add = |cause: Cause| {
        let known = |known: &Cause| known.rule.id == cause.rule.id && known.subject.what == cause.subject.what;
        if !found.iter().any(known) {
            found.push(cause);
        }
    };
    for step in &one {
        // The change starts at a step whose own line changes, and none of what it is made of.
        if let Some(other) = next.iter().find(|other| other.is(step))
            && other.step.line != step.step.line
            && other.of == step.of
        {
            add(Cause::of(&step.step));
        }
    }
    if found.is_empty() {
        let only = |here: &[Made], there: &[Made]| {
            let missing = here.iter().find(|step| !there.iter().any(|other| other.is(step)));
            missing.map(|step| Cause::of(&step.step))
        };
        found.extend(only(&next, &one).or_else(|| only(&one, &next)));
    }
    Ok(found)
}

impl Cause {
    const fn of(step: &LineStep) -> Self {
        Self { rule: step.rule, subject: step.subject }
    }
}

impl Made {
    fn is(&self, other: &Self) -> bool {
        self.step.rule.id == other.step.rule.id && self.step.subject == other.step.subject && self.before == other.before
    }
}

fn made(lines: &Lines) -> Vec<Made> {
    let steps = lines.steps();
    let line = |number: &u32| {
        let place = usize::try_from(*number).ok().and_then(|number| number.checked_sub(1));
        place.and_then(|place| steps.get(place)).map_or(Line::level(0), |step| step.line)
    };
    let mut all: Vec<Made> = Vec::with_capacity(steps.len());
    for step in steps {
        let same = |made: &&Made| made.step.rule.id == step.rule.id && made.step.subject == step.subject;
        let before = all.iter().filter(same).count();
        all.push(Made { step: *step, of: lines.of(step).iter().map(line).collect(), before });
    }
    all
}
