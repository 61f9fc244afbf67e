using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Scenarios.Settings;

namespace Scenarios.Tests.Settings;

public class SystemSettingsTests
{
    [Fact]
    public void Defaults_System_AreThoseOfTheReadme()
    {
        var settings = new SystemSettings();

        (settings.SlowApi.RateLimit, settings.SlowApi.BurstLimit, settings.SlowApi.FaultRate).ShouldBe((10, 10, 0.2));
        (settings.SlowApi.Latency.MinimumSeconds, settings.SlowApi.Latency.MaximumSeconds).ShouldBe((0, 2));
        (settings.Delivery.MaxAttempts, settings.Delivery.RetryWaitSeconds, settings.Delivery.RetryJitterSeconds).ShouldBe((5, 3, 5));
        settings.Delivery.FunctionTimeoutSeconds.ShouldBe(29);
        (settings.AsyncInvocation.AccountConcurrency, settings.AsyncInvocation.MaximumRetryAttempts).ShouldBe((1_000, 2));
        (settings.EventSource.BatchSize, settings.EventSource.MaximumConcurrency).ShouldBe((1, 10));
    }

    [Theory]
    [InlineData("SlowApi:RateLimit", "0", "SlowApi:RateLimit = \"0\": must be a number from 0.1 to 100000.")]
    [InlineData("SlowApi:Latency:MinimumSeconds", "3", "SlowApi:Latency:MinimumSeconds = \"3\": must be at most MaximumSeconds, 2.")]
    [InlineData("EventSource:MaximumConcurrency", "1", "EventSource:MaximumConcurrency = \"1\": must be a whole number from 2 to 1000.")]
    [InlineData("EventSource:QueueName", "", "EventSource:QueueName = \"\": must be 1 to 80 letters, digits, - or _.")]
    [InlineData("AsyncInvocation:OnFailureQueueUrl", "queue", "AsyncInvocation:OnFailureQueueUrl = \"queue\": must be a queue's http or https URL, or empty.")]
    [InlineData("AsyncInvocation:ThrottleBackoffSeconds", "300", null)]
    [InlineData("AsyncInvocation:ThrottleBackoffMaximumSeconds", "0.5", "AsyncInvocation:ThrottleBackoffSeconds = \"1\": must be at most ThrottleBackoffMaximumSeconds, 0.5.")]
    [InlineData("AsyncInvocation:OnFailureQueueUrl", "", null)]
    [InlineData("AsyncInvocation:OnFailureQueueUrl", "http://localhost:4566/000000000000/lost", null)]
    public void Read_Setting_IsCheckedAgainstItsRange(string key, string value, string? message)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();

        if (message is null)
        {
            Should.NotThrow(() => SettingsReader.Read<SystemSettings>(configuration));
        }
        else
        {
            Should.Throw<OptionsValidationException>(() => SettingsReader.Read<SystemSettings>(configuration)).Failures.ShouldBe([message]);
        }
    }

    [Fact]
    public void Read_WholeSecondsOfFractions_AreRefused() =>
        new LatencySettings { MinimumSeconds = 0.5, MaximumSeconds = 1.5, WholeSeconds = true }.Problems()
            .Select(problem => problem.Key).ShouldBe(["MinimumSeconds", "MaximumSeconds"]);
}
