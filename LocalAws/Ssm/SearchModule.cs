using System.Globalization;
using LocalAws.Protocol;
using static LocalAws.Ssm.SsmInput;

namespace LocalAws.Ssm;

/// <summary>The operations of the parameter store that look for parameters.</summary>
internal sealed class SearchModule(SsmStore store, TimeProvider clock) : IOperationModule
{
    private const int LongestPathPage = 10;
    private const int LongestPage = 50;

    public void Map(OperationTable table)
    {
        var json = SsmJson.Default;
        table.MapJson(
            "AmazonSSM.GetParametersByPath", () => json.GetParametersByPathRequest, () => json.GetParametersByPathResponse, (request, call, _) =>
                ValueTask.FromResult(GetByPath(request, call)));
        table.MapJson(
            "AmazonSSM.DescribeParameters", () => json.DescribeParametersRequest, () => json.DescribeParametersResponse, (request, call, _) =>
                ValueTask.FromResult(Describe(request, call)));
        table.MapJson(
            "AmazonSSM.GetParameterHistory", () => json.GetParameterHistoryRequest, () => json.GetParameterHistoryResponse, (request, call, _) =>
                ValueTask.FromResult(GetHistory(request, call)));
    }

    private GetParametersByPathResponse GetByPath(GetParametersByPathRequest request, CallContext call)
    {
        var path = Required(request.Path, "path");
        if (path[0] != '/')
        {
            throw SsmErrors.Validation(
                "The parameter doesn't meet the parameter name requirements. The parameter name must begin with a forward slash \"/\".");
        }

        var isWanted = ParameterFilters.OfPath(request.ParameterFilters);
        var found = store.AllVersions(call.Scope)
            .Where(versions => ParameterFilters.IsBelow(versions[0].Name, path, request.Recursive ?? false))
            .Select(versions => OfLabel(request.ParameterFilters) ? versions.FindLast(version => isWanted(version)) : versions[^1])
            .OfType<Parameter>()
            .Where(isWanted);
        var (page, token) = ParameterPage.Of(found, static parameter => parameter.Name, request.MaxResults, LongestPathPage, request.NextToken);
        return new GetParametersByPathResponse(
            page.ConvertAll(parameter => ParameterView.Show(parameter, request.WithDecryption ?? false)), token);
    }

    private DescribeParametersResponse Describe(DescribeParametersRequest request, CallContext call)
    {
        var isWanted = ParameterFilters.OfDescribe(
            request, (parameter, key) => store.Tags(call.Scope, parameter.Name).GetValueOrDefault(key));
        var (page, token) = ParameterPage.Of(
            store.All(call.Scope).Where(isWanted), static parameter => parameter.Name, request.MaxResults, LongestPage, request.NextToken);
        return new DescribeParametersResponse(page.ConvertAll(parameter => ParameterView.Describe(parameter, call.Scope, clock.GetUtcNow())), token);
    }

    private GetParameterHistoryResponse GetHistory(GetParameterHistoryRequest request, CallContext call)
    {
        var reference = ParameterReference.Read(Required(request.Name, "name"));
        var versions = store.Versions(call.Scope, reference);
        if (versions.IsEmpty)
        {
            throw SsmErrors.NotFound(reference.Name);
        }

        var (page, token) = ParameterPage.Of(
            versions,
            static version => version.Version.ToString("d19", CultureInfo.InvariantCulture),
            request.MaxResults,
            LongestPage,
            request.NextToken);
        return new GetParameterHistoryResponse(
            page.ConvertAll(version => ParameterView.Remember(version, call.Scope, request.WithDecryption ?? false, clock.GetUtcNow())), token);
    }

    /// <summary>Whether a label says which version of each parameter is meant.</summary>
    private static bool OfLabel(List<ParameterStringFilter?>? filters) => filters?.Exists(static filter => filter?.Key == "Label") == true;
}
