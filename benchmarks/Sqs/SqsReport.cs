using System.Globalization;

namespace Benchmarks.Sqs;

/// <summary>Gathers what was measured and writes it as a table: medians, and the range of the CPU time.</summary>
internal sealed class SqsReport
{
    private readonly Dictionary<(string Server, string Workload, int Connections), List<Measure>> _measures = [];
    private readonly Dictionary<string, List<ServerMeasure>> _servers = [];

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    public void Add(string server, string workload, int connections, Measure measure)
    {
        var key = (server, workload, connections);
        if (!_measures.TryGetValue(key, out var measures))
        {
            _measures[key] = measures = [];
        }

        measures.Add(measure);
    }

    public void AddServer(string server, ServerMeasure measure)
    {
        if (!_servers.TryGetValue(server, out var values))
        {
            _servers[server] = values = [];
        }

        values.Add(measure);
    }

    public void Write(TextWriter output, bool durable)
    {
        output.WriteLine($"{(durable ? "durable" : "in memory")}; a batch of 10 counts as 10 operations; server CPU in microseconds an operation, [lowest, highest]");
        output.WriteLine($"{"operation",-32}{"connections",12}  {"server",-16}{"rate/s",10}{"CPU us",9}  {"range",-18}{"peer / this",12}{"this / floor",13}");
        foreach (var row in _measures.Keys.Select(static key => (key.Workload, key.Connections)).Distinct())
        {
            foreach (var (key, measures) in _measures.Where(pair => (pair.Key.Workload, pair.Key.Connections) == row))
            {
                var cpu = Cpu(measures);
                output.WriteLine(
                    $"{key.Workload,-32}{key.Connections,12}  {key.Server,-16}{Median(measures.Select(static measure => measure.Rate)),10:0}{cpu,9:0.0}  "
                    + $"{Range(measures),-18}{Ratio(Of(Servers.Peer, row), cpu),12}{Ratio(cpu, Of(Servers.Floor, row)),13}");
            }
        }

        foreach (var (server, values) in _servers)
        {
            output.WriteLine(
                $"{server}: start-up to the first answer {Median(values.Select(static value => value.StartUp)):0} ms, "
                + $"resident afterwards {Median(values.Select(static value => value.Memory)):0} MB, "
                + $"long poll wakes in {Median(values.Select(static value => value.Wake)):0.00} ms, "
                + $"a hundred idle long polls cost {Median(values.Select(static value => value.Idle)):0} ms of CPU in ten seconds");
        }
    }

    private static double Cpu(IEnumerable<Measure> measures) => Median(measures.Select(static measure => measure.Microseconds));

    private static string Range(List<Measure> measures) => string.Create(
        CultureInfo.InvariantCulture,
        $"[{measures.Min(static measure => measure.Microseconds):0.0}, {measures.Max(static measure => measure.Microseconds):0.0}]");

    private static string Ratio(double? numerator, double? denominator) =>
        numerator is { } above && denominator is > 0 and var below ? string.Create(CultureInfo.InvariantCulture, $"{above / below:0.0}") : "-";

    private double? Of(string server, (string Workload, int Connections) row) =>
        _measures.TryGetValue((server, row.Workload, row.Connections), out var measures) ? Cpu(measures) : null;
}
