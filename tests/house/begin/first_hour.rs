//! From an empty folder to a map and an annual report: what a person types in her first hour.

use super::{done, run, text};
use crate::readme::spelled;
use crate::workspace::folder;

/// The commands, in order, as they are typed; arguments with spaces are between quotes.
const TYPED: &str = r#"
init --name "Réseau de l'économie solidaire du pays de Redon" --territory "Redon Agglomération"
new territory "Questembert Communauté"
new source "Tableau des adhésions 2025" year=2025
new source "Compte rendu du comité de novembre 2025" year=2025
new actor "La Fédé" --kind association --at Redon --source tableau-des-adhesions-2025 member.from=2019
new actor "Le Court-Circuit" --kind cooperative --at Redon --source tableau-des-adhesions-2025 member.from=2020
new actor "Les Ateliers du Canal" --kind association --at Redon --source tableau-des-adhesions-2025 member.from=2021
new actor "La Recyclerie du Port" --kind association --at Saint-Nicolas-de-Redon --source tableau-des-adhesions-2025 member.from=2021
new actor "Le Jardin des Marais" --kind association --at Allaire --source tableau-des-adhesions-2025 member.from=2022
new actor "Mobilités d'Oust" --kind association --at Bains-sur-Oust --source tableau-des-adhesions-2025 member.from=2023
new actor "Redon Agglo" --kind epci --territory redon-agglomeration --source tableau-des-adhesions-2025 governs=redon-agglomeration
new actor "Le Grenier Partagé" --kind association --at Questembert --source tableau-des-adhesions-2025 member.from=2020
new actor "La Cantine Paysanne" --kind cooperative --at Questembert --source tableau-des-adhesions-2025 member.from=2022
new actor "L'Outil en Commun" --kind association --at Malansac --source tableau-des-adhesions-2025 member.from=2024
new actor "Les Voisines" --kind collectif-habitants --at Berric --source tableau-des-adhesions-2025
new actor "CC de Questembert" --kind epci --territory "Questembert Communauté" --source tableau-des-adhesions-2025 governs=questembert-communaute
new dynamic "Épicerie de la gare" --theme "Production locale" --territory redon-agglomeration --from 2023 --source compte-rendu-du-comite-de-novembre-2025 "partners.Le Court-Circuit=porteur" "partners.La Fédé=appui"
new dynamic "Réemploi au port" --theme "Transition écologique" --territory redon-agglomeration --from 2024 --source compte-rendu-du-comite-de-novembre-2025 "partners.La Recyclerie du Port=porteur" "partners.Redon Agglo=partenaire"
new dynamic "Vélos en partage" --theme "Transition écologique" --territory redon-agglomeration seen=2025 --source compte-rendu-du-comite-de-novembre-2025 "partners.Mobilités d'Oust=porteur"
new dynamic "Marché du samedi" --theme "Production locale" --at Questembert --from 2022 --source compte-rendu-du-comite-de-novembre-2025 "partners.La Cantine Paysanne=porteur" "partners.Le Grenier Partagé=partenaire"
new dynamic "Atelier de réparation" --theme "Richesses humaines" --at Malansac seen=2024,2025 --source compte-rendu-du-comite-de-novembre-2025 "partners.L'Outil en Commun=porteur" "partners.Les Voisines=partenaire"
new dynamic "Local commun" --theme "Immobilier d'activité" --at Questembert seen=2025 --source compte-rendu-du-comite-de-novembre-2025 "partners.Les Voisines=porteur"
validate
set redon-agglomeration agreements.animation-2024.from=2024 agreements.animation-2024.to=2026 agreements.animation-2024.days=20 agreements.animation-2024.source=compte-rendu-du-comite-de-novembre-2025
new published "Bilan 2025" at=2025 records=partial figures.dynamics=6 figures.members=9 --source compte-rendu-du-comite-de-novembre-2025 --territory redon-agglomeration
validate
report map --year 2025 --output carte.svg
report annual --year 2025 --output bilan.html
"#;

#[test]
fn an_empty_folder_becomes_a_map_and_a_report_in_two_runs_of_validate() {
    let root = folder();
    let lines: Vec<&str> = TYPED.lines().filter(|line| !line.is_empty()).collect();
    let validations = lines.iter().filter(|line| **line == "validate").count();
    assert!(
        validations <= 5 && lines.len() <= 40,
        "{validations} of {}",
        lines.len()
    );
    let mut last = String::new();
    for line in lines {
        let words = spelled(line);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let (code, printed) = run(&root, &words);
        assert_eq!(code, 0, "{line}\n{printed}");
        if words == ["validate"] {
            last = printed;
        }
    }
    let summary = last.lines().last().unwrap_or_default();
    let counted = "21 fiches · 2 territoires, 12 acteurs, 6 dynamiques, 1 publication · 0 erreur";
    assert!(last.contains(counted), "{last}");
    assert!(last.contains("0 avertissement"), "{last}\n{summary}");
    let map = text(&root, "carte.svg");
    assert!(map.contains("Questembert"), "the map has no Questembert");
    let report = text(&root, "bilan.html");
    for name in ["Épicerie de la gare", "Marché du samedi", "Local commun"] {
        assert!(report.contains(name), "{name}");
    }
    let listed = done(&root, &["list", "dynamics"]);
    assert!(
        listed.contains("6 sur 6") || listed.contains("6 dynamiques"),
        "{listed}"
    );
}
