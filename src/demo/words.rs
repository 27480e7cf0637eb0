//! The small lists of words from which everything is invented.
//!
//! Words that stand in the vocabulary are held to it by a test: a demo without defects validates.

/// A kind of actor: how such bodies are called, their word in the vocabulary, their INSEE legal
/// category.
pub struct Calling {
    /// The first words of its name.
    pub head: &'static str,
    /// Its kind.
    pub kind: &'static str,
    /// Its legal category, where it has one.
    pub category: Option<&'static str>,
}

const fn calling(head: &'static str, kind: &'static str, category: &'static str) -> Calling {
    Calling {
        head,
        kind,
        category: if category.is_empty() {
            None
        } else {
            Some(category)
        },
    }
}

/// Kinds of bodies, authorities apart.
pub const CALLINGS: [Calling; 24] = [
    calling("La Recyclerie", "association", "9220"),
    calling("L'Épicerie solidaire", "association", "9220"),
    calling("Le Jardin partagé", "association", "9220"),
    calling("L'Atelier vélo", "association", "9220"),
    calling("La Régie de quartier", "association", "9220"),
    calling("Le Café associatif", "association", "9220"),
    calling("La Coopérative", "cooperative", "5560"),
    calling("La Boulangerie coopérative", "cooperative", "5560"),
    calling("L'Imprimerie", "cooperative", "5560"),
    calling("La Mutuelle", "mutuelle", "8210"),
    calling("La Fondation", "fondation", "9300"),
    calling("Les Chantiers", "societe-ess", "5710"),
    calling("Le Pôle de coopération", "ptce", "9220"),
    calling("Le Tiers-lieu", "lieu-partage", "9220"),
    calling("La Menuiserie", "entreprise", "5499"),
    calling("Le Bureau d'études", "bureau-etudes", "5710"),
    calling("L'Habitat", "bailleur-social", "5560"),
    calling("La Chambre", "chambre-consulaire", "7381"),
    calling("Le Laboratoire", "laboratoire", ""),
    calling("L'École", "organisme-formation", "9220"),
    calling("Le Collectif", "collectif-habitants", ""),
    calling("Le Conseil citoyen", "conseil-citoyen", ""),
    calling("Le Réseau", "reseau", "9220"),
    calling("La Fédération", "federation", "9220"),
];

/// How names end.
pub const TAILS: [&str; 30] = [
    "des Tilleuls",
    "du Canal",
    "de la Source",
    "des Trois Moulins",
    "du Beffroi",
    "de l'Écluse",
    "des Terrils",
    "du Marais",
    "de la Gare",
    "des Houblons",
    "du Vieux Port",
    "de la Citadelle",
    "des Lisières",
    "du Pont-Levis",
    "de la Cense",
    "des Dunes",
    "du Lin",
    "de la Betterave",
    "des Estaminets",
    "du Carillon",
    "de la Filature",
    "des Corons",
    "du Courtil",
    "de la Peupleraie",
    "des Hortillons",
    "du Grand Large",
    "de la Ruche",
    "des Oiseaux",
    "du Cœur ouvert",
    "de l'Œuvre commune",
];

