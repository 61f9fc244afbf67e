using System.Reflection;

namespace LocalAws.Hosting;

/// <summary>How the sockets of this process hand over what they received.</summary>
internal static class SocketThreads
{
    private const string Variable = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>
    /// Lets the threads that wait for the sockets run the calls too: waking another thread costs more than most calls do.
    /// Only in a process of our own (in a test's, the test's code would run there as well), and only if nobody chose otherwise.
    /// To be called before the first socket is made.
    /// </summary>
    public static void RunCallsInline()
    {
        if (Assembly.GetEntryAssembly() == typeof(SocketThreads).Assembly && Environment.GetEnvironmentVariable(Variable) is null)
        {
            Environment.SetEnvironmentVariable(Variable, "1");
        }
    }
}
