//! The physical units by their folded names. Every factor is exact by definition.
//!
//! Metric prefixes and the international foot, pound and acre; the UK gallon of 1985; the US gallon of 231 cubic inches,
//! 42 of which are a barrel of oil (NIST Handbook 44, appendix C).

use super::{
    Dimension::{self, Area, Duration, Fraction, Length, Mass, Volume},
    Known,
};
use crate::model::number::Number;

/// The singular of a name that means several units, under which its forms compare.
pub(super) fn ambiguous(name: &str) -> Option<&'static str> {
    Some(match name {
        "ton" | "tons" => "ton",
        "gallon" | "gallons" => "gallon",
        "pint" | "pints" => "pint",
        "quart" | "quarts" => "quart",
        "fluid ounce" | "fluid ounces" => "fluid ounce",
        "ounce" | "ounces" => "ounce",
        "pound" | "pounds" => "pound",
        _ => return None,
    })
}

/// What is known of the unit of this folded name.
pub(super) fn known(name: &str) -> Option<Known> {
    // The factor is the second number with as many decimals as the third says.
    let (dimension, units, decimals): (Dimension, i128, u32) = match name {
        "millimetre" | "millimetres" | "millimeter" | "millimeters" | "mm" => (Length, 1, 3),
        "centimetre" | "centimetres" | "centimeter" | "centimeters" | "cm" => (Length, 1, 2),
        "metre" | "metres" | "meter" | "meters" | "m" => (Length, 1, 0),
        "kilometre" | "kilometres" | "kilometer" | "kilometers" | "km" => (Length, 1_000, 0),
        "inch" | "inches" | "in" => (Length, 254, 4),
        "foot" | "feet" | "ft" => (Length, 3_048, 4),
        "yard" | "yards" | "yd" => (Length, 9_144, 4),
        "mile" | "miles" | "mi" => (Length, 1_609_344, 3),
        "nautical mile" | "nautical miles" | "nmi" => (Length, 1_852, 0),

        "milligram" | "milligrams" | "milligramme" | "milligrammes" => (Mass, 1, 6),
        "gram" | "grams" | "gramme" | "grammes" | "g" => (Mass, 1, 3),
        "kilogram" | "kilograms" | "kilogramme" | "kilogrammes" | "kilo" | "kilos" | "kg" => (Mass, 1, 0),
        "tonne" | "tonnes" | "metric ton" | "metric tons" | "metric tonne" | "metric tonnes" | "t" => (Mass, 1_000, 0),
        "lb" | "lbs" => (Mass, 45_359_237, 8),
        "short ton" | "short tons" | "us ton" | "us tons" => (Mass, 90_718_474, 5),
        "long ton" | "long tons" | "imperial ton" | "imperial tons" => (Mass, 10_160_469_088, 7),
        "avoirdupois ounce" | "avoirdupois ounces" => (Mass, 28_349_523_125, 12),
        "troy ounce" | "troy ounces" => (Mass, 311_034_768, 10),

        "square metre" | "square metres" | "square meter" | "square meters" | "m2" | "m²" | "sq m" => (Area, 1, 0),
        "square kilometre" | "square kilometres" | "square kilometer" | "square kilometers" | "km2" | "km²"
        | "sq km" => (Area, 1_000_000, 0),
        "hectare" | "hectares" | "ha" => (Area, 10_000, 0),
        "square inch" | "square inches" | "in2" | "in²" | "sq in" => (Area, 64_516, 8),
        "square foot" | "square feet" | "ft2" | "ft²" | "sq ft" => (Area, 9_290_304, 8),
        "square yard" | "square yards" | "yd2" | "yd²" | "sq yd" => (Area, 83_612_736, 8),
        "square mile" | "square miles" | "mi2" | "mi²" | "sq mi" => (Area, 2_589_988_110_336, 6),
        "acre" | "acres" => (Area, 40_468_564_224, 7),

        "millilitre" | "millilitres" | "milliliter" | "milliliters" => (Volume, 1, 3),
        "centilitre" | "centilitres" | "centiliter" | "centiliters" => (Volume, 1, 2),
        "litre" | "litres" | "liter" | "liters" | "l" => (Volume, 1, 0),
        "hectolitre" | "hectolitres" | "hectoliter" | "hectoliters" => (Volume, 100, 0),
        "megalitre" | "megalitres" | "megaliter" | "megaliters" => (Volume, 1_000_000, 0),
        "cubic centimetre" | "cubic centimetres" | "cubic centimeter" | "cubic centimeters" | "cm3" | "cm³" => {
            (Volume, 1, 3)
        }
        "cubic metre" | "cubic metres" | "cubic meter" | "cubic meters" | "m3" | "m³" | "cu m" => (Volume, 1_000, 0),
        "cubic kilometre" | "cubic kilometres" | "cubic kilometer" | "cubic kilometers" | "km3" | "km³" => {
            (Volume, 1_000_000_000_000, 0)
        }
        "cubic inch" | "cubic inches" | "in3" | "in³" | "cu in" => (Volume, 16_387_064, 9),
        "cubic foot" | "cubic feet" | "ft3" | "ft³" | "cu ft" => (Volume, 28_316_846_592, 9),
        "cubic yard" | "cubic yards" | "yd3" | "yd³" | "cu yd" => (Volume, 764_554_857_984, 9),
        "us gallon" | "us gallons" => (Volume, 3_785_411_784, 9),
        "imperial gallon" | "imperial gallons" | "uk gallon" | "uk gallons" => (Volume, 454_609, 5),
        "us pint" | "us pints" => (Volume, 473_176_473, 9),
        "imperial pint" | "imperial pints" | "uk pint" | "uk pints" => (Volume, 56_826_125, 8),
        "barrel" | "barrels" | "barrel of oil" | "barrels of oil" | "oil barrel" | "oil barrels" | "bbl" => {
            (Volume, 158_987_294_928, 9)
        }

        "millisecond" | "milliseconds" | "ms" => (Duration, 1, 3),
        "second" | "seconds" | "sec" | "secs" | "s" => (Duration, 1, 0),
        "minute" | "minutes" | "min" | "mins" => (Duration, 60, 0),
        "hour" | "hours" | "hr" | "hrs" | "h" => (Duration, 3_600, 0),
        "day" | "days" => (Duration, 86_400, 0),
        "week" | "weeks" => (Duration, 604_800, 0),
        "fortnight" | "fortnights" => (Duration, 1_209_600, 0),

        "percent" | "per cent" | "percents" | "pct" | "%" => (Fraction, 1, 2),
        "per mille" | "per mil" | "permille" | "‰" => (Fraction, 1, 3),
        "fraction" => (Fraction, 1, 0),
        _ => return None,
    };
    Some(Known { dimension, factor: Number::from_parts(units, decimals)? })
}
