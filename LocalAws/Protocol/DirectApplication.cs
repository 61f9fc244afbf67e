using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace LocalAws.Protocol;

/// <summary>Decides, request by request, before anything is built for it.</summary>
internal sealed class DirectApplication<TContext>(IHttpApplication<TContext> application, DirectEndpoint direct)
    : IHttpApplication<DirectApplication<TContext>.Context>
    where TContext : notnull
{
    public Context CreateContext(IFeatureCollection contextFeatures) => direct.Find(contextFeatures) is { } operation
        ? new Context(contextFeatures, operation, default)
        : new Context(contextFeatures, null, application.CreateContext(contextFeatures));

    public Task ProcessRequestAsync(Context context) => context.Operation is { } operation
        ? direct.HandleAsync(context.Features, operation)
        : application.ProcessRequestAsync(context.Application!);

    public void DisposeContext(Context context, Exception? exception)
    {
        if (context.Operation is null)
        {
            application.DisposeContext(context.Application!, exception);
        }
    }

    /// <summary>A request and who answers it.</summary>
    internal readonly record struct Context(IFeatureCollection Features, JsonOperation? Operation, TContext? Application);
}
