//! Placement of everything on the map, so that nothing covers anything else.
//!
//! # The problem
//!
//! Each territory has a *block*: its symbols in rows with its name below (`block`, `cells`). At
//! home, a block is placed with the middle of its rows on the territory's point (its *anchor*). In
//! the mining basin or around Lille, anchors are nearer to each other than blocks are wide, so
//! blocks must move; a block that has left its anchor is tied to it by a *leader*, a straight line.
//! Two things are forbidden (blocks that overlap, blocks outside the frame or over the boxes that
//! are already placed), and two are unwanted (leaders over another block or another leader, and
//! distance from home). Labelling points without overlap is NP-hard even for one size of label
//! (Marks and Shieber 1991), so an exact answer is not sought.
//!
//! # The stages
//!
//! 1. `layout` divides the page and places what is not a territory where it covers least land
//!    (`free_space`, `land`): the scale bar (`scale`), the box of region-wide dynamics and the box
//!    of dynamics without a place (`panel`). These are the *obstacles*; they do not move again.
//! 2. `separate` pushes overlapping blocks apart, a little in each round, while it pulls each
//!    towards its anchor. The result is free of overlaps and close to the true places, but leaders
//!    may cross. Where it finds no arrangement, `layout` tries again with smaller symbols.
//! 3. `anneal` improves that arrangement by *threshold accepting* (Dueck and Scheuer 1990), a
//!    relative of simulated annealing without its exponential: a random block is moved to a
//!    random place near its home (`candidate`), and the move is kept if the total cost rises by
//!    no more than a threshold, which falls to zero during the run. Early on, blocks may therefore
//!    pass through bad arrangements to reach good ones. The best arrangement without an overlap is
//!    kept and then improved greedily. Where a leader still crosses something, the run starts
//!    again with another random seed.
//! 4. `names` writes departments, towns and neighbouring regions into the space that is left.
//!
//! # The cost
//!
//! In pixels of distance from home (`candidate`): the distance of each block from its anchor and
//! its square, times the weight of the block; a fixed price for having a leader at all; and a
//! price for each crossing that equals a detour of some 100 pixels. Overlaps have a price of their
//! own, which rises during the run until it outweighs everything else.
//!
//! # The same map everywhere
//!
//! A figure gives the same bytes on every machine: random numbers come from a generator written
//! out here with fixed seeds, directions are constants rather than sines, and distances use `sqrt`,
//! which IEEE 754 defines to the last digit, rather than `hypot`, which it does not.

pub(crate) mod anneal;
pub(crate) mod block;
pub(crate) mod candidate;
pub(crate) mod cells;
pub(crate) mod free_space;
pub(crate) mod land;
pub(crate) mod layout;
pub(crate) mod named_places;
pub(crate) mod names;
pub(crate) mod panel;
pub(crate) mod scale;
pub(crate) mod separate;
pub(crate) mod site;
