using LocalAws.Protocol;
using static LocalAws.Ssm.SsmInput;

namespace LocalAws.Ssm;

/// <summary>The operations of Systems Manager on tags, of parameters only.</summary>
internal sealed class TagModule(SsmStore store) : IOperationModule
{
    public void Map(OperationTable table)
    {
        var json = SsmJson.Default;
        table.MapJson("AmazonSSM.AddTagsToResource", () => json.TagsRequest, () => json.TagsResponse, (request, call, _) =>
            ValueTask.FromResult(Add(request, call)));
        table.MapJson("AmazonSSM.RemoveTagsFromResource", () => json.TagsRequest, () => json.TagsResponse, (request, call, _) =>
            ValueTask.FromResult(Remove(request, call)));
        table.MapJson("AmazonSSM.ListTagsForResource", () => json.TagsRequest, () => json.TagsResponse, (request, call, _) =>
            ValueTask.FromResult(List(request, call)));
    }

    private TagsResponse Add(TagsRequest request, CallContext call)
    {
        var name = ReadName(request);
        var added = request.Tags ?? throw SsmErrors.Constraint("null", "tags", "Member must not be null");
        return store.Tag(call.Scope, name, tags => tags.WithTags(added)) ? new TagsResponse() : throw SsmErrors.InvalidResource();
    }

    private TagsResponse Remove(TagsRequest request, CallContext call)
    {
        var name = ReadName(request);
        var keys = request.TagKeys ?? throw SsmErrors.Constraint("null", "tagKeys", "Member must not be null");
        return store.Tag(call.Scope, name, tags => tags.RemoveRange(keys.OfType<string>())) ? new TagsResponse() : throw SsmErrors.InvalidResource();
    }

    private TagsResponse List(TagsRequest request, CallContext call)
    {
        var name = ReadName(request);
        return store.Find(call.Scope, name) is null
            ? throw SsmErrors.InvalidResource()
            : new TagsResponse([.. store.Tags(call.Scope, name).Select(static tag => new SsmTag(tag.Key, tag.Value))]);
    }

    private static string ReadName(TagsRequest request) => Required(request.ResourceType, "resourceType") == "Parameter"
        ? Required(request.ResourceId, "resourceId")
        : throw new AwsException(
            "InvalidResourceType", "The resource type is not valid. Only the tags of resources of the type Parameter are kept here.");
}
