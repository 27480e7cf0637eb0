//! What every table or report shares on its way out: filters, forms, and files written whole or not
//! at all.

pub mod files;
pub(crate) mod format;
pub(crate) mod output_options;
mod paper;
mod picture;
pub(crate) mod report_options;

pub use output_options::OutputOptions;
pub use picture::Picture;
pub use report_options::ReportOptions;
