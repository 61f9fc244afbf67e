using System.Xml.Linq;

namespace LocalAws.Protocol;

/// <summary>An operation of the AWS Query protocol: form parameters in, XML out.</summary>
internal sealed class QueryOperation(Func<QueryParameters, CallContext, CancellationToken, ValueTask<IEnumerable<XElement>?>> handler)
{
    public ValueTask<IEnumerable<XElement>?> RunAsync(QueryParameters parameters, CallContext call, CancellationToken cancellationToken) =>
        handler(parameters, call, cancellationToken);
}
