using Dashboard.Components.Formats;

namespace Dashboard.Tests.Components;

public sealed class TimeTextTests
{
    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(0.0000123, "12.3 µs")]
    [InlineData(0.0034, "3.4 ms")]
    [InlineData(0.85, "850 ms")]
    [InlineData(1.254, "1.25 s")]
    [InlineData(59, "59 s")]
    [InlineData(60, "1 min")]
    [InlineData(125, "2 min 5 s")]
    [InlineData(11_220, "3 h 7 min")]
    [InlineData(-2, "−2 s")]
    public void Duration_Seconds_AreReadAtAGlance(double seconds, string text) => TimeText.Duration(TimeSpan.FromSeconds(seconds)).ShouldBe(text);

    [Theory]
    [InlineData(0.4, "just now")]
    [InlineData(12.9, "12 s ago")]
    [InlineData(300, "5 min ago")]
    [InlineData(90_000, "1 d ago")]
    [InlineData(-3, "in 3 s")]
    public void Ago_Seconds_AreReadAtAGlance(double seconds, string text) => TimeText.Ago(TimeSpan.FromSeconds(seconds)).ShouldBe(text);

    [Fact]
    public void ResourceColours_Neighbours_DifferAndStay()
    {
        var colours = new ResourceColours();

        var first = Enumerable.Range(0, ResourceColours.Count).Select(index => colours.IndexOf($"r{index}")).ToArray();

        first.Distinct().Count().ShouldBe(ResourceColours.Count);
        colours.IndexOf("R3").ShouldBe(first[3]);
        Enumerable.Range(0, 5_000).Select(index => colours.IndexOf($"x{index}")).ShouldAllBe(colour => colour >= 0 && colour < ResourceColours.Count);
    }
}
