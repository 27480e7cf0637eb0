//! Pages made by a template from facts, in Markdown or in HTML.

mod capped;
mod cells;
mod filters;
mod html_table;
mod known_facts;
mod markup;
mod sections;
mod table;
mod template;
mod template_error;

pub use markup::Markup;
pub use template::{Page, Template};
pub use template_error::TemplateError;
