using Xunit.Sdk;
using Xunit.v3;

// A span collector hears the spans of every host in the process.
[assembly: Parallelization(Mode = ParallelMode.None)]
