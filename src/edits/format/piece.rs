//! Lines that belong together: a key with its value, and the comments above.

/// Lines that are moved as one.
pub struct Piece {
    /// The rank by which pieces are sorted.
    pub rank: usize,
    /// Whether a blank line is above.
    pub is_apart: bool,
    /// The lines, comments first.
    pub lines: Vec<String>,
}

/// Comment lines that wait for the piece below them.
#[derive(Default)]
pub struct Pending {
    lines: Vec<String>,
    is_apart: bool,
}

impl Pending {
    /// Adds a blank line or a comment.
    pub fn push(&mut self, line: &str) {
        let line = line.trim();
        if !line.is_empty() {
            self.lines.push(line.to_owned());
        } else if self.lines.is_empty() {
            self.is_apart = true;
        } else if self.lines.last().is_some_and(|last| !last.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// The waiting comments with the lines below them, as a piece.
    pub fn piece(&mut self, rank: usize, lines: impl IntoIterator<Item = String>) -> Piece {
        let above = std::mem::take(self);
        Piece {
            rank,
            is_apart: above.is_apart,
            lines: above.lines.into_iter().chain(lines).collect(),
        }
    }

    /// Takes the comments that are set off by a blank line from what follows.
    pub fn take_free(&mut self) -> Option<Piece> {
        let end = self.lines.iter().rposition(String::is_empty)?;
        let below = self.lines.split_off(end + 1);
        self.lines.pop();
        let free = self.piece(usize::MAX, []);
        self.lines = below;
        self.is_apart = true;
        Some(free)
    }

    /// Takes all comments, where nothing follows any more.
    pub fn take_rest(&mut self) -> Option<Piece> {
        while self.lines.last().is_some_and(String::is_empty) {
            self.lines.pop();
        }
        (!self.lines.is_empty()).then(|| self.piece(usize::MAX, []))
    }
}

/// Pieces one below the other.
#[derive(Default)]
pub struct Sheet(String);

impl Sheet {
    /// Adds a piece, with a blank line above if it has one or must have one.
    pub fn add(&mut self, piece: &Piece, is_apart: bool) {
        if !self.0.is_empty() && (piece.is_apart || is_apart) {
            self.0.push('\n');
        }
        self.write(piece);
    }

    /// Adds a piece right below what is above.
    pub fn add_below_heading(&mut self, piece: &Piece) {
        self.write(piece);
    }

    fn write(&mut self, piece: &Piece) {
        for line in &piece.lines {
            self.0.push_str(line);
            self.0.push('\n');
        }
    }

    /// The whole text.
    pub fn into_text(self) -> String {
        self.0
    }
}

/// Takes the comments at the top that stay there: a line for editors, `#:schema`, and those that a
/// blank line sets off. Returns them, and whether a blank line is below.
pub fn head(pending: &mut Pending) -> (Vec<Piece>, bool) {
    let mut head = Vec::new();
    let is_for_editors =
        |line: &String| line.starts_with("#:") || line.starts_with("# yaml-language");
    if pending.lines.first().is_some_and(is_for_editors) {
        let line = pending.lines.remove(0);
        head.push(Piece {
            rank: 0,
            is_apart: false,
            lines: vec![line],
        });
        let was_apart = pending.lines.first().is_some_and(String::is_empty);
        if was_apart {
            pending.lines.remove(0);
        }
        pending.is_apart = was_apart;
    }
    head.extend(pending.take_free());
    // The blank line stays below the head, whichever key comes first.
    let is_apart = !head.is_empty() && std::mem::take(&mut pending.is_apart);
    (head, is_apart)
}
