using System.Collections.Concurrent;
using System.Globalization;
using Dashboard.Telemetry;
using ServiceDefaults.Telemetry;

namespace Dashboard.Otlp;

/// <summary>OTLP's resources; one copy for each that describes itself the same way.</summary>
internal sealed class ResourceReader(AttributeReader attributes)
{
    private const string UnknownService = "unknown_service";
    private const int MaximumCached = 1_000;

    private readonly ConcurrentDictionary<string, Resource> _known = new(StringComparer.Ordinal);

    /// <summary>Reads a resource; null stands for one that says nothing about itself.</summary>
    public Resource Read(Wire.Resource? resource)
    {
        IReadOnlyList<Tag> tags = resource is null ? [] : attributes.Read(resource.Attributes);
        var canonical = TagList.Canonical(tags);
        if (_known.TryGetValue(canonical, out var known))
        {
            return known;
        }

        if (_known.Count >= MaximumCached)
        {
            _known.Clear();
        }

        return _known.GetOrAdd(canonical, new Resource(
            new(tags.Find("service.name") ?? UnknownService, tags.Find("service.instance.id") ?? ""), ReadClock(tags), tags));
    }

    private static ResourceClock ReadClock(IReadOnlyList<Tag> tags)
    {
        var speed = double.TryParse(
            tags.Find(TelemetryExtensions.ClockSpeedAttribute), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number > 0 && double.IsFinite(number) ? number : 1;
        var hasOrigin = DateTimeOffset.TryParse(
            tags.Find(TelemetryExtensions.ClockOriginAttribute), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var origin);
        return speed == 1 ? ResourceClock.Real : new(speed, hasOrigin ? origin : DateTimeOffset.UnixEpoch);
    }
}
