using System.Diagnostics;
using CsCheck;
using ServiceDefaults.Telemetry;

namespace ServiceDefaults.Tests.Telemetry;

public sealed class XRayTraceHeaderTests
{
    private const string Known = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";

    [Fact]
    public void Format_TraceContext_IsAmazonsSpelling() => XRayTraceHeader.Format(new ActivityContext(
        ActivityTraceId.CreateFromString("5759e988bd862e3fe1be46a994272793"),
        ActivitySpanId.CreateFromString("53995c3f42cd8ad8"),
        ActivityTraceFlags.Recorded)).ShouldBe(Known);

    [Fact]
    public void TryParse_KnownHeader_IsTheTraceContext()
    {
        XRayTraceHeader.TryParse(Known, out var context).ShouldBeTrue();
        context.TraceId.ToHexString().ShouldBe("5759e988bd862e3fe1be46a994272793");
        context.SpanId.ToHexString().ShouldBe("53995c3f42cd8ad8");
        context.TraceFlags.ShouldBe(ActivityTraceFlags.Recorded);
        context.IsRemote.ShouldBeTrue();
    }

    [Fact]
    public void TryParse_WhatFormatWrote_GivesTheSameContext() =>
        Gen.Bool.Sample(isRecorded =>
        {
            var written = new ActivityContext(
                ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), isRecorded ? ActivityTraceFlags.Recorded : ActivityTraceFlags.None);
            return XRayTraceHeader.TryParse(XRayTraceHeader.Format(written), out var read)
                && (read.TraceId, read.SpanId, read.TraceFlags) == (written.TraceId, written.SpanId, written.TraceFlags);
        });

    [Theory]
    [InlineData("Parent=53995c3f42cd8ad8; Sampled=0 ; Root=1-5759e988-bd862e3fe1be46a994272793", ActivityTraceFlags.None)]
    [InlineData("Self=1-67891234-12456789abcdef012345678;Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8", ActivityTraceFlags.Recorded)]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=?;Lineage=1:2|3:4", ActivityTraceFlags.Recorded)]
    public void TryParse_OtherOrderOrFurtherFields_ReadsTheSameIds(string header, ActivityTraceFlags flags)
    {
        XRayTraceHeader.TryParse(header, out var context).ShouldBeTrue();
        context.TraceId.ToHexString().ShouldBe("5759e988bd862e3fe1be46a994272793");
        context.TraceFlags.ShouldBe(flags);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(";;==;")]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a994272793")]
    [InlineData("Root=2-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8")]
    [InlineData("Root=1-5759e98-8bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8")]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a99427279z;Parent=53995c3f42cd8ad8")]
    [InlineData("Root=1-00000000-000000000000000000000000;Parent=53995c3f42cd8ad8")]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=0000000000000000")]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad")]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a994272793-00;Parent=53995c3f42cd8ad8")]
    public void TryParse_NoSuchHeader_IsFalse(string? header)
    {
        XRayTraceHeader.TryParse(header, out var context).ShouldBeFalse();
        context.ShouldBe(default);
    }
}
