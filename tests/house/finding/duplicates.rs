//! Likely duplicates: planted ones are found, and records of different bodies are left alone.

use std::collections::BTreeSet;
use std::path::Path;

use apes::language::Language;
use apes::network::queries::duplicates::{DuplicateKind, Reason};
use apes::network::{Network, RecordRef};
use apes::records::parts::identifiers::with_check_digit;
use apes::sources::Folder;
use apes::workspace;

use super::run_in;
use crate::golden::at_root;
use crate::workspace::{copy, with, write};

/// An actor of the records, the name of its double, and whether the double is elsewhere.
type Planted = (&'static str, &'static str, bool);

/// Doubles as people make them: acronyms, legal forms, articles, accents, slips, moves.
const PLANTED: [Planted; 50] = [
    (
        "Réseau des collectivités territoriales pour une économie solidaire",
        "RTES",
        false,
    ),
    (
        "Centre communal d'action sociale de Lille",
        "CCAS de Lille",
        false,
    ),
    (
        "Centre communal d'action sociale de Lille",
        "CCAS Lille",
        false,
    ),
    ("Communauté d'agglomération d'Hénin-Carvin", "CAHC", false),
    (
        "Communauté d'agglomération d'Hénin-Carvin",
        "CA Hénin-Carvin",
        false,
    ),
    ("Métropole Européenne de Lille", "MEL", false),
    ("Communauté urbaine d'Arras", "CUA", false),
    ("Communauté urbaine d'Arras", "CU d'Arras", false),
    ("Mouvement pour l'économie solidaire", "MES", false),
    (
        "Communauté de communes du Pays du Coquelicot",
        "CC du Pays du Coquelicot",
        false,
    ),
    (
        "MRES",
        "Maison régionale de l'environnement et des solidarités",
        false,
    ),
    ("CERDD", "Centre ressource du développement durable", false),
    (
        "ADEME",
        "Agence de l'environnement et de la maîtrise de l'énergie",
        false,
    ),
    (
        "CCI Artois",
        "Chambre de commerce et d'industrie de l'Artois",
        false,
    ),
    (
        "CRESS Hauts-de-France",
        "Chambre régionale de l'économie sociale et solidaire Hauts-de-France",
        false,
    ),
    ("BGE Picardie", "BGE de Picardie", false),
    ("Tilt", "SCIC Tilt", false),
    ("Tipimi", "Association Tipimi", false),
    ("Citiz", "Citiz SAS", false),
    ("Hortibat", "SARL Hortibat", false),
    ("Recycle", "Asso Recycle", false),
    ("Signes de sens", "Signes de sens (association)", false),
    ("CoopCycle", "Coopérative CoopCycle", false),
    ("Le Toit Commun", "Toit commun", false),
    ("La Bici", "Bici", false),
    ("Les Anges Gardins", "Anges gardins", false),
    (
        "La Compagnie des Tiers-Lieux",
        "Compagnie des tiers lieux",
        false,
    ),
    ("Les Manufactures de Tissel", "Manufacture de Tissel", false),
    (
        "Réseau régional des AMAP",
        "Le réseau régional d'AMAP",
        false,
    ),
    (
        "L'épicerie coopérative arrageoise",
        "Épicerie coopérative arrageoise",
        false,
    ),
    ("Emmaüs Connect", "Emmaus Connect", false),
    ("Coptéria", "Copteria", false),
    (
        "Cœur d'Ostrevent Agglomération",
        "Coeur d'Ostrevent agglomeration",
        false,
    ),
    (
        "Échanges pour une terre solidaire",
        "ECHANGES POUR UNE TERRE SOLIDAIRE",
        false,
    ),
    ("À Petits Pas", "A petits pas", false),
    (
        "Écopôle alimentaire de la région d'Audruicq",
        "Ecopole alimentaire region Audruicq",
        false,
    ),
    ("Les Anges Gardins", "Les Anges Gradins", false),
    ("Maison Stéphane Hessel", "Maison Stephan Hessel", false),
    (
        "La Manufacture du Coquelicot",
        "La Manufactur du Coquelicot",
        false,
    ),
    ("Nature et savoir-faire", "Nature et savoir-fair", false),
    ("ShareAthlon", "Shareathlone", false),
    (
        "La Voisinerie de Wazemmes",
        "La Voisinerie de Wazemme",
        false,
    ),
    ("Extra-Muros", "Extramuros", false),
    ("El Market", "ElMarket", false),
    ("LeCourtCircuit.fr", "Le Court-Circuit", false),
    ("Lille.bike", "Lille Bike", false),
    ("Label Épicerie", "Label épicerie", true),
    (
        "Dynamique Insertion Emploi",
        "Association Dynamique Insertion Emploi",
        true,
    ),
    (
        "Ville de Loos-en-Gohelle",
        "Commune de Loos-en-Gohelle",
        true,
    ),
    ("Club Noé", "Le Club Noé", true),
];

