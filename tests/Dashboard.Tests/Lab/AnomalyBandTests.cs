using Dashboard.Lab.Alarms;

namespace Dashboard.Tests.Lab;

public class AnomalyBandTests
{
    [Fact]
    public void Observe_TooLittleKnown_ExpectsNothing()
    {
        var band = new AnomalyBand();
        double[] first = [7, 8, 7, 6, 7, 90];
        first.ShouldAllBe(value => band.Observe(value) == null);
    }

    [Fact]
    public void Observe_AsBefore_IsInside()
    {
        var band = Learned(6, 7, 8, 7, 6.5, 7);
        var point = band.Observe(7.5).ShouldNotBeNull();
        point.IsOutside.ShouldBeFalse();
        point.Lower.ShouldBeLessThan(6);
        point.Upper.ShouldBeInRange(8.5, 10);
    }

    [Theory]
    [InlineData(29)]
    [InlineData(0.5)]
    public void Observe_FarFromThoseBefore_IsOutside(double value) =>
        Learned(6, 7, 8, 7, 6.5, 7).Observe(value).ShouldNotBeNull().IsOutside.ShouldBeTrue();

    [Fact]
    public void Observe_Collapse_DoesNotBecomeWhatIsExpected()
    {
        var band = Learned(6, 7, 8, 7, 6.5, 7);
        var before = band.Observe(29).ShouldNotBeNull();
        for (var i = 0; i < 100; i++)
        {
            band.Observe(29);
        }

        band.Observe(29).ShouldBe(before);
        band.Observe(7)!.IsOutside.ShouldBeFalse();
    }

    [Fact]
    public void Observe_SlowDrift_IsFollowed()
    {
        var band = Learned(5, 5, 5, 5, 5, 5);
        for (var value = 5.0; value < 15; value += 0.1)
        {
            band.Observe(value)!.IsOutside.ShouldBeFalse();
        }
    }

    [Fact]
    public void Observe_EqualValues_LeaveSomeRoom()
    {
        var point = Learned(10, 10, 10, 10, 10, 10).Observe(12).ShouldNotBeNull();
        point.ShouldBe(new(7, 13, false));
    }

    private static AnomalyBand Learned(params double[] values)
    {
        var band = new AnomalyBand();
        Array.ForEach(values, value => band.Observe(value));
        return band;
    }
}
