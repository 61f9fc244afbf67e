using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.Sts;

public sealed class StsTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    [Fact]
    public async Task GetCallerIdentity_TellsTheAccount()
    {
        var (status, answer) = await server.QueryAsync("/", ("Action", "GetCallerIdentity"), ("Version", "2011-06-15"));

        status.ShouldBe(200);
        answer.Text("Account").ShouldBe("000000000000");
        answer.Text("Arn").ShouldBe("arn:aws:iam::000000000000:root");
    }
}
