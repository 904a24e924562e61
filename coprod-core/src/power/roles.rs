//! What part each member plays in a rule. Members who play the same part are interchangeable, so that searches count them
//! instead of trying each.

use std::collections::BTreeMap;

use super::rule::{Bar, Base, Compiled, Leaf, Node, State};

/// The part of one member: where the member counts, and for how much.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Role {
    /// Leaf by leaf, the weight above zero; 1 in a consent or sign-off.
    weights: Vec<(usize, u64)>,
    /// The leaves in which the member has a casting vote, in their order.
    casting: Vec<usize>,
    /// The quorums that count the member.
    quorums: Vec<usize>,
    /// Whether a consent asks the member.
    pub(crate) in_consent: bool,
    /// Whether a quorum of votes cast counts the member.
    pub(crate) in_cast_quorum: bool,
    /// Whether the member votes where a second vote at a tie is measured against anything but the votes cast.
    pub(crate) in_loose_tie: bool,
    /// Whether abstaining can harm a rule more than objecting does.
    pub(crate) harms_by_abstaining: bool,
    /// Whether staying away can harm a rule more than objecting does.
    pub(crate) harms_by_absence: bool,
    /// Whether abstaining can help a rule more than saying yes does.
    pub(crate) helps_by_abstaining: bool,
    /// Whether staying away can help a rule more than saying yes does.
    pub(crate) helps_by_absence: bool,
}

impl Role {
    /// Whether the member's yes or no is asked anywhere.
    pub(crate) fn has_a_vote(&self) -> bool {
        !self.weights.is_empty()
    }

    /// Whether, in the game in which everybody says yes or objects, the member's yes does all that the other's does.
    pub(crate) fn outdoes(&self, other: &Self) -> bool {
        let as_heavy = |(leaf, weight): &(usize, u64)| {
            self.weights
                .binary_search_by_key(leaf, |(own, _)| *own)
                .ok()
                .and_then(|at| self.weights.get(at))
                .is_some_and(|own| own.1 >= *weight)
        };
        other.weights.iter().all(as_heavy) && other.casting.iter().all(|leaf| self.casting.binary_search(leaf).is_ok())
    }

    /// Whether the same quorums count both members.
    pub(crate) fn same_quorums(&self, other: &Self) -> bool {
        self.quorums == other.quorums
    }

    /// Whether `better` is at least as good for passing as `worse`, if this member does it, whatever everybody else does.
    pub(crate) fn at_least_as_good(&self, better: State, worse: State) -> bool {
        match (worse, better) {
            _ if worse == better => true,
            _ if self.in_loose_tie => false,
            (_, State::Yes) | (State::Object, State::No) => true,
            (State::Object | State::No, State::Abstain) => !self.in_cast_quorum,
            (State::Object, State::Absent) => self.quorums.is_empty(),
            // A no is somebody present, without whom consent can fail.
            (State::No, State::Absent) => self.quorums.is_empty() && !self.in_consent,
            _ => false,
        }
    }

    /// What orders members so that whoever outdoes another comes first.
    pub(crate) fn total_weight(&self) -> u128 {
        self.weights.iter().map(|(_, weight)| u128::from(*weight)).sum::<u128>() + self.casting.len() as u128
    }

    /// How many entries it has: the work of comparing it.
    pub(crate) fn len(&self) -> usize {
        self.weights.len() + self.casting.len() + self.quorums.len()
    }

    /// The part as it is when everybody attends and nobody abstains: quorums are met.
    pub(crate) fn when_all_vote(&self) -> Self {
        Self { weights: self.weights.clone(), casting: self.casting.clone(), ..Self::default() }
    }
}

/// The part of each member, by number.
pub(crate) fn roles(rule: &Compiled) -> Vec<Role> {
    let mut roles = vec![Role::default(); rule.len()];
    let mut parts = 0;
    walk(rule.root(), &mut parts, &mut roles);
    roles
}

fn walk(node: &Node, parts: &mut usize, roles: &mut [Role]) {
    let part = *parts;
    *parts += 1;
    match node {
        Node::Leaf(Leaf::Consent(among)) => each(among.iter().copied(), roles, |role| {
            role.weights.push((part, 1));
            role.in_consent = true;
        }),
        Node::Leaf(Leaf::SignOff(among)) => each(among.iter().copied(), roles, |role| role.weights.push((part, 1))),
        Node::Leaf(Leaf::Votes { voters, bar, casting }) => {
            // A second vote adds to yes but not to those present. With such a base an opponent who abstains, and so breaks the tie,
            // can do more harm than one who objects; and a friend who comes to a tie, and so breaks it, adds one to the base and
            // takes away the second vote. With votes cast as the base neither happens (shown in the laws).
            let base = match bar {
                Bar::Share { of, .. } => Some(*of),
                Bar::Count(_) => None,
            };
            let ties = casting.is_some() && base != Some(Base::Cast);
            for (member, weight) in voters.iter().filter(|(_, weight)| *weight > 0) {
                each([*member], roles, |role| {
                    role.weights.push((part, *weight));
                    role.in_loose_tie |= ties;
                    role.harms_by_abstaining |= ties;
                    role.harms_by_absence |= ties;
                    role.helps_by_abstaining |= ties && base == Some(Base::MembersLessAbstainers);
                    role.helps_by_absence |= ties && base == Some(Base::Present);
                });
            }
            each(*casting, roles, |role| role.casting.push(part));
        }
        Node::AtLeast { of, .. } => of.iter().for_each(|node| walk(node, parts, roles)),
        Node::Quorum { cast, among, then, .. } => {
            each(among.iter().copied(), roles, |role| {
                role.quorums.push(part);
                role.in_cast_quorum |= cast;
                role.harms_by_abstaining |= cast;
                role.harms_by_absence = true;
            });
            walk(then, parts, roles);
        }
    }
}

fn each(members: impl IntoIterator<Item = usize>, roles: &mut [Role], mut what: impl FnMut(&mut Role)) {
    for member in members {
        if let Some(role) = roles.get_mut(member) {
            what(role);
        }
    }
}

/// The number of the class of each of so many members; nothing for a member of none.
pub(crate) fn kinds_by_member<'a>(classes: impl IntoIterator<Item = &'a Vec<usize>>, members: usize) -> Vec<Option<usize>> {
    let mut kinds = vec![None; members];
    for (number, class) in classes.into_iter().enumerate() {
        for member in class {
            if let Some(own) = kinds.get_mut(*member) {
                *own = Some(number);
            }
        }
    }
    kinds
}

/// These members by their part, in the order of the first of each.
pub(crate) fn classes<K: Ord>(members: impl IntoIterator<Item = usize>, part: impl Fn(usize) -> K) -> Vec<Vec<usize>> {
    let mut numbers: BTreeMap<K, usize> = BTreeMap::new();
    let mut classes: Vec<Vec<usize>> = Vec::new();
    for member in members {
        let next = classes.len();
        let number = *numbers.entry(part(member)).or_insert(next);
        match classes.get_mut(number) {
            Some(class) => class.push(member),
            None => classes.push(vec![member]),
        }
    }
    classes
}
