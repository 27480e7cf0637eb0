//! Table of a page in HTML, with its caption and all headings.

/// Table whose texts are escaped.
pub(super) struct HtmlTable {
    pub(super) caption: String,
    pub(super) headings: Vec<String>,
    /// For each column, whether it holds numbers.
    pub(super) numeric: Vec<bool>,
    pub(super) rows: Vec<Vec<String>>,
    pub(super) total: Option<Vec<String>>,
}

impl HtmlTable {
    pub(super) fn render(&self) -> String {
        let caption = &self.caption;
        let head: String = self
            .headings
            .iter()
            .zip(&self.numeric)
            .map(|(text, numeric)| match (text.is_empty(), numeric) {
                (true, _) => "<td></td>".to_owned(),
                (false, true) => format!("<th scope=\"col\" class=\"number\">{text}</th>"),
                (false, false) => format!("<th scope=\"col\">{text}</th>"),
            })
            .collect();
        let body: String = self.rows.iter().map(|row| self.row(row)).collect();
        let foot = self
            .total
            .as_ref()
            .map(|row| format!("<tfoot>{}</tfoot>\n", self.row(row)))
            .unwrap_or_default();
        // A wide table scrolls by itself, which a keyboard must be able to reach and a screen
        // reader to name.
        format!(
            "<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"{caption}\">\n\
             <table>\n<caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n\
             <tbody>\n{body}</tbody>\n{foot}</table>\n</div>\n"
        )
    }

    /// A row, whose first words are its heading.
    fn row(&self, row: &[String]) -> String {
        let heading = row
            .iter()
            .zip(&self.numeric)
            .position(|(text, numeric)| !*numeric && !text.is_empty());
        let cells: String = row
            .iter()
            .zip(&self.numeric)
            .enumerate()
            .map(|(index, (text, numeric))| {
                if Some(index) == heading {
                    format!("<th scope=\"row\">{text}</th>")
                } else if *numeric {
                    format!("<td class=\"number\">{text}</td>")
                } else {
                    format!("<td>{text}</td>")
                }
            })
            .collect();
        format!("<tr>{cells}</tr>\n")
    }
}
