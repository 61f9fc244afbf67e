using Microsoft.Extensions.Options;

namespace AppHost.Lab;

/// <summary>How a refused configuration is told.</summary>
internal static class Refusal
{
    private const int ExitCode = 2;

    /// <summary>
    /// Whether it is the user's to mend: an option that we refuse, a value that the configuration binder cannot convert, or a
    /// configuration file that cannot be read.
    /// </summary>
    public static bool Is(Exception exception) => exception
        is OptionsValidationException
        or InvalidDataException
        or InvalidOperationException { InnerException: FormatException or ArgumentException };

    /// <summary>A line a problem on standard error.</summary>
    /// <returns>The exit code.</returns>
    public static int Tell(Exception refused)
    {
        IEnumerable<string> problems = refused is OptionsValidationException options ? options.Failures : [Sentence(refused)];
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
        }

        return ExitCode;
    }

    /// <summary>The binder's message names key, value and type; a file's names the file, and the innermost one the place.</summary>
    private static string Sentence(Exception refused) =>
        refused is InvalidDataException ? $"{refused.Message} {refused.GetBaseException().Message}" : refused.Message;
}
