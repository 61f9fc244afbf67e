namespace Scenarios.Scripts;

/// <summary>Reads an entry of <c>config.phases</c>. Source: Artillery's documentation, "Test scripts", section "Load phases".</summary>
internal static class PhaseReader
{
    private const double MaximumRate = 100_000;
    private const double MaximumCount = 1_000_000_000;

    public static Phase? Read(ScriptNode node)
    {
        if (node.Mapping("name", "duration", "arrivalRate", "rampTo", "arrivalCount", "pause", "maxVusers") is not { } keys)
        {
            return null;
        }

        var name = keys.TryGetValue("name", out var named) ? named.Text() ?? "" : "";
        if (keys.TryGetValue("pause", out var pause))
        {
            RefuseBeside("pause", keys, "duration", "arrivalRate", "rampTo", "arrivalCount", "maxVusers");
            return pause.Seconds(wholeSeconds: true) is { } seconds ? Level(name, seconds, 0, null) : null;
        }

        var maxVusers = keys.TryGetValue("maxVusers", out var limit) ? (int?)limit.Number(1, int.MaxValue, whole: true) : null;
        if (!keys.TryGetValue("duration", out var lasts))
        {
            node.Refuse("needs duration, or pause.");
            return null;
        }

        var duration = lasts.Seconds(wholeSeconds: true);
        if (keys.TryGetValue("arrivalCount", out var counted))
        {
            RefuseBeside("arrivalCount", keys, "arrivalRate", "rampTo");
            return counted.Number(1, MaximumCount, whole: true) is { } count && duration is { } spread
                ? Level(name, spread, count / spread, maxVusers)
                : null;
        }

        if (!keys.ContainsKey("arrivalRate") && !keys.ContainsKey("rampTo"))
        {
            node.Refuse("needs arrivalRate, rampTo, arrivalCount or pause.");
            return null;
        }

        // A ramp without arrivalRate starts from nothing.
        var start = keys.TryGetValue("arrivalRate", out var rate) ? rate.Number(0, MaximumRate) : 0;
        var end = keys.TryGetValue("rampTo", out var ramp) ? ramp.Number(0, MaximumRate) : start;
        return duration is { } length && start is { } from && end is { } to
            ? new Phase { Name = name, DurationSeconds = length, StartRate = from, EndRate = to, MaxVusers = maxVusers }
            : null;
    }

    private static Phase Level(string name, double seconds, double rate, int? maxVusers) =>
        new() { Name = name, DurationSeconds = seconds, StartRate = rate, EndRate = rate, MaxVusers = maxVusers };

    private static void RefuseBeside(string key, Dictionary<string, ScriptNode> keys, params ReadOnlySpan<string> refused)
    {
        foreach (var other in refused)
        {
            if (keys.TryGetValue(other, out var node))
            {
                node.Refuse($"not beside {key}, which rules it out.");
            }
        }
    }
}
