//! What tells a record from others, prepared for comparison.

use std::collections::BTreeSet;

use crate::geography::{self, AreaLevel};
use crate::network::network::Network;
use crate::network::queries::records::RecordRef;
use crate::records::parts::body_name::{BodyName, names_in};
use crate::records::parts::identifiers::{Number, bare};
use crate::records::{ActorId, Legal, TerritoryId};

/// Domains that many bodies share: mailboxes, social networks, shops and directories.
const SHARED_DOMAINS: &[&str] = &[
    "bbox.fr",
    "facebook.com",
    "free.fr",
    "gmail.com",
    "google.com",
    "gmx.fr",
    "helloasso.com",
    "hotmail.com",
    "hotmail.fr",
    "icloud.com",
    "instagram.com",
    "jimdo.com",
    "jimdofree.com",
    "laposte.net",
    "linkedin.com",
    "live.fr",
    "mailo.com",
    "msn.com",
    "neuf.fr",
    "numericable.fr",
    "orange.fr",
    "outlook.com",
    "outlook.fr",
    "proton.me",
    "protonmail.com",
    "riseup.net",
    "sfr.fr",
    "wanadoo.fr",
    "wixsite.com",
    "wordpress.com",
    "yahoo.com",
    "yahoo.fr",
    "youtube.com",
];

/// Parts of a domain that every other one of the same host or state shares.
const SHARED_ENDINGS: &[&str] = &["asso.fr", "gouv.fr", "com.fr", "co.uk", "org.uk"];

/// A record with what tells it from others.
pub(super) struct Traits<'n> {
    pub(super) record: RecordRef<'n>,
    /// Its name and its other names.
    pub(super) names: Vec<BodyName>,
    /// Kind of actor or of territory.
    pub(super) kind: Option<&'n str>,
    /// Official code, of a territory.
    pub(super) code: Option<&'n str>,
    /// Numbers of the registers, each with its kind.
    pub(super) numbers: Vec<(Number, String)>,
    /// Domain of the website, without `www`.
    pub(super) website: Option<String>,
    /// E-mail address, and its domain unless many share it.
    pub(super) email: Option<(String, Option<String>)>,
    /// Telephone number, digits alone.
    pub(super) phone: Option<String>,
    /// Territory of its folder.
    pub(super) home: &'n TerritoryId,
    /// Commune where it is.
    pub(super) place: Option<String>,
    /// Words of the names of the territories and communes where it is.
    pub(super) place_words: Vec<String>,
    /// Partners, of a dynamic.
    pub(super) partners: BTreeSet<&'n ActorId>,
}

impl<'n> Traits<'n> {
    pub(super) fn of(network: &'n Network, record: RecordRef<'n>) -> Self {
        let common = record.common();
        let named = std::iter::once(&common.name).chain(&common.aliases);
        let mut traits = Self {
            record,
            names: named.flat_map(|name| names_in(name)).collect(),
            kind: None,
            code: None,
            numbers: Vec::new(),
            website: None,
            email: None,
            phone: None,
            home: record.home(),
            place: None,
            place_words: Vec::new(),
            partners: BTreeSet::new(),
        };
        match record {
            RecordRef::Actor(actor) => {
                let body = &actor.body;
                traits.kind = Some(body.kind.as_str());
                traits.numbers = numbers(&body.legal);
                traits.website = body.website.as_deref().and_then(domain_of_page);
                traits.email = body.email.as_deref().map(email);
                traits.phone = body.phone.as_deref().and_then(digits);
                traits.place = body.place.as_ref().map(ToString::to_string);
            }
            RecordRef::Dynamic(dynamic) => {
                traits.place = dynamic.body.place.as_ref().map(ToString::to_string);
                traits.partners = dynamic.body.partners.keys().collect();
            }
            RecordRef::Territory(territory) => {
                traits.kind = Some(territory.body.kind.as_str());
                traits.code = territory.body.code.as_deref();
            }
            RecordRef::Published(_) => {}
        }
        if !matches!(record, RecordRef::Territory(_)) {
            traits.place_words = place_words(network, traits.home, traits.place.as_deref());
        }
        traits
    }

    /// The SIREN, alone or within a SIRET.
    pub(super) fn siren(&self) -> Option<&str> {
        let own = self.number(Number::Siren);
        own.or_else(|| self.number(Number::Siret)?.get(..9))
    }

    pub(super) fn number(&self, kind: Number) -> Option<&str> {
        let mut numbers = self.numbers.iter();
        numbers
            .find(|(known, _)| *known == kind)
            .map(|(_, number)| number.as_str())
    }
}

/// The numbers that are written as a register would, or as an invented one.
fn numbers(legal: &Legal) -> Vec<(Number, String)> {
    let written = Number::ALL.into_iter().filter_map(|kind| {
        let number = bare(legal.number(kind)?).to_ascii_uppercase();
        Some((kind, number))
    });
    written
        .filter(|(kind, number)| kind.may_be(number) || kind.is_invented(number))
        .collect()
}

/// The domain of the address of a page; `None` for one that many bodies share.
fn domain_of_page(address: &str) -> Option<String> {
    let lower = address.trim().to_lowercase();
    let rest = lower.split_once("://").map_or(&*lower, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    own_domain(host)
}

fn email(address: &str) -> (String, Option<String>) {
    let lower = address.trim().to_lowercase();
    let domain = lower.split_once('@').and_then(|(_, it)| own_domain(it));
    (lower, domain)
}

/// A domain that one body has for itself.
fn own_domain(host: &str) -> Option<String> {
    let is_shared = SHARED_DOMAINS
        .iter()
        .any(|shared| host == *shared || host.ends_with(&format!(".{shared}")))
        || SHARED_ENDINGS.contains(&host)
        || !host.contains('.');
    (!is_shared).then(|| host.to_owned())
}

/// The digits of a telephone number as they are dialled at home; `None` if they are too few.
fn digits(phone: &str) -> Option<String> {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let home = match digits.strip_prefix("33") {
        Some(rest) if phone.trim_start().starts_with('+') => {
            format!("0{}", rest.trim_start_matches('0'))
        }
        _ => digits,
    };
    (home.len() > 7).then_some(home)
}

fn place_words(network: &Network, home: &TerritoryId, place: Option<&str>) -> Vec<String> {
    let mut words = BodyName::of(&network.territory_name(home))
        .telling()
        .to_vec();
    let place = place.and_then(|code| geography::official(code).next());
    for area in network.area_named(home).into_iter().chain(place) {
        words.extend_from_slice(BodyName::of(area.name).telling());
        let region = area
            .region
            .and_then(|code| geography::find(AreaLevel::Region, code));
        let department = area
            .department
            .and_then(|code| geography::find(AreaLevel::Departement, code));
        for wider in region.into_iter().chain(department) {
            words.extend_from_slice(BodyName::of(wider.name).telling());
        }
    }
    words
}
