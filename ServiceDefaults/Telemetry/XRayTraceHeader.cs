using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace ServiceDefaults.Telemetry;

/// <summary>
/// AWS X-Ray's trace header, <c>Root=1-{8 hex}-{24 hex};Parent={16 hex};Sampled={0|1}</c>, to and from a W3C trace
/// context. Source: AWS X-Ray Developer Guide, "X-Ray concepts", section "Tracing header".
/// </summary>
public static class XRayTraceHeader
{
    private const int EpochDigits = 8;

    /// <summary>The header that carries <paramref name="context"/>.</summary>
    public static string Format(ActivityContext context)
    {
        var trace = context.TraceId.ToHexString();
        var sampled = (context.TraceFlags & ActivityTraceFlags.Recorded) != 0 ? '1' : '0';
        return $"Root=1-{trace[..EpochDigits]}-{trace[EpochDigits..]};Parent={context.SpanId.ToHexString()};Sampled={sampled}";
    }

    /// <summary>Reads a header; false if it is not one or has no parent.</summary>
    public static bool TryParse([NotNullWhen(true)] string? header, out ActivityContext context)
    {
        context = default;
        string? root = null, parent = null, sampled = null;
        foreach (var field in (header ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            switch (field.Split('=', 2))
            {
                case ["Root", var value]: root = value; break;
                case ["Parent", var value]: parent = value; break;
                case ["Sampled", var value]: sampled = value; break;
                default: break;
            }
        }

        if (root?.Split('-') is not ["1", { Length: EpochDigits } epoch, { Length: 24 } rest] || parent is not { Length: 16 })
        {
            return false;
        }

        return ActivityContext.TryParse($"00-{epoch}{rest}-{parent}-0{(sampled == "0" ? 0 : 1)}", null, isRemote: true, out context);
    }
}
