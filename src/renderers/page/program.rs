//! Instructions of a template, with a guard before each one that builds, joins or compares.
//!
//! The engine counts instructions, however much one of them does: thirty-four doublings of a text
//! fill any memory. So the operands of those that are not done in one step pass through a guard
//! first, which counts them, and lists that the engine would join only when they are read are
//! joined at once.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::machinery::{CodeGenerator, Instruction, Instructions, eval, make_string_output};
use minijinja::machinery::{Span, parse};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Object, Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, State};

use crate::renderers::page::budget::Budget;

/// Names of the guards, which no template can write.
const BUILD: &str = "(build)";
const REPEAT: &str = "(repeat)";
const LOOK: &str = "(look)";
const SORT: &str = "(sort)";
const SLICE: &str = "(slice)";
const WHOLE: &str = "(whole)";
const REFUSE: &str = "(refuse)";

/// How often sorting a list looks at an item, at most.
const LOOKS_OF_SORT: usize = 20;

/// Adds the guards to an environment.
pub(super) fn add_guards(environment: &mut Environment<'static>, budget: &Arc<Budget>) {
    add(environment, BUILD, budget, |budget, values| {
        budget.build(values, 1)
    });
    add(environment, REPEAT, budget, |budget, values| {
        let times = values.iter().filter_map(Value::as_usize).max();
        budget.build(values, times.unwrap_or(1))
    });
    add(environment, LOOK, budget, |budget, values| {
        budget.look_through(values, 1)
    });
    add(environment, SORT, budget, |budget, values| {
        budget.look_through(values, LOOKS_OF_SORT)
    });
    add(environment, SLICE, budget, |budget, values| {
        budget.copy(values.first().map_or(0, length))
    });
    add(environment, REFUSE, budget, |_, _| {
        Err(Error::from(ErrorKind::OutOfFuel))
    });
    environment.add_function(WHOLE, whole_list);
}

/// Adds a guard.
fn add(
    environment: &mut Environment<'static>,
    name: &'static str,
    budget: &Arc<Budget>,
    count: fn(&Budget, &[Value]) -> Result<(), Error>,
) {
    let budget = Arc::clone(budget);
    environment.add_global(name, Value::from_object(Guard { budget, count }));
}

/// Function that gives back the values that it counts.
// Not one of the engine's own, which would take the last value for named arguments.
#[derive(Debug)]
struct Guard {
    budget: Arc<Budget>,
    count: fn(&Budget, &[Value]) -> Result<(), Error>,
}

impl Object for Guard {
    fn call(self: &Arc<Self>, _: &mut State, values: &[Value]) -> Result<Value, Error> {
        (self.count)(&self.budget, values)?;
        Ok(Value::from(values.to_vec()))
    }
}

/// A list that the engine would put together only when it is read, put together now.
fn whole_list(value: Value) -> Result<Value, Error> {
    match value.kind() {
        ValueKind::Iterable => Ok(Value::from(value.try_iter()?.collect::<Vec<_>>())),
        _ => Ok(value),
    }
}

/// Items of a list, or bytes of a text.
fn length(value: &Value) -> usize {
    let text = value.as_str().map(str::len);
    text.or_else(|| value.len()).unwrap_or(1)
}

/// Renders a template from the values it names.
///
/// # Errors
/// Returns an error if the template cannot be parsed or rendered.
pub(super) fn run(
    environment: &Environment<'_>,
    (path, text): (&str, &str),
    syntax: SyntaxConfig,
    names: Value,
) -> Result<String, Error> {
    let tree = parse(text, path, syntax)?;
    let mut generator = CodeGenerator::new(path, text);
    generator.compile_stmt(&tree);
    let (instructions, blocks) = generator.finish();
    let instructions = guarded(&instructions);
    let blocks: BTreeMap<&str, Instructions> = blocks
        .iter()
        .map(|(name, block)| (*name, guarded(block)))
        .collect();
    let mut page = String::new();
    let mut out = make_string_output(&mut page);
    let escape = AutoEscape::Custom("ours".into());
    eval(environment, &instructions, names, &blocks, &mut out, escape)?;
    drop(out);
    Ok(page)
}

