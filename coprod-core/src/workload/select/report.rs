//! The answer: chances, panels, the certificate and the draw, in the request's own names.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

use super::answer::{
    CountPrice, KindCount, KindSplit, KindWeight, NotSelectable, NowhereProof, PanelChance, PanelCount, PanelDrawn, PanelKind,
    PanelProofStep, QuotaRelaxation, SelectAnswer, SelectChance, SelectStage, VolunteerChance,
};
use super::funnel::funnel;
use super::level::Fair;
use super::lottery::{self, Lottery};
use super::pool::{Pool, Row};
use super::portfolio::Portfolio;
use super::request::SelectAim;
use super::search::Proof;
use crate::error::ErrorReport;
use crate::unit::{Exact, Id};

/// A proof with more steps than this is not written out.
const MOST_PROOF_STEPS: usize = 2_000;

/// An answer in the making.
pub(super) struct Report<'a> {
    pool: &'a Pool<'a>,
    not_selectable: Vec<NotSelectable>,
    nowhere: Vec<NowhereProof>,
    /// Whether each person can be chosen.
    selectable: Vec<bool>,
    /// Whether that is known of everybody.
    certain: bool,
}

pub(super) fn exact(ratio: &BigRational) -> Exact {
    Exact::new(ratio.numer().clone(), ratio.denom().clone()).unwrap_or_else(Exact::zero)
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn count(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

impl<'a> Report<'a> {
    pub(super) fn new(pool: &'a Pool<'a>) -> Self {
        let mut not_selectable = Vec::new();
        for (person, left_out) in pool.request.people.iter().zip(&pool.left_out) {
            if *left_out {
                not_selectable.push(NotSelectable { id: person.id.clone(), why: "left out, as asked".to_owned() });
            }
        }
        let selectable = pool.left_out.iter().map(|left_out| !left_out).collect();
        Self { pool, not_selectable, nowhere: Vec::new(), selectable, certain: true }
    }

    /// Leaves out those who are in no panel.
    pub(super) fn leave_out(&mut self, found: &Portfolio) {
        for (kind, proof) in &found.nowhere {
            let people = self.mark(*kind, "in no panel that keeps the quotas");
            self.nowhere.push(NowhereProof { people, proof: written(self.pool, proof, &BigInt::one()) });
        }
        for kind in &found.unknown {
            self.certain = false;
            self.mark(
                *kind,
                "left out of the chances: within the limit of work, no panel with this person was found, and none ruled out",
            );
        }
    }

    fn mark(&mut self, kind: usize, why: &str) -> Vec<Id> {
        let units = self.pool.kinds.get(kind).map(|kind| kind.units.as_slice()).unwrap_or_default();
        let mut people = Vec::new();
        for number in units.iter().flatten() {
            if let (Some(id), Some(selectable)) = (self.pool.id(*number), self.selectable.get_mut(*number)) {
                *selectable = false;
                self.not_selectable.push(NotSelectable { id: id.clone(), why: why.to_owned() });
                people.push(id);
            }
        }
        people
    }

    fn empty(&self, feasible: Option<bool>, says: String) -> SelectAnswer {
        SelectAnswer {
            feasible,
            proved: false,
            gain_at_most: None,
            says: vec![says],
            chances: Vec::new(),
            kinds: Vec::new(),
            panels: Vec::new(),
            not_selectable: self.not_selectable.clone(),
            certificate: Vec::new(),
            nowhere: Vec::new(),
            no_panel: Vec::new(),
            draw: None,
            funnel: funnel(self.pool, &self.selectable, None),
            relaxations: Vec::new(),
        }
    }

    /// No panel keeps the quotas.
    pub(super) fn nothing(&self, proof: &Proof, relaxations: Vec<QuotaRelaxation>) -> SelectAnswer {
        let says = if relaxations.is_empty() {
            "no panel keeps the quotas, and no change of quotas was found that would allow one: too few people can be chosen, or households and those who come only together stand in the way"
        } else {
            "no panel keeps the quotas: each of the relaxations listed would allow one, and which to take is for you to decide"
        };
        let no_panel = written(self.pool, proof, &BigInt::one());
        SelectAnswer { relaxations, no_panel, proved: true, ..self.empty(Some(false), says.to_owned()) }
    }

    /// The steps did not suffice to find any panel.
    pub(super) fn unknown(&self) -> SelectAnswer {
        self.empty(None, "within the limit of work, no panel that keeps the quotas was found, and none ruled out".to_owned())
    }

    /// The whole answer, for the kinds of `rest`.
    pub(super) fn answer(self, rest: &Pool<'_>, fair: &Fair) -> Result<SelectAnswer, ErrorReport> {
        let sizes = rest.sizes();
        if fair.panels.iter().any(|(counts, _)| !rest.grid.allows(counts)) {
            return Err(ErrorReport::internal("a panel breaks a quota"));
        }
        let gaps = fair.gaps(&sizes);
        let gap = gaps.iter().find(|gap| !gap.is_zero()).cloned();
        let proved = self.certain && fair.finished && gap.is_none();
        let shares = rest.request.draw.as_ref().map(|draw| lottery::share_out(&fair.panels, lottery::lots(draw)));
        let lottery = Lottery { kinds: &rest.kinds, panels: &fair.panels, shares: shares.as_deref().unwrap_or_default() };
        let draw = self.draw(&lottery, &fair.chances);
        let drawn: Option<Vec<usize>> = draw.as_ref().map(|(_, people)| people.clone());
        let mut says = self.says(rest, fair, proved, self.certain && gaps.first().is_some_and(BigRational::is_zero));
        if let Some(gap) = gap.as_ref().filter(|_| fair.finished) {
            let near = exact(gap).approximately();
            says.push(format!(
                "the answer is proved up to a gap: the smallest chance that is not settled could be larger by at most {near:.3e}"
            ));
        } else if !fair.finished {
            says.push("the limit of work was reached: the chances settled by the certificate are proved, the others could perhaps be more equal".to_owned());
        }
        Ok(SelectAnswer {
            feasible: Some(true),
            proved,
            gain_at_most: gap
                .or_else(|| (!proved).then(BigRational::zero))
                .filter(|_| self.certain)
                .map(|gap| SelectChance::new(exact(&gap))),
            says,
            chances: self.chances(rest, fair),
            kinds: self.kinds(rest, fair),
            panels: panels(fair, shares.as_deref()),
            certificate: certificate(rest, fair, &sizes),
            funnel: funnel(self.pool, &self.selectable, drawn.as_deref()),
            draw: draw.map(|(draw, _)| draw),
            relaxations: Vec::new(),
            no_panel: Vec::new(),
            not_selectable: self.not_selectable,
            nowhere: self.nowhere,
        })
    }

    fn says(&self, rest: &Pool<'_>, fair: &Fair, proved: bool, least_proved: bool) -> Vec<String> {
        let mut says = Vec::new();
        if let Some(least) = fair.chances.iter().min() {
            let near = exact(least).approximately();
            let best = if least_proved { ", and no draw that keeps the quotas gives everybody more" } else { "" };
            says.push(format!("everybody who can be chosen has a chance of at least {near:.4}{best}"));
        }
        if rest.request.aim == SelectAim::Leximin && !proved {
            says.push("that all chances are as equal as they can be (leximin) is not proved".to_owned());
        } else if rest.request.aim == SelectAim::Leximin {
            says.push("of such draws, the next smallest chance is as large as it can be, and so on (leximin)".to_owned());
        } else {
            says.push("nothing is promised beyond the smallest chance (maximin)".to_owned());
        }
        says.push("people who are alike in every feature with quotas, and in no household that is limited, have the same chance; other features play no part".to_owned());
        if !self.nowhere.is_empty() {
            says.push("some people are in no panel that keeps the quotas: they are listed, and the quotas would have to change for them".to_owned());
        }
        says
    }

    fn chances(&self, rest: &Pool<'_>, fair: &Fair) -> Vec<VolunteerChance> {
        let mut chances: Vec<Exact> =
            self.pool.chosen.iter().map(|chosen| if *chosen { Exact::one() } else { Exact::zero() }).collect();
        for (kind, chance) in rest.kinds.iter().zip(&fair.chances) {
            for number in kind.units.iter().flatten() {
                if let Some(place) = chances.get_mut(*number) {
                    *place = exact(chance);
                }
            }
        }
        let people = self.pool.request.people.iter().zip(chances);
        people.map(|(person, chance)| VolunteerChance { id: person.id.clone(), chance: SelectChance::new(chance) }).collect()
    }

    fn kinds(&self, rest: &Pool<'_>, fair: &Fair) -> Vec<PanelKind> {
        let ids = |unit: &Vec<usize>| unit.iter().filter_map(|number| self.pool.id(*number)).collect();
        let kinds = rest.kinds.iter().zip(&fair.chances);
        kinds
            .map(|(kind, chance)| PanelKind {
                people: kind.units.iter().map(ids).collect(),
                chance: SelectChance::new(exact(chance)),
            })
            .collect()
    }

    fn draw(&self, lottery: &Lottery<'_>, chances: &[BigRational]) -> Option<(PanelDrawn, Vec<usize>)> {
        let draw = self.pool.request.draw.as_ref()?;
        let lots = lottery::lots(draw);
        let full = |lot: u32| -> Vec<usize> {
            let mut people = lottery.panel(lot);
            people.extend((0..self.pool.chosen.len()).filter(|number| self.pool.chosen.get(*number) == Some(&true)));
            people.sort_unstable();
            people
        };
        let named = |people: &[usize]| people.iter().filter_map(|number| self.pool.id(*number)).collect::<Vec<Id>>();
        let (digest, number, method) = match (&draw.seed, draw.number) {
            (Some(seed), _) => {
                let (digest, number) = lottery::number_of(seed, lots);
                let words = format!(
                    "the SHA-256 of the seed's UTF-8 text, read as one hexadecimal number, divided by {lots}: the remainder is the number of the lot"
                );
                (Some(digest), Some(number), words)
            }
            (None, Some(number)) => (None, Some(number), "the number was given".to_owned()),
            (None, None) => (None, None, "not drawn yet: the list is to be published before".to_owned()),
        };
        let people = number.map(full).unwrap_or_default();
        let list = if draw.list { (0..lots).map(|lot| named(&full(lot))).collect() } else { Vec::new() };
        let method = format!(
            "{method}; lots go from panel to panel in the order of the answer, and within a kind everybody takes turns in the order of the answer"
        );
        let rounding = exact(&lottery.rounding(chances));
        Some((PanelDrawn { lots, method, digest, number, panel: named(&people), rounding, list }, people))
    }
}

fn panels(fair: &Fair, shares: Option<&[u32]>) -> Vec<PanelChance> {
    let lots = |number: usize| shares.and_then(|shares| shares.get(number)).copied();
    fair.panels
        .iter()
        .enumerate()
        .map(|(number, (counts, chance))| PanelChance {
            chance: SelectChance::new(exact(chance)),
            lots: lots(number),
            of: counts
                .iter()
                .enumerate()
                .filter(|(_, chosen)| **chosen > 0)
                .map(|(kind, chosen)| KindCount { kind: small(kind), count: count(*chosen) })
                .collect(),
        })
        .collect()
}

fn certificate(rest: &Pool<'_>, fair: &Fair, sizes: &[i64]) -> Vec<SelectStage> {
    let gaps = fair.gaps(sizes);
    let mut settled = vec![false; sizes.len()];
    let mut stages = Vec::new();
    for (stage, gap) in fair.stages.iter().zip(gaps) {
        // Weights in proportion, so that they sum to 1 over those not settled.
        let open = stage.weights.iter().zip(sizes).zip(&settled).filter(|(_, settled)| !**settled);
        let share: BigInt = open.map(|((weight, size), _)| weight * size).sum();
        let share = if share.is_positive() { share } else { BigInt::one() };
        let reached = fair.chances.iter().zip(&settled).filter(|(_, settled)| !**settled).map(|(chance, _)| chance).min();
        let reached = reached.cloned().unwrap_or_else(BigRational::zero);
        for kind in &stage.held {
            if let Some(settled) = settled.get_mut(*kind) {
                *settled = true;
            }
        }
        let weights = stage.weights.iter().enumerate().filter(|(_, weight)| !weight.is_zero());
        stages.push(SelectStage {
            weights: weights
                .map(|(kind, weight)| KindWeight {
                    kind: small(kind),
                    weight: exact(&BigRational::new(weight.clone(), share.clone())),
                })
                .collect(),
            most: exact(&BigRational::new(stage.most.clone(), share.clone())),
            bound: SelectChance::new(exact(&(&reached + gap))),
            reached: SelectChance::new(exact(&reached)),
            settles: stage.held.iter().map(|kind| small(*kind)).collect(),
            proof: written(rest, &stage.proof, &share),
        });
    }
    stages
}

/// A proof in names, its prices over `share`; nothing if it is too long.
fn written(pool: &Pool<'_>, proof: &Proof, share: &BigInt) -> Vec<PanelProofStep> {
    let mut steps = Vec::new();
    let mut waiting = vec![proof];
    while let Some(proof) = waiting.pop() {
        if steps.len() >= MOST_PROOF_STEPS {
            return Vec::new();
        }
        match proof {
            Proof::Prices(prices, scale) => {
                let priced = pool.rows.iter().zip(prices).filter(|(_, price)| !price.is_zero());
                let price = |price: &BigInt| exact(&BigRational::new(price.clone(), scale * share));
                let prices = priced.map(|(row, value)| CountPrice { count: row.named(), price: price(value) }).collect();
                steps.push(PanelProofStep { split: None, prices });
            }
            Proof::Split { column, at_most, low, high } => {
                let first = pool.kinds.get(*column).and_then(|kind| kind.units.first()).and_then(|unit| unit.first());
                let split = first.and_then(|first| pool.id(*first)).map(|like| KindSplit { like, at_most: count(*at_most) });
                steps.push(PanelProofStep { split, prices: Vec::new() });
                waiting.push(high);
                waiting.push(low);
            }
        }
    }
    steps
}

impl Row {
    /// The row in the request's names.
    pub(super) fn named(&self) -> PanelCount {
        let mut count = PanelCount { feature: None, value: None, household: None };
        match self {
            Self::Size => {}
            Self::Quota(feature, value) => (count.feature, count.value) = (Some(feature.clone()), Some(value.clone())),
            Self::Household(household) => count.household = Some(household.clone()),
        }
        count
    }
}
