using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceDefaults.Access;

/// <summary>Puts the guard before everything else.</summary>
public static class RequestGuardExtensions
{
    /// <summary>Refuses requests that come from a foreign web page or name a foreign host.</summary>
    /// <param name="app">The service, whose first middleware it is to be.</param>
    /// <param name="rules">In what the service differs; null: in nothing.</param>
    public static WebApplication UseRequestGuard(this WebApplication app, RequestGuardRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseMiddleware<RequestGuard>(app.Services.GetRequiredService<KnownHosts>(), rules ?? new RequestGuardRules());
        return app;
    }
}
