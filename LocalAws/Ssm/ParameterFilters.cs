using LocalAws.Protocol;

namespace LocalAws.Ssm;

/// <summary>Which parameters a caller wants. Source: API_ParameterStringFilter.</summary>
internal static class ParameterFilters
{
    private const string TagPrefix = "tag:";
    private const string EqualsOption = "Equals";
    private const string BeginsWith = "BeginsWith";

    private static readonly string[] PathKeys = ["Type", "KeyId", "Label"];
    private static readonly string[] DescribeKeys = ["Name", "Type", "KeyId", "Path", "Tier", "DataType"];

    /// <summary>The filters of GetParametersByPath.</summary>
    /// <returns>Whether a version is wanted.</returns>
    /// <exception cref="AwsException">A filter is refused.</exception>
    public static Func<Parameter, bool> OfPath(List<ParameterStringFilter?>? filters) =>
        All(filters, filter => Read(filter, PathKeys, static (_, _) => null));

    /// <summary>The filters of DescribeParameters.</summary>
    /// <exception cref="AwsException">A filter is refused.</exception>
    public static Func<Parameter, bool> OfDescribe(DescribeParametersRequest request, Func<Parameter, string, string?> tagOf)
    {
        if (request.Filters is { Count: > 0 } && request.ParameterFilters is { Count: > 0 })
        {
            throw SsmErrors.Validation("You can use either Filters or ParameterFilters in a single request.");
        }

        var filters = request.Filters is { Count: > 0 } older
            ? older.ConvertAll(static filter =>
                filter is null ? null : new ParameterStringFilter(filter.Key, filter.Key == "Name" ? BeginsWith : EqualsOption, filter.Values))
            : request.ParameterFilters;
        return All(filters, filter => Read(filter, DescribeKeys, tagOf));
    }

    /// <summary>Whether a name is below a path, directly or at any level.</summary>
    public static bool IsBelow(string name, string path, bool recursive)
    {
        var prefix = path.TrimEnd('/') + "/";
        if (prefix == "/" && !name.StartsWith('/'))
        {
            // What has no path is at the root.
            return true;
        }

        return name.StartsWith(prefix, StringComparison.Ordinal) && (recursive || name.IndexOf('/', prefix.Length) < 0);
    }

    private static Func<Parameter, bool> All(
        List<ParameterStringFilter?>? filters, Func<ParameterStringFilter, Func<Parameter, bool>> read)
    {
        List<Func<Parameter, bool>> tests = [];
        HashSet<string?> keys = [];
        foreach (var filter in (filters ?? []).OfType<ParameterStringFilter>())
        {
            if (!keys.Add(filter.Key))
            {
                throw new AwsException("InvalidFilterKey", "The following filters are duplicated in the request: [" + filter.Key + "]. A request can contain only one instance of a specific filter.");
            }

            tests.Add(read(filter));
        }

        return parameter => tests.TrueForAll(test => test(parameter));
    }

    private static Func<Parameter, bool> Read(
        ParameterStringFilter filter, string[] keys, Func<Parameter, string, string?> tagOf)
    {
        var key = SsmInput.Required(filter.Key, "parameterFilters.1.member.key");
        var values = (filter.Values ?? []).OfType<string>().ToList();
        if (key.StartsWith(TagPrefix, StringComparison.Ordinal) && ReferenceEquals(keys, DescribeKeys))
        {
            CheckOption(filter, [EqualsOption, BeginsWith]);
            return values.Count == 0
                ? parameter => tagOf(parameter, key[TagPrefix.Length..]) is not null
                : Test(parameter => tagOf(parameter, key[TagPrefix.Length..]), filter.Option, values);
        }

        if (!keys.Contains(key))
        {
            throw new AwsException(
                "InvalidFilterKey", $"The following filter key is not valid: {key}. Valid filter keys include: [{string.Join(", ", keys)}].");
        }

        if (values.Count == 0)
        {
            throw new AwsException("InvalidFilterValue", "The following filter values are missing : null for filter key " + key);
        }

        return key == "Path" ? ReadPath(filter, values) : ReadText(filter, key, values);
    }

    private static Func<Parameter, bool> ReadPath(ParameterStringFilter filter, List<string> values)
    {
        CheckOption(filter, ["Recursive", "OneLevel"]);
        if (values.Find(static value => !value.StartsWith('/')) is { } malformed)
        {
            throw SsmErrors.Validation(
                $"The parameter doesn't meet the parameter name requirements. The parameter name must begin with a forward slash \"/\". "
                + $"It can't be prefixed with \"aws\" or \"ssm\" (case-insensitive). It must use only letters, numbers, or the following symbols: "
                + $". (period), - (hyphen), _ (underscore). Special characters are not allowed. All sub-paths, if specified, must use the forward "
                + $"slash symbol \"/\". Valid example: /get/parameters2-/by1./path0_. ({malformed})");
        }

        var recursive = filter.Option == "Recursive";
        return parameter => values.Exists(path => IsBelow(parameter.Name, path, recursive));
    }

    private static Func<Parameter, bool> ReadText(ParameterStringFilter filter, string key, List<string> values)
    {
        CheckOption(filter, key switch
        {
            "Name" => [EqualsOption, BeginsWith, "Contains"],
            "KeyId" => [EqualsOption, BeginsWith],
            _ => [EqualsOption],
        });
        return key switch
        {
            "Name" => parameter => Matches(parameter.Name, filter.Option, values)
                || Matches(parameter.Name.TrimStart('/'), filter.Option, values),
            "Label" => parameter => parameter.Labels.Overlaps(values),
            "KeyId" => Test(static parameter => parameter.KeyId, filter.Option, values),
            "Tier" => Test(static parameter => parameter.Tier, filter.Option, values),
            "DataType" => Test(static parameter => parameter.DataType, filter.Option, values),
            _ => Test(static parameter => parameter.Type, filter.Option, values),
        };
    }

    private static Func<Parameter, bool> Test(Func<Parameter, string?> text, string? option, List<string> values) =>
        parameter => text(parameter) is { } found && Matches(found, option, values);

    private static bool Matches(string text, string? option, List<string> values) => values.Exists(value => option switch
    {
        BeginsWith => text.StartsWith(value, StringComparison.Ordinal),
        "Contains" => text.Contains(value, StringComparison.Ordinal),
        _ => text == value,
    });

    private static void CheckOption(ParameterStringFilter filter, string[] options)
    {
        if (filter.Option is { } option && !options.Contains(option))
        {
            throw new AwsException(
                "InvalidFilterOption",
                $"The following filter option is not valid: {option}. Valid options include: [{string.Join(", ", options)}].");
        }
    }
}
