//! All that is said of one decision, by itself and by its stage, with the place of each part in the request.

use super::decision::{Decision, HowDecided, SignOff};
use super::evidence::Findings;
use super::request::LevelRequest;
use crate::error::{ErrorReport, ParticipationError, Pointer};
use crate::group::{Person, Stage};
use crate::power::rule::Rule;
use crate::unit::{Date, Id};

/// One decision with all that is said of it.
#[derive(Debug, Clone)]
pub(super) struct Gathered<'a> {
    /// Everybody in the request, for their names.
    pub(super) people: &'a [Person],
    pub(super) decision: Option<&'a Decision>,
    pub(super) stage: Stage,
    pub(super) path: Pointer,
    pub(super) began: Option<Date>,
    /// The day for which membership is counted.
    pub(super) date: Option<Date>,
    pub(super) host_decides: bool,
    pub(super) rule: Option<(&'a Rule, Pointer)>,
    pub(super) fallback: Option<(&'a Rule, Pointer)>,
    pub(super) sign_offs: Vec<(&'a SignOff, Pointer)>,
    pub(super) agenda: Vec<(&'a Id, Pointer)>,
    pub(super) impose: Vec<(&'a Id, Pointer)>,
    pub(super) limits: Vec<&'a str>,
    pub(super) findings: Findings,
}

/// Every decision of a stage: the single ones, or else the stage as one; none if nothing is said of it.
pub(super) fn decisions_of(request: &LevelRequest, stage: Stage) -> Result<Vec<Gathered<'_>>, ErrorReport> {
    let shared = request.stages.of(stage).map(|how| (how, Pointer::root().key("stages").key(stage.to_string())));
    let at = Pointer::root().key("decisions");
    let mut gathered = Vec::new();
    for (index, decision) in request.decisions.iter().enumerate().filter(|(_, decision)| decision.stage == stage) {
        let path = at.index(index);
        let own = Some((&decision.how, path.key("how")));
        gathered.push(gather(
            &request.people,
            Some(decision),
            stage,
            path,
            decision.date.or(request.as_at),
            own,
            shared.clone(),
        )?);
    }
    if let (true, Some((_, path))) = (gathered.is_empty(), &shared) {
        gathered.push(gather(&request.people, None, stage, path.clone(), request.as_at, None, shared.clone())?);
    }
    Ok(gathered)
}

type Said<'a> = Option<(&'a HowDecided, Pointer)>;

fn gather<'a>(
    people: &'a [Person],
    decision: Option<&'a Decision>,
    stage: Stage,
    path: Pointer,
    date: Option<Date>,
    own: Said<'a>,
    shared: Said<'a>,
) -> Result<Gathered<'a>, ErrorReport> {
    for (how, at) in own.iter().chain(&shared) {
        if how.host_decides && (how.rule.is_some() || how.fallback.is_some()) {
            return Err(ParticipationError::RuleUnclear { path: at.key("host_decides") }.into());
        }
    }
    // A decision with a rule of its own, or made by the host, is not under its stage's rule.
    let both = [&own, &shared];
    let decider = both.iter().copied().flatten().find(|(how, _)| how.host_decides || how.rule.is_some());
    let host_decides = decider.is_some_and(|(how, _)| how.host_decides);
    let fallback = both.iter().copied().flatten().find(|(how, _)| how.fallback.is_some()).filter(|_| !host_decides);
    let evidence = |said: &Said<'a>| {
        let said = said.as_ref().map(|(how, at)| (how.evidence.iter(), at.key("evidence")));
        said.into_iter()
            .flat_map(|(items, at)| items.enumerate().map(move |(index, item)| (item, at.index(index))))
            .collect::<Vec<_>>()
    };
    let findings = Findings::gather(&evidence(&own), &evidence(&shared))?;
    let ids = |list: fn(&HowDecided) -> &Vec<Id>, key: &str| {
        let mut all: Vec<(&'a Id, Pointer)> = Vec::new();
        for (how, at) in both.iter().copied().flatten() {
            all.extend(list(how).iter().enumerate().map(|(index, id)| (id, at.key(key).index(index))));
        }
        all
    };
    let mut sign_offs = Vec::new();
    for (how, at) in both.iter().copied().flatten() {
        sign_offs.extend(how.sign_offs.iter().enumerate().map(|(index, sign_off)| (sign_off, at.key("sign_offs").index(index))));
    }
    Ok(Gathered {
        people,
        decision,
        stage,
        path,
        began: decision.and_then(|decision| decision.began),
        date,
        host_decides,
        rule: decider.and_then(|(how, at)| how.rule.as_ref().map(|rule| (rule, at.key("rule")))),
        fallback: fallback.and_then(|(how, at)| how.fallback.as_ref().map(|rule| (rule, at.key("fallback")))),
        sign_offs,
        agenda: ids(|how| &how.agenda_held_by, "agenda_held_by"),
        impose: ids(|how| &how.can_impose, "can_impose"),
        limits: both.iter().copied().flatten().flat_map(|(how, _)| how.declared_limits.iter().map(String::as_str)).collect(),
        findings,
    })
}

impl Gathered<'_> {
    /// The people who were members on its date.
    pub(super) fn members<'p>(&self, people: &'p [Person]) -> Vec<&'p Person> {
        people.iter().filter(|person| person.is_there(self.date)).collect()
    }

    /// Where its rule stands in the request; its own place if it has none.
    pub(super) fn rule_path(&self) -> &Pointer {
        self.rule.as_ref().map_or(&self.path, |(_, path)| path)
    }

    /// Its name in plain words.
    pub(super) fn label(&self) -> String {
        self.decision.map_or_else(|| format!("decisions in the stage {}", self.stage), |decision| decision.label().to_owned())
    }
}
