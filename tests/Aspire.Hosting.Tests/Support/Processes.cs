using System.Diagnostics;
using System.Globalization;

namespace Aspire.Hosting.Tests.Support;

/// <summary>Looks at processes, and ends those that a test has started.</summary>
internal static class Processes
{
    private const int KillSignal = 9;

    public static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public static void Kill(int id) => Embedded.Signals.Send(id, KillSignal).ShouldBe(0);

    public static void Terminate(int id) => Embedded.Signals.Send(id, Embedded.Signals.Terminate).ShouldBe(0);

    /// <summary>The process id that a service answers with; null while it does not.</summary>
    public static async Task<string?> AskForIdAsync(HttpClient client, Uri service)
    {
        try
        {
            return await client.GetStringAsync(new Uri(service, "/pid"), TestContext.Current.CancellationToken);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public static int Id(this CustomResourceSnapshot snapshot) =>
        Convert.ToInt32(snapshot.Properties.Single(static property => property.Name == "executable.pid").Value, CultureInfo.InvariantCulture);
}
