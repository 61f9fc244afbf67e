using System.Globalization;
using Dashboard.Telemetry;
using Google.Protobuf;
using ServiceDefaults.Telemetry;

namespace Dashboard.Otlp;

/// <summary>OTLP's resources.</summary>
internal sealed class ResourceReader(AttributeReader attributes, ResourceTable table)
{
    private const string UnknownService = "unknown_service";

    /// <summary>Reads a resource's bytes.</summary>
    /// <exception cref="MalformedOtlpException">They are none, or too many.</exception>
    public Resource Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > ItemLimit.MaximumResourceBytes)
        {
            throw TooLarge();
        }

        try
        {
            return Read(Wire.Resource.Parser.ParseFrom(bytes));
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new MalformedOtlpException($"The resource is no valid protobuf: {exception.Message}", exception);
        }
    }

    /// <summary>Reads a resource; null stands for one that says nothing about itself.</summary>
    /// <exception cref="MalformedOtlpException">It is too large.</exception>
    public Resource Read(Wire.Resource? resource)
    {
        if (resource?.CalculateSize() > ItemLimit.MaximumResourceBytes)
        {
            throw TooLarge();
        }

        IReadOnlyList<Tag> tags = resource is null ? [] : attributes.Read(resource.Attributes);
        return table.Intern(
            TagList.Canonical(tags),
            () => new(new(tags.Find("service.name") ?? UnknownService, tags.Find("service.instance.id") ?? ""), ReadClock(tags), tags));
    }

    private static MalformedOtlpException TooLarge() => new($"resource: may take up to {ItemLimit.MaximumResourceBytes} bytes.");

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
