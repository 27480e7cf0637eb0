//! What grows old in the records, for those who keep them: days that come, news that do not.

mod agenda;
mod gathered;
mod tables;

use crate::language::Bilingual;
use crate::say;
use crate::views::parts::{invented, report_scope};
use crate::views::view::{Facts, Piece, Question, ReportScope, Section, View};

use gathered::FreshnessFacts;

/// The view.
pub const VIEW: View = View {
    name: "freshness",
    about: Bilingual {
        fr: "ce qui vieillit\u{a0}: échéances à venir ou passées, dynamiques sans nouvelles, \
            contacts et sources à revoir",
        en: "what grows old: days to come or past, dynamics without news, contacts and sources to \
            look at again",
    },
    of: ReportScope::Network,
    gather,
};

/// What is told, and when.
const RULES: &[Bilingual] = &[
    Bilingual {
        fr: "échéances\u{a0}: dernier jour des conventions, des statuts, des dispenses, des \
            consentements non retirés, et des comptes rendus dus et non remis\u{202f}; une \
            convention qu'une autre suit sur son territoire, un statut renouvelé n'en sont pas",
        en: "days: the last of agreements, statuses, waivers, consents not withdrawn, and reports \
            owed and not handed in; an agreement that another follows on its territory, a status \
            that was renewed, are none",
    },
    Bilingual {
        fr: "sans nouvelles\u{a0}: dynamique comptée, sans fin connue ni suite, dont la dernière \
            date écrite (période, étape, partenaire, année, observation, année d'une source) est \
            passée depuis plus d'un an à coup sûr",
        en: "without news: a dynamic that counts, without known end or successor, whose last \
            written date (period, stage, partner, year, observation, year of a source) is \
            certainly more than a year past",
    },
    Bilingual {
        fr: "contact à confirmer\u{a0}: personne dont le dernier signe de vie remonte à plus d'un \
            an, ou n'est pas connu\u{202f}; ce rapport n'en dit que le rôle",
        en: "contact to confirm: a person whose last sign of life is more than a year ago, or not \
            known; this report tells the role alone",
    },
    Bilingual {
        fr: "source ancienne\u{a0}: ni parue ni relue depuis plus de trois ans, ou sans date",
        en: "old source: neither published nor read again for more than three years, or without a \
            date",
    },
    Bilingual {
        fr: "en charge\u{a0}: le premier contact de la fiche, sinon celui de son territoire",
        en: "in charge: the first contact of the record, else that of its territory",
    },
];

fn gather(question: &Question) -> Facts {
    let facts = gathered::gather(question);
    let language = question.language;
    let today = crate::calendar::PartialDate::Day(question.today).format(language);
    Facts {
        report: VIEW.name,
        title: say!(language, fr: "Ce qui vieillit dans les fiches, au {today}", en: "What grows \
            old in the records, on {today}"),
        invented: invented(question),
        sections: sections(question, &facts),
        rows: Some(tables::rows(question, &facts)),
        scope: report_scope(question, RULES),
        agenda: Some(agenda::gather(question, &facts)),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        ..Facts::default()
    }
}

fn sections(question: &Question, facts: &FreshnessFacts) -> Vec<Section> {
    let language = question.language;
    let section = |id, fr, en| Section::new(id, 2, question.words(fr, en));
    let months = language.number(facts.months.into());
    let coming = say!(language, fr: "Échéances des {months} mois à venir", en: "Days within the \
        {months} months to come");
    let nothing = |fr, en| question.words(fr, en);
    let none = nothing(
        "Rien à dire\u{a0}: tout est frais.",
        "Nothing to tell: all is fresh.",
    );
    vec![
        section("par-role", "Par rôle en charge", "By role in charge")
            .with([Piece::table_or(tables::by_role(question, facts), &none)]),
        Section::new("a-venir", 2, coming).with([Piece::table_or(
            tables::deadlines(question, facts, true),
            nothing("Aucune échéance d'ici là.", "No day until then."),
        )]),
        section(
            "passees",
            "Échéances passées, sans suite écrite",
            "Days past, without anything written after them",
        )
        .with([Piece::table_or(
            tables::deadlines(question, facts, false),
            nothing("Aucune.", "None."),
        )]),
        section(
            "sans-nouvelles",
            "Dynamiques sans nouvelles depuis plus d'un an",
            "Dynamics without news for more than a year",
        )
        .with([Piece::table_or(
            tables::silent(question, facts),
            nothing("Aucune.", "None."),
        )]),
        section("contacts", "Contacts à confirmer", "Contacts to confirm")
            .with(contacts(question, facts)),
        section("sources", "Sources anciennes", "Old sources").with([Piece::table_or(
            tables::sources(question, facts),
            nothing("Aucune.", "None."),
        )]),
    ]
}

fn contacts(question: &Question, facts: &FreshnessFacts) -> Vec<Piece> {
    let none = question.words("Aucun.", "None.");
    let mut pieces = vec![Piece::table_or(tables::contacts(question, facts), &none)];
    if question.network.people.is_none() && !facts.contacts.is_empty() {
        pieces.push(Piece::Note(question.words(
            "Le dossier des personnes n'est pas là\u{a0}: leurs derniers signes de vie et leurs \
                consentements ne sont pas connus.",
            "The folder of persons is not there: their last signs of life and their consents are \
                not known.",
        )));
    }
    pieces
}
