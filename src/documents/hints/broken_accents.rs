//! `broken-accents`: letters that another program broke before they came here.

use crate::diagnostic::Finding;
use crate::documents::hints::hint::Hint;
use crate::documents::reading::Reading;
use crate::sources::{Cut, Span};
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "broken-accents", Warning,
        fr: "un texte lu dans un mauvais encodage s'imprime ainsi partout, et ne se retrouve pas",
        en: "a text read in the wrong encoding is printed so everywhere, and is not found again"),
    diagnose: |_| None,
};

/// The sign that stands for a letter that could not be read.
pub const LOST_LETTER: char = '\u{fffd}';

/// Reports letters that can be told again.
#[must_use]
pub fn report(reading: &Reading, span: Span) -> Finding {
    let language = reading.language;
    reading
        .finding(
            &HINT.rule,
            span,
            say!(language,
                fr: "des accents de ce texte ont été abîmés par un autre programme",
                en: "accents of this text were broken by another program"),
        )
        .label(say!(language,
            fr: "UTF-8 lu dans un autre encodage",
            en: "UTF-8 read in another encoding"))
        .help(say!(language, fr: "remettre les lettres", en: "put the letters back"))
}

/// Reports a letter that is lost.
#[must_use]
pub fn report_lost(reading: &Reading, span: Span) -> Finding {
    let language = reading.language;
    reading
        .finding(
            &HINT.rule,
            span,
            say!(language,
                fr: "une lettre de ce texte est perdue\u{a0}: le signe U+FFFD la remplace",
                en: "a letter of this text is lost: the sign U+FFFD stands for it"),
        )
        .label(say!(language, fr: "lettre perdue", en: "lost letter"))
        .help(say!(language,
            fr: "récrire le mot d'après la source",
            en: "write the word again from the source"))
}

/// A text with its letters put back; `None` if none is broken.
///
/// Only what gives letters and signs of French back is taken for broken: `CAFÉ »` or a Portuguese
/// `SÃO` is left alone.
#[must_use]
pub fn mended(text: &str) -> Option<String> {
    // Hardly any text has one of these.
    let may_be_broken = |letter: char| {
        matches!(
            letter,
            'Â' | 'Ã' | 'Å' | 'â' | '√' | '├' | '\u{80}'..='\u{9f}'
        )
    };
    if !text.contains(may_be_broken) {
        return None;
    }
    let once = mended_once(text)?;
    // What was broken twice is mended twice.
    Some(mended(&once).unwrap_or(once))
}

fn mended_once(text: &str) -> Option<String> {
    let characters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let (mut index, mut is_broken) = (0, false);
    while let Some(character) = characters.get(index) {
        let before = index
            .checked_sub(1)
            .and_then(|before| characters.get(before));
        let found = decoded(before.copied(), characters.behind(index))
            .or_else(|| of_mac_or_dos(characters.behind(index)));
        if let Some((letter, length)) = found {
            out.push(letter);
            index += length;
            is_broken = true;
        } else {
            let control = windows_control(*character);
            is_broken |= control.is_some();
            out.push(control.unwrap_or(*character));
            index += 1;
        }
    }
    // An `à` whose second byte, a no-break space, became an ordinary one is only told by its
    // broken neighbours.
    let is_left = is_broken && out.contains("Ã ");
    is_broken.then(|| {
        if is_left {
            out.replace("Ã  ", "à ").replace("Ã ", "à ")
        } else {
            out
        }
    })
}

/// The letter that the bytes of the first characters are in UTF-8, with their number.
fn decoded(before: Option<char>, characters: &[char]) -> Option<(char, usize)> {
    let length = match characters.first()? {
        'Â' | 'Ã' | 'Å' => 2,
        'â' => 3,
        _ => return None,
    };
    let bytes: Option<Vec<u8>> = characters
        .iter()
        .take(length)
        .map(|one| byte(*one))
        .collect();
    let letter = std::str::from_utf8(&bytes?).ok()?.chars().next()?;
    let is_taken = matches!(letter, '\u{a0}'..='ÿ') || TAKEN.contains(letter);
    let follower = characters.get(length).copied();
    // Capitals of other tongues may end a word, before a quote, a dash or dots.
    let ends_word = matches!(
        characters.get(1)?,
        '…' | '’' | '‘' | '“' | '”' | '–' | '—' | '«' | '»' | '\u{a0}'
    ) && before.is_some_and(char::is_uppercase)
        && !follower.is_some_and(char::is_alphabetic);
    // `Å’` and `Å“` are letters with quotes, unless a letter follows at once.
    let is_ligature = !matches!(letter, 'Œ' | 'œ') || follower.is_some_and(char::is_lowercase);
    let is_ligature = is_ligature && !ends_word;
    (is_taken && is_ligature).then_some((letter, length))
}

