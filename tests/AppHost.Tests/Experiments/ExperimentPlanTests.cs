using AppHost.Experiments;
using Microsoft.Extensions.Options;

namespace AppHost.Tests.Experiments;

public sealed class ExperimentPlanTests
{
    [Fact]
    public void Combine_FlowControlAndVariedSettings_GivesEveryCombinationInOrder()
    {
        var arms = ExperimentPlan.Combine("off, on", ["EventSource:MaximumConcurrency=10,20", "SlowApi:RateLimit=5"]);

        arms.Select(arm => arm.Name).ShouldBe(
        [
            "flow control off, MaximumConcurrency 10, RateLimit 5",
            "flow control off, MaximumConcurrency 20, RateLimit 5",
            "flow control on, MaximumConcurrency 10, RateLimit 5",
            "flow control on, MaximumConcurrency 20, RateLimit 5",
        ]);
        arms[1].Settings.ShouldBe([new("EventSource:MaximumConcurrency", "20"), new("SlowApi:RateLimit", "5")]);
    }

    [Fact]
    public void Combine_ArmTwice_IsPlayedOnce()
    {
        ExperimentPlan.Combine("on,on,true", []).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\0b")]
    public void ReadFolder_NoNameOfAFolder_IsRefusedInOneLine(string text)
    {
        Should.Throw<OptionsValidationException>(() => ExperimentPlan.ReadFolder(text)).Failures.ShouldHaveSingleItem().ShouldContain("must be");
    }

    [Theory]
    [InlineData("perhaps", null)]
    [InlineData("on", "EventSource:MaximumConcurrency")]
    [InlineData("on", "MaximumConcurrency=10")]
    [InlineData("on", "SlowApi:RateLimit=")]
    [InlineData("on", "SlowApi:RateLimit=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25")]
    public void Combine_WhatMakesNoSense_IsRefusedInOneLine(string flowControl, string? vary)
    {
        Should.Throw<OptionsValidationException>(() => ExperimentPlan.Combine(flowControl, vary is null ? [] : [vary]))
            .Failures.ShouldHaveSingleItem().ShouldContain("must be");
    }
}
