//! One test program; its modules read folders of cases.

mod floors;
mod fresh;
mod geography;
mod manual;
