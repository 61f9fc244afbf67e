using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Sqs;

/// <summary><c>startup</c>: how long LocalAws takes from the start of its process to its first answer.</summary>
internal static class StartupCommand
{
    public static Command Create()
    {
        var program = new Option<string?>("--program")
        {
            Description = "The executable to start, such as one that was published with ReadyToRun; default: LocalAws as it was built with this program",
        };
        var runs = new Option<int>("--runs") { Description = "How often", DefaultValueFactory = static _ => 5 };
        var command = new Command("startup", "Starts LocalAws again and again, on an empty data directory and without one.") { program, runs };
        command.SetAction(async result =>
        {
            foreach (var isDurable in (bool[])[false, true])
            {
                await MeasureAsync(result.GetValue(program), isDurable, Math.Max(1, result.GetValue(runs)));
            }

            return 0;
        });
        return command;
    }

    private static async Task MeasureAsync(string? program, bool isDurable, int runs)
    {
        var (wall, cpu) = (new List<double>(), new List<double>());
        for (var run = 0; run < runs; run++)
        {
            var directory = isDurable ? Directory.CreateTempSubdirectory("startup-") : null;
            try
            {
                using var server = program is null
                    ? await Servers.StartOursAsync(directory?.FullName)
                    : await ServerProcess.StartAsync(Servers.Ours, port => Describe(program, port, directory?.FullName));
                wall.Add(server.StartUp.TotalMilliseconds);
                cpu.Add(server.Cpu.TotalMilliseconds);
            }
            finally
            {
                directory?.Delete(recursive: true);
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(isDurable ? "durable, empty" : "in memory")}: first answer after {SqsReport.Median(wall):0} ms [{wall.Min():0}, {wall.Max():0}], "
            + $"{SqsReport.Median(cpu):0} ms of CPU [{cpu.Min():0}, {cpu.Max():0}], {runs} runs"));
    }

    private static ProcessStartInfo Describe(string program, int port, string? state)
    {
        var start = new ProcessStartInfo(program);
        foreach (var argument in Servers.Arguments(port, state))
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