/// A theme with the names of what is done under it and the forms that it takes.
pub struct Field {
    /// Its word in the vocabulary.
    pub theme: &'static str,
    /// What such dynamics are called.
    pub record_refs: [&'static str; 4],
    /// The forms that they take.
    pub forms: [&'static str; 3],
}

/// The themes.
pub const FIELDS: [Field; 9] = [
    Field {
        theme: "production-locale",
        record_refs: [
            "Légumerie",
            "Four à pain partagé",
            "Conserverie",
            "Ceinture maraîchère",
        ],
        forms: ["circuit-court", "filiere", "projet-collectif"],
    },
    Field {
        theme: "commande-publique",
        record_refs: [
            "Achats responsables",
            "Clauses sociales",
            "Marchés réservés",
            "Sourcing solidaire",
        ],
        forms: [
            "demarche-territoriale",
            "dispositif-appui",
            "club-entreprises",
        ],
    },
    Field {
        theme: "cooperations-economiques",
        record_refs: [
            "Pôle de coopération",
            "Rencontres d'affaires",
            "Groupement",
            "Comité local",
        ],
        forms: ["ptce", "groupement-employeurs", "comite-territorial"],
    },
    Field {
        theme: "mise-en-recit",
        record_refs: [
            "Récits",
            "Balades urbaines",
            "Carnets",
            "Radio des initiatives",
        ],
        forms: ["projet-collectif", "publication", "evenement"],
    },
    Field {
        theme: "immobilier-activite",
        record_refs: [
            "Maison de l'économie solidaire",
            "Friche partagée",
            "Atelier-relais",
            "Halle commune",
        ],
        forms: ["maison-ess", "tiers-lieu", "bail-utilite-sociale"],
    },
    Field {
        theme: "transition-ecologique",
        record_refs: [
            "Ressourcerie",
            "Compost de quartier",
            "Atelier de réparation",
            "Centrale villageoise",
        ],
        forms: ["projet-collectif", "plateforme-cooperative", "reseau"],
    },
    Field {
        theme: "richesses-humaines",
        record_refs: [
            "Zéro chômeur",
            "Crèche parentale",
            "Chantier école",
            "Garage solidaire",
        ],
        forms: ["tzcld", "cae", "scic"],
    },
    Field {
        theme: "impact-social",
        record_refs: [
            "Mesure d'utilité sociale",
            "Baromètre",
            "Observatoire",
            "Évaluation partagée",
        ],
        forms: ["etude", "pole-thematique", "collectif-informel"],
    },
    Field {
        theme: "nouveaux-modeles",
        record_refs: [
            "Boutique partagée",
            "Monnaie locale",
            "Plateforme de prêt",
            "Autopartage",
        ],
        forms: [
            "boutique-partagee",
            "monnaie-locale",
            "plateforme-cooperative",
        ],
    },
];

/// The steps of the process, in their order.
pub const STAGES: [&str; 7] = [
    "sensibilisation",
    "interconnaissance",
    "mise-en-reseau",
    "ouverture",
    "eclosion",
    "consolidation",
    "emancipation",
];
/// What partners do.
pub const ROLES: [&str; 12] = [
    "accompagnateur",
    "animateur",
    "partenaire",
    "appui",
    "accueil",
    "bailleur",
    "financeur",
    "signataire",
    "experimentateur",
    "formateur",
    "chercheur",
    "participant",
];
/// What the network does in a dynamic; told ones are never counted.
pub const NETWORK_ROLES: [&str; 4] = ["porteur", "accompagnement", "appui", "recit"];
/// Ways to end.
pub const ENDS: [&str; 4] = ["emancipee", "achevee", "abandonnee", "transmise"];
/// Those who have a stake.
pub const STAKEHOLDERS: [&str; 8] = [
    "habitants",
    "acteurs",
    "collectivite",
    "salaries",
    "benevoles",
    "usagers",
    "adherents",
    "financeurs",
];
/// Colleges of members.
pub const COLLEGES: [&str; 5] = [
    "associations",
    "cooperatives",
    "collectivites",
    "entreprises",
    "citoyens",
];
/// Labels and approvals.
pub const STATUSES: [&str; 8] = [
    "esus",
    "scic",
    "scop",
    "cae",
    "iae",
    "entreprise-adaptee",
    "mention-ess",
    "utilite-publique",
];
/// Heads of social usefulness; the last one never stands alone.
pub const USEFULNESS: [&str; 4] = [
    "personnes-fragiles",
    "cohesion-territoriale",
    "citoyennete",
    "developpement-durable",
];
/// What helps.
pub const LEVERS: [&str; 8] = [
    "confiance-transparence",
    "temps-long",
    "montee-competences",
    "animation-mediation",
    "mutualisation",
    "role-collectivite",
    "recit-commun",
    "tiers-lieu",
];
/// What hinders.
pub const OBSTACLES: [&str; 8] = [
    "meconnaissance-ess",
    "mise-en-concurrence",
    "financement-animation",
    "contraintes-juridiques",
    "emiettement",
    "temps-disponible",
    "foncier",
    "mobilite",
];
/// Kinds of calls.
pub const CALLS: [&str; 4] = ["appel-a-projets", "ami", "fonds-europeen", "subvention"];
/// Tools of cooperation.
pub const TOOLS: [&str; 7] = [
    "achats-responsables",
    "acces-foncier",
    "mutualisation",
    "diagnostic-partage",
    "charte",
    "logiciel-libre",
    "formation",
];
/// What the network does.
pub const ACTIONS: [&str; 5] = [
    "co-construction",
    "conseil-aux-collectivites",
    "animation-debats",
    "mise-en-cooperation",
    "appui-emergence",
];
/// What resources are.
pub const NATURES: [&str; 8] = [
    "ventes",
    "prestations",
    "marches-publics",
    "subvention",
    "cotisation",
    "don",
    "mecenat",
    "entraide",
];
/// What is measured.
pub const INDICATORS: [&str; 5] = [
    "emplois",
    "equivalents-temps-plein",
    "personnes",
    "structures",
    "heures-benevoles",
];
/// What is counted of a record in a year.
pub const FIGURES: [&str; 4] = ["salaries", "benevoles", "adherents", "administrateurs"];
/// Whom to write to.
pub const CONTACT_ROLES: [&str; 5] = [
    "accueil",
    "charge-de-territoire",
    "coordination",
    "referent-ess",
    "communication",
];
/// The four principles of the charter.
pub const PRINCIPLES: [&str; 4] = [
    "utilite-sociale",
    "ancrage-territorial",
    "gouvernance-democratique",
    "lucrativite-limitee",
];
/// What people lack.
pub const NEEDS: [&str; 8] = [
    "manger bio et local",
    "se déplacer sans voiture",
    "trouver un emploi près de chez soi",
    "réparer plutôt que jeter",
    "garder un commerce au centre-bourg",
    "faire garder ses enfants",
    "se loger dignement",
    "se rencontrer",
];
/// Where decisions are taken.
pub const BODIES: [&str; 5] = [
    "assemblée générale",
    "conseil d'administration",
    "collectif",
    "comité de pilotage",
    "cercle des usagers",
];
/// What people say in a few words.
pub const REMARKS: [&str; 8] = [
    "D'après le compte rendu de l'assemblée.",
    "Les habitants l'ont dit lors de la rencontre de printemps.",
    "À vérifier auprès de la collectivité.",
    "Le chiffre vient du rapport d'activité.",
    "Un prêt d'honneur a permis de commencer.",
    "La salle est prêtée par la commune.",
    "Trois réunions publiques ont précédé la décision.",
    "Le « oui » fut unanime, à deux abstentions près.",
];
