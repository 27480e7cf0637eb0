//! Freshness of the records: deadlines, dynamics without news, contacts and sources to review.

mod agenda;
mod data;
mod gathered;
mod tables;

use crate::calendar::PartialDate;
use crate::language::Bilingual;
use crate::say;
use crate::views::parts::{invented, report_scope_of_day, with_filter};
use crate::views::view::{Facts, Piece, Question, ReportScope, Section, View};

use gathered::FreshnessFacts;

/// The report `freshness`.
pub const VIEW: View = View {
    name: "freshness",
    about: Bilingual {
        fr: "ce qui vieillit\u{a0}: échéances à venir ou passées, dynamiques sans nouvelles, \
            contacts et sources à revoir",
        en: "what grows old: coming and past deadlines, dynamics without news, contacts and \
            sources to review",
    },
    of: ReportScope::Network,
    gather,
};

/// The rules of counting, printed under the report.
const RULES: &[Bilingual] = &[
    Bilingual {
        fr: "échéances\u{a0}: dernier jour des conventions, des statuts, des dispenses, des \
            consentements non retirés, et des comptes rendus dus et non remis\u{202f}; une \
            convention qu'une autre suit sur son territoire, ou que suit son émancipation, un \
            statut renouvelé, celui d'un acteur dont toutes les dynamiques portées sont achevées \
            n'en sont pas",
        en: "deadlines: the last day of agreements, statuses, waivers, consents not withdrawn, and \
            of reports due and not handed in; not of an agreement that another one, or the \
            territory's emancipation, follows; nor of a status that was renewed, or of an actor \
            all of whose own dynamics have ended",
    },
    Bilingual {
        fr: "sans nouvelles\u{a0}: dynamique comptée, sans fin connue ni suite, dont la dernière \
            date écrite (période, étape, partenaire, année, observation, année d'une source) est \
            passée depuis plus d'un an à coup sûr",
        en: "without news: a dynamic that counts, without a known end or a successor, whose last \
            written date (period, stage, partner, year, observation, year of a source) is \
            certainly more than a year past",
    },
    Bilingual {
        fr: "contact à confirmer\u{a0}: personne dont le dernier signe de vie remonte à plus d'un \
            an, ou n'est pas connu\u{202f}; ce rapport n'en donne que le rôle",
        en: "contact to confirm: a person whose last sign of life is more than a year ago, or not \
            known; this report gives the role alone",
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
    // As `validate`: of a year, the state of its last day.
    let question = &on_last_day(question);
    let facts = gathered::gather(question);
    let language = question.language;
    let today = PartialDate::Day(question.today).format(language);
    Facts {
        report: VIEW.name,
        title: with_filter(
            question,
            say!(language,
                fr: "Ce qui vieillit dans les fiches, au {today}",
                en: "What grows old in the records, on {today}"),
        ),
        invented: invented(question),
        sections: sections(question, &facts),
        data: data::tables(question, &facts),
        scope: report_scope_of_day(question, RULES),
        agenda: Some(agenda::gather(question, &facts)),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        ..Facts::about(question)
    }
}

/// The question on the last of the days that were chosen, if any were.
fn on_last_day<'n>(question: &Question<'n>) -> Question<'n> {
    let today = if question.dated {
        question.asked.last
    } else {
        question.today
    };
    Question {
        today,
        ..question.clone()
    }
}

fn sections(question: &Question, facts: &FreshnessFacts) -> Vec<Section> {
    let nothing = question.words(
        "Ni échéance, ni dynamique sans nouvelles, ni contact à confirmer.",
        "No deadline, no dynamic without news, no contact to confirm.",
    );
    let no_deadline = question.words("Aucune échéance d'ici là.", "No deadline until then.");
    let none = question.words("Aucune.", "None.");
    vec![
        section(
            question,
            "par-role",
            "Par rôle en charge",
            "By role in charge",
        )
        .with([Piece::table_or(tables::by_role(question, facts), nothing)]),
        Section::new("a-venir", 2, coming_heading(question, facts.months)).with([Piece::table_or(
            tables::deadlines(question, facts, true),
            no_deadline,
        )]),
        section(
            question,
            "passees",
            "Échéances passées, sans suite écrite",
            "Past deadlines, with nothing recorded after them",
        )
        .with([Piece::table_or(
            tables::deadlines(question, facts, false),
            none.clone(),
        )]),
        section(
            question,
            "sans-nouvelles",
            "Dynamiques sans nouvelles depuis plus d'un an",
            "Dynamics without news for more than a year",
        )
        .with([Piece::table_or(
            tables::silent(question, facts),
            none.clone(),
        )]),
        section(
            question,
            "contacts",
            "Contacts à confirmer",
            "Contacts to confirm",
        )
        .with(contacts(question, facts)),
        section(question, "sources", "Sources anciennes", "Old sources")
            .with([Piece::table_or(tables::sources(question, facts), none)]),
    ]
}

/// The heading of the deadlines to come.
fn coming_heading(question: &Question, months: u16) -> String {
    let months = question.language.number(months.into());
    say!(question.language,
        fr: "Échéances des {months} mois à venir",
        en: "Deadlines of the next {months} months")
}

/// An empty section with its heading in both languages.
fn section(question: &Question, id: &str, fr: &'static str, en: &'static str) -> Section {
    Section::new(id, 2, question.words(fr, en))
}

/// The contacts to confirm, with a note where the private folder of persons is missing.
fn contacts(question: &Question, facts: &FreshnessFacts) -> Vec<Piece> {
    let none = question.words("Aucun.", "None.");
    let mut pieces = vec![Piece::table_or(tables::contacts(question, facts), none)];
    if question.network.people.is_none() && !facts.contacts.is_empty() {
        pieces.push(Piece::Note(question.words(
            "Le dossier des personnes n'est pas là\u{a0}: leurs derniers signes de vie et leurs \
                consentements ne sont pas connus.",
            "The folder of persons is missing: their last signs of life and their consents are \
                not known.",
        )));
    }
    let people = question.network.people.as_ref();
    if people.is_some_and(|people| people.unread.is_some()) {
        pieces.push(Piece::Note(question.words(
            "Incomplet\u{a0}: le dossier des personnes ne peut pas être lu en entier (`apes \
                validate`)\u{202f}; des signes de vie et des consentements ne sont pas connus.",
            "Incomplete: the folder of persons cannot be read whole (`apes validate`); some signs \
                of life and consents are not known.",
        )));
    }
    pieces
}