fn network(root: &Path) -> Network {
    workspace::load(&Folder::at(root), None, Language::French).network
}

/// A copy of the records with a double of each actor, and the pairs of ids that are one.
fn with_doubles() -> (std::path::PathBuf, Vec<[String; 2]>) {
    let root = copy(&at_root("territories"));
    // The records lie below `territories/`, as they do at home.
    let moved = crate::workspace::folder();
    std::fs::rename(&root, moved.join("territories")).expect("a folder");
    let known = network(&at_root(""));
    let mut pairs = Vec::new();
    for (rank, (name, double, elsewhere)) in PLANTED.iter().enumerate() {
        let mut actors = known.actors.iter();
        let actor = actors.find(|actor| actor.common.name == *name).expect(name);
        let folder = match elsewhere {
            true => "territories/lens/actors",
            false => actor.file.rsplit_once('/').expect("a folder").0,
        };
        let id = format!("zz-double-{rank}");
        let kind = actor.body.kind.as_str();
        let mut text = format!("name = \"{double}\"\nkind = \"{kind}\"\n");
        // One of the two has its number, and the other not.
        if rank % 5 == 0 {
            let siren = with_check_digit(&format!("{:08}", 35_600_000 + rank));
            text += &format!("\n[legal]\nsiren = \"{siren}\"\n");
        }
        write(&moved, &format!("{folder}/{id}.toml"), text.as_bytes());
        pairs.push([actor.id.to_string(), id]);
    }
    (moved, pairs)
}

