//! One decision counted in every way that open facts allow: sides that are not stated, and sign-offs of which nobody knows whether
//! they were declared in time.

use super::decision::SignOff;
use super::effective::{EffectiveRule, RuleParts};
use super::evidence::{Findings, Holds, Statement};
use super::gather::Gathered;
use super::infer::{Basis, Ground, Inferred, infer, nobody_outside};
use super::powers::{Asker, Balance, Powers, Sides, Work};
use super::request::{LevelRequest, MOST_TRIED_EACH_WAY};
use super::scale::LevelRange;
use crate::error::{ErrorReport, ParticipationError, Pointer};
use crate::group::{Constituency, Person, Roster, Side, labels};
use crate::power::rule::Compiled;
use crate::unit::Id;

/// A fact with two possible answers that is tried each way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Switch {
    /// The same for the same fact in two decisions.
    pub(super) key: String,
    /// What to ask about it.
    pub(super) question: String,
}

/// One way of counting.
#[derive(Debug, Clone)]
pub(super) struct Try {
    /// For each switch whether its answer is yes.
    pub(super) answers: Vec<bool>,
    pub(super) ground: Ground,
    /// Nothing where the rule can never pass.
    pub(super) counted: Option<Counted>,
    /// The numbers of the members by side.
    pub(super) sides: Sides,
}

/// What the sides can do in one way of counting.
#[derive(Debug, Clone)]
pub(super) struct Counted {
    pub(super) lived: Powers,
    pub(super) balance: Balance,
    /// Each lived constituency by itself, with the number of its members.
    pub(super) each: Vec<(Id, usize, Powers)>,
}

/// The group, what has been counted for it, and the work that its request may still take.
#[derive(Debug)]
pub(super) struct Group<'a> {
    request: &'a LevelRequest,
    everybody: Roster,
    /// Many decisions are made under one rule by the same people.
    known: Vec<(Compiled, Sides, Counted)>,
    pub(super) work: Work,
}

impl<'a> Group<'a> {
    pub(super) const fn new(request: &'a LevelRequest, everybody: Roster) -> Self {
        Self { request, everybody, known: Vec::new(), work: Work::new() }
    }

    fn count(&mut self, parts: &RuleParts<'_>, rule: &Compiled, sides: &Sides, path: &Pointer) -> Result<Counted, ErrorReport> {
        self.work.spend(self.known.len(), path)?;
        if let Some((.., counted)) = self.known.iter().find(|(known, counted, _)| known == rule && counted == sides) {
            return Ok(counted.clone());
        }
        let mut asker = Asker::new(rule, path, &self.work);
        let lived = asker.powers(sides)?;
        let balance = asker.balance(sides)?;
        let mut each = Vec::new();
        for constituency in &self.request.constituencies {
            let members = parts.roster.as_ref().and_then(|roster| roster.constituency(constituency.id.as_str()));
            let Some(members) = members.filter(|members| members.iter().all(|member| sides.lived.contains(member))) else {
                continue;
            };
            let powers = if members.len() == sides.lived.len() { lived } else { asker.powers(&sides.only(members))? };
            each.push((constituency.id.clone(), members.len(), powers));
        }
        asker.done(&mut self.work);
        let counted = Counted { lived, balance, each };
        self.known.push((rule.clone(), sides.clone(), counted.clone()));
        Ok(counted)
    }
}

/// A decision ready for inference.
#[derive(Debug)]
pub(super) struct Case<'a> {
    pub(super) gathered: &'a Gathered<'a>,
    pub(super) switches: Vec<Switch>,
    /// Empty where no rule is known or the host decides.
    pub(super) tries: Vec<Try>,
    pub(super) rule: Option<EffectiveRule>,
    pub(super) fallback_named: bool,
}

/// One answer to an open question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answered {
    /// A statement holds or not.
    Statement(Statement, bool),
    /// The switch with this key is answered.
    Switch(String, bool),
}

