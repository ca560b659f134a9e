"""Write resources/data/languages/cldr-*.json: month, weekday, currency and unit words of CLDR, taken from babel.

Run `python resources/build/cldr_words.py` with babel installed; the program itself never imports babel.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from babel import Locale

HERE = Path(__file__).resolve().parents[1] / "data" / "languages"
LANGUAGES = ["en", "es", "fr", "de", "it", "pt", "nl", "ru", "uk", "tr", "ar", "pl"]
# withdrawn currencies that news and its archives still name
OLD_CURRENCIES = "DEM FRF ITL ESP NLG FIM ATS BEF PTE GRD IEP"
CURRENCIES = f"""
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP
CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR
IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR
MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD
SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF
YER ZAR ZMW {OLD_CURRENCIES}
""".split()
UNITS = [
    "area-square-kilometer", "area-hectare", "area-square-meter", "area-square-centimeter", "area-square-mile",
    "area-acre", "area-square-yard", "area-square-foot", "area-square-inch", "digital-petabyte", "digital-terabyte",
    "digital-terabit", "digital-gigabyte", "digital-gigabit", "digital-megabyte", "digital-megabit",
    "digital-kilobyte", "digital-kilobit", "digital-byte", "digital-bit", "duration-century", "duration-decade",
    "duration-year", "duration-month", "duration-week", "duration-day", "duration-hour", "duration-minute",
    "duration-second", "duration-millisecond", "electric-ampere", "electric-ohm", "electric-volt",
    "energy-kilocalorie", "energy-calorie", "energy-kilojoule", "energy-joule", "energy-kilowatt-hour",
    "frequency-gigahertz", "frequency-megahertz", "frequency-kilohertz", "frequency-hertz", "length-kilometer",
    "length-meter", "length-decimeter", "length-centimeter", "length-millimeter", "length-micrometer",
    "length-nanometer", "length-picometer", "length-mile", "length-yard", "length-foot", "length-inch",
    "length-light-year", "length-nautical-mile", "mass-tonne", "mass-kilogram", "mass-gram", "mass-milligram",
    "mass-ton", "mass-stone", "mass-pound", "mass-ounce", "mass-carat", "power-gigawatt", "power-megawatt",
    "power-kilowatt", "power-watt", "power-horsepower", "pressure-bar", "pressure-millibar", "pressure-atmosphere",
    "pressure-pascal", "pressure-hectopascal", "pressure-kilopascal", "speed-kilometer-per-hour",
    "speed-meter-per-second", "speed-mile-per-hour", "speed-knot", "temperature-celsius", "temperature-fahrenheit",
    "temperature-kelvin", "temperature-generic", "volume-cubic-kilometer", "volume-cubic-meter",
    "volume-cubic-centimeter", "volume-cubic-foot", "volume-hectoliter", "volume-liter", "volume-deciliter",
    "volume-centiliter", "volume-milliliter", "volume-gallon", "volume-quart", "volume-pint", "volume-cup",
    "volume-tablespoon", "volume-teaspoon", "volume-barrel",
]  # fmt: skip

PLURALS = {"zero", "one", "two", "few", "many", "other"}
# short unit signs that are everyday words or read as something else
TOO_COMMON = {"in", "at", "a", "c", "o", "to", "de", "st", "ch", "y", "d", "j", "w", "u", "g.", "pt", "T", "as"}


def names(widths: Any, keep: tuple[str, ...]) -> dict[str, int]:
    """`{word: number}` of months or weekdays in every context and the widths to keep."""
    found: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in keep:
            for number, word in dict(widths[context][width]).items():
                word = word.strip().rstrip(".").lower()
                if len(word) > 1:
                    found.setdefault(word, int(number))
    return found


def unit_words(patterns: Any) -> dict[str, str]:
    """`{words: CLDR unit}` from the long and short patterns, without the place of the number."""
    found: dict[str, str] = {}
    for unit in UNITS:
        for width in ("long", "short"):
            for plural, pattern in dict(dict(patterns.get(unit, {})).get(width, {})).items():
                if plural not in PLURALS or "{0}" not in pattern:
                    continue
                word = re.sub(r"[\u200e\u200f]", "", pattern).replace("{0}", "").strip().rstrip(".")
                if word and not word.isdigit() and word not in TOO_COMMON:
                    found.setdefault(word, unit)
    return found


def currency_words(data: Any) -> dict[str, str]:
    """`{words: ISO code}` in lower case, from the display names and their plural forms."""
    found: dict[str, str] = {}
    for code in CURRENCIES:
        forms = [data["currency_names"].get(code)]
        forms += list(dict(data["currency_names_plural"].get(code, {})).values())
        for form in forms:
            if form and "(" not in form:
                found.setdefault(form.lower(), code)
    return found


def main() -> None:
    HERE.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        data = Locale(language)._data
        table = {
            "months": names(data["months"], ("wide", "abbreviated")),
            # CLDR counts Monday as 0
            "weekdays": names(data["days"], ("wide", "abbreviated")),
            "currencies": currency_words(data),
            "units": unit_words(data["unit_patterns"]),
        }
        path = HERE / f"cldr-{language}.json"
        path.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
