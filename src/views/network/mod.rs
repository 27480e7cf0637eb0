//! The network of cooperation: partnerships, families that meet, articulation points, members
//! in no dynamic.

mod data;
mod gathered;
mod graph;
mod tables;

use crate::language::Bilingual;
use crate::network::CooperationGraph;
use crate::say;
use crate::views::parts::nouns::{ACTORS, DYNAMICS, Noun, PARTNERSHIPS, counted};
use crate::views::parts::{days_in_words, invented, report_scope_of_day, with_filter};
use crate::views::view::{Facts, Figure, Piece, Question, ReportScope, Section, View};

use gathered::NetworkFacts;

/// The report `network`.
pub const VIEW: View = View {
    name: "network",
    about: Bilingual {
        fr: "qui coopère avec qui, quelles familles se rencontrent, qui fait pont, qui n'est dans \
            aucune dynamique",
        en: "who cooperates with whom, which families meet, who is a bridge, who is in no dynamic",
    },
    of: ReportScope::Network,
    gather,
};

/// The rules of counting, printed under the report.
const RULES: &[Bilingual] = &[
    Bilingual {
        fr: "dynamiques qui comptent et sont actives dans la période, et leurs partenaires \
            d'alors\u{202f}; un partenariat sans date dure comme sa dynamique",
        en: "dynamics that count and are active in the period, and their partners then; an undated \
            partnership lasts as long as its dynamic",
    },
    Bilingual {
        fr: "le réseau lui-même n'en est pas, sauf avec `--with-us`",
        en: "the network itself is left out, unless `--with-us` is given",
    },
    Bilingual {
        fr: "pont\u{a0}: sans cet acteur, des dynamiques reliées ne le seraient plus, \
            ou une dynamique resterait à moins de deux partenaires",
        en: "bridge: without this actor, linked dynamics would no longer be linked, or a \
            dynamic would be left with fewer than two partners",
    },
    Bilingual {
        fr: "à l'écart\u{a0}: adhérents de la période qui ne sont partenaires d'aucune de ces \
            dynamiques",
        en: "apart: members in the period that are partners in none of these dynamics",
    },
];

/// Groups of dynamics between which no actor is shared; counted from two on.
const GROUPS: Noun = Noun::new(
    [
        "ensemble sans lien avec le reste",
        "ensembles sans lien entre eux",
    ],
    [
        "group apart from the rest",
        "groups with no link between them",
    ],
);

fn gather(question: &Question) -> Facts {
    let cooperation = gathered::cooperation(question);
    let facts = gathered::gather(question, &cooperation);
    let period = days_in_words(question);
    Facts {
        report: VIEW.name,
        title: with_filter(
            question,
            say!(question.language,
                fr: "Le réseau des coopérations · {period}",
                en: "The network of cooperation · {period}"),
        ),
        invented: invented(question),
        sections: sections(question, &cooperation, &facts),
        scope: report_scope_of_day(question, RULES),
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        data: data::tables(question, &cooperation, &facts),
        figures: vec![Figure::Graph(graph::whole(question, &cooperation, &facts))],
        ..Facts::about(question)
    }
}

/// The sections in reading order; where no dynamic counts, one sentence and the members apart.
fn sections(
    question: &Question,
    cooperation: &CooperationGraph,
    facts: &NetworkFacts,
) -> Vec<Section> {
    let heading = question.words("Qui coopère avec qui", "Who cooperates with whom");
    let links = Section::new("liens", 2, heading);
    if facts.dynamics == 0 {
        let sentence = question.words(
            "Aucune dynamique comptée n'est consignée pour cette période et avec ces filtres.",
            "No counted dynamic is recorded for this period and with these filters.",
        );
        return vec![
            links.with([Piece::Text(sentence)]),
            members_apart(question, facts),
        ];
    }
    vec![
        links
            .with([
                Piece::Text(in_brief(question, facts)),
                Piece::picture(graph::picture(question, cooperation, facts)),
            ])
            .with(remarks(question, facts)),
        families(question, facts),
        articulation_points(question, facts),
        members_apart(question, facts),
    ]
}

/// The numbers of dynamics, actors, partnerships and groups, in a sentence.
fn in_brief(question: &Question, facts: &NetworkFacts) -> String {
    let language = question.language;
    let dynamics = counted(facts.dynamics, &DYNAMICS, language);
    let actors = counted(facts.actors, &ACTORS, language);
    let partnerships = counted(facts.partnerships, &PARTNERSHIPS, language);
    let counts = format!("{dynamics}, {actors}, {partnerships}");
    // Of a single dynamic, or of dynamics without a known partner, nothing is connected.
    let groups = match facts.groups {
        _ if facts.partnerships == 0 || facts.dynamics < 2 => return format!("{counts}."),
        0 | 1 => question.words("tout se tient", "all of them connected"),
        groups => counted(groups, &GROUPS, language),
    };
    say!(language, fr: "{counts}\u{202f}; {groups}.", en: "{counts}; {groups}.")
}

/// What is left out of the graph, and the number of partnerships that were inferred.
fn remarks(question: &Question, facts: &NetworkFacts) -> Vec<Piece> {
    let language = question.language;
    let left_out = facts.left_out.as_ref().map(|fact| {
        let (name, dynamics) = (&fact.name, counted(fact.dynamics, &DYNAMICS, language));
        say!(language,
            fr: "Sans le réseau lui-même ({name}, partenaire de {dynamics})\u{a0}: c'est ce qui \
                tient sans lui. `--with-us` l'y ajoute.",
            en: "Without the network itself ({name}, partner in {dynamics}): this is what holds \
                without it. `--with-us` adds it.")
    });
    let (inferred, all) = (facts.inferred, facts.partnerships);
    let inferred = (inferred > 0).then(|| {
        say!(language,
            fr: "Partenariats déduits par qui a écrit la fiche\u{a0}: {inferred} sur {all}.",
            en: "Partnerships inferred by the writer of the record: {inferred} of {all}.")
    });
    left_out
        .into_iter()
        .chain(inferred)
        .map(Piece::Note)
        .collect()
}

fn families(question: &Question, facts: &NetworkFacts) -> Section {
    let heading = question.words("Familles qui se rencontrent", "Families that meet");
    let sentence = question.words(
        "D'après les fiches, aucune famille n'en rencontre une autre.",
        "By the records, no family meets another.",
    );
    Section::new("familles", 2, heading).with([
        Piece::Table(tables::meetings(question, facts)),
        Piece::table_or(tables::pairs(question, facts), sentence),
    ])
}

fn articulation_points(question: &Question, facts: &NetworkFacts) -> Section {
    let sentence = question.words(
        "D'après les fiches, aucun acteur ne tient seul un lien.",
        "By the records, no link depends on one actor alone.",
    );
    let table = tables::articulation_points(question, facts);
    Section::new("ponts", 2, question.words("Ponts", "Bridges"))
        .with([Piece::table_or(table, sentence)])
}

fn members_apart(question: &Question, facts: &NetworkFacts) -> Section {
    let heading = question.words("Dans aucune dynamique", "In no dynamic");
    let sentence = if facts.members == 0 {
        question.words(
            "Aucun adhérent n'est consigné pour cette période et avec ces filtres.",
            "No member is recorded for this period and with these filters.",
        )
    } else {
        question.words(
            "Chaque adhérent qui a une fiche est partenaire d'une de ces dynamiques.",
            "Every member that has a record is a partner in one of these dynamics.",
        )
    };
    let table = tables::members_apart(question, facts);
    Section::new("a-l-ecart", 2, heading).with([Piece::table_or(table, sentence)])
}
