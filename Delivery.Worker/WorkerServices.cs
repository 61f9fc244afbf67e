using System.Diagnostics.Metrics;
using Amazon.SecretsManager;
using Amazon.SimpleSystemsManagement;
using Amazon.SQS;
using Delivery.Worker.AsyncInvocation;
using Delivery.Worker.Endpoints;
using Delivery.Worker.EventSource;
using Delivery.Worker.Functions;
using Delivery.Worker.Invocation;
using Delivery.Worker.Orders;
using OpenTelemetry.Instrumentation.Http;
using Scenarios.Settings;
using ServiceDefaults.Aws;
using ServiceDefaults.Randomness;

namespace Delivery.Worker;

/// <summary>The worker's parts: the function, the rules of its invocation, and the two sources that invoke it.</summary>
internal static class WorkerServices
{
    /// <summary>Adds them all.</summary>
    public static void AddWorker(this WebApplicationBuilder builder, SystemSettings settings)
    {
        var options = WorkerOptions.Read(builder.Configuration);
        builder.AddAwsClient<IAmazonSQS>();
        builder.AddAwsClient<IAmazonSimpleSystemsManagement>();
        builder.AddAwsClient<IAmazonSecretsManager>();

        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(new RandomSource(settings.Seed, "Delivery.Worker"));

        services.AddSingleton<DeliveryTargets>();
        services.AddDeliveryPipeline();
        services.AddHttpClient<DeliveryClient>(static http => http.Timeout = Timeout.InfiniteTimeSpan);
        services.Configure<HttpClientTraceInstrumentationOptions>(DeliveryClient.Describe);
        services.AddSingleton<DeliveryFunction>();

        services.AddSingleton(provider => new OrderLedger(
            options.State.File("orders.ledger"), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IMeterFactory>()));
        services.AddSingleton<AccountConcurrency>();
        services.AddSingleton<FunctionRuntime>();
        services.AddSingleton<OrderHandler>();

        services.AddSingleton(_ => new EventJournal(options.State.File("async-events.journal")));
        services.AddSingleton<OnFailureDestination>();
        services.AddSingleton<AsyncInvoker>();
        services.AddHostedService(provider => provider.GetRequiredService<AsyncInvoker>());
        services.AddSingleton<EventsEndpoint>();

        services.AddSingleton<SourceQueue>();
        services.AddSingleton<BatchInvoker>();
        services.AddHostedService<EventSourceMapping>();
        services.AddSingleton<DeadLetterQueue>();
        services.AddHostedService<DeadLetterWatch>();
    }
}
