using System.Text.RegularExpressions;
using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;
using LocalAws.Protocol;

namespace LocalAws.EventBridge.Operations;

/// <summary>The operations on API destinations.</summary>
internal sealed partial class ApiDestinationOperations(TopologyStore store, TimeProvider clock) : IOperationModule
{
    private const string Active = "ACTIVE";
    private const string Inactive = "INACTIVE";

    public void Map(OperationTable table)
    {
        var wire = EventBridgeWire.Default;
        table.MapJson("AWSEvents.CreateApiDestination", () => wire.ApiDestinationRequest, () => wire.ApiDestinationChangedResponse, Create);
        table.MapJson("AWSEvents.UpdateApiDestination", () => wire.ApiDestinationRequest, () => wire.ApiDestinationChangedResponse, Update);
        table.MapJson(
            "AWSEvents.DescribeApiDestination", () => wire.ApiDestinationNameRequest, () => wire.DescribeApiDestinationResponse, Describe);
        table.MapJson("AWSEvents.DeleteApiDestination", () => wire.ApiDestinationNameRequest, () => wire.EmptyResponse, Delete);
        table.MapJson("AWSEvents.ListApiDestinations", () => wire.ListApiDestinationsRequest, () => wire.ListApiDestinationsResponse, List);
    }

    /// <summary>A new API destination of this definition.</summary>
    public static ApiDestination Define(EventTopology topology, ApiDestinationRequest request, DateTimeOffset now)
    {
        Check(request)
            .Required("connectionArn", request.ConnectionArn)
            .Required("invocationEndpoint", request.InvocationEndpoint)
            .Required("httpMethod", request.HttpMethod)
            .Enforce();
        CheckEndpoint(request);
        return new ApiDestination(
            request.Name!,
            topology.Arn($"api-destination/{request.Name}/{Guid.NewGuid()}"),
            request.ConnectionArn!,
            request.InvocationEndpoint!,
            request.HttpMethod!,
            request.InvocationRateLimitPerSecond ?? ApiDestination.DefaultRateLimit,
            request.Description,
            now);
    }

    /// <summary>The destination with what the request changes of it.</summary>
    public static ApiDestination Change(ApiDestination existing, ApiDestinationRequest request, DateTimeOffset now)
    {
        Check(request).Enforce();
        CheckEndpoint(request);
        return existing with
        {
            ConnectionArn = request.ConnectionArn ?? existing.ConnectionArn,
            Endpoint = request.InvocationEndpoint ?? existing.Endpoint,
            Method = request.HttpMethod ?? existing.Method,
            RateLimit = request.InvocationRateLimitPerSecond ?? existing.RateLimit,
            Description = request.Description ?? existing.Description,
            Modified = now,
        };
    }

    private static Constraints Check(ApiDestinationRequest request) => new Constraints()
        .Name("name", request.Name)
        .Matches("connectionArn", request.ConnectionArn, ConnectionArnPattern(), ConnectionArnPattern().ToString())
        .Length("invocationEndpoint", request.InvocationEndpoint, 2048)
        .Matches("invocationEndpoint", request.InvocationEndpoint, EndpointPattern())
        .OneOf("httpMethod", request.HttpMethod, "HEAD", "POST", "PATCH", "DELETE", "PUT", "GET", "OPTIONS")
        .Between("invocationRateLimitPerSecond", request.InvocationRateLimitPerSecond, 1, 10_000)
        .Length("description", request.Description, 512, shortest: 0);

    /// <summary>AWS asks for this once all constraints of its model hold.</summary>
    private static void CheckEndpoint(ApiDestinationRequest request) => new Constraints()
        .Check(
            request.InvocationEndpoint is null || IsWebAddress(request.InvocationEndpoint),
            Constraints.Failure("invocationEndpoint", request.InvocationEndpoint, "Member must be an absolute http or https URL"))
        .Enforce();

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https");

    private ValueTask<ApiDestinationChangedResponse> Create(ApiDestinationRequest request, CallContext call, CancellationToken cancellationToken) =>
        new(Changed(
            store.Update(call.Scope, topology => topology.AddApiDestination(Define(topology, request, clock.GetUtcNow()))), request.Name!));

    private ValueTask<ApiDestinationChangedResponse> Update(ApiDestinationRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Name("name", request.Name).Enforce();
        var changed = store.Update(
            call.Scope, topology => topology.WithApiDestination(Change(topology.RequireApiDestination(request.Name!), request, clock.GetUtcNow())));
        return new(Changed(changed, request.Name!));
    }

    private ValueTask<DescribeApiDestinationResponse> Describe(ApiDestinationNameRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Name("name", request.Name).Enforce();
        var topology = store.Current(call.Scope);
        return new(Describe(topology, topology.RequireApiDestination(request.Name!)));
    }

    private ValueTask<EmptyResponse> Delete(ApiDestinationNameRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Name("name", request.Name).Enforce();
        store.Update(call.Scope, topology => topology.RemoveApiDestination(request.Name!));
        return new(new EmptyResponse());
    }

    private ValueTask<ListApiDestinationsResponse> List(ListApiDestinationsRequest request, CallContext call, CancellationToken cancellationToken)
    {
        var topology = store.Current(call.Scope);
        var destinations = topology.ApiDestinations.Values
            .Where(destination => request.ConnectionArn is null || destination.ConnectionArn == request.ConnectionArn);
        var page = Page.Of(destinations, destination => destination.Name, request.NamePrefix, request.Limit, request.NextToken);
        return new(new ListApiDestinationsResponse([.. page.Items.Select(destination => Describe(topology, destination))], page.NextToken));
    }

    private static ApiDestinationChangedResponse Changed(EventTopology topology, string name)
    {
        var destination = topology.ApiDestinations[name];
        return new(destination.Arn, StateOf(topology, destination), destination.Created, destination.Modified);
    }

    /// <summary>A destination is as usable as its connection.</summary>
    private static string StateOf(EventTopology topology, ApiDestination destination) =>
        topology.FindConnection(destination.ConnectionArn) is null or { State: ConnectionState.Deauthorized } ? Inactive : Active;

    private static DescribeApiDestinationResponse Describe(EventTopology topology, ApiDestination destination) => new(
        destination.Arn,
        destination.Name,
        destination.Description,
        StateOf(topology, destination),
        destination.ConnectionArn,
        destination.Endpoint,
        destination.Method,
        destination.RateLimit,
        destination.Created,
        destination.Modified);

    [GeneratedRegex(@"^arn:aws([a-z]|\-)*:events:([a-z]|\d|\-)*:([0-9]{12})?:connection\/[\.\-_A-Za-z0-9]+\/[\-A-Za-z0-9]+$")]
    private static partial Regex ConnectionArnPattern();

    /// <summary>AWS requires https; here plain http is accepted too, because services of this system speak it.</summary>
    [GeneratedRegex(@"^((%[0-9A-Fa-f]{2}|[-()_.!~*';/?:@\x26=+$,A-Za-z0-9])+)([).!';/?:,])?$")]
    private static partial Regex EndpointPattern();
}