impl<'a> Case<'a> {
    /// Counts a decision in every way.
    pub(super) fn new(group: &mut Group<'_>, gathered: &'a Gathered<'a>) -> Result<Self, ErrorReport> {
        let request = group.request;
        let parts = RuleParts::new(request, &group.everybody, gathered)?;
        let fallback_named = gathered.fallback.is_some();
        let mut case = Self { gathered, switches: Vec::new(), tries: Vec::new(), rule: None, fallback_named };
        let Some(parts) = parts else { return Ok(case) };
        let open_sides = open_sides(request, &parts);
        let sign_offs: Vec<(&SignOff, Holds)> = gathered
            .sign_offs
            .iter()
            .filter(|(sign_off, _)| !parts.here(sign_off.by.iter()).is_empty())
            .map(|(sign_off, _)| (*sign_off, sign_off.in_time(gathered.began, gathered.date)))
            .collect();
        case.switches = open_sides.iter().map(|constituency| side_switch(constituency)).collect();
        case.switches.extend(
            sign_offs
                .iter()
                .filter(|(_, in_time)| *in_time == Holds::Unknown)
                .map(|(sign_off, _)| sign_off_switch(sign_off, &request.people)),
        );
        if case.switches.len() > MOST_TRIED_EACH_WAY {
            let (what, count, limit) =
                ("sides or sign-offs of this decision that are open", case.switches.len(), MOST_TRIED_EACH_WAY);
            return Err(ParticipationError::GroupTooLarge { path: gathered.path.clone(), what, count, limit }.into());
        }
        let can_impose = !parts.here(gathered.impose.iter().map(|(id, _)| *id)).is_empty();
        for number in 0_u32..1 << case.switches.len() {
            // Counting up from "all no" shows the rule with every sign-off first.
            let answers: Vec<bool> = (0..case.switches.len()).map(|bit| number >> bit & 1 == 1).collect();
            let mut late = false;
            let mut modelled: Vec<&SignOff> = Vec::new();
            let mut next = answers.iter().skip(open_sides.len());
            for (sign_off, in_time) in &sign_offs {
                let in_time = match in_time {
                    Holds::Unknown => next.next().copied().unwrap_or(false),
                    known => *known == Holds::Yes,
                };
                late |= !in_time;
                if !in_time || sign_off.limited_to.is_none() {
                    modelled.push(sign_off);
                }
            }
            let rule = parts.with(&modelled);
            group.work.spend(rule.words.len().saturating_mul(parts.members.len()), &gathered.path)?;
            let ground = Ground { late_sign_off: late, power_named: can_impose || !modelled.is_empty(), fallback_named };
            let sides = sides(request, &parts, &open_sides, &answers);
            let counted = match parts.compiled(&rule)? {
                None => None,
                Some(compiled) => Some(group.count(&parts, &compiled, &sides, gathered.rule_path())?),
            };
            case.rule.get_or_insert(rule);
            case.tries.push(Try { answers, ground, counted, sides });
        }
        Ok(case)
    }

    /// Whether it counts for its stage.
    pub(super) fn is_key(&self) -> bool {
        !self.gathered.decision.is_some_and(|decision| decision.minor_by_agreement)
    }

    /// Whether a rule is given.
    pub(super) const fn has_rule(&self) -> bool {
        !self.tries.is_empty()
    }

    /// The level, given one more answer.
    pub(super) fn level(&self, answered: Option<&Answered>) -> Inferred {
        self.inferred(answered, |counted| Some(&counted.lived))
    }

    /// The level of one lived constituency by itself; nothing if it counts for the lived side in no way of counting.
    pub(super) fn level_of(&self, constituency: &Id) -> Option<Inferred> {
        let of = |counted: &'_ Counted| counted.each.iter().any(|(id, ..)| id == constituency);
        if !self.tries.iter().any(|each| each.counted.as_ref().is_some_and(of)) {
            return None;
        }
        Some(self.inferred(None, |counted| counted.each.iter().find(|(id, ..)| id == constituency).map(|(.., powers)| powers)))
    }

    fn inferred(&self, answered: Option<&Answered>, powers: impl Fn(&Counted) -> Option<&Powers>) -> Inferred {
        let findings = self.findings(answered);
        let no_ground = Ground { late_sign_off: false, power_named: false, fallback_named: false };
        if self.tries.is_empty() {
            let basis = if self.gathered.host_decides { Basis::Host } else { Basis::Unknown };
            return infer(basis, no_ground, &findings);
        }
        let each = self.tries.iter().filter(|each| self.agrees(each, answered)).filter_map(|each| match &each.counted {
            None => Some(infer(Basis::Never, each.ground, &findings)),
            Some(counted) => powers(counted).map(|powers| infer(Basis::Rule(powers), each.ground, &findings)),
        });
        each.reduce(|one, other| Inferred {
            by_rule: one.by_rule.zip(other.by_rule).map(|(one, other)| one.span(other)),
            level: one.level.span(other.level),
        })
        .unwrap_or(Inferred { by_rule: None, level: LevelRange::ALL })
    }

