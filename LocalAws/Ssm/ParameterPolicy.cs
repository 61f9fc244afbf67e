namespace LocalAws.Ssm;

/// <summary>One policy of an advanced parameter.</summary>
/// <param name="Type">Expiration, ExpirationNotification or NoChangeNotification.</param>
/// <param name="Text">The policy as it was given, JSON.</param>
internal sealed record ParameterPolicy(string Type, string Text)
{
    public const string Expiration = "Expiration";
    public const string ExpirationNotification = "ExpirationNotification";
    public const string NoChangeNotification = "NoChangeNotification";

    /// <summary>When the parameter goes; null: another kind of policy.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>How long before the expiration, or after the latest change, somebody is to be told; null: an expiration.</summary>
    public TimeSpan? Distance { get; init; }

    /// <summary>When it does what it is for.</summary>
    public DateTimeOffset DueAt(Parameter parameter) => Timestamp
        ?? (Type == ExpirationNotification ? parameter.ExpiresAt!.Value - Distance!.Value : parameter.ModifiedAt + Distance!.Value);
}
