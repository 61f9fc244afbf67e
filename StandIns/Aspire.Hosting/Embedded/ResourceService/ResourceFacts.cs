using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Google.Protobuf.WellKnownTypes;
using Wire = Aspire.DashboardService.Proto.V1;

namespace Aspire.Hosting.Embedded.ResourceService;

/// <summary>The properties of a resource under the keys that Aspire's dashboard knows: those that all have, then its own.</summary>
internal static class ResourceFacts
{
    /// <summary>The properties.</summary>
    internal static IEnumerable<Wire.ResourceProperty> Of(ResourceEvent @event)
    {
        Dictionary<string, Wire.ResourceProperty> properties = new(StringComparer.Ordinal);
        foreach (var (name, value) in Common(@event))
        {
            if (value is not null)
            {
                properties[name] = new Wire.ResourceProperty { Name = name, Value = Value.ForString(value), IsSensitive = false };
            }
        }

        foreach (var property in @event.Snapshot.Properties)
        {
            properties[property.Name] = new Wire.ResourceProperty
            {
                Name = property.Name,
                Value = ValueOf(property.Value),
                IsSensitive = property.IsSensitive,
            };
        }

        return properties.Values;
    }

    private static IEnumerable<(string Name, string? Value)> Common(ResourceEvent @event)
    {
        var snapshot = @event.Snapshot;
        yield return ("resource.type", snapshot.ResourceType);
        yield return ("resource.source", Own("project.path") ?? Own("executable.path") ?? Own("container.image"));
        yield return ("resource.state", snapshot.State?.Text);
        yield return ("resource.exitCode", snapshot.ExitCode?.ToString(CultureInfo.InvariantCulture));
        yield return ("resource.healthState", snapshot.HealthStatus?.ToString());
        yield return ("resource.createTime", Instant(snapshot.CreationTimeStamp));
        yield return ("resource.startTime", Instant(snapshot.StartTimeStamp));
        yield return ("resource.stopTime", Instant(snapshot.StopTimeStamp));
        yield return ("resource.parentName", (@event.Resource as IResourceWithParent)?.Parent.Name);

        string? Own(string name) => snapshot.Properties.FirstOrDefault(property => property.Name == name)?.Value as string;
    }

    private static string? Instant(DateTime? instant) => instant?.ToString("O", CultureInfo.InvariantCulture);

    private static Value ValueOf(object? value) => value switch
    {
        null => Value.ForNull(),
        string text => Value.ForString(text),
        bool flag => Value.ForBool(flag),
        int number => Value.ForNumber(number),
        IEnumerable<string> texts => Value.ForList([.. texts.Select(Value.ForString)]),
        IFormattable formattable => Value.ForString(formattable.ToString(null, CultureInfo.InvariantCulture)),
        _ => Value.ForString(value.ToString() ?? ""),
    };
}
