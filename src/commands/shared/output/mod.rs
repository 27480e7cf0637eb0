//! The options and the writing of outputs that the verbs share.

mod lost;
pub(crate) mod output_options;
mod picture_options;
pub(crate) mod report_options;
mod table_options;

pub use output_options::OutputOptions;
pub use picture_options::PictureOptions;
pub use report_options::ReportOptions;
