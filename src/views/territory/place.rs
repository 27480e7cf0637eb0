//! Where the territory lies, and where its dynamics stand in it.

use crate::geography::{self, Area, AreaLevel};
use crate::network::DynamicRecord;
use crate::records::TerritoryId;
use crate::say;
use crate::views::parts::pieces::words;
use crate::views::view::{Figure, Locator, Picture, Pin, Question};

/// The small map; nothing where no official area tells where it is.
pub fn picture(
    question: &Question,
    id: &TerritoryId,
    dynamics: &[&DynamicRecord],
) -> Option<Picture> {
    let network = question.network;
    let epci = network.epci_of(id);
    let area = network
        .area_named(id)
        .or_else(|| geography::find(AreaLevel::Epci, epci.first()?));
    let departments = around(&area?);
    if departments.is_empty() {
        return None;
    }
    let areas = match area? {
        Area {
            level: AreaLevel::Region,
            ..
        } => departments.clone(),
        Area {
            level: AreaLevel::Departement,
            code,
            ..
        } => vec![code.to_owned()],
        _ => epci.iter().map(|code| (*code).to_owned()).collect(),
    };
    let small = area.is_some_and(|area| area.level > AreaLevel::Epci);
    let point = network.point_of(id).filter(|_| small || areas.is_empty());
    let label = network.territory_label(id);
    let pins = pins(question, dynamics);
    let places: Vec<String> = pins.iter().map(|pin| pin.label.clone()).collect();
    let standing = if places.is_empty() {
        String::new()
    } else {
        format!(" {}.", question.language.and(&places))
    };
    Some(Picture {
        title: say!(question.language, fr: "Où est ce territoire\u{a0}: {label}", en: "Where the \
            territory is: {label}"),
        alternative: say!(question.language,
            fr: "À gauche, les départements autour de {label}, le territoire marqué. À droite, le \
                territoire, et ses dynamiques par leur numéro dans le tableau, là où elles se \
                tiennent.{standing}",
            en: "Left, the departments around {label}, the territory marked. Right, the territory, \
                and its dynamics by their number in the table, where they stand.{standing}"),
        table: None,
        figure: Figure::Locator(Locator {
            departments,
            areas,
            point,
            label,
            pins,
        }),
    })
}

/// The departments of its region.
fn around(area: &Area) -> Vec<String> {
    let region = if area.level == AreaLevel::Region {
        Some(area.code)
    } else {
        area.region
    };
    let region =
        region.or_else(|| geography::find(AreaLevel::Departement, area.department?)?.region);
    let inside = |department: &Area| department.region == region && region.is_some();
    geography::all(AreaLevel::Departement)
        .filter(inside)
        .map(|department| department.code.to_owned())
        .collect()
}

/// One pin a commune, with the numbers of the dynamics that stand there.
fn pins(question: &Question, dynamics: &[&DynamicRecord]) -> Vec<Pin> {
    let network = question.network;
    let mut pins: Vec<(&TerritoryId, Vec<String>)> = Vec::new();
    for (number, dynamic) in dynamics.iter().enumerate() {
        let Some(place) = &dynamic.body.place else {
            continue;
        };
        let number = (number + 1).to_string();
        match pins.iter_mut().find(|(known, _)| *known == place) {
            Some((_, numbers)) => numbers.push(number),
            None => pins.push((place, vec![number])),
        }
    }
    let colon = words(question, "\u{a0}: ", ": ");
    let pin = |(place, numbers): (&TerritoryId, Vec<String>)| {
        let (longitude, latitude) = network.point_of(place)?;
        let label = format!(
            "{}{colon}{}",
            network.territory_label(place),
            numbers.join(", ")
        );
        Some(Pin {
            label,
            longitude,
            latitude,
        })
    };
    pins.into_iter().filter_map(pin).collect()
}
