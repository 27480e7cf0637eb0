//! One charter layered over its base: principles and criteria added, amended, struck.

use std::sync::Arc;

use crate::calendar::PartialDate;
use crate::charter::amendment::{Amendment, Removal, UnresolvedChange};
use crate::charter::charter::Charter;
use crate::charter::criterion::{Criterion, PrincipleRef};
use crate::charter::origin::{CriterionOrigin, ExampleBase};
use crate::diagnostic::nearest;
use indexmap::IndexMap;

impl Charter {
    /// This charter layered over its base, which is empty if it has none.
    ///
    /// Principles change first, since the examples written in this layer are evaluated with them.
    /// Criteria that serve a struck principle go last: an amendment may have given them another.
    #[must_use]
    pub fn over(self, mut base: Self) -> Self {
        let file = self.file;
        base.principles.extend(self.principles);
        base.sources.extend(self.sources);
        let (principles, criteria): (Vec<_>, Vec<_>) = self
            .struck
            .into_iter()
            .partition(|(id, _)| base.has_only_principle(id));
        for (id, removal) in &principles {
            base.strike_principle(&file, id, removal);
        }
        let example_base = ExampleBase {
            file: file.clone(),
            principles: Arc::new(base.principles.clone()),
        };
        base.add_criteria(self.criteria, &example_base);
        for (id, amendment) in self.amended {
            base.amend(&example_base, id, amendment);
        }
        for (id, removal) in criteria {
            base.strike_criterion(&file, id, removal);
        }
        for (id, removal) in principles {
            base.strike_criteria_of(&file, &id, &removal);
        }
        base.file = file;
        base
    }

    fn has_only_principle(&self, id: &str) -> bool {
        self.criteria.get(id).is_none() && self.principles.get(id).is_some()
    }

    fn add_criteria(&mut self, criteria: IndexMap<String, Criterion>, example_base: &ExampleBase) {
        for id in criteria.keys() {
            let origin = CriterionOrigin {
                file: example_base.file.clone(),
                amended: Vec::new(),
                examples: [example_base.clone(), example_base.clone()],
            };
            self.origins.insert(id.clone(), origin);
        }
        self.criteria.extend(criteria);
    }

    fn amend(&mut self, example_base: &ExampleBase, id: String, amendment: Amendment) {
        let file = &example_base.file;
        let Some(criterion) = self.criteria.get_mut(&id) else {
            return self.report_unresolved(file, "amended", id);
        };
        let keys = amendment.apply(criterion);
        let origin = self.origins.entry(id).or_default();
        for (key, base) in ["right", "wrong"].into_iter().zip(&mut origin.examples) {
            if keys.contains(&key) {
                *base = example_base.clone();
            }
        }
        origin.amended.push((file.clone(), keys));
    }

    /// Ends a criterion on the day before the removal, or removes it if that has no date.
    fn strike_criterion(&mut self, file: &Arc<str>, id: String, removal: Removal) {
        match (self.criteria.get_mut(&id), removal.from) {
            (Some(criterion), Some(from)) => {
                criterion.to = Some(PartialDate::Day(from.first().previous()));
            }
            // The criteria after it keep their order.
            (Some(_), None) => drop(self.criteria.shift_remove(&id)),
            (None, _) => return self.report_unresolved(file, "struck", id),
        }
        self.struck.insert(id, removal);
    }

    /// Removes a principle; a date is reported, since a principle is never in force by date.
    fn strike_principle(&mut self, file: &Arc<str>, id: &str, removal: &Removal) {
        if removal.from.is_some() {
            self.unresolved_changes.push(UnresolvedChange {
                file: file.clone(),
                table: "struck",
                id: id.to_owned(),
                nearest: None,
                dated_principle: true,
            });
        }
        self.principles.shift_remove(id);
        self.struck.insert(id.to_owned(), removal.clone());
    }

    /// Strikes the criteria of the base that serve a struck principle.
    fn strike_criteria_of(&mut self, file: &Arc<str>, principle: &str, removal: &Removal) {
        let ids: Vec<String> = self
            .criteria
            .iter()
            .filter(|(id, criterion)| {
                let serves = criterion
                    .principle
                    .as_ref()
                    .is_some_and(|PrincipleRef(name)| name == principle);
                let origin = self.origins.get(*id);
                serves && origin.is_some_and(|origin| origin.file != *file)
            })
            .map(|(id, _)| id.clone())
            .collect();
        for id in ids {
            let removal = Removal {
                from: None,
                ..removal.clone()
            };
            self.strike_criterion(file, id, removal);
        }
    }

    fn report_unresolved(&mut self, file: &Arc<str>, table: &'static str, id: String) {
        // Criteria can be amended and struck, principles only struck.
        let principles = self.principles.iter().map(|(id, _)| id.as_str());
        let known = self
            .criteria
            .iter()
            .map(|(id, _)| id.as_str())
            .chain(principles.filter(|_| table == "struck"));
        let nearest = nearest(&id, known).map(str::to_owned);
        self.unresolved_changes.push(UnresolvedChange {
            file: file.clone(),
            table,
            id,
            nearest,
            dated_principle: false,
        });
    }
}
