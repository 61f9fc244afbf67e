using System.Net;
using Dashboard.Security;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Tests.Security;

public sealed class LoginAttemptsTests
{
    private static readonly IPAddress One = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress Other = IPAddress.Parse("192.0.2.2");

    [Fact]
    public void Wait_AfterTooManyFailures_LastsUntilTheOldestIsAMinuteOld_AndIsForThatMachineOnly()
    {
        var time = new FakeTimeProvider();
        var attempts = new LoginAttempts(time);

        for (var failure = 0; failure < LoginAttempts.MaximumFailures; failure++)
        {
            attempts.Wait(One).ShouldBe(TimeSpan.Zero);
            attempts.Fail(One);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        attempts.Wait(One).ShouldBe(LoginAttempts.Window - TimeSpan.FromSeconds(LoginAttempts.MaximumFailures));
        attempts.Wait(Other).ShouldBe(TimeSpan.Zero);
        time.Advance(attempts.Wait(One));
        attempts.Wait(One).ShouldBe(TimeSpan.Zero);
    }
}
