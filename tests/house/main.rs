//! One test program; its modules read folders of cases.

mod fresh;
mod geography;
mod manual;
