using System.Globalization;
using System.Text;
using CsCheck;
using LocalAws.EventBridge.Patterns;

namespace LocalAws.Tests.EventBridge.Patterns;

public sealed class ComparableNumberTests
{
    [Theory]
    [InlineData("0", 0L)]
    [InlineData("-0.0e5", 0L)]
    [InlineData("1", 1_000_000L)]
    [InlineData("1.50", 1_500_000L)]
    [InlineData("0.000001", 1L)]
    [InlineData("10e-7", 1L)]
    [InlineData("100000000000000000000e-20", 1_000_000L)]
    [InlineData("5e11", 500_000_000_000_000_000L)]
    [InlineData("-500000000000.000000000", -500_000_000_000_000_000L)]
    public void Parse_ComparableNumber_IsInMillionths(string spelling, long millionths) => Parse(spelling).ShouldBe(new ComparableNumber(millionths));

    [Theory]
    [InlineData("500000000000.000001")]
    [InlineData("1e-7")]
    [InlineData("0.1234567")]
    [InlineData("2.0e422")]
    [InlineData("1e-999999999999")]
    [InlineData("1234567890123456789012345678901234567890")]
    [InlineData("1.00000000000000000000000000000000000000001")]
    public void Parse_BeyondRangeOrPrecision_IsNone(string spelling) => Parse(spelling).ShouldBeNull();

    [Fact]
    public void CompareTo_AnyTwoNumbers_AgreesWithDecimal() => Gen.Long[-400_000_000_000_000_000, 400_000_000_000_000_000].Array[2].Sample(static pair =>
    {
        var (one, other) = (pair[0] / 1_000_000m, pair[1] / 1_000_000m);
        return Parse(one.ToString(CultureInfo.InvariantCulture))!.Value.CompareTo(Parse(other.ToString(CultureInfo.InvariantCulture))!.Value) == one.CompareTo(other);
    });

    private static ComparableNumber? Parse(string spelling) => ComparableNumber.Parse(Encoding.UTF8.GetBytes(spelling));
}
