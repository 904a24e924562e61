//! What each part of the rule came to, in words.

use serde::Serialize;

use super::super::rule::{Bar, Compiled, Leaf, Node, State, Tally, enough};
#[cfg(feature = "counting")]
use super::bar::{self, PartBar};
use super::meeting::Meeting;
use super::words;
use crate::group::listed;

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

/// What the rule as it was asked came to, whoever cast the votes.
pub(super) fn outcome(rule: &Compiled, meeting: &Meeting<'_>) -> Outcome {
    Teller { meeting }.node(rule.root())
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
    meeting: &'a Meeting<'a>,
}

impl Teller<'_> {
    fn node(&self, node: &Node) -> Outcome {
        match node {
            Node::Leaf(leaf) => Outcome {
                passed: self.passes(leaf),
                says: self.leaf(leaf),
                #[cfg(feature = "counting")]
                bar: bar::of_leaf(leaf, self.meeting),
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
                let counted = self.meeting.heads(*cast, among);
                let opening = words::among(self.meeting.roster, among);
                let doing = if *cast { "voted".to_owned() } else { format!("{} present", words::is_are(counted as u64)) };
                let members = if among.len() == 1 { "member" } else { "members" };
                let carried = if *cast { self.meeting.carried(among) } else { self.meeting.carried_presence(among) };
                let says = format!("{opening}{counted} of {} {members} {doing}{carried}, and the quorum is {heads}", among.len());
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

    fn passes(&self, leaf: &Leaf) -> bool {
        match leaf {
            Leaf::Votes { voters, bar, casting } => enough(*bar, self.meeting.tally(voters, *bar, *casting)),
            other => other.passes(&self.meeting.did),
        }
    }

    fn leaf(&self, leaf: &Leaf) -> String {
        let Meeting { roster, .. } = self.meeting;
        match leaf {
            Leaf::SignOff(holders) => {
                let without = holders.iter().copied().filter(|holder| self.meeting.did(*holder) != State::Yes);
                let without: Vec<String> = without.map(|holder| self.meeting.told(holder)).collect();
                let must = words::names(roster, holders);
                if without.is_empty() {
                    format!("{must} said yes, as needed{}", self.meeting.carried(holders))
                } else {
                    format!("{must} must say yes, and {}", listed(&without))
                }
            }
            Leaf::Consent(among) => {
                let opening = words::among(roster, among);
                let (heard, objecting) = self.objecting(among);
                let there = if self.meeting.any_carried(among) { "present or carried" } else { "present" };
                let carried = self.meeting.carried(among);
                match objecting.as_slice() {
                    _ if heard == 0 => format!("{opening}nobody is present, and so nobody can consent"),
                    [] => format!("{opening}nobody of the {heard} {there} objected{carried}"),
                    _ => {
                        let names = words::names(roster, &objecting);
                        format!("{opening}{} of the {heard} {there} objected: {names}{carried}", objecting.len())
                    }
                }
            }
            Leaf::Votes { voters, bar, casting } => self.votes(voters, *bar, *casting),
        }
    }

    /// How many are present or carried, and who objects or has it done for them.
    fn objecting(&self, among: &[usize]) -> (usize, Vec<usize>) {
        let heard = among.iter().filter(|member| self.meeting.did(**member).is_present()).count();
        (heard, among.iter().copied().filter(|member| self.meeting.did(*member) == State::Object).collect())
    }

    fn votes(&self, voters: &[(usize, u64)], bar: Bar, casting: Option<usize>) -> String {
        let roster = self.meeting.roster;
        let counted = self.meeting.tally(voters, bar, casting);
        let weighted = voters.iter().any(|(_, weight)| *weight > 1);
        let heard: Vec<usize> = voters.iter().filter(|(_, weight)| *weight > 0).map(|(member, _)| *member).collect();
        let opening = words::among(roster, &heard);
        let by_weight = if weighted { "by weight, " } else { "" };
        let weigh = |counts: &dyn Fn(State) -> bool| -> u64 {
            voters.iter().filter(|(member, _)| counts(self.meeting.did(*member))).map(|(_, weight)| weight).sum()
        };
        let (said_yes, cast) = (weigh(&|state| state == State::Yes), weigh(&State::is_cast));
        let tie = cast > 0 && said_yes == cast - said_yes;
        let aside = self.meeting.asides(&heard, casting, counted, tie);
        let Tally { yes, base, .. } = counted;
        match bar {
            Bar::Count(count) => {
                format!("{opening}{by_weight}{yes} yes{aside}, and {count} {} needed", words::is_are(count))
            }
            Bar::Share { of, .. } if base == 0 => format!("{opening}{}, and no share of nothing is enough", words::nothing(of)),
            Bar::Share { of, share, strict } => {
                let is = if enough(bar, counted) { "is" } else { "is not" };
                let base_words = words::base(of, base, self.meeting.any_carried(&heard));
                let share = words::share(share, strict);
                format!("{opening}{by_weight}{yes} yes of {base} {base_words}{aside} {is} {share}")
            }
        }
    }
}
