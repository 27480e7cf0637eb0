//! French and English: the language of the messages, with the conventions of writing in each.

mod bilingual;
#[expect(
    clippy::module_inception,
    reason = "the room's one idea bears the room's name"
)]
mod language;
mod numbers;
mod os_errors;
mod phrases;

pub use bilingual::Bilingual;
pub use language::Language;