/// The instructions with their guards, all jumps leading where they led.
fn guarded<'s>(instructions: &Instructions<'s>) -> Instructions<'s> {
    let steps: Vec<Vec<Instruction<'s>>> = (0..)
        .map_while(|index| instructions.get(index))
        .scan(None, |before, instruction| {
            let steps = with_guard(instruction, *before);
            *before = Some(instruction);
            Some(steps)
        })
        .collect();
    let mut starts = vec![0];
    for steps in &steps {
        let end = starts.last().copied().unwrap_or_default() + count(steps.len());
        starts.push(end);
    }
    let mut guarded = Instructions::new(instructions.name(), instructions.source());
    for (index, steps) in steps.into_iter().enumerate() {
        let index = count(index);
        for mut step in steps {
            redirect(&mut step, &starts);
            match (instructions.get_span(index), instructions.get_line(index)) {
                (Some(span), _) => guarded.add_with_span(step, span),
                (None, Some(line)) => guarded.add_with_line(step, line_number(line)),
                (None, None) => guarded.add_with_span(step, Span::default()),
            };
        }
    }
    guarded
}

/// Lets a jump lead to where its target has moved.
fn redirect(step: &mut Instruction, starts: &[u32]) {
    if let Instruction::Jump(target)
    | Instruction::JumpIfFalse(target)
    | Instruction::JumpIfFalseOrPop(target)
    | Instruction::JumpIfTrueOrPop(target)
    | Instruction::Iterate(target)
    | Instruction::BuildMacro(_, target, _) = step
    {
        let moved = usize::try_from(*target).ok().and_then(|at| starts.get(at));
        *target = moved.copied().unwrap_or(*target);
    }
}

/// An instruction with its guard.
fn with_guard<'s>(
    instruction: &Instruction<'s>,
    before: Option<&Instruction<'s>>,
) -> Vec<Instruction<'s>> {
    let own = instruction.clone();
    match instruction {
        // Text of the template is written as a value is, so that it is counted.
        Instruction::EmitRaw(text) => {
            let text = Value::from_safe_string((*text).to_owned());
            vec![Instruction::LoadConst(text), Instruction::Emit]
        }
        Instruction::Add => guard(BUILD, Some(2), [own, whole()]),
        Instruction::Mul => guard(REPEAT, Some(2), [own, whole()]),
        Instruction::Slice => guard(SLICE, Some(4), [own, whole()]),
        Instruction::StringConcat => guard(BUILD, Some(2), [own]),
        Instruction::BuildMap(pairs) => built(pairs * 2, own),
        Instruction::BuildList(Some(items)) | Instruction::BuildTuple(Some(items)) => {
            built(*items, own)
        }
        Instruction::Eq
        | Instruction::Ne
        | Instruction::Gt
        | Instruction::Gte
        | Instruction::Lt
        | Instruction::Lte
        | Instruction::In
        | Instruction::CompareAndPreserve(_) => guard(LOOK, Some(2), [own]),
        // The key alone is looked through.
        Instruction::GetItem if !matches!(before, Some(Instruction::LoadConst(_))) => {
            guard(LOOK, Some(1), [own])
        }
        Instruction::UnpackList(_) => guard(LOOK, Some(1), [own]),
        Instruction::ApplyFilter("default" | "first" | "last" | "length", ..) => vec![own],
        Instruction::ApplyFilter("sort", values, _) => guard(SORT, *values, [own]),
        Instruction::ApplyFilter(_, values, _)
        | Instruction::CallMethod(_, values)
        | Instruction::CallFunction("say", values) => guard(LOOK, *values, [own]),
        _ => vec![own],
    }
}

/// A list or table of so many values; one of more than the engine can hand to a guard is refused.
fn built(values: usize, own: Instruction<'_>) -> Vec<Instruction<'_>> {
    match u16::try_from(values) {
        Ok(values) => guard(BUILD, Some(values), [own]),
        Err(_) => vec![Instruction::CallFunction(REFUSE, Some(0))],
    }
}

/// Calls a guard with the last values of the stack, or with as many as its top says, puts them
/// back, and goes on.
fn guard<'s, const N: usize>(
    name: &'static str,
    values: Option<u16>,
    then: [Instruction<'s>; N],
) -> Vec<Instruction<'s>> {
    let mut steps = vec![
        Instruction::CallFunction(name, values),
        Instruction::UnpackLists(1),
    ];
    steps.extend(values.map(|_| Instruction::DiscardTop));
    steps.extend(then);
    steps
}

fn whole<'s>() -> Instruction<'s> {
    Instruction::CallFunction(WHOLE, Some(1))
}

/// A number of instructions; a template has far fewer than would not fit.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A line as the engine keeps it.
fn line_number(line: usize) -> u16 {
    u16::try_from(line).unwrap_or(u16::MAX)
}
