namespace Clients.Tests;

/// <summary>AWS's own clients, each script a list of checks, against LocalAws as a process of its own.</summary>
public sealed class ClientTests(ClientScripts clients) : IClassFixture<ClientScripts>
{
    [Theory]
    [InlineData("events.mjs")]
    [InlineData("sqs.mjs")]
    [InlineData("queues.mjs")]
    [InlineData("messages.mjs")]
    [InlineData("fifo.mjs")]
    [InlineData("moves.mjs")]
    [InlineData("patterns.mjs")]
    [InlineData("ssm.mjs")]
    [InlineData("secrets.mjs")]
    [InlineData("cloudformation.mjs")]
    [InlineData("boto.py")]
    [InlineData("cli.py")]
    public async Task Client_EachCheck_Passes(string script)
    {
        Assert.SkipUnless(clients.MissingFor(script) is null, clients.MissingFor(script) ?? "");

        var results = await clients.RunAsync(script);

        results.ShouldNotBeEmpty();
        results.Where(static result => !result.Ok).Select(static result => $"{result.Check}: {result.Error}").ShouldBeEmpty();
    }
}
