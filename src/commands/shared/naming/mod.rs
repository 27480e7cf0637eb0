//! French names of verbs and reports, with what is suggested for wrong words.

mod apply;
mod report_names;
mod suggest;
mod verb_names;

pub use apply::{is_other_name, spellings, with_french_names};
pub use report_names::{REPORT_NAMES, ReportNames, french_names, report_called};
pub use suggest::{Suggestion, near_commands, near_options, near_values};
pub use verb_names::{ABSENT, OPTION_WORDS, Purpose, VERB_NAMES, VerbNames};
