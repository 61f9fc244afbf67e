using Browser.Tests;

// The tests look at one running system, one after the other.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(BrowserLab))]
