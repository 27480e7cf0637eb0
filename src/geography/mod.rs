//! Gazetteer, outlines, projection and official codes: embedded data and the questions they answer.
