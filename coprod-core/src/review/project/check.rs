//! What must be true of a project before anything is worked out: every name is known, every id is used once, dates run forward.

use std::collections::BTreeSet;

use super::{MOST_PROJECT_ENTRIES, MOST_PROJECT_PEOPLE, Project, QUESTIONS};
use crate::error::{Pointer, ReviewError};
use crate::group::{MOST_NAME_LETTERS, MOST_TITLE_LETTERS, Person, letters_beyond};
use crate::unit::Id;

impl Project {
    /// Checks the project, which stands at `root` in the request.
    ///
    /// # Errors
    /// A [`ReviewError`] that points at what is wrong.
    pub fn check(&self, root: &Pointer) -> Result<(), ReviewError> {
        if self.coprod != 1 {
            return Err(ReviewError::UnknownVersion { path: root.key("coprod"), version: self.coprod });
        }
        self.sizes(root)?;
        self.texts(root)?;
        unique(self.constituencies.iter().map(|known| &known.id), &root.key("constituencies"))?;
        unique(self.people.iter().map(|person| &person.id), &root.key("people"))?;
        unique(self.questions.iter().map(|question| &question.id), &root.key("questions"))?;
        unique(self.decisions.iter().map(|decision| &decision.id), &root.key("decisions"))?;
        unique(self.tasks.iter().map(|task| &task.id), &root.key("tasks"))?;
        unique(self.cards.iter().map(|card| &card.id), &root.key("cards"))?;
        unique_where_given(self.engagements.iter().map(|engagement| engagement.id.as_ref()), &root.key("engagements"))?;
        unique(self.payments.iter().map(|paid| &paid.person), &root.key("payments"))?;
        for (number, person) in self.people.iter().enumerate() {
            self.one_person(person, &root.key("people").index(number))?;
        }
        self.names(root)
    }

