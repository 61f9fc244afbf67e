using Dashboard.Components.Formats;

namespace Dashboard.Tests.Components;

public sealed class CountedTests
{
    [Theory]
    [InlineData(0, "0 records")]
    [InlineData(1, "1 record")]
    [InlineData(2, "2 records")]
    [InlineData(12_000, "12,000 records")]
    public void Of_Number_HasItsWord(long number, string expected) => Counted.Of(number, "record").ShouldBe(expected);
}
