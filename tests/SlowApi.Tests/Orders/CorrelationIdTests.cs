using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SlowApi.Orders;

namespace SlowApi.Tests.Orders;

public sealed class CorrelationIdTests
{
    [Theory]
    [InlineData("0195513a-0000-7000-8000-000000000001")]
    [InlineData("any thing ~ printable!")]
    public void Of_PrintableId_IsTheId(string id) => Of(id).ShouldBe(id);

    [Fact]
    public void Of_LongestId_IsTheId() => Of(new string('x', 256)).Length.ShouldBe(256);

    [Fact]
    public void Of_Absent_IsNotSupplied() => CorrelationId.Of(new DefaultHttpContext().Request).ShouldBe("not-supplied");

    [Theory]
    [InlineData("")]
    [InlineData("forged\r\nlog line")]
    [InlineData("tab\t")]
    [InlineData("é")]
    [InlineData("\u001b[31mred")]
    public void Of_IdNotFitForALog_IsNotSupplied(string id) => Of(id).ShouldBe("not-supplied");

    [Fact]
    public void Of_TooLong_IsNotSupplied() => Of(new string('x', 257)).ShouldBe("not-supplied");

    [Fact]
    public void Of_TwoIds_IsNotSupplied() => Of(new StringValues(["a", "b"])).ShouldBe("not-supplied");

    private static string Of(StringValues header)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers["x-correlation-id"] = header;
        return CorrelationId.Of(context.Request);
    }
}
