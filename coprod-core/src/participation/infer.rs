//! The inference itself: from what a side can do, whether the rule stands and what the evidence says, to a range of levels.

use super::evidence::{Findings, Holds, Statement};
use super::powers::Powers;
use super::scale::LevelRange;

/// What decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Basis<'a> {
    /// No rule is known.
    Unknown,
    /// The host decides by itself.
    Host,
    /// The rule can never pass.
    Never,
    /// A rule under which the side can do this.
    Rule(&'a Powers),
}

/// What is known of whether the rule stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ground {
    /// A sign-off caught the decision under way.
    pub(super) late_sign_off: bool,
    /// A power outside the group's rule is named, and so is in the effective rule: a sign-off, or a power to impose, whichever side
    /// holds it. Holding the agenda is none: it is how matters come up under the rule, and a stated "no" may be about anybody.
    pub(super) power_named: bool,
    /// What decides if the group fails to is named, and so is in the effective rule.
    pub(super) fallback_named: bool,
}

/// A level by the rule alone, and with all that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Inferred {
    /// Supposing that the rule stands; nothing where no rule, or one that never passes, is given.
    pub(super) by_rule: Option<LevelRange>,
    /// With all that is known.
    pub(super) level: LevelRange,
}

/// Infers the level.
pub(super) fn infer(basis: Basis<'_>, ground: Ground, findings: &Findings) -> Inferred {
    match basis {
        Basis::Never => Inferred { by_rule: None, level: LevelRange::ALL },
        Basis::Unknown => Inferred { by_rule: None, level: LevelRange { low: findings.voice().low, ..LevelRange::ALL } },
        Basis::Host => Inferred { by_rule: Some(findings.voice()), level: findings.voice() },
        Basis::Rule(powers) => {
            let voice = findings.with_seats(powers.seat_only, powers.votes).voice();
            let by_rule = crown(by_powers(powers, voice), powers, findings);
            Inferred { by_rule: Some(by_rule), level: stand(by_rule, voice, ground, findings) }
        }
    }
}

/// Both decide and block: P5. Block only: P4. Decide only, so that either side alone could: P3 to P5. Neither, but votes can matter:
/// P3, or P4 if the host side alone cannot pass anything without independent third parties. Otherwise what the evidence says. The low end counts on nobody staying away, the high end on everybody attending.
fn by_powers(powers: &Powers, voice: LevelRange) -> LevelRange {
    let low = match (powers.decides, powers.blocks) {
        (true, true) => 5,
        _ if powers.blocks || powers.host_needs_others => 4,
        (true, false) => 3,
        _ if powers.matters => 3,
        _ => voice.low,
    };
    let high = match (powers.decides_if_all_attend, powers.blocks_somehow || powers.host_needs_others_somehow) {
        (true, _) => 5,
        (false, true) => 4,
        (false, false) if powers.matters => 3,
        (false, false) => voice.high,
    };
    // Whoever decides whatever the others do decides if they attend, and so on: the ends cannot cross.
    LevelRange { low, high: high.max(low) }
}

/// P6 is P5, to decide and to block, with control of rules, agenda and resources.
fn crown(range: LevelRange, powers: &Powers, findings: &Findings) -> LevelRange {
    let controls = [Statement::LivedControlRules, Statement::LivedControlAgenda, Statement::LivedControlResources];
    let all = controls.iter().all(|statement| findings.holds(*statement) == Holds::Yes);
    let none_denied = controls.iter().all(|statement| findings.holds(*statement) != Holds::No);
    LevelRange {
        low: if range.low == 5 && all { 6 } else { range.low },
        high: if range.high == 5 && powers.blocks_somehow && none_denied { 6 } else { range.high },
    }
}

/// Whether nobody outside the rule can stop or make the decision, as far as is known.
pub(super) fn nobody_outside(ground: Ground, findings: &Findings) -> Holds {
    if ground.late_sign_off { Holds::No } else { findings.holds(Statement::NoPowerOutsideRule) }
}

/// A rule proves shared power only if it stands: nobody outside can stop or make the decision, it cannot be changed without the lived
/// side, and failing to decide changes nothing.
fn stand(range: LevelRange, voice: LevelRange, ground: Ground, findings: &Findings) -> LevelRange {
    // A late sign-off is a power outside for sure, and a named one; whether there is a further one is another question, and where
    // nobody has said, one that is not named may be at work.
    let mut range = if ground.late_sign_off { range.at_most(3) } else { range };
    let outside = (findings.holds(Statement::NoPowerOutsideRule), ground.power_named);
    let deadlock = (findings.holds(Statement::DeadlockChangesNothing), false);
    for (holds, named) in [Some(outside), (!ground.fallback_named).then_some(deadlock)].into_iter().flatten() {
        range = match holds {
            Holds::Yes => range,
            Holds::Unknown => range.low_at_most(voice.low),
            Holds::No if named => range.at_most(3),
            Holds::No => range.low_at_most(voice.low).at_most(3),
        };
    }
    match findings.holds(Statement::RuleChangeNeedsLived) {
        Holds::Yes => range,
        Holds::Unknown => range.low_at_most(3),
        Holds::No => range.at_most(3),
    }
}
