//! Whether a dynamic counts, in words.

use crate::language::Bilingual;
use crate::network::Countability;

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
        Countability::OnlyTold => Bilingual {
            fr: "non\u{a0}: récit",
            en: "no: narrative only",
        },
        Countability::FormApart => Bilingual {
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
