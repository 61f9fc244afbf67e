namespace Dashboard.Views.Traces;

/// <summary>What is tried again.</summary>
internal enum AttemptKind
{
    /// <summary>A call, by the caller's code.</summary>
    Call,

    /// <summary>A function, by the platform that invokes it.</summary>
    Invocation,

    /// <summary>A message, by the queue that hands it out.</summary>
    Delivery,
}
