//! Reads ABIF files: `{"title": "..."}`, `=id:[name]`, and ballots as `count:a>b=c`, `count:a/5>b/3` or `count:a/5,b/3`.

use std::collections::{BTreeMap, BTreeSet};

use super::found::{Found, FoundFile, bad_line, lines, read_count, short};
use crate::error::TallyError;
use crate::unit::Ratio;

#[derive(Default)]
struct Reader {
    file: FoundFile,
    ids: Vec<String>,
    numbers: BTreeMap<String, usize>,
}

/// Reads an ABIF file.
pub(super) fn read(text: &str) -> Result<FoundFile, TallyError> {
    let mut reader = Reader::default();
    for (line, text) in lines(text) {
        match text.chars().next() {
            None | Some('#') => {}
            Some('{') => reader.metadata(text),
            Some('=') => reader.definition(line, text)?,
            Some(_) => reader.ballot(line, text)?,
        }
        reader.file.check_size()?;
    }
    reader.file.ids = Some(reader.ids);
    Ok(reader.file)
}

/// The id that a name gives: white space becomes `_`.
fn id_of(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join("_")
}

/// The text in brackets or quotes at the start, or up to one of these letters; and what follows.
fn token<'a>(text: &'a str, until: &[char]) -> Option<(&'a str, &'a str)> {
    let text = text.trim_start();
    for (open, close) in [('[', ']'), ('"', '"')] {
        if let Some(rest) = text.strip_prefix(open) {
            return rest.split_once(close).map(|(inside, rest)| (inside.trim(), rest.trim_start()));
        }
    }
    let end = text.find(until).unwrap_or(text.len());
    let (inside, rest) = text.split_at(end);
    Some((inside.trim(), rest))
}

impl Reader {
    /// `{"title": "..."}`. Others say nothing that is used here.
    fn metadata(&mut self, text: &str) {
        let inside = text.trim_start_matches('{').trim_end_matches('}');
        if let Some((key, value)) = inside.split_once(':') {
            let bare = |text: &str| text.trim().trim_matches('"').trim().to_owned();
            if bare(key) == "title" && !bare(value).is_empty() {
                self.file.title = Some(bare(value));
            }
        }
    }

    /// The place in the list of an option, which is new if its id is.
    fn option(&mut self, line: usize, name: &str) -> Result<usize, TallyError> {
        let id = id_of(name);
        if let Some(number) = self.numbers.get(&id) {
            return Ok(*number);
        }
        id.parse::<crate::unit::Id>().map_err(|_| bad_line(line, format!("{} cannot name an option", short(name))))?;
        let number = self.ids.len();
        self.numbers.insert(id.clone(), number);
        self.ids.push(id);
        self.file.names.push(name.to_owned());
        Ok(number)
    }

    fn definition(&mut self, line: usize, text: &str) -> Result<(), TallyError> {
        let wrong = || bad_line(line, "an option is written as \"=id:[name]\"");
        let (id, rest) = token(text.get(1..).unwrap_or_default(), &[':']).ok_or_else(wrong)?;
        let rest = rest.strip_prefix(':').ok_or_else(wrong)?.trim();
        let name = rest.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(rest).trim();
        if id.is_empty() || name.is_empty() {
            return Err(wrong());
        }
        let before = self.ids.len();
        let number = self.option(line, id)?;
        if number < before && self.file.names.get(number).is_some_and(|own| own != id) {
            return Err(bad_line(line, format!("{} is named twice", short(id))));
        }
        self.file.names.get_mut(number).into_iter().for_each(|own| *own = name.to_owned());
        Ok(())
    }

    fn ballot(&mut self, line: usize, text: &str) -> Result<(), TallyError> {
        let (count, rest) = text.split_once(':').ok_or_else(|| bad_line(line, "a ballot is written as \"count:a>b=c\""))?;
        let mut found = Found { count: read_count(line, count.trim())?, ranking: Some(Vec::new()), scores: Vec::new() };
        let mut places: Vec<Vec<usize>> = Vec::new();
        let (mut rest, mut before, mut commas) = (rest.trim(), '>', false);
        let mut named = BTreeSet::new();
        while !rest.is_empty() {
            let (name, after) = token(rest, &['>', '=', ',', '/'])
                .filter(|(name, _)| !name.is_empty())
                .ok_or_else(|| bad_line(line, format!("an option is expected at {}", short(rest))))?;
            let option = self.option(line, name)?;
            if !named.insert(option) {
                return Err(bad_line(line, format!("{} stands twice", short(name))));
            }
            let (score, after) = match after.strip_prefix('/') {
                Some(scored) => {
                    let (score, after) = scored.split_at(scored.find(['>', '=', ',']).unwrap_or(scored.len()));
                    let value = score.trim().parse::<Ratio>();
                    (Some(value.map_err(|_| bad_line(line, format!("{} is not a score", short(score))))?), after)
                }
                None => (None, after),
            };
            found.scores.extend(score.map(|score| (option, score)));
            match places.last_mut() {
                Some(place) if before == '=' => place.push(option),
                _ => places.push(vec![option]),
            }
            let mut letters = after.chars();
            match letters.next() {
                None => break,
                Some(letter @ ('>' | '=' | ',')) => {
                    if named.len() > 1 && commas != (letter == ',') {
                        return Err(bad_line(line, "commas and signs of order do not go together"));
                    }
                    (before, commas) = (letter, letter == ',');
                }
                Some(_) => return Err(bad_line(line, format!("a sign of order is expected at {}", short(after)))),
            }
            rest = letters.as_str().trim_start();
            if rest.is_empty() {
                return Err(bad_line(line, "an option is expected at the end"));
            }
        }
        if commas && found.scores.len() < named.len() {
            return Err(bad_line(line, "commas say no order, so that every option needs a score"));
        }
        found.ranking = (!commas).then_some(places);
        self.file.ballots.push(found);
        Ok(())
    }
}
