namespace LocalAws.CloudFormation.Templates;

/// <summary>A parameter as a call gives it.</summary>
internal sealed record GivenParameter(string Key, string? Value, bool UsePrevious);

/// <summary>Decides on the value of each parameter of a template.</summary>
internal static class ParameterValues
{
    /// <param name="previous">The values of the stack as it is; empty for a new one.</param>
    /// <exception cref="Protocol.AwsException">A value is missing, unknown or not allowed.</exception>
    public static Dictionary<string, string> Resolve(
        Template template, IReadOnlyCollection<GivenParameter> given, IReadOnlyDictionary<string, string> previous)
    {
        if (given.Select(static parameter => parameter.Key).Except(template.Parameters.Keys).ToArray() is { Length: > 0 } unknown)
        {
            throw TemplateErrors.Validation($"Parameters: [{string.Join(", ", unknown)}] do not exist in the template");
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        List<string> missing = [];
        foreach (var parameter in template.Parameters.Values)
        {
            var asked = given.LastOrDefault(each => each.Key == parameter.Key);
            var value = asked switch
            {
                { UsePrevious: true } => previous.GetValueOrDefault(parameter.Key),
                { Value: not null } => asked.Value,
                _ => parameter.Default,
            };
            if (value is null)
            {
                missing.Add(parameter.Key);
                continue;
            }

            parameter.Check(value);
            values[parameter.Key] = value;
        }

        return missing.Count == 0 ? values : throw TemplateErrors.Validation($"Parameters: [{string.Join(", ", missing)}] must have values");
    }
}