    fn sizes(&self, root: &Pointer) -> Result<(), ReviewError> {
        let people = root.key("people");
        if self.people.is_empty() {
            return Err(ReviewError::EmptyGroup { path: people });
        }
        let too_many = |path: Pointer, what: &'static str, count: usize, limit: usize| {
            if count > limit { Err(ReviewError::TooMany { path, what, count, limit }) } else { Ok(()) }
        };
        too_many(people, "people", self.people.len(), MOST_PROJECT_PEOPLE)?;
        let lists = [
            ("constituencies", self.constituencies.len()),
            ("decisions", self.decisions.len()),
            ("assignments", self.assignments.len()),
            ("sessions", self.sessions.len()),
            ("cards", self.cards.len()),
            ("engagements", self.engagements.len()),
            ("payments", self.payments.len()),
            ("feedback", self.feedback.len()),
            ("questions", self.questions.len()),
        ];
        lists.into_iter().try_for_each(|(what, count)| too_many(root.key(what), what, count, MOST_PROJECT_ENTRIES))
    }

    fn texts(&self, root: &Pointer) -> Result<(), ReviewError> {
        short("title", Some(&self.title), MOST_TITLE_LETTERS, || root.key("title"))?;
        for (number, person) in self.people.iter().enumerate() {
            short("name", person.name.as_deref(), MOST_NAME_LETTERS, || root.key("people").index(number).key("name"))?;
        }
        for (number, known) in self.constituencies.iter().enumerate() {
            short("name", known.name.as_deref(), MOST_NAME_LETTERS, || root.key("constituencies").index(number).key("name"))?;
        }
        for (number, task) in self.tasks.iter().enumerate() {
            short("title", task.title.as_deref(), MOST_TITLE_LETTERS, || root.key("tasks").index(number).key("title"))?;
        }
        for (number, decision) in self.decisions.iter().enumerate() {
            short("title", decision.title.as_deref(), MOST_TITLE_LETTERS, || root.key("decisions").index(number).key("title"))?;
        }
        Ok(())
    }

    fn one_person(&self, person: &Person, at: &Pointer) -> Result<(), ReviewError> {
        let Some(constituency) = &person.constituency else {
            // Without any constituency the sides are unknown, which is an answer.
            if self.constituencies.is_empty() {
                return dates(person, at);
            }
            return Err(ReviewError::NoConstituency { path: at.clone(), id: person.id.to_string() });
        };
        if self.constituency_of(person).is_none() {
            return Err(ReviewError::UnknownConstituency { path: at.key("constituency"), id: constituency.to_string() });
        }
        dates(person, at)
    }

    fn names(&self, root: &Pointer) -> Result<(), ReviewError> {
        for (number, person) in self.people.iter().enumerate() {
            let at = |place: usize| root.key("people").index(number).key("support").index(place).key("by");
            person.support.iter().enumerate().try_for_each(|(place, support)| self.somebody(&support.by, &at(place)))?;
        }
        for (number, assignment) in self.assignments.iter().enumerate() {
            let at = root.key("assignments").index(number);
            if !self.tasks.iter().any(|task| task.id == assignment.task) {
                return Err(ReviewError::UnknownTask { path: at.key("task"), id: assignment.task.to_string() });
            }
            self.everybody(&assignment.people, &at.key("people"))?;
        }
        for (number, task) in self.tasks.iter().enumerate() {
            for (place, need) in task.needs.iter().enumerate() {
                let known = |id: &Id| self.constituencies.iter().any(|constituency| constituency.id == *id);
                if let Some(id) = need.constituency.as_ref().filter(|id| !known(id)) {
                    let path = root.key("tasks").index(number).key("needs").index(place).key("constituency");
                    return Err(ReviewError::UnknownConstituency { path, id: id.to_string() });
                }
            }
        }
        for (number, session) in self.sessions.iter().enumerate() {
            let at = root.key("sessions").index(number);
            self.everybody(&session.attended, &at.key("attended"))?;
            self.everybody(&session.remote, &at.key("remote"))?;
            session.unpaid.keys().try_for_each(|id| self.somebody(id, &at.key("unpaid").key(id.as_str())))?;
        }
        for (number, engagement) in self.engagements.iter().enumerate() {
            let at = root.key("engagements").index(number);
            match &engagement.person {
                Some(id) => self.somebody(id, &at.key("person"))?,
                None => return Err(ReviewError::PersonNeeded { path: at }),
            }
        }
        for (number, paid) in self.payments.iter().enumerate() {
            self.somebody(&paid.person, &root.key("payments").index(number).key("person"))?;
        }
        for (number, suggestion) in self.feedback.iter().enumerate() {
            self.somebody(&suggestion.from, &root.key("feedback").index(number).key("from"))?;
        }
        for (number, question) in self.questions.iter().enumerate() {
            let built_in = QUESTIONS.iter().any(|known| known.id == question.id.as_str());
            if !built_in && question.text.is_none() {
                let path = root.key("questions").index(number);
                return Err(ReviewError::UnknownQuestion { path, id: question.id.to_string() });
            }
        }
        Ok(())
    }

    fn everybody(&self, ids: &[Id], path: &Pointer) -> Result<(), ReviewError> {
        unique(ids.iter(), path)?;
        ids.iter().enumerate().try_for_each(|(number, id)| self.somebody(id, &path.index(number)))
    }

    fn somebody(&self, id: &Id, path: &Pointer) -> Result<(), ReviewError> {
        match self.person(id.as_str()) {
            Some(_) => Ok(()),
            None => Err(ReviewError::UnknownMember { path: path.clone(), id: id.to_string() }),
        }
    }
}

fn short(what: &'static str, text: Option<&str>, limit: usize, path: impl FnOnce() -> Pointer) -> Result<(), ReviewError> {
    match letters_beyond(text, limit) {
        Some(count) => Err(ReviewError::InvalidText { path: path(), what, count, limit }),
        None => Ok(()),
    }
}

fn dates(person: &Person, at: &Pointer) -> Result<(), ReviewError> {
    match (person.joined, person.left) {
        (Some(joined), Some(left)) if left < joined => {
            let (first, second) = (joined.to_string(), left.to_string());
            Err(ReviewError::DatesReversed { path: at.key("left"), first, second })
        }
        _ => Ok(()),
    }
}

fn unique<'a>(ids: impl Iterator<Item = &'a Id>, path: &Pointer) -> Result<(), ReviewError> {
    unique_where_given(ids.map(Some), path)
}

fn unique_where_given<'a>(ids: impl Iterator<Item = Option<&'a Id>>, path: &Pointer) -> Result<(), ReviewError> {
    let mut seen = BTreeSet::new();
    for (number, id) in ids.enumerate().filter_map(|(number, id)| id.map(|id| (number, id))) {
        if !seen.insert(id) {
            return Err(ReviewError::DuplicateId { path: path.index(number), id: id.to_string() });
        }
    }
    Ok(())
}
