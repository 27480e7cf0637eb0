//! The words and sentences of invented records.
//!
//! A test compares the ids with the vocabulary: a demo without defects must validate.

/// A template of actors: the beginning of their names, their kind and their legal category.
pub struct ActorTemplate {
    /// Beginning of the name.
    pub head: &'static str,
    /// Kind, from the vocabulary.
    pub kind: &'static str,
    /// Legal category of INSEE, if there is one.
    pub category: Option<&'static str>,
}

const fn template(head: &'static str, kind: &'static str, category: &'static str) -> ActorTemplate {
    ActorTemplate {
        head,
        kind,
        category: if category.is_empty() {
            None
        } else {
            Some(category)
        },
    }
}

/// Templates of all actors that are not authorities.
pub const ACTOR_TEMPLATES: [ActorTemplate; 24] = [
    template("La Recyclerie", "association", "9220"),
    template("L'Épicerie solidaire", "association", "9220"),
    template("Le Jardin partagé", "association", "9220"),
    template("L'Atelier vélo", "association", "9220"),
    template("La Régie de quartier", "association", "9220"),
    template("Le Café associatif", "association", "9220"),
    template("La Coopérative", "cooperative", "5560"),
    template("La Boulangerie coopérative", "cooperative", "5560"),
    template("L'Imprimerie", "cooperative", "5560"),
    template("La Mutuelle", "mutuelle", "8210"),
    template("La Fondation", "fondation", "9300"),
    template("Les Chantiers", "societe-ess", "5710"),
    template("Le Pôle de coopération", "ptce", "9220"),
    template("Le Tiers-lieu", "lieu-partage", "9220"),
    template("La Menuiserie", "entreprise", "5499"),
    template("Le Bureau d'études", "bureau-etudes", "5710"),
    template("L'Habitat", "bailleur-social", "5560"),
    template("La Chambre", "chambre-consulaire", "7381"),
    template("Le Laboratoire", "laboratoire", ""),
    template("L'École", "organisme-formation", "9220"),
    template("Le Collectif", "collectif-habitants", ""),
    template("Le Conseil citoyen", "conseil-citoyen", ""),
    template("Le Réseau", "reseau", "9220"),
    template("La Fédération", "federation", "9220"),
];

/// Ends of names.
pub const NAME_ENDINGS: [&str; 30] = [
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

/// A theme, with names and forms of dynamics.
pub struct ThemeTemplate {
    /// Id of the theme.
    pub id: &'static str,
    /// Beginnings of the names of dynamics.
    pub names: [&'static str; 4],
    /// Forms of dynamics, from the vocabulary.
    pub forms: [&'static str; 3],
}

/// Themes.
pub const THEMES: [ThemeTemplate; 9] = [
    ThemeTemplate {
        id: "production-locale",
        names: [
            "Légumerie",
            "Four à pain partagé",
            "Conserverie",
            "Ceinture maraîchère",
        ],
        forms: ["circuit-court", "filiere", "projet-collectif"],
    },
    ThemeTemplate {
        id: "commande-publique",
        names: [
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
    ThemeTemplate {
        id: "cooperations-economiques",
        names: [
            "Pôle de coopération",
            "Rencontres d'affaires",
            "Groupement",
            "Comité local",
        ],
        forms: ["ptce", "groupement-employeurs", "comite-territorial"],
    },
    ThemeTemplate {
        id: "mise-en-recit",
        names: [
            "Récits",
            "Balades urbaines",
            "Carnets",
            "Radio des initiatives",
        ],
        forms: ["projet-collectif", "publication", "evenement"],
    },
    ThemeTemplate {
        id: "immobilier-activite",
        names: [
            "Maison de l'économie solidaire",
            "Friche partagée",
            "Atelier-relais",
            "Halle commune",
        ],
        forms: ["maison-ess", "tiers-lieu", "bail-utilite-sociale"],
    },
    ThemeTemplate {
        id: "transition-ecologique",
        names: [
            "Ressourcerie",
            "Compost de quartier",
            "Atelier de réparation",
            "Centrale villageoise",
        ],
        forms: ["projet-collectif", "plateforme-cooperative", "reseau"],
    },
    ThemeTemplate {
        id: "richesses-humaines",
        names: [
            "Zéro chômeur",
            "Crèche parentale",
            "Chantier école",
            "Garage solidaire",
        ],
        forms: ["tzcld", "cae", "scic"],
    },
    ThemeTemplate {
        id: "impact-social",
        names: [
            "Mesure d'utilité sociale",
            "Baromètre",
            "Observatoire",
            "Évaluation partagée",
        ],
        forms: ["etude", "pole-thematique", "collectif-informel"],
    },
    ThemeTemplate {
        id: "nouveaux-modeles",
        names: [
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

/// Stages of the process, in order.
pub const STAGES: [&str; 7] = [
    "sensibilisation",
    "interconnaissance",
    "mise-en-reseau",
    "ouverture",
    "eclosion",
    "consolidation",
    "emancipation",
];
/// Roles of partners.
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
/// Roles of the network. A dynamic that it only writes about (`recit`) is never counted.
pub const NETWORK_ROLES: [&str; 4] = ["porteur", "accompagnement", "appui", "recit"];
/// Ways in which dynamics end.
pub const ENDS: [&str; 4] = ["emancipee", "achevee", "abandonnee", "transmise"];
/// Stakeholders.
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
/// Statuses, labels and approvals.
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
/// Heads of social usefulness. The last one counts only beside another.
pub const USEFULNESS: [&str; 4] = [
    "personnes-fragiles",
    "cohesion-territoriale",
    "citoyennete",
    "developpement-durable",
];
/// Levers.
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
/// Obstacles.
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
/// Kinds of call and grant.
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
/// Actions of the network.
pub const ACTIONS: [&str; 5] = [
    "co-construction",
    "conseil-aux-collectivites",
    "animation-debats",
    "mise-en-cooperation",
    "appui-emergence",
];
/// Natures of resource.
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
/// Indicators of results.
pub const INDICATORS: [&str; 5] = [
    "emplois",
    "equivalents-temps-plein",
    "personnes",
    "structures",
    "heures-benevoles",
];
/// Figures of a record in a year.
pub const FIGURES: [&str; 4] = ["salaries", "benevoles", "adherents", "administrateurs"];
/// Roles of contacts.
pub const CONTACT_ROLES: [&str; 5] = [
    "accueil",
    "charge-de-territoire",
    "coordination",
    "referent-ess",
    "communication",
];
/// Principles of the charter.
pub const PRINCIPLES: [&str; 4] = [
    "utilite-sociale",
    "ancrage-territorial",
    "gouvernance-democratique",
    "lucrativite-limitee",
];
/// Needs of residents.
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
/// Bodies in which decisions are taken.
pub const BODIES: [&str; 5] = [
    "assemblée générale",
    "conseil d'administration",
    "collectif",
    "comité de pilotage",
    "cercle des usagers",
];
/// Remarks, which suit any record.
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
