//! What every table or report shares on its way out: filters, forms, and files written whole or not at all.

pub mod files;
mod form;
mod paper;
mod picture;
mod shape;
mod written;

pub use form::Form;
pub use picture::Picture;
pub use shape::Shape;
