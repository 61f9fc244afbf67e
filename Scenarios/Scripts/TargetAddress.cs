using System.Diagnostics.CodeAnalysis;

namespace Scenarios.Scripts;

/// <summary>The address that load is sent to.</summary>
public static class TargetAddress
{
    /// <summary>What is allowed, for messages.</summary>
    public const string Allowed = "an http or https address, as in http://localhost:5080";

    /// <summary>Reads an absolute http or https address; false if it is none.</summary>
    public static bool TryRead([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.Host.Length > 0;
}
