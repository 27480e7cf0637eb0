//! Pages made by a template from facts, in Markdown or in HTML.

mod budget;
mod cells;
mod filters;
mod html_table;
mod known_facts;
mod markup;
mod nesting;
mod program;
mod sections;
mod table;
mod template;
mod template_error;

pub use markup::Markup;
pub use template::{Page, Template};
pub use template_error::TemplateError;
