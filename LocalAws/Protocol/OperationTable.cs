using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;
using LocalAws.Protocol.Direct;

namespace LocalAws.Protocol;

/// <summary>Adds the operations of one service.</summary>
internal interface IOperationModule
{
    /// <summary>Called once, at start-up.</summary>
    void Map(OperationTable table);
}

/// <summary>All operations that this process answers, by <c>X-Amz-Target</c> and by Query action.</summary>
internal sealed class OperationTable
{
    private readonly Dictionary<string, DirectOperation> _json = new(AsciiNames.Comparer);
    private readonly Dictionary<(string Version, string Action), QueryOperation> _query = [];

    public OperationTable(IEnumerable<IOperationModule> modules)
    {
        foreach (var module in modules)
        {
            module.Map(this);
        }
    }

    /// <summary>Maps an operation of the AWS JSON protocols.</summary>
    /// <param name="target">The value of <c>X-Amz-Target</c>, such as <c>AWSEvents.PutRule</c>.</param>
    /// <param name="request">The contract of the request, asked for by the first call: those of all operations are a third of a start.</param>
    /// <param name="response">The contract of the answer, likewise.</param>
    public void MapJson<TRequest, TResponse>(
        string target,
        Func<JsonTypeInfo<TRequest>> request,
        Func<JsonTypeInfo<TResponse>> response,
        Func<TRequest, CallContext, CancellationToken, ValueTask<TResponse>> handler) =>
        _json.Add(target, new DirectOperation(target, new JsonOperation<TRequest, TResponse>(request, response, handler)));

    /// <summary>Puts another operation before one that is mapped, which it gives what it does not answer itself.</summary>
    public void PutBefore(string target, Func<JsonOperation, JsonOperation> create) =>
        _json[target] = new DirectOperation(target, create(_json[target].Operation));

    /// <summary>Maps an operation of the Query protocol.</summary>
    /// <param name="version">The API version, such as <c>2010-05-15</c> (CloudFormation).</param>
    /// <param name="action">The operation's name.</param>
    /// <param name="handler">Returns the content of <c>{action}Result</c>; null: an answer without one.</param>
    public void MapQuery(
        string version,
        string action,
        Func<QueryParameters, CallContext, CancellationToken, ValueTask<IEnumerable<XElement>?>> handler) =>
        _query.Add((version, action), new QueryOperation(handler));

    public JsonOperation? FindJson(string target) => _json.GetValueOrDefault(target)?.Operation;

    /// <summary>The operation by the bytes of its <c>X-Amz-Target</c>.</summary>
    public DirectOperation? FindDirect(ReadOnlySpan<byte> target) =>
        _json.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(target, out var operation) ? operation : null;

    /// <summary>Every <c>X-Amz-Target</c> that is answered here.</summary>
    public IEnumerable<string> Targets => _json.Keys;

    /// <summary>Every operation by its service and its name, whichever protocols it has.</summary>
    public IEnumerable<(string Service, string Name)> Operations =>
        _json.Keys.Select(static target => (ServiceNames.OfTarget(target), target.Split('.')[1]))
            .Concat(_query.Keys.Select(static key => (ServiceNames.OfVersion(key.Version), key.Action)))
            .Distinct();

    /// <summary>The services that have operations here, by the names that LocalStack and the AWS command line have for them.</summary>
    public IEnumerable<string> Services => Operations.Select(static operation => operation.Service)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    /// <summary>The version of the API that has an action, for callers that name none; null: no API has it, or several do.</summary>
    public string? VersionOf(string action) =>
        _query.Keys.Where(key => key.Action == action).Take(2).ToList() is [var (version, _)] ? version : null;

    public QueryOperation? FindQuery(string version, string action) => _query.GetValueOrDefault((version, action));
}
