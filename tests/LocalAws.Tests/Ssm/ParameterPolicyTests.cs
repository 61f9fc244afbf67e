using LocalAws.Protocol;
using LocalAws.Ssm;
using LocalAws.Tests.EventBridge;
using LocalAws.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace LocalAws.Tests.Ssm;

/// <summary>Policies of advanced parameters.</summary>
public sealed class ParameterPolicyTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    private static readonly AwsScope Scope = new("000000000000", "us-east-1");
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly RecordingLog _log = new();
    private readonly FakeTimeProvider _clock = new(Start);

    [Fact]
    public async Task Policies_OfAnAdvancedParameter_AreTold()
    {
        const string expiration = """{"Type":"Expiration","Version":"1.0","Attributes":{"Timestamp":"2026-03-01T00:00:00.000Z"}}""";
        const string notice = """{"Type":"ExpirationNotification","Version":"1.0","Attributes":{"Before":"15","Unit":"Days"}}""";
        const string noChange = """{"Type":"NoChangeNotification","Version":"1.0","Attributes":{"After":"20","Unit":"Hours"}}""";

        var put = await PutAsync("/policies/told", $"[{expiration},{notice},{noChange}]", "Intelligent-Tiering");
        await server.JsonAsync("AmazonSSM.PutParameter", """{"Name":"/policies/told","Value":"next","Overwrite":true}""");
        var described = await server.JsonAsync(
            "AmazonSSM.DescribeParameters", """{"ParameterFilters":[{"Key":"Name","Values":["/policies/told"]}]}""");

        put.Body["Tier"]!.GetValue<string>().ShouldBe("Advanced");
        var policies = described.Body["Parameters"]![0]!["Policies"]!.AsArray();
        policies.Select(static policy => policy!["PolicyText"]!.GetValue<string>()).ShouldBe([expiration, notice, noChange]);
        policies.Select(static policy => policy!["PolicyType"]!.GetValue<string>())
            .ShouldBe(["Expiration", "ExpirationNotification", "NoChangeNotification"]);
        policies.ShouldAllBe(static policy => policy!["PolicyStatus"]!.GetValue<string>() == "Pending");
    }

    [Theory]
    [InlineData("""[{"Type":"Rotation","Version":"1.0","Attributes":{}}]""", "InvalidPolicyTypeException")]
    [InlineData("""[{"Type":"Expiration","Version":"2.0","Attributes":{"Timestamp":"2030-01-01T00:00:00Z"}}]""", "InvalidPolicyAttributeException")]
    [InlineData("""[{"Type":"Expiration","Version":"1.0","Attributes":{"Timestamp":"tomorrow"}}]""", "InvalidPolicyAttributeException")]
    [InlineData("""[{"Type":"Expiration","Version":"1.0","Attributes":{"Timestamp":"2020-01-01T00:00:00Z"}}]""", "InvalidPolicyAttributeException")]
    [InlineData("""[{"Type":"NoChangeNotification","Version":"1.0","Attributes":{"After":"0","Unit":"Days"}}]""", "InvalidPolicyAttributeException")]
    [InlineData("""[{"Type":"NoChangeNotification","Version":"1.0","Attributes":{"After":"1","Unit":"Weeks"}}]""", "InvalidPolicyAttributeException")]
    [InlineData("""[{"Type":"ExpirationNotification","Version":"1.0","Attributes":{"Before":"1","Unit":"Days"}}]""", "IncompatiblePolicyException")]
    [InlineData("""{"Type":"Expiration"}""", "InvalidPolicyAttributeException")]
    [InlineData("no JSON", "InvalidPolicyAttributeException")]
    public async Task Policies_ThatAreNone_AreRefused(string policies, string code)
    {
        var refused = await PutAsync("/policies/refused", policies, "Advanced");

        (refused.Status, refused.Body["__type"]!.GetValue<string>()).ShouldBe((400, code));
    }

    [Fact]
    public async Task Policies_OfAStandardParameter_AreRefused() =>
        (await PutAsync(
            "/policies/standard", """[{"Type":"NoChangeNotification","Version":"1.0","Attributes":{"After":"1","Unit":"Days"}}]""", "Standard"))
        .Body["__type"]!.GetValue<string>().ShouldBe("ValidationException");

    [Fact]
    public void Parameter_ThatExpires_IsGoneThenWithItsVersions_AndMayBeMadeAnew()
    {
        var store = new SsmStore(_clock, _log);
        Put(store, "old", Start.AddDays(1));
        store.Put(Scope, new NewParameter("/p", "later") { Overwrite = true });

        _clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        store.Find(Scope, "/p")!.Value.ShouldBe("later");
        _clock.Advance(TimeSpan.FromSeconds(1));
        store.Find(Scope, "/p").ShouldBeNull();
        store.All(Scope).ShouldBeEmpty();
        store.Put(Scope, new NewParameter("/p", "new") { Type = "String" }).Version.ShouldBe(1);

        Restored().Find(Scope, "/p")!.Value.ShouldBe("new");
    }

    [Fact]
    public void Parameter_WhosePoliciesAreTakenAway_Stays()
    {
        var store = new SsmStore(_clock, _log);
        Put(store, "old", Start.AddDays(1));
        store.Put(Scope, new NewParameter("/p", "kept") { Overwrite = true, Policies = ParameterPolicies.Read("[{}]", Start) });

        _clock.Advance(TimeSpan.FromDays(2));

        store.Find(Scope, "/p")!.Value.ShouldBe("kept");
    }

    [Fact]
    public void Parameter_ThatExpiredWhileNothingRan_IsGoneAfterTheStart()
    {
        Put(new SsmStore(_clock, _log), "old", Start.AddDays(1));

        _clock.Advance(TimeSpan.FromDays(2));

        Restored().Find(Scope, "/p").ShouldBeNull();
    }

    private static void Put(SsmStore store, string value, DateTimeOffset expiry) => store.Put(Scope, new NewParameter("/p", value)
    {
        Type = "String",
        Tier = "Advanced",
        Policies = ParameterPolicies.Read(
            $$$"""[{"Type":"Expiration","Version":"1.0","Attributes":{"Timestamp":"{{{expiry:yyyy-MM-ddTHH:mm:ssZ}}}"}}]""", Start),
    });

    private SsmStore Restored()
    {
        var restored = new SsmStore(_clock, new RecordingLog());
        foreach (var change in _log.Changes.ToArray())
        {
            restored.Restore(RecordingLog.Encode(change));
        }

        return restored;
    }

    private Task<(int Status, System.Text.Json.Nodes.JsonNode Body, string? QueryError)> PutAsync(string name, string policies, string tier) =>
        server.JsonAsync("AmazonSSM.PutParameter", new System.Text.Json.Nodes.JsonObject
        {
            ["Name"] = name,
            ["Value"] = "v",
            ["Type"] = "String",
            ["Tier"] = tier,
            ["Policies"] = policies,
        }.ToJsonString());
}
