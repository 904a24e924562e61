//! The draw, repeated.

use std::collections::BTreeSet;

use num_bigint::{BigInt, BigUint};
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use sha2::{Digest, Sha256};

use super::super::{PanelDrawn, SelectAnswer, SelectRequest};
use super::counts::Counts;
use super::{Fault, fault, ratio};
use crate::error::Pointer;
use crate::unit::Id;

pub(super) fn check(ask: &SelectRequest, answer: &SelectAnswer, drawn: &PanelDrawn, counts: &Counts) -> Result<(), Fault> {
    let path = Pointer::root().key("answer").key("draw");
    let Some(draw) = &ask.draw else { return fault(path, "no draw was asked for") };
    if drawn.lots != draw.lots.unwrap_or(1_024) {
        return fault(path.key("lots"), "another number of lots was asked for");
    }
    let mut given = 0_u64;
    for (number, panel) in answer.panels.iter().enumerate() {
        let lots = panel.lots.unwrap_or(0);
        let off = ratio(&panel.chance.exact) * BigInt::from(drawn.lots) - BigRational::from(BigInt::from(lots));
        if off.abs() >= BigRational::from(BigInt::from(1)) {
            return fault(
                Pointer::root().key("answer").key("panels").index(number).key("lots"),
                "off the chance by a lot or more",
            );
        }
        given += u64::from(lots);
    }
    if given != u64::from(drawn.lots) {
        return fault(path.key("lots"), "the panels have another number of lots in all");
    }
    let number = match &draw.seed {
        Some(seed) => (BigUint::from_bytes_be(&Sha256::digest(seed.as_bytes())) % drawn.lots.max(1)).to_u32(),
        None => draw.number,
    };
    if number != drawn.number {
        return fault(path.key("number"), "the draw gives another number");
    }
    if let Some(number) = number {
        same(ask, answer, counts, number, &drawn.panel, &path.key("panel"))?;
    }
    if draw.list && drawn.list.len() != drawn.lots as usize {
        return fault(path.key("list"), "the list does not have every lot");
    }
    for (lot, panel) in (0_u32..).zip(&drawn.list) {
        same(ask, answer, counts, lot, panel, &path.key("list").index(lot as usize))?;
    }
    if ratio(&drawn.rounding) == rounding(answer, drawn.lots) {
        Ok(())
    } else {
        fault(path.key("rounding"), "the rounding is another")
    }
}

/// Whether a lot's panel is this one, and keeps everything.
fn same(
    ask: &SelectRequest,
    answer: &SelectAnswer,
    counts: &Counts,
    lot: u32,
    panel: &[Id],
    path: &Pointer,
) -> Result<(), Fault> {
    let mut own: BTreeSet<&Id> = ask.chosen.iter().collect();
    let mut turns = vec![0_u64; answer.kinds.len()];
    let mut before = 0_u32;
    for next in &answer.panels {
        let lots = next.lots.unwrap_or(0);
        let here = lot >= before && lot - before < lots;
        let passed = u64::from(if here { lot - before } else { lots });
        for entry in &next.of {
            let (Some(turn), Some(kind)) = (turns.get_mut(entry.kind as usize), answer.kinds.get(entry.kind as usize)) else {
                return fault(path.clone(), "a panel has an unknown kind");
            };
            *turn += passed * u64::from(entry.count);
            if here {
                let places = (*turn..*turn + u64::from(entry.count)).map(|turn| turn % kind.people.len().max(1) as u64);
                own.extend(places.filter_map(|place| kind.people.get(usize::try_from(place).ok()?)).flatten());
            }
        }
        if here {
            break;
        }
        before += lots;
    }
    let in_order: Vec<&Id> = ask.people.iter().map(|person| &person.id).filter(|id| own.contains(id)).collect();
    if in_order != panel.iter().collect::<Vec<_>>() {
        return fault(path.clone(), "this lot has another panel");
    }
    counts.broken_by(ask, panel).map_or(Ok(()), |what| fault(path.clone(), what))
}

fn rounding(answer: &SelectAnswer, lots: u32) -> BigRational {
    let mut most = BigRational::zero();
    for (number, kind) in (0_u32..).zip(&answer.kinds) {
        let size = kind.people.len().max(1) as u64;
        let of = |panel: &super::super::PanelChance| -> u64 {
            let own = panel.of.iter().filter(|entry| entry.kind == number).map(|entry| u64::from(entry.count));
            own.sum::<u64>() * u64::from(panel.lots.unwrap_or(0))
        };
        let taken: u64 = answer.panels.iter().map(of).sum();
        for each in [taken / size, taken.div_ceil(size)] {
            let off = BigRational::new(BigInt::from(each), BigInt::from(lots.max(1))) - ratio(&kind.chance.exact);
            most = most.max(off.abs());
        }
    }
    most
}
