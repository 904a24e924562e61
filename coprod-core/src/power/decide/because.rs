//! What each part of the rule came to, in words.

use serde::Serialize;

use super::super::rule::{Bar, Compiled, Leaf, Node, State, Tally, enough, heads_counted, tally};
#[cfg(feature = "counting")]
use super::bar::{self, PartBar};
use super::words;
use crate::group::{Roster, listed};

/// Whether one part of the rule passed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartOutcome {
    /// How deep it stands in the rule: 0 for the whole.
    pub depth: usize,
    /// Whether it passed.
    pub passed: bool,
    /// The votes and what was needed, in a plain sentence.
    pub says: String,
    /// What would be enough here, in whole numbers, with the votes as they are.
    #[cfg(feature = "counting")]
    pub bar: PartBar,
}

/// What a part came to.
pub(super) struct Outcome {
    passed: bool,
    says: String,
    #[cfg(feature = "counting")]
    bar: PartBar,
    parts: Vec<Outcome>,
}

/// What the rule came to.
pub(super) fn outcome(rule: &Compiled, roster: &Roster, states: &[State]) -> Outcome {
    Teller { roster, states }.node(rule.root())
}

impl Outcome {
    /// The sentences of the parts that decided it: of a part that passed those that passed, of one that failed those that failed.
    pub(super) fn because(&self) -> Vec<String> {
        let mut said = Vec::new();
        self.tell(&mut said);
        said
    }

    fn tell(&self, said: &mut Vec<String>) {
        said.push(self.says.clone());
        for part in self.parts.iter().filter(|part| part.passed == self.passed) {
            part.tell(said);
        }
    }

    /// Every part, line by line.
    pub(super) fn lines(&self) -> Vec<PartOutcome> {
        let mut lines = Vec::new();
        self.line(0, &mut lines);
        lines
    }

    fn line(&self, depth: usize, lines: &mut Vec<PartOutcome>) {
        lines.push(PartOutcome {
            depth,
            passed: self.passed,
            says: self.says.clone(),
            #[cfg(feature = "counting")]
            bar: self.bar.clone(),
        });
        for part in &self.parts {
            part.line(depth + 1, lines);
        }
    }
}

struct Teller<'a> {
    roster: &'a Roster,
    states: &'a [State],
}

impl Teller<'_> {
    fn state(&self, member: usize) -> State {
        self.states.get(member).copied().unwrap_or(State::Absent)
    }

    fn node(&self, node: &Node) -> Outcome {
        match node {
            Node::Leaf(leaf) => Outcome {
                passed: leaf.passes(self.states),
                says: self.leaf(leaf),
                #[cfg(feature = "counting")]
                bar: bar::of_leaf(leaf, self.roster, self.states),
                parts: Vec::new(),
            },
            Node::AtLeast { count, of } => {
                let parts: Vec<Outcome> = of.iter().map(|part| self.node(part)).collect();
                let passing = parts.iter().filter(|part| part.passed).count();
                let needed = match (count, of.len()) {
                    (1, 1) => "the 1 part must pass".to_owned(),
                    (count, all) if *count == all => format!("all {all} parts must pass"),
                    (1, all) => format!("one of {all} parts must pass"),
                    (count, all) => format!("{count} of {all} parts must pass"),
                };
                let says = match passing {
                    0 => format!("{needed}, and none does"),
                    1 => format!("{needed}, and 1 does"),
                    passing => format!("{needed}, and {passing} do"),
                };
                Outcome {
                    passed: passing >= *count,
                    says,
                    #[cfg(feature = "counting")]
                    bar: bar::of_parts(*count, passing, parts.len()),
                    parts,
                }
            }
            Node::Quorum { cast, among, heads, then } => {
                let counted = heads_counted(*cast, among, self.states);
                let opening = words::among(self.roster, among);
                let doing = if *cast { "voted".to_owned() } else { format!("{} present", words::is_are(counted as u64)) };
                let says = format!("{opening}{counted} of {} members {doing}, and the quorum is {heads}", among.len());
                let met = Outcome {
                    passed: counted >= *heads,
                    says,
                    #[cfg(feature = "counting")]
                    bar: bar::of_quorum(*cast, *heads, counted, among.len()),
                    parts: Vec::new(),
                };
                let then = self.node(then);
                let passed = met.passed && then.passed;
                let says = if passed {
                    "the quorum is met and the rule behind it passes"
                } else {
                    "the quorum and the rule behind it must both hold"
                };
                Outcome {
                    passed,
                    says: says.to_owned(),
                    #[cfg(feature = "counting")]
                    bar: bar::of_parts(2, usize::from(met.passed) + usize::from(then.passed), 2),
                    parts: vec![met, then],
                }
            }
        }
    }

    fn leaf(&self, leaf: &Leaf) -> String {
        match leaf {
            Leaf::SignOff(holders) => {
                let without: Vec<String> = holders
                    .iter()
                    .filter(|holder| self.state(**holder) != State::Yes)
                    .map(|holder| format!("{} {}", words::names(self.roster, &[*holder]), words::did(self.state(*holder))))
                    .collect();
                let must = words::names(self.roster, holders);
                if without.is_empty() {
                    format!("{must} said yes, as needed")
                } else {
                    format!("{must} must say yes, and {}", listed(&without))
                }
            }
            Leaf::Consent(among) => {
                let opening = words::among(self.roster, among);
                let present = heads_counted(false, among, self.states);
                let objectors: Vec<usize> = among.iter().copied().filter(|member| self.state(*member) == State::Object).collect();
                match objectors.as_slice() {
                    _ if present == 0 => format!("{opening}nobody is present, and so nobody can consent"),
                    [] => format!("{opening}nobody of the {present} present objected"),
                    _ => format!(
                        "{opening}{} of the {present} present objected: {}",
                        objectors.len(),
                        words::names(self.roster, &objectors)
                    ),
                }
            }
            Leaf::Votes { voters, bar, casting } => self.votes(voters, *bar, *casting),
        }
    }

    fn votes(&self, voters: &[(usize, u64)], bar: Bar, casting: Option<usize>) -> String {
        let counted = tally(voters, bar, casting, self.states);
        let weighted = voters.iter().any(|(_, weight)| *weight > 1);
        let heard: Vec<usize> = voters.iter().filter(|(_, weight)| *weight > 0).map(|(member, _)| *member).collect();
        let opening = words::among(self.roster, &heard);
        let by_weight = if weighted { "by weight, " } else { "" };
        let second = match casting {
            Some(holder) if counted.casting_used => {
                format!(" (at a tie, with the second vote of {})", words::names(self.roster, &[holder]))
            }
            _ => String::new(),
        };
        let Tally { yes, base, .. } = counted;
        match bar {
            Bar::Count(count) => format!("{opening}{by_weight}{yes} yes{second}, and {count} {} needed", words::is_are(count)),
            Bar::Share { of, .. } if base == 0 => format!("{opening}{}, and no share of nothing is enough", words::nothing(of)),
            Bar::Share { of, share, strict } => {
                let is = if enough(bar, counted) { "is" } else { "is not" };
                let than = if strict { "more than" } else { "at least" };
                format!("{opening}{by_weight}{yes} yes of {base} {}{second} {is} {than} {share}", words::base(of))
            }
        }
    }
}
