using Scenarios.Scripts;

namespace LoadGenerator.Tests;

/// <summary>Scripts made in a test.</summary>
internal static class Scripted
{
    /// <summary>Posts an order for each arrival of <paramref name="phases"/>.</summary>
    public static Script Orders(params Phase[] phases) => new()
    {
        Name = "test",
        Target = new Uri("http://127.0.0.1:9"),
        Phases = phases,
        Flow = [new RequestStep { Method = "POST", Url = "/notify", Json = """{"order_id":"a"}"""u8.ToArray() }],
    };

    public static Phase Level(double rate, double seconds, int? maxVusers = null) =>
        new() { Name = "level", DurationSeconds = seconds, StartRate = rate, EndRate = rate, MaxVusers = maxVusers };
}
