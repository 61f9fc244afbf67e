using System.Globalization;

namespace StandIns.Aws.Query;

/// <summary>The form of a Query request. A value that is null is left out, as the SDK leaves unset members out.</summary>
internal sealed class QueryParameters(IDictionary<string, string> form, string prefix = "")
{
    public void Set(string name, string? value)
    {
        if (value is not null)
        {
            form[prefix + name] = value;
        }
    }

    public void Set(string name, bool? value) => Set(name, value switch { null => null, true => "true", false => "false" });

    public void Set(string name, int? value) => Set(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>A list, <c>{name}.member.1</c>, <c>{name}.member.2</c>, …</summary>
    public void Set(string name, IEnumerable<string>? values)
    {
        foreach (var (index, value) in (values ?? []).Index())
        {
            Set($"{name}.member.{index + 1}", value);
        }
    }

    /// <summary>A list of structures, each with the fields that <paramref name="write"/> sets.</summary>
    public void Set<T>(string name, IEnumerable<T>? values, Action<T, QueryParameters> write)
    {
        foreach (var (index, value) in (values ?? []).Index())
        {
            write(value, new QueryParameters(form, $"{prefix}{name}.member.{index + 1}."));
        }
    }
}
