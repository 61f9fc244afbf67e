namespace Scenarios.Scripts;

/// <summary>
/// Keys that Artillery knows and that are not honoured here, so that a refusal can tell them from a slip of the pen.
/// Source: Artillery's documentation, "Test scripts" and "HTTP engine".
/// </summary>
internal static class ArtilleryKeys
{
    private static readonly HashSet<string> NotHonoured =
    [
        "after", "afterResponse", "afterScenario", "apdex", "auth", "before", "beforeRequest", "beforeScenario", "body", "bundling", "capture",
        "cookie", "cookieJar", "defaults", "engines", "ensure", "environments", "expect", "extendedMetrics", "followRedirect", "form", "formData",
        "function", "gzip", "ifTrue", "includeFiles", "log", "loop", "match", "maxSockets", "metricsByEndpoint", "mode", "name", "parallel", "payload",
        "plugins", "pool", "processor", "qs", "statsInterval", "tls", "variables", "ws",
    ];

    /// <summary>Why <paramref name="key"/> is refused where only <paramref name="allowed"/> are honoured.</summary>
    public static string Refuse(string key, IEnumerable<string> allowed) =>
        (NotHonoured.Contains(key) ? "Artillery's, but not honoured here" : "no such key") + $"; allowed here: {string.Join(", ", allowed)}.";
}
