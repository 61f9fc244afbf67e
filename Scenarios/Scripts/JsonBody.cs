using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Scenarios.Scripts;

/// <summary>
/// Turns the YAML below a <c>json</c> key into the JSON that is sent. Only scalars on whose meaning the versions of
/// YAML agree are taken unquoted: Artillery's reader takes <c>010</c>, <c>0x1F</c> or <c>1:30</c> for numbers, others do not.
/// </summary>
internal static partial class JsonBody
{
    private const int MaximumDepth = 64;

    /// <summary>EventBridge takes no more than 256 KiB, and a YAML alias can make much of little.</summary>
    private const int MaximumBytes = 1024 * 1024;

    /// <summary>The body; null, and noted, if there is something that cannot be sent.</summary>
    public static ReadOnlyMemory<byte>? Write(ScriptNode json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        if (Write(writer, json.Yaml, 0) is { } problem)
        {
            json.Refuse(problem);
            return null;
        }

        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>Writes a node; what is wrong with it, or null.</summary>
    private static string? Write(Utf8JsonWriter writer, YamlNode node, int depth)
    {
        if (depth > MaximumDepth || writer.BytesCommitted + writer.BytesPending > MaximumBytes)
        {
            return $"must be at most {MaximumDepth} levels deep and {MaximumBytes} bytes long.";
        }

        switch (node)
        {
            case YamlMappingNode mapping:
                writer.WriteStartObject();
                foreach (var (key, value) in mapping)
                {
                    writer.WritePropertyName((key as YamlScalarNode)?.Value ?? "");
                    if (Write(writer, value, depth + 1) is { } problem)
                    {
                        return problem;
                    }
                }

                writer.WriteEndObject();
                return null;
            case YamlSequenceNode list:
                writer.WriteStartArray();
                foreach (var value in list)
                {
                    if (Write(writer, value, depth + 1) is { } problem)
                    {
                        return problem;
                    }
                }

                writer.WriteEndArray();
                return null;
            default:
                return WriteScalar(writer, (YamlScalarNode)node);
        }
    }

    private static string? WriteScalar(Utf8JsonWriter writer, YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (text.Contains("{{", StringComparison.Ordinal))
        {
            return $"line {scalar.Start.Line}: \"{text}\": template expressions are Artillery's, but not honoured here.";
        }

        if (scalar.Style != ScalarStyle.Plain)
        {
            writer.WriteStringValue(text);
            return null;
        }

        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL": writer.WriteNullValue(); return null;
            case "true" or "True" or "TRUE": writer.WriteBooleanValue(true); return null;
            case "false" or "False" or "FALSE": writer.WriteBooleanValue(false); return null;
            default: break;
        }

        if (JsonNumber().IsMatch(text))
        {
            // Through a double, as Artillery does: a longer number would be another number there.
            writer.WriteNumberValue(double.Parse(text, CultureInfo.InvariantCulture));
            return null;
        }

        if (Ambiguous().IsMatch(text))
        {
            return $"line {scalar.Start.Line}: {text}: YAML readers differ on what this is; put it in quotes.";
        }

        writer.WriteStringValue(text);
        return null;
    }

    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?([eE][+-]?[0-9]{1,2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex JsonNumber();

    /// <summary>Numbers of other notations, dates, and the other words for yes, no and nothing.</summary>
    [GeneratedRegex(
        @"^[+-]?\.?[0-9][0-9a-fA-FxXobB_:.,eE+TtZ -]*$|^[+-]?\.(inf|nan)$|^(y|n|yes|no|on|off|<<|=)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ambiguous();
}
