using Google.Protobuf;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;
using Wire = Aspire.DashboardService.Proto.V1;

namespace Aspire.Hosting.Embedded.ResourceService;

/// <summary>
/// Binds the service's methods as Grpc.AspNetCore does, but for one thing: a request that is no protobuf is the caller's
/// fault (INVALID_ARGUMENT), and not ours (UNKNOWN).
/// </summary>
internal sealed class StrictBinder(ResourceEndpoint service) : IServiceMethodProvider<ResourceEndpoint>
{
    /// <inheritdoc/>
    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<ResourceEndpoint> context) =>
        Wire.DashboardService.BindService(new Binder(context), service);

    private sealed class Binder(ServiceMethodProviderContext<ResourceEndpoint> context) : ServiceBinderBase
    {
        private static readonly HttpMethodMetadata Post = new(["POST"], acceptCorsPreflight: true);

        public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) =>
            context.AddUnaryMethod(Strict(method), [Post], (_, request, call) => handler!(request, call));

        public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) =>
            context.AddServerStreamingMethod(Strict(method), [Post], (_, request, answers, call) => handler!(request, answers, call));

        public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) =>
            context.AddDuplexStreamingMethod(Strict(method), [Post], (_, requests, answers, call) => handler!(requests, answers, call));

        private static Method<TRequest, TResponse> Strict<TRequest, TResponse>(Method<TRequest, TResponse> method) => new(
            method.Type,
            method.ServiceName,
            method.Name,
            Marshallers.Create(method.RequestMarshaller.ContextualSerializer, payload => Read(method.RequestMarshaller, payload)),
            method.ResponseMarshaller);

        private static T Read<T>(Marshaller<T> marshaller, DeserializationContext payload)
        {
            try
            {
                return marshaller.ContextualDeserializer(payload);
            }
            catch (InvalidProtocolBufferException malformed)
            {
                throw new RpcException(new Status(StatusCode.InvalidArgument, $"The request is not a valid message: {malformed.Message}"));
            }
        }
    }
}
