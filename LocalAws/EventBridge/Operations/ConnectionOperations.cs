using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;
using LocalAws.Protocol;

namespace LocalAws.EventBridge.Operations;

/// <summary>The operations on connections.</summary>
internal sealed class ConnectionOperations(TopologyStore store, TimeProvider clock) : IOperationModule
{
    private const string Authorized = "AUTHORIZED";
    private const string ApiKey = "API_KEY";
    private const string Basic = "BASIC";
    private const string OAuth = "OAUTH_CLIENT_CREDENTIALS";

    public void Map(OperationTable table)
    {
        var wire = EventBridgeWire.Default;
        table.MapJson("AWSEvents.CreateConnection", wire.ConnectionRequest, wire.ConnectionChangedResponse, Create);
        table.MapJson("AWSEvents.UpdateConnection", wire.ConnectionRequest, wire.ConnectionChangedResponse, Update);
        table.MapJson("AWSEvents.DescribeConnection", wire.ConnectionNameRequest, wire.DescribeConnectionResponse, Describe);
        table.MapJson("AWSEvents.DeleteConnection", wire.ConnectionNameRequest, wire.ConnectionChangedResponse, Delete);
        table.MapJson("AWSEvents.ListConnections", wire.ListConnectionsRequest, wire.ListConnectionsResponse, List);
    }

    /// <summary>A new connection of this definition.</summary>
    public static Connection Define(EventTopology topology, ConnectionRequest request, DateTimeOffset now)
    {
        new Constraints()
            .Name("name", request.Name)
            .Length("description", request.Description, 512, shortest: 0)
            .Required("authorizationType", request.AuthorizationType)
            .OneOf("authorizationType", request.AuthorizationType, Basic, OAuth, ApiKey)
            .Enforce();
        var id = Guid.NewGuid();
        var secret = $"secret:events!connection/{request.Name}/{id}-{id.ToString("N")[..6]}";
        return new Connection(
            request.Name!,
            topology.Arn($"connection/{request.Name}/{id}"),
            topology.Scope.Arn("secretsmanager", secret),
            ReadAuthorization(request.AuthorizationType!, request.AuthParameters),
            request.Description,
            now);
    }

    /// <summary>The connection with what the request changes of it.</summary>
    public static Connection Change(Connection existing, ConnectionRequest request, DateTimeOffset now) => existing with
    {
        Authorization = request.AuthParameters is null
            ? existing.Authorization
            : ReadAuthorization(request.AuthorizationType ?? TypeOf(existing.Authorization), request.AuthParameters),
        Description = request.Description ?? existing.Description,
        Modified = now,
    };

    private static Authorization ReadAuthorization(string type, AuthParametersEntry? parameters)
    {
        if (parameters?.InvocationHttpParameters is not null)
        {
            throw TopologyErrors.Validation("Parameter InvocationHttpParameters is not supported here.");
        }

        return (type, parameters) switch
        {
            (ApiKey, { ApiKeyAuthParameters: { ApiKeyName: { Length: > 0 } name, ApiKeyValue: { Length: > 0 } value } }) =>
                new Authorization.ApiKey(name, value),
            (Basic, { BasicAuthParameters: { Username: { Length: > 0 } user, Password: { Length: > 0 } password } }) =>
                new Authorization.Basic(user, password),
            (ApiKey or Basic, _) => throw TopologyErrors.Validation($"Authorization parameters for {type} are missing or incomplete."),
            _ => throw TopologyErrors.Validation($"Authorization type {type} is not supported here; {ApiKey} and {Basic} are."),
        };
    }

    private ValueTask<ConnectionChangedResponse> Create(ConnectionRequest request, CallContext call, CancellationToken cancellationToken) =>
        new(Changed(
            store.Update(call.Scope, topology => topology.AddConnection(Define(topology, request, clock.GetUtcNow()))).Connections[request.Name!],
            Authorized));

    private ValueTask<ConnectionChangedResponse> Update(ConnectionRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints()
            .Name("name", request.Name)
            .OneOf("authorizationType", request.AuthorizationType, Basic, OAuth, ApiKey)
            .Enforce();
        var changed = store.Update(
            call.Scope, topology => topology.WithConnection(Change(topology.RequireConnection(request.Name!), request, clock.GetUtcNow())));
        return new(Changed(changed.Connections[request.Name!], Authorized));
    }

    private ValueTask<DescribeConnectionResponse> Describe(ConnectionNameRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Name("name", request.Name).Enforce();
        var connection = store.Current(call.Scope).RequireConnection(request.Name!);
        return new(new DescribeConnectionResponse(
            connection.Arn,
            connection.Name,
            connection.Description,
            Authorized,
            TypeOf(connection.Authorization),
            connection.SecretArn,
            Summarize(connection.Authorization),
            connection.Created,
            connection.Modified,
            connection.Modified));
    }

    private ValueTask<ConnectionChangedResponse> Delete(ConnectionNameRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Name("name", request.Name).Enforce();
        var connection = store.Current(call.Scope).RequireConnection(request.Name!);
        store.Update(call.Scope, topology => topology.RemoveConnection(connection.Name));
        return new(Changed(connection, "DELETING"));
    }

    private ValueTask<ListConnectionsResponse> List(ListConnectionsRequest request, CallContext call, CancellationToken cancellationToken)
    {
        var connections = store.Current(call.Scope).Connections.Values.Where(_ => request.ConnectionState is null or Authorized);
        var page = Page.Of(connections, connection => connection.Name, request.NamePrefix, request.Limit, request.NextToken);
        return new(new ListConnectionsResponse([.. page.Items.Select(Summarize)], page.NextToken));
    }

    private static ConnectionChangedResponse Changed(Connection connection, string state) =>
        new(connection.Arn, state, connection.Created, connection.Modified, connection.Modified);

    private static ConnectionEntry Summarize(Connection connection) => new(
        connection.Arn, connection.Name, Authorized, TypeOf(connection.Authorization), connection.Created, connection.Modified, connection.Modified);

    private static string TypeOf(Authorization authorization) => authorization is Authorization.Basic ? Basic : ApiKey;

    private static AuthParametersSummary Summarize(Authorization authorization) => authorization switch
    {
        Authorization.Basic basic => new AuthParametersSummary(new BasicAuthSummary(basic.Username), null),
        Authorization.ApiKey key => new AuthParametersSummary(null, new ApiKeyAuthSummary(key.Name)),
        _ => new AuthParametersSummary(null, null),
    };
}
