using LocalAws.Protocol;
using static LocalAws.Ssm.SsmInput;

namespace LocalAws.Ssm;

/// <summary>The operations of the parameter store that give labels to versions and take them away.</summary>
internal sealed class LabelModule(SsmStore store) : IOperationModule
{
    private const int MaximumLabels = 10;
    private const int MaximumLength = 100;

    public void Map(OperationTable table)
    {
        var json = SsmJson.Default;
        table.MapJson("AmazonSSM.LabelParameterVersion", () => json.LabelRequest, () => json.LabelResponse, (request, call, _) =>
            ValueTask.FromResult(Label(request, call)));
        table.MapJson("AmazonSSM.UnlabelParameterVersion", () => json.LabelRequest, () => json.UnlabelResponse, (request, call, _) =>
            ValueTask.FromResult(Unlabel(request, call)));
    }

    private LabelResponse Label(LabelRequest request, CallContext call)
    {
        var name = Required(request.Name, "name");
        var labels = ReadLabels(request).ToLookup(ParameterNameRules.IsLabel);
        var number = 0L;
        store.Label(call.Scope, name, versions =>
        {
            var labelled = Require(versions, name, request.ParameterVersion);
            number = labelled.Version;
            var after = versions.ConvertAll(version =>
                version == labelled ? version with { Labels = version.Labels.Union(labels[true]) }
                : version.Labels.Overlaps(labels[true]) ? version with { Labels = version.Labels.Except(labels[true]) }
                : version);
            return after.Exists(static version => version.Labels.Count > MaximumLabels)
                ? throw new AwsException(
                    "ParameterVersionLabelLimitExceeded",
                    $"A parameter version can have maximum {MaximumLabels} labels. Move one or more labels to another version and try again.")
                : after;
        });
        return new LabelResponse([.. labels[false]], number);
    }

    private UnlabelResponse Unlabel(LabelRequest request, CallContext call)
    {
        var name = Required(request.Name, "name");
        if (request.ParameterVersion is null)
        {
            throw SsmErrors.Constraint("null", "parameterVersion", "Member must not be null");
        }

        var labels = ReadLabels(request);
        ILookup<bool, string> outcomes = labels.ToLookup(static _ => false);
        store.Label(call.Scope, name, versions =>
        {
            var labelled = Require(versions, name, request.ParameterVersion);
            outcomes = labels.ToLookup(labelled.Labels.Contains);
            return outcomes[true].Any() ? versions.Replace(labelled, labelled with { Labels = labelled.Labels.Except(labels) }) : versions;
        });
        return new UnlabelResponse([.. outcomes[true]], [.. outcomes[false]]);
    }

    private static List<string> ReadLabels(LabelRequest request)
    {
        var labels = Required(request.Labels, "labels", MaximumLabels);
        return labels.Exists(static label => label.Length > MaximumLength)
            ? throw SsmErrors.Constraint(
                $"'[{string.Join(", ", labels)}]'",
                "labels",
                $"Member must satisfy constraint: [Member must have length less than or equal to {MaximumLength}, "
                + "Member must have length greater than or equal to 1]")
            : labels.Distinct(StringComparer.Ordinal).ToList();
    }

    private static Parameter Require(IReadOnlyList<Parameter> versions, string name, long? number) =>
        versions.LastOrDefault(version => number is null || version.Version == number)
        ?? throw SsmErrors.VersionNotFound(new ParameterReference(name, number, null));
}
