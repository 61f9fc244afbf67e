using Dashboard.Security;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Tests.Security;

public sealed class LoginAttemptsTests
{
    [Fact]
    public void Wait_AfterTooManyFailures_LastsUntilTheOldestIsAMinuteOld()
    {
        var time = new FakeTimeProvider();
        var attempts = new LoginAttempts(time);

        for (var failure = 0; failure < LoginAttempts.MaximumFailures; failure++)
        {
            attempts.Wait.ShouldBe(TimeSpan.Zero);
            attempts.Fail();
            time.Advance(TimeSpan.FromSeconds(1));
        }

        attempts.Wait.ShouldBe(LoginAttempts.Window - TimeSpan.FromSeconds(LoginAttempts.MaximumFailures));
        time.Advance(attempts.Wait);
        attempts.Wait.ShouldBe(TimeSpan.Zero);
    }
}
