//! The tables of records as expressions read them, by the keys of their schemas.
//!
//! A test walks the schemas and looks for every key here.

use crate::calendar::Period;
use crate::charter::{Table, Value};
use crate::network::values::to_value::ToValue;
use crate::records::{
    Actor, ActorCharter, Agreement, Call, Collective, Common, Contact, Dynamic, Figure, Governance,
    Legal, LeverOrObstacle, Membership, Partner, Proof, Published, Purpose, Reached, Resource,
    ResultRow, SourceEntry, Status, Surplus, Territory, Tool, Waiver, YearBlock,
};

/// Implements [`Table`] for tables whose keys are the names of their fields.
macro_rules! impl_table {
    ($($table:ident { $($key:ident)* })*) => {$(
        impl Table for $table {
            fn get(&self, key: &str) -> Value<'_> {
                match key {
                    $(stringify!($key) => self.$key.to_value(),)*
                    _ => Value::Absent,
                }
            }
        }
    )*};
}

/// Tables that are values wherever they are written.
macro_rules! tables {
    ($($table:ident { $($key:ident)* })*) => {
        impl_table! { $($table { $($key)* })* }
        $(
            impl ToValue for $table {
                fn to_value(&self) -> Value<'_> {
                    Value::Table(self)
                }
            }
        )*
    };
}

/// Tables that are absent while they are empty: the records hold them without an `Option`.
macro_rules! tables_if_filled {
    ($($table:ident { $($key:ident)* })*) => {
        impl_table! { $($table { $($key)* })* }
        $(
            impl ToValue for $table {
                fn to_value(&self) -> Value<'_> {
                    if *self == Self::default() { Value::Absent } else { Value::Table(self) }
                }
            }
        )*
    };
}

tables! {
    Common {
        name summary sources sourced inferred aliases waivers contacts calls years notes
        translations extra
    }
    Call {
        kind with answered granted refused from to asked amount report_by reported subject source
        sources inferred note
    }
    Waiver { check because by until }
    Contact { role person email phone }
    SourceEntry { id title url document year read_on }
    YearBlock { note actions resources results figures }
    Resource { planned actual hours payer source told_by note inferred }
    ResultRow { value target is source told_by note inferred }
    Figure { value is source told_by note }
    Territory {
        kind code made_of within succeeds followed levers obstacles tools agreements stages
        collective
    }
    Agreement { with from to renews voted days amount subject source sources inferred note }
    Collective { actor name formed members size priorities identified_with }
    Reached { reached evidence source note inferred by_network }
    LeverOrObstacle { kind from to seen told_by lifted note source inferred }
    Tool { kind year from to seen note source inferred }
    Period { from to seen }
    Actor {
        kind also_in place address email phone website member governs statuses social_usefulness
        legal part_of_networks charter governance surplus
    }
    Membership { from to seen college }
    Status { is from to evidence source inferred }
    ActorCharter { signed evidence }
    Proof { what year source inferred }
    Governance { one_person_one_vote bodies hears }
    Surplus { indivisible_reserves kept }
    Dynamic {
        theme other_themes network_role place also_in from to seen form part_of succeeds ended
        levers obstacles tools stages partners purpose governance
    }
    Partner { name kind role from to seen inferred note source }
    Published { at records figures dynamics_by_theme }
}

tables_if_filled! {
    Legal { category siren siret rna none_because }
    Purpose { needs identified_with solution }
}
