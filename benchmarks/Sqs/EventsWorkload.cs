using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Benchmarks.Sqs;

/// <summary>PutEvents of one event, which a rule matches and puts into a queue: measured until the last one is there.</summary>
internal static class EventsWorkload
{
    private const string Name = "put event to queue";
    private const string Version = "1.1";
    private const int Bytes = 256;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>Measures it at 1 and at 32 connections.</summary>
    public static async Task MeasureAsync(ServerProcess server, SqsRequests queue, TimeSpan warmUp, TimeSpan duration, SqsReport report)
    {
        using var control = await HttpConnection.OpenAsync(server.Port);
        await control.CallAsync(Call("PutRule", """{"Name":"benchmark","EventPattern":"{\"source\":[\"benchmark\"]}"}"""));
        var arn = Attribute(await control.CallAsync(queue.Count()), "QueueArn");
        await control.CallAsync(Call("PutTargets", $$"""{"Rule":"benchmark","Targets":[{"Id":"queue","Arn":"{{arn}}"}]}"""));
        foreach (var connections in (int[])[1, 32])
        {
            var workload = new Workload(Name, connections, Stock: 0, PutAsync);
            await RunAsync(workload, warmUp);
            report.Add(server.Name, Name, connections, await RunAsync(workload, duration));
        }

        async Task<Measure> RunAsync(Workload workload, TimeSpan time)
        {
            var before = await CountAsync();
            var (cpu, clock) = (server.Cpu, Stopwatch.StartNew());
            var put = await workload.RunAsync(server, queue, time, long.MaxValue);
            while (await CountAsync() < before + put.Operations)
            {
                await Task.Delay(Look, TimeProvider.System);
            }

            return new Measure(put.Operations, clock.Elapsed, server.Cpu - cpu);
        }

        async Task<long> CountAsync() => long.Parse(
            Attribute(await control.CallAsync(queue.Count()), "ApproximateNumberOfMessages"), CultureInfo.InvariantCulture);
    }

    private static async ValueTask<int> PutAsync(HttpConnection connection, SqsRequests requests)
    {
        await connection.CallAsync(Call(
            "PutEvents",
            $$$"""{"Entries":[{"Source":"benchmark","DetailType":"measured","Detail":"{\"text\":\"{{{new string('x', Bytes)}}}\"}"}]}"""));
        return 1;
    }

    private static byte[] Call(string operation, string body) => SqsRequests.BuildTarget("AWSEvents." + operation, body, Version);

    private static string Attribute(ReadOnlyMemory<byte> answer, string name)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.GetProperty("Attributes").GetProperty(name).GetString()!;
    }
}
