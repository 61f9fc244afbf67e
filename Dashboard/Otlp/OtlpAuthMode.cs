namespace Dashboard.Otlp;

/// <summary>Who may send, by the names of Aspire's dashboard.</summary>
internal enum OtlpAuthMode
{
    /// <summary>Anyone who reaches the port.</summary>
    Unsecured,

    /// <summary>Who gives a key.</summary>
    ApiKey,
}
