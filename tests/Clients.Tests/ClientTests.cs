namespace Clients.Tests;

/// <summary>The official JavaScript clients, each script a list of checks, against LocalAws as a process of its own.</summary>
public sealed class ClientTests(NodeClients clients) : IClassFixture<NodeClients>
{
    [Theory]
    [InlineData("events")]
    [InlineData("sqs")]
    public async Task Client_EachCheck_Passes(string script)
    {
        Assert.SkipUnless(clients.Missing is null, clients.Missing ?? "");

        var results = await clients.RunAsync(script);

        results.ShouldNotBeEmpty();
        results.Where(static result => !result.Ok).Select(static result => $"{result.Check}: {result.Error}").ShouldBeEmpty();
    }
}
