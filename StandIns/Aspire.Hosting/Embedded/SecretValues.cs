using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Embedded;

/// <summary>Tells values that must not be shown unasked.</summary>
internal static class SecretValues
{
    private static readonly string[] TellingParts = ["KEY", "TOKEN", "SECRET", "PASSWORD", "CREDENTIAL", "HEADERS", "CONNECTIONSTRING"];

    /// <summary>Whether a variable holds a secret: by where its value comes from, or by what it is called.</summary>
    internal static bool IsSecret(string name, object? value) =>
        ComesFromSecret(value) || Array.Exists(TellingParts, part => name.Contains(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a value is, or has in it, a secret parameter.</summary>
    internal static bool ComesFromSecret(object? value) => References.Of(value).Any(static resource => resource is ParameterResource { Secret: true });
}
