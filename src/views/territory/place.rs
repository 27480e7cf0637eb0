//! The small map of a territory: where it is in its region, and where its dynamics take place.

use crate::geography::{self, Area, AreaLevel};
use crate::network::DynamicRecord;
use crate::records::TerritoryId;
use crate::say;
use crate::views::view::{Figure, Locator, Picture, Pin, Question};

/// The small map; `None` for a territory that no official area locates.
pub fn picture(
    question: &Question,
    id: &TerritoryId,
    dynamics: &[&DynamicRecord],
) -> Option<Picture> {
    let locator = locator(question, id, dynamics)?;
    let label = &locator.label;
    let places: Vec<String> = locator.pins.iter().map(|pin| pin.label.clone()).collect();
    let places = if places.is_empty() {
        String::new()
    } else {
        format!(" {}.", question.language.and(&places))
    };
    Some(Picture {
        title: say!(question.language,
            fr: "Où est ce territoire\u{a0}: {label}",
            en: "Where the territory is: {label}"),
        alternative: say!(question.language,
            fr: "À gauche, les départements autour de {label}, le territoire marqué. À droite, le \
                territoire, et ses dynamiques par leur numéro dans le tableau, là où elles se \
                déroulent.{places}",
            en: "Left, the departments around {label}, the territory marked. Right, the territory, \
                and its dynamics by their number in the table, where they take place.{places}"),
        table: None,
        figure: Figure::Locator(locator),
    })
}

/// The areas, the point and the pins to draw; `None` for a territory that no official area
/// locates.
fn locator(question: &Question, id: &TerritoryId, dynamics: &[&DynamicRecord]) -> Option<Locator> {
    let network = question.network;
    let epci = network.epci_of(id);
    let area = network
        .area_named(id)
        .or_else(|| geography::find(AreaLevel::Epci, epci.first()?))?;
    let departments = departments_around(&area);
    if departments.is_empty() {
        return None;
    }
    let areas = match area.level {
        AreaLevel::Region => departments.clone(),
        AreaLevel::Departement => vec![area.code.to_owned()],
        _ => epci.iter().map(|code| (*code).to_owned()).collect(),
    };
    // A commune is smaller than its intercommunality, whose outline is drawn: a point shows it.
    let needs_point = area.level > AreaLevel::Epci || areas.is_empty();
    Some(Locator {
        departments,
        areas,
        point: network.point_of(id).filter(|_| needs_point),
        label: network.territory_label(id),
        pins: pins(question, dynamics),
    })
}

/// The codes of the departments in the region of an area.
fn departments_around(area: &Area) -> Vec<String> {
    let region = if area.level == AreaLevel::Region {
        Some(area.code)
    } else {
        area.region
    };
    let Some(region) =
        region.or_else(|| geography::find(AreaLevel::Departement, area.department?)?.region)
    else {
        return Vec::new();
    };
    geography::all(AreaLevel::Departement)
        .filter(|department| department.region == Some(region))
        .map(|department| department.code.to_owned())
        .collect()
}

/// One pin a commune, with the numbers of the dynamics that take place there.
fn pins(question: &Question, dynamics: &[&DynamicRecord]) -> Vec<Pin> {
    let mut numbers_by_place: Vec<(&TerritoryId, Vec<String>)> = Vec::new();
    for (index, dynamic) in dynamics.iter().enumerate() {
        let Some(place) = &dynamic.body.place else {
            continue;
        };
        let number = (index + 1).to_string();
        let known = numbers_by_place
            .iter_mut()
            .find(|(known, _)| *known == place);
        match known {
            Some((_, numbers)) => numbers.push(number),
            None => numbers_by_place.push((place, vec![number])),
        }
    }
    numbers_by_place
        .iter()
        .filter_map(|(place, numbers)| pin(question, place, numbers))
        .collect()
}

/// The pin of a place; `None` for one whose position is not known.
fn pin(question: &Question, place: &TerritoryId, numbers: &[String]) -> Option<Pin> {
    let (longitude, latitude) = question.network.point_of(place)?;
    let (name, numbers) = (question.network.territory_label(place), numbers.join(", "));
    Some(Pin {
        label: say!(question.language,
            fr: "{name}\u{a0}: {numbers}",
            en: "{name}: {numbers}"),
        longitude,
        latitude,
    })
}
