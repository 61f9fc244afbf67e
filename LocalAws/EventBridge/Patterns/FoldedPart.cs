namespace LocalAws.EventBridge.Patterns;

/// <summary>Which part of a value an <see cref="IgnoreCaseMatcher"/> compares.</summary>
internal enum FoldedPart
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>Its start.</summary>
    Start,

    /// <summary>Its end.</summary>
    End,
}
