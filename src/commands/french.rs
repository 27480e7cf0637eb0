//! The command line in French: one table over what the comments say in English, and the errors people meet.

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::commands::command::harmless;
use crate::renderers::safe;

/// What each command does: its name, in French.
const COMMANDS: &[(&str, &str)] = &[
    (
        "apes",
        "Fiches en texte simple pour les réseaux de l'économie solidaire\u{a0}: les vérifier, en dessiner la carte, en faire le bilan.",
    ),
    ("validate", "Vérifier chaque fiche\u{a0}: forme, renvois, périodes, codes, chiffres publiés"),
    ("explain", "Dire pourquoi un contrôle existe, avec un exemple\u{202f}; sans nom, les énumérer"),
    ("report", "Écrire un rapport\u{a0}: la carte régionale"),
    ("list", "Énumérer les fiches d'un type dans un tableau"),
    ("show", "Montrer une fiche avec tout ce qui y renvoie"),
];

/// What each argument does: its name, in French.
const ARGUMENTS: &[(&str, &str)] = &[
    (
        "root",
        "L'espace de travail, au lieu du plus proche dossier au-dessus qui contient `apes.toml` ou `territories/`",
    ),
    ("lang", "Langue des messages et des rapports\u{a0}: fr ou en"),
    ("color", "Quand mettre de la couleur"),
    ("quiet", "Ne dire que ce qui est demandé"),
    ("help", "Afficher l'aide"),
    ("version", "Afficher la version"),
    ("paths", "Ne dire que ce qui concerne ces fichiers ou dossiers"),
    ("only", "Ne dire que ces contrôles"),
    ("skip", "Laisser ces contrôles de côté"),
    ("deny", "Finir avec 1 aussi sur un avertissement"),
    ("format", "Forme du résultat\u{202f}; par défaut selon la terminaison de --output, sinon du texte"),
    ("output", "Écrire dans ce fichier plutôt qu'au terminal"),
    ("ascii", "Ne dessiner qu'avec des caractères simples"),
    ("theme", "Seulement les dynamiques de cette thématique"),
    ("territory", "Seulement ce territoire et ceux qu'il contient\u{a0}: un identifiant ou un code officiel"),
    ("year", "Ce qui était vrai dans une année"),
    ("years", "Ce qui était vrai dans une suite d'années, bornes comprises\u{a0}: 2016..2025"),
    ("at", "Ce qui était vrai un jour donné\u{202f}; c'est aussi le jour où les échéances sont jugées"),
    ("name", "Le nom\u{a0}: d'un contrôle, tel qu'il est entre crochets dans un constat, ou d'un rapport"),
    ("id", "Son identifiant\u{202f}; `actor/ID` quand plusieurs types le partagent"),
    ("sources", "Dire quelle affirmation repose sur quelle source"),
    ("kind", "Quelles fiches"),
];

const TEMPLATE: &str =
    "{before-help}{about-with-newline}\nUtilisation\u{a0}: {usage}\n\n{all-args}{after-help}";

/// The same commands with their help in French.
#[must_use]
pub fn translated(command: Command) -> Command {
    let mut command =
        command.help_template(TEMPLATE).subcommand_help_heading("Commandes").disable_help_flag(true);
    if command.get_version().is_some() {
        command = command.disable_version_flag(true).arg(flag("version", 'V', clap::ArgAction::Version));
    }
    command = command.arg(flag("help", 'h', clap::ArgAction::Help));
    if let Some((_, about)) = COMMANDS.iter().find(|(name, _)| *name == command.get_name()) {
        command = command.about(*about);
    }
    let names: Vec<String> = command.get_arguments().map(|argument| argument.get_id().to_string()).collect();
    for name in names {
        command = command.mut_arg(&name, |argument| {
            let heading = if argument.is_positional() { "Arguments" } else { "Options" };
            let argument = argument.help_heading(heading);
            match said(&name) {
                Some(help) => argument.help(help),
                None => argument,
            }
        });
    }
    let verbs: Vec<String> = command.get_subcommands().map(|verb| verb.get_name().to_owned()).collect();
    for verb in verbs {
        command = command.mut_subcommand(verb, translated);
    }
    command
}

fn flag(name: &'static str, short: char, action: clap::ArgAction) -> clap::Arg {
    clap::Arg::new(name).long(name).short(short).action(action)
}

fn said(name: &str) -> Option<&'static str> {
    ARGUMENTS.iter().find(|(known, _)| *known == name).map(|(_, help)| *help)
}

/// An error of the command line, in French.
#[must_use]
pub fn error(error: &clap::Error) -> String {
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => safe::line(text),
        Some(ContextValue::Strings(texts)) => safe::line(&texts.join(", ")),
        Some(other) => safe::line(&other.to_string()),
        None => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument => format!("argument inconnu\u{a0}: {argument}"),
        ErrorKind::InvalidSubcommand => {
            format!("commande inconnue\u{a0}: {}", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => format!("il manque\u{a0}: {argument}"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("valeur inattendue pour {argument}\u{a0}: {}", context(ContextKind::InvalidValue))
        }
        ErrorKind::ArgumentConflict => {
            format!("{argument} ne va pas avec {}", context(ContextKind::PriorArg))
        }
        _ => return harmless(error),
    };
    let valid = context(ContextKind::ValidValue);
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .map(context)
        .concat();
    let mut text = format!("erreur\u{a0}: {sentence}");
    if !valid.is_empty() {
        text.push_str(&format!("\n  valeurs possibles\u{a0}: {valid}"));
    }
    if !near.is_empty() {
        text.push_str(&format!("\n  peut-être\u{a0}: {near}"));
    }
    text + "\n\nVoir `apes --help`."
}
