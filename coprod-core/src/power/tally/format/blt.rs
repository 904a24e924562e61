//! Reads BLT files: `options seats`, withdrawn options as numbers below zero, ballots as `count 2 1=3 0`, `0`, the names in quotes and a
//! title.

use super::found::{Found, FoundFile, bad_line, lines, read_count, short};
use crate::error::TallyError;

/// Reads a BLT file.
pub(super) fn read(text: &str) -> Result<FoundFile, TallyError> {
    let mut file = FoundFile::default();
    let mut lines = lines(text).map(|(line, text)| (line, before_comment(text))).filter(|(_, text)| !text.is_empty());
    let (line, first) = lines.next().ok_or_else(|| bad_line(1, "the file is empty"))?;
    let numbers: Vec<usize> = first.split_whitespace().map_while(|number| number.parse().ok()).collect();
    let ([options, seats], 2) = (numbers.as_slice(), first.split_whitespace().count()) else {
        return Err(bad_line(line, "the first line says how many options and how many seats there are, such as \"4 2\""));
    };
    file.seats = u32::try_from(*seats).ok();
    file.names = vec![String::new(); (*options).min(super::super::ranked::MOST_OPTIONS + 1)];
    file.check_size()?;
    let mut ended = false;
    for (line, text) in lines.by_ref() {
        if text == "0" {
            ended = true;
            break;
        }
        if text.starts_with('-') && file.ballots.is_empty() {
            withdrawn(line, text, &mut file)?;
        } else {
            let ballot = ballot(line, text, file.names.len())?;
            file.ballots.push(ballot);
            file.check_size()?;
        }
    }
    if !ended {
        return Err(bad_line(text.lines().count().max(1), "the ballots do not end with a line \"0\""));
    }
    let mut last = line;
    for number in 0..file.names.len() {
        let (line, text) =
            lines.next().ok_or_else(|| bad_line(last, format!("option {} has no name after this line", number + 1)))?;
        last = line;
        let name = quoted(text).filter(|name| !name.trim().is_empty());
        let name = name.ok_or_else(|| bad_line(line, format!("{} is not a name in quotes", short(text))))?;
        file.names.get_mut(number).into_iter().for_each(|own| *own = name.trim().to_owned());
    }
    file.title =
        lines.next().and_then(|(_, text)| quoted(text)).map(|title| title.trim().to_owned()).filter(|title| !title.is_empty());
    match lines.next() {
        Some((line, text)) => Err(bad_line(line, format!("nothing more is expected here, and here is {}", short(text)))),
        None => Ok(file),
    }
}

/// The line up to a `#` that is not in quotes.
fn before_comment(text: &str) -> &str {
    let mut inside = false;
    let end = text.find(|letter| {
        inside ^= letter == '"';
        letter == '#' && !inside
    });
    end.and_then(|end| text.get(..end)).unwrap_or(text).trim()
}

fn quoted(text: &str) -> Option<&str> {
    text.strip_prefix('"')?.strip_suffix('"')
}

fn withdrawn(line: usize, text: &str, file: &mut FoundFile) -> Result<(), TallyError> {
    for number in text.split_whitespace() {
        let option =
            number.strip_prefix('-').and_then(|number| number.parse::<usize>().ok()).and_then(|number| number.checked_sub(1));
        let option = option.filter(|option| *option < file.names.len());
        file.withdrawn.insert(option.ok_or_else(|| bad_line(line, format!("{} is not a withdrawn option", short(number))))?);
    }
    Ok(())
}

fn ballot(line: usize, text: &str, options: usize) -> Result<Found, TallyError> {
    let mut pieces = text.split_whitespace();
    let count = read_count(line, pieces.next().unwrap_or_default())?;
    let mut places: Vec<Vec<usize>> = Vec::new();
    let mut named = vec![false; options];
    let mut ended = false;
    for piece in pieces {
        if ended {
            return Err(bad_line(line, "a ballot ends with 0"));
        }
        match piece {
            "0" => ended = true,
            // A place that the voter left empty.
            "-" => {}
            piece => {
                let mut place = Vec::new();
                for number in piece.split('=') {
                    let option = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).filter(|at| *at < options);
                    let option =
                        option.ok_or_else(|| bad_line(line, format!("{} is not the number of an option", short(number))))?;
                    if named.get_mut(option).is_some_and(|named| std::mem::replace(named, true)) {
                        return Err(bad_line(line, format!("option {number} stands twice")));
                    }
                    place.push(option);
                }
                places.push(place);
            }
        }
    }
    if !ended {
        return Err(bad_line(line, "a ballot ends with 0"));
    }
    Ok(Found { count, ranking: Some(places), scores: Vec::new() })
}
