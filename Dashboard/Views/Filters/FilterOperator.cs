namespace Dashboard.Views.Filters;

/// <summary>How a value is compared.</summary>
internal enum FilterOperator
{
    /// <summary><c>:</c> or <c>=</c>. What "is" means, is up to the key: a name contains the value, an id equals it.</summary>
    Is,

    /// <summary><c>!=</c></summary>
    IsNot,

    /// <summary><c>&gt;</c></summary>
    Above,

    /// <summary><c>&gt;=</c></summary>
    AtLeast,

    /// <summary><c>&lt;</c></summary>
    Below,

    /// <summary><c>&lt;=</c></summary>
    AtMost,
}
