using LocalAws.Protocol;

namespace LocalAws.Ssm;

/// <summary>The operations of Systems Manager's parameter store.</summary>
internal sealed class SsmModule(SsmStore store) : IOperationModule
{
    private const int MaximumNames = 10;
    private const int MaximumPage = 10;

    public void Map(OperationTable table)
    {
        var json = SsmJson.Default;
        table.MapJson("AmazonSSM.PutParameter", json.PutParameterRequest, json.PutParameterResponse, (request, call, _) =>
            ValueTask.FromResult(Put(request, call)));
        table.MapJson("AmazonSSM.GetParameter", json.GetParameterRequest, json.GetParameterResponse, (request, call, _) =>
            ValueTask.FromResult(Get(request, call)));
        table.MapJson("AmazonSSM.GetParameters", json.ParameterNamesRequest, json.GetParametersResponse, (request, call, _) =>
            ValueTask.FromResult(GetSeveral(request, call)));
        table.MapJson(
            "AmazonSSM.GetParametersByPath", json.GetParametersByPathRequest, json.GetParametersByPathResponse, (request, call, _) =>
                ValueTask.FromResult(GetByPath(request, call)));
        table.MapJson("AmazonSSM.DeleteParameter", json.DeleteParameterRequest, json.DeleteParameterResponse, (request, call, _) =>
            ValueTask.FromResult(Delete(request, call)));
        table.MapJson("AmazonSSM.DeleteParameters", json.ParameterNamesRequest, json.DeleteParametersResponse, (request, call, _) =>
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
        });
        return new PutParameterResponse(put.Version, put.Tier);
    }

    private GetParameterResponse Get(GetParameterRequest request, CallContext call)
    {
        var reference = ParameterReference.Read(Required(request.Name, "name"));
        if (store.Find(call.Scope, reference.Name, reference.Version) is { } parameter)
        {
            return new GetParameterResponse(Show(parameter, reference));
        }

        throw reference.Version is { } version && store.Find(call.Scope, reference.Name) is not null
            ? new AwsException(
                "ParameterVersionNotFound",
                $"Systems Manager could not find version {version} of {reference.Name}. Verify the version and try again.")
            : SsmErrors.NotFound(reference.Name);
    }

    private GetParametersResponse GetSeveral(ParameterNamesRequest request, CallContext call)
    {
        List<ParameterContract> found = [];
        List<string> invalid = [];
        foreach (var name in CheckNames(request.Names))
        {
            var reference = ParameterReference.Read(name);
            if (store.Find(call.Scope, reference.Name, reference.Version) is { } parameter)
            {
                found.Add(Show(parameter, reference));
            }
            else
            {
                invalid.Add(name);
            }
        }

        return new GetParametersResponse(found, invalid);
    }

    private GetParametersByPathResponse GetByPath(GetParametersByPathRequest request, CallContext call)
    {
        var path = Required(request.Path, "path");
        if (path[0] != '/')
        {
            throw SsmErrors.Validation(
                "The parameter doesn't meet the parameter name requirements. The parameter name must begin with a forward slash \"/\".");
        }

        if (request.MaxResults is < 1 or > MaximumPage)
        {
            throw SsmErrors.Validation(
                $"1 validation error detected: Value '{request.MaxResults}' at 'maxResults' failed to satisfy constraint: "
                + $"Member must have value between 1 and {MaximumPage}");
        }

        var prefix = path.TrimEnd('/') + "/";
        var size = request.MaxResults ?? MaximumPage;
        var rest = store.All(call.Scope)
            .Where(parameter => IsBelow(parameter.Name, prefix, request.Recursive ?? false))
            .SkipWhile(parameter => string.CompareOrdinal(parameter.Name, request.NextToken ?? "") <= 0)
            .Take(size + 1)
            .ToList();
        var page = rest.Take(size).Select(static parameter => Show(parameter, null)).ToList();
        return new GetParametersByPathResponse(page, rest.Count > size ? page[^1].Name : null);
    }

    private DeleteParameterResponse Delete(DeleteParameterRequest request, CallContext call)
    {
        var name = Required(request.Name, "name");
        return store.Delete(call.Scope, name) ? new DeleteParameterResponse() : throw SsmErrors.NotFound(name);
    }

    private DeleteParametersResponse DeleteSeveral(ParameterNamesRequest request, CallContext call)
    {
        var outcomes = CheckNames(request.Names).ToLookup(name => store.Delete(call.Scope, name));
        return new DeleteParametersResponse([.. outcomes[true]], [.. outcomes[false]]);
    }

    private static List<string> CheckNames(List<string?>? names) => names is { Count: > 0 and <= MaximumNames }
        ? names.ConvertAll(static name => Required(name, "names"))
        : throw SsmErrors.Validation(
            "1 validation error detected: Value at 'names' failed to satisfy constraint: "
            + $"Member must have length less than or equal to {MaximumNames} and greater than or equal to 1");

    private static bool IsBelow(string name, string prefix, bool recursive) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && (recursive || name.IndexOf('/', prefix.Length) < 0);

    private static ParameterContract Show(Parameter parameter, ParameterReference? reference) => new(
        parameter.Name,
        parameter.Type,
        parameter.Value,
        parameter.Version,
        reference?.Selector,
        parameter.ModifiedAt.ToUnixTimeMilliseconds() / 1000.0,
        parameter.Arn,
        parameter.DataType);

    private static string Required(string? value, string name) => value switch
    {
        null => throw SsmErrors.Validation(
            $"1 validation error detected: Value null at '{name}' failed to satisfy constraint: Member must not be null"),
        "" => throw SsmErrors.Validation(
            $"1 validation error detected: Value '' at '{name}' failed to satisfy constraint: "
            + "Member must have length greater than or equal to 1"),
        _ => value,
    };
}
