//! Reads PrefLib files: `# KEY: value` lines, then `count: 1,2,{3,4}` with options by number.

use super::found::{Found, FoundFile, bad_line, lines, read_count, short};
use crate::error::TallyError;

/// What a PrefLib file promises of its ballots.
#[derive(Clone, Copy)]
pub(super) struct Kind {
    /// How the kind is named in the file.
    pub(super) name: &'static str,
    /// Every ballot names all options.
    pub(super) complete: bool,
    /// Options may share a place.
    pub(super) shared: bool,
}

#[derive(Default)]
struct Header {
    options: Option<usize>,
    /// What is promised of the ballots, and at which line.
    voters: Option<(usize, u64)>,
    orders: Option<(usize, u64)>,
    names: Vec<(usize, usize, String)>,
}

impl Header {
    /// Takes in a line such as `# NUMBER VOTERS: 9`.
    fn line(&mut self, line: usize, text: &str, kind: Kind, file: &mut FoundFile) -> Result<(), TallyError> {
        let Some((key, value)) = text.split_once(':') else { return Ok(()) };
        let (key, value) = (key.trim(), value.trim());
        let number = || value.parse::<u64>().map_err(|_| bad_line(line, format!("{} is not a whole number", short(value))));
        match key {
            "TITLE" if !value.is_empty() => file.title = Some(value.to_owned()),
            "DATA TYPE" if value != kind.name => {
                return Err(bad_line(line, format!("the file is of the kind {}, and not {}", short(value), kind.name)));
            }
            "NUMBER ALTERNATIVES" => self.options = usize::try_from(number()?).ok(),
            "NUMBER VOTERS" => self.voters = Some((line, number()?)),
            "NUMBER UNIQUE ORDERS" => self.orders = Some((line, number()?)),
            _ => {
                if let Some(option) = key.strip_prefix("ALTERNATIVE NAME") {
                    let option = option.trim().parse().map_err(|_| bad_line(line, "an alternative's name needs its number"))?;
                    self.names.push((line, option, value.to_owned()));
                }
            }
        }
        Ok(())
    }

    /// The names of the options, once all lines are read.
    fn all_names(&self) -> Result<Vec<String>, TallyError> {
        let count = self.options.unwrap_or(self.names.len()).min(super::super::ranked::MOST_OPTIONS + 1);
        let mut names: Vec<Option<&String>> = vec![None; count];
        for (line, option, name) in &self.names {
            let wrong = |what: &str| bad_line(*line, format!("alternative {option} {what}"));
            let slot =
                option.checked_sub(1).and_then(|at| names.get_mut(at)).ok_or_else(|| wrong("is not one of those promised"))?;
            if name.is_empty() || slot.replace(name).is_some() {
                return Err(wrong("has no name, or two"));
            }
        }
        Ok(names.iter().enumerate().map(|(at, name)| name.map_or_else(|| (at + 1).to_string(), Clone::clone)).collect())
    }
}

/// Reads a PrefLib file.
pub(super) fn read(text: &str, kind: Kind) -> Result<FoundFile, TallyError> {
    let (mut file, mut header) = (FoundFile::default(), Header::default());
    let mut ballots = Vec::new();
    for (line, text) in lines(text).filter(|(_, text)| !text.is_empty()) {
        match text.strip_prefix('#') {
            Some(text) => header.line(line, text, kind, &mut file)?,
            None if header.options.is_none() && header.names.is_empty() => {
                return Err(bad_line(
                    line,
                    "ballots before the lines that name the alternatives; older forms of PrefLib are not read",
                ));
            }
            None => ballots.push((line, text)),
        }
    }
    file.names = header.all_names()?;
    file.check_size()?;
    for (line, text) in ballots {
        file.ballots.push(ballot(line, text, kind, file.names.len())?);
        file.check_size()?;
    }
    let votes = file.ballots.iter().fold(0_u64, |sum, ballot| sum.saturating_add(ballot.count));
    for (promised, found, what) in [(header.voters, votes, "voters"), (header.orders, file.ballots.len() as u64, "unique orders")]
    {
        if let Some((line, promised)) = promised.filter(|(_, promised)| *promised != found) {
            return Err(bad_line(line, format!("{promised} {what} are promised, and {found} are there")));
        }
    }
    Ok(file)
}

fn ballot(line: usize, text: &str, kind: Kind, options: usize) -> Result<Found, TallyError> {
    let (count, order) = text.split_once(':').ok_or_else(|| bad_line(line, "a ballot is written as \"count: 1,2,3\""))?;
    let count = read_count(line, count.trim())?;
    let mut places: Vec<Vec<usize>> = Vec::new();
    let mut named = vec![false; options];
    let mut inside = false;
    for piece in order.split(',').map(str::trim) {
        let (start, rest) = piece.strip_prefix('{').map_or((false, piece), |rest| (true, rest));
        let (end, number) = rest.strip_suffix('}').map_or((false, rest), |rest| (true, rest));
        if start && inside || end && !inside && !start {
            return Err(bad_line(line, "a brace opens or closes in the wrong place"));
        }
        let number = number.trim();
        let option = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).filter(|at| *at < options);
        let option = option.ok_or_else(|| bad_line(line, format!("{} is not the number of an alternative", short(number))))?;
        if named.get_mut(option).is_some_and(|named| std::mem::replace(named, true)) {
            return Err(bad_line(line, format!("alternative {number} stands twice")));
        }
        match places.last_mut() {
            Some(place) if inside => place.push(option),
            _ => places.push(vec![option]),
        }
        inside = (inside || start) && !end;
    }
    if inside {
        return Err(bad_line(line, "a brace is not closed"));
    }
    if !kind.shared && places.iter().any(|place| place.len() > 1) {
        return Err(bad_line(line, format!("alternatives share a place, which {} does not allow", kind.name)));
    }
    if kind.complete && named.contains(&false) {
        return Err(bad_line(line, format!("not all alternatives are named, as {} asks", kind.name)));
    }
    Ok(Found { count, ranking: Some(places), scores: Vec::new() })
}
