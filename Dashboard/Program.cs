using Dashboard;
using ServiceDefaults.Hosting;

if (ServiceProgram.AsksForHelp(args))
{
    Console.WriteLine(Usage.Text);
    return 0;
}

return await ServiceProgram.RunAsync(() => DashboardApplication.Build(args));

/// <summary>The entry point, for tests that host this process in theirs.</summary>
public sealed partial class Program;
