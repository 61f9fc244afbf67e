namespace LoadGenerator;

/// <summary>How a request ended.</summary>
internal enum RequestOutcome
{
    /// <summary>A 2xx answer.</summary>
    Accepted,

    /// <summary>Any other answer.</summary>
    Rejected,

    /// <summary>No answer: the connection broke, or the timeout passed.</summary>
    Failed,

    /// <summary>No connection: nobody listens there, or nothing is known under that name. Counted with <see cref="Failed"/>.</summary>
    NotConnected,
}
