//! What readers of other formats share: JSON with the place of every value, repairs by name, fact checks as read, and what they propose.

// Each reader uses a part of it.
#![cfg_attr(not(all(feature = "claimreview", feature = "factcheck")), allow(dead_code, unused_imports))]

mod accept;
mod address;
mod claimant;
mod date;
mod entities;
mod judge;
pub(crate) mod labels;
mod placeholder;
mod proposal;
mod rating;
mod reading;
mod repair;
pub(crate) mod review;
mod slug;
mod stream;
mod tree;

pub use accept::{Acceptance, Differing};
pub use claimant::Claimant;
pub use labels::{Labels, Meaning};
pub use proposal::Proposal;
pub use rating::{Rating, Share};
pub use reading::Field;
pub use repair::{Repair, RepairCode};
pub use review::{Agent, AgentKind, Review, ReviewKind};
pub use stream::{Feed, FeedError, Item};
pub use tree::{Kind, Node, Pointer, Tree, TreeError};

pub(crate) use entities::decoded;
pub(crate) use reading::Reading;
pub(crate) use review::site;
