using System.CommandLine;
using Benchmarks.Matcher;

var root = new RootCommand("Benchmarks of the rooms whose speed is promised, with their peers measured in the same run.")
{
    MatcherCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
