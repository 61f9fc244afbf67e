namespace LocalAws.SecretsManager;

/// <summary>A secret's value: text or bytes, exactly one of them.</summary>
internal sealed record SecretValue(string? Text, byte[]? Bytes = null)
{
    /// <summary>Whether both are the same value.</summary>
    public bool Matches(SecretValue other) => Text == other.Text && (Bytes ?? []).AsSpan().SequenceEqual(other.Bytes ?? []);
}
