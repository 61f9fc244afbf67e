using Microsoft.Extensions.Options;

namespace AppHost.Lab;

/// <summary>How a refused configuration is told.</summary>
internal static class Refusal
{
    private const int ExitCode = 2;

    /// <summary>A line a problem on standard error.</summary>
    /// <returns>The exit code.</returns>
    public static int Tell(OptionsValidationException refused)
    {
        foreach (var problem in refused.Failures)
        {
            Console.Error.WriteLine(problem);
        }

        return ExitCode;
    }
}
