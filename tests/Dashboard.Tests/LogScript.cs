using Dashboard.Otlp.Wire;

namespace Dashboard.Tests;

/// <summary>OTLP requests with log records.</summary>
internal static class LogScript
{
    /// <summary>A request with a record for each number: "record 7" at second 7.</summary>
    public static ExportLogsServiceRequest Request(params int[] numbers)
    {
        ScopeLogs scope = new() { Scope = new() { Name = "test" } };
        foreach (var number in numbers)
        {
            scope.LogRecords.Add(new LogRecord
            {
                TimeUnixNano = 1_900_000_000_000_000_000 + ((ulong)number * 1_000_000_000),
                SeverityNumber = 9,
                Body = new() { StringValue = $"record {number}" },
                Attributes =
                {
                    SpanScript.Tag("{OriginalFormat}", "record {Number}"),
                    new KeyValue { Key = "Number", Value = new() { IntValue = number } },
                },
            });
        }

        return new() { ResourceLogs = { new ResourceLogs { ScopeLogs = { scope } } } };
    }
}
