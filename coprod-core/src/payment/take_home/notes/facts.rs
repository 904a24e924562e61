//! Warnings of the figures and readings of the law that the working rests on.

use super::Notes;
use crate::parameters::FactStatus;
use crate::payment::TraceStep;
use crate::payment::take_home::answer::TakeHomeWarningCode;

impl Notes {
    /// Says what has to be said of every figure and rule of a trace.
    pub(in crate::payment::take_home) fn steps(&mut self, trace: &[TraceStep]) {
        for step in trace {
            let Some(fact) = &step.fact else {
                if step.status == Some(FactStatus::Unconfirmed) {
                    let text = format!("this reading of the rules is not confirmed: {}", step.text);
                    self.warn(TakeHomeWarningCode::Unconfirmed, text);
                }
                continue;
            };
            let what = format!("{} ({})", fact.about().trim_end_matches('.'), fact.id());
            let note = fact.note().map_or_else(String::new, |note| format!(" {note}"));
            match fact.status() {
                FactStatus::Unconfirmed => {
                    let text = format!("check this figure, which is not confirmed: {what}.{note}");
                    self.warn(TakeHomeWarningCode::Unconfirmed, text);
                }
                FactStatus::Announced => {
                    self.warn(TakeHomeWarningCode::Announced, format!("this figure was announced: {what}.{note}"));
                }
                _ => {}
            }
            if fact.assumed() {
                let text = format!("this figure is known until {} and taken to hold on, as asked: {what}", fact.until());
                self.warn(TakeHomeWarningCode::AssumedLatest, text);
            }
        }
    }
}
