using System.Diagnostics;

namespace SlowApi.Tests.Processes;

public sealed class ProcessTests
{
    private static readonly (string, string) Key = ("ApiKeys__0", "a-key");

    [Theory]
    [InlineData("SlowApi__RateLimit", "fast", "SlowApi:RateLimit = \"fast\": must be a number from 0.1 to 100000.")]
    [InlineData("SlowApi__FaultRate", "1.5", "SlowApi:FaultRate = \"1.5\": must be a number from 0 to 1.")]
    [InlineData("Clock__Speed", "0", "Clock:Speed = \"0\": must be a number from 0.1 to 100.")]
    [InlineData("Scenario", "nope", "Scenario = \"nope\": must be one of readme, smoke, talk.")]
    [InlineData("ApiKeys__0", "", "ApiKeys:0: must be a text of 1 to 128 visible ASCII characters (its value is not shown).")]
    public async Task Start_SettingRefused_SaysWhyAndExitsWithTwo(string name, string value, string message)
    {
        using var process = new SlowApiProcess(Key, (name, value));
        (await process.ExitAsync()).ShouldBe(2);
        (await process.Errors).ShouldBe(message + Environment.NewLine);
    }

    [Fact]
    public async Task InputCloses_HostIsGone_StopsInOrder()
    {
        using var process = new SlowApiProcess(Key, ("Host__StopWithStandardInput", "true"));
        await process.StartedAsync();
        process.CloseInput();
        (await process.ExitAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Terminated_HostLivesOn_StopsWithoutWaitingForIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using var process = new SlowApiProcess(Key, ("Host__StopWithStandardInput", "true"));
        await process.StartedAsync();
        var asked = Stopwatch.GetTimestamp();
        Process.Start("kill", ["-TERM", $"{process.Id}"]);
        (await process.ExitAsync()).ShouldBe(0);
        Stopwatch.GetElapsedTime(asked).ShouldBeLessThan(TimeSpan.FromSeconds(20), "The shutdown's own limit is 30 s.");
    }
}
