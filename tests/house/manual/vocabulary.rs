//! The page of words: every list of the vocabulary, each word in both languages.

use apes::language::Language;
use apes::records::{List, VocabularyWord};
use apes::say;
use apes::sources::Folder;
use apes::workspace;

use super::shapes::{Shapes, told};
use super::{cell, origin};
use crate::golden::at_root;

pub fn page(language: Language) -> String {
    let workspace = workspace::load(&Folder::at(&at_root("")), Some(language), language);
    let shapes = Shapes::read();
    let title = say!(language, fr: "Les mots du réseau", en: "The words of the network");
    let mut page = format!("# {title}\n\n{}\n{}\n", origin(language), intro(language));
    for (list, name) in List::ALL {
        let words = workspace.network.vocabulary.list(list);
        let about = told(&shapes.of("vocabulary")["properties"][name], language);
        page.push_str(&format!(
            "## {name}\n\n{about}\n\n{}\n",
            table(words, language)
        ));
    }
    page.trim_end().to_owned() + "\n"
}

fn intro(language: Language) -> String {
    say!(language,
        fr: r#"Les fiches s'écrivent avec les mots de `schemas/vocabulary.toml`. Ils sont des données : un réseau ajoute ou
retire un mot sans programmeur. **Dans une fiche, on écrit l'identifiant**, sans accent ni majuscule ; les rapports
montrent le libellé. L'ordre compte : rang des étapes, chiffre des thématiques sur la carte, ordre d'affichage ailleurs.

```toml
[themes.production-locale]
fr = "Production locale utile, solidaire et soutenable"
en = "Useful, solidary and sustainable local production"
```

Un identifiant est pour la vie. Un mot qui ne sert plus reçoit un `to` et reste : d'anciennes fiches le parlent encore.
"#,
        en: r#"Records are written with the words of `schemas/vocabulary.toml`. They are data: a network adds or retires a word
without a programmer. **In a record, write the id**, without accents or capitals; reports show the label. Order counts:
rank of the stages, digit of the themes on the map, order of display elsewhere.

```toml
[themes.production-locale]
fr = "Production locale utile, solidaire et soutenable"
en = "Useful, solidary and sustainable local production"
```

An id is for life. A word that is no longer used gets a `to`, and stays: old records still speak it.
"#)
}

fn table(words: &indexmap::map::Slice<String, VocabularyWord>, language: Language) -> String {
    let remarks: Vec<String> = words
        .iter()
        .map(|(_, word)| remark(word, language))
        .collect();
    let remarked = remarks.iter().any(|remark| !remark.is_empty());
    let head = say!(language, fr: "| à écrire | en français | en anglais |", en: "| to write | in \
        French | in English |");
    let mut text = if remarked {
        format!("{head} |\n|---|---|---|---|\n")
    } else {
        format!("{head}\n|---|---|---|\n")
    };
    for ((id, word), remark) in words.iter().zip(remarks) {
        text.push_str(&format!(
            "| `{id}` | {} | {} |",
            cell(&word.fr),
            cell(&word.en)
        ));
        text.push_str(&if remarked {
            format!(" {remark} |\n")
        } else {
            "\n".to_owned()
        });
    }
    text
}

/// What a list adds to its words: a family, a category, a unit, whether such dynamics count.
fn remark(word: &VocabularyWord, language: Language) -> String {
    let family = word
        .family
        .as_ref()
        .map(|id| say!(language, fr: "famille `{id}`", en: "family `{id}`"));
    let category = word
        .category
        .as_ref()
        .map(|id| say!(language, fr: "économie `{id}`", en: "economy `{id}`"));
    let unit = word
        .unit
        .as_ref()
        .and_then(|unit| unit.get(language))
        .map(|unit| say!(language, fr: "en {unit}", en: "in {unit}"));
    let counts = (word.counts == Some(false))
        .then(|| say!(language, fr: "dit, mais non compté", en: "told, but not counted"));
    let since = word
        .from
        .map(|from| say!(language, fr: "depuis {from}", en: "since {from}"));
    let until = word
        .to
        .map(|to| say!(language, fr: "jusqu'en {to}", en: "until {to}"));
    [family, category, unit, counts, since, until]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}
