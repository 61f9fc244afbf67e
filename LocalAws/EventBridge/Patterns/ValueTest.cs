namespace LocalAws.EventBridge.Patterns;

/// <summary>A test of one value of an event.</summary>
internal abstract record ValueTest
{
    /// <summary>The value is this string.</summary>
    internal sealed record Text(string Value) : ValueTest;

    /// <summary>The value is this number. Numbers outside the comparable range are compared as they are spelled.</summary>
    internal sealed record Number(string Spelling, ComparableNumber? Value) : ValueTest;

    /// <summary>The value is <c>null</c>, <c>true</c> or <c>false</c>.</summary>
    internal sealed record Literal(string Spelling) : ValueTest;

    /// <summary>The value is the string that spells this IP address, in any notation.</summary>
    internal sealed record Address(IpRange Addresses) : ValueTest;

    /// <summary>The value is a string that starts with this.</summary>
    internal sealed record Prefix(string Value, bool IgnoreCase) : ValueTest;

    /// <summary>The value is a string that ends with this.</summary>
    internal sealed record Suffix(string Value, bool IgnoreCase) : ValueTest;

    /// <summary>The value is this string but for the case of its letters.</summary>
    internal sealed record EqualsIgnoreCase(string Value) : ValueTest;

    /// <summary>The value is a string in which the parts stand in this order, with anything between two of them.</summary>
    internal sealed record Wildcard(IReadOnlyList<string> Parts) : ValueTest;

    /// <summary>The value is a number within these bounds; null: unbounded.</summary>
    internal sealed record Range(ComparableNumber? Low, bool LowIncluded, ComparableNumber? High, bool HighIncluded) : ValueTest;

    /// <summary>The value is the string of an IP address in this network.</summary>
    internal sealed record Network(IpRange Addresses) : ValueTest;

    /// <summary>The field has a value, whatever it is.</summary>
    internal sealed record Exists : ValueTest;

    /// <summary>The field is absent: the one test that passes without a value.</summary>
    internal sealed record Absent : ValueTest;

    /// <summary>The value, of whatever type, passes none of these tests.</summary>
    internal sealed record AnythingBut(IReadOnlyList<ValueTest> Excluded) : ValueTest;
}
