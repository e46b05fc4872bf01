//! What is not read as the corpora have it: the number of the line in its own collection, and why.

pub const NUMBERS: &[(u64, &str)] = &[];
pub const RANGES: &[(u64, &str)] = &[];
pub const PERCENTAGES: &[(u64, &str)] = &[];
pub const AGES: &[(u64, &str)] = &[];
pub const MONEY: &[(u64, &str)] = &[];
pub const DIMENSIONS: &[(u64, &str)] = &[];
pub const DATES: &[(u64, &str)] = &[];
