using System.Text.RegularExpressions;
using LocalAws.Protocol;
using LocalAws.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LocalAws.Tests.Protocol;

/// <summary>What is mapped is what the documentation says.</summary>
public sealed partial class OperationTableTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    /// <summary>The services' names in the table of docs/localaws.md.</summary>
    private static readonly Dictionary<string, string> Services = new()
    {
        ["EventBridge"] = "events",
        ["SQS"] = "sqs",
        ["SSM"] = "ssm",
        ["Secrets Manager"] = "secretsmanager",
        ["CloudFormation"] = "cloudformation",
        ["CloudWatch Logs"] = "logs",
        ["STS"] = "sts",
    };

    [Fact]
    public void Documentation_NamesEveryOperationThatIsThereAndNoOther()
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "docs", "localaws.md"))
            .SkipWhile(static line => !line.StartsWith("| service |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(static line => line.StartsWith('|'))
            .Select(static line => line.Split('|', StringSplitOptions.TrimEntries));
        var documented = rows.SelectMany(static cells => Name().Matches(cells[2])
            .Select(name => $"{Services[cells[1].Split(',')[0]]} {name.Value}"));

        var mapped = server.Services.GetRequiredService<OperationTable>().Operations.Select(static operation => $"{operation.Service} {operation.Name}");

        documented.Order(StringComparer.Ordinal).ShouldBe(mapped.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("[A-Z][A-Za-z]+")]
    private static partial Regex Name();
}
