using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LocalAws.EventBridge.Topology;

namespace LocalAws.EventBridge.Archives;

/// <summary>The managed rules that fill archives.</summary>
internal static class ArchiveRules
{
    private const string ArnResource = ":archive/";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The name in an archive's ARN.</summary>
    public static string NameOf(string arn) =>
        arn.IndexOf(ArnResource, StringComparison.Ordinal) is var place and >= 0 ? arn[(place + ArnResource.Length)..] : arn;

    /// <summary>
    /// The rule of an archive whose pattern was checked. What comes from a replay is not archived again: its envelope
    /// has the replay's name.
    /// </summary>
    public static Rule For(EventTopology topology, Archive archive)
    {
        var pattern = archive.Pattern is null ? new JsonObject() : JsonNode.Parse(archive.Pattern)!.AsObject();
        pattern["replay-name"] ??= new JsonArray(new JsonObject { ["exists"] = false });
        return new Rule(archive.RuleName, topology.RuleArn(archive.Bus, archive.RuleName), archive.Bus, pattern.ToJsonString(Relaxed), null)
        {
            ManagedBy = Archive.Manager,
            Targets = [new Target("archive", archive.Arn)],
        };
    }
}
