//! `personal-address`: an e-mail address or a telephone number that looks like a person's own.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place, Route};
use crate::documents::plain;
use crate::network::RecordRef;
use crate::records::TerritoryId;
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "personal-address", Note,
        fr: "une fiche est publique\u{a0}: elle porte l'adresse de l'organisme, jamais celle d'une \
            personne",
        en: "a record is public: it bears the address of the organisation, never that of a person"),
    run,
};

fn run(context: &mut Context) {
    for record in context.network.records() {
        for (route, email, phone) in addresses(record) {
            let is_contact = !route.0.is_empty();
            if let Some(why) = email.and_then(|email| looks_personal(context, record, email)) {
                report(context, record.file(), route.then("email"), why, is_contact);
            }
            if phone.is_some_and(is_mobile) {
                report(
                    context,
                    record.file(),
                    route.then("phone"),
                    Looks::Mobile,
                    is_contact,
                );
            }
        }
    }
}

/// An address and a number, with the route to the table that holds them.
type Addresses<'n> = (Route, Option<&'n str>, Option<&'n str>);

fn addresses(record: RecordRef<'_>) -> Vec<Addresses<'_>> {
    let contacts = record.common().contacts.iter().enumerate();
    let mut addresses: Vec<Addresses> = contacts
        .filter(|(_, contact)| contact.email.is_some() || contact.phone.is_some())
        .map(|(index, contact)| {
            let route = route!["contacts", index];
            (route, contact.email.as_deref(), contact.phone.as_deref())
        })
        .collect();
    if let RecordRef::Actor(actor) = record {
        let (email, phone) = (actor.body.email.as_deref(), actor.body.phone.as_deref());
        addresses.push((route![], email, phone));
    }
    addresses
}

/// Why an address or a number looks like a person's own.
#[derive(Clone, Copy)]
enum Looks {
    /// A first name and a name before the `@`.
    Name,
    /// A mailbox that anybody may have.
    FreeMailbox,
    /// A mobile number.
    Mobile,
}

fn looks_personal(context: &Context, record: RecordRef, email: &str) -> Option<Looks> {
    let (local, domain) = email.rsplit_once('@')?;
    if is_two_names(local) && !names_the_body(context, record, local) {
        Some(Looks::Name)
    } else {
        let domain = domain.to_lowercase();
        FREE_MAILBOXES
            .split_whitespace()
            .any(|provider| provider == domain)
            .then_some(Looks::FreeMailbox)
    }
}

/// Whether the part before the `@` has the form of a first name and a name: two words of letters,
/// the first of which may be an initial, none of them a function.
fn is_two_names(local: &str) -> bool {
    let words: Vec<&str> = local.split(['.', '_']).collect();
    let [first, last] = words[..] else {
        return false;
    };
    let is_word = |word: &str| {
        let mut letters = word.chars().filter(|letter| *letter != '-');
        !word.is_empty() && letters.all(char::is_alphabetic)
    };
    is_word(first)
        && is_word(last)
        && last.chars().count() > 1
        && !first.split('-').chain(last.split('-')).any(is_function)
}

/// Whether a word is that of a function, a service or a place, in the singular or the plural.
fn is_function(word: &str) -> bool {
    static WORDS: LazyLock<BTreeSet<&str>> =
        LazyLock::new(|| FUNCTIONS.split_whitespace().collect());
    WORDS.contains(&*plain(word))
}

/// Whether one of the words before the `@` is a word of the body's name, of another name of it, of
/// its territory or of the network.
fn names_the_body(context: &Context, record: RecordRef, local: &str) -> bool {
    let home: &TerritoryId = record.home();
    let territory = context.network.territory(home.as_str());
    let mut names = vec![
        record.name(),
        record.id().replace('-', " "),
        home.as_str().replace('-', " "),
        context.network.settings.name.clone(),
    ];
    names.extend(record.common().aliases.iter().cloned());
    names.extend(territory.map(crate::records::Record::name));
    let known: Vec<String> = names
        .iter()
        .flat_map(|name| name.split(|letter: char| !letter.is_alphanumeric()))
        .filter(|word| word.chars().count() > 2)
        .map(plain)
        .collect();
    let acronyms = names.iter().map(|name| acronym(name));
    let known: Vec<String> = known.into_iter().chain(acronyms).collect();
    local
        .split(['.', '_', '-'])
        .any(|word| known.contains(&plain(word)))
}

/// The first letters of the words of a name, as an acronym has them.
fn acronym(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    plain(
        &words
            .filter_map(|word| word.chars().next())
            .collect::<String>(),
    )
}

/// Whether a number is that of a mobile telephone: in France 06 and 07, in Belgium 045 to 049.
fn is_mobile(phone: &str) -> bool {
    // `+33 (0)6` names the zero that is not dialled from abroad.
    let dialled = phone.replace("(0)", "");
    let digits: String = dialled
        .chars()
        .filter(|character| character.is_ascii_digit() || *character == '+')
        .collect();
    let abroad = digits
        .strip_prefix('+')
        .or_else(|| digits.strip_prefix("00"));
    match abroad {
        Some(number) => {
            number
                .strip_prefix("33")
                .is_some_and(|rest| rest.starts_with(['6', '7']))
                || number
                    .strip_prefix("324")
                    .is_some_and(|rest| rest.starts_with(['5', '6', '7', '8', '9']))
        }
        None => digits.starts_with("06") || digits.starts_with("07"),
    }
}

fn report(context: &mut Context, file: &Arc<str>, route: Route, looks: Looks, is_contact: bool) {
    let language = context.language;
    let sentence = match looks {
        Looks::Name => say!(language,
            fr: "cette adresse semble porter le nom d'une personne",
            en: "this address seems to bear the name of a person"),
        Looks::FreeMailbox => say!(language,
            fr: "cette adresse de messagerie gratuite peut être celle d'une personne",
            en: "this address of a free provider may be a person's own"),
        Looks::Mobile => say!(language,
            fr: "ce numéro de portable peut être celui d'une personne",
            en: "this mobile number may be a person's own"),
    };
    let place = Place {
        file: file.clone(),
        at: At::Value(route),
    };
    let person = if is_contact {
        context.code(file, "person = \"…\"")
    } else {
        context.code(file, "contacts = [{ role = \"…\", person = \"…\" }]")
    };
    let condition = match looks {
        Looks::Mobile => say!(language, fr: "s'il est à une personne", en: "if it is a person's"),
        Looks::Name | Looks::FreeMailbox => {
            say!(language, fr: "si elle est à une personne", en: "if it is a person's")
        }
    };
    let finding = context
        .find_at(&CHECK.rule, place, sentence)
        .help(say!(language,
            fr: "{condition}, l'écrire dans le dossier privé, et ici `{person}`\u{202f}; sinon, \
                une dispense le dit",
            en: "{condition}, write it in the private folder, and `{person}` here; if not, a \
                waiver says so"));
    context.report(finding);
}

/// Words before the `@` that name a function, a service or a place, as `plain` writes them.
const FUNCTIONS: &str = "\
    accueil achat action adherent adhesion adie administration agence agglo agglomeration aide \
    amap animation antenne appui asso association atelier benevolat benevole bibliotheque \
    bonjour boutique bureau cabinet cafe candidature cantine ccas centre chantier club collectif \
    com comite commande commercial commune communication compta comptabilite conseil contact \
    cooperation cooperative coordination crieur culture developpement dg dgs direction don eco \
    ecole economie elu emploi entreprise epicerie equipe espace ess etude evenement ferme \
    formation foyer garage gestion habitat hdf hello info information insertion jardin \
    jeune jeunesse lieu local logement loisir magasin mairie maison marche mediation mission \
    mobilite musee nord numerique office partage partenariat permanence point pole prefecture \
    presidence presse production projet quartier reception recrutement recyclerie redaction \
    region reseau reservation responsable ressource ressourcerie restaurant rh scic scop \
    secretariat service siege site social solidaire solidarite sport support tier tourisme \
    tresorerie vente verger vie ville vivre voirie welcome";

/// Providers whose mailboxes anybody may have.
const FREE_MAILBOXES: &str = "\
    9online.fr aliceadsl.fr aol.com aol.fr bbox.fr cegetel.net club-internet.fr dbmail.com \
    free.fr gmail.com gmx.com gmx.fr googlemail.com hotmail.be hotmail.com hotmail.fr icloud.com \
    laposte.net libertysurf.fr live.be live.com live.fr mac.com mailo.com me.com msn.com \
    netcourrier.com neuf.fr noos.fr nordnet.fr numericable.fr orange.fr outlook.be outlook.com \
    outlook.fr pm.me proton.me protonmail.com sfr.fr skynet.be tutanota.com voila.fr wanadoo.fr \
    yahoo.com yahoo.fr ymail.com zaclys.net";
