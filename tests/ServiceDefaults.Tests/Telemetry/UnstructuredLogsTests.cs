using System.Diagnostics;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using ServiceDefaults.Telemetry;

namespace ServiceDefaults.Tests.Telemetry;

public sealed class UnstructuredLogsTests
{
    [Theory]
    [InlineData("{Status} Slow processing... [{CorrelationId}]", "START Slow processing...")]
    [InlineData("FAILED {CorrelationId}: dropped, {Status}", "FAILED: dropped, START")]
    public void OnEnd_Record_IsPlainTextWithoutItsOrder(string template, string expected)
    {
        var seen = new Catcher();
        using var activity = new Activity("work").Start();
        using (var factory = LoggerFactory.Create(logging => logging.AddOpenTelemetry(options =>
        {
            options.IncludeFormattedMessage = true;
            options.AddProcessor(new UnstructuredLogs()).AddProcessor(seen);
        })))
        {
            // Two templates, each with its values in its own order.
#pragma warning disable CA1848, CA2254
            factory.CreateLogger("test").LogInformation(template, template[0] == '{' ? ["START", "o-1"] : ["o-1", "START"]);
#pragma warning restore CA1848, CA2254
        }

        seen.Texts.ShouldBe([expected]);
        seen.HasMore.ShouldBeFalse();
    }

    private sealed class Catcher : BaseProcessor<LogRecord>
    {
        public List<string?> Texts { get; } = [];

        public bool HasMore { get; private set; }

        public override void OnEnd(LogRecord data)
        {
            Texts.Add(data.FormattedMessage);
            HasMore |= data.Attributes is not null || data.TraceId != default || data.SpanId != default || data.Body != data.FormattedMessage;
        }
    }
}
