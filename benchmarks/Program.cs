using System.CommandLine;
using Benchmarks.Matcher;
using Benchmarks.Otlp;
using Benchmarks.Sqs;

var root = new RootCommand("Benchmarks of the rooms whose speed is promised, with their peers measured in the same run.")
{
    MatcherCommand.Create(),
    SqsCommand.Create(),
    StartupCommand.Create(),
    FloorCommand.Create(),
    OtlpCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
