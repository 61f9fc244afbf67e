using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;
using LocalAws.Protocol;

namespace LocalAws.EventBridge.Operations;

/// <summary>The operations on connections.</summary>
internal sealed class ConnectionOperations(TopologyStore store, ConnectionDirectory connections) : IOperationModule
{
    private static readonly string[] States =
    [
        "CREATING", "UPDATING", "DELETING", "AUTHORIZED", "DEAUTHORIZED", "AUTHORIZING", "DEAUTHORIZING", "ACTIVE", "FAILED_CONNECTIVITY",
    ];

    public void Map(OperationTable table)
    {
        var wire = EventBridgeWire.Default;
        table.MapJson("AWSEvents.CreateConnection", () => wire.ConnectionRequest, () => wire.ConnectionChangedResponse, Create);
        table.MapJson("AWSEvents.UpdateConnection", () => wire.ConnectionRequest, () => wire.ConnectionChangedResponse, Update);
        table.MapJson(
            "AWSEvents.DeauthorizeConnection", () => wire.ConnectionNameRequest, () => wire.ConnectionChangedResponse, Deauthorize);
        table.MapJson("AWSEvents.DescribeConnection", () => wire.ConnectionNameRequest, () => wire.DescribeConnectionResponse, Describe);
        table.MapJson("AWSEvents.DeleteConnection", () => wire.ConnectionNameRequest, () => wire.ConnectionChangedResponse, Delete);
        table.MapJson("AWSEvents.ListConnections", () => wire.ListConnectionsRequest, () => wire.ListConnectionsResponse, List);
    }

    private ValueTask<ConnectionChangedResponse> Create(ConnectionRequest request, CallContext call, CancellationToken cancellationToken) =>
        new(Changed(connections.Create(call.Scope, request)));

    private ValueTask<ConnectionChangedResponse> Update(ConnectionRequest request, CallContext call, CancellationToken cancellationToken) =>
        new(Changed(connections.Update(call.Scope, request)));

    private ValueTask<ConnectionChangedResponse> Deauthorize(
        ConnectionNameRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Name("name", request.Name).Enforce();
        return new(Changed(connections.Deauthorize(call.Scope, request.Name!)) with { ConnectionState = "DEAUTHORIZING" });
    }

    private ValueTask<DescribeConnectionResponse> Describe(ConnectionNameRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Name("name", request.Name).Enforce();
        var connection = store.Current(call.Scope).RequireConnection(request.Name!);
        return new(new DescribeConnectionResponse(
            connection.Arn,
            connection.Name,
            connection.Description,
            Show(connection.State),
            connection.StateReason,
            ConnectionEntries.TypeOf(connection.Authorization),
            connection.SecretArn,
            connection.KmsKeyIdentifier,
            ConnectionEntries.Summarize(connection),
            connection.Created,
            connection.Modified,
            connection.Authorized));
    }

    private ValueTask<ConnectionChangedResponse> Delete(ConnectionNameRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Name("name", request.Name).Enforce();
        return new(Changed(connections.Delete(call.Scope, request.Name!)) with { ConnectionState = "DELETING" });
    }

    private ValueTask<ListConnectionsResponse> List(ListConnectionsRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().OneOf("connectionState", request.ConnectionState, States).Enforce();
        var matching = store.Current(call.Scope).Connections.Values
            .Where(connection => request.ConnectionState is null || Show(connection.State) == request.ConnectionState);
        var page = Page.Of(matching, connection => connection.Name, request.NamePrefix, request.Limit, request.NextToken);
        return new(new ListConnectionsResponse([.. page.Items.Select(Summarize)], page.NextToken));
    }

    private static ConnectionChangedResponse Changed(Connection connection) =>
        new(connection.Arn, Show(connection.State), connection.Created, connection.Modified, connection.Authorized);

    private static ConnectionEntry Summarize(Connection connection) => new(
        connection.Arn,
        connection.Name,
        Show(connection.State),
        connection.StateReason,
        ConnectionEntries.TypeOf(connection.Authorization),
        connection.Created,
        connection.Modified,
        connection.Authorized);

    private static string Show(ConnectionState state) => state.ToString().ToUpperInvariant();
}