/// Letters and signs of French beyond Latin-1.
const TAKEN: &str = "ŒœŸ€–—‘’‚“”„…•′−™\u{202f}\u{2009}\u{2011}";

/// The byte that Windows-1252 reads as a character; those that it leaves free are read as in
/// Latin-1.
fn byte(character: char) -> Option<u8> {
    const FROM_80: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match u32::from(character) {
        code @ 0x80..=0xff => u8::try_from(code).ok(),
        _ => FROM_80
            .chars()
            .position(|known| known == character)
            .and_then(|position| u8::try_from(0x80 + position).ok()),
    }
}

/// The sign of Windows-1252 that was read as a control of Latin-1: `’` for U+0092.
fn windows_control(character: char) -> Option<char> {
    match character {
        '\u{80}' => Some('€'),
        '\u{85}' => Some('…'),
        '\u{8c}' => Some('Œ'),
        '\u{91}' => Some('‘'),
        '\u{92}' => Some('’'),
        '\u{93}' => Some('“'),
        '\u{94}' => Some('”'),
        '\u{96}' => Some('–'),
        '\u{97}' => Some('—'),
        '\u{9c}' => Some('œ'),
        _ => None,
    }
}

/// The letter of UTF-8 that was read as on an old Mac (`√©`) or under DOS (`├®`), with the number
/// of its characters.
fn of_mac_or_dos(characters: &[char]) -> Option<(char, usize)> {
    const MAC: &[(char, char)] = &[
        ('©', 'é'),
        ('®', 'è'),
        ('™', 'ê'),
        ('´', 'ë'),
        ('†', 'à'),
        ('¢', 'â'),
        ('ß', 'ç'),
        ('Æ', 'î'),
        ('Ø', 'ï'),
        ('¥', 'ô'),
        ('ª', 'û'),
        ('π', 'ù'),
        ('â', 'É'),
        ('à', 'È'),
        ('Ä', 'À'),
        ('á', 'Ç'),
    ];
    const DOS: &[(char, char)] = &[
        ('®', 'é'),
        ('¿', 'è'),
        ('¬', 'ê'),
        ('½', 'ë'),
        ('á', 'à'),
        ('ó', 'â'),
        ('º', 'ç'),
        ('«', 'î'),
        ('»', 'ï'),
        ('┤', 'ô'),
        ('╗', 'û'),
        ('╣', 'ù'),
        ('ë', 'É'),
        ('ê', 'È'),
        ('Ç', 'À'),
    ];
    let (first, second) = (characters.first()?, characters.get(1)?);
    let table = match first {
        '√' => MAC,
        '├' => DOS,
        _ => return None,
    };
    let (_, letter) = table.iter().find(|(read, _)| read == second)?;
    Some((*letter, 2))
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn broken_letters_are_put_back() {
        for (broken, right) in [
            ("Ã‰picerie de la ThiÃ©rache", "Épicerie de la Thiérache"),
            ("LÃ©a dâ€™ici Â« et lÃ\u{a0} Â»", "Léa d’ici « et là »"),
            ("cÅ“ur, 12 â‚¬, OÃ¹", "cœur, 12 €, Où"),
            ("L\u{92}atelier", "L’atelier"),
            ("ThiÃƒÂ©rache", "Thiérache"),
            ("Thi√©rache", "Thiérache"),
            ("Thi├®rache", "Thiérache"),
            ("HÃ”TEL, CÃ”TE", "HÔTEL, CÔTE"),
            ("FÃªte Ã  la ferme", "Fête à la ferme"),
        ] {
            assert_eq!(mended(broken).as_deref(), Some(right), "{broken}");
        }
    }

    #[test]
    fn what_other_tongues_write_is_left_alone() {
        for text in [
            "São Tomé",
            "SÃO PAULO",
            "« CAFÉ »",
            "CAFÉ\u{a0}»",
            "L’Âge d’or",
            "Â",
            "Ångström",
            "Forêt – Étang…",
            "Épicerie",
            "Château",
            "√2",
            "ÇÀ ET LÀ…",
            "ÇA…",
            "MAÇÃ",
        ] {
            assert_eq!(mended(text), None, "{text}");
        }
    }
}
