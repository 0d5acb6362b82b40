/// The contract's schemas as Swift (Generated/Wire.swift). A name here is the name of the schema; what is not known is absent.
/// Times are RFC 3339 texts, days `yyyy-MM-dd` or `long-term`, identifiers UUID texts, cards `card_…`.
package enum Wire {}
