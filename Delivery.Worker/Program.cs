using Delivery.Worker;
using Delivery.Worker.Endpoints;
using Delivery.Worker.Orders;
using Scenarios.Settings;
using ServiceDefaults;
using ServiceDefaults.Access;
using ServiceDefaults.Hosting;

return await ServiceProgram.RunAsync(() =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = EventsEndpoint.MaximumPayloadBytes);
    builder.AddServiceDefaults(WorkerTelemetry.Name);
    builder.AddWorker(builder.AddSystemSettings());

    var app = builder.Build();
    // EventBridge has a key, and may come by any name that leads here.
    app.UseRequestGuard(new RequestGuardRules { Exempts = static request => request.Path == EventsEndpoint.Path });
    app.MapDefaultEndpoints();
    app.MapSettings();
    app.MapGet("/", static () => Results.Json(WorkerEndpoints.Description, WorkerJson.Default.ServiceDescription));
    app.MapGet("/orders/dropped", static (OrderLedger ledger) => Results.Json(ledger.DroppedOrders, WorkerJson.Default.IReadOnlyListString));
    app.MapPost(EventsEndpoint.Path, static (HttpRequest request, EventsEndpoint events, CancellationToken cancelled) => events.AcceptAsync(request, cancelled));
    return app;
});