#[test]
fn planted_doubles_are_found() {
    let (root, pairs) = with_doubles();
    let network = network(&root);
    let found = network.duplicates(DuplicateKind::Actors);
    let ids: BTreeSet<[&str; 2]> = found
        .iter()
        .map(|pair| pair.records.map(RecordRef::id))
        .collect();
    let missed: Vec<&str> = PLANTED
        .iter()
        .zip(&pairs)
        .filter(|(_, [one, other])| !ids.contains(&[one.as_str(), other.as_str()]))
        .map(|((_, double, _), _)| *double)
        .collect();
    assert!(missed.len() <= 2, "{missed:#?}");
    // Doubles of one actor are doubles of one another; nothing else is.
    let original = |id: &str| match id.strip_prefix("zz-double-") {
        Some(rank) => pairs[rank.parse::<usize>().expect("a rank")][0].clone(),
        None => id.to_owned(),
    };
    let wrong: Vec<_> = ids
        .iter()
        .filter(|[one, other]| original(one) != original(other))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_records_hold_no_likely_double() {
    let network = network(&at_root(""));
    assert!(network.actors.len() > 60);
    for kind in [
        DuplicateKind::Actors,
        DuplicateKind::Dynamics,
        DuplicateKind::Territories,
    ] {
        let found: Vec<_> = network
            .duplicates(kind)
            .iter()
            .map(|pair| (pair.records.map(|it| it.id().to_owned()), pair.score))
            .collect();
        assert!(found.is_empty(), "{kind:?}: {found:#?}");
    }
}

#[test]
fn the_example_holds_few() {
    let network = network(&at_root("examples/hauts-de-demain"));
    let found: Vec<_> = [
        DuplicateKind::Actors,
        DuplicateKind::Dynamics,
        DuplicateKind::Territories,
    ]
    .into_iter()
    .flat_map(|kind| network.duplicates(kind))
    .map(|pair| pair.records.map(RecordRef::name))
    .collect();
    assert!(found.len() < 4, "{found:#?}");
}

/// Two actors in two territories.
fn two(one: &str, other: &str) -> std::path::PathBuf {
    let territory = |code: &str| format!("name = \"T\"\nkind = \"commune\"\ncode = \"{code}\"\n");
    with(&[
        ("territories/lens/territory.toml", &territory("62498")),
        ("territories/lille/territory.toml", &territory("59350")),
        ("territories/lens/actors/one.toml", one),
        ("territories/lille/actors/other.toml", other),
    ])
}

fn reasons(one: &str, other: &str) -> Option<(u32, Vec<Reason>)> {
    let network = network(&two(one, other));
    let found = network.duplicates(DuplicateKind::Actors);
    found.first().map(|pair| (pair.score, pair.reasons.clone()))
}

#[test]
fn numbers_and_addresses_tell_more_than_names() {
    let actor =
        |name: &str, more: &str| format!("name = \"{name}\"\nkind = \"association\"\n{more}");
    let siren = "[legal]\nsiren = \"356000000\"\n";
    let establishment = "[legal]\nsiret = \"35600000000048\"\n";
    let other_siren = "[legal]\nsiren = \"200053742\"\n";
    let found = reasons(&actor("Alpha", siren), &actor("Omega", establishment)).expect("one SIREN");
    assert_eq!(found, (95, vec![Reason::SameSiren, Reason::SameKind]));
    // Two numbers are two bodies, whatever their names.
    assert_eq!(
        reasons(&actor("Alpha", siren), &actor("Alpha", other_siren)),
        None
    );
    let site = "website = \"https://www.alpha.coop/equipe\"\nemail = \"contact@alpha.coop\"\n";
    let mail = "website = \"http://alpha.coop\"\nemail = \"accueil@alpha.coop\"\n";
    let found = reasons(&actor("Alpha", site), &actor("Atelier", mail)).expect("one domain");
    assert!(
        found
            .1
            .starts_with(&[Reason::SameWebsite, Reason::SameEmailDomain])
    );
    // Mailboxes and pages that thousands share tell nothing.
    let shared = "website = \"https://www.facebook.com/x\"\nemail = \"a@orange.fr\"\n";
    let others = "website = \"https://www.facebook.com/y\"\nemail = \"b@orange.fr\"\n";
    assert_eq!(
        reasons(&actor("Alpha", shared), &actor("Beta", others)),
        None
    );
}

#[test]
fn what_to_do_is_said_in_both_languages() {
    let actor = "name = \"Le Jardin\"\nkind = \"association\"\n";
    let root = two(actor, actor);
    let (french, _, code) = run_in(&root, 100, &["duplicates", "--lang", "fr"]);
    assert!(
        code == 0 && french.contains("`apes merge one other`"),
        "{french}"
    );
    assert!(
        french.contains("même nom") && french.contains("1 paire"),
        "{french}"
    );
    let (english, ..) = run_in(&root, 60, &["duplicates", "actors", "--lang", "en"]);
    assert!(
        english.contains("actor/one") && english.contains("1 pair"),
        "{english}"
    );
    let (csv, ..) = run_in(&root, 60, &["duplicates", "--format", "csv"]);
    assert!(
        csv.starts_with("score,kind,id,name,other_id,other_name,reasons"),
        "{csv}"
    );
    assert!(csv.contains("same-name;same-kind"), "{csv}");
}
