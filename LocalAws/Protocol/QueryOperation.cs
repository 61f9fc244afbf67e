using System.Xml.Linq;
using Microsoft.Extensions.Primitives;

namespace LocalAws.Protocol;

/// <summary>An operation of the AWS Query protocol: form parameters in, XML out.</summary>
internal sealed class QueryOperation(Func<QueryParameters, CallContext, CancellationToken, ValueTask<IEnumerable<XElement>?>> handler)
{
    public ValueTask<IEnumerable<XElement>?> RunAsync(QueryParameters parameters, CallContext call, CancellationToken cancellationToken) =>
        handler(parameters, call, cancellationToken);
}

/// <summary>The parameters of a Query call.</summary>
internal sealed class QueryParameters(IReadOnlyDictionary<string, StringValues> values)
{
    /// <summary>The value of <paramref name="name"/>, or null.</summary>
    public string? Find(string name) => values.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>The value of <paramref name="name"/>.</summary>
    /// <exception cref="AwsException">It is missing: <c>MissingParameter</c>.</exception>
    public string Require(string name) =>
        Find(name) ?? throw new AwsException("MissingParameter", $"The request must contain the parameter {name}.");

    /// <summary>The members of a list, <c>{name}.member.1</c>, <c>{name}.member.2</c>, …; <paramref name="field"/> picks a field of each.</summary>
    public IEnumerable<string?> Members(string name, string? field = null)
    {
        for (var index = 1; ; index++)
        {
            var prefix = $"{name}.member.{index}";
            if (!values.Keys.Any(key => key == prefix || key.StartsWith(prefix + ".", StringComparison.Ordinal)))
            {
                yield break;
            }

            yield return Find(field is null ? prefix : $"{prefix}.{field}");
        }
    }
}
