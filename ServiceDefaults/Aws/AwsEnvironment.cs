using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ServiceDefaults.Aws;

/// <summary>Which cloud the clients of this process talk to: AWS, or an emulator on LocalStack's port and protocols.</summary>
/// <param name="UseLocalStack">Whether it is an emulator.</param>
/// <param name="Region">The Region, never empty.</param>
public sealed record AwsEnvironment(bool UseLocalStack, string Region)
{
    /// <summary>Key: whether clients talk to an emulator. Default false.</summary>
    public const string UseLocalStackKey = "LocalStack:UseLocalStack";

    /// <summary>Key: the emulator's Region. Default: <see cref="RegionKey"/>, or else us-east-1.</summary>
    public const string LocalRegionKey = "LocalStack:Session:RegionName";

    /// <summary>Key: the emulator's port. Default 4566.</summary>
    public const string LocalPortKey = "LocalStack:Config:EdgePort";

    /// <summary>Key: the Region. AWS itself is not called without it.</summary>
    public const string RegionKey = "AWS:Region";

    private const string DefaultLocalRegion = "us-east-1";

    /// <summary>Reads and checks the keys.</summary>
    /// <exception cref="OptionsValidationException">A value is missing or not allowed; the message names key and value.</exception>
    public static AwsEnvironment Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var useLocalStack = configuration[UseLocalStackKey] switch
        {
            null or "" => false,
            var text when bool.TryParse(text, out var value) => value,
            var text => throw Refuse($"{UseLocalStackKey} is '{text}': it must be true or false."),
        };
        if (configuration[LocalPortKey] is { Length: > 0 } port && !IsPort(port))
        {
            throw Refuse($"{LocalPortKey} is '{port}': it must be a port from 1 to {ushort.MaxValue}.");
        }

        var region = NullIfEmpty(configuration[RegionKey]);
        if (useLocalStack)
        {
            return new AwsEnvironment(true, NullIfEmpty(configuration[LocalRegionKey]) ?? region ?? DefaultLocalRegion);
        }

        return new AwsEnvironment(false, region ?? throw Refuse(
            $"{RegionKey} is not set: name the AWS Region to use, such as eu-west-1, or set {UseLocalStackKey} to true for an emulator."));
    }

    private static bool IsPort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= ushort.MaxValue;

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static OptionsValidationException Refuse(string message) => new(nameof(AwsEnvironment), typeof(AwsEnvironment), [message]);
}
