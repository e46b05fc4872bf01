//! What is not read as the corpora have it: the number of the line in its own collection, and why.

pub const NUMBERS: &[(u64, &str)] = &[
    (143, "a date, which is read as one"),
    (159, "`5,00` may be five or five hundred and is left out"),
    (193, "a bare `G` is no thousand million in the news"),
    (227, "an ordinal, and no number"),
];

pub const RANGES: &[(u64, &str)] = &[(58, "read as a share, 2 of 5, not as the number 2")];

pub const PERCENTAGES: &[(u64, &str)] =
    &[(10, "the number stands behind `of` and is the whole, not the percentage"), (12, "the same")];

pub const AGES: &[(u64, &str)] = &[];

pub const MONEY: &[(u64, &str)] = &[
    (1, "the markka is history and not in the list"),
    (95, "dollars and cents are two figures here"),
    (97, "the same"),
    (99, "`one dollar and one` is two numbers here"),
    (101, "`and fifty` behind a sum is another number here"),
    (103, "as line 99"),
    (109, "the Tamil sign of the rupee is not in the list"),
    (145, "as line 101"),
    (167, "as line 101"),
    (169, "a code written on to its number is one word"),
];

pub const DIMENSIONS: &[(u64, &str)] = &[
    (52, "`2 pm` is a time of day, and a picometre none of the news"),
    (61, "feet and inches are two figures here"),
    (63, "the same"),
];

pub const DATES: &[(u64, &str)] = &[
    (13, "days of a month named behind them"),
    (121, "`the same month` points at the text"),
    (123, "the same with a year"),
    (125, "`the month` points at the text"),
    (130, "the same"),
    (132, "`the day` points at the text"),
    (145, "`later this year` begins with publication here, in July there"),
    (170, "a bound on a distance to a day is left out, the day itself is read"),
    (193, "`the week` points at the text"),
    (230, "a national holiday"),
    (297, "day and month in digits without a year"),
    (299, "either order of day and month: all that they can mean is read"),
    (301, "day and month in digits without a year"),
    (311, "the same, and either order"),
    (331, "`the day after` points at the text"),
    (334, "`previous Monday`: one of two, here"),
    (345, "the end of a year is its last third here"),
    (383, "`next Friday`: one of two, here"),
    (389, "`last Wednesday`: one of two, here"),
    (410, "a distance to a whole year is left out"),
    (436, "day and month in digits without a year"),
    (438, "the same"),
    (440, "the same"),
    (442, "the same"),
    (481, "a saint's day"),
    (535, "month and day written as one word"),
    (537, "nothing says that it lies ahead"),
    (682, "a bare `weekend`"),
    (692, "a span from the end of one time begins with that end here, behind it there"),
    (694, "the same"),
    (711, "either order of day and month"),
    (725, "`the year before` counts from the date behind it"),
    (727, "a past feast here, the next one there, though it `happened`"),
    (740, "day and month in digits without a year"),
    (746, "the same"),
    (748, "slang"),
    (755, "the year between month and day"),
    (759, "the same"),
    (766, "two digits of a year"),
    (768, "the same"),
    (788, "a fortnight ahead from another day"),
    (805, "a bare month lies behind here, ahead there"),
    (811, "two units added up"),
    (824, "a weekend named after a feast"),
    (826, "a national holiday"),
    (860, "weeks of a year counted back from its last day here"),
    (864, "two ways to say one date"),
    (866, "the same"),
    (868, "the same"),
    (893, "decades from publication on here, calendar decades there"),
    (928, "the span ends in the month of its own beginning"),
    (952, "a feast of the moon"),
];
