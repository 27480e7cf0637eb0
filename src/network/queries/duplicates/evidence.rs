//! What two records have in common, and how much each of it weighs.

use crate::network::queries::duplicates::traits::Traits;
use crate::network::queries::records::RecordRef;
use crate::records::parts::body_name::NameLikeness;
use crate::records::parts::identifiers::Number;

/// A reason why two records may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The same SIRET.
    SameSiret,
    /// The same SIREN.
    SameSiren,
    /// The same number of the register of associations.
    SameRna,
    /// The same official code.
    SameCode,
    /// The same name, but for its spelling.
    SameName,
    /// The same name, but for the place in it.
    NameButPlace,
    /// A name that is an acronym of the other.
    Acronym,
    /// Names that differ by a slip.
    NearName,
    /// A name that is within the other.
    NameWithin,
    /// The same domain of the website.
    SameWebsite,
    /// The same e-mail address.
    SameEmail,
    /// The same domain of the e-mail address.
    SameEmailDomain,
    /// The same telephone number.
    SamePhone,
    /// The same territory.
    SameTerritory,
    /// The same commune.
    SamePlace,
    /// The same kind.
    SameKind,
    /// Partners in common.
    SharedPartners,
}

impl Reason {
    /// The id, the same in every language.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::SameSiret => "same-siret",
            Self::SameSiren => "same-siren",
            Self::SameRna => "same-rna",
            Self::SameCode => "same-code",
            Self::SameName => "same-name",
            Self::NameButPlace => "name-but-place",
            Self::Acronym => "acronym",
            Self::NearName => "near-name",
            Self::NameWithin => "name-within",
            Self::SameWebsite => "same-website",
            Self::SameEmail => "same-email",
            Self::SameEmailDomain => "same-email-domain",
            Self::SamePhone => "same-phone",
            Self::SameTerritory => "same-territory",
            Self::SamePlace => "same-place",
            Self::SameKind => "same-kind",
            Self::SharedPartners => "shared-partners",
        }
    }
}

/// A reason with its points; 60 points make a pair likely.
pub(super) type Weighed = (Reason, u32);

/// Letters of a name from which on a slip in it is no other name.
const LONG_NAME: usize = 8;

/// Kinds of public body, of which two of different kinds are never one.
const PUBLIC: &[&str] = &[
    "commune",
    "commune-associee",
    "departement",
    "epci",
    "etat",
    "petr",
    "region",
    "syndicat-mixte",
];

/// What two records have in common; `None` if something rules out that they are one, or if they
/// have nothing in common that tells them from others.
pub(super) fn reasons(one: &Traits, other: &Traits) -> Option<Vec<Weighed>> {
    if are_apart(one, other) {
        return None;
    }
    let mut reasons = numbers(one, other);
    reasons.extend(name(one, other));
    reasons.extend(addresses(one, other));
    if reasons.is_empty() {
        return None;
    }
    reasons.extend(surroundings(one, other));
    Some(reasons)
}

/// Whether two records are certainly two: they have two numbers, two codes, or two public kinds.
fn are_apart(one: &Traits, other: &Traits) -> bool {
    let differ = |left: Option<&str>, right: Option<&str>| {
        left.zip(right).is_some_and(|(left, right)| left != right)
    };
    let is_public = |kind: Option<&str>| kind.is_some_and(|kind| PUBLIC.contains(&kind));
    let is_territory = matches!(one.record, RecordRef::Territory(_));
    differ(one.siren(), other.siren())
        || differ(one.code, other.code)
        || differ(one.kind, other.kind)
            && (is_territory || is_public(one.kind) && is_public(other.kind))
}

fn numbers(one: &Traits, other: &Traits) -> Vec<Weighed> {
    let same = |kind| one.number(kind).is_some() && one.number(kind) == other.number(kind);
    let mut reasons = Vec::new();
    if same(Number::Siret) {
        reasons.push((Reason::SameSiret, 100));
    } else if one.siren().is_some() && one.siren() == other.siren() {
        // Two establishments of one body have a SIRET each.
        let has_two = one.number(Number::Siret).is_some() && other.number(Number::Siret).is_some();
        reasons.push((Reason::SameSiren, if has_two { 40 } else { 90 }));
    }
    if same(Number::Rna) {
        reasons.push((Reason::SameRna, 100));
    }
    if one.code.is_some() && one.code == other.code {
        reasons.push((Reason::SameCode, 90));
    }
    reasons
}

/// The best likeness of any name of one and any of the other.
fn name(one: &Traits, other: &Traits) -> Option<Weighed> {
    let place: Vec<String> = [&one.place_words[..], &other.place_words].concat();
    let is_actor = matches!(one.record, RecordRef::Actor(_));
    let likeness = one
        .names
        .iter()
        .flat_map(|name| other.names.iter().map(move |it| (name, it)))
        .filter_map(|(name, it)| name.likeness(it, &place))
        .min()?;
    Some(match likeness {
        // Projects of one name are found in many territories.
        NameLikeness::Same => (Reason::SameName, if is_actor { 65 } else { 50 }),
        NameLikeness::ButPlace => (Reason::NameButPlace, 50),
        NameLikeness::Acronym(letters) => (
            Reason::Acronym,
            match letters {
                0..=3 => 45,
                4 => 52,
                _ => 58,
            },
        ),
        NameLikeness::Slip(letters) => {
            (Reason::NearName, if letters >= LONG_NAME { 58 } else { 46 })
        }
        NameLikeness::Within => (Reason::NameWithin, 40),
    })
}

fn addresses(one: &Traits, other: &Traits) -> Vec<Weighed> {
    let mut reasons = Vec::new();
    if one.website.is_some() && one.website == other.website {
        reasons.push((Reason::SameWebsite, 40));
    }
    if let (Some((mine, domain)), Some((theirs, other_domain))) = (&one.email, &other.email) {
        if mine == theirs {
            reasons.push((Reason::SameEmail, 40));
        } else if domain.is_some() && domain == other_domain {
            reasons.push((Reason::SameEmailDomain, 25));
        }
    }
    if one.phone.is_some() && one.phone == other.phone {
        reasons.push((Reason::SamePhone, 30));
    }
    reasons
}

/// What many records have in common, which counts beside something else only.
fn surroundings(one: &Traits, other: &Traits) -> Vec<Weighed> {
    let mut reasons = Vec::new();
    let is_territory = matches!(one.record, RecordRef::Territory(_));
    if one.home == other.home && !is_territory {
        reasons.push((Reason::SameTerritory, 15));
    } else if one.place.is_some() && one.place == other.place {
        reasons.push((Reason::SamePlace, 15));
    }
    if one.kind.is_some() && one.kind == other.kind {
        reasons.push((Reason::SameKind, if is_territory { 10 } else { 5 }));
    }
    if one.partners.intersection(&other.partners).next().is_some() {
        reasons.push((Reason::SharedPartners, 15));
    }
    reasons
}
