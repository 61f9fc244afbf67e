using LocalAws.EventBridge.Delivery;
using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;
using LocalAws.Protocol;
using LocalAws.SecretsManager;

namespace LocalAws.EventBridge.Operations;

/// <summary>Connections and, of each, the secret in Secrets Manager that AWS keeps for it.</summary>
internal sealed class ConnectionDirectory(TopologyStore store, SecretStore secrets, OAuthTokens tokens, TimeProvider clock)
{
    /// <summary>Creates a connection and its secret.</summary>
    /// <exception cref="AwsException">The definition is refused, or the name is taken.</exception>
    public Connection Create(AwsScope scope, ConnectionRequest request)
    {
        new Constraints()
            .Name("name", request.Name)
            .Length("description", request.Description, 512, shortest: 0)
            .Required("authorizationType", request.AuthorizationType)
            .OneOf("authorizationType", request.AuthorizationType, ConnectionEntries.Basic, ConnectionEntries.OAuth, ConnectionEntries.ApiKey)
            .Enforce();
        var authorization = ConnectionEntries.Read(request.AuthorizationType!, request.AuthParameters);
        var name = request.Name!;
        if (store.Current(scope).Connections.ContainsKey(name))
        {
            throw TopologyErrors.AlreadyExists($"Connection {name}");
        }

        var now = clock.GetUtcNow();
        var id = Guid.NewGuid();
        var draft = new Connection(name, scope.Arn("events", $"connection/{name}/{id}"), "", authorization, request.Description, now)
        {
            State = StateOf(authorization),
            Invocation = request.AuthParameters?.InvocationHttpParameters is { } additions ? ConnectionEntries.Read(additions) : null,
            KmsKeyIdentifier = request.KmsKeyIdentifier,
        };
        var secret = secrets.Create(scope, new NewSecret($"events!connection/{name}/{id}") { Value = ConnectionSecret.Of(draft) });
        try
        {
            var connection = store.Update(scope, topology => topology.AddConnection(draft with { SecretArn = secret.Arn })).Connections[name];
            tokens.Authorize(scope, connection);
            return connection;
        }
        catch (AwsException)
        {
            // Somebody else was faster with this name.
            secrets.Delete(scope, secret.Arn);
            throw;
        }
    }

    /// <summary>Changes what the request names, and authorizes anew.</summary>
    /// <exception cref="AwsException">There is no such connection, or the definition is refused.</exception>
    public Connection Update(AwsScope scope, ConnectionRequest request)
    {
        new Constraints()
            .Name("name", request.Name)
            .Length("description", request.Description, 512, shortest: 0)
            .OneOf("authorizationType", request.AuthorizationType, ConnectionEntries.Basic, ConnectionEntries.OAuth, ConnectionEntries.ApiKey)
            .Enforce();
        var connection = store.Update(scope, topology =>
            topology.WithConnection(Change(topology.RequireConnection(request.Name!), request, clock.GetUtcNow()))).Connections[request.Name!];
        Keep(scope, connection);
        tokens.Authorize(scope, connection);
        return connection;
    }

    /// <summary>Takes a connection's secrets away.</summary>
    /// <exception cref="AwsException">There is no such connection.</exception>
    public Connection Deauthorize(AwsScope scope, string name)
    {
        var connection = store.Update(scope, topology =>
        {
            var existing = topology.RequireConnection(name);
            return topology.WithConnection(existing with
            {
                Authorization = new Authorization.Removed(ConnectionEntries.TypeOf(existing.Authorization)),
                State = ConnectionState.Deauthorized,
                StateReason = null,
                Modified = clock.GetUtcNow(),
            });
        }).Connections[name];
        Keep(scope, connection);
        return connection;
    }

    /// <summary>Deletes a connection and its secret.</summary>
    /// <returns>The connection as it was last.</returns>
    /// <exception cref="AwsException">There is no such connection.</exception>
    public Connection Delete(AwsScope scope, string name)
    {
        var connection = store.Current(scope).RequireConnection(name);
        store.Update(scope, topology => topology.RemoveConnection(name));
        if (secrets.Find(scope, connection.SecretArn) is { } secret)
        {
            secrets.Delete(scope, secret.Name);
        }

        return connection;
    }

    private static Connection Change(Connection existing, ConnectionRequest request, DateTimeOffset now)
    {
        var type = request.AuthorizationType ?? ConnectionEntries.TypeOf(existing.Authorization);
        var authorization = request.AuthParameters is null && request.AuthorizationType is null
            ? existing.Authorization
            : ConnectionEntries.Read(type, request.AuthParameters, existing.Authorization);
        return existing with
        {
            Authorization = authorization,
            State = authorization is Authorization.Removed ? existing.State : StateOf(authorization),
            StateReason = null,
            Authorized = now,
            Invocation = request.AuthParameters?.InvocationHttpParameters is { } additions ? ConnectionEntries.Read(additions) : existing.Invocation,
            Description = request.Description ?? existing.Description,
            KmsKeyIdentifier = request.KmsKeyIdentifier ?? existing.KmsKeyIdentifier,
            Modified = now,
        };
    }

    private void Keep(AwsScope scope, Connection connection)
    {
        if (secrets.Find(scope, connection.SecretArn) is { DeletionAt: null } secret)
        {
            secrets.PutValue(scope, secret.Name, ConnectionSecret.Of(connection));
        }
    }

    private static ConnectionState StateOf(Authorization authorization) =>
        authorization is Authorization.OAuth ? ConnectionState.Authorizing : ConnectionState.Authorized;
}
