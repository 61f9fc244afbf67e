namespace SlowApi.Keys;

/// <summary>Marks an endpoint that only a caller with a key may use.</summary>
internal sealed class RequiresApiKey
{
    public static RequiresApiKey Instance { get; } = new();
}