    fn findings(&self, answered: Option<&Answered>) -> Findings {
        match answered {
            Some(Answered::Statement(statement, yes)) if self.open_statements().contains(statement) => {
                self.gathered.findings.with(*statement, if *yes { Holds::Yes } else { Holds::No })
            }
            _ => self.gathered.findings.clone(),
        }
    }

    fn agrees(&self, each: &Try, answered: Option<&Answered>) -> bool {
        let Some(Answered::Switch(key, yes)) = answered else { return true };
        self.switches.iter().zip(&each.answers).all(|(switch, answer)| switch.key != *key || answer == yes)
    }

    /// The statements that are open in every way of counting. What a vote or a seat settles is not: being asked is then the definition's
    /// answer, and a no to it is contrary evidence, which can move the range down, where an answer to an open question only narrows it.
    /// That the level rests on it stands in what it assumes.
    pub(super) fn open_statements(&self) -> Vec<Statement> {
        let mut open = self.gathered.findings.open();
        for counted in self.tries.iter().filter_map(|each| each.counted.as_ref()) {
            let with_seats = self.gathered.findings.with_seats(counted.lived.seat_only, counted.lived.votes).open();
            open.retain(|statement| with_seats.contains(statement));
        }
        open
    }

    /// One answer for all ways of counting, if they agree.
    pub(super) fn in_every_way(&self, holds: impl Fn(&Try, &Counted) -> Holds) -> Holds {
        let mut answers =
            self.tries.iter().map(|each| each.counted.as_ref().map_or(Holds::Unknown, |counted| holds(each, counted)));
        let Some(first) = answers.next() else { return Holds::Unknown };
        if answers.all(|answer| answer == first) { first } else { Holds::Unknown }
    }

    /// Whether the rule stands, as far as is known.
    pub(super) fn stands(&self) -> Holds {
        let findings = &self.gathered.findings;
        let outside = self.tries.iter().map(|each| nobody_outside(each.ground, findings));
        let outside = outside.reduce(|one, other| if one == other { one } else { Holds::Unknown }).unwrap_or_default();
        let deadlock = if self.fallback_named { Holds::Yes } else { findings.holds(Statement::DeadlockChangesNothing) };
        super::definition::all_hold([outside, findings.holds(Statement::RuleChangeNeedsLived), deadlock])
    }
}

fn open_sides<'r>(request: &'r LevelRequest, parts: &RuleParts<'_>) -> Vec<&'r Constituency> {
    let has_members = |constituency: &&Constituency| {
        parts.roster.as_ref().is_some_and(|roster| roster.constituency(constituency.id.as_str()).is_some())
    };
    request.constituencies.iter().filter(|constituency| constituency.known_side().is_none()).filter(has_members).collect()
}

fn side_switch(constituency: &Constituency) -> Switch {
    Switch {
        key: Pointer::root().key("constituencies").key(constituency.id.as_str()).to_string(),
        question: format!("does \"{}\" count for the side of people with lived experience?", constituency.label()),
    }
}

fn sign_off_switch(sign_off: &SignOff, people: &[Person]) -> Switch {
    let by: Vec<&str> = sign_off.by.iter().map(Id::as_str).collect();
    let what = sign_off.what.as_deref().unwrap_or("the decision");
    let names = labels(people, &sign_off.by);
    Switch {
        key: Pointer::root().key("sign_offs").key(by.join(", ")).key(what).to_string(),
        question: format!(
            "was everybody told before the work began that {names} must authorise {what}, or did the lived side agree to it?"
        ),
    }
}

fn sides(request: &LevelRequest, parts: &RuleParts<'_>, open: &[&Constituency], answers: &[bool]) -> Sides {
    let mut sides = Sides::default();
    for (number, member) in parts.members.iter().enumerate() {
        let constituency =
            request.constituencies.iter().find(|constituency| Some(&constituency.id) == member.constituency.as_ref());
        let tried = || {
            let at = open.iter().position(|open| Some(&open.id) == member.constituency.as_ref());
            let lived = at.and_then(|at| answers.get(at)).copied().unwrap_or(false);
            if lived { Side::Lived } else { Side::Host }
        };
        sides.add(number, constituency.and_then(Constituency::known_side).unwrap_or_else(tried));
    }
    sides
}
