//! The lines that describe a record: a heading and its values.

use crate::calendar::Day;
use crate::language::Bilingual;
use crate::network::ReachedStage;
use crate::records::{Common, LeverOrObstacle, List, Stages, Word};
use crate::say;
use crate::views::view::Question;

/// A heading and its values, in the reader's language.
pub struct RecordLine {
    /// Heading, in both languages.
    pub heading: Bilingual,
    /// Values, none of them empty.
    pub values: Vec<String>,
}

/// The lines of a record in the making; a line without values is left out.
pub struct RecordLines<'q, 'n> {
    question: &'q Question<'n>,
    lines: Vec<RecordLine>,
}

impl<'q, 'n> RecordLines<'q, 'n> {
    /// No lines yet.
    pub fn new(question: &'q Question<'n>) -> Self {
        Self {
            question,
            lines: Vec::new(),
        }
    }

    /// Adds a line with its heading in both languages; empty values are left out.
    pub fn line(
        mut self,
        fr: &'static str,
        en: &'static str,
        values: impl IntoIterator<Item = String>,
    ) -> Self {
        let values: Vec<String> = values
            .into_iter()
            .filter(|value| !value.is_empty())
            .collect();
        if !values.is_empty() {
            let heading = Bilingual { fr, en };
            self.lines.push(RecordLine { heading, values });
        }
        self
    }

    /// Adds a line with the labels of words of the vocabulary.
    pub fn words<'w>(
        self,
        fr: &'static str,
        en: &'static str,
        list: List,
        words: impl IntoIterator<Item = &'w Word>,
    ) -> Self {
        let question = self.question;
        let labels = words
            .into_iter()
            .map(|word| question.label(list, word.as_str()));
        self.line(fr, en, labels)
    }

    /// Adds the stages reached with their dates, in order of time: the last is the one reached.
    pub fn stages(self, common: &Common, stages: &Stages) -> Self {
        let (question, end) = (self.question, Day::last_of(9999));
        let steps = question.network.stages_reached(common, stages, end);
        let stages = steps
            .chunk_by(|left, right| left.id == right.id)
            .map(|same| stage(question, same));
        self.line("étapes", "stages", stages)
    }

    /// Adds levers and obstacles.
    pub fn levers_and_obstacles(
        self,
        levers: &[LeverOrObstacle],
        obstacles: &[LeverOrObstacle],
    ) -> Self {
        let question = self.question;
        let levers = levers
            .iter()
            .map(|row| lever_or_obstacle(question, List::Levers, row));
        let obstacles = obstacles
            .iter()
            .map(|row| lever_or_obstacle(question, List::Obstacles, row));
        self.line("leviers", "levers", levers)
            .line("freins", "obstacles", obstacles)
    }

    /// The finished lines.
    pub fn build(self) -> Vec<RecordLine> {
        self.lines
    }
}

/// A stage with the dates on which it was reached one after the other.
fn stage(question: &Question, steps: &[ReachedStage]) -> String {
    let Some(first) = steps.first() else {
        return String::new();
    };
    let label = question.label(List::Stages, first.id);
    let dates: Vec<String> = steps.iter().map(|step| step.when.to_string()).collect();
    let dates = dates.join(", ");
    if first.inferred {
        say!(question.language,
            fr: "{label} {dates} (déduite)",
            en: "{label} {dates} (inferred)")
    } else {
        format!("{label} {dates}")
    }
}

fn lever_or_obstacle(question: &Question, list: List, row: &LeverOrObstacle) -> String {
    let (label, period) = (question.label(list, row.kind.as_str()), row.period());
    let lifted = row.lifted.map(|when| {
        let when = when.on(question.language);
        say!(question.language, fr: ", levé {when}", en: ", lifted {when}")
    });
    format!("{label} ({period}{})", lifted.unwrap_or_default())
}
