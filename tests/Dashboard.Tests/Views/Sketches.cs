using CsCheck;
using Dashboard.Telemetry.Traces;
using static Dashboard.Tests.Views.SpanSketch;

namespace Dashboard.Tests.Views;

/// <summary>Arbitrary traces: with orphans, rings, skewed clocks and what outlives its cause.</summary>
internal static class Sketches
{
    public static readonly Gen<List<SpanRecord>> AnyTrace = Gen.Select(
            Gen.ULong[1, 12], Gen.ULong[0, 13], Gen.Int[0, 100], Gen.Int[0, 60], Gen.Bool,
            (id, parent, from, length, failed) => Span(id, parent, from, from + length, status: failed ? SpanStatus.Error : SpanStatus.Unset))
        .List[1, 14];
}
