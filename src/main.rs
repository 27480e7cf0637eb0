//! The door: reads the words, runs the command, answers 0, 1 or 2.

fn main() {}
