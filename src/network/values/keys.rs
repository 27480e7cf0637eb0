//! The keys of every table of a record, as its schema names them; a test compares both.

use crate::calendar::Period;
use crate::charter::{Table, Value};
use crate::network::values::to_value::See;
use crate::records::{
    Actor, ActorCharter, Agreement, Call, Collective, Common, Contact, Dynamic, Figure, Governance,
    Legal, LeverOrObstacle, Membership, Partner, Proof, Purpose, Reached, Resource, ResultRow,
    SourceEntry, Status, Territory, Tool, Waiver, YearBlock,
};

/// Reads the keys of tables from the fields of the same names.
macro_rules! fields_as_keys {
    ($($table:ident { $($key:ident)* })*) => {$(
        impl Table for $table {
            fn get(&self, key: &str) -> Value<'_> {
                match key {
                    $(stringify!($key) => self.$key.see(),)*
                    _ => Value::Nothing,
                }
            }
        }
    )*};
}

/// Tables that expressions always see, even empty.
macro_rules! tables {
    ($($table:ident { $($key:ident)* })*) => {
        fields_as_keys! { $($table { $($key)* })* }
        $(impl See for $table {
            fn see(&self) -> Value<'_> {
                Value::Table(self)
            }
        })*
    };
}

/// Tables that expressions see only where a key is filled.
macro_rules! tables_if_filled {
    ($($table:ident { $($key:ident)* })*) => {
        fields_as_keys! { $($table { $($key)* })* }
        $(impl See for $table {
            fn see(&self) -> Value<'_> {
                if *self == Self::default() { Value::Nothing } else { Value::Table(self) }
            }
        })*
    };
}

tables! {
    Common {
        name summary sources sourced inferred aliases waivers contacts calls years notes extra
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
        legal
        part_of_networks charter governance
    }
    Membership { from to seen college }
    Status { is from to evidence source inferred }
    ActorCharter { signed evidence }
    Proof { what year source inferred }
    Governance { one_person_one_vote bodies hears }
    Dynamic {
        theme other_themes network_role place also_in from to seen form part_of succeeds ended
        levers obstacles tools
        stages partners purpose governance
    }
    Partner { name kind role from to seen inferred note source }
}

tables_if_filled! {
    Legal { category siren siret rna none_because }
    Purpose { needs identified_with solution }
}
