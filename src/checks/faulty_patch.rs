//! `faulty-patch`: a change of a base that cannot be applied, of a vocabulary or a charter.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding, Place, nearest};
use crate::language::Language;
use crate::records::{List, PatchError, PatchProblem, Target};
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "faulty-patch", Error,
        fr: "un changement qui ne trouve pas ce qu'il change n'a pas lieu, et rien d'autre ne \
            le dirait",
        en: "a change that does not find what it changes does not take place, and nothing else \
            would tell"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    if network.knows_all(Target::Word(List::Themes)) {
        for misplaced in &network.vocabulary.patch_errors {
            let finding = describe(context, misplaced);
            context.report(finding);
        }
    }
    let dated = network
        .charter
        .unresolved_changes
        .iter()
        .filter(|unresolved_changes| unresolved_changes.dated_principle);
    for unresolved_changes in dated {
        let place = Place {
            file: unresolved_changes.file.clone(),
            at: At::Value(route![
                unresolved_changes.table,
                &unresolved_changes.id,
                "from"
            ]),
        };
        let sentence = say!(context.language,
            fr: "un principe n'a pas de date\u{a0}: il est dans la charte, ou il n'y est pas",
            en: "a principle has no date: it is in the charter, or it is not");
        context.report(context.find_at(&CHECK.rule, place, sentence));
    }
}

fn describe(context: &Context, misplaced: &PatchError) -> Finding {
    let (
        language,
        PatchError {
            file,
            list,
            word,
            why,
        },
    ) = (context.language, misplaced);
    let at = match why {
        PatchProblem::UnknownWord | PatchProblem::FamilyInUse(_) => {
            At::Key(route!["struck", list.name(), word])
        }
        PatchProblem::UnknownNeighbour(key, _) => At::Value(route![list.name(), word, *key]),
        PatchProblem::TwoPositions => At::Key(route![list.name(), word, "before"]),
    };
    let place = Place {
        file: file.clone(),
        at,
    };
    let finding = context.find_at(&CHECK.rule, place.clone(), sentence(misplaced, language));
    let words = context.network.vocabulary.list(*list).iter();
    let known = words.map(|(id, _)| id.as_str());
    let nearest = match why {
        PatchProblem::UnknownWord => nearest(word, known),
        PatchProblem::UnknownNeighbour(_, beside) => {
            nearest(beside, known.filter(|id| *id != word))
        }
        PatchProblem::TwoPositions => {
            return finding
                .help(say!(language, fr: "n'en garder qu'un", en: "keep one of the two"));
        }
        PatchProblem::FamilyInUse(_) => {
            return finding.help(say!(language,
                fr: "leur donner une autre famille, ou les retirer aussi \
                    (`[struck.actor_kinds.…]`)",
                en: "give them another family, or strike them, too (`[struck.actor_kinds.…]`)"));
        }
    };
    match nearest {
        Some(word) => finding.suggest(language, place, word),
        None => finding,
    }
}

fn sentence(misplaced: &PatchError, language: Language) -> String {
    let (list, word) = (misplaced.list.name(), &misplaced.word);
    match &misplaced.why {
        PatchProblem::UnknownWord => say!(language,
            fr: "le vocabulaire dont celui-ci part n'a pas de `{word}` dans la liste `{list}`",
            en: "the vocabulary that this one starts from has no `{word}` in the list `{list}`"),
        PatchProblem::UnknownNeighbour(_, beside) => say!(language,
            fr: "`{beside}` n'est pas un autre mot de la liste `{list}`",
            en: "`{beside}` is not another word of the list `{list}`"),
        PatchProblem::TwoPositions => say!(language,
            fr: "`after` donne déjà la place de ce mot",
            en: "`after` already gives the place of this word"),
        PatchProblem::FamilyInUse(kinds) => {
            let kinds: Vec<String> = kinds.iter().map(|kind| format!("`{kind}`")).collect();
            let kinds = language.and(&kinds);
            say!(language,
                fr: "des sortes d'acteur sont encore de cette famille\u{a0}: {kinds}",
                en: "kinds of actor are still of this family: {kinds}")
        }
    }
}
