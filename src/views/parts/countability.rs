//! Whether a dynamic counts, in words and as an id.

use crate::language::Bilingual;
use crate::network::Countability;

/// Why a dynamic does not count, as an id; `None` for one that counts.
#[must_use]
pub fn countability_id(countability: Countability) -> Option<&'static str> {
    match countability {
        Countability::Counted => None,
        Countability::WithoutTheme => Some("without-theme"),
        Countability::OnlyReported => Some("only-reported"),
        Countability::FormNotCounted => Some("form-not-counted"),
        Countability::Unread => Some("unread"),
        Countability::WithoutDate => Some("without-date"),
        Countability::PartOfAnother => Some("part-of-another"),
    }
}

/// Whether a dynamic counts, and if not, why.
#[must_use]
pub fn describe_countability(countability: Countability) -> Bilingual {
    match countability {
        Countability::Counted => Bilingual {
            fr: "oui",
            en: "yes",
        },
        Countability::WithoutTheme => Bilingual {
            fr: "non\u{a0}: sans thématique",
            en: "no: without theme",
        },
        Countability::OnlyReported => Bilingual {
            fr: "non\u{a0}: récit",
            en: "no: narrative only",
        },
        Countability::FormNotCounted => Bilingual {
            fr: "non\u{a0}: par sa forme",
            en: "no: by its form",
        },
        Countability::Unread => Bilingual {
            fr: "fichier à corriger",
            en: "file to be fixed",
        },
        Countability::WithoutDate => Bilingual {
            fr: "non\u{a0}: sans date",
            en: "no: without a date",
        },
        Countability::PartOfAnother => Bilingual {
            fr: "non\u{a0}: partie d'une autre",
            en: "no: part of another",
        },
    }
}
