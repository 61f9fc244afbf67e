using System.CommandLine;

var root = new RootCommand("Benchmarks of the rooms whose speed is promised, with their peers measured in the same run.");
return await root.Parse(args).InvokeAsync();
