namespace Aspire.Hosting.ApplicationModel;

/// <summary>The formats that a hole of a <see cref="ReferenceExpression"/> may ask for.</summary>
internal static class ReferenceEncoding
{
    /// <summary>The value as the format wants it.</summary>
    internal static string Encode(string value, string? format) => format switch
    {
        null => value,
        _ when string.Equals(format, "uri", StringComparison.OrdinalIgnoreCase) => Uri.EscapeDataString(value),
        _ => throw new FormatException($"A hole of a reference expression knows the format 'uri' only, not '{format}'."),
    };

    /// <summary>A provider whose value comes out as the format wants it.</summary>
    internal static IValueProvider Wrap(IValueProvider provider, string? format)
    {
        _ = Encode("", format);
        return format is null ? provider : new EncodedValue(provider, format);
    }

    private sealed class EncodedValue(IValueProvider inner, string format) : IValueProvider, IValueWithReferences
    {
        public IEnumerable<object> References => [inner];

        public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) =>
            await inner.GetValueAsync(cancellationToken) is { } value ? Encode(value, format) : null;
    }
}
