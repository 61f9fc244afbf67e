using System.Text.Json.Nodes;
using Amazon.SQS;
using Amazon.SQS.Model;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.Sqs;

/// <summary>AddPermission and RemovePermission, by the official client.</summary>
public sealed class PermissionTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    private readonly AmazonSQSClient _sqs = server.Sqs();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddPermission_AddsAStatementAndRemovePermissionTakesItAway()
    {
        var (url, arn) = await _sqs.CreateAsync();

        await AddAsync(url, "one", ["111122223333"], ["SendMessage"]);
        await AddAsync(url, "two", ["111122223333", "444455556666"], ["ReceiveMessage", "DeleteMessage"]);
        var statements = (await ReadPolicyAsync(url))!["Statement"]!.AsArray();
        await _sqs.RemovePermissionAsync(url, "one", Cancellation);
        var left = (await ReadPolicyAsync(url))!["Statement"]!.AsArray();
        await _sqs.RemovePermissionAsync(url, "two", Cancellation);

        statements[0]!.ToJsonString().ShouldBe(
            $$"""{"Sid":"one","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"SQS:SendMessage","Resource":"{{arn}}"}""");
        statements[1]!["Action"]!.AsArray().Select(static action => action!.GetValue<string>()).ShouldBe(["SQS:ReceiveMessage", "SQS:DeleteMessage"]);
        statements[1]!["Principal"]!["AWS"]!.AsArray().Count.ShouldBe(2);
        left.ShouldHaveSingleItem()!["Sid"]!.GetValue<string>().ShouldBe("two");
        (await ReadPolicyAsync(url)).ShouldBeNull();
    }

    [Fact]
    public async Task AddPermission_OfALabelThatIsThere_IsRefused()
    {
        var (url, _) = await _sqs.CreateAsync();
        await AddAsync(url, "label", ["111122223333"], ["*"]);

        var refused = await Should.ThrowAsync<AmazonSQSException>(AddAsync(url, "label", ["111122223333"], ["*"]));

        refused.Message.ShouldBe("Value label for parameter Label is invalid. Reason: Already exists.");
    }

    [Fact]
    public async Task AddPermission_OfWhatIsNotAllowed_IsRefused()
    {
        var (url, _) = await _sqs.CreateAsync();

        var label = await Should.ThrowAsync<AmazonSQSException>(AddAsync(url, "no label", ["111122223333"], ["*"]));
        var action = await Should.ThrowAsync<AmazonSQSException>(AddAsync(url, "label", ["111122223333"], ["Frobnicate"]));
        var many = await Should.ThrowAsync<OverLimitException>(
            AddAsync(url, "label", ["111122223333"], [.. Enumerable.Repeat("SendMessage", 8)]));

        label.Message.ShouldStartWith("Value no label for parameter Label is invalid.");
        action.Message.ShouldStartWith("Value SQS:Frobnicate for parameter ActionName is invalid.");
        many.Message.ShouldBe("8 Actions were found, maximum allowed is 7.");
        (await ReadPolicyAsync(url)).ShouldBeNull();
    }

    [Fact]
    public async Task RemovePermission_OfNoSuchLabel_IsRefused()
    {
        var (url, _) = await _sqs.CreateAsync();

        var refused = await Should.ThrowAsync<AmazonSQSException>(_sqs.RemovePermissionAsync(url, "none", Cancellation));

        refused.Message.ShouldBe("Value none for parameter Label is invalid. Reason: can't find label.");
    }

    private Task AddAsync(string url, string label, List<string> accounts, List<string> actions) =>
        _sqs.AddPermissionAsync(new AddPermissionRequest(url, label, accounts, actions), Cancellation);

    private async Task<JsonNode?> ReadPolicyAsync(string url) =>
        (await _sqs.GetQueueAttributesAsync(url, ["Policy"], Cancellation)).Attributes?.GetValueOrDefault("Policy") is { } policy
            ? JsonNode.Parse(policy)
            : null;
}
