//! The lines that describe a record: a heading and its values.

use crate::language::Bilingual;
use crate::records::{LeverOrObstacle, List, Reached, Stages, Word};
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

    /// Adds the stages reached with their dates, in the order of the process.
    pub fn stages(self, stages: &Stages) -> Self {
        let question = self.question;
        let reached = question
            .network
            .vocabulary
            .list(List::Stages)
            .iter()
            .filter_map(|(id, word)| {
                let reached = stages.get(id.as_str())?;
                Some(stage(question, word.label(question.language), reached))
            });
        self.line("étapes", "stages", reached)
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

fn stage(question: &Question, label: &str, reached: &Reached) -> String {
    let dates: Vec<String> = reached.reached.iter().map(ToString::to_string).collect();
    let dates = dates.join(", ");
    if reached.inferred {
        say!(question.language,
            fr: "{label} {dates} (déduite)",
            en: "{label} {dates} (inferred)")
    } else {
        format!("{label} {dates}")
    }
}

fn lever_or_obstacle(question: &Question, list: List, row: &LeverOrObstacle) -> String {
    let (label, period) = (question.label(list, row.kind.as_str()), row.period());
    let lifted = row
        .lifted
        .map(|when| say!(question.language, fr: ", levé en {when}", en: ", lifted in {when}"));
    format!("{label} ({period}{})", lifted.unwrap_or_default())
}
