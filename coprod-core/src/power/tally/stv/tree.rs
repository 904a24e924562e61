//! Ballots grouped by the options that take part of them: each node is an option, reached by all ballots that name the chosen options
//! on the way to it. What an option keeps of a ballot depends on that way only, so that it is worked out once for all of them.

use super::Standing;
use crate::power::tally::ranked::RankedBallots;

/// Whole votes and keep factors are counted in units of which this many make one.
pub(super) const ONE: u64 = 1_000_000_000;

#[derive(Debug, Clone)]
struct Node {
    option: usize,
    parent: usize,
    /// How many voters' ballots come by.
    votes: u64,
    /// The ballots that end here: at an option that keeps all that reaches it.
    ballots: Vec<u32>,
}

/// A node by which ballots come, and what is looked at again and again: kept close together.
#[derive(Debug, Clone, Copy)]
struct Step {
    votes: u64,
    /// The place of the parent among the steps.
    parent: u32,
    option: u16,
}

/// The ways of the ballots to the first option that continues.
#[derive(Debug, Clone)]
pub(super) struct Tree<'a> {
    ballots: &'a RankedBallots,
    /// How far each ballot has been read: the place after the option at which it ends.
    at: Vec<u16>,
    /// Parents before children; the first is the root, at no option.
    nodes: Vec<Node>,
    /// By node and option, the node for that option under the node; 0 for none.
    children: Vec<u32>,
    /// The nodes of each option.
    of_option: Vec<Vec<u32>>,
    /// The nodes by which ballots come, without the root; made anew when ballots have moved.
    steps: Vec<Step>,
    /// What is left of one vote before the first and after each step.
    left: Vec<u64>,
}

/// At no option.
const NOWHERE: usize = usize::MAX;

impl<'a> Tree<'a> {
    /// All ballots at their first option, and how many places were looked at.
    pub(super) fn new(ballots: &'a RankedBallots, standing: &[Standing]) -> (Self, u64) {
        let options = ballots.options();
        let root = Node { option: NOWHERE, parent: 0, votes: ballots.votes(), ballots: Vec::new() };
        let mut tree = Self {
            ballots,
            at: vec![0; ballots.len()],
            nodes: vec![root],
            children: vec![0; options],
            of_option: vec![Vec::new(); options],
            steps: Vec::new(),
            left: vec![ONE],
        };
        let all = (0..u32::try_from(ballots.len()).unwrap_or(u32::MAX)).collect();
        let looks = tree.deal(0, all, standing);
        tree.renew_steps();
        (tree, looks)
    }

    fn child(&mut self, parent: usize, option: usize) -> usize {
        let next = self.nodes.len();
        let Some(slot) = self.children.get_mut(parent * self.ballots.options() + option) else { return 0 };
        if *slot == 0 {
            let Ok(name) = u32::try_from(next) else { return 0 };
            *slot = name;
            self.nodes.push(Node { option, parent, votes: 0, ballots: Vec::new() });
            self.children.resize(self.children.len() + self.ballots.options(), 0);
            self.of_option.get_mut(option).into_iter().for_each(|nodes| nodes.push(name));
        }
        slot_value(&self.children, parent * self.ballots.options() + option)
    }

    /// Sends ballots on from a node to the next option that is not out.
    fn deal(&mut self, from: usize, ballots: Vec<u32>, standing: &[Standing]) -> u64 {
        let mut looks = 0;
        for number in ballots {
            let Some(ballot) = self.ballots.ballot(number as usize) else { continue };
            let mut node = from;
            let mut place = usize::from(self.at.get(number as usize).copied().unwrap_or(0));
            while let Some(option) = ballot.at(place) {
                looks += 1;
                place += 1;
                match standing.get(option) {
                    Some(Standing::Out) | None => {}
                    Some(Standing::Chosen) => {
                        node = self.child(node, option);
                        self.nodes.get_mut(node).into_iter().for_each(|node| node.votes += ballot.count);
                    }
                    Some(Standing::Continuing) => {
                        node = self.child(node, option);
                        if let Some(node) = self.nodes.get_mut(node) {
                            node.votes += ballot.count;
                            node.ballots.push(number);
                        }
                        break;
                    }
                }
            }
            // A ballot has at most as many places as there are options.
            let place = u16::try_from(place).unwrap_or(u16::MAX);
            self.at.get_mut(number as usize).into_iter().for_each(|at| *at = place);
        }
        looks
    }

    /// Sends the ballots that ended at an option on: from it, if it was chosen; from before it, if it is out.
    pub(super) fn open(&mut self, option: usize, standing: &[Standing]) -> u64 {
        let out = standing.get(option) == Some(&Standing::Out);
        let nodes = self.of_option.get(option).cloned().unwrap_or_default();
        let mut looks = 0;
        for name in nodes {
            let Some(node) = self.nodes.get_mut(name as usize) else { continue };
            let ballots = std::mem::take(&mut node.ballots);
            let from = if out {
                node.votes = 0;
                node.parent
            } else {
                name as usize
            };
            looks += self.deal(from, ballots, standing);
        }
        self.renew_steps();
        looks
    }

    fn renew_steps(&mut self) {
        // The place of each node among the steps, the root before them.
        let mut places = vec![0_u32; self.nodes.len()];
        self.steps.clear();
        for (number, node) in self.nodes.iter().enumerate().skip(1).filter(|(_, node)| node.votes > 0) {
            let (parent, option) =
                (places.get(node.parent).copied().unwrap_or(0), u16::try_from(node.option).unwrap_or(u16::MAX));
            self.steps.push(Step { votes: node.votes, parent, option });
            let place = u32::try_from(self.steps.len()).unwrap_or(u32::MAX);
            places.get_mut(number).into_iter().for_each(|own| *own = place);
        }
        self.left.clear();
        self.left.resize(self.steps.len() + 1, ONE);
    }

    /// The votes of each option, in units, when it keeps this part of every vote that reaches it. Parts are rounded up.
    pub(super) fn votes(&mut self, keep: &[u64], votes: &mut [u128]) {
        votes.fill(0);
        for (place, step) in self.steps.iter().enumerate() {
            let option = usize::from(step.option);
            let (Some(keep), Some(reaches)) = (keep.get(option), self.left.get(step.parent as usize).copied()) else { continue };
            // At most one vote, and so no more than it was; the product is at most 10^18.
            let kept = if *keep == ONE { reaches } else { (reaches * *keep).div_ceil(ONE) };
            self.left.get_mut(place + 1).into_iter().for_each(|left| *left = reaches - kept);
            if let Some(votes) = votes.get_mut(option) {
                // At most 2^53 votes of 10^9 units each.
                *votes = votes.wrapping_add(u128::from(kept).wrapping_mul(step.votes.into()));
            }
        }
    }

    /// How many steps there are.
    pub(super) const fn len(&self) -> usize {
        self.steps.len()
    }

    /// How many ballots there are.
    pub(super) const fn ballots(&self) -> usize {
        self.at.len()
    }
}

fn slot_value(children: &[u32], at: usize) -> usize {
    children.get(at).map_or(0, |name| *name as usize)
}
