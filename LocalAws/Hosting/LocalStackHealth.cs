using System.Reflection;
using System.Text.Json.Serialization;
using LocalAws.Protocol;

namespace LocalAws.Hosting;

/// <summary><c>GET /_localstack/health</c> in LocalStack's shape, by which tools find out that they may begin.</summary>
internal sealed record LocalStackHealth(
    [property: JsonPropertyName("services")] IReadOnlyDictionary<string, string> Services,
    [property: JsonPropertyName("edition")] string Edition,
    [property: JsonPropertyName("version")] string Version)
{
    /// <summary>All services here run from the start.</summary>
    public static LocalStackHealth Of(OperationTable operations) => new(
        operations.Services.ToDictionary(static service => service, static _ => "running"),
        "community",
        typeof(LocalStackHealth).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
            ?? "0");
}

/// <summary>The health document as JSON.</summary>
[JsonSerializable(typeof(LocalStackHealth))]
internal sealed partial class LocalStackHealthJson : JsonSerializerContext;
