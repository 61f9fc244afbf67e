using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A text with holes that are filled once the application runs.</summary>
public class ReferenceExpression : IManifestExpressionProvider, IValueProvider, IValueWithReferences
{
    /// <summary>The expression without a text; its value is null.</summary>
    public static readonly ReferenceExpression Empty = new("", [], []);

    private readonly string[] _manifestExpressions;

    private ReferenceExpression(string format, IValueProvider[] valueProviders, string[] manifestExpressions)
    {
        Format = format;
        ValueProviders = valueProviders;
        _manifestExpressions = manifestExpressions;
    }

    /// <summary>The text, its holes as <c>{0}</c>, <c>{1}</c>…</summary>
    public string Format { get; }

    /// <summary>The holes' placeholders in the manifest.</summary>
    public IReadOnlyList<string> ManifestExpressions => _manifestExpressions;

    /// <summary>What fills the holes.</summary>
    public IReadOnlyList<IValueProvider> ValueProviders { get; }

    /// <inheritdoc/>
    public string ValueExpression => string.Format(CultureInfo.InvariantCulture, Format, _manifestExpressions);

    IEnumerable<object> IValueWithReferences.References => ValueProviders;

    /// <summary>An expression out of an interpolated string.</summary>
    public static ReferenceExpression Create(in ExpressionInterpolatedStringHandler handler) => handler.ToExpression();

    /// <inheritdoc/>
    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken)
    {
        if (Format.Length == 0)
        {
            return null;
        }

        var values = new object?[ValueProviders.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = await ValueProviders[i].GetValueAsync(cancellationToken);
        }

        return string.Format(CultureInfo.InvariantCulture, Format, values);
    }

    /// <summary>Takes an interpolated string apart: holes are strings, or values that are known later.</summary>
    /// <param name="literalLength">Characters outside the holes.</param>
    /// <param name="formattedCount">The number of holes.</param>
    [InterpolatedStringHandler]
    public ref struct ExpressionInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _format = new(literalLength + 3 * formattedCount);
        private readonly List<IValueProvider> _providers = new(formattedCount);
        private readonly List<string> _manifestExpressions = new(formattedCount);

        /// <summary>Adds text.</summary>
        public readonly void AppendLiteral(string value) => _format.Append(Escape(value));

        /// <summary>Adds a string that is known now.</summary>
        /// <param name="format">null, or <c>uri</c> to escape the value for a URI.</param>
        public readonly void AppendFormatted(string? value, string? format = null) =>
            _format.Append(Escape(ReferenceEncoding.Encode(value ?? "", format)));

        /// <summary>Adds a value that is known later.</summary>
        /// <param name="format">null, or <c>uri</c> to escape the value for a URI.</param>
        public readonly void AppendFormatted<T>(T valueProvider, string? format = null)
            where T : IValueProvider, IManifestExpressionProvider
        {
            _format.Append(CultureInfo.InvariantCulture, $"{{{_providers.Count}}}");
            _providers.Add(ReferenceEncoding.Wrap(valueProvider, format));
            _manifestExpressions.Add(valueProvider.ValueExpression);
        }

        /// <summary>Adds the value of a resource, known later.</summary>
        /// <param name="format">null, or <c>uri</c> to escape the value for a URI.</param>
        public readonly void AppendFormatted<T>(IResourceBuilder<T> valueProvider, string? format = null)
            where T : IResource, IValueProvider, IManifestExpressionProvider
        {
            ArgumentNullException.ThrowIfNull(valueProvider);
            AppendFormatted(valueProvider.Resource, format);
        }

        internal readonly ReferenceExpression ToExpression() => new(_format.ToString(), [.. _providers], [.. _manifestExpressions]);

        // The text becomes a format string, in which a brace is written twice.
        private static string Escape(string text) =>
            text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
    }
}
