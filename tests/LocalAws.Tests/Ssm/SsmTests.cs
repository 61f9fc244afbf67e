using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.Ssm;

/// <summary>Parameters as the official client sees them.</summary>
public sealed class SsmTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    private readonly AmazonSimpleSystemsManagementClient _ssm = server.Ssm();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parameter_WhenPut_IsFoundByNameByArnAndByVersion()
    {
        (await PutAsync("/found/endpoint", "http://one")).ShouldBe(1);
        (await PutAsync("/found/endpoint", "http://two", overwrite: true)).ShouldBe(2);

        var latest = (await GetAsync("/found/endpoint")).Parameter;
        latest.Value.ShouldBe("http://two");
        latest.Version.ShouldBe(2);
        latest.Type.ShouldBe(ParameterType.String);
        latest.ARN.ShouldBe("arn:aws:ssm:us-east-1:000000000000:parameter/found/endpoint");
        latest.LastModifiedDate.ShouldBe(server.Clock.GetUtcNow().UtcDateTime);
        (await GetAsync(latest.ARN)).Parameter.Value.ShouldBe("http://two");
        (await GetAsync("/found/endpoint:1")).Parameter.Value.ShouldBe("http://one");
        await Should.ThrowAsync<ParameterVersionNotFoundException>(GetAsync("/found/endpoint:3"));
    }

    [Fact]
    public async Task PutParameter_OfOneThatExists_IsRefusedUnlessItIsToOverwrite()
    {
        await PutAsync("/exists", "1");

        await Should.ThrowAsync<ParameterAlreadyExistsException>(PutAsync("/exists", "2"));
        (await GetAsync("/exists")).Parameter.Value.ShouldBe("1");
    }

    [Theory]
    [InlineData("/aws/reserved", "AccessDeniedException")]
    [InlineData("/ssm/reserved", "ValidationException")]
    [InlineData("awsome", "ValidationException")]
    [InlineData("with space", "ValidationException")]
    [InlineData("not/fully/qualified", "ValidationException")]
    public async Task PutParameter_ThatIsNotAllowed_IsRefused(string name, string code)
    {
        var refused = await Should.ThrowAsync<AmazonSimpleSystemsManagementException>(PutAsync(name, "x"));
        refused.ErrorCode.ShouldBe(code);
    }

    [Fact]
    public async Task PutParameter_WithItsOldestVersionLabelled_IsRefusedAtTheLimitOfVersions()
    {
        for (var version = 1; version <= 100; version++)
        {
            await PutAsync("/limit", $"{version}", overwrite: true);
        }

        await LabelAsync("/limit", 1, "first");
        await Should.ThrowAsync<ParameterMaxVersionLimitExceededException>(PutAsync("/limit", "101", overwrite: true));

        await LabelAsync("/limit", 2, "first");
        (await PutAsync("/limit", "101", overwrite: true)).ShouldBe(101);
        await Should.ThrowAsync<ParameterVersionNotFoundException>(GetAsync("/limit:1"));
        (await GetAsync("/limit:first")).Parameter.Value.ShouldBe("2");
    }

    [Fact]
    public async Task PutParameter_ThatMissesItsPattern_IsRefused() =>
        await Should.ThrowAsync<ParameterPatternMismatchException>(_ssm.PutParameterAsync(
            new PutParameterRequest { Name = "/pattern", Value = "abc", Type = ParameterType.String, AllowedPattern = "[0-9]+" }, Cancellation));

    [Fact]
    public async Task GetParameters_TellsWhichAreMissing()
    {
        await PutAsync("/several/a", "1");

        var answer = await _ssm.GetParametersAsync(new GetParametersRequest { Names = ["/several/a", "/several/b"] }, Cancellation);

        answer.Parameters.ShouldHaveSingleItem().Value.ShouldBe("1");
        answer.InvalidParameters.ShouldBe(["/several/b"]);
    }

    [Theory]
    [InlineData("/path", false, "/path/a,/path/b")]
    [InlineData("/path/", true, "/path/a,/path/b,/path/c/d")]
    [InlineData("/path/c", false, "/path/c/d")]
    public async Task GetParametersByPath_GivesWhatIsBelow(string path, bool recursive, string expected)
    {
        foreach (var name in new[] { "/path/a", "/path/b", "/path/c/d", "/pathological" })
        {
            await PutAsync(name, "x", overwrite: true);
        }

        List<string> names = [];
        string? token = null;
        do
        {
            var page = await _ssm.GetParametersByPathAsync(
                new GetParametersByPathRequest { Path = path, Recursive = recursive, MaxResults = 2, NextToken = token }, Cancellation);
            names.AddRange(page.Parameters.Select(parameter => parameter.Name));
            token = page.NextToken;
        }
        while (token is not null);

        string.Join(',', names).ShouldBe(expected);
    }

    [Fact]
    public async Task DeleteParameter_TakesItAway()
    {
        await PutAsync("/gone", "1");

        await _ssm.DeleteParameterAsync(new DeleteParameterRequest { Name = "/gone" }, Cancellation);

        await Should.ThrowAsync<ParameterNotFoundException>(GetAsync("/gone"));
        await Should.ThrowAsync<ParameterNotFoundException>(_ssm.DeleteParameterAsync(new DeleteParameterRequest { Name = "/gone" }, Cancellation));
    }

    private Task<GetParameterResponse> GetAsync(string name) => _ssm.GetParameterAsync(new GetParameterRequest { Name = name }, Cancellation);

    private async Task<long?> PutAsync(string name, string value, bool overwrite = false) =>
        (await _ssm.PutParameterAsync(
            new PutParameterRequest { Name = name, Value = value, Type = ParameterType.String, Overwrite = overwrite }, Cancellation)).Version;

    private Task LabelAsync(string name, long version, string label) => _ssm.LabelParameterVersionAsync(
        new LabelParameterVersionRequest { Name = name, ParameterVersion = version, Labels = [label] }, Cancellation);
}
