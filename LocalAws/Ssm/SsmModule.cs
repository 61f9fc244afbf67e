using System.Collections.Immutable;
using LocalAws.Protocol;
using static LocalAws.Ssm.SsmInput;

namespace LocalAws.Ssm;

/// <summary>The operations of Systems Manager's parameter store by which parameters come, are read by name, and go.</summary>
internal sealed class SsmModule(SsmStore store, TimeProvider clock) : IOperationModule
{
    private const int MaximumNames = 10;

    public void Map(OperationTable table)
    {
        var json = SsmJson.Default;
        table.MapJson("AmazonSSM.PutParameter", () => json.PutParameterRequest, () => json.PutParameterResponse, (request, call, _) =>
            ValueTask.FromResult(Put(request, call)));
        table.MapJson("AmazonSSM.GetParameter", () => json.GetParameterRequest, () => json.GetParameterResponse, (request, call, _) =>
            ValueTask.FromResult(Get(request, call)));
        table.MapJson("AmazonSSM.GetParameters", () => json.ParameterNamesRequest, () => json.GetParametersResponse, (request, call, _) =>
            ValueTask.FromResult(GetSeveral(request, call)));
        table.MapJson(
            "AmazonSSM.DeleteParameter", () => json.DeleteParameterRequest, () => json.DeleteParameterResponse, (request, call, _) =>
            ValueTask.FromResult(Delete(request, call)));
        table.MapJson(
            "AmazonSSM.DeleteParameters", () => json.ParameterNamesRequest, () => json.DeleteParametersResponse, (request, call, _) =>
            ValueTask.FromResult(DeleteSeveral(request, call)));
    }

    private PutParameterResponse Put(PutParameterRequest request, CallContext call)
    {
        var put = store.Put(call.Scope, new NewParameter(Required(request.Name, "name"), Required(request.Value, "value"))
        {
            Type = request.Type,
            Description = request.Description,
            Overwrite = request.Overwrite ?? false,
            AllowedPattern = request.AllowedPattern,
            DataType = request.DataType,
            Tier = request.Tier,
            KeyId = request.KeyId,
            Policies = ParameterPolicies.Read(request.Policies, clock.GetUtcNow()),
            Tags = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).WithTags(request.Tags ?? []),
        });
        return new PutParameterResponse(put.Version, put.Tier);
    }

    private GetParameterResponse Get(GetParameterRequest request, CallContext call)
    {
        var reference = ParameterReference.Read(Required(request.Name, "name"));
        if (store.Find(call.Scope, reference) is { } parameter)
        {
            return new GetParameterResponse(ParameterView.Show(parameter, request.WithDecryption ?? false, reference.Selector));
        }

        throw store.Versions(call.Scope, reference).IsEmpty ? SsmErrors.NotFound(reference.Name) : SsmErrors.VersionNotFound(reference);
    }

    private GetParametersResponse GetSeveral(ParameterNamesRequest request, CallContext call)
    {
        List<ParameterContract> found = [];
        List<string> invalid = [];
        foreach (var name in Required(request.Names, "names", MaximumNames))
        {
            var reference = ParameterReference.Read(name);
            if (store.Find(call.Scope, reference) is { } parameter)
            {
                found.Add(ParameterView.Show(parameter, request.WithDecryption ?? false, reference.Selector));
            }
            else
            {
                invalid.Add(name);
            }
        }

        return new GetParametersResponse(found, invalid);
    }

    private DeleteParameterResponse Delete(DeleteParameterRequest request, CallContext call)
    {
        var name = Required(request.Name, "name");
        return store.Delete(call.Scope, name) ? new DeleteParameterResponse() : throw SsmErrors.NotFound(name);
    }

    private DeleteParametersResponse DeleteSeveral(ParameterNamesRequest request, CallContext call)
    {
        var outcomes = Required(request.Names, "names", MaximumNames).ToLookup(name => store.Delete(call.Scope, name));
        return new DeleteParametersResponse([.. outcomes[true]], [.. outcomes[false]]);
    }
}
