using LocalAws.Protocol;
using LocalAws.Ssm;
using LocalAws.State;
using LocalAws.Tests.EventBridge;
using Microsoft.Extensions.Time.Testing;

namespace LocalAws.Tests.Ssm;

/// <summary>What outlives the process of a parameter.</summary>
public sealed class SsmStateTests
{
    private static readonly AwsScope Scope = new("000000000000", "us-east-1");

    private readonly RecordingLog _log = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Restore_OfChangesOrOfASnapshot_BringsVersionsLabelsAndTagsBack(bool fromSnapshot)
    {
        var store = new SsmStore(new FakeTimeProvider(), _log);
        store.Put(Scope, new NewParameter("/kept", "one") { Type = "SecureString" });
        store.Put(Scope, new NewParameter("/kept", "two") { Overwrite = true });
        store.Label(Scope, "/kept", static versions => versions.SetItem(0, versions[0] with { Labels = ["live"] }));
        store.Tag(Scope, "/kept", static tags => tags.Add("team", "red"));
        store.Put(Scope, new NewParameter("/gone", "x") { Type = "String" });
        store.Delete(Scope, "/gone");

        var restored = new SsmStore(new FakeTimeProvider(), new RecordingLog());
        foreach (var change in fromSnapshot ? store.Snapshot() : [.. _log.Changes])
        {
            change.Part.ShouldBe(StatePartId.Parameters);
            restored.Restore(RecordingLog.Encode(change));
        }

        restored.All(Scope).ShouldHaveSingleItem().Value.ShouldBe("two");
        restored.Find(Scope, ParameterReference.Read("/kept:live"))!.Value.ShouldBe("one");
        restored.Find(Scope, "/kept")!.KeyId.ShouldBe("alias/aws/ssm");
        restored.Tags(Scope, "/kept").ShouldBe([KeyValuePair.Create("team", "red")]);
        restored.Tags(Scope, "/gone").ShouldBeEmpty();
    }
}
