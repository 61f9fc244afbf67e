namespace LoadGenerator;

/// <summary>How a request ended.</summary>
internal enum RequestOutcome
{
    /// <summary>A 2xx answer.</summary>
    Accepted,

    /// <summary>Any other answer.</summary>
    Rejected,

    /// <summary>No answer: the connection failed, or the script's timeout passed.</summary>
    Failed,
}
